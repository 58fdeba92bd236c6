"""The canvas at 50,000 nodes and 250,000 edges, beside its peers. Processor time."""

import gc
import os
import pickle
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer.graph.camera import Camera
from explorer.graph.scene import Scene
from explorer.render.sprites import atlas
from explorer.ui.canvas import Canvas
from explorer.ui.canvas.picture import SLICE_MS
from tests.bench import peers
from tests.bench.figure import Figure, as_installed
from tests.scenes import big_scene

NODES = 50_000
FRAMES = 120
RUNS = 5


def measure() -> Iterator[Figure]:
    """Frames in motion, crisp pictures, slices, hit tests, start and memory."""
    app = QApplication.instance() or QApplication([])
    canvas = Canvas()
    canvas.resize(*peers.PAGE)
    canvas.show()
    scene = big_scene(NODES)
    canvas.set_scene(scene)
    canvas.finish_drawing()
    app.processEvents()
    gc.collect()
    gc.freeze()  # as the program does after its start
    yield from frames(canvas, scene)
    yield from crisp_pictures(canvas, scene)
    yield Figure("50,000 nodes: hit test", hit_ms(canvas), "ms", 0.2)
    canvas.close()
    yield from first_frame(scene)


def frames(canvas: Canvas, scene: Scene) -> Iterator[Figure]:
    """A frame in motion, alone and as a share of what peers take for theirs."""
    ours = moving_ms(canvas, FRAMES)
    yield Figure("50,000 nodes: frame, panning and zooming", ours, "ms", 5)
    other = peers.pyqtgraph_ms(scene, canvas.camera)
    if other is None:
        print("  pyqtgraph is not installed: pip install “paper-explorer[bench]”", file=sys.stderr)
    else:
        yield Figure("50,000 nodes: pyqtgraph's frame", other, "ms")
        yield Figure("50,000 nodes: frame / pyqtgraph's", ours / other, "x", 0.1)
    other = peers.graphics_items_ms(scene, canvas.camera)
    yield Figure("50,000 nodes: QGraphicsItems' frame", other, "ms")
    yield Figure("50,000 nodes: frame / QGraphicsItems'", ours / other, "x", 0.01)


def moving_ms(canvas: Canvas, count: int) -> float:
    """One frame along the peers' way, the picture being copied and not drawn anew."""
    begin = canvas.camera
    canvas._picture._idle.blockSignals(True)

    def show(camera: Camera) -> None:
        canvas.set_camera(camera)
        canvas.repaint()

    spent = peers.frame_ms(peers.path_of(begin, count), show)
    canvas._picture._idle.stop()
    canvas._picture._idle.blockSignals(False)
    canvas.set_camera(begin)
    return spent


def crisp_pictures(canvas: Canvas, scene: Scene) -> Iterator[Figure]:
    """The whole crisp picture with its labels, at three zooms, beside a plain repaint of the same."""
    base = canvas.camera
    sprites = atlas("light", 1.0)
    slices: list[float] = []
    for zoom in (1, 4, 16):
        canvas.set_camera(base.zoomed(zoom, 640, 400))
        pictures = [crisp_ms(canvas) for _ in range(RUNS)]
        crisp = min(map(sum, pictures))
        plain = min(peers.plain_ms(scene, canvas.camera, sprites) for _ in range(RUNS))
        slices += [ms for picture in pictures for ms in picture]
        yield Figure(f"50,000 nodes, zoom {zoom}: crisp picture", crisp, "ms")
        yield Figure(f"50,000 nodes, zoom {zoom}: crisp / plain repaint", crisp / plain, "x", 1.0)
    yield Figure("50,000 nodes: slice of it, median", statistics.median(slices), "ms", 16)
    yield Figure("50,000 nodes: slice of it, longest", max(slices), "ms", 50)
    canvas.set_camera(base)


def crisp_ms(canvas: Canvas) -> list[float]:
    """Processor milliseconds of the slices of a crisp picture."""
    layer = canvas._picture.layer
    layer.start(canvas._wish())
    slices = []
    finished = False
    while not finished:
        begun = time.process_time()
        finished = layer.work(SLICE_MS)
        slices.append((time.process_time() - begun) * 1000)
    return slices


def hit_ms(canvas: Canvas) -> float:
    """One look for the node under a pixel."""
    points = np.random.default_rng(0).uniform((200, 50), (1080, 750), (2000, 2)).tolist()
    begun = time.process_time()
    for x, y in points:
        canvas.picker.node_at(canvas.camera, x, y)
    return (time.process_time() - begun) / len(points) * 1000


def first_frame(scene: Scene) -> Iterator[Figure]:
    """A process from its start to the first crisp frame, and its memory, beside a bare window's."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "scene"
        file.write_bytes(pickle.dumps(scene))
        ours, bare = (min(started(name, Path(folder)) for _ in range(RUNS)) for name in (str(file), ""))
    yield Figure("bare window: start to first frame", bare[0], "s")
    yield Figure("50,000 nodes: start to first crisp frame", ours[0], "s")
    yield Figure("50,000 nodes: start / bare window's", ours[0] / bare[0], "x", 2)
    yield Figure("50,000 nodes: memory of the process", ours[1], "MB")
    yield Figure("50,000 nodes: memory beyond the bare window's", ours[1] - bare[1], "MB", 150)


def started(scene: str, folder: Path) -> tuple[float, float]:
    """Processor seconds and megabytes of a process that shows a scene, or a bare window for ""."""
    command = [sys.executable, "-m", "tests.bench.first_frame", *filter(None, [scene])]
    made = subprocess.run(command, check=True, capture_output=True, text=True, env=as_installed(folder))
    told = made.stdout.split()
    return float(told[0]), float(told[1])
