"""Labels: who gets one, and where it stands without touching another label or a node."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.graph.camera import Camera
from explorer.graph.style import LABEL_PX, shorten
from explorer.model import NodeKind
from explorer.render.edges import edge_lines
from explorer.render.frame import Frame
from explorer.render.label_places import places_around
from explorer.render.leaders import LEADERS_MAX, Led, Line, led_place, take_leader
from explorer.render.occupancy import CELL_PX, Occupancy
from explorer.render.shapes import HALF_EXTENT, OUTLINE_PX, RING_PX
from explorer.render.text import LINE, Ink, text_width
from explorer.render.theme import Theme

CENTER_PX = 14.0
OBSTACLE_PX = 2.6  # smaller nodes are dots: among very many a label may stand on them
_CLEAR_MAX = 6000  # nodes in sight, up to which no label stands on a dot either
_TRIED_MAX = 900
_SHOWN = (60, 220)  # most labels of a page: far out, where only landmarks help, and where nodes have room
_FORCED_MAX = 24  # of the focus: these get a label even where none is free
_LINES_MAX = 1500  # edges that labels try to step aside for
_SLICE = 12  # labels tried between two yields

_SHORT_COLUMNS = 16
_SIZES = ((LABEL_PX, False), (LABEL_PX, True), (CENTER_PX, True))
_BOLD = frozenset({NodeKind.CONCEPT})


@dataclass(frozen=True, slots=True)
class Label:
    """A text with its place.

    Attributes:
        row: Node row; of a verb, the edge row.
        text, hint: What is drawn, and the language hint for it.
        ink: How it is drawn.
        anchor: World point that it hangs on.
        offset: Pixels from the anchor to the middle of the box.
        size: Width and height of the box before turning, pixels.
        angle: Degrees clockwise; 0 for names.
        side: Unit vector from the node to a name; (0, 0) for a verb.
        reach: Pixels of ``offset`` that grow with the node: its half extent towards the side.
        verb: Whether it is an edge's verb, or the name of a region: no node's name.
        region: Of the name of a region, which of the scene's hulls; else -1.
        led: Whether a leader joins it to its node, which begins ``reach`` from the middle of the node.
    """

    row: int
    text: str
    hint: str
    ink: Ink
    anchor: tuple[float, float]
    offset: tuple[float, float]
    size: tuple[float, float]
    angle: float = 0.0
    side: tuple[float, float] = (0.0, 0.0)
    reach: float = 0.0
    verb: bool = False
    region: int = -1
    led: bool = False

    def box(self, x_px: float, y_px: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of an unturned label whose anchor is at that pixel."""
        x, y = x_px + self.offset[0], y_px + self.offset[1]
        return x - self.size[0] / 2, y - self.size[1] / 2, x + self.size[0] / 2, y + self.size[1] / 2


@dataclass(frozen=True, slots=True, eq=False)
class LabelRequest:
    """Attributes:
    focus: Node rows that always get a label, most important first.
    ringed: Node rows with a ring, which takes room too.
    taken: (K, 4) boxes in pixels that hold something else (legend, minimap).
    sides: node row -> side of the last time, for labels that do not jump.
    most: Names there are at most, beside those of the focus.
    leaders: So many of the most important nodes in sight may have a name that a leader joins to them.
    names: (K, 4) boxes of other names, which no leader crosses.
    """

    focus: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    ringed: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    taken: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 4)))
    sides: Mapping[int, tuple[float, float]] = field(default_factory=dict)
    most: int = _SHOWN[1]
    leaders: int = LEADERS_MAX
    names: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 4)))


def place_labels(
    frame: Frame, page: Occupancy, theme: Theme, request: LabelRequest
) -> Generator[None, None, tuple[Label, ...]]:
    """Names of nodes in sight; ``page`` then holds what they and the nodes take.

    Yields between small portions of work; the generator's value is the labels, most important first. Boxes
    overlap neither each other nor a node larger than a dot; only the first of the focus get one anyway.
    """
    _take_nodes(frame, page, request)
    yield
    if len(frame.edges) <= _LINES_MAX:
        page.mark_lines(edge_lines(frame, frame.edges))
        yield
    out: list[Label] = []
    inks = _Inks.of(theme)
    shown = int(_SHOWN[0] + (_SHOWN[1] - _SHOWN[0]) * min(frame.zoom, 1.0) ** 2)
    forced = set(request.focus[:_FORCED_MAX].tolist())
    shown = min(shown, request.most + len(forced))
    led = Led([_as_line(box) for box in request.names.tolist()])
    for tried, row in enumerate(_candidates(frame, request)):
        label = _place(frame, page, inks, request, row, row in forced)
        if label is None and tried < request.leaders:
            label = _led(frame, page, inks, led, row)
            yield
        if label is not None:
            out.append(label)
            led.boxes.append(label.box(*_pixel(frame, row)))
        if len(out) >= shown:
            break
        if tried % _SLICE == _SLICE - 1:
            yield
    return tuple(out)


def finished(generator: Generator[None, None, tuple[Label, ...]]) -> tuple[Label, ...]:
    """Value of a generator of labels, run to its end at once."""
    while True:
        try:
            next(generator)
        except StopIteration as end:
            labels: tuple[Label, ...] = end.value
            return labels


def _take_nodes(frame: Frame, page: Occupancy, request: LabelRequest) -> None:
    """Let nodes, rings, and what stands on top take their room."""
    least = 0.0 if len(frame.nodes) <= _CLEAR_MAX else OBSTACLE_PX
    rows = frame.nodes[frame.radius[frame.nodes] >= least]
    half = _half_extents(frame, rows) + OUTLINE_PX / 2
    ringed = np.isin(rows, request.ringed)
    half[ringed] = (frame.radius[rows[ringed]] * 1.12 + RING_PX + 1)[:, None]  # as ring_radius has it
    page.take_boxes(frame.xy[rows] - half, frame.xy[rows] + half)
    page.take_boxes(request.taken[:, :2], request.taken[:, 2:])


_EXTENTS = np.array([(0.0, 0.0), *(HALF_EXTENT[kind] for kind in NodeKind)])


def _half_extents(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    out: NDArray[np.float64] = _EXTENTS[frame.scene.view.kinds[rows]] * frame.radius[rows, None]
    return out


def _candidates(frame: Frame, request: LabelRequest) -> list[int]:
    """Rows in the viewport, the focus first, then by importance."""
    order = frame.nodes[::-1]
    x, y = frame.xy[order].T
    order = order[(x >= 0) & (y >= 0) & (x <= frame.camera.width) & (y <= frame.camera.height)]
    first = request.focus[np.isin(request.focus, order)]
    rest = order[~np.isin(order, first)] if len(first) else order
    return [*first.tolist(), *rest[:_TRIED_MAX].tolist()]


def language_hint(frame: Frame, row: int) -> str:
    """Language of the node's document where the view knows it."""
    column = frame.scene.view.columns.get("language")
    return str(column[row]) if column is not None and column.dtype.kind in "UO" and len(column) > row else ""


@dataclass(frozen=True, slots=True)
class _Inks:
    """Methods are bold; what the view is about is larger as well."""

    plain: Ink
    bold: Ink
    center: Ink

    @classmethod
    def of(cls, theme: Theme) -> _Inks:
        inks = (Ink(px, bold, theme.ink, theme.canvas) for px, bold in _SIZES)
        return cls(*inks)

    def of_row(self, frame: Frame, row: int) -> Ink:
        """That of a node."""
        if row == frame.scene.view.center:
            return self.center
        return self.bold if int(frame.scene.view.kinds[row]) in _BOLD else self.plain


def _place(
    frame: Frame, page: Occupancy, inks: _Inks, request: LabelRequest, row: int, forced: bool
) -> Label | None:
    full = frame.scene.labels[row]
    if not full:
        return None
    kind = int(frame.scene.view.kinds[row])
    ink = inks.of_row(frame, row)
    hint = language_hint(frame, row)
    radius = float(frame.radius[row])
    width, height = HALF_EXTENT[NodeKind(kind)]
    half, rim = (width * radius, height * radius), OUTLINE_PX / 2
    if row in request.ringed:
        half, rim = (radius * 1.12, radius * 1.12), RING_PX + 1  # as ring_radius has it
    at = _pixel(frame, row)
    for text in _wordings(full):
        size = (text_width(text, hint, ink.size_px, ink.bold) + 2, ink.size_px * LINE)
        is_last = forced and text is full
        places = places_around(page, at, size, (half, rim), request.sides.get(row), is_last)
        if places:
            _, side, reach, offset = min(places, key=lambda place: place[0])
            hang = tuple(frame.scene.pos[row].tolist())
            label = Label(row, text, hint, ink, hang, offset, size, 0.0, side, reach)
            page.take(*label.box(*at))
            return label
    return None


def _led(frame: Frame, page: Occupancy, inks: _Inks, led: Led, row: int) -> Label | None:
    """The name of a node in the nearest gap, with a leader; None where none is near."""
    full = frame.scene.labels[row]
    if not full:
        return None
    ink, hint, at = inks.of_row(frame, row), language_hint(frame, row), _pixel(frame, row)
    rim = float(max(_half_extents(frame, np.array([row]))[0])) + OUTLINE_PX
    for text in _wordings(full):
        size = (text_width(text, hint, ink.size_px, ink.bold) + 2, ink.size_px * LINE)
        found = led_place(page, led, (at, rim), size)
        if found is not None:
            offset, line = found
            hang = tuple(frame.scene.pos[row].tolist())
            label = Label(row, text, hint, ink, hang, offset, size, reach=rim, led=True)
            page.take(*label.box(*at))
            take_leader(page, led, line)
            return label
    return None


def _pixel(frame: Frame, row: int) -> tuple[float, float]:
    return float(frame.xy[row, 0]), float(frame.xy[row, 1])


def _as_line(box: list[float]) -> Line:
    left, top, right, bottom = box
    return left, top, right, bottom


def _wordings(text: str) -> tuple[str, ...]:
    """A name as it is, and a shorter one for where that finds no room."""
    short = shorten(text, _SHORT_COLUMNS) if len(text) > _SHORT_COLUMNS + 3 else text
    return (text,) if short == text else (text, short)


def boxes_on(camera: Camera, labels: Sequence[Label]) -> NDArray[np.float64]:
    """(K, 4) boxes of unturned labels, pixels."""
    at = camera.to_screen(np.array([label.anchor for label in labels]).reshape(-1, 2)).tolist()
    boxes = [label.box(x, y) for label, (x, y) in zip(labels, at, strict=True)]
    return np.array(boxes, np.float64).reshape(-1, 4)


def kept_apart(boxes: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which of (K, 4) boxes, most important first, stay when none may overlap an earlier one that stays."""
    left, top, right, bottom = boxes.T
    overlap = (left[:, None] < right) & (left < right[:, None])
    overlap &= (top[:, None] < bottom) & (top < bottom[:, None])
    keep = np.ones(len(boxes), np.bool_)
    for row in range(1, len(boxes)):
        keep[row] = not (overlap[row, :row] & keep[:row]).any()
    return keep


def turned_points(
    middle: NDArray[np.float64], size: tuple[float, float], angle: float
) -> NDArray[np.float64]:
    """(K, 2) points that cover a turned box closely enough for the page's cells."""
    columns, lines = max(int(size[0] / CELL_PX) + 2, 2), max(int(size[1] / CELL_PX) + 2, 2)
    x, y = np.meshgrid(np.linspace(-0.5, 0.5, columns) * size[0], np.linspace(-0.5, 0.5, lines) * size[1])
    c, s = np.cos(np.radians(angle)), np.sin(np.radians(angle))
    return np.stack([middle[0] + x * c - y * s, middle[1] + x * s + y * c], axis=-1).reshape(-1, 2)
