"""Hands on the canvas: what a press becomes, what keys do, and where a menu is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QPinchGesture

from explorer.graph.lanes import mark_towards
from explorer.graph.parts import neighbour_towards
from explorer.graph.regions import members
from explorer.ui.canvas.areas import Band, Gesture, Lasso, how_of
from explorer.ui.canvas.events import ContextRequested
from explorer.ui.canvas.hover import Hit

if TYPE_CHECKING:
    from explorer.ui.canvas import Canvas

WHEEL_STEP = 1.0015  # zoom per eighth of a degree
KEY_ZOOM = 1.25
_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, -1.0),
    Qt.Key.Key_Down: (0.0, 1.0),
}
_ZOOMS = {Qt.Key.Key_Plus: KEY_ZOOM, Qt.Key.Key_Equal: KEY_ZOOM, Qt.Key.Key_Minus: 1 / KEY_ZOOM}
_PAGES = {Qt.Key.Key_PageUp: 0.7, Qt.Key.Key_PageDown: -0.7}  # of the page's height
_WALKS = {
    Qt.KeyboardModifier.NoModifier: "",
    Qt.KeyboardModifier.ShiftModifier: "add",
    Qt.KeyboardModifier.ControlModifier: "go",
}


@dataclass
class Press(Gesture):
    """Not yet decided: a click unless the pointer moves away."""

    start: QPointF
    hit: Hit
    how: str  #: "add", "remove" or "" (choose anew)

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        if (at - self.start).manhattanLength() < QApplication.startDragDistance():
            return self
        if canvas.is_lassoing:
            return Lasso(self.start, self.how).move(canvas, at)
        axes = canvas.scene.axes
        if self.hit.node >= 0 and not (axes and axes.what):  # marks of lanes stay at their days
            rows = canvas.selected_rows
            dragged = rows if self.hit.node in rows else np.array([self.hit.node])
            return Drag(self.start, dragged, canvas.scene.pos[dragged].copy()).move(canvas, at)
        if self.how:
            return Band(self.start, self.how).move(canvas, at)
        return Pan(self.start).move(canvas, at)

    def end(self, canvas: Canvas, at: QPointF) -> None:
        view = canvas.scene.view
        if self.hit.node >= 0:
            clicked = frozenset({int(view.ids[self.hit.node])})
        elif (region := canvas.region_at(self.start)) >= 0:
            clicked = members(view, region)
        elif self.hit.edge >= 0:
            clicked = frozenset(view.ids[view.ends[self.hit.edge]].tolist())
        elif canvas.choose_lane(self.start):
            return
        else:
            clicked = frozenset()
        if not self.how:
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

    def cancel(self, canvas: Canvas) -> None:
        canvas.place_nodes(self.rows, self.places)
        canvas.drop_nodes(self.rows, is_told=False)


def press(canvas: Canvas, event: QMouseEvent) -> Gesture | None:
    """The gesture that a pressed button begins."""
    if event.button() == Qt.MouseButton.MiddleButton:
        return Pan(event.position())
    if event.button() != Qt.MouseButton.LeftButton:
        return None
    return Press(event.position(), canvas.hit_at(event.position()), how_of(event.modifiers()))


def wheel(canvas: Canvas, event: QWheelEvent) -> None:
    """Zoom at the pointer; a sideways wheel pans, and one over the names of lanes scrolls them."""
    delta, at = event.angleDelta(), event.position()
    axes = canvas.scene.axes
    if axes is not None and at.x() < axes.head_px and delta.y():
        canvas.set_camera(canvas.camera.panned(0, delta.y() / 2))
    elif abs(delta.x()) > abs(delta.y()):
        canvas.set_camera(canvas.camera.panned(delta.x() / 2, 0))
    elif delta.y():
        canvas.set_camera(canvas.camera.zoomed(WHEEL_STEP ** delta.y(), at.x(), at.y()))


def pinch(canvas: Canvas, event: QEvent) -> bool:
    """Zoom between two fingers; whether it was that."""
    gesture = event.gesture(Qt.GestureType.PinchGesture)
    if not isinstance(gesture, QPinchGesture):
        return False
    at = canvas.mapFromGlobal(gesture.centerPoint())
    canvas.set_camera(canvas.camera.zoomed(gesture.scaleFactor(), at.x(), at.y()))
    event.accept(gesture)
    return True


def key(canvas: Canvas, event: QKeyEvent) -> bool:
    """Whether the canvas takes the key. Letters and digits are the window's commands."""
    pressed = Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if pressed in _ARROWS and held in _WALKS:
        walk(canvas, _ARROWS[pressed], _WALKS[held])
    elif pressed == Qt.Key.Key_Space and held == Qt.KeyboardModifier.ControlModifier:
        canvas.toggle_current()
    elif held & ~Qt.KeyboardModifier.ShiftModifier:
        return False
    elif pressed in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held and canvas.current is not None:
        if not canvas.list_day():
            canvas.activate(canvas.current)
    elif pressed == Qt.Key.Key_Space and canvas.selection:
        canvas.request_pin()
    elif pressed in _ZOOMS:
        canvas.zoom_by(_ZOOMS[pressed])
    elif pressed in _PAGES:
        canvas.set_camera(canvas.camera.panned(0, _PAGES[pressed] * canvas.height()))
    elif pressed == Qt.Key.Key_Escape:
        return _leave(canvas)
    else:
        return False
    return True


def _leave(canvas: Canvas) -> bool:
    """Escape: what is drawn or dragged goes back, then the lasso is put away, then nothing is selected."""
    if canvas.cancel_gesture():
        return True
    if canvas.is_lassoing:
        canvas.set_lasso(False)
        return True
    if not canvas.selection:
        return False
    canvas.select(frozenset())
    return True


def walk(canvas: Canvas, direction: tuple[float, float], how: str) -> None:
    """Go to the neighbour in a direction; from nowhere, to what the view is about.

    Args:
        how: "add" to the selection, "go" without changing it, "" selects the neighbour alone.
    """
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
    chosen = {"add": canvas.selection | {node}, "go": canvas.selection}.get(how, frozenset({node}))
    canvas.select(chosen, current=node)
    canvas.show_node(node)


def menu_wish(canvas: Canvas, event: QContextMenuEvent) -> ContextRequested:
    """What a menu is asked on: by keys what they act on, else what is under the pointer.

    It becomes selected as by a click, unless it is selected with others; a link selects its ends.
    """
    view = canvas.scene.view
    if event.reason() == QContextMenuEvent.Reason.Keyboard:
        row = -1 if canvas.current is None else view.row_of(canvas.current)
        hit = Hit(node=row)
        middle = canvas.rect().center()
        at = QPointF(*canvas.camera.to_screen(canvas.scene.pos[row : row + 1])[0].tolist()) if hit else middle
        at = QPointF(at) if canvas.rect().contains(QPointF(at).toPoint()) else QPointF(middle)
    else:
        at = QPointF(event.pos())
        hit = canvas.hit_at(at)
    chosen = frozenset(view.ids[hit.nodes(canvas.scene)].tolist())
    if hit and not (hit.node >= 0 and chosen <= canvas.selection):
        canvas.select(chosen)
    spot = canvas.mapToGlobal(at).toPoint()
    node = int(view.ids[hit.node]) if hit.node >= 0 else None
    return ContextRequested(node, hit.edge if hit.edge >= 0 else None, spot.x(), spot.y())
