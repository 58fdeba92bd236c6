"""Places at a given x: boxes stacked up and down until none overlaps. No Qt."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

EXACT_MAX: Final = 1_500  #: boxes that are placed one by one
_CELL: Final = 2.0  # columns are so wide, in mean half widths

Matrix = NDArray[np.float64]


def swarm(
    x: NDArray[np.float64],
    wanted: NDArray[np.float64],
    boxes: tuple[Matrix, Matrix],
    fixed: NDArray[np.bool_],
    order: NDArray[np.int64],
    floor: float = np.inf,
) -> NDArray[np.float64]:
    """(N,) y as close to the wanted as can be, so that no two boxes overlap.

    Args:
        x: (N,) places that stay.
        wanted: (N,) y; of fixed rows the y that they have.
        boxes: (N, 2) corners left-top and right-bottom, relative to the places.
        fixed: (N,) rows that stay where they are.
        order: Rows, those that get their wish first.
        floor: No free box reaches below this y.
    """
    if len(x) > EXACT_MAX:
        return _columns(x, wanted, boxes, fixed, order)
    low, high = boxes
    y = wanted.copy()
    done = list(np.flatnonzero(fixed))
    for row in order.tolist():
        if fixed[row]:
            continue
        others = np.array(done, np.int64)
        near = others[
            (x[others] + high[others, 0] > x[row] + low[row, 0])
            & (x[others] + low[others, 0] < x[row] + high[row, 0])
        ]
        above = y[near] + low[near, 1] - high[row, 1]
        below = y[near] + high[near, 1] - low[row, 1]
        y[row] = _nearest_free(float(wanted[row]), above, below, floor - float(high[row, 1]))
        done.append(row)
    return y


def _nearest_free(
    wanted: float, above: NDArray[np.float64], below: NDArray[np.float64], most: float
) -> float:
    """The value next to ``wanted`` that lies in none of the open intervals (above, below)."""
    tried = np.concatenate([[min(wanted, most)], above, below[below <= most]])
    is_free = ~((tried[:, None] > above + 1e-9) & (tried[:, None] < below - 1e-9)).any(axis=1) & (
        tried <= most
    )
    tried = tried[is_free]
    return float(tried[np.abs(tried - wanted).argmin()]) if len(tried) else wanted


def _columns(
    x: NDArray[np.float64],
    wanted: NDArray[np.float64],
    boxes: tuple[Matrix, Matrix],
    fixed: NDArray[np.bool_],
    order: NDArray[np.int64],
) -> NDArray[np.float64]:
    """As ``swarm`` for crowds of dots: columns of them, neighbouring columns on alternate lines."""
    size = float(np.median(boxes[1] - boxes[0]))
    column = np.floor(x / (_CELL * size / 2)).astype(np.int64)
    rank = np.empty(len(x), np.int64)
    rank[order] = np.arange(len(x))
    y = wanted.copy()
    rows = np.lexsort((rank, wanted, column))
    starts = np.flatnonzero(np.concatenate(([True], np.diff(column[rows]) != 0)))
    for begin, end in zip(starts, np.append(starts[1:], len(rows)), strict=True):
        here = rows[begin:end]
        free = here[~fixed[here]]
        lines = np.arange(len(here)) - len(here) // 2
        taken = np.round(y[here[fixed[here]]] / (2 * size)).astype(np.int64)
        lines = np.setdiff1d(np.arange(lines[0] - len(taken), lines[-1] + len(taken) + 1), taken)
        lines = lines[np.argsort(np.abs(lines), kind="stable")][: len(free)]
        y[free] = (np.sort(lines) * 2.0 + (column[here[0]] % 2)) * size
    return y
