"""Simple shapes of a page, in pixels: painted on the screen, written as they are into an SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.render.text import Ink, draw_text


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle: left, top, right, bottom in pixels."""

    box: tuple[float, float, float, float]
    colour: str
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: x, y of both ends in pixels."""

    line: tuple[float, float, float, float]
    colour: str
    width: float = 1.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Words:
    """A text whose baseline begins at a pixel, ``width`` pixels long."""

    at: tuple[float, float]
    text: str
    ink: Ink
    width: float


Shape = Box | Rule | Words


def words_box(words: Words) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of a text, pixels."""
    x, y = words.at
    return x - 3, y - words.ink.size_px, x + words.width + 3, y + 0.32 * words.ink.size_px


def draw_shapes(painter: QPainter, shapes: Sequence[Shape]) -> None:
    """Draw in the order given."""
    for shape in shapes:
        if isinstance(shape, Words):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_text(painter, QPointF(*shape.at), shape.text, "", shape.ink)
            continue
        colour = QColor(shape.colour)
        colour.setAlphaF(shape.opacity)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, isinstance(shape, Rule) and shape.width > 1)
        if isinstance(shape, Box):
            left, top, right, bottom = shape.box
            painter.fillRect(QRectF(left, top, right - left, bottom - top), colour)
        else:
            painter.setPen(QPen(colour, shape.width, c=Qt.PenCapStyle.FlatCap))
            painter.drawLine(QLineF(*shape.line))
