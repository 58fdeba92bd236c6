"""Minimap: the whole graph in a corner, and which part of it is on the page."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from explorer.graph.camera import Camera
from explorer.graph.scene import Scene, empty_scene
from explorer.model import NodeKind
from explorer.render.brush import draw_points
from explorer.render.theme import Theme

SIZE_PX = (132, 88)
_RIM_PX = 6.0
_DOTS_MAX = 4000


class Minimap(QWidget):
    """Dots for nodes and a frame for the viewport; press or drag to go there."""

    place_chosen = Signal(object)  #: (x, y) world point that is to be in the middle

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(*SIZE_PX)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Minimap"))
        self.setAccessibleDescription(self.tr("Shows which part of the graph is in view"))
        self._scene = empty_scene()
        self._theme: Theme | None = None
        self._camera = self._whole = Camera()
        self._image: QImage | None = None

    def show_scene(self, scene: Scene, theme: Theme) -> None:
        """Draw another scene."""
        self._scene, self._theme, self._image = scene, theme, None
        self.update()

    def show_camera(self, camera: Camera) -> None:
        """Move the frame."""
        self._camera = camera
        self.update()

    def show_whole(self, camera: Camera) -> None:
        """Show what this camera sees: the page on which everything is in view."""
        if camera != self._whole:
            self._whole, self._image = camera, None
            self.update()

    def _scale(self) -> float:
        """Pixels here per world unit."""
        page = (self._whole.width / self._whole.scale, self._whole.height / self._whole.scale)
        return min((SIZE_PX[0] - 2 * _RIM_PX) / page[0], (SIZE_PX[1] - 2 * _RIM_PX) / page[1])

    def paintEvent(self, event) -> None:
        if self._theme is None:
            return
        dpr = self.devicePixelRatioF()
        if self._image is None or self._image.devicePixelRatio() != dpr:
            self._image = self._drawn(self._theme, dpr)
        painter = QPainter(self)
        try:
            painter.drawImage(QPointF(0, 0), self._image)
            painter.setClipRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.accent), 1.2))
            painter.drawRect(self._frame())
        finally:
            painter.end()

    def _frame(self) -> QRectF:
        x, y, scale = self._whole.x, self._whole.y, self._scale()
        width = self._camera.width / self._camera.scale * scale
        height = self._camera.height / self._camera.scale * scale
        middle = (
            self.width() / 2 + (self._camera.x - x) * scale,
            self.height() / 2 + (self._camera.y - y) * scale,
        )
        frame = QRectF(middle[0] - width / 2, middle[1] - height / 2, width, height)
        return frame.intersected(QRectF(self.rect()).adjusted(3, 3, -3, -3)) if frame.width() > 4 else frame

    def _drawn(self, theme: Theme, dpr: float) -> QImage:
        image = QImage(self.size() * dpr, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(dpr)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.line), 1))
            painter.setBrush(QColor(theme.panel))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            self._draw_dots(painter, theme)
        finally:
            painter.end()
        return image

    def _draw_dots(self, painter: QPainter, theme: Theme) -> None:
        x, y, scale = self._whole.x, self._whole.y, self._scale()
        rows = self._scene.label_order[:_DOTS_MAX][::-1]
        middle = (self.width() / 2, self.height() / 2)
        xy = (self._scene.pos[rows].astype(np.float64) - (x, y)) * scale + middle
        radius = 1.9 if len(rows) < 80 else 1.3 if len(rows) < 600 else 0.7
        kinds = self._scene.view.kinds[rows]
        for kind in NodeKind:
            pen = QPen(QColor(theme.nodes[kind]), 2 * radius)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            draw_points(painter, np.ascontiguousarray(xy[kinds == kind]))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._choose(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(event)

    def _choose(self, event: QMouseEvent) -> None:
        if not len(self._scene.pos):
            return
        x, y, scale = self._whole.x, self._whole.y, self._scale()
        at = event.position()
        self.place_chosen.emit(
            (x + (at.x() - self.width() / 2) / scale, y + (at.y() - self.height() / 2) / scale)
        )
        event.accept()
