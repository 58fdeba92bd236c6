"""Where the marks of lanes stand, and the axes that belong to them. No Qt."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.packing import rows_given
from explorer.compute.separate import no_two_on_one_spot
from explorer.graph.axes import Axes, Event, Lane, Pile
from explorer.graph.camera import Camera
from explorer.graph.lanes import PLACE_KINDS, lane_note
from explorer.graph.scene import Scene
from explorer.graph.style import SPACING
from explorer.graph.timescale import scale_through
from explorer.graph.view import GraphView
from explorer.model import NodeKind

_SIZE: Final = (600.0, 640.0)  # world units of a page of lanes
_PITCH: Final = (34.0, 58.0)  # of a row of one line of marks
_NAMED_PITCH: Final = (60.0, 66.0)  # where marks have names below them
_READABLE: Final = 0.85
_FITTINGS: Final = 4  # a wider axis needs lower rows, and has the shape of a page at last
_RADIUS_PX: Final = (5.5, 9.0)
_STEP: Final = 7.5  # world units between the lines on which marks of a row may stand
_APART: Final = 1.32  # distance of two marks, in sums of their radii
_EVENT_DAYS: Final = 5.0  # that an edition lasts
_EVENTS_MAX: Final = 40
_NAMED_MAX: Final = 10  # marks of a row whose own names are shown


def place_marks(view: GraphView, start: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """(N, 2) float32 world units; marks of one day in one lane stand beside its line.

    Args:
        seed: Not used: there is nothing to choose by chance.
    """
    given = rows_given(start)
    if not len(given) or given.all():
        return start
    width = _SIZE[0]
    for _ in range(1 if given.any() else _FITTINGS):
        pos = _placed(view, start.astype(np.float64), given, width)
        wished = _SIZE[0] * max(1.0, float(np.ptp(pos[:, 1])) / _SIZE[1])
        width = (width + wished) / 2
    out = no_two_on_one_spot(pos, given, SPACING).astype(np.float32)
    out[given] = start[given]
    return out


def _placed(
    view: GraphView, pos: NDArray[np.float64], given: NDArray[np.bool_], width: float
) -> NDArray[np.float64]:
    """(N, 2) places with the days spanning so many world units, where given rows do not say otherwise."""
    days, lane = np.asarray(view.columns["date"], np.float64), np.asarray(view.columns["lane"], np.int64)
    shown = np.where(np.asarray(view.columns["older"], np.bool_), np.nan, days)
    time = scale_through(np.where(given, days, np.nan), pos[:, 0], shown, width)
    pos[~given, 0] = time.x_of(days[~given])
    ranked, radius = _ranked(view), mark_radius(view).astype(np.float64)
    aside = np.zeros(len(pos))
    middle = np.full(int(lane.max()) + 1, np.nan)
    half = np.zeros(len(middle))
    for number in range(len(middle)):
        rows = ranked[lane[ranked] == number]
        old = rows[given[rows]]
        if len(old):
            middle[number] = pos[old[0], 1]
            aside[old] = pos[old, 1] - middle[number]
        _spread(pos[:, 0], aside, radius, (old, rows[~given[rows]]))
        half[number] = np.abs(aside[rows]).max(initial=0.0)
    least = _PITCH if np.asarray(view.columns["method"]).any() else _NAMED_PITCH
    shrunk = max(
        1.0, _READABLE * width / _SIZE[0]
    )  # the wider, the smaller it is shown: names need their room
    _stack(middle, half, float(np.clip(_SIZE[1] / len(middle), *least)) * shrunk)
    pos[~given, 1] = middle[lane[~given]] + aside[~given]
    return pos


def _ranked(view: GraphView) -> NDArray[np.int64]:
    """Rows in the order in which they choose their place: the first of a lane stands on its line."""
    rank = np.array([PLACE_KINDS.index(NodeKind(kind)) for kind in view.kinds.tolist()], np.int64)
    days = np.asarray(view.columns["date"], np.float64)
    return np.lexsort((view.ids, days, rank))


def _spread(
    x: NDArray[np.float64],
    aside: NDArray[np.float64],
    radius: NDArray[np.float64],
    rows: tuple[NDArray[np.int64], NDArray[np.int64]],
) -> None:
    """Give marks of one lane the distance from its line that is free and least, in place.

    Args:
        rows: Those that have their place, and those that get one.
    """
    done, free = rows
    placed, count = np.concatenate([done, free]), len(done)
    most = float(radius[placed].max(initial=0.0))
    blocked = int(np.ceil(2 * _APART * 2 * most / _STEP)) + 1  # lines that one mark can take from another
    for row in free.tolist():
        others = placed[:count]
        others = others[np.abs(x[others] - x[row]) < _APART * (most + radius[row])]
        lines = np.arange(blocked * len(others) + 1)
        tried = _STEP * ((lines + 1) // 2) * (-1.0) ** lines
        gap = np.hypot(x[others] - x[row], aside[others] - tried[:, None]) - _APART * (
            radius[others] + radius[row]
        )
        aside[row] = tried[np.flatnonzero(gap.min(axis=1, initial=np.inf) >= 0)[0]]
        count += 1


def _stack(middle: NDArray[np.float64], half: NDArray[np.float64], pitch: float) -> None:
    """Give lanes without a y one, in order, below those that have one, in place."""
    known = np.isfinite(middle)
    heights = np.maximum(2 * half + pitch * 0.75, pitch)
    top = float((middle + heights / 2)[known].max()) if known.any() else -float(heights.sum()) / 2
    for number in np.flatnonzero(~known).tolist():
        middle[number] = top + heights[number] / 2
        top += float(heights[number])


def mark_radius(view: GraphView) -> NDArray[np.float32]:
    """(N,) float32 pixels: grows with the papers through which a method stands there."""
    papers = np.asarray(view.columns.get("importance", np.zeros(0)), np.float64)
    share = np.minimum(np.log2(np.maximum(papers, 1)) / 5, 1.0)
    return (_RADIUS_PX[0] + (_RADIUS_PX[1] - _RADIUS_PX[0]) * share).astype(np.float32)


def lanes_finished(scene: Scene, what: str, names_marks: bool) -> Scene:
    """A scene of marks with its axes, marks sized by their papers.

    Args:
        what: "methods" or "sources".
        names_marks: Whether marks have names; where rows have them already, cards and bands say more.
    """
    view = scene.view
    lane = np.asarray(view.columns.get("lane", np.zeros(0)), np.int64)
    is_named = (np.bincount(lane)[lane] <= _NAMED_MAX) & names_marks
    labels = tuple(name if named else "" for name, named in zip(scene.labels, is_named.tolist(), strict=True))
    return replace(scene, radius=mark_radius(view), labels=labels, spacing=SPACING, axes=_axes(scene, what))


def _editions(scene: Scene, days: NDArray[np.float64]) -> tuple[Event, ...]:
    """The editions among the marks, by day, with the papers of all their marks."""
    view = scene.view
    papers = np.asarray(view.columns.get("importance", np.ones(len(days))), np.float64)
    found: dict[tuple[float, str], float] = {}
    for row in np.flatnonzero(view.kinds == NodeKind.EDITION).tolist():
        where = float(days[row]), view.names[row]
        found[where] = found.get(where, 0.0) + float(papers[row])
    return tuple(
        Event(name, day, day + _EVENT_DAYS, round(found[day, name]))
        for day, name in sorted(found)[:_EVENTS_MAX]
    )


def _axes(scene: Scene, what: str) -> Axes:
    view = scene.view
    days = np.asarray(view.columns["date"], np.float64)
    lane = np.asarray(view.columns.get("lane", np.zeros(len(days))), np.int64)
    count = int(lane.max(initial=-1)) + 1
    older = np.asarray(view.columns.get("older", np.zeros(len(days))), np.bool_)
    shown = np.where(older, np.nan, days)
    time = scale_through(days, scene.pos[:, 0].astype(np.float64), shown, _SIZE[0])
    lanes = [
        _lane(scene, np.flatnonzero(lane == number)) for number in range(count) if (lane == number).any()
    ]
    left_out = np.asarray(view.columns.get("lanes_left_out", np.zeros(0)), np.int64)
    events = _editions(scene, days) if what == "methods" else ()
    ordered = tuple(sorted(lanes, key=lambda row: row.y))
    begin = float(np.nanmin(shown)) if older.any() and not older.all() else -np.inf
    more = int(left_out.max(initial=0))
    return Axes(time, ordered, events, what=what, more=more, begin=begin, piles=_piles(scene))


def _piles(scene: Scene) -> tuple[Pile, ...]:
    """Above the marks of a crowded day, how many more there are."""
    columns = scene.view.columns
    crowd = np.asarray(columns.get("crowd", np.zeros(0)), np.int64)
    days, lane = np.asarray(columns["date"], np.float64), np.asarray(columns.get("lane", np.zeros(0)))
    out = []
    for row in np.flatnonzero(crowd > 0).tolist():
        there = (days == days[row]) & (lane == lane[row])
        top = float(scene.pos[there, 1].min()) - _STEP
        method = int(np.asarray(columns["method"], np.int64)[row])
        out.append(Pile(float(days[row]), top, int(crowd[row]), method, str(columns["lane_name"][row])))
    return tuple(sorted(out, key=lambda pile: (pile.top, pile.day)))


def _lane(scene: Scene, rows: NDArray[np.int64]) -> Lane:
    columns = scene.view.columns
    days = np.asarray(columns["date"], np.float64)[rows]
    first = _ranked(scene.view)
    first = first[np.isin(first, rows)][0]
    y = scene.pos[rows, 1].astype(np.float64)
    method = int(np.asarray(columns["method"], np.int64)[first])
    note = (
        lane_note(
            scene.view.kinds[rows],
            days,
            np.asarray(columns["series"], np.str_)[rows],
            np.asarray(columns["until"], np.float64)[rows],
        )
        if method
        else None
    )
    return Lane(
        str(columns["lane_name"][first]),
        method,
        float(scene.pos[first, 1]),
        max(float(np.abs(y - scene.pos[first, 1]).max()), _PITCH[0] / 4),
        float(days.min()),
        float(days.max()),
        bool(np.asarray(columns["older"], np.bool_)[rows].any()),
        bool(columns["is_center"][first]),
        note,
    )


def pile_of(scene: Scene, mark: int) -> tuple[Pile, ...]:
    """The crowded day that a mark, given by its id, stands on; () where its day has room for all."""
    row, piles = scene.view.row_of(mark), scene.axes.piles if scene.axes is not None else ()
    if row < 0 or not piles:
        return ()
    where = float(scene.view.columns["date"][row]), str(scene.view.columns["lane_name"][row])
    return tuple(pile for pile in piles if (pile.day, pile.lane) == where)


def hidden_mark(scene: Scene, camera: Camera, lane: Lane) -> int:
    """The row of the nearest mark of a lane that lies left of the page; -1 where none does."""
    if scene.axes is None:
        return -1
    there = np.asarray(scene.view.columns["lane_name"], np.str_) == lane.name
    x = camera.to_screen(scene.pos)[:, 0]
    rows = np.flatnonzero(there & (x < scene.axes.head_px))
    return int(rows[x[rows].argmax()]) if len(rows) else -1
