"""Text in runs of several weights and colours that is never read as markup."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from explorer.render.fonts import font
from explorer.render.text import spans


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text.

    Attributes:
        hint: Language of the document that it is from, "" unknown.
    """

    text: str
    colour: str
    size_px: float = 13.0
    bold: bool = False
    hint: str = ""


class PlainText(QWidget):
    """Wrapped text of runs, each piece in the font of its language. Its accessible name is the text.

    Args:
        width: Pixels that lines may fill.
        bar: Colour of a bar at the left that marks a quotation, or "".
    """

    _BAR_PX = 11

    def __init__(self, parent: QWidget, width: int, bar: str = "") -> None:
        super().__init__(parent)
        self._bar = bar
        self._room = width - (self._BAR_PX if bar else 0)
        self._layout = QTextLayout()
        self._height = 0.0
        self._used = 0.0

    def set_runs(self, runs: tuple[Run, ...]) -> None:
        """Show these runs one after the other."""
        text = "".join(run.text for run in runs)
        self._layout = QTextLayout(text, font("", runs[0].size_px if runs else 13.0))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setFormats(_formats(runs))
        self._lay_out(max((run.size_px for run in runs), default=13.0))
        self.setAccessibleName(text)
        self.setFixedSize(self.sizeHint())
        self.update()

    def _lay_out(self, size_px: float) -> None:
        leading = QFontMetricsF(font("en", size_px)).height()
        pitch = max(size_px * 1.45, leading * 0.98)
        self._height = self._used = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(self._room)
            line.setPosition(QPointF(0, self._height + max(0.0, (pitch - line.height()) / 2)))
            self._height += pitch
            self._used = max(self._used, line.naturalTextWidth())
        self._layout.endLayout()

    def sizeHint(self) -> QSize:
        left = self._BAR_PX if self._bar else 0
        return QSize(int(self._used) + 2 + left, int(self._height) + 1)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        try:
            left = 0
            if self._bar:
                left = self._BAR_PX
                painter.fillRect(QRectF(0, 1, 2, self.height() - 2), QColor(self._bar))
            self._layout.draw(painter, QPointF(left, 0))
        finally:
            painter.end()


def _formats(runs: tuple[Run, ...]) -> list[QTextLayout.FormatRange]:
    """One format per piece of one language; offsets count UTF-16 units, as Qt does."""
    out: list[QTextLayout.FormatRange] = []
    start = 0
    for run in runs:
        for span in spans(run.text, run.hint):
            part = QTextLayout.FormatRange()
            part.start, part.length = start, len(span.text.encode("utf-16-le")) // 2
            start += part.length
            look = QTextCharFormat()
            look.setFont(font(span.language, run.size_px, run.bold))
            look.setForeground(QColor(run.colour))
            part.format = look
            out.append(part)
    return out
