"""Scene to QPainter: one painter with two inner loops, sprites for the screen and real shapes for paper."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
import shiboken6
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from explorer.graph.camera import Camera, Margins, fit, margins_beside
from explorer.graph.scene import Scene
from explorer.model import NodeKind
from explorer.render import axes as axis_shapes
from explorer.render import hulls as hull_shapes
from explorer.render.application import ensure_application
from explorer.render.brush import draw_lines, draw_marks
from explorer.render.edge_shapes import Stroke, pieces
from explorer.render.edges import strokes
from explorer.render.frame import Frame, make_frame
from explorer.render.label_images import draw_leader, draw_turned
from explorer.render.labels import Label, LabelRequest, boxes_on, place_labels
from explorer.render.legend import draw_legend, legend_box
from explorer.render.marks import draw_node_marks
from explorer.render.occupancy import Occupancy
from explorer.render.shapes import draw_node, ring_radius
from explorer.render.sprites import Atlas
from explorer.render.tags import draw_pill, own_looks, pill
from explorer.render.theme import Theme
from explorer.render.verbs import place_verbs

_PX_PER_STEP = 80_000  # of lines
_PX_PER_LINE = 40  # what starting a line costs, in pixels of its length
NODES_PER_STEP = 2500
SHAPES_PER_STEP = 60
SHAPES_MAX = 500  # on the screen, fewer nodes than this are drawn as shapes too: sharper than sprites
_LEGEND_PX = 40.0

Step = Callable[[QPainter], None]


@dataclass(frozen=True, slots=True, eq=False)
class PaintOptions:
    """Attributes:
    focus: Node rows (the center, or what is selected) whose edges stand out and carry their verbs.
    ringed: Node rows with a ring.
    atlas: Sprites for the screen; None draws real shapes, for paper.
    margin_px: What is drawn beyond the viewport on the left and right, above and below.
    names: Whether labels, verbs and rings are drawn; the canvas has layers of its own for them.
    legend: Whether the legend stands at the bottom.
    """

    focus: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    ringed: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    atlas: Atlas | None = None
    margin_px: tuple[float, float] = (0.0, 0.0)
    names: bool = True
    legend: bool = False


def paint(
    painter: QPainter, scene: Scene, camera: Camera, theme: Theme, options: PaintOptions | None = None
) -> Iterator[None]:
    """Draw the scene, device-independent pixels, yielding every few milliseconds; run it to the end.

    The ground is the caller's to fill.
    """
    for step in paint_steps(scene, camera, theme, options or PaintOptions()):
        step(painter)
        yield


def paint_steps(scene: Scene, camera: Camera, theme: Theme, options: PaintOptions) -> Iterator[Step]:
    """The same as separate strokes of the brush, so that no painter need be open between two of them."""
    frame = make_frame(scene, camera, options.margin_px)
    if scene.axes is not None:
        below = axis_shapes.ground(scene.axes, camera, theme, options.margin_px)
        yield lambda painter: axis_shapes.draw_shapes(painter, below)
    for ground in hull_shapes.grounds(scene, camera, theme):
        yield partial(hull_shapes.draw_ground, ground=ground, camera=camera)
    clip = QRectF(
        -options.margin_px[0],
        -options.margin_px[1],
        camera.width + 2 * options.margin_px[0],
        camera.height + 2 * options.margin_px[1],
    )
    for item in strokes(frame, theme, options.focus):
        if isinstance(item, Stroke):
            yield from _stroke_steps(item, clip)
        else:
            yield partial(draw_marks, marks=item)
    if options.names:
        yield lambda painter: draw_rings(painter, frame, options.ringed, theme)
    if options.atlas is None or len(frame.nodes) <= SHAPES_MAX:
        yield from _shape_steps(frame, theme, frame.nodes)
    else:
        special = np.isin(frame.nodes, list(own_looks(scene.view)))
        yield from _sprite_steps(frame, options.atlas, frame.nodes[~special])
        yield from _shape_steps(frame, theme, frame.nodes[special])
    if options.names:
        yield lambda painter: draw_node_marks(painter, scene, camera, theme)
        yield from _name_steps(frame, theme, options)
        if scene.axes is not None:
            above = axis_shapes.heads(scene.axes, camera, theme)
            yield lambda painter: axis_shapes.draw_shapes(painter, above)
    if options.legend:
        yield lambda painter: draw_legend(painter, scene, theme, (camera.width, camera.height))


def _stroke_steps(stroke: Stroke, clip: QRectF) -> Iterator[Step]:
    """Portions of lines that take about the same time: it grows with the pixels that they cover."""
    lines = np.ascontiguousarray(pieces(stroke), np.float64)
    x0, y0, x1, y1 = lines.T
    length = np.minimum(np.maximum(np.abs(x1 - x0), np.abs(y1 - y0)), clip.width()) + _PX_PER_LINE
    cut = np.searchsorted(length.cumsum(), np.arange(_PX_PER_STEP, length.sum(), _PX_PER_STEP))
    for chunk in np.split(lines, cut):
        yield partial(draw_lines, lines=chunk, stroke=stroke, clip=clip)


def _shape_steps(frame: Frame, theme: Theme, nodes: NDArray[np.int64]) -> Iterator[Step]:
    looks = own_looks(frame.scene.view)

    def draw(painter: QPainter, rows: NDArray[np.int64]) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for row in rows.tolist():
            x, y = frame.xy[row].tolist()
            radius = float(frame.radius[row])
            if row in looks:
                draw_pill(painter, (x, y), radius, pill(looks[row], radius, theme))
            else:
                draw_node(painter, NodeKind(int(frame.scene.view.kinds[row])), (x, y), radius, theme)

    for start in range(0, len(nodes), SHAPES_PER_STEP):
        rows = nodes[start : start + SHAPES_PER_STEP]
        yield lambda painter, rows=rows: draw(painter, rows)  # type: ignore[misc]


def _sprite_steps(frame: Frame, atlas: Atlas, nodes: NDArray[np.int64]) -> Iterator[Step]:
    def draw(painter: QPainter, fragments: NDArray[np.float64]) -> None:
        first = shiboken6.Shiboken.wrapInstance(fragments.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, len(fragments), atlas.pixmap)  # type: ignore[arg-type]

    for start in range(0, len(nodes), NODES_PER_STEP):
        rows = nodes[start : start + NODES_PER_STEP]
        fragments = atlas.fragments(frame.scene.view.kinds[rows], frame.xy[rows], frame.radius[rows])
        yield lambda painter, fragments=fragments: draw(painter, fragments)  # type: ignore[misc]


def draw_rings(painter: QPainter, frame: Frame, rows: NDArray[np.int64], theme: Theme) -> None:
    """Rings of the accent colour around nodes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), 1.6))
    for row in rows.tolist():
        radius = ring_radius(float(frame.radius[row]))
        painter.drawEllipse(QPointF(*frame.xy[row].tolist()), radius, radius)


def all_labels(
    frame: Frame, theme: Theme, options: PaintOptions, request: LabelRequest | None = None
) -> Generator[None, None, tuple[Label, ...]]:
    """Names of regions, then of nodes, then verbs where they still have room: the generator's value."""
    page = Occupancy(frame.camera.width, frame.camera.height)
    request = request or LabelRequest(options.focus, options.ringed, _taken(frame, options, theme))
    regions = hull_shapes.place_region_names(frame, page, theme, request.taken)
    if regions:
        request = replace(request, most=hull_shapes.TITLES_MAX, names=boxes_on(frame.camera, regions))
    names = yield from place_labels(frame, page, theme, request)
    verbs = yield from place_verbs(frame, page, theme, options.focus)
    return regions + names + verbs


def _taken(frame: Frame, options: PaintOptions, theme: Theme) -> NDArray[np.float64]:
    """(K, 4) boxes of axes and legend, where no name may stand."""
    boxes = axis_shapes.taken_boxes(frame.scene.axes, frame.camera, theme)
    if not options.legend:
        return boxes
    legend = legend_box(frame.scene, (frame.camera.width, frame.camera.height))
    return np.concatenate([boxes, np.array([legend])])


def _name_steps(frame: Frame, theme: Theme, options: PaintOptions) -> Iterator[Step]:
    labels = yield from _placing(frame, theme, options)
    for label in labels:
        yield lambda painter, label=label: draw_label(painter, frame, label)  # type: ignore[misc]


def _placing(frame: Frame, theme: Theme, options: PaintOptions) -> Generator[Step, None, tuple[Label, ...]]:
    generator = all_labels(frame, theme, options)
    while True:
        try:
            next(generator)
        except StopIteration as end:
            labels: tuple[Label, ...] = end.value
            return labels
        yield lambda painter: None


def draw_label(painter: QPainter, frame: Frame, label: Label) -> None:
    """Draw a label as text, for paper."""
    x, y = frame.camera.to_screen(np.array([label.anchor]))[0].tolist()
    if label.led:
        draw_leader(painter, label, (x, y))
    painter.save()
    painter.translate(x + label.offset[0], y + label.offset[1])
    draw_turned(painter, label, label.ink)
    painter.restore()


def page_camera(scene: Scene, size: tuple[int, int]) -> Camera:
    """Camera that shows the whole scene on a page with a legend at the bottom."""
    return fit(scene, size, margins_beside(scene, Margins(bottom=_LEGEND_PX + 12)))


def page_options(scene: Scene) -> PaintOptions:
    """What an export shows: the center ringed, with verbs on its edges, and a legend."""
    center = np.array([scene.view.center] if scene.view.center >= 0 else [], np.int64)
    return PaintOptions(focus=center, ringed=center, legend=True)


def render_image(
    scene: Scene, size: tuple[int, int], theme: Theme, scale: float = 2, camera: Camera | None = None
) -> QImage:
    """The scene as a picture of ``size`` × ``scale`` device pixels; works in any thread.

    Args:
        size: Width and height of the page, device-independent pixels.
        camera: What is shown; None shows everything.
    """
    ensure_application()
    image = QImage(QSize(round(size[0] * scale), round(size[1] * scale)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(scale)
    image.fill(QColor(theme.canvas))
    painter = QPainter(image)
    try:
        for _ in paint(painter, scene, camera or page_camera(scene, size), theme, page_options(scene)):
            pass
    finally:
        painter.end()
    return image
