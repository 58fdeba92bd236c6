"""5,000 different Japanese and Chinese names: what touches, what has no glyph, what a frame costs."""

import os
from collections.abc import Iterator
from dataclasses import replace

import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from explorer.graph.style import make_scene
from explorer.render.fonts import missing_glyphs
from explorer.render.frame import make_frame
from explorer.render.shapes import HALF_EXTENT
from explorer.render.text import spans
from explorer.ui.canvas import Canvas
from tests.bench import peers
from tests.bench.bench_canvas import moving_ms
from tests.bench.figure import Figure
from tests.scenes import big_scene

NODES = 5_000
ZOOMS = (1, 2, 4, 10, 30)
_HEADS = ("検索", "拡張", "生成", "言語", "模型", "学習", "推論", "評価", "強化", "選好")
_MIDDLES = ("長文", "对齐", "扩散", "图神经", "网络", "多模态", "因果", "注意力", "压缩", "記憶")
_TAILS = ("手法", "基盤", "ひらがな", "カタカナ", "综述", "数据集", "优化", "分析", "実験", "框架")


def names() -> tuple[str, ...]:
    """5,000 different ones, without a digit."""
    tens = [tail + more for tail in _TAILS for more in ("", "法", "論", "学", "集", "器", "式")]
    found = tuple(a + b + c for a in _HEADS for b in _MIDDLES for c in tens)[:NODES]
    assert len(set(found)) == NODES
    return found


def measure() -> Iterator[Figure]:
    """Overlaps at five zooms, missing glyphs, a frame beside the same with Latin names."""
    app = QApplication.instance() or QApplication([])
    canvas = Canvas()
    canvas.resize(*peers.PAGE)
    canvas.show()
    app.processEvents()
    canvas.set_scene(big_scene(NODES, names="en"), keep_camera=False)
    canvas.finish_drawing()
    latin = moving_ms(canvas, 120)
    plain = big_scene(NODES)
    scene = make_scene(replace(plain.view, names=names()), plain.pos)
    canvas.set_scene(scene, keep_camera=False)
    canvas.finish_drawing()
    yield Figure("5,000 CJK names: frame / with Latin names", moving_ms(canvas, 120) / latin, "x", 2)
    pieces = {piece for label in scene.labels for piece in spans(label, "")}
    missing = sum(bool(missing_glyphs(piece.text, piece.language)) for piece in pieces)
    yield Figure("5,000 CJK names: with a missing glyph", missing, "", 0)
    base = canvas.camera
    for zoom in ZOOMS:
        canvas.set_camera(base.zoomed(zoom, 640, 400))
        canvas.finish_drawing()
        yield from touching(canvas, zoom)
    canvas.close()


def touching(canvas: Canvas, zoom: int) -> Iterator[Figure]:
    """How many pairs of names overlap, and how many names lie on a node."""
    boxes = np.array(list(canvas._picture.layer.label_boxes(canvas.camera).values())).reshape(-1, 4)
    frame = make_frame(canvas.scene, canvas.camera)
    half = np.array([HALF_EXTENT[kind] for kind in frame.scene.view.kinds[frame.nodes]])
    half = half * frame.radius[frame.nodes, None]
    xy = frame.xy[frame.nodes]
    among = int(np.triu(overlaps(boxes, boxes), 1).sum())
    on_nodes = int(overlaps(boxes, np.concatenate([xy - half, xy + half], axis=1)).sum())
    yield Figure(f"5,000 CJK names, zoom {zoom}: names shown", len(boxes), "")
    yield Figure(f"5,000 CJK names, zoom {zoom}: pairs that overlap", among, "", 0)
    yield Figure(f"5,000 CJK names, zoom {zoom}: nodes under a name", on_nodes, "", 0)


def overlaps(first: np.ndarray, second: np.ndarray) -> np.ndarray:
    """(K, L) whether boxes of (K, 4) and (L, 4) overlap."""
    out = (first[:, None, 0] < second[:, 2]) & (first[:, None, 2] > second[:, 0])
    return out & (first[:, None, 1] < second[:, 3]) & (first[:, None, 3] > second[:, 1])
