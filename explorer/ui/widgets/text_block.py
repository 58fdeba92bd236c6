"""TextBlock: plain text that wraps, in several tones and languages; no markup is ever read from data."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPalette,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from explorer.render.fonts import font
from explorer.render.text import spans, text_width
from explorer.ui.style import TEXT_PX

BAR_PX = 2  # line at the left of a quotation
INDENT_PX = 11  # from that line's left edge to the text
HINT_PX = 320  # width that is wished for at most
_LEADING = 1.4  # height of a line in ems
_TONES = {
    "ink": QPalette.ColorRole.WindowText,
    "dim": QPalette.ColorRole.PlaceholderText,
    "accent": QPalette.ColorRole.Link,
}


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one tone.

    Attributes:
        tone: "ink", "dim" or "accent".
        language: Of the text, for its glyphs; "" lets the characters say.
        target: What ``activated`` carries when it is clicked, or None where it is no link.
    """

    text: str
    tone: str = "ink"
    bold: bool = False
    language: str = ""
    target: object = None


class TextBlock(QWidget):
    """Paints its runs one after another. Runs with a target can be clicked; Tab reaches the block, left and
    right go from one link of it to the next, Enter opens.
    """

    activated = Signal(object)  #: target of the run that was clicked

    def __init__(
        self,
        runs: Sequence[Run],
        size_px: float = TEXT_PX,
        bar: bool = False,
        lines: int = 0,
        lit: bool = False,
    ) -> None:
        super().__init__()
        self._runs = tuple(run for run in runs if run.text)
        self._size_px = size_px
        self._links = [i for i, run in enumerate(self._runs) if run.target is not None]
        self._at = 0  # link that Enter opens, among them
        self._left = INDENT_PX if bar else 0
        self._bar = bar
        self._lines = lines  # shown at most; 0 is all
        self._lit = lit  # stands on the ground of what is selected
        self._layout = QTextLayout("".join(run.text for run in self._runs))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._layout.setTextOption(option)
        self._layout.setCacheEnabled(True)
        self._laid_out_for = -1
        self._heights: dict[int, int] = {}  # layouts ask for many widths, and for each of them often
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self.text)
        self._dress()
        if self._links:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setMouseTracking(True)

    @property
    def text(self) -> str:
        """All runs together."""
        return self._layout.text()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._lay_out(width)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = min(int(self._natural_width()) + self._left + 1, HINT_PX)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, round(self._size_px * _LEADING))

    def _natural_width(self) -> float:
        return sum(text_width(run.text, run.language, self._size_px, run.bold) + 1 for run in self._runs)

    def _dress(self) -> None:
        ranges: list[QTextLayout.FormatRange] = []
        at = 0
        marked = self._links[self._at] if self.hasFocus() and len(self._links) > 1 else -1
        for index, run in enumerate(self._runs):
            colour = self.palette().color(_TONES[run.tone])
            for span in spans(run.text, run.language):
                style = QTextCharFormat()
                style.setFont(font(span.language, self._size_px, run.bold))
                style.setForeground(colour)
                style.setFontUnderline(index == marked)
                piece = QTextLayout.FormatRange()
                piece.start, piece.length, piece.format = at, len(span.text.encode("utf-16-le")) // 2, style
                at += piece.length
                ranges.append(piece)
        self._layout.setFormats(ranges)
        self._laid_out_for = -1

    def _lay_out(self, width: int) -> None:
        self._laid_out_for = width
        step = round(self._size_px * _LEADING)
        top = 0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(max(width - self._left, 20))
            line.setPosition(QPointF(self._left, top + (step - line.height()) / 2))
            top += step
            if self._lines and self._layout.lineCount() >= self._lines:
                break
        self._layout.endLayout()
        self._heights[width] = top

    def paintEvent(self, event) -> None:
        if self._laid_out_for != self.width():
            self._lay_out(self.width())
        painter = QPainter(self)
        try:
            if self._lit:
                painter.fillRect(self.rect(), self.palette().color(QPalette.ColorRole.Midlight))
            if self._bar:
                ground = QRectF(0, 1, BAR_PX, max(self._heights[self.width()] - 2, 2))
                painter.fillRect(ground, self.palette().color(QPalette.ColorRole.Highlight))
            self._layout.draw(painter, QPointF(0, 0))
            if self.hasFocus():
                painter.setPen(self.palette().color(QPalette.ColorRole.Highlight))
                painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
        finally:
            painter.end()

    def changeEvent(self, event) -> None:
        if event.type() == event.Type.PaletteChange:
            self._dress()
            self.update()
        super().changeEvent(event)

    def _target_at(self, x: float, y: float) -> object:
        for index in range(self._layout.lineCount()):
            line = self._layout.lineAt(index)
            if (
                line.y() <= y <= line.y() + line.height()
                and line.x() <= x <= line.x() + line.naturalTextWidth()
            ):
                cursor = line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter)
                return self._target_of(cursor[0] if isinstance(cursor, tuple) else cursor)
        return None

    def _target_of(self, cursor: int) -> object:
        at = 0
        for run in self._runs:
            at += len(run.text.encode("utf-16-le")) // 2
            if cursor < at:
                return run.target
        return None

    def _mark_link(self) -> None:
        """Underline the link that Enter opens, where there are several."""
        self._dress()
        self.setAccessibleDescription(self._runs[self._links[self._at]].text if self.hasFocus() else "")
        self.update()

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if len(self._links) > 1:
            self._mark_link()

    def focusOutEvent(self, event) -> None:
        super().focusOutEvent(event)
        if len(self._links) > 1:
            self._mark_link()

    def mouseMoveEvent(self, event) -> None:
        is_link = self._target_at(event.position().x(), event.position().y()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event) -> None:
        target = self._target_at(event.position().x(), event.position().y())
        if target is not None and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(target)

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._links:
            self.activated.emit(self._runs[self._links[self._at]].target)
            return
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(event.key(), 0)
        if step and len(self._links) > 1:
            self._at = (self._at + step) % len(self._links)
            self._mark_link()
            return
        super().keyPressEvent(event)
