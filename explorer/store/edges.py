"""Derived edges and measures: written by the pipeline, safe to delete."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from explorer.store.dating import EDITION_DAY
from explorer.store.engine import Store, Value


def replace_edges(store: Store, kind: str, scope: str, rows: Iterable[Sequence[Value]]) -> None:
    """Drop this kind's edges at the nodes of ``scope`` (JSON array), then add rows.

    Rows are (source, target, predicate, weight, sources).
    """
    store.execute(
        "delete from edge where source in (select value from json_each(?)) and kind = ?", [scope, kind]
    )
    store.execute(
        "delete from edge where target in (select value from json_each(?)) and kind = ?", [scope, kind]
    )
    store.insert_many(
        """insert or ignore into edge (source, target, kind, predicate, weight, sources)
           values (?, ?, ?, ?, ?, ?)""",
        ((source, target, kind, *rest) for source, target, *rest in rows),
    )


def measure(store: Store, nodes: Iterable[int]) -> None:
    """Count degrees anew and put dates on nodes.

    Importance is the number of edges, each counted by the documents behind it, at least 1 and at most 3;
    being similar to others makes no paper important.
    """
    scope = json.dumps(sorted(set(nodes)))
    store.execute(
        f"""
        insert into measure (node, degree, importance, date)
        select n.id,
            coalesce((select count(*) from edge where source = n.id), 0)
                + coalesce((select count(*) from edge where target = n.id), 0),
            coalesce((select sum(max(1.0, min(3.0, sources))) from edge
                      where source = n.id and kind <> 'similar'), 0.0)
                + coalesce((select sum(max(1.0, min(3.0, sources))) from edge
                            where target = n.id and kind <> 'similar'), 0.0),
            coalesce(
                nullif((select published from paper where id = n.id), ''),
                (select '20' || substr(arxiv_id, 1, 2) || '-' || substr(arxiv_id, 3, 2) from paper
                 where id = n.id and arxiv_id glob '[0-9][0-9][0-9][0-9].*'),
                nullif((select {EDITION_DAY} from edition e where e.id = n.id), ''),
                (select min(nullif({EDITION_DAY}, '')) from presence p join edition e on e.id = p.edition
                 where p.paper = n.id),
                '')
        from node n where n.id in (select value from json_each(?))
        on conflict (node) do update
            set degree = excluded.degree, importance = excluded.importance, date = excluded.date
        """,
        [scope],
    )


def neighbours_of(store: Store, scope: str) -> set[int]:
    """Ids at the other end of the edges of some nodes."""
    return {
        row[0]
        for row in store.reader.rows(
            """select target from edge where source in (select value from json_each(?1))
               union select source from edge where target in (select value from json_each(?1))""",
            [scope],
        )
    }
