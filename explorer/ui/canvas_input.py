"""Hands on the canvas: what a press becomes, and what keys do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication

from explorer.graph.lanes import mark_towards
from explorer.graph.parts import neighbour_towards
from explorer.render.overlay import draw_band
from explorer.ui.canvas_hover import Hit

if TYPE_CHECKING:
    from explorer.ui.canvas import Canvas

WHEEL_STEP = 1.0015  # zoom per eighth of a degree
KEY_ZOOM = 1.25
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}


class Gesture:
    """What the pressed pointer does until it is let go."""

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        """Go on; the gesture that it has become."""
        return self

    def end(self, canvas: Canvas, at: QPointF) -> None:
        """Let go."""

    def draw(self, canvas: Canvas, painter: QPainter) -> None:
        """Draw what belongs to the gesture."""


@dataclass
class Press(Gesture):
    """Not yet decided: a click unless the pointer moves away."""

    start: QPointF
    hit: Hit
    is_adding: bool

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        if (at - self.start).manhattanLength() < QApplication.startDragDistance():
            return self
        axes = canvas.scene.axes
        if self.hit.node >= 0 and not (axes and axes.what):  # marks of lanes stay at their days
            rows = canvas.selected_rows
            dragged = rows if self.hit.node in rows else np.array([self.hit.node])
            return Drag(self.start, dragged, canvas.scene.pos[dragged].copy()).move(canvas, at)
        if self.is_adding:
            return Band(self.start, at, canvas.selection).move(canvas, at)
        return Pan(self.start).move(canvas, at)

    def end(self, canvas: Canvas, at: QPointF) -> None:
        view = canvas.scene.view
        if self.hit.node >= 0:
            clicked = frozenset({int(view.ids[self.hit.node])})
        elif self.hit.edge >= 0:
            clicked = frozenset(view.ids[view.ends[self.hit.edge]].tolist())
        elif canvas.choose_lane(self.start):
            return
        else:
            clicked = frozenset()
        if not self.is_adding:
            canvas.select(clicked)
        elif clicked:
            canvas.select(canvas.selection ^ clicked if self.hit.node >= 0 else canvas.selection | clicked)


@dataclass
class Pan(Gesture):
    """The page follows the pointer."""

    last: QPointF

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        step = at - self.last
        self.last = at
        canvas.set_camera(canvas.camera.panned(step.x(), step.y()))
        return self


@dataclass
class Band(Gesture):
    """A rectangle that adds what is in it to the selection."""

    start: QPointF
    other: QPointF
    before: frozenset[int]

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        self.other = at
        rows = canvas.rows_in((self.start.x(), self.start.y()), (at.x(), at.y()))
        canvas.select(self.before | frozenset(canvas.scene.view.ids[rows].tolist()))
        canvas.update()
        return self

    def end(self, canvas: Canvas, at: QPointF) -> None:
        canvas.update()

    def draw(self, canvas: Canvas, painter: QPainter) -> None:
        draw_band(painter, self.start, self.other, canvas.theme)


@dataclass
class Drag(Gesture):
    """Nodes follow the pointer, and stay where they are let go."""

    start: QPointF
    rows: NDArray[np.int64]
    places: NDArray[np.float32] = field(repr=False)

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        step = at - self.start
        offset = np.array((step.x(), step.y())) / canvas.camera.scale
        if canvas.scene.axes is not None:
            offset[0] = 0.0  # a date is no matter of taste
        canvas.place_nodes(self.rows, self.places + offset)
        return self

    def end(self, canvas: Canvas, at: QPointF) -> None:
        canvas.drop_nodes(self.rows)


def press(canvas: Canvas, event: QMouseEvent) -> Gesture | None:
    """The gesture that a pressed button begins."""
    if event.button() == Qt.MouseButton.MiddleButton:
        return Pan(event.position())
    if event.button() != Qt.MouseButton.LeftButton:
        return None
    return Press(event.position(), canvas.hit_at(event.position()), bool(event.modifiers() & _ADDING))


def wheel(canvas: Canvas, event: QWheelEvent) -> None:
    """Zoom at the pointer; a sideways wheel pans."""
    delta, at = event.angleDelta(), event.position()
    if abs(delta.x()) > abs(delta.y()):
        canvas.set_camera(canvas.camera.panned(delta.x() / 2, 0))
    elif delta.y():
        canvas.set_camera(canvas.camera.zoomed(WHEEL_STEP ** delta.y(), at.x(), at.y()))


def key(canvas: Canvas, event: QKeyEvent) -> bool:
    """Whether the canvas takes the key. Letters and digits are the window's commands."""
    if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
        return False
    pressed = Qt.Key(event.key())
    if pressed in _ARROWS:
        walk(canvas, _ARROWS[pressed], bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
    elif pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and canvas.current is not None:
        canvas.activate(canvas.current)
    elif pressed == Qt.Key.Key_Space and canvas.selection:
        canvas.request_pin()
    elif pressed in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
        canvas.zoom_by(KEY_ZOOM)
    elif pressed == Qt.Key.Key_Minus:
        canvas.zoom_by(1 / KEY_ZOOM)
    elif pressed == Qt.Key.Key_Escape and canvas.selection:
        canvas.select(frozenset())
    else:
        return False
    return True


def walk(canvas: Canvas, direction: tuple[float, float], is_adding: bool) -> None:
    """Go to the neighbour in a direction; from nowhere, to what the view is about."""
    scene = canvas.scene
    if not len(scene.view.ids):
        return
    row = -1 if canvas.current is None else scene.view.row_of(canvas.current)
    if row < 0:
        goal = scene.view.center if scene.view.center >= 0 else int(scene.label_order[0])
    elif scene.axes is not None and scene.axes.what:
        goal = mark_towards(scene.view, scene.pos, row, direction)
    else:
        goal = neighbour_towards(scene, row, direction)
    if goal < 0:
        return
    node = int(scene.view.ids[goal])
    canvas.select(canvas.selection | {node} if is_adding else frozenset({node}), current=node)
    canvas.show_node(node)
