"""SQL of m014: vectors of sentences, and the neighbours that similarity edges were made from."""

MEANING = """
create table sentence_vector (
    space integer not null references vector_space (id) on delete cascade,
    content text not null,                  -- SHA-256 of language and sentence
    vector blob not null,                   -- float16, little-endian
    primary key (space, content)
) strict, without rowid;

create table near (
    node integer primary key references node (id) on delete cascade,
    content text not null,                  -- of the vector that was compared (table embedding)
    others blob not null,                   -- int64, little-endian, nearest first; -1 where there is none
    scores blob not null                    -- float32, little-endian, aligned with others
) strict;

create table frame (
    state text primary key,                 -- which vectors and method the rows of near go with
    content blob not null                   -- NumPy archive: means of the groups and scales of the languages
) strict, without rowid;
"""
