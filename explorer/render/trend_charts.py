"""Charts of what rises and declines: a ranked chart and a slope chart, as simple shapes of a page.

The window paints them with ``page_shapes.draw_shapes``, files are written with ``svg.page_svg``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from explorer.model import Direction, NodeKind
from explorer.questions.trends import Trend
from explorer.render.page_shapes import Box, Rule, Shape, Words
from explorer.render.text import Ink, text_width
from explorer.render.theme import Theme

_MARGIN: Final = 16.0
_ROW: Final = 24.0
_TEXT: Final = 13.0
_SMALL: Final = 11.0
_FAINT: Final = 0.45  #: opacity of what is not significant
_GAP: Final = 10.0
_LABEL_MOST: Final = 0.34  #: of the width, that labels may take


@dataclass(frozen=True, slots=True)
class Chart:
    """Shapes on a page of ``width`` and ``height`` pixels.

    Attributes:
        rows: Left, top, right, bottom of where each row can be pointed at.
    """

    shapes: tuple[Shape, ...]
    width: int
    height: int
    rows: tuple[tuple[float, float, float, float], ...] = ()


def ranked_chart(rows: Sequence[Trend], names: tuple[str, str], width: int, theme: Theme) -> Chart:
    """A row per term: a bar from its earlier share to its later one, with both counts; faint by chance alone.

    Args:
        rows: In the order in which they are drawn.
        names: Of the earlier and the later slice.
    """
    shapes: list[Shape] = list(_heading(names, theme))
    widest = max((text_width(r.term, "", _TEXT, True) for r in rows), default=0.0)
    label = min(widest, _LABEL_MOST * width)
    figures = max((text_width(_figures(r), "", _SMALL, False) for r in rows), default=0.0)
    left, right = _MARGIN + 18 + label + _GAP, width - _MARGIN - figures - _GAP
    most = max((max(r.share_from, r.share_to) for r in rows), default=0.0) or 1.0
    top = 2 * _MARGIN + _ROW
    for number, row in enumerate(rows):
        middle = top + _ROW * (number + 0.5)
        ends = [left + (right - left) * share / most for share in (row.share_from, row.share_to)]
        shapes += _ranked_row(row, (middle, left, right), (ends[0], ends[1]), theme)
    places = tuple((4.0, top + _ROW * i, width - 4.0, top + _ROW * (i + 1)) for i in range(len(rows)))
    return Chart(tuple(shapes), width, round(top + _ROW * len(rows) + _MARGIN), places)


def _ranked_row(
    row: Trend, at: tuple[float, float, float], ends: tuple[float, float], theme: Theme
) -> Iterator[Shape]:
    middle, left, right = at
    hue, strength = _hue(row, theme), 1.0 if row.significant else _FAINT
    ink = theme.ink if row.significant else theme.dim
    yield Rule((left, middle, right, middle), theme.line)
    yield Box((min(ends), middle - 5, max(ends), middle + 5), hue, strength)
    yield Rule((ends[0], middle - 8, ends[0], middle + 8), theme.dim, 2.0)
    yield Rule((ends[1], middle - 8, ends[1], middle + 8), hue, 3.0)
    base = middle + 0.36 * _TEXT
    term = _fitted(row.term, left - _MARGIN - 18 - _GAP)
    yield _words((_MARGIN, base), _sign(row), Ink(_TEXT, True, hue, ""))
    yield _words((_MARGIN + 18, base), term, Ink(_TEXT, row.significant, ink, ""))
    yield _words((right + _GAP, base), _figures(row), Ink(_SMALL, False, theme.dim, ""))


def slope_chart(rows: Sequence[Trend], names: tuple[str, str], width: int, theme: Theme) -> Chart:
    """A line per term from its earlier share to its later one, its name at the right; shares by their root.

    The root keeps apart what is rare; names that would overlap are moved down.
    """
    height = round(2 * _MARGIN + 2 * _ROW + max(len(rows), 6) * 1.15 * _ROW)
    top, bottom = 2 * _MARGIN + _ROW, height - _MARGIN - _ROW / 2
    most = sqrt(max((max(r.share_from, r.share_to) for r in rows), default=0.0) or 1.0)
    left, right = _MARGIN + 64, width * (1 - _LABEL_MOST) - _GAP
    shapes: list[Shape] = list(_heading(names, theme))
    shapes += [Rule((x, top - 8, x, bottom + 8), theme.line, 1.5) for x in (left, right)]
    ys = [[bottom - (bottom - top) * sqrt(s) / most for s in (r.share_from, r.share_to)] for r in rows]
    places = _apart([y[1] for y in ys], 1.25 * _TEXT, (top, bottom))
    for row, (y0, y1), place in zip(rows, ys, places, strict=True):
        hue, strength = _hue(row, theme), 1.0 if row.significant else _FAINT
        shapes.append(Rule((left, y0, right, y1), hue, 2.5 if row.significant else 1.5, strength))
        shapes.append(Rule((right, y1, right + 14, place), theme.line))
        ink = Ink(_TEXT, row.significant, theme.ink if row.significant else theme.dim, "")
        text = f"{_fitted(row.term, _LABEL_MOST * width - 84)}  {_share(row.share_to)} %"
        shapes.append(_words((right + 18, place + 0.36 * _TEXT), text, ink))
    marks = _apart([y[0] for y in ys], 1.25 * _SMALL, (top, bottom))
    for row, place in zip(rows, marks, strict=True):
        text = f"{_share(row.share_from)} %"
        at = left - _GAP - text_width(text, "", _SMALL, False)
        shapes.append(_words((at, place + 0.36 * _SMALL), text, Ink(_SMALL, False, theme.dim, "")))
    half = 0.62 * _TEXT
    boxes = tuple((right + 15, place - half, width - 4.0, place + half) for place in places)
    return Chart(tuple(shapes), width, height, boxes)


def _apart(wanted: Sequence[float], gap: float, within: tuple[float, float]) -> list[float]:
    """Places at least ``gap`` apart, in the order of those wanted and near them."""
    order = sorted(range(len(wanted)), key=lambda i: (wanted[i], i))
    out = list(wanted)
    last = within[0] - gap
    for i in order:
        out[i] = last = max(wanted[i], last + gap)
    last = within[1] + gap
    for i in reversed(order):
        out[i] = last = min(out[i], last - gap)
    return out


def _heading(names: tuple[str, str], theme: Theme) -> Iterator[Words]:
    yield _words((_MARGIN, _MARGIN + _TEXT), f"{names[0]} → {names[1]}", Ink(_TEXT + 2, True, theme.ink, ""))


def _words(at: tuple[float, float], text: str, ink: Ink) -> Words:
    return Words(at, text, ink, text_width(text, "", ink.size_px, ink.bold))


def _figures(row: Trend) -> str:
    shares = f"{_share(row.share_from)} → {_share(row.share_to)} %"
    return f"{shares}   {row.count_from:,} → {row.count_to:,}"


def _share(share: float) -> str:
    """Per cent: "2.9", "<0.1" of what is there and rare, "0" of what is not there."""
    return "<0.1" if 0 < share < 0.001 else f"{100 * share:.1f}" if share else "0"


def _sign(row: Trend) -> str:
    return "▲" if row.direction is Direction.RISING else "▼"


def _hue(row: Trend, theme: Theme) -> str:
    return theme.nodes[NodeKind.PAPER if row.direction is Direction.RISING else NodeKind.CONCEPT]


def _fitted(term: str, most_px: float) -> str:
    """A term that is no longer than some pixels."""
    if text_width(term, "", _TEXT, True) <= most_px + 0.5:
        return term
    while term and text_width(f"{term}…", "", _TEXT, True) > most_px:
        term = term[:-1]
    return f"{term.rstrip()}…"
