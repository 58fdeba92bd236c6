"""Scene to PNG, in memory: whoever writes the file decides how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from explorer.graph.scene import Scene
from explorer.render.application import ensure_application
from explorer.render.page_shapes import Shape, draw_shapes
from explorer.render.painter import render_image
from explorer.render.theme import Theme


def render_png(
    scene: Scene, size: tuple[int, int], theme: Theme, scale: float = 2, texts: dict[str, str] | None = None
) -> bytes:
    """The whole scene as a PNG of ``size`` × ``scale`` device pixels; works in any thread.

    Args:
        size: Width and height of the page, device-independent pixels.
        texts: Keyword -> text kept in the file ("Title", "Software"), in the given order.
    """
    return _png(render_image(scene, size, theme, scale), scale, texts or {})


def page_png(shapes: Sequence[Shape], size: tuple[int, int], theme: Theme, title: str) -> bytes:
    """Simple shapes as a PNG, two device pixels per pixel; works in any thread."""
    ensure_application()
    image = QImage(QSize(2 * size[0], 2 * size[1]), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2)
    image.fill(QColor(theme.canvas))
    painter = QPainter(image)
    try:
        draw_shapes(painter, shapes)
    finally:
        painter.end()
    return _png(image, 2, {"Title": title})


def _png(image: QImage, scale: float, texts: Mapping[str, str]) -> bytes:
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    for keyword, text in texts.items():
        image.setText(keyword, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
