"""Where a card may stand so that it covers nothing that it speaks of. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_STEP_PX = 12.0
_RIM_PX = 4.0
_COVERED_PX = 90.0  # a name or node that is covered costs as much as being so much farther away


def free_place(
    size: tuple[float, float],
    page: tuple[float, float],
    near: tuple[float, float],
    never: NDArray[np.float64],
    rather_not: NDArray[np.float64],
) -> tuple[float, float] | None:
    """Left and top, pixels, of the place nearest to a point; None where there is none.

    Args:
        size: Width and height of the card.
        page: Width and height of the viewport that it must stay in.
        near: What it belongs to, such as the middle of an edge.
        never: (K, 4) left, top, right, bottom of boxes that it must not touch.
        rather_not: (L, 4) boxes that it avoids where that is not far.
    """
    left = np.arange(_RIM_PX, page[0] - size[0] - _RIM_PX + 1e-6, _STEP_PX)
    top = np.arange(_RIM_PX, page[1] - size[1] - _RIM_PX + 1e-6, _STEP_PX)
    if not len(left) or not len(top):
        return None
    x, y = (grid.ravel() for grid in np.meshgrid(left, top))
    # distance from the card's nearest point, so that a wide card is not pushed away by its own width
    dx = np.maximum(np.maximum(x - near[0], near[0] - x - size[0]), 0.0)
    dy = np.maximum(np.maximum(y - near[1], near[1] - y - size[1]), 0.0)
    middle = np.hypot(x + size[0] / 2 - near[0], y + size[1] / 2 - near[1])
    cost = np.hypot(dx, dy) + 0.15 * middle + _COVERED_PX * _touches(x, y, size, rather_not).sum(axis=1)
    cost = np.where(_touches(x, y, size, never).any(axis=1), np.inf, cost)
    best = int(cost.argmin())
    return (float(x[best]), float(y[best])) if np.isfinite(cost[best]) else None


def _touches(
    x: NDArray[np.float64], y: NDArray[np.float64], size: tuple[float, float], boxes: NDArray[np.float64]
) -> NDArray[np.bool_]:
    """(places, boxes): whether the card there overlaps the box."""
    left, top, right, bottom = boxes.reshape(-1, 4).T
    out: NDArray[np.bool_] = (
        (x[:, None] < right)
        & (x[:, None] + size[0] > left)
        & (y[:, None] < bottom)
        & (y[:, None] + size[1] > top)
    )
    return out
