"""Where the nodes of paths and bridges stand: from left to right."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from explorer.graph.style import SPACING

_STEP = 3.4 * SPACING  # from one node of a path to the next: a verb and two names have room
_LANE = 1.7 * SPACING  # from one path to the next
_ROW = 0.85 * SPACING  # from one method of a bridge to the next
_SPAN = 6.0 * SPACING  # from a source to the methods


def along_paths(paths: Sequence[Sequence[int]]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Ids (N,) ascending and places (N, 2) of the nodes of paths that share both ends, the best path first.

    The ends stand on one line, all paths as wide as the longest; each has a height of its own for the nodes
    that no better path has, nearest to the line for the best.

    >>> ids, pos = along_paths([(7, 3, 9)])
    >>> ids.tolist(), pos[:, 1].tolist()
    ([3, 7, 9], [0.0, 0.0, 0.0])
    """
    width = max(len(path) for path in paths) - 1
    has_lanes = len(paths) > 1
    places: dict[int, tuple[float, float]] = {}
    for number, path in enumerate(paths):
        side = -1.0 if number % 2 == 0 else 1.0
        height = side * (number // 2 + 0.5) * _LANE if has_lanes else 0.0
        steps = len(path) - 1
        for at, node in enumerate(path):
            is_end = at in (0, steps)
            places.setdefault(node, (at * width / steps * _STEP, 0.0 if is_end else height))
    return _arrays(places)


def between_two(
    left: int, right: int, middle: Sequence[int]
) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """Ids (N,) ascending and places (N, 2): two sources at the sides, methods in a column between them."""
    top = (len(middle) - 1) / 2
    places = {node: (0.0, (row - top) * _ROW) for row, node in enumerate(middle)}
    places |= {left: (-_SPAN, 0.0), right: (_SPAN, 0.0)}
    return _arrays(places)


def _arrays(places: dict[int, tuple[float, float]]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    ids = sorted(places)
    return np.array(ids, np.int64), np.array([places[node] for node in ids], np.float32)
