"""Every row of facts that a reading changes, for its undo: what was read again is given back exactly.

A document that takes the place of another moves mentions, aliases and links of documents that stay; only
the rows themselves know what was there before. The technique is that of ``history``, for all facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from explorer.store.engine import Store
from explorer.store.history import Change, put_back, read_changes, row_as_json

#: made anew from facts, kept for other ends, or history itself
_NO_FACTS = frozenset(
    {"_sqlite_migrations", "change", "edge", "measure", "near", "community", "community_name", "embedding"}
    | {"frame", "map_place", "mark", "meta", "vector_space", "sentence_vector", "operation", "followed"}
    | {"followed_reading", "enquiry", "offer", "saved_view", "snapshot", "snapshot_content"}
)
_NODES = frozenset({"paper", "concept", "subject", "object", "node", "document", "person", "tag", "a", "b"})
_OF_NODES = frozenset({"node", "paper", "concept", "document", "edition", "tag"})
_NOTED = "whole_change"


@contextmanager
def noting_all(store: Store) -> Iterator[None]:
    """Note every row of facts that changes inside; ``noted_all`` gives them afterwards."""
    store.execute(
        f"create temp table if not exists {_NOTED} (seq integer primary key, tbl text, old text, new text)"
    )
    store.execute(f"delete from temp.{_NOTED}")
    names = [name for table in _tables(store) for name in _install(store, table)]
    try:
        yield
    finally:
        for name in names:
            store.execute(f"drop trigger temp.{name}")


def noted_all(store: Store) -> list[Change]:
    """What changed inside ``noting_all``, in order: as much of each row as it takes to go back."""
    out: list[Change] = []
    keys = {table: _keys(store, table) for table in _tables(store)}
    for table, old, new in read_changes(store.db, _NOTED):
        if old is not None and new is not None:
            changed = {column for column in old if old[column] != new[column]}
            if not changed:
                continue
            needed = keys[table] | _NODES
            old = {column: value for column, value in old.items() if column in changed | needed}
            new = {column: value for column, value in new.items() if column in needed}
        out.append((table, old, new))
    return out


def _keys(store: Store, table: str) -> frozenset[str]:
    """Columns that tell a row of a table from the others."""
    columns = store.reader.rows("select name, pk from pragma_table_info(?)", [table])
    primary = frozenset(str(name) for name, place in columns if place)
    return primary or frozenset(str(name) for name, _ in columns)


def take_back(store: Store, changes: list[Change]) -> set[int]:
    """Write the rows as they were before; the nodes that the changes speak of."""
    put_back(store.db, changes)
    return nodes_in(changes)


def nodes_in(changes: list[Change]) -> set[int]:
    """The nodes that changes speak of."""
    return {
        int(value)
        for table, *rows in changes
        for row in rows
        if row is not None
        for column, value in row.items()
        if value is not None and (column in _NODES or (column == "id" and table in _OF_NODES))
    }


def _tables(store: Store) -> list[str]:
    rows = store.reader.rows(
        """select name from pragma_table_list where schema = 'main' and type = 'table'
           and name not like 'sqlite_%' and name not like '%\\_fts\\_%' escape '\\' order by name"""
    )
    return [str(name) for (name,) in rows if name not in _NO_FACTS]


def _install(store: Store, table: str) -> list[str]:
    columns = store.reader.rows("select name, type from pragma_table_info(?)", [table])
    kept = [str(name) for name, _ in columns] if table != "source" else ["id", "removed"]
    old, new = (row_as_json(row, kept) for row in ("old", "new"))
    needed = _keys(store, table) | _NODES  # a row that came goes by its key
    came = row_as_json("new", [column for column in kept if column in needed])
    events = {"insert": ("null", came), "update": (old, new), "delete": (old, "null")}
    names = []
    for event in ("update",) if table == "source" else events:
        name, rows = f"whole_{table}_{event}", events[event]
        store.execute(
            f"create temp trigger {name} after {event} on main.{table} begin "
            f"insert into {_NOTED} (tbl, old, new) values ('{table}', {rows[0]}, {rows[1]}); end"
        )
        names.append(name)
    return names
