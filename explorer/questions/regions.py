"""Regions: the communities of a library, what is in one, and a view of it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from explorer.errors import NotFound
from explorer.graph.query import Filters, ViewQuery
from explorer.model import NodeId, NodeKind
from explorer.questions.passport_page import InRegion
from explorer.questions.views import WantedView
from explorer.store import Reader
from explorer.store.communities import CommunityRow, community_of, community_rows, members
from explorer.store.vectors import current_space, has_map, has_vector, map_places
from explorer.text.mapped import normalise

_CENTRAL = 3  #: papers that stand for a region in a list of regions
_MOST_CANDIDATES = 8
_MOST_ON_MAP = 5_000  #: papers that are drawn at once and still told apart


@dataclass(frozen=True, slots=True)
class RegionPaper:
    """A paper or method by id and name."""

    id: NodeId
    name: str


@dataclass(frozen=True, slots=True)
class RegionLine:
    """Attributes:
    id: The same as long as most of its papers stay together.
    name: Two or three words of its titles.
    papers: How many.
    terms: What else stands out in its titles.
    central: Its best linked papers.
    """

    id: int
    name: str
    papers: int
    terms: tuple[str, ...]
    central: tuple[RegionPaper, ...]


@dataclass(frozen=True, slots=True)
class Regions:
    """All regions, the largest first; none before ``embed``."""

    regions: tuple[RegionLine, ...]


@dataclass(frozen=True, slots=True)
class RegionPage:
    """One region with all its papers and methods, the best linked first."""

    id: int
    name: str
    terms: tuple[str, ...]
    papers: tuple[RegionPaper, ...]
    methods: tuple[RegionPaper, ...]


def regions(reader: Reader) -> Regions:
    """The regions of a library."""
    return Regions(tuple(_line(reader, row) for row in community_rows(reader)))


def _line(reader: Reader, row: CommunityRow) -> RegionLine:
    papers = _of_kind(members(reader, row.id), NodeKind.PAPER)
    return RegionLine(row.id, row.name, row.papers, tuple(json.loads(row.terms)), papers[:_CENTRAL])


def _of_kind(rows: list[tuple[int, int, str]], kind: NodeKind) -> tuple[RegionPaper, ...]:
    return tuple(RegionPaper(node, name) for node, its_kind, name in rows if its_kind == kind)


def region(reader: Reader, words: str) -> RegionPage:
    """The region of a name, or of its beginning where that is clear; NotFound lists the candidates."""
    row = _meant(reader, words)
    rows = members(reader, row.id)
    papers, methods = _of_kind(rows, NodeKind.PAPER), _of_kind(rows, NodeKind.CONCEPT)
    return RegionPage(row.id, row.name, tuple(json.loads(row.terms)), papers, methods)


def _meant(reader: Reader, words: str) -> CommunityRow:
    rows = community_rows(reader)
    if not rows:
        raise NotFound("There are no regions yet.", "Run embed first: they are made from similarities.")
    wanted = _folded(words)
    exact = [row for row in rows if _folded(row.name) == wanted or str(row.id) == wanted]
    fitting = exact or [row for row in rows if wanted and wanted in _folded(row.name)]
    if len(fitting) == 1:
        return fitting[0]
    names = "; ".join(row.name for row in (fitting or rows)[:_MOST_CANDIDATES])
    if fitting:
        raise NotFound(f"“{words}” may be several regions.", f"Say which: {names}.")
    raise NotFound(f"No region is called “{words}”.", f"The largest: {names}.")


def _folded(words: str) -> str:
    return " ".join(normalise(words).casefold().split())


def region_view(reader: Reader, number: int) -> WantedView:
    """The papers and methods of a region as a graph, on the map where it is there."""
    row = next((row for row in community_rows(reader) if row.id == number), None)
    if row is None:
        raise NotFound("This region is no longer there.", "Regions are made anew with similarities.")
    nodes = frozenset(node for node, _, _ in members(reader, number))
    layout = "map" if map_places(reader, nodes) else "force"
    return WantedView(ViewQuery(only=nodes, limit=len(nodes)), layout, row.name)


def map_view(reader: Reader) -> WantedView:
    """All papers on the map, without anything else; of very many the best linked ones.

    Raises:
        NotFound: Nothing has been placed on a map.
    """
    if not has_map(reader):
        raise NotFound("There is no map yet.", "Run embed first: it is made from similarities.")
    query = ViewQuery(filters=Filters(frozenset({NodeKind.PAPER})), limit=_MOST_ON_MAP)
    return WantedView(query, "map", "")


def region_of(reader: Reader, node: NodeId, kind: NodeKind) -> InRegion | None:
    """The region that a node is in; of a paper without a vector, that its region is not known yet."""
    row = community_of(reader, node)
    if row is not None:
        return InRegion(row.id, row.name)
    space = current_space(reader)
    if kind is not NodeKind.PAPER or space is None or not community_rows(reader):
        return None
    return None if has_vector(reader, space.id, node) else InRegion(-1, "", is_known=False)
