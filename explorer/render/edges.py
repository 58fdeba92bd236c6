"""Edges that speak: strokes, arrowheads, cross-bars and dots, in pixels, for any surface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.graph.picking import control_points, curve_points
from explorer.graph.style import EdgeLook
from explorer.render.frame import Frame
from explorer.render.shapes import RING_PX
from explorer.render.theme import Theme

DASH_PX = 4.0
DOT_STEP_PX = 2.0  #: a dotted line is drawn for one of these and open for two
ARROW_PX = 9.0
BAR_PX = 7.0
DOT_PX = 2.6
_CHORDS = 12  # straight pieces of a bow
_GAP_PX = 2.5  # between a node's rim and the end of an edge
_MARKED_PX = 22.0  # shorter edges carry no marks
_WIDTHS = np.array([1.2, 1.2, 1.7, 2.1, 2.4, 2.7, 3.0])  # by number of distinct sources; 0 is derived
_DOTTED_PX = 2.0  # thinner dots are dust
_FOCUS_MAX = 40  # more than that cannot stand out
_FOCUS_PX = 0.4  # what the edges of the focus are wider
_FAINTEST = 0.07  # opacity
_SAMPLE = 4096  # edges that length and density are estimated from
_BLOCK = 16_384  # edges handled at a time
#: (from, to, share of the opacity): lengths in medians, the longest first because they lie below
_FADE = ((4.0, np.inf, 0.3), (1.5, 4.0, 0.55), (0.0, 1.5, 1.0))


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """Lines of one pen.

    Attributes:
        ends: (K, 4) float64 x0, y0, x1, y1 pixels.
        lanes: (K,) float32; 0 is straight (``picking.control_points``).
        colour: "#rrggbb".
        width: Pixels; 0 is a hairline.
        opacity: 0 to 1.
        dashed: Whether the lines are broken.
        dotted: Whether they are broken into dots.
    """

    ends: NDArray[np.float64]
    lanes: NDArray[np.float32]
    colour: str
    width: float
    opacity: float = 1.0
    dashed: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Filled marks of one colour.

    Attributes:
        heads: (A, 3, 2) float64 corners of arrowheads, the tip first.
        dots: (D, 2) float64 middles of round ends.
        colour: "#rrggbb".
        dot_px: Radius of the dots.
    """

    heads: NDArray[np.float64]
    dots: NDArray[np.float64]
    colour: str
    dot_px: float = DOT_PX


def strokes(frame: Frame, theme: Theme, focus: NDArray[np.int64]) -> Iterator[Stroke | Marks]:
    """What to draw for the edges in sight, in painting order.

    Args:
        focus: Node rows whose edges stand out.
    """
    if frame.detail:
        yield from edge_strokes(frame, frame.edges, theme, focus)
    elif len(frame.edges):
        yield from _texture(frame, theme)


def edge_strokes(
    frame: Frame, rows: NDArray[np.int64], theme: Theme, focus: NDArray[np.int64], lit: str = ""
) -> Iterator[Stroke | Marks]:
    """Strokes and marks of single edges, in full detail; ``lit`` is a colour that replaces their own."""
    rows, ends, lanes = _trimmed(frame, rows, focus)
    looks = _looks(frame, rows)
    width = _width(frame, rows, looks, focus)
    long = _length(ends) > _MARKED_PX
    for look in EdgeLook:
        mine = looks == look
        if not mine.any():
            continue
        colour = lit or theme.edges[look]
        for value in np.unique(width[mine]):
            group = mine & (width == value)
            shown = _shortened(ends[group], look, float(value)) if look in _ARROWS else ends[group]
            shown = np.where(long[group, None], shown, ends[group])
            breaks = look is EdgeLook.DASHED, look is EdgeLook.DOTTED
            yield Stroke(shown, lanes[group], colour, float(value), 1.0, *breaks)
        yield from _marks(look, ends[mine & long], lanes[mine & long], width[mine & long], colour)


_ARROWS = (EdgeLook.ARROW_AT_SOURCE, EdgeLook.ARROW_AT_TARGET)


def _marks(
    look: EdgeLook,
    ends: NDArray[np.float64],
    lanes: NDArray[np.float32],
    width: NDArray[np.float64],
    colour: str,
) -> Iterator[Stroke | Marks]:
    if not len(ends):
        return
    nothing = np.zeros((0, 2))
    if look in _ARROWS:
        yield Marks(_heads(ends, lanes, width, look is EdgeLook.ARROW_AT_SOURCE), nothing, colour)
    elif look is EdgeLook.CROSSBAR:
        for value in np.unique(width):
            group = width == value
            bars = _bars(ends[group], lanes[group], width[group])
            yield Stroke(bars, np.zeros(len(bars), np.float32), colour, float(value) + 0.6)
    elif look is EdgeLook.DOTS:
        dot = DOT_PX * float(_mark_scale(width + 0.2).min())
        yield Marks(np.zeros((0, 3, 2)), ends.reshape(-1, 2), colour, dot)


def _width(
    frame: Frame, rows: NDArray[np.int64], looks: NDArray[np.uint8], focus: NDArray[np.int64]
) -> NDArray[np.float64]:
    sources = np.minimum(frame.scene.view.sources[rows], len(_WIDTHS) - 1)
    width = _WIDTHS[np.maximum(sources, 0)]
    width = np.where(looks == EdgeLook.DOTS, np.minimum(width, 1.8) - 0.2, width)
    width = np.where(looks == EdgeLook.DOTTED, _DOTTED_PX, width)
    chosen = np.isin(frame.scene.view.ends[rows], focus).any(axis=1)
    if chosen.sum() <= _FOCUS_MAX:
        width = width + _FOCUS_PX * chosen
    out: NDArray[np.float64] = np.round(width * _slender(frame), 2)
    return out


def _slender(frame: Frame) -> float:
    """What widths and marks are multiplied by: edges between small nodes are thin."""
    return min(max(frame.zoom, 0.55), 1.0)


def _trimmed(
    frame: Frame, rows: NDArray[np.int64], focus: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.float32]]:
    """Rows that can be seen, their ends at the rims of the nodes or the focus rings, and their lanes."""
    ends = frame.scene.view.ends[rows]
    lanes = _lanes(frame, rows)
    raw = _raw_ends(frame, rows)
    control = control_points(raw, lanes)
    rim = frame.radius[ends] * 1.06 + _GAP_PX + (RING_PX + 0.5) * np.isin(ends, focus)
    out = raw.copy()
    for side, columns in ((0, slice(0, 2)), (1, slice(2, 4))):
        way = control - raw[:, columns]
        length = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
        out[:, columns] += way / length[:, None] * rim[:, side, None]
    seen = _length(raw) > rim.sum(axis=1) + 1
    return rows[seen], np.ascontiguousarray(out[seen]), lanes[seen]


def _looks(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
    looks = frame.scene.looks
    return looks[rows] if len(looks) else np.zeros(len(rows), np.uint8)


def _lanes(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    lanes = frame.scene.lanes
    return lanes[rows] if len(lanes) else np.zeros(len(rows), np.float32)


def _directions(
    ends: NDArray[np.float64], lanes: NDArray[np.float32], at_source: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Tips (K, 2) and unit vectors (K, 2) that point at the node."""
    tip = ends[:, :2] if at_source else ends[:, 2:]
    way = tip - control_points(ends, lanes)
    return tip, way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]


def _heads(
    ends: NDArray[np.float64], lanes: NDArray[np.float32], width: NDArray[np.float64], at_source: bool
) -> NDArray[np.float64]:
    tip, way = _directions(ends, lanes, at_source)
    size = (ARROW_PX * _mark_scale(width) + np.maximum(width - 1.2, 0.0) * 1.5)[:, None]
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1)
    back = tip - way * size
    return np.stack([tip, back + aside * size * 0.45, back - aside * size * 0.45], axis=1)


def _mark_scale(width: NDArray[np.float64]) -> NDArray[np.float64]:
    """Marks of lines that have become thin are small."""
    out: NDArray[np.float64] = np.clip(width / 1.2, 0.5, 1.0)
    return out


def _shortened(ends: NDArray[np.float64], look: EdgeLook, width: float) -> NDArray[np.float64]:
    """Ends that stop inside the arrowhead, so that a wide line does not stick out of the tip."""
    out = ends.copy()
    way = ends[:, 2:] - ends[:, :2]
    way *= (ARROW_PX * 0.6 * min(width / 1.2, 1.0) + width) / np.maximum(
        np.hypot(way[:, 0], way[:, 1]), 1e-9
    )[:, None]
    if look is EdgeLook.ARROW_AT_SOURCE:
        out[:, :2] += way
    else:
        out[:, 2:] -= way
    return out


def _bars(
    ends: NDArray[np.float64], lanes: NDArray[np.float32], width: NDArray[np.float64]
) -> NDArray[np.float64]:
    middle = curve_points(ends, lanes, 2)[:, 1]
    way = ends[:, 2:] - ends[:, :2]
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * (BAR_PX * _mark_scale(width))[:, None]
    return np.concatenate([middle - aside, middle + aside], axis=1)


def _texture(frame: Frame, theme: Theme) -> Iterator[Stroke]:
    """Hairlines, the denser and the longer the fainter: thousands of edges are no slab but a structure."""
    rows = frame.edges
    sample = _length(_raw_ends(frame, rows[:: max(len(rows) // _SAMPLE, 1)]))
    median = max(float(np.median(sample)), 1e-9)
    page = frame.camera.width * frame.camera.height
    layers = float(np.minimum(sample, frame.camera.width).mean()) * len(rows) / page
    opacity = min(0.85 / (1 + layers), 0.85)
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        ends = _raw_ends(frame, block)
        length = _length(ends)
        for low, high, share in _FADE:
            # fainter than this nothing is seen and rounding eats the rest: draw fewer of them instead
            shown = min(opacity * share / _FAINTEST, 1.0)
            group = (length > low * median) & (length <= high * median) & (_lot(block) < shown)
            if group.any():
                colour = theme.edges[EdgeLook.PLAIN]
                lanes = np.zeros(int(group.sum()), np.float32)
                yield Stroke(ends[group], lanes, colour, 0.0, max(opacity * share, _FAINTEST))


def _raw_ends(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    return frame.xy[frame.scene.view.ends[rows].ravel()].reshape(-1, 4)


def _length(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    out: NDArray[np.float64] = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    return out


def _lot(rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """A number in [0, 1) for each row, the same in every frame (Fibonacci hashing, Knuth 1973, 6.4)."""
    return (rows.astype(np.uint64) * np.uint64(2654435769) % np.uint64(2**32)) / 2.0**32


def edge_lines(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """(K, 4) straight lines, pixels, that edges run along from middle to middle; a bow is several."""
    ends, lanes = _raw_ends(frame, rows), _lanes(frame, rows)
    bowed = lanes != 0
    curves = curve_points(ends[bowed], lanes[bowed], _CHORDS // 2)
    chords = np.concatenate([curves[:, :-1], curves[:, 1:]], axis=2).reshape(-1, 4)
    return np.concatenate([ends[~bowed], chords])


def pieces(stroke: Stroke) -> NDArray[np.float64]:
    """(P, 4) straight pieces of a stroke: bows in short chords, broken lines in their dashes or dots."""
    period = 2 if stroke.dashed else 3 if stroke.dotted else 1
    if period == 1 and not stroke.lanes.any():
        return stroke.ends
    length = _length(stroke.ends)
    count = np.full(len(length), _CHORDS)
    if period > 1:
        unit = DASH_PX if stroke.dashed else DOT_STEP_PX
        count = np.clip((length / (period * unit)).astype(np.int64), 1, 400) * period - (period - 1)
    line = np.repeat(np.arange(len(count)), count)
    step = np.arange(len(line)) - np.repeat(np.cumsum(count) - count, count)
    line, step = line[step % period == 0], step[step % period == 0]
    control = control_points(stroke.ends, stroke.lanes)[line]
    ends = stroke.ends[line]
    out = np.empty((len(line), 4))
    for columns, share in ((slice(0, 2), step / count[line]), (slice(2, 4), (step + 1) / count[line])):
        s = share[:, None]
        out[:, columns] = (1 - s) ** 2 * ends[:, :2] + 2 * s * (1 - s) * control + s**2 * ends[:, 2:]
    return out
