"""Timeline: x is the date to scale; what has none stands in a band below."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.compute.packing import rows_given
from explorer.compute.separate import no_two_on_one_spot
from explorer.graph.axes import Axes, Band
from explorer.graph.beeswarm import EXACT_MAX, swarm
from explorer.graph.room import FILL, PAGE_PX, ROOM_MAX, boxes_px
from explorer.graph.scene import Scene
from explorer.graph.style import SPACING, node_importance, node_radius
from explorer.graph.timescale import TimeScale, scale_through
from explorer.graph.view import GraphView
from explorer.layouts import Layout
from explorer.model import NodeKind

_WIDTH = 820.0  # world units that the time takes where nodes have room
_DOT = 6.0  # half of the box of a node without a name
_BAND_GAP, _BAND_TOP, _BAND_BOTTOM = 64.0, 34.0, 34.0
_ASPECT = 1.35  # width to height of the whole: a pile of one day asks for a wider axis
_FITTINGS = 4
_PULL = 0.45  # how much of a node's wish its neighbours decide
_ROUNDS = 12
#: share of half the height at which each kind would stand: methods above, papers, what they stand in below
_LEVELS = {
    NodeKind.CONCEPT: -0.62,
    NodeKind.PAPER: 0.0,
    NodeKind.EDITION: 0.62,
    NodeKind.ISSUE: 0.62,
    NodeKind.DOCUMENT: 0.62,
}


def place(view: GraphView, start: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """(N, 2) float32; methods above papers above the places that they stand in.

    Args:
        seed: Not used: there is nothing to choose by chance.
    """
    days = np.asarray(view.columns["date"], np.float64)
    given = rows_given(start)
    if not len(given) or given.all():
        return start
    low, high = _boxes(view)
    crowd = max(1.0, float((high - low).prod(axis=1).sum() / FILL / np.prod(PAGE_PX)) ** 0.5)
    dated, width = np.isfinite(days), _WIDTH * crowd
    free = dated & ~given
    order = np.lexsort((view.ids, -node_importance(view)))
    for _ in range(1 if given.any() else _FITTINGS):
        pos = start.astype(np.float64)
        time = scale_through(np.where(given, days, np.nan), pos[:, 0], days, width)
        pos[free, 0] = time.x_of(days[free])
        pos[free, 1] = 0.0
        _stack(view, pos, (low, high), (given, dated), order)
        wished = _ASPECT * float(np.ptp(pos[dated, 1])) if dated.any() else 0.0
        if wished <= width * 1.1:
            break
        width = wished
    _line_up(pos, (low, high), (given, dated), order[~(dated | given)[order]])
    out = no_two_on_one_spot(pos, given, SPACING).astype(np.float32)
    out[given] = start[given]
    return out


def _boxes(view: GraphView) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Corners of what each node takes, (N, 2) each; in crowds of dots names have no room."""
    if len(view.ids) <= ROOM_MAX:
        return boxes_px(view)
    half = np.full(len(view.ids), _DOT)
    if len(view.ids) <= EXACT_MAX:
        half = node_radius(view, node_importance(view)).astype(np.float64) * 0.8 + 1.5
    return np.stack([-half, -half], axis=1), np.stack([half, half], axis=1)


def _stack(
    view: GraphView,
    pos: NDArray[np.float64],
    boxes: tuple[NDArray[np.float64], NDArray[np.float64]],
    known: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    order: NDArray[np.int64],
) -> None:
    """Put the dated rows up and down, in place."""
    given, dated = known
    rows = np.flatnonzero(dated)
    if not len(rows):
        return
    wanted = _wished(view, pos, given, boxes)
    undated = given & ~dated
    floor = float(pos[undated, 1].min()) - _BAND_GAP if undated.any() else np.inf
    number = np.full(len(pos), -1, np.int64)
    number[rows] = np.arange(len(rows))
    own = (boxes[0][rows], boxes[1][rows])
    ranked = number[order[dated[order]]]
    pos[rows, 1] = swarm(pos[rows, 0], wanted[rows], own, given[rows], ranked, floor)


def _wished(
    view: GraphView,
    pos: NDArray[np.float64],
    given: NDArray[np.bool_],
    boxes: tuple[NDArray[np.float64], NDArray[np.float64]],
) -> NDArray[np.float64]:
    """(N,) y where rows would stand if there were room: by their kind, drawn to their neighbours."""
    height = PAGE_PX[1] * max(
        1.0, float((boxes[1] - boxes[0]).prod(axis=1).sum() / FILL / np.prod(PAGE_PX)) ** 0.5
    )
    level = np.array([_LEVELS.get(NodeKind(kind), 0.3) for kind in view.kinds.tolist()]) * height / 2
    y = np.where(given, pos[:, 1], level)
    pairs = np.concatenate([view.ends, view.ends[:, ::-1]])
    count = np.bincount(pairs[:, 0], minlength=len(y))
    for _ in range(_ROUNDS if len(pairs) else 0):
        mean = np.bincount(pairs[:, 0], y[pairs[:, 1]], len(y)) / np.maximum(count, 1)
        drawn = np.where(count > 0, (1 - _PULL) * level + _PULL * mean, level)
        y = np.where(given, pos[:, 1], drawn)
    return np.asarray(y, np.float64)


def _line_up(
    pos: NDArray[np.float64],
    boxes: tuple[NDArray[np.float64], NDArray[np.float64]],
    known: tuple[NDArray[np.bool_], NDArray[np.bool_]],
    rows: NDArray[np.int64],
) -> None:
    """Put rows without a date in lines below everything, the most important first, in place."""
    given, dated = known
    low, high = boxes
    there = np.flatnonzero(given | dated)
    left, right = (
        (float(pos[there, 0].min()), float(pos[there, 0].max())) if len(there) else (-_WIDTH / 2, _WIDTH / 2)
    )
    right = max(right, left + _WIDTH)
    old = given & ~dated
    bottom = float((pos[there, 1] + high[there, 1]).max()) if len(there) else 0.0
    x, y, height = left, bottom + (_DOT if old.any() else _BAND_GAP), 0.0
    for row in rows.tolist():
        width = float(high[row, 0] - low[row, 0])
        if x > left and x + width > right:
            x, y, height = left, y + height, 0.0
        pos[row] = x - low[row, 0], y - low[row, 1]
        x, height = x + width, max(height, float(high[row, 1] - low[row, 1]))


def finish(scene: Scene) -> Scene:
    """The time axis under the positions, and a band under what is not dated."""
    days = np.asarray(scene.view.columns["date"], np.float64)
    pos = scene.pos.astype(np.float64)
    time: TimeScale = scale_through(days, pos[:, 0], days, _WIDTH)
    undated = ~np.isfinite(days)
    bands: tuple[Band, ...] = ()
    if undated.any():
        y = pos[undated, 1]
        bands = (Band("undated", float(y.min()) - _BAND_TOP, float(y.max()) + _BAND_BOTTOM),)
    return replace(scene, axes=Axes(time, bands=bands))


LAYOUT = Layout("Timeline", place, ("date",), finish=finish)
