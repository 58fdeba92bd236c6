"""Reads for paths: every stated link as an edge, and what lies around some nodes."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

from explorer.store.engine import Reader
from explorer.store.statements import QuoteLine

#: ``edge`` holds the accepted ones under their predicate, with their sources counted
STATED = """
    select l.id, l.subject, l.object, l.confidence, coalesce(e.sources, 1), l.status = 'proposed',
           l.asserted_by = 'user' and l.status = 'accepted'
    from link l left join edge e on e.source = l.subject and e.target = l.object and e.kind = 'asserted'
        and e.predicate = l.predicate
    where l.status in ('accepted', 'proposed') and l.polarity = 1
"""
DEGREES = "select node, degree from measure where node in (select value from json_each(?)) order by node"
EDGES_OF_KINDS = """
    select source, target, kind, sources from edge
    where source in (select value from json_each(?1)) and kind in (select value from json_each(?2))
    union
    select source, target, kind, sources from edge
    where target in (select value from json_each(?1)) and kind in (select value from json_each(?2))
"""
TOGETHER = """
    select a.concept, b.concept, count(distinct k.document) from mention a
    join mention b on b.block = a.block and b.concept <> a.concept join block k on k.id = a.block
    where a.concept in (select value from json_each(?)) group by a.concept, b.concept
"""
PASSAGES_WITH_BOTH = """
    select m.id, d.id, d.title, src.uri, m.start, m."end", m.exact, b.text, b.language, b.machine, a.paper,
           n.name, o.exact
    from mention m join mention o on o.block = m.block join block b on b.id = m.block
    join document d on d.id = b.document join source src on src.id = d.source
    left join appearance a on a.id = b.appearance left join node n on n.id = a.paper
    where m.concept = ?1 and o.concept = ?2 group by b.id
    order by b.machine, length(b.text), d.id, b.ordinal limit ?3
"""


def stated_links(reader: Reader) -> NDArray[np.float64]:
    """(M, 7) all links that say that something is so and that nobody rejected, ascending by id.

    Columns: id, subject, object, confidence, documents behind it, 1 where it is a proposal, 1 where a person
    states it. Ids are whole up to 2 ** 53.
    """
    found = np.array(reader.rows(STATED), np.float64).reshape(-1, 7)
    return found[found[:, 0].argsort()]


def degrees(reader: Reader, nodes: Iterable[int]) -> dict[int, int]:
    """Number of edges of each node, of every kind."""
    return dict(reader.rows(DEGREES, [json.dumps(sorted(set(nodes)))]))


def edges_of_kinds(
    reader: Reader, nodes: Iterable[int], kinds: Collection[str]
) -> list[tuple[int, int, str, int]]:
    """(source, target, kind, sources) of the edges of some kinds at some nodes, each once, ordered."""
    scope = json.dumps(sorted(set(nodes)))
    return [
        (a, b, str(kind), n)
        for a, b, kind, n in reader.rows(EDGES_OF_KINDS, [scope, json.dumps(sorted(kinds))])
    ]


def named_together(reader: Reader, concepts: Iterable[int]) -> list[tuple[int, int, int]]:
    """(concept, other, documents) of the concepts that stand in one passage with some of them."""
    return [(a, b, n) for a, b, n in reader.rows(TOGETHER, [json.dumps(sorted(set(concepts)))])]


def passages_with_both(reader: Reader, a: int, b: int, limit: int) -> list[tuple[QuoteLine, str]]:
    """Passages that name two concepts, short ones first: the place of one, and how the other is written."""
    rows = reader.rows(PASSAGES_WITH_BOTH, [a, b, limit])
    return [(QuoteLine(*row), str(other)) for *row, other in rows]
