"""SQL of m009: the names of a trend tag in several languages."""

TAG_NAMES = """
create table tag_name (
    key text primary key,                   -- folded name; a tag in one language is found by node.key alone
    tag integer not null references tag (id) on delete cascade,
    language text not null,                 -- en | ja | zh | ko …
    name text not null
) strict, without rowid;
create index tag_name_tag on tag_name (tag);
"""
