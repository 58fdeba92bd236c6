"""LifelineStrip: arXiv, digest and conference on one small line to scale, with the days between."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from explorer.graph.dated import days
from explorer.model import NodeKind
from explorer.questions.lifeline import Lifeline, Stop
from explorer.questions.passport_page import Passage
from explorer.render.fonts import font
from explorer.ui.lead_words import lead_in_words, lead_span, text_kind, waiting_words
from explorer.ui.style import SMALL_PX
from explorer.ui.widgets.kind_icon import ICON_PX, kind_icon
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import number

_TRACK_PX, _GAP_PX, _RIM_PX = 34, 22, 10
_LINE_Y = 24.0
_KINDS = {"arxiv": NodeKind.PAPER, "digest": NodeKind.ISSUE, "venue": NodeKind.EDITION}


class LifelineStrip(QWidget):
    """The first of each kind, by date. A click on a date opens the document that says so."""

    activated = Signal(object)  #: Passage, or the id of an edition or issue

    def __init__(self, found: Lifeline) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(1)
        self.stops = firsts(found)
        if len([stop for stop in self.stops if stop.first]) > 1:
            column.addWidget(_Track(self.stops, found))
        self.text = TextBlock(_runs(self.stops, found.first_text, self.tr("to"), self.tr("from")), SMALL_PX)
        self.text.activated.connect(self.activated)
        self.text.setAccessibleName(self.tr("Lifeline") + ": " + self.text.text)
        column.addWidget(self.text)
        words = lead_in_words(found.lead) if found.lead else waiting_words(found)
        if words:
            column.addWidget(TextBlock((Run(words, "ink" if found.lead else "dim"),), SMALL_PX))


def firsts(found: Lifeline) -> list[Stop]:
    """The first text, the first on arXiv, in a digest and at a conference, by date; what has none is last."""
    four = found.first_text, found.arxiv, found.digest, found.venue
    there = [stop for stop in four if stop is not None]
    return sorted(there, key=lambda stop: (not stop.first, _day(stop)))


def _runs(stops: list[Stop], text: Stop | None, until: str, since: str) -> list[Run]:
    """ "arXiv 2024-04-30 · digest to 2024-05-05 · ICML 2024 from 2024-07-21", each date a link."""
    runs: list[Run] = []
    for stop in stops:
        runs.append(Run("  →  ", "dim") if runs else Run(""))
        place = Passage(stop.source.document, stop.source.start) if stop.source else None
        if stop.kind == "arxiv":
            runs += [Run("arXiv ", "dim"), Run(stop.first, "accent", target=place)]
            continue
        if stop is text:
            runs += [
                Run(f"{text_kind(stop.kind)} ", target=stop.node),
                Run(stop.when, "accent", target=place),
            ]
            continue
        is_venue = stop.kind == "venue"
        name = stop.name if is_venue else lead_span("digest")
        day = stop.first if is_venue else stop.last or stop.name
        runs.append(Run(name, target=stop.node))
        if day:
            runs += [Run(f" {since if is_venue else until} ", "dim"), Run(day, "accent", target=place)]
    return runs


class _Track(QWidget):
    """The line with a mark for each; a month counts from its first day."""

    def __init__(self, stops: list[Stop], found: Lifeline) -> None:
        super().__init__()
        self._marks = [
            (_KINDS.get(stop.kind, NodeKind.DOCUMENT), days(_day(stop))) for stop in stops if stop.first
        ]
        self._days = found.lead.days if found.lead else None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_TRACK_PX)

    def sizeHint(self) -> QSize:
        return QSize(200, _TRACK_PX)

    @property
    def places(self) -> list[float]:
        """x of each mark: to scale, but never on top of the one before."""
        first, last = self._marks[0][1], self._marks[-1][1]
        room = self.width() - 2 * _RIM_PX
        x = [_RIM_PX + room * (day - first) / max(last - first, 1.0) for _, day in self._marks]
        for i in range(1, len(x)):
            x[i] = max(x[i], x[i - 1] + _GAP_PX)
        over = max(x[-1] - (_RIM_PX + room), 0.0)
        for i in range(len(x) - 1, 0, -1):
            x[i] = min(x[i], _RIM_PX + room - _GAP_PX * (len(x) - 1 - i)) if over else x[i]
        return x

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            x, palette = self.places, self.palette()
            painter.setPen(QPen(palette.color(QPalette.ColorRole.PlaceholderText), 1.4))
            painter.drawLine(
                QRectF(x[0], _LINE_Y, x[-1] - x[0], 0).topLeft(), QRectF(x[-1], _LINE_Y, 0, 0).topLeft()
            )
            self._write_days(painter, dict(zip((kind for kind, _ in self._marks), x, strict=True)))
            for (kind, _), at in zip(self._marks, x, strict=True):
                kind_icon(kind).paint(
                    painter, round(at - ICON_PX / 2), round(_LINE_Y - ICON_PX / 2), ICON_PX, ICON_PX
                )
        finally:
            painter.end()

    def _write_days(self, painter: QPainter, at: dict[NodeKind, float]) -> None:
        """The days between digest and conference, above their stretch of the line."""
        ends = at.get(NodeKind.ISSUE), at.get(NodeKind.EDITION)
        if self._days is None or None in ends:
            return
        face = font("en", SMALL_PX - 0.5)
        words = self.tr("{n} d").format(n=signed(self._days))
        width = QFontMetricsF(face).horizontalAdvance(words)
        middle = (ends[0] + ends[1]) / 2
        left = min(max(middle - width / 2, 0.0), self.width() - width)
        painter.setFont(face)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(QRectF(left, 0, width + 2, 15), Qt.AlignmentFlag.AlignCenter, words)


def _day(stop: Stop) -> str:
    """A digest counts from its last day: nobody could read it before."""
    return (stop.last or stop.first) if stop.kind == "digest" else stop.first


def signed(count: int) -> str:
    """ "1,910", or "−1,910" with a real minus sign."""
    return number(count) if count >= 0 else f"−{number(-count)}"
