"""A stacked chart of shares over time, as simple shapes of a page, and what stands at a pixel of it.

Each column is a stack of parts, the most frequent series at the bottom, all others together on top; the names
of the series stand beside the last column that has them. The window paints the shapes over its time strip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, log10
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.questions.timeline_shares import TimelineShares
from explorer.render.page_shapes import Box, Rule, Shape, Words
from explorer.render.text import Ink, text_width
from explorer.render.theme import Theme

LABELS_PX: Final = 190.0  #: what names need beside the plot
VALUES_PX: Final = 44.0  #: what the numbers of the axis need before it
FEW: Final = 5  #: papers of a column; fewer make its shares faint
_TEXT: Final = 12.0
_SMALL: Final = 11.0
_BAR_MOST: Final = 72.0
_FAINT: Final = 0.45
_AWAY: Final = 0.18  #: opacity of what is not lit
_LINE: Final = 1.35  #: of a name, in its size

_BREAKS_PX = (5.0, 9.0)  #: below the top: two gaps say that a column goes on


@dataclass(frozen=True, slots=True)
class ShareFrame:
    """Where and how a chart is drawn.

    Attributes:
        plot: Left, top, right, bottom of the columns, pixels; names stand right of it.
        is_share: Parts of all papers that carry anything, instead of papers.
        rest: What the part of all other series is called.
        hues: Index of the hue of each series; () is their order.
        lit: Rows of series that are shown with all their colour; () is all.
        at: Column and row that the keyboard is on, or None.
        span: First and last column that are brushed, or None.
        language: Of the interface, for the names.
    """

    plot: tuple[float, float, float, float]
    is_share: bool = True
    rest: str = "other"
    hues: tuple[int, ...] = ()
    lit: tuple[int, ...] = ()
    at: tuple[int, int] | None = None
    span: tuple[int, int] | None = None
    language: str = ""


def stacks(shares: TimelineShares, is_share: bool) -> NDArray[np.float64]:
    """(S + 2, B) where each part of a column begins and ends, bottom first; 1 is the top of the axis."""
    values = shares.shares if is_share else shares.stacked
    ends = np.minimum(np.cumsum(values, axis=0) / top_value(shares, is_share), 1.0)
    return np.concatenate([np.zeros((1, values.shape[1])), ends])


def top_value(shares: TimelineShares, is_share: bool) -> float:
    """The papers, or the share, at the top of the axis: a round number.

    The axis of shares ends above the series that have a colour, so that these can be read; the rest goes on.
    """
    if is_share:
        named = shares.shares[:-1].sum(axis=0)
        enough = shares.carrying >= FEW
        highest = float(named[enough if enough.any() else named > 0].max(initial=0.0))
        return next((top for top in (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8) if top >= 1.1 * highest > 0), 1.0)
    most = float(shares.carrying.max(initial=0.0)) or 1.0
    power = 10.0 ** int(np.floor(log10(most)))
    return next(step * power for step in (1, 2, 3, 4, 5, 6, 8, 10) if step * power >= most)


def share_shapes(shares: TimelineShares, frame: ShareFrame, theme: Theme) -> tuple[Shape, ...]:
    """The whole chart without a ground."""
    ends = stacks(shares, frame.is_share)
    return (
        *_axis(shares, frame, theme),
        *_brush(shares, frame, theme),
        *_bars(shares, frame, ends, theme),
        *_cursor(shares, frame, ends, theme),
        *_names(shares, frame, ends, theme),
    )


def hue_of(shares: TimelineShares, row: int, frame: ShareFrame, theme: Theme) -> str:
    """Colour of a row: a series, or the rest."""
    if row >= len(shares.series):
        return theme.series_rest
    return theme.series[(frame.hues[row] if frame.hues else row) % len(theme.series)]


def column_at(shares: TimelineShares, frame: ShareFrame, x: float) -> int:
    """The column at a pixel, the nearest outside; -1 where there is none."""
    left, _, right, _ = frame.plot
    size = len(shares.papers)
    return min(max(int((x - left) / max(right - left, 1.0) * size), 0), size - 1) if size else -1


def row_at(shares: TimelineShares, frame: ShareFrame, x: float, y: float) -> int:
    """The row of the part, or of the name, at a pixel; -1 where there is none."""
    left, top, right, bottom = frame.plot
    ends = stacks(shares, frame.is_share)
    if x > right + 4:
        for row, place in _name_places(shares, frame, ends):
            if abs(y - place) <= _LINE * _TEXT / 2:
                return row
        return -1
    column = column_at(shares, frame, x)
    if column < 0 or x < left:
        return -1
    share = (bottom - y) / max(bottom - top, 1.0)
    row = int(np.searchsorted(ends[1:, column], share, side="left"))
    return row if share >= 0 and row < len(shares.stacked) else -1


def column_box(shares: TimelineShares, frame: ShareFrame, column: int) -> tuple[float, float]:
    """Left and right of a bar, pixels."""
    left, _, right, _ = frame.plot
    step = (right - left) / max(len(shares.papers), 1)
    width = min(max(step - (3 if step > 8 else 1), 1.0), _BAR_MOST)
    middle = left + (column + 0.5) * step
    return middle - width / 2, middle + width / 2


def _axis(shares: TimelineShares, frame: ShareFrame, theme: Theme) -> Iterator[Shape]:
    left, top, right, bottom = frame.plot
    most = top_value(shares, frame.is_share)
    for share in (0.0, 0.5, 1.0):
        y = bottom - share * (bottom - top)
        yield Rule((left, y, right, y), theme.line)
        text = f"{100 * most * share:.0f} %" if frame.is_share else f"{most * share:,.10g}"
        ink = Ink(_SMALL, False, theme.dim, "")
        width = text_width(text, frame.language, _SMALL, False)
        yield Words((left - 8 - width, y + 0.36 * _SMALL), text, ink, width)


def _brush(shares: TimelineShares, frame: ShareFrame, theme: Theme) -> Iterator[Shape]:
    if frame.span is None:
        return
    left, top, right, bottom = frame.plot
    step = (right - left) / max(len(shares.papers), 1)
    first, last = frame.span
    yield Box((left + first * step, top - 4, left + (last + 1) * step, bottom), theme.selection)


def _bars(
    shares: TimelineShares, frame: ShareFrame, ends: NDArray[np.float64], theme: Theme
) -> Iterator[Shape]:
    _, top, _, bottom = frame.plot
    high = bottom - top
    carrying = shares.carrying
    cut = _cut_off(shares, frame)
    for column in np.flatnonzero(carrying > 0).tolist():
        left, right = column_box(shares, frame, column)
        is_few = frame.is_share and carrying[column] < FEW
        is_out = frame.span is not None and not frame.span[0] <= column <= frame.span[1]
        for row, (low, up) in enumerate(pairwise(ends[:, column].tolist())):
            if up <= low:
                continue
            is_away = bool(frame.lit) and row not in frame.lit
            opacity = _AWAY if is_away else _FAINT if is_few or is_out else 1.0
            gap = 1.0 if (up - low) * high > 3 and right - left > 4 else 0.0
            box = (left, bottom - up * high, right, bottom - low * high - gap)
            yield Box(box, hue_of(shares, row, frame, theme), opacity)
        if column in cut:
            yield from (Box((left - 1, top + y, right + 1, top + y + 1.5), theme.panel) for y in _BREAKS_PX)


def _cut_off(shares: TimelineShares, frame: ShareFrame) -> frozenset[int]:
    """Columns of few papers whose coloured parts go on above the axis, which must not read as full."""
    if not frame.is_share:
        return frozenset()
    named = shares.shares[:-1].sum(axis=0)
    return frozenset(np.flatnonzero(named > top_value(shares, True) * (1 + 1e-9)).tolist())


def _cursor(
    shares: TimelineShares, frame: ShareFrame, ends: NDArray[np.float64], theme: Theme
) -> Iterator[Shape]:
    """A frame around what the keyboard is on."""
    if frame.at is None or not 0 <= frame.at[0] < len(shares.papers):
        return
    _, top, _, bottom = frame.plot
    column, row = frame.at
    left, right = (edge + side for edge, side in zip(column_box(shares, frame, column), (-2, 2), strict=True))
    low, up = ends[row, column], ends[row + 1, column]
    y0, y1 = bottom - up * (bottom - top) - 1, bottom - low * (bottom - top) + 1
    yield Rule((left, bottom + 2, right, bottom + 2), theme.ink, 2.0)
    for line in ((left, y0, right, y0), (left, y1, right, y1), (left, y0, left, y1), (right, y0, right, y1)):
        yield Rule(line, theme.ink, 2.0)


def _name_places(
    shares: TimelineShares, frame: ShareFrame, ends: NDArray[np.float64]
) -> list[tuple[int, float]]:
    """(row, pixel of its middle) of the names that have room, most frequent first, none on another."""
    _, top, _, bottom = frame.plot
    height = _LINE * _TEXT
    rows = [row for row in range(len(shares.stacked)) if shares.stacked[row].any()]
    room = max(int((bottom - top + height) / height), 1)
    if len(rows) > room:  # the rest keeps its name: it says that there is more
        rows = rows[: room - 1] + rows[-1:] if rows[-1] == len(shares.series) else rows[:room]
    column = _told_column(shares)
    high = bottom - top
    wanted = [bottom - high * float(ends[row, column] + ends[row + 1, column]) / 2 for row in rows]
    return list(zip(rows, _apart(wanted, height, (top, bottom)), strict=True))


def _told_column(shares: TimelineShares) -> int:
    """The last column with as many papers as the others have: names are in its order and near its parts."""
    carrying = shares.carrying
    there = carrying[carrying > 0]
    usual = float(np.median(there)) / 3 if len(there) else 0.0
    told = np.flatnonzero((carrying > 0) & (carrying >= usual))
    return int(told[-1]) if len(told) else 0


def _names(
    shares: TimelineShares, frame: ShareFrame, ends: NDArray[np.float64], theme: Theme
) -> Iterator[Shape]:
    left = frame.plot[2] + 16
    for row, place in _name_places(shares, frame, ends):
        is_rest = row >= len(shares.series)
        is_away = bool(frame.lit) and row not in frame.lit
        hue = hue_of(shares, row, frame, theme)
        yield Box((left, place - 4.5, left + 9, place + 4.5), hue, _FAINT if is_away else 1.0)
        is_bold = bool(frame.lit) and not is_away
        name = frame.rest if is_rest else " ".join(shares.series[row].name.split())
        text = fitted(name, frame.language, (_TEXT, is_bold), LABELS_PX - 16 - 15 - 10)
        ink = Ink(_TEXT, is_bold, theme.dim if is_rest or is_away else theme.ink, "")
        width = text_width(text, frame.language, _TEXT, is_bold)
        yield Words((left + 15, place + 0.36 * _TEXT), text, ink, width)


def fitted(text: str, language: str, size: tuple[float, bool], most_px: float) -> str:
    """A text that is no longer than some pixels."""
    if text_width(text, language, *size) <= most_px:
        return text
    while text and text_width(f"{text}…", language, *size) > most_px:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _apart(wanted: Sequence[float], gap: float, within: tuple[float, float]) -> list[float]:
    """Places at least ``gap`` apart, in the order of those wanted (falling) and near them."""
    out, low = list(wanted), within[1] + gap
    for i, place in enumerate(wanted):
        out[i] = low = min(place, low - gap)
    high = within[0] - gap
    for i in reversed(range(len(out))):
        out[i] = high = max(out[i], high + gap)
    return out


@dataclass(frozen=True, slots=True)
class SharePage:
    """Shapes on a page of ``width`` and ``height`` pixels, for files."""

    shapes: tuple[Shape, ...]
    width: int
    height: int


def share_page(shares: TimelineShares, title: str, frame: ShareFrame, theme: Theme) -> SharePage:
    """A chart with its title and its dates, for a file; ``frame.plot`` is set here."""
    width, height = 1100, 420
    plot = (VALUES_PX + 16, 56.0, width - LABELS_PX, height - 40.0)
    own = ShareFrame(plot, frame.is_share, frame.rest, frame.hues, language=frame.language)
    head = Ink(_TEXT + 3, True, theme.ink, "")
    words = Words((16.0, 30.0), title, head, text_width(title, frame.language, _TEXT + 3, True))
    shapes = (words, *share_shapes(shares, own, theme), *column_words(shares, own, theme))
    return SharePage(shapes, width, height)


def column_words(shares: TimelineShares, frame: ShareFrame, theme: Theme) -> Iterator[Words]:
    """What columns are called, below them: as many as there is room for, the last one among them."""
    left, _, right, bottom = frame.plot
    size = len(shares.papers)
    if not size:
        return
    step = (right - left) / size
    texts = [shares.column_name(column) for column in range(size)]
    widest = max(text_width(text, frame.language, _SMALL, False) for text in texts)
    every = max(ceil((widest + 14) / step), 1)
    for column in range(size - 1, -1, -every):
        text = texts[column]
        width = text_width(text, frame.language, _SMALL, False)
        x = min(max(left + (column + 0.5) * step - width / 2, left), right - width)
        yield Words((x, bottom + 1.6 * _SMALL), text, Ink(_SMALL, False, theme.dim, ""), width)
