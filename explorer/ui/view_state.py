"""What is shown, and the way there: one state, and a history as in a browser. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from explorer.graph.camera import Camera
from explorer.graph.places import Places, places_of
from explorer.graph.query import ViewQuery
from explorer.graph.scene import Scene
from explorer.graph.selecting import walked_through
from explorer.graph.snapshot import Quote
from explorer.graph.time_brush import days_between
from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS, Run, lay_out, main_layouts

__all__ = ["Places", "ViewHistory", "ViewState", "places_of"]

HISTORY_MAX = 200
DEPTH_MAX = 5


@dataclass(frozen=True, slots=True, eq=False)
class Held:
    """What was shown: ids (N,) int64 of the nodes that a query had."""

    query: ViewQuery
    ids: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Frozen:
    """What a snapshot showed, or two of them in one view.

    Attributes:
        name: Of the snapshot.
        at: ISO time at which it was saved.
        graph: What is shown.
        now: Node of it -> the node of the library that it is now; what is gone is left out.
        other: Name of what it is compared with, "now" or another snapshot; "" of none.
        note: What a person wrote on it.
    quotes: Edge row of the graph -> the sentences that were kept with it.
    """

    name: str
    at: str
    graph: GraphView
    now: Mapping[int, int]
    other: str = ""
    note: str = ""
    quotes: Mapping[int, tuple[Quote, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Attributes:
    query: What is asked for.
    layout: Id of the layout.
    selection: Node ids.
    pinned: Nodes that keep their place whatever the layout does.
    places: Where the nodes stood last, or None.
    others: Where they stood last in other layouts.
    camera: Where it was looked at from last, or None.
    fitted: Whether that camera shows everything.
    held: What was shown for which query, or None.
    name: Of the saved view that this is, or "".
    regions: Whether the grounds and names of regions are drawn.
    title: What the view is about, for crumbs and exports.
    frozen: What a snapshot showed, where that is shown instead of what the library holds now; or None.
    """

    query: ViewQuery = field(default_factory=ViewQuery)
    layout: str = "force"
    selection: frozenset[int] = frozenset()
    pinned: frozenset[int] = frozenset()
    places: Places | None = None
    title: str = ""
    others: tuple[Places, ...] = ()
    camera: Camera | None = None
    fitted: bool = True
    held: Held | None = None
    name: str = ""
    regions: bool = True
    frozen: Frozen | None = None

    @property
    def stay(self) -> list[int]:
        """Nodes that were shown for the same query: none of them gives way to a more important one."""
        is_same = self.held is not None and self.held.query == self.query
        return self.held.ids.tolist() if self.held is not None and is_same else []

    def remembering(self, scene: Scene) -> dict[str, object]:
        """What of the state changes when a scene of it is shown: each layout keeps its places."""
        kept = {old.layout: old for old in (*self.others, self.places) if old is not None}
        kept.pop(self.layout, None)
        places = places_of(scene, self.layout, self.query.centers)
        if self.places is not None and self.places.layout == self.layout and self._is_sifted_anew():
            places = places.beside(self.places)
        held = Held(self.query, scene.whole.ids)
        return {"places": places, "others": tuple(kept[key] for key in sorted(kept)), "held": held}

    def _is_sifted_anew(self) -> bool:
        """Whether what was shown before differs only by its filters: what they hide keeps its place."""
        if self.held is None:
            return False
        return replace(self.held.query, filters=self.query.filters) == self.query

    def start_for(self, view: GraphView) -> NDArray[np.float32]:
        """(N, 2) float32 places of the rows that are drawn, NaN where free; pinned nodes keep theirs."""
        free = np.full((len(view.ids), 2), np.nan, np.float32)
        if self.places is not None and self.places.layout == self.layout:
            return self.places.start_for(view)
        about = self.query.centers
        known = [old for old in self.others if (old.layout, old.about) == (self.layout, about)]
        start = known[0].start_for(view) if known else free
        if self.places is None or LAYOUTS[self.layout].has_axes or LAYOUTS[self.places.layout].has_axes:
            return start
        stay = np.isin(view.ids, np.array(sorted(self.pinned), np.int64))
        given = self.places.start_for(view)
        return np.where((stay & np.isfinite(given[:, 0]))[:, None], given, start)


class ViewHistory:
    """States in the order they were visited; a new one drops those that lie ahead."""

    def __init__(self, first: ViewState) -> None:
        self._states = [first]
        self._at = 0

    @property
    def current(self) -> ViewState:
        return self._states[self._at]

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._states)

    def go(self, state: ViewState, is_step: bool = False) -> ViewState:
        """Visit a state; the same query again only replaces it, unless it is a step of its own."""
        if state.query == self.current.query and not is_step:
            self._states[self._at] = state
            return state
        del self._states[self._at + 1 :]
        self._states.append(state)
        del self._states[:-HISTORY_MAX]
        self._at = len(self._states) - 1
        return state

    def amend(self, **changes: object) -> ViewState:
        """Change the current state in place: selection, layout, places."""
        self._states[self._at] = replace(self.current, **changes)
        return self.current

    def back(self) -> ViewState:
        """The state before, or the first."""
        self._at = max(self._at - 1, 0)
        return self.current

    def forward(self) -> ViewState:
        """The state after, or the last."""
        self._at = min(self._at + 1, len(self._states) - 1)
        return self.current


def hidden_in(query: ViewQuery, ids: frozenset[int]) -> ViewQuery:
    """The query without some nodes; a center that is hidden is no center any more."""
    centers = tuple(center for center in query.centers if center not in ids)
    expanded = tuple(node for node in query.expanded if node not in ids)
    return replace(query, centers=centers, expanded=expanded, hidden=query.hidden | ids)


def expanded_in(query: ViewQuery, ids: frozenset[int]) -> ViewQuery:
    """The query with the neighbours of some nodes."""
    collapsed = tuple(node for node in query.collapsed if node not in ids)
    return replace(query, expanded=tuple(dict.fromkeys((*query.expanded, *sorted(ids)))), collapsed=collapsed)


def collapsed_in(query: ViewQuery, ids: frozenset[int], view: GraphView | None) -> ViewQuery:
    """The query without what only came through some nodes; the same where nothing can have come so."""
    through = walked_through(view, ids, query.depth) if view is not None else frozenset()
    expanded = tuple(node for node in query.expanded if node not in ids)
    collapsed = tuple(dict.fromkeys((*query.collapsed, *sorted(through))))
    return replace(query, expanded=expanded, collapsed=collapsed)


def placed(view: GraphView, state: ViewState, seed: int = 0, run: Run | None = None) -> Scene:
    """The scene of a view: nodes keep their places where the layout is the same, pinned ones always.

    Args:
        run: Where the heavy part of a long layout runs; None: here.
    """
    scene = lay_out(view, state.layout, seed, state.start_for, run)
    filters = state.query.filters
    if scene.axes is None:
        return scene
    return replace(scene, axes=replace(scene.axes, brush=days_between(filters.since, filters.until)))


def takes_long(view: GraphView, state: ViewState) -> bool:
    """Whether placing a view is work for another process."""
    layout = LAYOUTS[state.layout]
    return layout.is_long is not None and layout.is_long(view, state.start_for(view))


def layout_after(view: GraphView | None, layout: str) -> str:
    """The next layout that a view has the columns for; the same where there is no other."""
    keys = main_layouts()
    shown = LAYOUTS[layout].under or layout if layout in LAYOUTS else keys[-1]
    at = keys.index(shown)
    found = (keys[(at + step) % len(keys)] for step in range(1, len(keys)))
    return next((key for key in found if view is None or not lacking(view, key)), layout)


def other_form(layout: str) -> str:
    """The other form of a layout (lanes by source), or the first of those that have one."""
    forms = {key: part.under for key, part in LAYOUTS.items() if part.under}
    if layout in forms:
        return forms[layout]
    return next((key for key, under in forms.items() if under == layout), next(iter(forms.values())))


def lacking(view: GraphView, layout: str) -> tuple[str, ...]:
    """Columns that a layout needs and the view has not, or has no value in."""
    columns = LAYOUTS[layout].columns
    return tuple(
        name
        for name in columns
        if name not in view.columns or not np.isfinite(np.asarray(view.columns[name], np.float64)).any()
    )
