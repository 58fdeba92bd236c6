"""Room for names: nodes pushed apart so that a picture of them can be read. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.compute.separate import clear_of_lines, no_two_on_one_spot, separate, spread_angles
from explorer.graph.style import SPACING, label_width_px, node_importance, node_radius, short_name
from explorer.graph.view import GraphView
from explorer.model import NodeKind

LINES_MAX = 40_000  # pairs of a node and an edge that are kept apart
ROOM_MAX = 320  # nodes; beyond, labels do not all show at once
PAGE_PX = (900.0, 680.0)
FILL = 0.40  # of the page that boxes may take
_GAP_PX = (8.0, 9.0)
LINE_PX = 19.0
_LINE_GAP_PX = 7.0
_FAN_MAX = 40  # neighbours; more cannot be told apart by their angles
_FAN_DEGREES = 15.0
_BARE_PX = 2.5  # around a node whose name has no room
_PASS_ROUNDS = (24, 24, 32, 120)


def make_room(
    view: GraphView,
    pos: NDArray[np.float64],
    given: NDArray[np.bool_],
    seed: int,
    farthest_px: float = np.inf,
) -> NDArray[np.float32]:
    """(N, 2) float32 positions with room for each node and its name below it, for a view of some hundreds.

    Larger views only get their nodes off each other's spot. Given rows, (N,) bool, come back unchanged.

    Args:
        farthest_px: How far a node may be moved, as seen when the view fills a page.
    """
    if 1 < len(pos) <= ROOM_MAX and not given.all():
        pos = _separated(view, pos, given, seed, farthest_px)
    return no_two_on_one_spot(pos, given, SPACING).astype(np.float32)


def _separated(
    view: GraphView, start: NDArray[np.float64], given: NDArray[np.bool_], seed: int, farthest_px: float
) -> NDArray[np.float64]:
    pos = start if given.any() else _fanned_out(view, start)
    low, high = boxes_px(view)
    # names beyond the budget have no room at all; a crowd of bare nodes takes a larger page
    crowd = float((high - low).prod(axis=1).sum() / FILL / np.prod(PAGE_PX))
    page = np.array(PAGE_PX) * max(1.0, crowd**0.5)
    for rounds in _PASS_ROUNDS:
        span = np.maximum(np.ptp(pos, axis=0), 1e-6)
        px_per_unit = float(np.min((page - (high - low).max(axis=0)) / span))
        px_per_unit = min(px_per_unit, 240.0 / SPACING)
        if len(view.ends) * len(pos) <= LINES_MAX:
            reach = (_LINE_GAP_PX - low[:, 1]) / px_per_unit
            pos = clear_of_lines(pos, view.ends, reach, given)
        pos = separate(pos, low / px_per_unit, high / px_per_unit, given, rounds, seed)
        pos = start + _at_most(pos - start, farthest_px / px_per_unit)
    return pos


def _fanned_out(view: GraphView, pos: NDArray[np.float64]) -> NDArray[np.float64]:
    """(N, 2): the neighbours of the center as far away as before, at angles that can be told apart."""
    touching = view.ends[(view.ends == view.center).any(axis=1)]
    around = np.setdiff1d(touching, [view.center])
    if view.center < 0 or not 2 < len(around) <= _FAN_MAX:
        return pos
    way = pos[around] - pos[view.center]
    angle, reach = np.arctan2(way[:, 1], way[:, 0]), np.hypot(way[:, 0], way[:, 1])
    order = np.argsort(angle, kind="stable")
    angle[order] = spread_angles(angle[order], min(np.radians(_FAN_DEGREES), 0.8 * 2 * np.pi / len(around)))
    out = pos.copy()
    out[around] = pos[view.center] + reach[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
    return out


def _at_most(way: NDArray[np.float64], length: float) -> NDArray[np.float64]:
    """(N, 2) ways, the long ones shortened."""
    out: NDArray[np.float64] = way * np.minimum(1.0, length / np.maximum(np.hypot(*way.T), 1e-9))[:, None]
    return out


def boxes_px(view: GraphView) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Corners, (N, 2) each, relative to the node: the important ones with their names, the others bare."""
    importance = node_importance(view)
    radius = node_radius(view, importance).astype(np.float64) * 1.2
    names = [
        short_name(name, NodeKind(kind)) for name, kind in zip(view.names, view.kinds.tolist(), strict=True)
    ]
    half = np.maximum(radius, [label_width_px(name) / 2 for name in names]) + _GAP_PX[0] / 2
    low = np.stack([-half, -radius - _GAP_PX[1] / 2], axis=1)
    high = np.stack([half, radius + LINE_PX + _GAP_PX[1] / 2], axis=1)
    bare = (radius + _BARE_PX)[:, None] * np.ones(2)
    order = np.lexsort((np.arange(len(names)), -importance))
    extra = (high - low).prod(axis=1) - 4 * bare.prod(axis=1)
    budget = FILL * np.prod(PAGE_PX) - 4 * bare.prod(axis=1).sum()
    unnamed = order[np.searchsorted(extra[order].cumsum(), budget) :]
    low[unnamed], high[unnamed] = -bare[unnamed], bare[unnamed]
    return low, high
