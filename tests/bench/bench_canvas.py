"""The canvas at 50,000 nodes and 250,000 edges, and with 5,000 Japanese and Chinese names. Processor time."""

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterator

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer.ui.canvas import Canvas
from explorer.ui.canvas_picture import SLICE_MS
from tests.bench.figure import Figure
from tests.scenes import big_scene

FRAMES = 120


def measure() -> Iterator[Figure]:
    """Frames in motion, crisp pictures, slices and hit tests."""
    app = QApplication.instance() or QApplication([])
    canvas = Canvas()
    canvas.resize(1280, 800)
    canvas.show()
    canvas.set_scene(big_scene(50_000))
    canvas.finish_drawing()
    app.processEvents()
    gc.collect()
    gc.freeze()  # as the program does after its start
    yield Figure("50,000 nodes: frame while panning", pan_ms(canvas), "ms", 5)
    yield Figure("50,000 nodes: frame while zooming", zoom_ms(canvas), "ms", 5)
    canvas.fit()
    crisp = [crisp_ms(canvas) for _ in range(5)]
    yield Figure("50,000 nodes: crisp picture with labels", min(total for total, _ in crisp), "ms", 150)
    yield Figure(
        "50,000 nodes: slice of it, median",
        statistics.median(ms for _, all_ in crisp for ms in all_),
        "ms",
        16,
    )
    yield Figure("50,000 nodes: slice of it, longest", min(max(all_) for _, all_ in crisp), "ms", 16)
    yield Figure("50,000 nodes: hit test", hit_ms(canvas), "ms", 0.2)
    yield from measure_names(canvas)
    canvas.close()


def measure_names(canvas: Canvas) -> Iterator[Figure]:
    """What names in Japanese and Chinese cost, compared with Latin ones."""
    cost = {}
    for names in ("en", "ja"):
        canvas.set_scene(big_scene(5000, names=names), keep_camera=False)
        canvas.finish_drawing()
        cost[names] = pan_ms(canvas)
    yield Figure("5,000 nodes: frame with Japanese names / Latin", cost["ja"] / cost["en"], "x", 2)


def frames_ms(canvas: Canvas, move: Callable[[int], None]) -> float:
    """Processor milliseconds per frame, the picture being copied and not drawn anew."""
    canvas._picture._idle.blockSignals(True)
    begun = time.process_time()
    for frame in range(FRAMES):
        move(frame)
        canvas.repaint()
    spent = time.process_time() - begun
    canvas._picture._idle.stop()
    canvas._picture._idle.blockSignals(False)
    return spent / FRAMES * 1000


def pan_ms(canvas: Canvas) -> float:
    """One frame while the page follows the hand."""
    base = canvas.camera
    return frames_ms(
        canvas, lambda k: canvas.set_camera(base.panned(150 * np.sin(k / 10), 80 * np.sin(k / 7)))
    )


def zoom_ms(canvas: Canvas) -> float:
    """One frame while the wheel turns."""
    base = canvas.camera
    return frames_ms(canvas, lambda k: canvas.set_camera(base.zoomed(1.9 ** (k / FRAMES), 640, 400)))


def crisp_ms(canvas: Canvas) -> tuple[float, list[float]]:
    """Processor milliseconds of a crisp picture, and of each of its slices."""
    layer = canvas._picture.layer
    layer.start(canvas._wish())
    slices = []
    finished = False
    while not finished:
        begun = time.process_time()
        finished = layer.work(SLICE_MS)
        slices.append((time.process_time() - begun) * 1000)
    return sum(slices), slices


def hit_ms(canvas: Canvas) -> float:
    """One look for the node under a pixel."""
    points = np.random.default_rng(0).uniform((200, 50), (1080, 750), (2000, 2)).tolist()
    begun = time.process_time()
    for x, y in points:
        canvas.picker.node_at(canvas.camera, x, y)
    return (time.process_time() - begun) / len(points) * 1000
