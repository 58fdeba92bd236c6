"""Reads of the graph: nodes, edges around nodes, edges among nodes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from explorer.store.engine import Reader, Row


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as a view or a list shows it."""

    id: int
    kind: int
    name: str
    degree: int
    importance: float
    date: str


@dataclass(frozen=True, slots=True)
class EdgeLine:
    source: int
    target: int
    kind: str
    predicate: str
    weight: float
    sources: int


def _scope(ids: Iterable[int]) -> str:
    return json.dumps(sorted(set(ids)))


def nodes(reader: Reader, ids: Iterable[int]) -> list[NodeRow]:
    """Rows of nodes that exist, ascending id."""
    return _node_rows(
        reader.rows(
            """select n.id, n.kind, n.name, coalesce(m.degree, 0), coalesce(m.importance, 0),
                      coalesce(m.date, '')
               from node n left join measure m on m.node = n.id
               where n.id in (select value from json_each(?)) order by n.id""",
            [_scope(ids)],
        )
    )


def most_important(reader: Reader, kinds: Collection[int], limit: int) -> list[NodeRow]:
    """Nodes of some kinds, most important first."""
    return _node_rows(
        reader.rows(
            """select n.id, n.kind, n.name, m.degree, m.importance, m.date
               from measure m indexed by measure_importance cross join node n on n.id = m.node
               where n.kind in (select value from json_each(?))
               order by m.importance desc limit ?""",
            [json.dumps(sorted(int(k) for k in kinds)), limit],
        )
    )


def _node_rows(rows: Iterable[Row]) -> list[NodeRow]:
    return [NodeRow(*row) for row in rows]


def edges_at(reader: Reader, ids: Iterable[int]) -> list[EdgeLine]:
    """Edges with at least one end among some nodes; an edge with both ends there comes once."""
    scope = _scope(ids)
    return _edge_lines(
        reader.rows(
            """select source, target, kind, predicate, weight, sources from edge
               where source in (select value from json_each(?1))
               union
               select source, target, kind, predicate, weight, sources from edge
               where target in (select value from json_each(?1))""",
            [scope],
        )
    )


def edges_among(reader: Reader, ids: Iterable[int]) -> list[EdgeLine]:
    """Edges with both ends among some nodes, ordered by ends, kind and predicate."""
    wanted = set(ids)
    # the other end is looked up here: SQLite would try every pair of nodes against its index
    rows = reader.rows(
        """select source, target, kind, predicate, weight, sources from edge
           where source in (select value from json_each(?)) order by source, target, kind, predicate""",
        [_scope(wanted)],
    )
    return [line for line in _edge_lines(rows) if line.target in wanted]


def proposed_at(reader: Reader, ids: Iterable[int]) -> list[EdgeLine]:
    """Links that nobody has checked, with at least one end among some nodes, as edges of kind "proposed"."""
    rows = reader.rows(
        """select l.id, l.subject, l.object, l.predicate, l.confidence, count(distinct b.document)
           from link l left join evidence e on e.link = l.id left join block b on b.id = e.block
           where l.subject in (select value from json_each(?1)) and l.status = 'proposed' and l.polarity = 1
           group by l.id
           union
           select l.id, l.subject, l.object, l.predicate, l.confidence, count(distinct b.document)
           from link l left join evidence e on e.link = l.id left join block b on b.id = e.block
           where l.object in (select value from json_each(?1)) and l.status = 'proposed' and l.polarity = 1
           group by l.id order by 1""",
        [_scope(ids)],
    )
    return [EdgeLine(row[1], row[2], "proposed", *row[3:]) for row in rows if row[1] != row[2]]


def _edge_lines(rows: Iterable[Row]) -> list[EdgeLine]:
    return [EdgeLine(*row) for row in rows]
