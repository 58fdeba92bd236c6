"""Legend: the kinds of nodes and the looks of edges that are in the view."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from explorer.graph.scene import Scene
from explorer.graph.style import EdgeLook
from explorer.model import NodeKind
from explorer.render.brush import draw_edges
from explorer.render.edge_shapes import Marks, Stroke
from explorer.render.hulls import RIM_OPACITY
from explorer.render.marks import CHANGED, GONE, NEW, PINNED, READ, READING, draw_mark, kinds_of_marks
from explorer.render.shapes import draw_node
from explorer.render.tags import Pill, draw_pill, own_looks, pill
from explorer.render.text import Ink, draw_text, text_width
from explorer.render.theme import Theme

LEGEND_PX = 11.0
_ICON_PX = 16.0
_EDGE_ICON_PX = 24.0
_GAP_PX = 14.0
_HEIGHT_PX = 16.0
MARGIN_PX = 14.0
_BOTTOM_PX = 12.0

_NODE_WORDS = {
    NodeKind.CONCEPT: QT_TRANSLATE_NOOP("Legend", "method"),
    NodeKind.PAPER: QT_TRANSLATE_NOOP("Legend", "paper"),
    NodeKind.EDITION: QT_TRANSLATE_NOOP("Legend", "venue"),
    NodeKind.ISSUE: QT_TRANSLATE_NOOP("Legend", "digest"),
    NodeKind.TAG: QT_TRANSLATE_NOOP("Legend", "trend"),
    NodeKind.PERSON: QT_TRANSLATE_NOOP("Legend", "person"),
    NodeKind.DOCUMENT: QT_TRANSLATE_NOOP("Legend", "document"),
}
_EDGE_WORDS = {
    EdgeLook.ARROW_AT_TARGET: QT_TRANSLATE_NOOP("Legend", "builds on"),
    EdgeLook.CROSSBAR: QT_TRANSLATE_NOOP("Legend", "versus"),
    EdgeLook.DOTS: QT_TRANSLATE_NOOP("Legend", "evaluated on"),
    EdgeLook.DASHED: QT_TRANSLATE_NOOP("Legend", "similar"),
    EdgeLook.DOTTED: QT_TRANSLATE_NOOP("Legend", "proposed"),
}
_MARK_WORDS = {
    PINNED: QT_TRANSLATE_NOOP("Legend", "pinned"),
    READING: QT_TRANSLATE_NOOP("Legend", "being read"),
    READ: QT_TRANSLATE_NOOP("Legend", "read"),
    NEW: QT_TRANSLATE_NOOP("Legend", "new"),
    GONE: QT_TRANSLATE_NOOP("Legend", "gone"),
    CHANGED: QT_TRANSLATE_NOOP("Legend", "changed"),
}
CLAIMED = "claimed"  #: mark of the entry for tags that only a document claims
SIGN_PX = 5.0  #: radius of a node's sign
_CLAIMED_TREND = QT_TRANSLATE_NOOP("Legend", "claimed trend")
_REGION = QT_TRANSLATE_NOOP("Legend", "region: papers that belong together")

_Sign = tuple[object, NodeKind | None, EdgeLook | None, str]  # word, and what an entry has


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One sign and its word. One of ``kind``, ``look`` and ``mark`` is set, or none: the ground of a region.

    Tags that only a document claims have a kind and the mark CLAIMED.

    Attributes:
        x: Left end, pixels from the legend's left.
        line: Number of the line, from 0 at the top.
        width: Of sign and word, pixels.
    """

    word: str
    kind: NodeKind | None
    look: EdgeLook | None
    x: float
    line: int
    width: float
    mark: str = ""


@dataclass(frozen=True, slots=True)
class LegendPlace:
    """An entry on a page, pixels.

    Attributes:
        sign: Middle of a node's sign, left end of an edge's or a region's.
        word: Left end of the word's baseline.
    """

    entry: LegendEntry
    sign: tuple[float, float]
    word: tuple[float, float]

    @property
    def patch(self) -> tuple[float, float, float, float]:
        """Left, top, width and height of the ground of a region."""
        return self.sign[0], self.sign[1] - 5.0, _ICON_PX - 4, 10.0

    def ink(self, theme: Theme) -> Ink:
        return Ink(LEGEND_PX, False, theme.dim, "")


def legend_entries(scene: Scene, room_px: float) -> tuple[LegendEntry, ...]:
    """The kinds, then the looks, that the scene holds, in lines of at most ``room_px``."""
    kinds = set(np.unique(scene.view.kinds).tolist())
    looks = set(np.unique(scene.looks).tolist())
    if EdgeLook.ARROW_AT_SOURCE in looks:
        looks.add(int(EdgeLook.ARROW_AT_TARGET))
    signs: list[_Sign] = []
    for known, word in _NODE_WORDS.items():
        if known in kinds:
            signs += _tag_signs(scene) if known is NodeKind.TAG else [(word, known, None, "")]
    signs += [(word, None, look, "") for look, word in _EDGE_WORDS.items() if look in looks]
    signs += [(_MARK_WORDS[mark], None, None, mark) for mark in kinds_of_marks(scene)]
    signs += [(_REGION, None, None, "")] if scene.hulls else []
    out: list[LegendEntry] = []
    x, line = 0.0, 0
    for source, kind, look, mark in signs:
        word = QCoreApplication.translate("Legend", str(source))
        icon = _ICON_PX if look is None else _EDGE_ICON_PX + 4
        width = icon + text_width(word, "", LEGEND_PX, False)
        if x and x + width > room_px:
            x, line = 0.0, line + 1
        out.append(LegendEntry(word, kind, look, x, line, width, mark))
        x += width + _GAP_PX
    return tuple(out)


def _tag_signs(scene: Scene) -> list[_Sign]:
    """Tags that a person has made, then those that only a document claims, as far as there are any."""
    tags = int((scene.view.kinds == NodeKind.TAG).sum())
    claimed = sum(is_claimed for _, is_claimed in own_looks(scene.view).values())
    made: _Sign = (_NODE_WORDS[NodeKind.TAG], NodeKind.TAG, None, "")
    told: _Sign = (_CLAIMED_TREND, NodeKind.TAG, None, CLAIMED)
    return [made] * (tags > claimed) + [told] * (claimed > 0)


def claimed_sign(theme: Theme) -> Pill:
    """How the tag of a document is drawn in a legend."""
    return pill(("", True), SIGN_PX, theme)


def legend_size(scene: Scene, room_px: float) -> tuple[float, float]:
    """Width and height in pixels; (0, 0) without entries."""
    entries = legend_entries(scene, room_px)
    if not entries:
        return 0.0, 0.0
    return max(entry.x + entry.width for entry in entries), _HEIGHT_PX * (entries[-1].line + 1)


def legend_places(scene: Scene, page: tuple[float, float]) -> tuple[LegendPlace, ...]:
    """Where signs and words stand on a page of that width and height: at the left of its bottom."""
    room = page[0] - 2 * MARGIN_PX
    _, height = legend_size(scene, room)
    out: list[LegendPlace] = []
    for entry in legend_entries(scene, room):
        x = MARGIN_PX + entry.x
        y = page[1] - _BOTTOM_PX - height + _HEIGHT_PX * (entry.line + 0.5)
        icon = _ICON_PX if entry.look is None else _EDGE_ICON_PX + 4
        sign = (x + 5.5, y) if entry.kind is not None or entry.mark else (x, y)
        out.append(LegendPlace(entry, sign, (x + icon, y + LEGEND_PX * 0.36)))
    return tuple(out)


def legend_box(scene: Scene, page: tuple[float, float]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom that the legend takes on the page, with a rim; empty without entries."""
    width, height = legend_size(scene, page[0] - 2 * MARGIN_PX)
    if not width:
        return 0.0, 0.0, 0.0, 0.0
    bottom = page[1] - _BOTTOM_PX
    return MARGIN_PX - 6, bottom - height - 4, MARGIN_PX + width + 6, bottom + 4


def draw_legend(painter: QPainter, scene: Scene, theme: Theme, page: tuple[float, float]) -> None:
    """Draw on a patch of ground colour, so that edges do not run through it."""
    left, top, right, bottom = legend_box(scene, page)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = QColor(theme.canvas)
    ground.setAlphaF(0.88)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 4, 4)
    for place in legend_places(scene, page):
        if place.entry.kind is not None and place.entry.mark:
            draw_pill(painter, place.sign, SIGN_PX, claimed_sign(theme))
        elif place.entry.kind is not None:
            draw_node(painter, place.entry.kind, place.sign, SIGN_PX, theme)
        elif place.entry.look is not None:
            for item in edge_sign_strokes(place.entry.look, place.sign, theme):
                draw_edges(painter, item)
        elif place.entry.mark:
            draw_mark(painter, place.entry.mark, place.sign, theme)
        else:
            rim = QColor(theme.region_inks[0])
            rim.setAlphaF(RIM_OPACITY)
            painter.setPen(QPen(rim, 1.0))
            painter.setBrush(QColor(theme.regions[0]))
            painter.drawRoundedRect(QRectF(*place.patch), 4, 4)
        draw_text(painter, QPointF(*place.word), place.entry.word, "", place.ink(theme))


def edge_sign_strokes(look: EdgeLook, at: tuple[float, float], theme: Theme) -> tuple[Stroke | Marks, ...]:
    """A short edge with its marks, starting at ``at``."""
    x, y = at
    end = x + _EDGE_ICON_PX
    colour = theme.edges[look]
    straight = np.zeros(1, np.float32)
    stop = end - 5 if look is EdgeLook.ARROW_AT_TARGET else end
    breaks = look is EdgeLook.DASHED, look is EdgeLook.DOTTED
    line = Stroke(np.array([(x, y, stop, y)]), straight, colour, 2.0 if breaks[1] else 1.4, 1.0, *breaks)
    heads, dots = np.zeros((0, 3, 2)), np.zeros((0, 2))
    if look is EdgeLook.CROSSBAR:
        bar = np.array([((x + end) / 2, y - 5, (x + end) / 2, y + 5)])
        return line, Stroke(bar, straight, colour, 1.8)
    if look is EdgeLook.ARROW_AT_TARGET:
        heads = np.array([[(end, y), (end - 8, y - 3.6), (end - 8, y + 3.6)]])
    elif look is EdgeLook.DOTS:
        dots = np.array([(x + 2, y), (end - 2, y)])
    return line, Marks(heads, dots, colour)


def legend_image(scene: Scene, theme: Theme, page: tuple[float, float], dpr: float) -> QImage:
    """The box of the legend on that page, drawn for ``dpr`` device pixels per pixel."""
    left, top, right, bottom = legend_box(scene, page)
    width, height = max(round((right - left) * dpr), 1), max(round((bottom - top) * dpr), 1)
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(dpr)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.translate(-left, -top)
        draw_legend(painter, scene, theme, page)
    finally:
        painter.end()
    return image
