"""Snapshots that are kept in a library: the list of them, one by its name, what it showed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Final

from explorer.errors import NotFound
from explorer.graph.kept import Kept
from explorer.graph.kept_bytes import unpack
from explorer.graph.query import ViewQuery
from explorer.questions.filter_words import found_filters
from explorer.questions.found_again import found_again
from explorer.questions.view_words import read_words
from explorer.questions.views import WantedView
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.saved_views import folded
from explorer.store.snapshots import SnapshotRow, content_of, snapshot_named, snapshots

LAST: Final = "last"  #: the snapshot that was saved last
NOW: Final = "now"  #: what a view shows today
_SUGGESTED = 5


@dataclass(frozen=True, slots=True)
class SnapshotWords:
    """A snapshot as lists show it; ``at`` is the ISO time at which it was saved."""

    name: str
    at: str
    title: str
    note: str
    nodes: int
    edges: int


@dataclass(frozen=True, slots=True, eq=False)
class Opened:
    """Attributes:
    words: Which one it is.
    kept: What it showed.
    view: How it was looked at; the query is what it asked for, by the nodes of now: none has the number of
        a center that is gone.
    now: Node of it -> the node of the library that it is now; what is gone is left out.
    names_now: Name of each node of the library that another one of it is now.
    """

    words: SnapshotWords
    kept: Kept
    view: WantedView
    now: Mapping[int, int]
    names_now: Mapping[int, str] = field(default_factory=dict)

    @property
    def gone(self) -> frozenset[int]:
        """Its nodes that the library no longer has."""
        return frozenset(self.kept.graph.ids.tolist()) - frozenset(self.now)

    @property
    def merged(self) -> Mapping[int, int]:
        """Its nodes that are other ones now."""
        return {then: now for then, now in self.now.items() if then != now}


def snapshots_of(reader: Reader) -> tuple[SnapshotWords, ...]:
    """The snapshots, the newest first."""
    return tuple(words_of(row) for row in snapshots(reader))


def words_of(row: SnapshotRow) -> SnapshotWords:
    return SnapshotWords(row.name, row.at, row.title, row.note, row.nodes, row.edges)


def the_snapshot(reader: Reader, name: str) -> SnapshotRow:
    """The one of that name, of which it is the only part, or the last; NotFound names what is near."""
    if found := snapshot_named(reader, name):
        return found
    kept = snapshots(reader)
    if folded(name) == LAST and kept:
        return kept[0]
    if not kept:
        raise NotFound("No snapshot is saved yet.", "Save one first: Ctrl+S in the window, or snapshot save.")
    fitting = [row for row in kept if folded(name) and folded(name) in folded(row.name)]
    if len(fitting) == 1:
        return fitting[0]
    near = get_close_matches(folded(name), [folded(row.name) for row in kept], _SUGGESTED, 0.5)
    shown = fitting or [row for row in kept if folded(row.name) in near] or kept
    known = ", ".join(f"“{row.name}”" for row in shown[:_SUGGESTED])
    more = f" and {len(shown) - _SUGGESTED} more" if len(shown) > _SUGGESTED else ""
    hint = f"Snapshots: {known}{more}."
    said = " ".join(name.split())
    if fitting:
        raise NotFound(f"“{said}” may be several snapshots.", hint)
    raise NotFound(f"There is no snapshot “{said}”.", hint)


def open_snapshot(reader: Reader, name: str) -> Opened:
    """What a snapshot showed; ExplorerError where it cannot be read."""
    row = the_snapshot(reader, name)
    kept = unpack(content_of(reader, row.content))
    now = found_again(reader, kept)
    others = nodes(reader, {there for then, there in now.items() if then != there})
    names = {other.id: other.name for other in others}
    return Opened(words_of(row), kept, _view(reader, row, kept, now), now, names)


def _view(reader: Reader, row: SnapshotRow, kept: Kept, now: Mapping[int, int]) -> WantedView:
    """How it was looked at; it asks for what its nodes are now."""
    said = read_words(row.view)
    numbers = tuple(word for word in said.centers if isinstance(word, int))
    query = said.query(numbers, said.only, found_filters(reader, said.filters))
    chosen = frozenset(word for word in said.select or () if isinstance(word, int))
    return WantedView(
        _asked_now(query, kept, now),
        kept.places.layout,
        row.title,
        chosen,
        pinned=said.pinned,
        places=kept.places,
        camera=said.camera,
        fitted=said.fitted,
        regions=said.regions,
    )


def _asked_now(query: ViewQuery, kept: Kept, now: Mapping[int, int]) -> ViewQuery:
    """What a query asks for, by the nodes that those of a snapshot are now.

    What is gone gets a number that no node has: its own may be that of something else since.
    """
    number = {node: now.get(node, -node) for node in kept.graph.ids.tolist()}

    def moved(asked: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(number.get(node, node) for node in asked))

    centers = moved(query.centers)
    return replace(
        query,
        centers=tuple(node for node in centers if node > 0) or centers,
        only=None if query.only is None else frozenset(moved(query.only)),
        expanded=moved(query.expanded),
        collapsed=moved(query.collapsed),
        hidden=frozenset(moved(query.hidden)),
        drawn=tuple((number.get(a, a), number.get(b, b), *said) for a, b, *said in query.drawn),
    )
