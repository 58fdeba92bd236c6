"""Leader lines: the name of an important node in a crowd stands in the nearest gap, joined by a thin line.

On maps of cities the same is done for places that have no room beside them (Imhof 1975, Positioning names on
maps). A line crosses edges and dots, as edges do, but no name and no other line.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.render.occupancy import CELL_PX, Occupancy

LEADERS_MAX: Final = 12  #: nodes of a page that may have one: the most important
_REACHES_PX: Final = (
    20.0,
    30.0,
    42.0,
    56.0,
    72.0,
    90.0,
    110.0,
    132.0,
    158.0,
    188.0,
    220.0,
)  # from the node to its name
_WAYS: Final = 24
_DIRECTIONS: Final = tuple(
    (round(math.cos(2 * math.pi * k / _WAYS), 9), round(math.sin(2 * math.pi * k / _WAYS), 9))
    for k in range(_WAYS)
)
_BUSY: Final = 0.15  # pixels of line that a cell of crossing edges is worth
_ABOVE: Final = 4.0  # pixels of line that a name right above or below is worth: beside reads better
_SHORTEST_PX: Final = 4.0  # a line that is not longer says nothing
_BESIDE: Final = np.array(
    [(0, 0), (-1, -1), (-1, 1), (1, -1), (1, 1)]
)  # a line cuts corners of cells between its points
WIDTH_PX: Final = 1.0
OPACITY: Final = 0.65

Pair = tuple[float, float]
Line = tuple[float, float, float, float]  #: x0, y0, x1, y1 pixels


@dataclass(slots=True)
class Led:
    """What no leader may cross: boxes (left, top, right, bottom) of names, and the leaders there are."""

    boxes: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)

    def crossed_by(self, line: Line) -> bool:
        """Whether a line touches a box or another line."""
        if any(_cross(line, other) for other in self.lines):
            return True
        if not self.boxes:
            return False
        return bool(_touches(line, np.array(self.boxes)).any())


def led_place(page: Occupancy, led: Led, node: tuple[Pair, float], size: Pair) -> tuple[Pair, Line] | None:
    """Offset of a name from its node, to the nearest gap, and its leader; None where none is near.

    Args:
        node: Pixel of its middle, and how far from there the leader begins.
        size: Width and height of the name, pixels.
    """
    at, rim_px = node
    for reach in _REACHES_PX:
        found = []
        for x, y in _DIRECTIONS:
            gap = rim_px + reach
            offset = (x * gap + _sign(x) * size[0] / 2, y * gap + _sign(y) * size[1] / 2)
            box = _box(at, offset, size)
            if not page.free(*box):
                continue
            line = leader(at, box, rim_px)
            if line is not None and not led.crossed_by(line):
                found.append((_BUSY * page.busy(*box) + _ABOVE * abs(y), offset, line))
        if found:
            _, offset, line = min(found)
            return offset, line
    return None


def take_leader(page: Occupancy, led: Led, line: Line) -> None:
    """Let no later name stand on a leader, and no later leader cross it."""
    led.lines.append(line)
    points = (_along(line, CELL_PX / 2)[:, None] + _BESIDE).reshape(-1, 2)
    on_page = ((points >= 0) & (points <= (page.width, page.height))).all(axis=1)
    page.take_points(points[on_page])


def leader(at: Pair, box: Line, rim_px: float) -> Line | None:
    """From the rim of a node to the nearest point of the box of its name; None where that is no way."""
    x, y = min(max(at[0], box[0]), box[2]), min(max(at[1], box[1]), box[3])
    length = float(np.hypot(x - at[0], y - at[1]))
    if length - rim_px < _SHORTEST_PX:
        return None
    share = rim_px / length
    return at[0] + (x - at[0]) * share, at[1] + (y - at[1]) * share, x, y


def _sign(value: float) -> float:
    return (value > 0) - (value < 0)


def _box(at: Pair, offset: Pair, size: Pair) -> Line:
    left, top = at[0] + offset[0] - size[0] / 2, at[1] + offset[1] - size[1] / 2
    return left, top, left + size[0], top + size[1]


def _along(line: Line, step_px: float) -> NDArray[np.float64]:
    """(P, 2) points of a line."""
    start, end = np.array(line[:2]), np.array(line[2:])
    count = int(np.hypot(*(end - start)) / step_px) + 2
    out: NDArray[np.float64] = start + (end - start) * np.linspace(0, 1, count)[:, None]
    return out


def _touches(line: Line, boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """(B,) whether a line has a point in a box: clipped by its sides, Liang and Barsky 1984."""
    start, way = np.array(line[:2]), np.array(line[2:]) - line[:2]
    with np.errstate(divide="ignore", invalid="ignore"):
        shares = (boxes.reshape(-1, 2, 2) - start) / way  # of the line, where it meets a side's straight line
    beside = (boxes[:, :2] > start) | (boxes[:, 2:] < start)
    flat = way == 0
    enters = np.where(flat, 0.0, shares.min(axis=1)).max(axis=1)
    leaves = np.where(flat, 1.0, shares.max(axis=1)).min(axis=1)
    missed = (beside & flat).any(axis=1)
    out: NDArray[np.bool_] = (np.maximum(enters, 0.0) <= np.minimum(leaves, 1.0)) & ~missed
    return out


def _cross(one: Line, other: Line) -> bool:
    """Whether two lines have a point in common."""
    a, b = one[:2], one[2:]
    c, d = other[:2], other[2:]
    return _turn(a, b, c) * _turn(a, b, d) <= 0 and _turn(c, d, a) * _turn(c, d, b) <= 0


def _turn(a: Pair, b: Pair, c: Pair) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
