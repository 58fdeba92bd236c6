"""Shapes of edges: strokes, arrowheads, cross-bars and dots, in pixels, for any surface."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.graph.picking import control_points, curve_points
from explorer.graph.style import EdgeLook

DASH_PX = 4.0
DOT_STEP_PX = 2.0  #: a dotted line is drawn for one of these and open for two
ARROW_PX = 9.0
BAR_PX = 7.0
DOT_PX = 2.6
CHORDS = 12  #: straight pieces of a bow


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
        opacity: 0 to 1.
    """

    heads: NDArray[np.float64]
    dots: NDArray[np.float64]
    colour: str
    dot_px: float = DOT_PX
    opacity: float = 1.0


def lengths(ends: NDArray[np.float64]) -> NDArray[np.float64]:
    out: NDArray[np.float64] = np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])
    return out


def _directions(
    ends: NDArray[np.float64], lanes: NDArray[np.float32], at_source: bool
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Tips (K, 2) and unit vectors (K, 2) that point at the node."""
    tip = ends[:, :2] if at_source else ends[:, 2:]
    way = tip - control_points(ends, lanes)
    return tip, way / np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]


def arrow_heads(
    ends: NDArray[np.float64], lanes: NDArray[np.float32], width: NDArray[np.float64], at_source: bool
) -> NDArray[np.float64]:
    tip, way = _directions(ends, lanes, at_source)
    size = (ARROW_PX * mark_scale(width) + np.maximum(width - 1.2, 0.0) * 1.5)[:, None]
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1)
    back = tip - way * size
    return np.stack([tip, back + aside * size * 0.45, back - aside * size * 0.45], axis=1)


def mark_scale(width: NDArray[np.float64]) -> NDArray[np.float64]:
    """Marks of lines that have become thin are small."""
    out: NDArray[np.float64] = np.clip(width / 1.2, 0.5, 1.0)
    return out


def shortened(ends: NDArray[np.float64], look: EdgeLook, width: float) -> NDArray[np.float64]:
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


def cross_bars(
    ends: NDArray[np.float64], lanes: NDArray[np.float32], width: NDArray[np.float64]
) -> NDArray[np.float64]:
    middle = curve_points(ends, lanes, 2)[:, 1]
    way = ends[:, 2:] - ends[:, :2]
    way /= np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)[:, None]
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) * (BAR_PX * mark_scale(width))[:, None]
    return np.concatenate([middle - aside, middle + aside], axis=1)


def pieces(stroke: Stroke) -> NDArray[np.float64]:
    """(P, 4) straight pieces of a stroke: bows in short chords, broken lines in their dashes or dots."""
    period = 2 if stroke.dashed else 3 if stroke.dotted else 1
    if period == 1 and not stroke.lanes.any():
        return stroke.ends
    length = lengths(stroke.ends)
    count = np.full(len(length), CHORDS)
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
