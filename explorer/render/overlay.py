"""What stands on top of the picture in every frame: rings, what is lit, bands, and words on an empty page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.graph.camera import Camera
from explorer.graph.parts import part_of
from explorer.graph.scene import Scene
from explorer.graph.style import zoom_factor
from explorer.render.brush import draw_edges
from explorer.render.edges import Pens, edge_strokes
from explorer.render.frame import make_frame
from explorer.render.layer import Wish
from explorer.render.painter import PaintOptions, paint_steps
from explorer.render.shapes import ring_radius
from explorer.render.text import Ink, draw_text, text_width
from explorer.render.theme import Theme

_VEIL = 0.66  # opacity of the ground colour over what is not lit
_LIT_PX = 3.5  # a dot that is lit is drawn so large at least
_RINGS_MAX = 2000
_RING_PX = 1.8
_AREA = 0.12  # opacity of what a band or a lasso covers
_NO_ROWS = np.zeros(0, np.int64)


def draw_node_rings(
    painter: QPainter, scene: Scene, camera: Camera, rows: NDArray[np.int64], theme: Theme
) -> None:
    """Rings of the accent colour around nodes in the viewport."""
    xy, radius = _places(scene, camera, rows)
    inside = ((xy > -50) & (xy < (camera.width + 50, camera.height + 50))).all(axis=1)
    places = np.column_stack([xy, radius])[inside][:_RINGS_MAX].tolist()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for pen in (QPen(QColor(theme.canvas), _RING_PX + 2.4), QPen(QColor(theme.accent), _RING_PX)):
        painter.setPen(pen)
        for x, y, r in places:
            painter.drawEllipse(QPointF(x, y), ring_radius(r), ring_radius(r))


def draw_current(painter: QPainter, scene: Scene, camera: Camera, row: int, theme: Theme) -> None:
    """A dotted ring around the node that keys act on while it is not selected."""
    xy, radius = _places(scene, camera, np.array([row]))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.ink), _RING_PX, Qt.PenStyle.DotLine))
    size = ring_radius(float(radius[0]))
    painter.drawEllipse(QPointF(*xy[0].tolist()), size, size)


def _places(
    scene: Scene, camera: Camera, rows: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.float32]]:
    factor = np.float32(zoom_factor(camera.scale * scene.spacing))
    return camera.to_screen(scene.pos[rows]), scene.radius[rows] * factor


def draw_veil(painter: QPainter, camera: Camera, theme: Theme) -> None:
    """Fade everything that has been drawn."""
    ground = QColor(theme.canvas)
    ground.setAlphaF(_VEIL)
    painter.fillRect(QRectF(0, 0, camera.width, camera.height), ground)


def draw_lit(painter: QPainter, wish: Wish, lit: tuple[NDArray[np.int64], NDArray[np.int64]]) -> None:
    """Draw some nodes and edges of a picture once more, crisp, on top of the veil.

    Args:
        lit: Node rows, ascending, and edge rows between them; a single edge takes the accent colour.
    """
    scene, camera, theme = wish.scene, wish.camera, wish.theme
    nodes, edges = lit
    focus = np.flatnonzero(np.isin(nodes, wish.focus))
    part = part_of(scene, nodes, edges)
    frame = make_frame(part, camera)
    pens = Pens(theme, focus, theme.accent if len(edges) == 1 else "")
    for item in edge_strokes(frame, frame.edges, pens):
        draw_edges(painter, item)
    least = np.float32(_LIT_PX / zoom_factor(camera.scale * scene.spacing))
    bare = part_of(scene, nodes, _NO_ROWS)
    bare = replace(bare, radius=np.maximum(bare.radius, least))
    for step in paint_steps(bare, camera, theme, PaintOptions(names=False)):
        step(painter)


def draw_band(painter: QPainter, corner: QPointF, other: QPointF, theme: Theme) -> None:
    """The rectangle that is being drawn to select nodes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(QPen(QColor(theme.accent), 1))
    painter.setBrush(_area_fill(theme))
    painter.drawRect(QRectF(corner, other).normalized())


def draw_lasso(painter: QPainter, corners: Sequence[QPointF], theme: Theme) -> None:
    """The outline that is being drawn by hand; dashed where it will be closed."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_area_fill(theme))
    painter.drawPolygon(corners)
    painter.setPen(QPen(QColor(theme.accent), 1.6))
    painter.drawPolyline(corners)
    painter.setPen(QPen(QColor(theme.accent), 1.2, Qt.PenStyle.DashLine))
    painter.drawLine(corners[-1], corners[0])


def _area_fill(theme: Theme) -> QColor:
    fill = QColor(theme.accent)
    fill.setAlphaF(_AREA)
    return fill


def draw_focus_frame(painter: QPainter, camera: Camera, theme: Theme) -> None:
    """The frame that says that keys go to the canvas."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(QColor(theme.accent), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    painter.setPen(pen)
    painter.drawRect(QRectF(1, 1, camera.width - 2, camera.height - 2))


def draw_empty(painter: QPainter, camera: Camera, words: tuple[str, str], theme: Theme) -> None:
    """A title and a hint in the middle of a page without nodes."""
    lines = ((words[0], Ink(17, True, theme.ink, "")), (words[1], Ink(13, False, theme.dim, "")))
    y = camera.height / 2 - 12
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for text, ink in lines:
        width = text_width(text, "", ink.size_px, ink.bold)
        draw_text(painter, QPointF(round((camera.width - width) / 2), round(y)), text, "", ink)
        y += 28
