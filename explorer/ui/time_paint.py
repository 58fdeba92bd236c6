"""The picture of a time strip: bars, the brush on them, names of conferences and dates below."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from explorer.graph.axes import Event
from explorer.graph.time_bins import TimeBins
from explorer.graph.timescale import date_of
from explorer.model import NodeKind
from explorer.render.fonts import font
from explorer.render.theme import Theme
from explorer.ui.style import mixed

_BAR_MAX_PX = 34.0
_TICK_GAP_PX = 18.0  # between words
_QUIET_GAP_PX = 56.0  # around dates between the ends
_TEXT_PX = 11
_ROW_PX = 7.0  # from the bars down to the words
_SIGN_PX = 5.0  # of a conference before its name
_OLDER = "«"


@dataclass(frozen=True, slots=True)
class Strip:
    """What a time strip shows.

    Attributes:
        bins: The bars.
        ends: Pixels of the brush's ends, or None.
        window: Pixels of the part of a time axis that is in sight, or None.
        events: Conferences, by day.
        locale: Language of the interface, for the font.
    """

    bins: TimeBins
    plot: QRectF
    ends: tuple[float, float] | None = None
    window: tuple[float, float] | None = None
    events: Sequence[Event] = ()
    locale: str = "en"


def bar_share(papers: int, most: int) -> float:
    """Height of a bar, 0 to 1: the square root of its share, or one conference would make every week flat."""
    return (papers / most) ** 0.5 if most else 0.0


def x_of(strip: Strip, day: float) -> float:
    """Pixel of a day."""
    return strip.plot.left() + strip.plot.width() * strip.bins.share_of(day)


def paint(painter: QPainter, strip: Strip, colours: Theme) -> None:
    """Draw a strip that has bins."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if strip.ends is not None:
        _paint_brush(painter, strip, colours)
    _paint_bars(painter, strip, colours)
    if strip.ends is not None:
        _paint_grips(painter, strip, colours)
    if strip.window is not None:
        _paint_window(painter, strip, colours)
    _paint_words(painter, strip, colours)


def bar_box(strip: Strip, index: int) -> QRectF:
    """Where a bar stands; without height where nothing is counted."""
    plot, totals = strip.plot, strip.bins.totals
    step = plot.width() / len(strip.bins)
    width = min(max(step - 3, 1.0), _BAR_MAX_PX)
    share = bar_share(int(totals[index]), int(totals.max(initial=0)))
    height = max(plot.height() * share, 2.0) if share else 0.0
    middle = plot.left() + (index + 0.5) * step
    return QRectF(middle - width / 2, plot.bottom() - height, width, height)


def _paint_bars(painter: QPainter, strip: Strip, colours: Theme) -> None:
    plot, bins = strip.plot, strip.bins
    painter.fillRect(QRectF(plot.left(), plot.bottom(), plot.width(), 1), QColor(colours.line))
    painter.setPen(Qt.PenStyle.NoPen)
    weeks = mixed(colours.panel, colours.accent, 0.78), mixed(colours.panel, colours.dim, 0.3)
    venues = (
        mixed(colours.panel, colours.nodes[NodeKind.EDITION], 0.85),
        mixed(colours.panel, colours.dim, 0.52),
    )
    for index in range(len(bins)):
        box = bar_box(strip, index)
        if not box.height():
            continue
        middle = box.center().x()
        is_out = strip.ends is not None and not strip.ends[0] <= middle <= strip.ends[1]
        painter.setBrush(weeks[is_out])
        painter.drawRoundedRect(box, 2, 2)
        if share := bins.venue[index] / bins.totals[index]:
            painter.setBrush(venues[is_out])
            top = QRectF(box.left(), box.top(), box.width(), max(box.height() * share, 2.0))
            painter.drawRoundedRect(top, 2, 2)


def _paint_brush(painter: QPainter, strip: Strip, colours: Theme) -> None:
    left, right = strip.ends or (0.0, 0.0)
    box = QRectF(left, strip.plot.top() - 6, right - left, strip.plot.height() + 6)
    painter.fillRect(box, QColor(colours.selection))


def _paint_grips(painter: QPainter, strip: Strip, colours: Theme) -> None:
    """The two ends, with something to take hold of."""
    top, bottom = strip.plot.top() - 6, strip.plot.bottom()
    for x in strip.ends or ():
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
        painter.setPen(QPen(QColor(colours.panel), 1.0))
        painter.setBrush(QColor(colours.accent))
        middle = (top + bottom) / 2
        painter.drawRoundedRect(QRectF(x - 3, middle - 8, 6, 16), 3, 3)


def _paint_window(painter: QPainter, strip: Strip, colours: Theme) -> None:
    """The part of the graph's time axis that is in sight, as a bracket under the bars."""
    left, right = strip.window or (0.0, 0.0)
    y = strip.plot.bottom() + 3.5
    painter.setPen(QPen(QColor(colours.ink), 2.0, c=Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(left, y), QPointF(max(right, left + 3), y))
    for x in (left, max(right, left + 3)):
        painter.drawLine(QPointF(x, y + 1), QPointF(x, y - 4))


def _paint_words(painter: QPainter, strip: Strip, colours: Theme) -> None:
    """Conferences first, the first and last date, then the dates that still have room."""
    face = font(strip.locale, _TEXT_PX)
    metrics = QFontMetricsF(face)
    painter.setFont(face)
    taken: list[tuple[float, float]] = []
    row = strip.plot.bottom() + _ROW_PX
    size = len(strip.bins)
    ticks = [(index, _tick(strip.bins, index)) for index in (0, size - 1)] if size else []
    for index, text in ticks:
        _write_tick(painter, strip, (index, text, row), (metrics, taken, colours))
    for event in sorted(strip.events, key=lambda entry: (-entry.papers, entry.first)):
        _write_event(painter, strip, (event, row), (metrics, taken, colours))
    for index in range(1, size - 1):
        _write_tick(painter, strip, (index, _tick(strip.bins, index), row), (metrics, taken, colours))


_Row = tuple[QFontMetricsF, list[tuple[float, float]], Theme]


def _write_event(painter: QPainter, strip: Strip, what: tuple[Event, float], on: _Row) -> None:
    """A square at the day of a conference, with its name where there is room."""
    (event, row), (metrics, taken, colours) = what, on
    width = metrics.horizontalAdvance(event.name) + _SIGN_PX + 3
    x = x_of(strip, event.first)
    left = min(max(x - width / 2, strip.plot.left()), strip.plot.right() - width)
    if not _is_free(left, left + width, taken):
        return
    taken.append((left, left + width))
    painter.fillRect(
        QRectF(left, row + metrics.height() / 2 - _SIGN_PX / 2, _SIGN_PX, _SIGN_PX),
        QColor(colours.nodes[NodeKind.EDITION]),
    )
    painter.setPen(QColor(colours.ink))
    painter.drawText(QPointF(left + _SIGN_PX + 3, row + metrics.ascent()), event.name)


def _write_tick(painter: QPainter, strip: Strip, what: tuple[int, str, float], on: _Row) -> None:
    """A date below its bin, where there is room; between the ends there are few."""
    (index, text, row), (metrics, taken, colours) = what, on
    width = metrics.horizontalAdvance(text)
    middle = strip.plot.left() + (index + 0.5) * strip.plot.width() / len(strip.bins)
    left = min(max(middle - width / 2, strip.plot.left()), strip.plot.right() - width)
    is_end = index in (0, len(strip.bins) - 1)
    if _is_free(left, left + width, taken, _TICK_GAP_PX if is_end else _QUIET_GAP_PX):
        taken.append((left, left + width))
        painter.setPen(QColor(colours.dim))
        painter.drawText(QPointF(left, row + metrics.ascent()), text)


def _is_free(
    left: float, right: float, taken: Sequence[tuple[float, float]], gap: float = _TICK_GAP_PX
) -> bool:
    return all(right + gap <= start or left >= end + gap for start, end in taken)


def _tick(bins: TimeBins, index: int) -> str:
    """A bin's date: its week's Monday, month or year; what is older has none."""
    if bins.has_older and not index:
        return f"{_OLDER} {date_of(float(bins.edges[1])):%Y-%m}"
    day = date_of(float(bins.edges[index]))
    if bins.unit == "week":
        return day.isoformat()
    return f"{day:%Y-%m}" if bins.unit == "month" else f"{day.year}"
