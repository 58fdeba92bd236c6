"""The shape and hue of a node kind as an icon."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QIcon, QPainter

from explorer.model import NodeKind
from explorer.render.marks import draw_read_mark
from explorer.render.shapes import HALF_EXTENT, draw_node
from explorer.render.theme import theme
from explorer.ui.style import theme_now
from explorer.ui.widgets.drawn_icon import drawn_icon

ICON_PX = 14


def kind_icon(kind: NodeKind, reading: str = "") -> QIcon:
    """Icon in the colours of the scheme that the application wears, with a mark of what is read."""
    return _icon(kind, reading, theme_now().name)


@lru_cache(maxsize=len(NodeKind) * 6)
def _icon(kind: NodeKind, reading: str, scheme: str) -> QIcon:
    colours = theme(scheme)

    def draw(painter: QPainter) -> None:
        radius = min(ICON_PX / 2 - 1, 5.2 / max(HALF_EXTENT[kind]) ** 0.5)
        draw_node(painter, kind, (ICON_PX / 2, ICON_PX / 2), radius, colours)
        if reading:
            corner = QPointF(ICON_PX - 4.5, ICON_PX - 4.5)
            draw_read_mark(painter, corner, reading == "read", (colours.panel, colours.good))

    return drawn_icon(ICON_PX, draw)
