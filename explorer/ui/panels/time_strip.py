"""When: how many papers each week or month brought, to scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLocale, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QToolTip

from explorer.render.fonts import font
from explorer.ui.words import counted

HEIGHT_PX = 84
_WEEKS_MAX = 53  # more than this many weeks are shown as months
_BAR_MAX_PX = 34.0
_TICK_GAP_PX = 28.0


@dataclass(frozen=True, slots=True)
class Bin:
    """A week or a month and its papers."""

    start: date
    papers: int
    is_month: bool


def bins_of(weeks: Sequence[tuple[str, int]]) -> tuple[Bin, ...]:
    """Weeks, or months where there are many, without gaps; what is no ISO date is left out."""
    counts: dict[date, int] = {}
    for text, papers in weeks:
        try:
            day = date.fromisoformat(text[:10])
        except ValueError:
            continue
        counts[day] = counts.get(day, 0) + papers
    if not counts:
        return ()
    first, last = min(counts), max(counts)
    is_month = (last - first).days > _WEEKS_MAX * 7
    floor = _month if is_month else _week
    binned: dict[date, int] = {}
    for day, papers in counts.items():
        binned[floor(day)] = binned.get(floor(day), 0) + papers
    out: list[Bin] = []
    at = floor(first)
    while at <= last:
        out.append(Bin(at, binned.get(at, 0), is_month))
        at = _next_month(at) if is_month else date.fromordinal(at.toordinal() + 7)
    return tuple(out)


def _week(day: date) -> date:
    return date.fromordinal(day.toordinal() - day.weekday())


def _month(day: date) -> date:
    return day.replace(day=1)


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def bar_share(papers: int, most: int) -> float:
    """Height of a bar, 0 to 1: the square root of its share, or one conference would make every week flat."""
    return (papers / most) ** 0.5 if most else 0.0


class TimeStrip(QFrame):
    """Bars over time; hidden while there is nothing to compare."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("time_strip")
        self.setFixedHeight(HEIGHT_PX)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Papers over time"))
        self._bins: tuple[Bin, ...] = ()
        self.hide()

    def show_weeks(self, weeks: Sequence[tuple[str, int]]) -> None:
        """Draw the papers of each issue and edition by its date."""
        self._bins = bins_of(weeks)
        self.setVisible(sum(entry.papers > 0 for entry in self._bins) > 1)
        if self._bins:
            words = self.tr(
                "Papers from {first} to {last}; a bar of twice the height is four times the papers"
            )
            first, last = self._bins[0], self._bins[-1]
            self.setAccessibleDescription(
                words.format(first=first.start.isoformat(), last=last.start.isoformat())
            )
        self.update()

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        if not self._bins:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_bars(painter)
            self._paint_ticks(painter)
        finally:
            painter.end()

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(16, 12, -16, -26)

    def _bar(self, index: int) -> QRectF:
        plot = self._plot()
        step = plot.width() / len(self._bins)
        width = min(max(step - 3, 1.0), _BAR_MAX_PX)
        share = bar_share(self._bins[index].papers, max(entry.papers for entry in self._bins))
        height = max(plot.height() * share, 2.0) if share else 0.0
        middle = plot.left() + (index + 0.5) * step
        return QRectF(middle - width / 2, plot.bottom() - height, width, height)

    def _paint_bars(self, painter: QPainter) -> None:
        plot, palette = self._plot(), self.palette()
        base = QRectF(plot.left(), plot.bottom(), plot.width(), 1)
        painter.fillRect(base, palette.color(QPalette.ColorRole.Mid))
        colour = palette.color(QPalette.ColorRole.Highlight)
        colour.setAlphaF(0.75)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        for index in range(len(self._bins)):
            bar = self._bar(index)
            if bar.height():
                painter.drawRoundedRect(bar, 2, 2)

    def _paint_ticks(self, painter: QPainter) -> None:
        face = font("en", 11)
        metrics = QFontMetricsF(face)
        painter.setFont(face)
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        plot = self._plot()
        step = plot.width() / len(self._bins)
        free = plot.left()
        for index, entry in enumerate(self._bins):
            text = entry.start.strftime("%Y-%m") if entry.is_month else entry.start.isoformat()
            width = metrics.horizontalAdvance(text)
            left = min(max(plot.left() + (index + 0.5) * step - width / 2, plot.left()), plot.right() - width)
            if left >= free and (entry.papers or len(self._bins) > 24):
                painter.drawText(
                    QRectF(left, plot.bottom() + 5, width + 1, 16), Qt.AlignmentFlag.AlignLeft, text
                )
                free = left + width + _TICK_GAP_PX

    def mouseMoveEvent(self, event) -> None:
        plot = self._plot()
        index = int((event.position().x() - plot.left()) / max(plot.width(), 1) * len(self._bins))
        if 0 <= index < len(self._bins):
            entry = self._bins[index]
            when = QLocale().toString(entry.start, "MMMM yyyy" if entry.is_month else "d MMMM yyyy")
            papers = counted(entry.papers, self.tr("{n} paper"), self.tr("{n} papers"))
            QToolTip.showText(event.globalPosition().toPoint(), f"{when}: {papers}", self)
