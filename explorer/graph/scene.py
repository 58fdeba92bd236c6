"""Scene: everything a painter needs, and nothing it must look up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from explorer.graph.hulls import Hull
from explorer.graph.view import GraphView, empty_view

if TYPE_CHECKING:
    from explorer.graph.axes import Axes  # which measures its words as style does, which makes scenes


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Attributes:
    view: The graph drawn; rows align with everything below.
    pos: (N, 2) float32, world units: a mean edge is about 50 long; a camera fits them to the page.
    radius: (N,) float32, device-independent pixels where nodes have room (``style.zoom_factor``).
    labels: N strings, shortened for drawing; "" draws none.
    label_order: (N,) int32 rows by falling importance: who gets a label first.
    looks: (M,) uint8 ``style.EdgeLook`` values; empty draws every edge plain.
    lanes: (M,) float32, 0 for an edge alone between its nodes (``style.edge_lanes``); empty is all alone.
    spacing: World units between neighbouring nodes where most of them are: decides how large nodes are drawn.
    axes: What stands beside the nodes: a time scale, rows, bands; None for none.
    hulls: Grounds of regions, where the layout has such.
    pinned: Ids of the rows that stay where a person has put them.
    graph: The graph that is shown, where ``view`` draws a node of it in several places or not at all.
    """

    view: GraphView
    pos: NDArray[np.float32]
    radius: NDArray[np.float32]
    labels: tuple[str, ...]
    label_order: NDArray[np.int32]
    looks: NDArray[np.uint8] = field(default_factory=lambda: np.zeros(0, np.uint8))
    lanes: NDArray[np.float32] = field(default_factory=lambda: np.zeros(0, np.float32))
    spacing: float = 50.0
    axes: Axes | None = None
    graph: GraphView | None = None
    hulls: tuple[Hull, ...] = ()
    pinned: frozenset[int] = frozenset()

    @property
    def whole(self) -> GraphView:
        """The graph that is shown, a row for each node."""
        return self.view if self.graph is None else self.graph

    @property
    def home_rows(self) -> NDArray[np.int64]:
        """Rows that are in sight when everything is shown: all but what lies years before the axis."""
        if self.axes is None or "date" not in self.view.columns:
            return np.arange(len(self.pos))
        days = np.asarray(self.view.columns["date"], np.float64)
        return np.flatnonzero(~(days < self.axes.begin))

    def moved(self, pos: NDArray[np.float32]) -> Scene:
        """The same scene with other positions, (N, 2) float32."""
        return replace(self, pos=pos)

    def places_of(self, ids: Iterable[int]) -> tuple[tuple[int, float, float], ...]:
        """(id, x, y), world units, of those rows that the scene holds."""
        rows = [(row_id, self.view.row_of(row_id)) for row_id in ids]
        return tuple((row_id, *self.pos[row].tolist()) for row_id, row in rows if row >= 0)

    def with_places(self, places: Iterable[tuple[int, float, float]]) -> Scene:
        """The same scene with some rows elsewhere: (id, x, y), world units."""
        pos = self.pos.copy()
        for row_id, x, y in places:
            if (row := self.view.row_of(row_id)) >= 0:
                pos[row] = x, y
        return self.moved(pos)


def empty_scene() -> Scene:
    """A scene without nodes: what is shown before a library is open."""
    view = empty_view()
    return Scene(view, np.zeros((0, 2), np.float32), np.zeros(0, np.float32), (), np.zeros(0, np.int32))
