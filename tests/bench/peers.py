"""What the canvas is compared with: the same graph in pyqtgraph, in QGraphicsItems, and painted plainly."""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QApplication, QGraphicsScene, QGraphicsView

from explorer.graph.camera import Camera
from explorer.graph.scene import Scene
from explorer.render.frame import make_frame
from explorer.render.layer import GROWN
from explorer.render.sprites import Atlas

PAGE = (1280, 800)
_EDGE = (110, 120, 140, 60)
_NODE = (0, 103, 172)


def path_of(camera: Camera, frames: int) -> list[Camera]:
    """Cameras of a pan and then of a zoom, half of the frames each: what all candidates are moved along."""
    half = frames // 2
    pan = [camera.panned(150 * np.sin(k / 2), 80 * np.sin(k / 1.4)) for k in range(half)]
    zoom = [camera.zoomed(1.9 ** (k / max(half - 1, 1)), PAGE[0] / 2, PAGE[1] / 2) for k in range(half)]
    return pan + zoom


def frame_ms(cameras: list[Camera], show: Callable[[Camera], None]) -> float:
    """Processor milliseconds per frame."""
    show(cameras[0])
    begun = time.process_time()
    for camera in cameras:
        show(camera)
    return (time.process_time() - begun) / len(cameras) * 1000


def pyqtgraph_ms(scene: Scene, camera: Camera, frames: int = 12) -> float | None:
    """One frame of pyqtgraph's curve of pairs with a scatter plot; None where it is not installed."""
    try:
        import pyqtgraph as pg
    except ImportError:
        return None
    pg.setConfigOptions(antialias=False, background="w")
    plot = pg.PlotWidget()
    plot.resize(*PAGE)
    plot.hideAxis("left")
    plot.hideAxis("bottom")
    xy = scene.pos[scene.view.ends.ravel()].astype(float)
    plot.addItem(pg.PlotCurveItem(xy[:, 0], xy[:, 1], connect="pairs", pen=pg.mkPen(*_EDGE)))
    size = 2 * make_frame(scene, camera).radius
    x, y = scene.pos.astype(float).T
    plot.addItem(pg.ScatterPlotItem(x=x, y=y, size=size, brush=pg.mkBrush(*_NODE), pen=None))
    plot.show()
    QApplication.processEvents()

    def show(at: Camera) -> None:
        half = at.width / 2 / at.scale, at.height / 2 / at.scale
        plot.setRange(
            xRange=(at.x - half[0], at.x + half[0]),
            yRange=(at.y - half[1], at.y + half[1]),
            padding=0,
            disableAutoRange=True,
        )
        plot.viewport().repaint()

    spent = frame_ms(path_of(camera, frames), show)
    plot.close()
    return spent


def graphics_items_ms(scene: Scene, camera: Camera, frames: int = 2) -> float:
    """One frame of a QGraphicsView with an item for each node and each edge."""
    stage = QGraphicsScene()
    stage.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)  # building the index takes minutes
    pen, brush = QPen(QColor(*_EDGE), 0), QBrush(QColor(*_NODE))
    pos = scene.pos.tolist()
    for a, b in scene.view.ends.tolist():
        stage.addLine(*pos[a], *pos[b], pen)
    radius = (make_frame(scene, camera).radius / camera.scale).tolist()
    for (x, y), r in zip(pos, radius, strict=True):
        stage.addEllipse(x - r, y - r, 2 * r, 2 * r, QPen(Qt.PenStyle.NoPen), brush)
    view = QGraphicsView(stage)
    view.resize(*PAGE)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.show()
    QApplication.processEvents()

    def show(at: Camera) -> None:
        view.setTransform(QTransform.fromScale(at.scale, at.scale))
        view.centerOn(at.x, at.y)
        view.viewport().repaint()

    spent = frame_ms(path_of(camera, frames), show)
    view.close()
    return spent


def plain_ms(scene: Scene, camera: Camera, atlas: Atlas) -> float:
    """A full repaint of the same picture without any of the canvas's ways, and without labels."""
    margin = PAGE[0] * GROWN, PAGE[1] * GROWN
    width, height = PAGE[0] + 2 * margin[0], PAGE[1] + 2 * margin[1]
    begun = time.process_time()
    image = QImage(round(width), round(height), QImage.Format.Format_RGB32)
    frame = make_frame(scene, camera, margin)
    image.fill(QColor("white"))
    painter = QPainter(image)
    try:
        painter.translate(*margin)
        painter.setClipRect(QRectF(-margin[0], -margin[1], width, height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(*_EDGE), 0))
        lines = np.ascontiguousarray(frame.xy[scene.view.ends[frame.edges].ravel()].reshape(-1, 4))
        painter.drawLines(shiboken6.Shiboken.wrapInstance(lines.ctypes.data, QLineF), len(lines))
        rows = frame.nodes
        sprites = atlas.fragments(scene.view.kinds[rows], frame.xy[rows], frame.radius[rows])
        first = shiboken6.Shiboken.wrapInstance(sprites.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, len(sprites), atlas.pixmap)
    finally:
        painter.end()
    return (time.process_time() - begun) * 1000
