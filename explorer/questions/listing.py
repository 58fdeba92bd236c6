"""Listing: the list twin of the graph, whole library or result of a search."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.graph.query import DEFAULT_KINDS
from explorer.model import NodeKind
from explorer.questions.search import search
from explorer.store import Reader
from explorer.store import overview as reads
from explorer.store.engine import Row
from explorer.store.reading import states_of


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Attributes:
    text: Words to look for, or "" for the most important nodes.
    kinds: Kinds listed.
    only: Ids to choose from, or None.
    limit: Most rows.
    """

    text: str = ""
    kinds: frozenset[NodeKind] = DEFAULT_KINDS
    only: frozenset[int] | None = None
    limit: int = 1000


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: a node, the day it stands for, how many edges it has, the passage found, and
    whether it is being read ("reading") or "read".
    """

    id: int
    kind: NodeKind
    name: str
    date: str
    degree: int
    snippet: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """Attributes:
    lines: Best or most important first.
    more: Whether the limit cut the list.
    """

    lines: tuple[Line, ...]
    more: bool


def listing(reader: Reader, query: ListQuery) -> Listing:
    """Rows for the list panel."""
    if query.text.strip():
        found = search(reader, query.text, query.limit, prefix=True)
        snippets = {hit.id: hit.snippet for hit in found.hits}
        hits = reads.listing_of(reader, list(snippets))
        lines = {line.id: line for line in _lines(reader, hits, snippets)}
        wanted = [lines[i] for i in snippets if i in lines and lines[i].kind in query.kinds]
        return Listing(tuple(wanted), len(found.hits) >= query.limit)
    if query.only is not None:
        rows = _lines(reader, reads.listing_of(reader, sorted(query.only)), {})
        kept = [line for line in rows if line.kind in query.kinds]
        kept.sort(key=lambda line: -line.degree)
        return Listing(tuple(kept[: query.limit]), len(kept) > query.limit)
    kinds = [int(kind) for kind in query.kinds]
    found_rows = _lines(reader, reads.listing(reader, kinds, query.limit + 1), {})
    return Listing(tuple(found_rows[: query.limit]), len(found_rows) > query.limit)


def _lines(reader: Reader, rows: list[Row], snippets: dict[int, str]) -> list[Line]:
    states = states_of(reader, [row[0] for row in rows])
    return [
        Line(node, NodeKind(kind), str(name), str(date), degree, snippets.get(node, ""), states.get(node, ""))
        for node, kind, name, date, degree in rows
    ]
