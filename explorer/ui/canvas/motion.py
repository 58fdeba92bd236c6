"""Camera moves that take a moment, so that the eye can follow."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget

from explorer.graph.camera import Camera

MOTION_MS = 180


class CameraMotion(QObject):
    """Goes from one camera to another; at once where the system wants no motion."""

    moved = Signal(object)  #: Camera on the way, the last one is the goal

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._from = self._to = Camera()
        self._animation = QVariantAnimation(self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._step)

    def go(self, start: Camera, goal: Camera) -> None:
        """Begin a move; one that is under way is dropped."""
        self.stop()
        self._from, self._to = start, goal
        duration = self._duration_ms()
        if not duration or start == goal:
            self.moved.emit(goal)
            return
        self._animation.setDuration(duration)
        self._animation.start()

    def stop(self) -> None:
        """Stay where the camera is now."""
        self._animation.stop()

    def _duration_ms(self) -> int:
        wanted = self._widget.style().styleHint(
            QStyle.StyleHint.SH_Widget_Animation_Duration, None, self._widget
        )
        seen = self._widget.isVisible() and QGuiApplication.platformName() != "offscreen"
        return min(wanted, MOTION_MS) if seen else 0

    @Slot(object)
    def _step(self, share: float) -> None:
        self.moved.emit(self._from.between(self._to, float(share)))
