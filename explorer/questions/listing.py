"""Listing: the list twin of the graph, whole library or result of a search."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.graph.query import DEFAULT_KINDS
from explorer.model import NodeKind
from explorer.questions.search import search
from explorer.store import Reader
from explorer.store import overview as reads
from explorer.store.engine import Row
from explorer.store.list_cells import places_of, tags_of
from explorer.store.reading import states_of


@dataclass(frozen=True, slots=True)
class ListQuery:
    """Attributes:
    text: Words to look for, or "" for the most important nodes.
    kinds: Kinds listed.
    only: Ids to choose from, or None.
    limit: Most rows of what is found, or of the library.
    nodes: What is in view, all of it and whatever its kind; None for the library. A text looks beyond it.
    about: What the nodes are, where they are a part of the view, or "".
    """

    text: str = ""
    kinds: frozenset[NodeKind] = DEFAULT_KINDS
    only: frozenset[int] | None = None
    limit: int = 1000
    nodes: frozenset[int] | None = None
    about: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the list: a node, the day it stands for, how many edges it has, the passage found,
    whether it is being read ("reading") or "read", its tags, and the editions and issues it stands in.
    """

    id: int
    kind: NodeKind
    name: str
    date: str
    degree: int
    snippet: str = ""
    reading: str = ""
    tags: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Attributes:
    lines: Best or most important first.
    more: Whether the limit cut the list.
    about: As of the query.
    """

    lines: tuple[Line, ...]
    more: bool
    about: str = ""


def listing(reader: Reader, query: ListQuery) -> Listing:
    """Rows for the list panel."""
    if query.text.strip():
        found = search(reader, query.text, query.limit, prefix=True)
        snippets = {hit.id: hit.snippet for hit in found.hits}
        hits = reads.listing_of(reader, list(snippets))
        lines = {line.id: line for line in _lines(reader, hits, snippets)}
        wanted = [lines[i] for i in snippets if i in lines and lines[i].kind in query.kinds]
        return Listing(tuple(wanted), len(found.hits) >= query.limit)
    if query.nodes is not None:
        shown = _lines(reader, reads.listing_of(reader, sorted(query.nodes)), {})
        return Listing(tuple(sorted(shown, key=lambda line: -line.degree)), False, query.about)
    if query.only is not None:
        rows = _lines(reader, reads.listing_of(reader, sorted(query.only)), {})
        kept = [line for line in rows if line.kind in query.kinds]
        kept.sort(key=lambda line: -line.degree)
        return Listing(tuple(kept[: query.limit]), len(kept) > query.limit)
    kinds = [int(kind) for kind in query.kinds]
    found_rows = _lines(reader, reads.listing(reader, kinds, query.limit + 1), {})
    return Listing(tuple(found_rows[: query.limit]), len(found_rows) > query.limit)


def _lines(reader: Reader, rows: list[Row], snippets: dict[int, str]) -> list[Line]:
    nodes = [int(row[0]) for row in rows]
    states, tags, places = states_of(reader, nodes), tags_of(reader, nodes), places_of(reader, nodes)
    return [
        Line(
            node,
            NodeKind(kind),
            str(name),
            str(date),
            degree,
            snippets.get(node, ""),
            states.get(node, ""),
            tags.get(node, ()),
            places.get(node, ()),
        )
        for node, kind, name, date, degree in rows
    ]
