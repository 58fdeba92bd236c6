"""Small icons that are drawn, sharp on every screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap


def drawn_icon(side_px: int, draw: Callable[[QPainter], None]) -> QIcon:
    """Icon of what ``draw`` paints into a square from (0, 0) to (side_px, side_px), logical pixels."""
    icon = QIcon()
    for dpr in (1, 2, 3):
        pixmap = QPixmap(side_px * dpr, side_px * dpr)
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw(painter)
        finally:
            painter.end()
        for mode in (QIcon.Mode.Normal, QIcon.Mode.Selected):  # Qt would darken it in a selected row
            icon.addPixmap(pixmap, mode)
    return icon
