"""How densely edges cover each part of the page, and how opaque that leaves one of them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_CELL_PX = 20.0
_STEP_PX = 6.0  # between two samples of a line
_POINTS_MAX = 40_000
_INK = 0.55  # layers' worth of ink where lines lie densest: four tenths of the ground are covered there
_CROWD = 0.05  # layers below which nothing is crowded
_ALONG = (0.15, 0.5, 0.85)  # where an edge looks at what surrounds it
_PEAK = 98  # percentile of the cells that hold lines


@dataclass(frozen=True, slots=True, eq=False)
class Density:
    """Attributes:
    layers: (R, C) float64 pixels of line in a cell for each pixel of its ground.
    left, top: Pixel where the first cell begins.
    peak: Layers where lines lie densest.
    """

    layers: NDArray[np.float64]
    left: float
    top: float
    peak: float

    def along(self, ends: NDArray[np.float64]) -> NDArray[np.float64]:
        """(K,) mean layers around (K, 4) lines, as far as they lie on the page."""
        x0, y0, x1, y1 = np.ascontiguousarray(ends.T)
        layers = self.layers.ravel()
        total = np.zeros(len(ends))
        for share in _ALONG:
            total += np.take(layers, self.cells_at(x0 + (x1 - x0) * share, y0 + (y1 - y0) * share))
        return total / len(_ALONG)

    def cells_at(self, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.int64]:
        """(K,) numbers, row by row, of the cells nearest to K pixels."""
        rows, columns = self.layers.shape
        column = np.clip((x - self.left) * (1 / _CELL_PX), 0, columns - 1).astype(np.int64)
        row = np.clip((y - self.top) * (1 / _CELL_PX), 0, rows - 1).astype(np.int64)
        cells: NDArray[np.int64] = row * columns + column
        return cells


@dataclass(frozen=True, slots=True, eq=False)
class Sampled:
    """Points along lines, for densities that weigh the lines differently.

    Attributes:
        line: (P,) which line a point is of.
        cell: (P,) number of the cell it lies in.
        length: (P,) pixels of line that it stands for.
        empty: The page without lines.
    """

    line: NDArray[np.int64]
    cell: NDArray[np.int64]
    length: NDArray[np.float64]
    empty: Density

    def density(self, shares: NDArray[np.float64]) -> Density:
        """Density with (K,) how many lines of full ink each line stands for."""
        empty = self.empty
        ink = self.length * shares[self.line]
        layers = np.bincount(self.cell, ink, empty.layers.size).reshape(empty.layers.shape) / _CELL_PX**2
        held = layers[layers > 0]
        return Density(layers, empty.left, empty.top, float(np.percentile(held, _PEAK)) if len(held) else 0.0)


def sampled(ends: NDArray[np.float64], box: tuple[float, float, float, float]) -> Sampled:
    """Points along (K, 4) lines inside a box (``clipped``), pixels; ``box`` is left, top, right, bottom."""
    left, top, right, bottom = box
    shape = (int((bottom - top) / _CELL_PX) + 1, int((right - left) / _CELL_PX) + 1)
    x0, y0, x1, y1 = np.ascontiguousarray(ends.T)
    length = np.hypot(x1 - x0, y1 - y0)
    step = max(_STEP_PX, float(length.sum()) / _POINTS_MAX)
    count = (length / step).astype(np.int64) + 1
    line = np.repeat(np.arange(len(ends)), count)
    place = (np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count) + 0.5) / count[line]
    empty = Density(np.zeros(shape), left, top, 0.0)
    cell = empty.cells_at(x0[line] + (x1 - x0)[line] * place, y0[line] + (y1 - y0)[line] * place)
    return Sampled(line, cell, (length / count)[line], empty)


def opacity(layers: NDArray[np.float64], peak: float) -> NDArray[np.float64]:
    """(K,) in (0, 1]: falls with the density around an edge, so that all of them together still grow with it.

    The ink of a place, layers × opacity, grows as the logarithm of its layers up to the peak: a place of a
    hundred edges is darker than one of ten, and one of ten can still be seen (Ward, Larson, Rushmeier 1997
    map luminance in this way).

    Args:
        layers: (K,) layers around the edges.
        peak: Layers where lines lie densest; with few of them all edges are opaque.
    """
    thick = np.maximum(layers, _CROWD)
    ink = _INK * np.log1p(thick) / (thick * np.log1p(max(peak, _CROWD)))
    out: NDArray[np.float64] = np.minimum(ink, 1.0)
    return out


def clipped(ends: NDArray[np.float64], box: tuple[float, float, float, float]) -> NDArray[np.float64]:
    """(K, 4) what of lines lies inside a box; a line beside it shrinks to a point (Liang and Barsky 1984)."""
    columns = np.ascontiguousarray(ends.T)
    first, last = np.zeros(len(ends)), np.ones(len(ends))
    for axis in (0, 1):
        start, way = columns[axis], columns[axis + 2] - columns[axis]
        step = np.where(np.abs(way) < 1e-9, 1e-9, way)
        low, high = (box[axis] - start) / step, (box[axis + 2] - start) / step
        first = np.maximum(first, np.minimum(low, high))
        last = np.minimum(last, np.maximum(low, high))
    first = np.clip(first, 0.0, 1.0)
    last = np.clip(last, first, 1.0)
    x, y, dx, dy = columns[0], columns[1], columns[2] - columns[0], columns[3] - columns[1]
    # columns stay whole in memory: what comes next reads them one by one
    return np.stack([x + dx * first, y + dy * first, x + dx * last, y + dy * last]).T
