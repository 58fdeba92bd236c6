"""Places for a name around its node: eight sides, in order of preference, where the page is free."""

from __future__ import annotations

from explorer.render.occupancy import CELL_PX, RIM_PX, Occupancy

Pair = tuple[float, float]
Place = tuple[float, Pair, float, Pair]  # cost, side, reach, offset

_GAP_PX = CELL_PX + 0.5  # the label's cells never touch those of its own node
#: sides of the node in order of preference: unit vector, and what it costs in cells of line
_SIDES = (
    *(((0.0, 1.0), 0.0), ((1.0, 0.0), 5.0), ((0.0, -1.0), 7.0), ((-1.0, 0.0), 8.0)),
    *(((0.64, 0.64), 14.0), ((0.64, -0.64), 15.0), ((-0.64, 0.64), 16.0), ((-0.64, -0.64), 17.0)),
)
_STICKY = 5.0  # what the side of the last time is cheaper


def places_around(
    page: Occupancy, at: Pair, size: Pair, node: tuple[Pair, float], last: Pair | None, forced: bool
) -> list[Place]:
    """Places that are free, with their costs; where none is and one must be had, the covered ones.

    Args:
        node: Half extents of the node, and the rim around it.
        last: Side on which the label stood the last time.
    """
    half, rim = node
    free: list[Place] = []
    covered: list[Place] = []
    for side, cost in _SIDES:
        reach = half[0] * abs(side[0]) + half[1] * abs(side[1])
        gap = reach + rim + _GAP_PX
        offset = (side[0] * gap + _sign(side[0]) * size[0] / 2, side[1] * gap + _sign(side[1]) * size[1] / 2)
        if not side[0]:
            offset = _inside(offset, at, size, page)
        left, top = at[0] + offset[0] - size[0] / 2, at[1] + offset[1] - size[1] / 2
        box = (left, top, left + size[0], top + size[1])
        cost -= _STICKY if side == last else 0.0
        if page.free(*box):
            free.append((cost + page.busy(*box), side, reach, offset))
        elif forced:
            off_page = 0.0 if page.inside(*box) else 1e6
            covered.append((cost + page.taken(*box) + off_page, side, reach, offset))
    return free or covered


def _sign(value: float) -> float:
    return (value > 0) - (value < 0)


def _inside(
    offset: tuple[float, float], at: tuple[float, float], size: tuple[float, float], page: Occupancy
) -> tuple[float, float]:
    """The offset of a label above or below its node, moved sideways so that it stays on the page."""
    low, high = size[0] / 2 + RIM_PX + 1, page.width - size[0] / 2 - RIM_PX - 1
    x = min(max(at[0] + offset[0], low), high) if low < high else page.width / 2
    return x - at[0], offset[1]
