"""Strokes and marks of edges to QPainter."""

from __future__ import annotations

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from explorer.render.edge_shapes import Marks, Stroke, pieces


def draw_edges(painter: QPainter, item: Stroke | Marks) -> None:
    """Draw all of a stroke or of marks at once: for a few edges."""
    if isinstance(item, Marks):
        draw_marks(painter, item)
    else:
        draw_lines(painter, np.ascontiguousarray(pieces(item), np.float64), item)


def draw_lines(
    painter: QPainter, lines: NDArray[np.float64], stroke: Stroke, clip: QRectF | None = None
) -> None:
    """Draw (K, 4) contiguous float64 lines with the pen of a stroke."""
    if not len(lines):
        return
    if clip is not None:
        # a rectangular clip makes translucent hairlines 16 times faster in Qt's raster engine
        painter.setClipRect(clip)
    ink = QColor(stroke.colour)
    ink.setAlphaF(stroke.opacity)
    pen = QPen(ink, stroke.width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    first = shiboken6.Shiboken.wrapInstance(lines.ctypes.data, QLineF)
    painter.drawLines(first, len(lines))  # type: ignore[call-overload]


def draw_points(painter: QPainter, points: NDArray[np.float64]) -> None:
    """Draw (K, 2) contiguous float64 points with the painter's pen."""
    if len(points):
        first = shiboken6.Shiboken.wrapInstance(points.ctypes.data, QPointF)
        painter.drawPoints(first, len(points))  # type: ignore[call-overload]


def draw_marks(painter: QPainter, marks: Marks) -> None:
    """Draw arrowheads and dots."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    ink = QColor(marks.colour)
    ink.setAlphaF(marks.opacity)
    painter.setBrush(ink)
    for head in marks.heads.tolist():
        painter.drawConvexPolygon(QPolygonF([QPointF(x, y) for x, y in head]))
    for x, y in marks.dots.tolist():
        painter.drawEllipse(QPointF(x, y), marks.dot_px, marks.dot_px)
