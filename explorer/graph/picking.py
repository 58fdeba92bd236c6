"""Which node or edge stands under a pixel, and which nodes inside a rectangle or an outline. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from explorer.graph.camera import Camera
from explorer.graph.lasso import inside
from explorer.graph.scene import Scene
from explorer.graph.style import zoom_factor

BOW_PX = 15.0  # how far the middle of a parallel edge stands aside, per lane
_BOW_SHARE = 0.16  # of its length that a short edge stands aside at most
BOW_STEPS = 8  # straight pieces that a bowed edge is tested by
NODE_SLACK_PX = 3.0  # small dots are hard to hit
EDGE_SLACK_PX = 5.0


@dataclass(frozen=True, slots=True, eq=False)
class _Grid:
    """A uniform grid with about one node per cell.

    Attributes:
        low: (2,) world point where the first cell begins.
        cell: Side of a cell, world units.
        columns, rows: Number of cells.
        order: (N,) int64 rows of nodes, cell by cell.
        start: (columns × rows + 1,) where each cell begins in ``order``.
    """

    low: NDArray[np.float64]
    cell: float
    columns: int
    rows: int
    order: NDArray[np.int64]
    start: NDArray[np.int64]

    def near(self, left: float, top: float, right: float, bottom: float) -> NDArray[np.int64]:
        """Rows of the nodes in the cells that touch a world rectangle."""
        x0 = max(int((left - self.low[0]) // self.cell), 0)
        y0 = max(int((top - self.low[1]) // self.cell), 0)
        x1 = min(int((right - self.low[0]) // self.cell), self.columns - 1)
        y1 = min(int((bottom - self.low[1]) // self.cell), self.rows - 1)
        if x0 > x1 or y0 > y1:
            return np.zeros(0, np.int64)
        lines = range(y0 * self.columns, (y1 + 1) * self.columns, self.columns)
        ranges = [(self.start[line + x0], self.start[line + x1 + 1]) for line in lines]
        return np.concatenate([self.order[first:last] for first, last in ranges])


def _grid_of(scene: Scene) -> _Grid:
    pos = scene.pos.astype(np.float64)
    low = pos.min(axis=0) if len(pos) else np.zeros(2)
    span = pos.max(axis=0) - low if len(pos) else np.ones(2)
    mean_room = float(np.sqrt(span[0] * span[1] / max(len(pos), 1)))
    cell = max(mean_room, float(span.max()) / 2048, 1e-9)
    columns, rows = (int(length / cell) + 1 for length in span)
    cells = ((pos - low) / cell).astype(np.int64)
    key = cells[:, 1] * columns + cells[:, 0]
    order = np.argsort(key, kind="stable").astype(np.int64)
    return _Grid(low, cell, columns, rows, order, np.searchsorted(key[order], np.arange(columns * rows + 1)))


class Picker:
    """Finds nodes of one scene. Its grid is made when a pointer first asks: after the first frame.

    Args:
        scene: The scene; positions must not change while the picker lives.
    """

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    @cached_property
    def _grid(self) -> _Grid:
        return _grid_of(self._scene)

    @cached_property
    def _top_radius(self) -> float:
        return float(self._scene.radius.max(initial=0.0))

    def node_at(self, camera: Camera, x_px: float, y_px: float) -> int:
        """Row of the node under the pixel, nearest to its middle first, or -1."""
        factor = zoom_factor(camera.scale * self._scene.spacing)
        reach = (self._top_radius * factor + NODE_SLACK_PX) / camera.scale
        x, y = camera.to_world(x_px, y_px)
        rows = self._grid.near(x - reach, y - reach, x + reach, y + reach)
        if not len(rows):
            return -1
        offset = self._scene.pos[rows] - np.array((x, y))
        distance = np.hypot(offset[:, 0], offset[:, 1]) * camera.scale
        inside = distance <= self._scene.radius[rows] * factor + NODE_SLACK_PX
        if not inside.any():
            return -1
        return int(rows[np.where(inside, distance, np.inf).argmin()])

    def nodes_in(
        self, camera: Camera, corner: tuple[float, float], other: tuple[float, float]
    ) -> NDArray[np.int64]:
        """Rows, ascending, of the nodes whose middle is inside the rectangle of two pixels."""
        (x0, y0), (x1, y1) = camera.to_world(*corner), camera.to_world(*other)
        left, right, top, bottom = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
        rows = self._grid.near(left, top, right, bottom)
        x, y = self._scene.pos[rows].T
        return np.sort(rows[(x >= left) & (x <= right) & (y >= top) & (y <= bottom)])

    def nodes_inside(self, camera: Camera, outline: NDArray[np.float64]) -> NDArray[np.int64]:
        """Rows, ascending, of the nodes whose middle is inside an outline, (V, 2) pixels."""
        if len(outline) < 3:
            return np.zeros(0, np.int64)
        rows = self.nodes_in(camera, tuple(outline.min(axis=0)), tuple(outline.max(axis=0)))
        middles: NDArray[np.float64] = camera.to_screen(self._scene.pos[rows]).astype(np.float64)
        return rows[inside(middles, outline)]


def edge_at(scene: Scene, camera: Camera, rows: NDArray[np.int64], x_px: float, y_px: float) -> int:
    """Row of the edge nearest to the pixel within a few pixels, or -1.

    Args:
        rows: Edges that come into question, such as those in the viewport.
    """
    point = np.array((x_px, y_px), np.float64)
    ends = camera.to_screen(scene.pos[scene.view.ends[rows].ravel()]).reshape(-1, 4)
    lanes = scene.lanes[rows] if len(scene.lanes) else np.zeros(len(rows), np.float32)
    reach = EDGE_SLACK_PX + np.abs(lanes) * BOW_PX
    near = (
        (np.minimum(ends[:, 0], ends[:, 2]) - reach <= x_px)
        & (np.maximum(ends[:, 0], ends[:, 2]) + reach >= x_px)
        & (np.minimum(ends[:, 1], ends[:, 3]) - reach <= y_px)
        & (np.maximum(ends[:, 1], ends[:, 3]) + reach >= y_px)
    )
    candidates = np.flatnonzero(near)
    if not len(candidates):
        return -1
    curves = curve_points(ends[candidates], lanes[candidates], BOW_STEPS)
    distance = _distance(curves, point).min(axis=1)
    best = int(distance.argmin())
    return int(rows[candidates[best]]) if distance[best] <= EDGE_SLACK_PX else -1


def control_points(ends: NDArray[np.float64], lanes: NDArray[np.float32]) -> NDArray[np.float64]:
    """(K, 2) control points of the quadratic curves of (K, 4) pixel ends; the middle of straight ones."""
    middle = (ends[:, :2] + ends[:, 2:]) / 2
    along = ends[:, 2:] - ends[:, :2]
    length = np.maximum(np.hypot(along[:, 0], along[:, 1]), 1e-9)
    aside = np.stack([along[:, 1], -along[:, 0]], axis=1) / length[:, None]
    shift = np.clip(
        lanes * BOW_PX, -_BOW_SHARE * length, _BOW_SHARE * length
    )  # a curve reaches half way to its control point
    out: NDArray[np.float64] = middle + aside * (2 * shift)[:, None]
    return out


def curve_points(ends: NDArray[np.float64], lanes: NDArray[np.float32], steps: int) -> NDArray[np.float64]:
    """(K, steps + 1, 2) points along the curves of (K, 4) pixel ends."""
    share = np.linspace(0.0, 1.0, steps + 1)[None, :, None]
    start, end, control = ends[:, None, :2], ends[:, None, 2:], control_points(ends, lanes)[:, None, :]
    return (1 - share) ** 2 * start + 2 * share * (1 - share) * control + share**2 * end


def _distance(curves: NDArray[np.float64], point: NDArray[np.float64]) -> NDArray[np.float64]:
    """(K, steps) pixels from the point to each straight piece."""
    start, along = curves[:, :-1], np.diff(curves, axis=1)
    square = np.maximum((along**2).sum(axis=2), 1e-12)
    share = np.clip(((point - start) * along).sum(axis=2) / square, 0.0, 1.0)
    gap = start + share[..., None] * along - point
    out: NDArray[np.float64] = np.hypot(gap[..., 0], gap[..., 1])
    return out
