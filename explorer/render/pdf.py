"""Scene to PDF: real shapes and text with its fonts embedded, one page."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from explorer.graph.camera import Camera
from explorer.graph.scene import Scene
from explorer.render.application import ensure_application
from explorer.render.painter import page_camera, page_options, paint
from explorer.render.theme import Theme

_DPI = 96  # a pixel of the page is then a pixel of the painter, three quarters of a point


def render_pdf(
    scene: Scene, size: tuple[int, int], theme: Theme, camera: Camera | None = None, title: str = ""
) -> bytes:
    """The scene as a PDF of one page; it holds the time at which it was made.

    Args:
        size: Width and height of the page, pixels of 1/96 inch.
        camera: What is shown; None shows everything.
        title: Of the document.
    """
    ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Paper Explorer")
    writer.setResolution(_DPI)
    points = QSizeF(size[0] * 72 / _DPI, size[1] * 72 / _DPI)
    writer.setPageSize(QPageSize(points, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    try:
        painter.fillRect(0, 0, size[0], size[1], QColor(theme.canvas))
        for _ in paint(painter, scene, camera or page_camera(scene, size), theme, page_options(scene)):
            pass
    finally:
        painter.end()
    buffer.close()
    return bytes(buffer.data().data())
