"""The shape of each kind of node: one outline for sprites, paper, legend and minimap."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from explorer.model import NodeKind
from explorer.render.theme import Theme

OUTLINE_PX = 1.5  # ground-coloured rim that cuts a node out of the edges below it
RING_PX = 6.0  # from a node's rim to the ring that marks it as selected
RING_SHARE = 0.42  # stroke of a person's own ring, of the radius

#: half width and half height of each kind's outline, in radii: about the area of the circle
HALF_EXTENT: dict[NodeKind, tuple[float, float]] = {
    NodeKind.PAPER: (1.0, 1.0),
    NodeKind.PERSON: (0.85, 0.85),
    NodeKind.EDITION: (0.92, 0.92),
    NodeKind.ISSUE: (1.2, 1.2),
    NodeKind.CONCEPT: (0.97, 1.12),
    NodeKind.TAG: (1.4, 0.75),
    NodeKind.DOCUMENT: (0.84, 1.06),
}
#: corners of the polygons in radii; kinds that are missing are round
_POLYGONS: dict[NodeKind, tuple[tuple[float, float], ...]] = {
    NodeKind.ISSUE: ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)),
    NodeKind.CONCEPT: tuple(
        (1.12 * math.cos(math.pi / 6 + k * math.pi / 3), 1.12 * math.sin(math.pi / 6 + k * math.pi / 3))
        for k in range(6)
    ),
    NodeKind.DOCUMENT: ((-0.84, -1.06), (0.3, -1.06), (0.84, -0.52), (0.84, 1.06), (-0.84, 1.06)),
}
#: corner radius of the rectangles, in radii
_CORNERS = {NodeKind.EDITION: 0.14, NodeKind.TAG: 0.75}


def rim_width(radius: float) -> float:
    """Width of a node's rim, pixels; dots have hardly any, or a crowd of them would wipe out the edges."""
    return min(OUTLINE_PX, 0.25 * radius)


def ring_radius(radius: float) -> float:
    """Radius of the ring around a selected node, pixels."""
    return radius * 1.12 + RING_PX


def polygon(kind: NodeKind) -> tuple[tuple[float, float], ...]:
    """Corners of a kind's outline in radii; () where it is round or has round corners."""
    return _POLYGONS.get(kind, ())


def corner(kind: NodeKind) -> float | None:
    """Corner radius, in radii, of a kind that is a rectangle; None for the others."""
    return _CORNERS.get(kind)


def draw_node(
    painter: QPainter, kind: NodeKind, at: tuple[float, float], radius: float, theme: Theme
) -> None:
    """Draw one node as a real shape with its rim, pixels; changes the painter's pen and brush."""
    x, y = at
    if kind is NodeKind.PERSON:
        _draw_ring(painter, at, radius, theme)
        return
    rim = rim_width(radius)
    grown = rim / 2  # the pen covers half of its width of the shape
    pen = QPen(QColor(theme.canvas), rim)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(QColor(theme.nodes[kind]))
    width, height = (half * radius + grown for half in HALF_EXTENT[kind])
    if kind in _POLYGONS:
        size = radius + grown
        painter.drawConvexPolygon(
            QPolygonF([QPointF(x + a * size, y + b * size) for a, b in _POLYGONS[kind]])
        )
    elif kind in _CORNERS:
        rounded = _CORNERS[kind] * radius
        painter.drawRoundedRect(QRectF(x - width, y - height, 2 * width, 2 * height), rounded, rounded)
    else:
        painter.drawEllipse(QPointF(x, y), width, height)


def _draw_ring(painter: QPainter, at: tuple[float, float], radius: float, theme: Theme) -> None:
    """A person: a ring with a rim around it."""
    outer = HALF_EXTENT[NodeKind.PERSON][0] * radius
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.canvas))
    rim = rim_width(radius)
    painter.drawEllipse(QPointF(*at), outer + rim, outer + rim)
    painter.setPen(QPen(QColor(theme.nodes[NodeKind.PERSON]), RING_SHARE * radius))
    middle = outer - RING_SHARE * radius / 2
    painter.drawEllipse(QPointF(*at), middle, middle)
