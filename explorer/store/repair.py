"""Mending what can be written again or points at nothing, inside the caller's transaction."""

from __future__ import annotations

import sqlite3

from explorer.model.kinds import NodeKind
from explorer.store.engine import Store

_DETAILS = f"""
    delete from node where kind not between {min(NodeKind)} and {max(NodeKind)}
        or (kind = 1 and id not in (select id from paper))
        or (kind in (3, 4) and id not in (select id from edition))
        or (kind = 5 and id not in (select id from concept))
        or (kind = 6 and id not in (select id from tag))
        or (kind = 7 and id not in (select id from document))"""


def remove_orphans(connection: sqlite3.Connection) -> dict[str, int]:
    """Delete rows whose reference is gone, and what then points at them; how many of each table."""
    references = _references(connection)
    removed: dict[str, int] = {}
    changed = True
    while changed:
        changed = False
        for table, sql in [("node", _DETAILS), *references]:
            count = connection.execute(sql).rowcount
            if count > 0:
                removed[table] = removed.get(table, 0) + count
                changed = True
    return removed


def _references(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """(table, statement that deletes its orphans) for every foreign key of one column."""
    rows = connection.execute(
        """select t.name, f."table", f."from", coalesce(f."to", 'id')
           from pragma_table_list t join pragma_foreign_key_list(t.name) f
           where t.schema = 'main' and t.type = 'table' order by t.name, f.id"""
    ).fetchall()
    return [
        (
            str(table),
            f'delete from "{table}" where "{column}" is not null and not exists '
            f'(select 1 from "{parent}" p where p."{key}" = "{table}"."{column}")',
        )
        for table, parent, column, key in rows
    ]


def rebuild(store: Store) -> dict[str, int]:
    """Indexes and full text written again, orphans removed; how many rows of each table went."""
    store.execute("reindex")
    removed = remove_orphans(store.db.conn)
    for index in ("node_fts", "block_fts"):
        store.execute(f"insert into {index} ({index}) values ('rebuild')")
    return removed
