"""Scene to PNG, in memory: whoever writes the file decides how."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImageWriter

from explorer.graph.scene import Scene
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
    image = render_image(scene, size, theme, scale)
    image.setDotsPerMeterX(round(96 * scale / 0.0254))
    image.setDotsPerMeterY(round(96 * scale / 0.0254))
    for keyword, text in (texts or {}).items():
        image.setText(keyword, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    return bytes(buffer.data().data())
