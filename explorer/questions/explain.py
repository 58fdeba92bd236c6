"""Explain: everything that joins two nodes, each with the sentences behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from explorer.edges import EDGES
from explorer.questions.evidence import Quote, Statement, in_turn, quote, shortened, stated_in, statements
from explorer.questions.reasons import reasons_between
from explorer.store import Reader
from explorer.store.graph import EdgeLine, edges_among, nodes
from explorer.store.statements import QuoteLine, appearances_between, links_between, mentions_between
from explorer.store.walks import passages_with_both
from explorer.text.mapped import normalise
from explorer.text.sentences import sentence_around

_MOST_QUOTES = 8


def explain(reader: Reader, a: int, b: int) -> tuple[Statement, ...]:
    """Statements between two nodes: stated links, then where one names the other, then computed ones."""
    names = {row.id: row.name for row in nodes(reader, [a, b])}
    found = list(statements(reader, links_between(reader, a, b)))
    for edge in edges_among(reader, [a, b]):
        if edge.kind != "asserted" and edge.source != edge.target:
            said = edge_statement(reader, edge, names)
            found.append(alike_said(reader, said) if edge.kind == "similar" else said)
    both = together(reader, a, b, names)
    return (*found, both) if both.quotes else tuple(found)


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


def together(reader: Reader, a: int, b: int, names: dict[int, str]) -> Statement:
    """That passages name two concepts; without quotes where none does, or one of them is no concept."""
    lines = passages_with_both(reader, a, b, _MOST_QUOTES)
    quotes = tuple(
        replace(quote(line), sentence=_around_both(line.block_text, (line.exact, other)))
        for line, other in lines
    )
    trust = stated_in(len({q.document for q in quotes})).replace("stated", "named together")
    ends = a, names.get(a, ""), b, names.get(b, "")
    return Statement(*ends, "names", "is named together with", trust, 0.0, quotes)


def _around_both(text: str, forms: tuple[str, str]) -> str:
    """The sentences from one form to the other."""
    places = [(text.find(form), len(form)) for form in map(normalise, forms) if form in text]
    if not places:
        return shortened(text)
    start, end = sentence_around(text, min(at for at, _ in places), max(at + n for at, n in places))
    return shortened(text[start:end])


def alike_said(reader: Reader, said: Statement) -> Statement:
    """A similarity with its reasons; the two sentences most alike are its quotes."""
    found = reasons_between(reader, said.subject, said.object)
    quotes = next((reason.pair.quotes for reason in found if reason.pair is not None), ())
    return replace(said, quotes=quotes, reasons=found)


def _quotes(reader: Reader, edge: EdgeLine) -> tuple[Quote, ...]:
    reads: dict[str, Callable[[], list[QuoteLine]]] = {
        "names": lambda: mentions_between(reader, edge.source, edge.target, _MOST_QUOTES),
        "discusses": lambda: mentions_between(reader, edge.source, edge.target, _MOST_QUOTES),
        "appears": lambda: appearances_between(reader, edge.source, edge.target),
    }
    lines = reads[edge.kind]() if edge.kind in reads else []
    return tuple(in_turn(quote(line) for line in lines)[:_MOST_QUOTES])
