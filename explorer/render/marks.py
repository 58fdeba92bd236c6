"""Marks on nodes, the same on the screen and on paper: pinned, read; what changed between two views."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.graph.camera import Camera
from explorer.graph.compared import COLUMN
from explorer.graph.difference import Change
from explorer.graph.scene import Scene
from explorer.graph.style import zoom_factor
from explorer.render.theme import Theme

PINNED, READING, READ = "pinned", "reading", "read"
NEW, GONE, CHANGED = "new", "gone", "changed"  #: of a compared view
RADIUS_PX = {PINNED: 3.0, READING: 3.2, READ: 3.2, NEW: 4.6, GONE: 4.6, CHANGED: 4.6}
RIM_PX = 1.2
ASIDE = 0.85  # of the node's radius, right and up or down
LEAST_PX = 3.0  # a smaller node has no marks: they would hide it
_MOST = 2000


_CHANGES = {Change.NEW: NEW, Change.GONE: GONE, Change.CHANGED: CHANGED}
STROKE_PX = 1.6
_ACROSS = (-0.55, 0.0, 0.55, 0.0)
#: signs in a disk, lines in parts of its radius: they are told apart without their colours
STROKES = {
    NEW: (_ACROSS, (0.0, -0.55, 0.0, 0.55)),
    GONE: (_ACROSS,),
    CHANGED: ((-0.55, 0.25, 0.0, -0.45), (0.0, -0.45, 0.55, 0.25)),
}


@dataclass(frozen=True, slots=True)
class NodeMark:
    """A sign beside a node, pixels. ``what`` is PINNED, READING, READ, NEW, GONE or CHANGED."""

    what: str
    at: tuple[float, float]


def node_marks(scene: Scene, camera: Camera) -> tuple[NodeMark, ...]:
    """The marks in the viewport: pins at the upper right of their nodes, read states at the lower right.

    What changed stands at the upper left.
    """
    pins = np.flatnonzero(np.isin(scene.view.ids, np.fromiter(scene.pinned, np.int64, len(scene.pinned))))
    states = read_states(scene)
    signs = [(pins, (1.0, -1.0), PINNED)]
    signs += [
        (np.flatnonzero(states == value), (1.0, 1.0), what) for value, what in ((1, READING), (2, READ))
    ]
    changes = change_states(scene)
    signs += [(np.flatnonzero(changes == value), (-1.0, -1.0), what) for value, what in _CHANGES.items()]
    factor = zoom_factor(camera.scale * scene.spacing)
    out: list[NodeMark] = []
    for rows, side, what in signs:
        xy, radius = camera.to_screen(scene.pos[rows]), scene.radius[rows].astype(np.float64) * factor
        inside = ((xy > -50) & (xy < (camera.width + 50, camera.height + 50))).all(axis=1)
        keep = np.flatnonzero(inside & (radius >= LEAST_PX))[:_MOST]
        places = xy[keep] + (radius[keep] * ASIDE)[:, None] * side
        out += [NodeMark(what, (x, y)) for x, y in places.tolist()]
    return tuple(out)


def kinds_of_marks(scene: Scene) -> tuple[str, ...]:
    """Which marks a scene has, for its legend."""
    states = read_states(scene)
    there = {PINNED: any(scene.view.row_of(node) >= 0 for node in scene.pinned)}
    there |= {READING: bool((states == 1).any()), READ: bool((states == 2).any())}
    changes = change_states(scene)
    there |= {what: bool((changes == value).any()) for value, what in _CHANGES.items()}
    return tuple(what for what, is_there in there.items() if is_there)


def marks_of(scene: Scene, row: int) -> tuple[str, ...]:
    """The marks of one node, for a drawing that places them by itself."""
    pinned = (PINNED,) if int(scene.view.ids[row]) in scene.pinned else ()
    state = int(read_states(scene)[row])
    change = _CHANGES.get(Change(int(change_states(scene)[row])))
    return (*pinned, *((READING, READ)[state - 1 : state] if state else ()), *((change,) if change else ()))


def mark_colour(what: str, theme: Theme) -> str:
    """What a sign is drawn in."""
    return {PINNED: theme.ink, GONE: theme.bad, CHANGED: theme.accent}.get(what, theme.good)


def read_states(scene: Scene) -> NDArray[np.uint8]:
    """(N,) 0 unread, 1 being read, 2 read."""
    states = scene.view.columns.get("read_state")
    if states is None or len(states) != len(scene.view.ids):
        return np.zeros(len(scene.view.ids), np.uint8)
    return np.asarray(states, np.uint8)


def change_states(scene: Scene) -> NDArray[np.uint8]:
    """(N,) ``graph.difference.Change`` values; all the same in a view that compares nothing."""
    states = scene.view.columns.get(COLUMN)
    if states is None or len(states) != len(scene.view.ids):
        return np.zeros(len(scene.view.ids), np.uint8)
    return np.asarray(states, np.uint8)


def draw_node_marks(painter: QPainter, scene: Scene, camera: Camera, theme: Theme) -> None:
    """Pins and read states beside their nodes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in node_marks(scene, camera):
        draw_mark(painter, mark.what, mark.at, theme)


def draw_mark(painter: QPainter, what: str, at: tuple[float, float], theme: Theme) -> None:
    """A dot for a pin; a disk for what is read, half of it while it is being read."""
    _draw_disk(painter, QPointF(*at), what, (theme.canvas, mark_colour(what, theme)))


def draw_read_mark(painter: QPainter, place: QPointF, is_read: bool, colours: tuple[str, str]) -> None:
    """The mark of a read state in a list: a disk of the second colour on a ground of the first."""
    _draw_disk(painter, place, READ if is_read else READING, colours)


def _draw_disk(painter: QPainter, place: QPointF, what: str, colours: tuple[str, str]) -> None:
    ground, hue = QColor(colours[0]), QColor(colours[1])
    radius = RADIUS_PX[what]
    box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
    painter.setPen(QPen(ground, 2 * RIM_PX))
    painter.setBrush(ground)
    painter.drawEllipse(box)
    painter.setPen(QPen(hue, RIM_PX))
    painter.drawEllipse(box)
    painter.setBrush(hue)
    if what == READING:
        painter.drawChord(box, -90 * 16, -180 * 16)
    else:
        painter.drawEllipse(box)
    if what in STROKES:
        painter.setPen(QPen(ground, STROKE_PX))
        for x1, y1, x2, y2 in STROKES[what]:
            at = QPointF(place.x() + x1 * radius, place.y() + y1 * radius)
            painter.drawLine(at, QPointF(place.x() + x2 * radius, place.y() + y2 * radius))
