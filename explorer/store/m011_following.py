"""SQL of m011: sources that a person follows, and what came of reading them last."""

FOLLOWING = """
create table followed (
    id integer primary key,
    word text not null unique,              -- as it was named: path, address, arXiv id
    name text not null,
    kind text not null,                     -- file | folder | address | arxiv
    edition text not null default '',       -- of a list that names none
    at text not null
) strict;

create table followed_reading (
    followed integer primary key references followed (id) on delete cascade,
    at text not null,
    outcome text not null,                  -- new | unchanged | nothing_new | failed
    papers integer not null default 0,      -- new ones
    why text not null default '',           -- of a failure, in words
    sha256 text not null default '',
    etag text not null default '',
    last_modified text not null default '',
    files text not null default '{}'        -- JSON, of a folder: path -> [size, time in ns, SHA-256]
) strict;
"""
