"""When the canvas's picture is drawn anew: at once if that is quick, else in slices when it rests."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QObject, QPointF, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.graph.scene import Scene
from explorer.render.layer import Layer, Wish
from explorer.render.legend import legend_image

SLICE_MS = 6.0  # of drawing between two looks at the event queue
INSTANT_MS = 11.0  # a picture that takes no longer is drawn anew in every frame
IDLE_MS = 70  # after the last movement a crisp picture is begun


class Picture(QObject):
    """Draws wishes with a Layer, by timers of its own."""

    finished = Signal()  #: a crisp picture is there: repaint

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.layer = Layer()
        self._wish: Wish | None = None
        self._is_stale = False
        self._cost_ms = 0.0
        self._legend: tuple[tuple[object, ...], QImage] | None = None
        self._idle = QTimer(self, interval=IDLE_MS, singleShot=True)
        self._idle.timeout.connect(self._begin)
        self._slice = QTimer(self, interval=0)
        self._slice.timeout.connect(self._go_on)

    def wish(self, wish: Wish) -> None:
        """Show this from now on."""
        old, self._wish = self._wish, wish
        if old is None or old.scene.view is not wish.scene.view:
            self._cost_ms = _expected_ms(wish.scene)
        self._is_stale = True
        if self.is_instant:
            self.layer.stop()
            return
        is_moving = old is not None and old.scene.view is wish.scene.view and not _differ_at_rest(old, wish)
        if is_moving and (self.layer.busy or self.layer.covers(wish.camera)):
            self._idle.start()
        else:
            self._begin()

    def forget(self) -> None:
        """There is nothing to show any more."""
        self._wish, self._is_stale = None, False
        self._idle.stop()
        self._slice.stop()
        self.layer.forget()

    @property
    def is_instant(self) -> bool:
        """Whether the scene is drawn anew in every frame."""
        return self._cost_ms <= INSTANT_MS

    @Slot()
    def _begin(self) -> None:
        if self._wish is not None:
            self._is_stale = False
            self._idle.stop()
            self.layer.start(self._wish)
            self._slice.start()

    @Slot()
    def _go_on(self) -> None:
        if self.layer.work(SLICE_MS):
            self._slice.stop()
            self._cost_ms = self.layer.cost_ms
            self.finished.emit()
            if self._is_stale:  # the camera has moved on meanwhile
                self._idle.start()

    def prepare(self) -> None:
        """Before a frame is painted: draw a quick picture now."""
        if self._is_stale and self.is_instant:
            self.finish()

    def finish(self) -> None:
        """Draw to the end, now: for a screenshot, and for pictures that are quick."""
        if self._wish is None or not (self._is_stale or self.layer.busy):
            return
        self._idle.stop()
        self._slice.stop()
        if self._is_stale:
            self.layer.start(self._wish)
            self._is_stale = False
        self.layer.work(math.inf)
        self._cost_ms = self.layer.cost_ms

    def draw_legend(
        self, painter: QPainter, wish: Wish, page: tuple[float, float], at: tuple[float, ...]
    ) -> None:
        """Copy the legend of a page, drawn once per scene, size and colours, to left and top of ``at``."""
        key = (wish.scene.view, wish.scene.hulls, wish.scene.pinned, page, wish.theme.name, wish.dpr)
        if self._legend is None or self._legend[0] != key:
            self._legend = (key, legend_image(wish.scene, wish.theme, page, wish.dpr))
        axes = wish.scene.axes
        if axes is not None and axes.what and at[3] > at[1]:  # rows that lie lower do not look out beside it
            ground = QRectF(0.0, at[1], wish.camera.width, wish.camera.height - at[1])
            painter.fillRect(ground, QColor(wish.theme.canvas))
        painter.drawImage(QPointF(at[0], at[1]), self._legend[1])


def _differ_at_rest(old: Wish, new: Wish) -> bool:
    """Whether more than the camera, or the place of a node, has changed."""
    same_focus = np.array_equal(old.focus, new.focus)
    same_focus &= old.scene.hulls is new.scene.hulls
    return not (same_focus and old.theme is new.theme and old.dpr == new.dpr)


_VERB_MS = 1.5  # to find a place for one
_DEAREST_VERBS = 24


def _expected_ms(scene: Scene) -> float:
    """What the first picture of a scene will take, about."""
    verbs = min(_DEAREST_VERBS, sum(map(bool, scene.view.predicates)))
    return 3.0 + 0.03 * len(scene.pos) + 0.015 * len(scene.view.ends) + _VERB_MS * verbs
