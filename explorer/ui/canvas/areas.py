"""Areas that are drawn on the canvas to choose nodes: the rubber band and the lasso."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from explorer.graph.lasso import combined
from explorer.render.overlay import draw_band, draw_lasso
from explorer.ui.canvas.events import Choosing

if TYPE_CHECKING:
    from explorer.ui.canvas import Canvas

_CORNER_PX = 3.0  # a hand's outline has a corner every few pixels; more of them tell nothing
_REMOVING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def how_of(modifiers: Qt.KeyboardModifier) -> str:
    """What is done with what is caught: Shift adds it, Ctrl or Alt takes it away, else it alone is chosen."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return "add"
    return "remove" if modifiers & _REMOVING else ""


class Gesture:
    """What the pressed pointer does until it is let go."""

    outlives_scene = False  #: whether it goes on when the nodes change below it

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        """Go on; the gesture that it has become."""
        return self

    def end(self, canvas: Canvas, at: QPointF) -> None:
        """Let go."""

    def cancel(self, canvas: Canvas) -> None:
        """Leave everything as it was before."""

    def draw(self, canvas: Canvas, painter: QPainter) -> None:
        """Draw what belongs to the gesture."""


class Area(Gesture):
    """Nodes inside are ringed while it is drawn, and selected when the button is let go: one change."""

    outlives_scene = True

    def __init__(self, start: QPointF, how: str) -> None:
        """Args:
        how: "add", "remove" or "" (choose anew).
        """
        self.start = start
        self.how = how

    def rows(self, canvas: Canvas) -> NDArray[np.int64]:
        """Rows of the nodes inside."""
        raise NotImplementedError

    def move(self, canvas: Canvas, at: QPointF) -> Gesture:
        self._reach(at)
        caught = self._caught(canvas)
        canvas.preview(combined(canvas.selection, caught, self.how))
        canvas.choosing.emit(Choosing(count=len(caught)))
        return self

    def end(self, canvas: Canvas, at: QPointF) -> None:
        self._reach(at)
        chosen = combined(canvas.selection, self._caught(canvas), self.how)
        self.cancel(canvas)
        canvas.select(chosen)

    def cancel(self, canvas: Canvas) -> None:
        canvas.preview(None)
        canvas.set_lasso(False)

    def _caught(self, canvas: Canvas) -> frozenset[int]:
        return frozenset(canvas.scene.view.ids[self.rows(canvas)].tolist())

    def _reach(self, at: QPointF) -> None:
        raise NotImplementedError


class Band(Area):
    """A rectangle."""

    def __init__(self, start: QPointF, how: str) -> None:
        super().__init__(start, how)
        self._other = start

    def rows(self, canvas: Canvas) -> NDArray[np.int64]:
        return canvas.picker.nodes_in(canvas.camera, self.start.toTuple(), self._other.toTuple())

    def _reach(self, at: QPointF) -> None:
        self._other = at

    def draw(self, canvas: Canvas, painter: QPainter) -> None:
        draw_band(painter, self.start, self._other, canvas.theme)


class Lasso(Area):
    """An outline that is drawn by hand, closed from its last point to its first."""

    def __init__(self, start: QPointF, how: str) -> None:
        super().__init__(start, how)
        self._corners = [start]

    def rows(self, canvas: Canvas) -> NDArray[np.int64]:
        outline = np.array([corner.toTuple() for corner in self._corners], np.float64)
        return canvas.picker.nodes_inside(canvas.camera, outline)

    def _reach(self, at: QPointF) -> None:
        if (at - self._corners[-1]).manhattanLength() >= _CORNER_PX:
            self._corners.append(at)

    def draw(self, canvas: Canvas, painter: QPainter) -> None:
        draw_lasso(painter, self._corners, canvas.theme)
