"""SQL of m017: snapshots, what a view showed at a time."""

SNAPSHOTS = """
create table snapshot (
    id integer primary key,
    key text not null unique,               -- folded name
    name text not null,
    note text not null default '',
    title text not null,                    -- what was shown
    view text not null,                     -- JSON as in saved_view, without places
    nodes integer not null,
    edges integer not null,
    at text not null,
    content integer not null                -- snapshot_content: stays while undo may bring this row back
) strict;

create table snapshot_content (
    id integer primary key,
    packed blob not null                    -- zlib: nodes, edges, columns, places (explorer.graph.kept_bytes)
) strict;
"""
