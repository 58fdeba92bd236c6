"""Which parts of the page are taken: a coarse bitmap, so that a test costs the same on a full page."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

CELL_PX = 3.0
_POINTS_MAX = 40_000  # that lines are sampled at
RIM_PX = 4.0  # kept free at the rim of the page


class Occupancy:
    """Two boxes that overlap share a cell; so boxes taken through this never do.

    Args:
        width, height: The page, pixels; nothing outside of it, or close to its rim, is free.
    """

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        shape = (int(height / CELL_PX) + 2, int(width / CELL_PX) + 2)
        self._taken = np.zeros(shape, np.bool_)
        self._busy = np.zeros(shape, np.int32)

    def take_boxes(self, low: NDArray[np.float64], high: NDArray[np.float64]) -> None:
        """Take many boxes at once: (K, 2) left-top and (K, 2) right-bottom pixels, on the page."""
        inside = ((high >= 0) & (low <= (self.width, self.height))).all(axis=1)
        x0, y0 = self._cells(low[inside])
        x1, y1 = self._cells(high[inside])
        edges = np.zeros((self._taken.shape[0] + 1, self._taken.shape[1] + 1), np.int32)
        np.add.at(edges, (y0, x0), 1)
        np.add.at(edges, (y1 + 1, x1 + 1), 1)
        np.add.at(edges, (y0, x1 + 1), -1)
        np.add.at(edges, (y1 + 1, x0), -1)
        self._taken |= edges.cumsum(axis=0).cumsum(axis=1)[:-1, :-1] > 0

    def mark_lines(self, lines: NDArray[np.float64]) -> None:
        """Note (K, 4) straight lines: they take nothing, but labels prefer to stand elsewhere."""
        length = np.hypot(lines[:, 2] - lines[:, 0], lines[:, 3] - lines[:, 1])
        step = max(1.5 * CELL_PX, float(length.sum()) / _POINTS_MAX)
        count = (np.minimum(length, 3000.0) / step).astype(np.int64) + 1
        line = np.repeat(np.arange(len(lines)), count)
        share = (np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)) / count[line]
        points = lines[line, :2] + (lines[line, 2:] - lines[line, :2]) * share[:, None]
        inside = ((points >= 0) & (points <= (self.width, self.height))).all(axis=1)
        x, y = self._cells(points[inside])
        cells = np.bincount(y * self._busy.shape[1] + x, minlength=self._busy.size)
        self._busy += cells.reshape(self._busy.shape).astype(np.int32)

    def free(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether the box lies on the page and nothing has taken a part of it."""
        if not self.inside(left, top, right, bottom):
            return False
        return not self._taken[self._slice(left, top, right, bottom)].any()

    def inside(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Whether the box lies on the page and clear of its rim."""
        right_room, bottom_room = self.width - right, self.height - bottom
        return min(left, top, right_room, bottom_room) >= RIM_PX

    def busy(self, left: float, top: float, right: float, bottom: float) -> int:
        """How many cells' worth of lines cross the box."""
        return int(self._busy[self._slice(left, top, right, bottom)].sum())

    def taken(self, left: float, top: float, right: float, bottom: float) -> int:
        """How many cells of the box are taken."""
        return int(self._taken[self._slice(left, top, right, bottom)].sum())

    def take(self, left: float, top: float, right: float, bottom: float) -> None:
        self._taken[self._slice(left, top, right, bottom)] = True

    def free_points(self, points: NDArray[np.float64]) -> bool:
        """Whether all of (K, 2) points lie on the page in free cells."""
        if (points < 0).any() or (points > (self.width, self.height)).any():
            return False
        x, y = self._cells(points)
        return not self._taken[y, x].any()

    def busy_points(self, points: NDArray[np.float64]) -> int:
        """How much of lines crosses the cells of (K, 2) points on the page."""
        x, y = self._cells(points)
        return int(self._busy[y, x].sum())

    def take_points(self, points: NDArray[np.float64]) -> None:
        x, y = self._cells(points)
        self._taken[y, x] = True

    def _cells(self, points: NDArray[np.float64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        top = (self._taken.shape[1] - 1, self._taken.shape[0] - 1)
        cells = np.clip(np.floor(points / CELL_PX), 0, top).astype(np.int64)
        return cells[:, 0], cells[:, 1]

    def _slice(self, left: float, top: float, right: float, bottom: float) -> tuple[slice, slice]:
        return (
            slice(max(int(top / CELL_PX), 0), int(bottom / CELL_PX) + 1),
            slice(max(int(left / CELL_PX), 0), int(right / CELL_PX) + 1),
        )
