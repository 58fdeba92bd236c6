"""Which points lie inside an outline that was drawn by hand. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def inside(points: NDArray[np.float64], outline: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(N,) whether each point lies inside a polygon by the even-odd rule; it is closed from last to first.

    Args:
        points: (N, 2).
        outline: (V, 2) corners, in the same unit; fewer than three hold nothing.

    The points are sorted by y once; each side of the polygon then only looks at those beside it.

    References:
        W. R. Franklin, PNPOLY – point inclusion in polygon test, 1970–2003: a side holds its lower end and
        not its upper one, so that a ray through a corner is counted once.

    Example:
        >>> square = np.array([(0, 0), (2, 0), (2, 2), (0, 2)], float)
        >>> inside(np.array([(1, 1), (3, 1)], float), square).tolist()
        [True, False]
    """
    found = np.zeros(len(points), np.bool_)
    if len(outline) < 3 or not len(points):
        return found
    order = np.argsort(points[:, 1], kind="stable")
    x, y = points[order, 0], points[order, 1]
    ends = np.roll(outline, -1, axis=0)
    low, high = np.minimum(outline[:, 1], ends[:, 1]), np.maximum(outline[:, 1], ends[:, 1])
    first, last = np.searchsorted(y, low), np.searchsorted(y, high)
    odd = np.zeros(len(points), np.bool_)
    for side in np.flatnonzero(first < last).tolist():
        beside = slice(first[side], last[side])
        (x0, y0), (x1, y1) = outline[side], ends[side]
        odd[beside] ^= x[beside] < (x1 - x0) * (y[beside] - y0) / (y1 - y0) + x0
    found[order] = odd
    return found


def combined(before: frozenset[int], caught: frozenset[int], how: str) -> frozenset[int]:
    """A selection after some nodes were caught: "add" them, "remove" them, else they alone."""
    if how == "add":
        return before | caught
    return before - caught if how == "remove" else caught
