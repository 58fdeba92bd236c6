"""SQL of m001: tables that the pipeline writes and may delete, and full text. Never edited after release."""

DERIVED = """
create table edge (
    source integer not null references node (id) on delete cascade,
    target integer not null references node (id) on delete cascade,
    kind text not null,                   -- id of a file in explorer/edges
    predicate text not null default '',
    weight real not null default 1.0,
    sources integer not null default 0,   -- distinct documents behind it
    primary key (source, target, kind, predicate)
) strict, without rowid;
create index edge_target on edge (target);

create table measure (
    node integer primary key references node (id) on delete cascade,
    degree integer not null default 0,
    importance real not null default 0,
    date text not null default ''
) strict;
create index measure_importance on measure (importance);
"""

SEARCH = """
create virtual table node_fts using fts5(
    name, search, bigrams, content = 'node', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
create trigger node_ai after insert on node begin
    insert into node_fts (rowid, name, search, bigrams) values (new.id, new.name, new.search, new.bigrams);
end;
create trigger node_ad after delete on node begin
    insert into node_fts (node_fts, rowid, name, search, bigrams)
    values ('delete', old.id, old.name, old.search, old.bigrams);
end;
create trigger node_au after update of name, search, bigrams on node begin
    insert into node_fts (node_fts, rowid, name, search, bigrams)
    values ('delete', old.id, old.name, old.search, old.bigrams);
    insert into node_fts (rowid, name, search, bigrams) values (new.id, new.name, new.search, new.bigrams);
end;

create virtual table block_fts using fts5(
    text, bigrams, content = 'block', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
create trigger block_ai after insert on block begin
    insert into block_fts (rowid, text, bigrams) values (new.id, new.text, new.bigrams);
end;
create trigger block_ad after delete on block begin
    insert into block_fts (block_fts, rowid, text, bigrams) values ('delete', old.id, old.text, old.bigrams);
end;
create trigger block_au after update of text, bigrams on block begin
    insert into block_fts (block_fts, rowid, text, bigrams) values ('delete', old.id, old.text, old.bigrams);
    insert into block_fts (rowid, text, bigrams) values (new.id, new.text, new.bigrams);
end;
"""

# -- vectors: written by pipeline.embed and pipeline.similar ------------------------------------------------
VECTORS = """
create table vector_space (
    id integer primary key,
    engine text not null,
    model text not null,
    version text not null,                -- of the library and the weights
    recipe text not null,                 -- what is done to a text before
    dim integer not null,
    changes integer not null default 0,   -- counted up by every change of its vectors
    unique (engine, model, version, recipe)
) strict;

create table embedding (
    id integer primary key,
    space integer not null references vector_space (id) on delete cascade,
    node integer not null references node (id) on delete cascade,
    content text not null,                -- SHA-256 of language, kind and text
    language text not null,
    kind text not null,                   -- title | summary | abstract
    vector blob not null,                 -- float16, little-endian
    unique (space, node)
) strict;
create index embedding_node on embedding (node);
create trigger embedding_ai after insert on embedding begin
    update vector_space set changes = changes + 1 where id = new.space;
end;
create trigger embedding_au after update on embedding begin
    update vector_space set changes = changes + 1 where id = new.space;
end;
create trigger embedding_ad after delete on embedding begin
    update vector_space set changes = changes + 1 where id = old.space;
end;

create table map_place (
    node integer primary key references node (id) on delete cascade,
    x real not null,
    y real not null
) strict;
"""
