"""SQL of m006: notes, read states and saved views."""

READING = """
create table note (
    node integer primary key references node (id) on delete cascade,
    text text not null,                     -- as it was typed; never empty
    bigrams text not null default '',       -- CJK bigrams, for full text
    at text not null
) strict;

create table reading (
    node integer primary key references node (id) on delete cascade,
    state text not null,                    -- reading | read; no row is unread
    at text not null
) strict;

create table saved_view (
    id integer primary key,
    key text not null unique,               -- folded name
    name text not null,
    state text not null,                    -- JSON: query, layout, places, camera, selection …
    at text not null
) strict;

create virtual table note_fts using fts5(
    text, bigrams, content = 'note', content_rowid = 'node', tokenize = 'unicode61 remove_diacritics 2'
);
create trigger note_ai after insert on note begin
    insert into note_fts (rowid, text, bigrams) values (new.node, new.text, new.bigrams);
end;
create trigger note_ad after delete on note begin
    insert into note_fts (note_fts, rowid, text, bigrams)
    values ('delete', old.node, old.text, old.bigrams);
end;
create trigger note_au after update on note begin
    insert into note_fts (note_fts, rowid, text, bigrams)
    values ('delete', old.node, old.text, old.bigrams);
    insert into note_fts (rowid, text, bigrams) values (new.node, new.text, new.bigrams);
end;
"""
