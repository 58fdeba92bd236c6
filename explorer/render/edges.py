"""Edges that speak: which are drawn one by one, which are a texture, and how strong each of them is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.graph.picking import control_points, curve_points
from explorer.graph.style import EdgeLook
from explorer.render.density import Density, clipped, opacity, sampled
from explorer.render.edge_shapes import (
    CHORDS,
    DOT_PX,
    Marks,
    Stroke,
    arrow_heads,
    cross_bars,
    lengths,
    mark_scale,
    shortened,
)
from explorer.render.frame import Frame
from explorer.render.shapes import RING_PX
from explorer.render.theme import Theme

SINGLE_EDGES = 2500  #: so many are drawn one by one, with widths, ends and marks; the others are a texture
_GAP_PX = 2.5  # between a node's rim and the end of an edge
_MARKED_PX = 22.0  # shorter edges carry no marks
_WIDTHS = np.array([1.2, 1.2, 1.7, 2.1, 2.4, 2.7, 3.0])  # by number of distinct sources; 0 is derived
_DOTTED_PX = 2.0  # thinner dots are dust
_FOCUS_MAX = 40  # more than that cannot stand out
_FOCUS_PX = 0.4  # what the edges of the focus are wider
_SAMPLE = 4000  # edges that length and density are estimated from
_BLOCK = 16_384  # edges handled at a time
_TEXTURE_MAX = 150_000  # edges looked at; of more, each one drawn stands for several
_EQUALS_MAX = 40_000  # of more edges that nothing tells apart, none is told apart
_LEVELS = np.array([0.09, 0.14, 0.2, 0.28, 0.4, 0.56, 0.78, 1.0])  # of opacity
_FAINTEST_SINGLE = 0.28
_LONG = 2.0  # medians from which an edge fades
_FADE = 0.9  # power of its length that it fades with
_PASSING = 0.12  # opacity of an edge that only passes through the page
_DERIVED = 0.8  # of an edge that nobody states


@dataclass(frozen=True, slots=True, eq=False)
class Pens:
    """How single edges are drawn.

    Attributes:
        theme: Colours.
        focus: Node rows whose edges stand out.
        lit: A colour that replaces their own, or "".
        opacity: (K,) of each edge that is asked for; empty draws all of them opaque.
    """

    theme: Theme
    focus: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    lit: str = ""
    opacity: NDArray[np.float64] = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, slots=True, eq=False)
class _Crowd:
    """What decides about the strength of the edges of a frame.

    Attributes:
        density: Of the edges in sight, the faded ones counting less.
        median: Length of an edge of the graph, pixels.
        share: From 0, on a page with room for all, to 1, where only what is short and near stays strong.
    """

    density: Density
    median: float
    share: float


def strokes(frame: Frame, theme: Theme, focus: NDArray[np.int64]) -> Iterator[Stroke | Marks]:
    """What to draw for the edges in sight, in painting order.

    Args:
        focus: Node rows whose edges stand out, whatever else is on the page.
    """
    if not len(frame.edges):
        return
    crowd = _crowd(frame)
    chosen = _of_nodes(frame, frame.edges, focus)
    singles = single_edges(frame)
    if len(singles) < len(frame.edges):
        drawn = np.zeros(len(frame.scene.view.ends), np.bool_)
        drawn[singles] = True
        drawn[frame.edges[chosen]] = True
        yield from _texture(frame, theme, crowd, frame.edges[~drawn[frame.edges]])
    singles = singles[~_of_nodes(frame, singles, focus)]
    strength = _strength(frame, crowd, singles, _raw_ends(frame, singles))
    yield from edge_strokes(
        frame, singles, Pens(theme, focus, opacity=np.maximum(strength, _FAINTEST_SINGLE))
    )
    yield from edge_strokes(frame, frame.edges[chosen], Pens(theme, focus))


def single_edges(frame: Frame) -> NDArray[np.int64]:
    """Rows, ascending, of the edges that can be told apart: all where they are few.

    Else those with an end on the page, best supported first, then stated before derived, then the shortest.
    """
    rows = frame.edges
    if len(rows) <= SINGLE_EDGES:
        return rows
    x, y = frame.xy.T
    on_page = (x >= 0) & (y >= 0) & (x <= frame.camera.width) & (y <= frame.camera.height)
    rows = rows[_either(frame, rows, on_page)]
    if len(rows) <= SINGLE_EDGES:
        return rows
    support = np.minimum(np.take(frame.scene.view.sources, rows), len(_WIDTHS))
    least = np.partition(support, -SINGLE_EDGES)[-SINGLE_EDGES]
    better: NDArray[np.int64] = rows[support > least]
    equal: NDArray[np.int64] = rows[support == least]
    if len(equal) > _EQUALS_MAX:
        return np.sort(better)
    length = lengths(_raw_ends(frame, equal))
    room = SINGLE_EDGES - len(better)
    return np.sort(np.concatenate([better, equal[np.argpartition(length, room - 1)[:room]]]))


def edge_strokes(frame: Frame, rows: NDArray[np.int64], pens: Pens) -> Iterator[Stroke | Marks]:
    """Strokes and marks of single edges, in full detail."""
    kept, ends, lanes = trimmed_ends(frame, rows, pens.focus)
    rows = rows[kept]
    looks = _looks(frame, rows)
    width = _width(frame, rows, looks, pens.focus)
    level = _levels(pens.opacity[kept]) if len(pens.opacity) else np.full(len(rows), len(_LEVELS) - 1)
    for strength in np.unique(level).tolist():
        for look in EdgeLook:
            mine = (looks == look) & (level == strength)
            if mine.any():
                colour = pens.lit or pens.theme.edges[look]
                lines = ends[mine], lanes[mine], width[mine]
                yield from _look_strokes(look, lines, colour, float(_LEVELS[strength]))


_Lines = tuple[NDArray[np.float64], NDArray[np.float32], NDArray[np.float64]]  # ends, lanes, width
_ARROWS = (EdgeLook.ARROW_AT_SOURCE, EdgeLook.ARROW_AT_TARGET)


def _look_strokes(look: EdgeLook, lines: _Lines, colour: str, strength: float) -> Iterator[Stroke | Marks]:
    """Strokes and marks of edges of one look and opacity."""
    ends, lanes, width = lines
    long = lengths(ends) > _MARKED_PX
    breaks = look is EdgeLook.DASHED, look is EdgeLook.DOTTED
    for value in np.unique(width):
        group = width == value
        shown = shortened(ends[group], look, float(value)) if look in _ARROWS else ends[group]
        shown = np.where(long[group, None], shown, ends[group])
        yield Stroke(shown, lanes[group], colour, float(value), strength, *breaks)
    if long.any():
        yield from _marks(look, (ends[long], lanes[long], width[long]), colour, strength)


def _marks(look: EdgeLook, lines: _Lines, colour: str, strength: float) -> Iterator[Stroke | Marks]:
    ends, lanes, width = lines
    nothing = np.zeros((0, 2))
    if look in _ARROWS:
        heads = arrow_heads(ends, lanes, width, look is EdgeLook.ARROW_AT_SOURCE)
        yield Marks(heads, nothing, colour, opacity=strength)
    elif look is EdgeLook.CROSSBAR:
        for value in np.unique(width):
            group = width == value
            bars = cross_bars(ends[group], lanes[group], width[group])
            yield Stroke(bars, np.zeros(len(bars), np.float32), colour, float(value) + 0.6, strength)
    elif look is EdgeLook.DOTS:
        dot = DOT_PX * float(mark_scale(width + 0.2).min())
        yield Marks(np.zeros((0, 3, 2)), ends.reshape(-1, 2), colour, dot, strength)


def _width(
    frame: Frame, rows: NDArray[np.int64], looks: NDArray[np.uint8], focus: NDArray[np.int64]
) -> NDArray[np.float64]:
    sources = np.minimum(frame.scene.view.sources[rows], len(_WIDTHS) - 1)
    width = _WIDTHS[np.maximum(sources, 0)]
    width = np.where(looks == EdgeLook.DOTS, np.minimum(width, 1.8) - 0.2, width)
    width = np.where(looks == EdgeLook.DOTTED, _DOTTED_PX, width)
    chosen = _of_nodes(frame, rows, focus)
    if chosen.sum() <= _FOCUS_MAX:
        width = width + _FOCUS_PX * chosen
    out: NDArray[np.float64] = np.round(width * _slender(frame), 2)
    return out


def _slender(frame: Frame) -> float:
    """What widths and marks are multiplied by: edges between small nodes are thin."""
    return min(max(frame.zoom, 0.55), 1.0)


def trimmed_ends(
    frame: Frame, rows: NDArray[np.int64], focus: NDArray[np.int64]
) -> tuple[NDArray[np.bool_], NDArray[np.float64], NDArray[np.float32]]:
    """Which rows can be seen; their ends at the rims of the nodes or the focus rings, and their lanes."""
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
    seen = lengths(raw) > rim.sum(axis=1) + 1
    return seen, np.ascontiguousarray(out[seen]), lanes[seen]


def _of_nodes(frame: Frame, rows: NDArray[np.int64], nodes: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which edges have an end among some nodes."""
    if not len(nodes):
        return np.zeros(len(rows), np.bool_)
    among = np.zeros(len(frame.xy), np.bool_)
    among[nodes] = True
    return _either(frame, rows, among)


def _either(frame: Frame, rows: NDArray[np.int64], nodes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    ends = frame.scene.view.ends
    return np.take(nodes, np.take(ends[:, 0], rows)) | np.take(nodes, np.take(ends[:, 1], rows))


def _looks(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.uint8]:
    looks = frame.scene.looks
    return looks[rows] if len(looks) else np.zeros(len(rows), np.uint8)


def _lanes(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.float32]:
    lanes = frame.scene.lanes
    return lanes[rows] if len(lanes) else np.zeros(len(rows), np.float32)


def _raw_ends(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    return np.take(frame.xy, np.take(frame.scene.view.ends, rows, axis=0).ravel(), axis=0).reshape(-1, 4)


def _crowd(frame: Frame) -> _Crowd:
    """Density and lengths, from a sample of the edges in sight."""
    every = max(len(frame.edges) // _SAMPLE, 1)
    rows = frame.edges[::every]
    ends = _raw_ends(frame, rows)
    median = _median_length(frame)
    inside = clipped(ends, _page(frame))
    shares = every * _width(frame, rows, _looks(frame, rows), rows[:0])
    points = sampled(inside, _page(frame))
    plain = points.density(shares)
    # what fades leaves ink to the others: density is weighed by what is drawn, which depends on it a little
    share = plain.peak / (1.0 + plain.peak)
    faded = points.density(shares * _fade(frame, ends, (median, share)))
    return _Crowd(faded, median, share)


def _median_length(frame: Frame) -> float:
    """Of all edges of the graph, so that what is long stays long at every zoom; pixels."""
    ends = frame.scene.view.ends
    sample = frame.xy[ends[:: max(len(ends) // _SAMPLE, 1)].ravel()].reshape(-1, 4)
    return max(float(np.median(lengths(sample))), 1e-9)


def _page(frame: Frame) -> tuple[float, float, float, float]:
    return 0.0, 0.0, frame.camera.width, frame.camera.height


def _fade(frame: Frame, ends: NDArray[np.float64], crowd: tuple[float, float]) -> NDArray[np.float64]:
    """(K,) what is left of long edges, and of those that only pass through, on a crowded page.

    Args:
        crowd: Median length and share of ``_Crowd``.
    """
    median, share = crowd
    fade = np.minimum(_LONG * median / np.maximum(lengths(ends), 1e-9), 1.0) ** _FADE
    width, height = frame.camera.width, frame.camera.height
    x0, y0, x1, y1 = ends.T
    is_off = (x0 < 0) | (y0 < 0) | (x0 > width) | (y0 > height)
    is_off &= (x1 < 0) | (y1 < 0) | (x1 > width) | (y1 > height)
    fade = np.where(is_off, fade * _PASSING, fade)
    out: NDArray[np.float64] = fade**share
    return out


def _strength(
    frame: Frame, crowd: _Crowd, rows: NDArray[np.int64], ends: NDArray[np.float64]
) -> NDArray[np.float64]:
    """(K,) opacities of edges."""
    own = opacity(crowd.density.along(clipped(ends, _page(frame))), crowd.density.peak)
    stated = np.where(frame.scene.view.sources[rows] > 0, 1.0, _DERIVED**crowd.share)
    out: NDArray[np.float64] = own * stated * _fade(frame, ends, (crowd.median, crowd.share))
    return out


def _levels(strength: NDArray[np.float64]) -> NDArray[np.int64]:
    """(K,) nearest of ``_LEVELS``."""
    return np.searchsorted((_LEVELS[1:] + _LEVELS[:-1]) / 2, strength)


def _texture(frame: Frame, theme: Theme, crowd: _Crowd, rows: NDArray[np.int64]) -> Iterator[Stroke]:
    """Hairlines, the denser and the longer the fainter: thousands of edges are no slab but a structure."""
    present = [look for look in EdgeLook if look in frame.scene.looks] or [EdgeLook(0)]
    every = -(-len(rows) // _TEXTURE_MAX)
    rows = rows[::every] if every > 1 else rows
    for start in range(0, len(rows), _BLOCK):
        block = rows[start : start + _BLOCK]
        ends = _raw_ends(frame, block)
        strength = np.minimum(_strength(frame, crowd, block, ends) * every, 1.0)
        # fainter than the first level nothing is seen and rounding eats the rest: draw fewer of them instead
        drawn = _lot(block) * _LEVELS[0] < strength
        ends, level, looks = ends[drawn], _levels(strength[drawn]), _looks(frame, block[drawn])
        for value in range(len(_LEVELS)):
            of_level = level == value
            for look in present:
                group = of_level & (looks == look)
                if group.any():
                    lanes = np.zeros(int(group.sum()), np.float32)
                    yield Stroke(ends[group], lanes, theme.edges[look], 0.0, float(_LEVELS[value]))


def _lot(rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """A number in [0, 1) for each row, the same in every frame (Fibonacci hashing, Knuth 1973, 6.4)."""
    return (rows.astype(np.uint64) * np.uint64(2654435769) % np.uint64(2**32)) / 2.0**32


def edge_lines(frame: Frame, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """(K, 4) straight lines, pixels, that edges run along from middle to middle; a bow is several."""
    ends, lanes = _raw_ends(frame, rows), _lanes(frame, rows)
    bowed = lanes != 0
    curves = curve_points(ends[bowed], lanes[bowed], CHORDS // 2)
    chords = np.concatenate([curves[:, :-1], curves[:, 1:]], axis=2).reshape(-1, 4)
    return np.concatenate([ends[~bowed], chords])
