"""A file, a page of the web, a paper of arXiv, a text: each as a small outline."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPolygonF

from explorer.model.incoming import Origin
from explorer.render.theme import theme
from explorer.ui.style import theme_now
from explorer.ui.widgets.drawn_icon import drawn_icon

_PX = 14
_SHEET = ((3, 1.5), (8.5, 1.5), (11.5, 4.5), (11.5, 12.5), (3, 12.5))


def origin_icon(origin: Origin) -> QIcon:
    """Icon in the colours of the scheme that the application wears."""
    return _icon(origin, theme_now().name)


@lru_cache(maxsize=2 * len(Origin))
def _icon(origin: Origin, scheme: str) -> QIcon:
    tokens = theme(scheme)
    colour = tokens.bad if origin is Origin.NOWHERE else tokens.dim

    def draw(painter: QPainter) -> None:
        painter.setPen(QPen(QColor(colour), 1.2))
        _draw(painter, origin)

    return drawn_icon(_PX, draw)


def _draw(painter: QPainter, origin: Origin) -> None:
    if origin in (Origin.WEB, Origin.ARXIV):
        painter.drawEllipse(QPointF(7, 7), 5.4, 5.4)
        painter.drawEllipse(QPointF(7, 7), 2.3, 5.4)
        painter.drawLine(QLineF(1.6, 7, 12.4, 7))
    elif origin is Origin.TEXT:
        painter.drawLines([QLineF(2, y, x, y) for y, x in ((3.5, 12), (7, 12), (10.5, 8))])
    elif origin is Origin.NOWHERE:
        painter.drawEllipse(QPointF(7, 7), 5.4, 5.4)
        painter.drawLines([QLineF(7, 4, 7, 8), QLineF(7, 9.6, 7, 10.2)])
    else:
        painter.drawPolygon(QPolygonF([QPointF(*place) for place in _SHEET]))
        painter.drawLines([QLineF(5, y, 9.5, y) for y in (6.5, 9)])
        painter.drawRect(QRectF(8.2, 1.8, 0.6, 2.6))
