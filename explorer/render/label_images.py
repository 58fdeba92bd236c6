"""Labels drawn once: pictures of text with halo, so that a frame in motion only copies them."""

from __future__ import annotations

import math
from collections import OrderedDict

from PySide6.QtCore import QLineF, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from explorer.render.labels import Label
from explorer.render.leaders import OPACITY, WIDTH_PX, leader
from explorer.render.text import BASELINE, HALO_PX, Ink, draw_text

_KEPT = 1500  # pictures; some 20 kB each
_RING = tuple((math.cos(k * math.pi / 6), math.sin(k * math.pi / 6)) for k in range(12))

_Key = tuple[str, str, Ink, float, float]


class LabelImages:
    """The last pictures of labels that were asked for.

    Args:
        dpr: Device pixels per pixel of the surface that they are for.
    """

    def __init__(self, dpr: float) -> None:
        self.dpr = dpr
        self._images: OrderedDict[_Key, QImage] = OrderedDict()

    def prepare(self, label: Label) -> None:
        """Draw the picture of a label now, so that the next frame need not."""
        self._image(label)

    def draw(self, painter: QPainter, label: Label, x_px: float, y_px: float) -> None:
        """Draw with the middle of the label's box at a pixel."""
        image = self._image(label)
        left = x_px - image.width() / self.dpr / 2
        top = y_px - image.height() / self.dpr / 2
        at = QPointF(round(left * self.dpr) / self.dpr, round(top * self.dpr) / self.dpr)
        painter.drawImage(at, image)

    def _image(self, label: Label) -> QImage:
        key = (label.text, label.hint, label.ink, label.angle, label.size[0])
        image = self._images.get(key)
        if image is None:
            image = self._images[key] = _drawn(label, self.dpr)
            if len(self._images) > _KEPT:
                self._images.popitem(last=False)
        else:
            self._images.move_to_end(key)
        return image


def _drawn(label: Label, dpr: float) -> QImage:
    """The text in the middle of a picture just large enough, its halo a dilation of the same strokes."""
    rim = HALO_PX + 1.5
    c, s = abs(math.cos(math.radians(label.angle))), abs(math.sin(math.radians(label.angle)))
    width = 2 * math.ceil((label.size[0] * c + label.size[1] * s) * dpr / 2 + rim * dpr)
    height = 2 * math.ceil((label.size[0] * s + label.size[1] * c) * dpr / 2 + rim * dpr)
    strokes = _strokes(label, (width, height), dpr, label.ink.colour)
    if not label.ink.halo:
        return strokes
    under = _strokes(label, (width, height), dpr, label.ink.halo)
    out = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    out.setDevicePixelRatio(dpr)
    out.fill(Qt.GlobalColor.transparent)
    painter = QPainter(out)
    try:
        for reach in (HALO_PX, HALO_PX / 2):
            for x, y in _RING:
                painter.drawImage(QPointF(x * reach, y * reach), under)
        painter.drawImage(QPointF(0, 0), strokes)
    finally:
        painter.end()
    return out


def _strokes(label: Label, size: tuple[int, int], dpr: float, colour: str) -> QImage:
    image = QImage(size[0], size[1], QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.translate(size[0] / dpr / 2, size[1] / dpr / 2)
        draw_turned(painter, label, Ink(label.ink.size_px, label.ink.bold, QColor(colour).name(), ""))
    finally:
        painter.end()
    return image


def draw_leader(painter: QPainter, label: Label, at: tuple[float, float]) -> None:
    """Draw the line from a node at a pixel to its name, on a wider one in the colour of the ground."""
    line = leader(at, label.box(*at), label.reach)
    if line is None:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for colour, width, opacity in leader_pens(label):
        ink = QColor(colour)
        ink.setAlphaF(opacity)
        painter.setPen(QPen(ink, width))
        painter.drawLine(QLineF(*line))


def leader_pens(label: Label) -> tuple[tuple[str, float, float], ...]:
    """Colour, width and opacity of the strokes of a leader, the lowest first."""
    return (label.ink.halo, WIDTH_PX + 2.0, OPACITY), (label.ink.colour, WIDTH_PX, OPACITY)


def draw_turned(painter: QPainter, label: Label, ink: Ink) -> None:
    """Draw a label as text around the painter's origin."""
    painter.rotate(label.angle)
    left, top = -label.size[0] / 2 + 1, -label.size[1] / 2
    draw_text(painter, QPointF(left, top + ink.size_px * BASELINE), label.text, label.hint, ink)
