"""The shape and hue of a node kind as an icon."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from explorer.model import NodeKind
from explorer.render.marks import draw_read_mark
from explorer.render.shapes import HALF_EXTENT, draw_node
from explorer.render.theme import theme
from explorer.ui.style import theme_now

ICON_PX = 14


def kind_icon(kind: NodeKind, reading: str = "") -> QIcon:
    """Icon in the colours of the scheme that the application wears, with a mark of what is read."""
    return _icon(kind, reading, theme_now().name)


@lru_cache(maxsize=len(NodeKind) * 6)
def _icon(kind: NodeKind, reading: str, scheme: str) -> QIcon:
    out = QIcon()
    for dpr in (1, 2, 3):
        pixmap = QPixmap(ICON_PX * dpr, ICON_PX * dpr)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = min(ICON_PX / 2 - 1, 5.2 / max(HALF_EXTENT[kind]) ** 0.5)
            colours = theme(scheme)
            draw_node(painter, kind, (ICON_PX / 2, ICON_PX / 2), radius, colours)
            if reading:
                corner = QPointF(ICON_PX - 4.5, ICON_PX - 4.5)
                draw_read_mark(painter, corner, reading == "read", (colours.panel, colours.good))
        finally:
            painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would darken it in a selected row
            out.addPixmap(pixmap, mode)
    return out
