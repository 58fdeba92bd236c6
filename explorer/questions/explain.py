"""Explain: everything that joins two nodes, each with the sentences behind it."""

from __future__ import annotations

from collections.abc import Callable

from explorer.edges import EDGES
from explorer.questions.evidence import Quote, Statement, in_turn, quote, stated_in, statements
from explorer.store import Reader
from explorer.store.graph import EdgeLine, edges_among, nodes
from explorer.store.statements import QuoteLine, appearances_between, links_between, mentions_between

_MOST_QUOTES = 8


def explain(reader: Reader, a: int, b: int) -> tuple[Statement, ...]:
    """Statements between two nodes: stated links, then where one names the other, then computed ones."""
    names = {row.id: row.name for row in nodes(reader, [a, b])}
    found = list(statements(reader, links_between(reader, a, b)))
    for edge in edges_among(reader, [a, b]):
        if edge.kind != "asserted" and edge.source != edge.target:
            found.append(edge_statement(reader, edge, names))
    return tuple(found)


def edge_statement(reader: Reader, edge: EdgeLine, names: dict[int, str]) -> Statement:
    """An edge that is no link in words, with the passages behind it; ``names`` of its ends."""
    quotes = _quotes(reader, edge)
    kind = EDGES[edge.kind]
    sources = len({q.document for q in quotes}) or edge.sources
    return Statement(
        edge.source,
        names.get(edge.source, ""),
        edge.target,
        names.get(edge.target, ""),
        edge.kind,
        kind.label,
        "computed" if kind.derived else stated_in(sources),
        min(edge.weight, 1.0) if kind.derived else 1.0,
        quotes,
    )


def _quotes(reader: Reader, edge: EdgeLine) -> tuple[Quote, ...]:
    reads: dict[str, Callable[[], list[QuoteLine]]] = {
        "names": lambda: mentions_between(reader, edge.source, edge.target, _MOST_QUOTES),
        "discusses": lambda: mentions_between(reader, edge.source, edge.target, _MOST_QUOTES),
        "appears": lambda: appearances_between(reader, edge.source, edge.target),
    }
    lines = reads[edge.kind]() if edge.kind in reads else []
    return tuple(in_turn(quote(line) for line in lines)[:_MOST_QUOTES])
