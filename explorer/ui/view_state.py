"""What is shown, and the way there: one state, and a history as in a browser. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from explorer.graph.query import ViewQuery
from explorer.graph.scene import Scene
from explorer.graph.style import make_scene
from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS

HISTORY_MAX = 200
DEPTH_MAX = 5


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where nodes stood: ids (N,) int64 ascending, pos (N, 2) float32 world units, of one layout."""

    layout: str
    ids: NDArray[np.int64]
    pos: NDArray[np.float32]

    def start_for(self, view: GraphView) -> NDArray[np.float32]:
        """(N, 2) float32, the places of the view's nodes; NaN where a node is new."""
        start = np.full((len(view.ids), 2), np.nan, np.float32)
        if len(self.ids):
            at = np.minimum(np.searchsorted(self.ids, view.ids), len(self.ids) - 1)
            known = self.ids[at] == view.ids
            start[known] = self.pos[at[known]]
        return start


def places_of(scene: Scene, layout: str) -> Places:
    """The places of a scene, to be kept."""
    return Places(layout, scene.view.ids, scene.pos)


@dataclass(frozen=True, slots=True)
class ViewState:
    """Attributes:
    query: What is asked for.
    layout: Id of the layout.
    selection: Node ids.
    pinned: Nodes that keep their place whatever the layout does.
    places: Where the nodes stood last, or None.
    title: What the view is about, for crumbs and exports.
    """

    query: ViewQuery = field(default_factory=ViewQuery)
    layout: str = "force"
    selection: frozenset[int] = frozenset()
    pinned: frozenset[int] = frozenset()
    places: Places | None = None
    title: str = ""


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
    return replace(query, expanded=tuple(dict.fromkeys((*query.expanded, *sorted(ids)))))


def placed(view: GraphView, state: ViewState, seed: int = 0) -> Scene:
    """The scene of a view: nodes keep their places where the layout is the same, pinned ones always."""
    start = np.full((len(view.ids), 2), np.nan, np.float32)
    places = state.places
    if places is not None:
        given = places.start_for(view)
        stay = np.isin(view.ids, np.array(sorted(state.pinned), np.int64))
        start = given if places.layout == state.layout else np.where(stay[:, None], given, start)
    return make_scene(view, LAYOUTS[state.layout].place(view, start, seed))


def lacking(view: GraphView, layout: str) -> tuple[str, ...]:
    """Columns that a layout needs and the view has not, or has no value in."""
    columns = LAYOUTS[layout].columns
    return tuple(
        name
        for name in columns
        if name not in view.columns or not np.isfinite(np.asarray(view.columns[name], np.float64)).any()
    )
