"""Lay a graph out piece by piece: each connected component for itself, then side by side without overlap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.int32]

#: (nodes, ends (M, 2), weights (M,), start (N, 2) with NaN where free, seed) -> (N, 2) finite
PlaceComponent = Callable[[int, Rows, Floats, Floats, int], Floats]

_GAP: Final = 1.0  #: between components, in lengths of an edge
_ASPECT: Final = 1.5  #: width to height of the whole


def place_components(ends: Rows, weights: Floats, start: Floats, seed: int, place: PlaceComponent) -> Floats:
    """(N, 2) float32 positions; rows given in ``start`` (N, 2) come back unchanged.

    Components without a given row are packed in rows, the largest first, below what is given.
    """
    from scipy.sparse import coo_array  # a third of a second that the window's start can do without
    from scipy.sparse.csgraph import connected_components

    total = len(start)
    placed = np.array(start, np.float32)
    given = rows_given(start)
    placed[~given] = np.nan
    proper = ends[ends[:, 0] != ends[:, 1]] if len(ends) else ends.reshape(0, 2)
    kept = weights[ends[:, 0] != ends[:, 1]] if len(ends) else weights
    links = coo_array((np.ones(len(proper)), (proper[:, 0], proper[:, 1])), shape=(total, total))
    _, labels = connected_components(links, directed=False)
    loose: list[tuple[NDArray[np.intp], Floats]] = []
    for rows, edges in _split(labels, proper):
        own = np.searchsorted(rows, proper[edges]).astype(np.int32)
        positions = place(len(rows), own, kept[edges], placed[rows], seed)
        if given[rows].any():
            placed[rows] = np.where(given[rows, None], placed[rows], positions)
        else:
            loose.append((rows, positions))
    _pack(placed, loose)
    return placed


def rows_given(start: Floats) -> NDArray[np.bool_]:
    """(N,) bool: which rows of (N, 2) have a place."""
    return np.asarray(np.isfinite(start).all(axis=1))


def _split(labels: NDArray[np.int32], ends: Rows) -> list[tuple[NDArray[np.intp], NDArray[np.intp]]]:
    """Rows and edge numbers of each component, the largest component first, then by first row."""
    if not len(labels):
        return []
    order = np.argsort(labels, kind="stable")
    rows = np.split(order, np.cumsum(np.bincount(labels))[:-1])
    of_edge = labels[ends[:, 0]] if len(ends) else np.zeros(0, np.int32)
    by_label = np.argsort(of_edge, kind="stable")
    edges = np.split(by_label, np.cumsum(np.bincount(of_edge, minlength=len(rows)))[:-1])
    return sorted(zip(rows, edges, strict=True), key=lambda part: (-len(part[0]), part[0][0]))


def _pack(placed: Floats, loose: list[tuple[NDArray[np.intp], Floats]]) -> None:
    """Put the loose components in rows, below everything that already has a place."""
    sizes = [np.ptp(positions, axis=0) + _GAP for _, positions in loose]
    if not sizes:
        return
    taken = placed[np.isfinite(placed).all(axis=1)]
    left, bottom = taken.min(axis=0) if len(taken) else (0.0, 0.0)
    area = sum(float(width * height) for width, height in sizes)
    breadth = max(np.sqrt(area * _ASPECT), max(float(width) for width, _ in sizes))
    x, y, row_height = 0.0, float(bottom) - (_GAP if len(taken) else 0.0), 0.0
    for (rows, positions), (width, height) in zip(loose, sizes, strict=True):
        if x and x + width > breadth:
            x, y, row_height = 0.0, y - row_height, 0.0
        corner = np.array([positions[:, 0].min(), positions[:, 1].max()])
        placed[rows] = positions - corner + np.array([left + x, y], np.float32)
        x, row_height = x + float(width), max(row_height, float(height))
    if not len(taken):
        placed -= (placed.min(axis=0) + placed.max(axis=0)) / 2
