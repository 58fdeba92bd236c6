"""TrendView: a ranked chart or a slope chart whose rows can be walked and pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QScrollArea, QWidget

from explorer.questions.trends import Trend
from explorer.render.page_shapes import Box, draw_shapes
from explorer.render.trend_charts import Chart, ranked_chart, slope_chart
from explorer.ui.style import theme_now
from explorer.ui.trend_words import row_words

RANKED, SLOPE = "ranked", "slope"
_CHARTS = {RANKED: ranked_chart, SLOPE: slope_chart}
_LEAST_PX, _PAGE = 420, 8
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -_PAGE,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
}


class TrendView(QWidget):
    """Draws the rows that it is given; arrows walk them in the order of the ranking."""

    walked = Signal(object)  #: Trend that is marked now
    opened = Signal(object)  #: Trend, by Enter or a double click

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Chart of what rises and declines"))
        self._kind = RANKED
        self._rows: tuple[Trend, ...] = ()
        self._names = ("", "")
        self._marked: Trend | None = None
        self._chart = Chart((), 0, 0)

    @property
    def rows(self) -> tuple[Trend, ...]:
        """What is drawn."""
        return self._rows

    def show_rows(self, rows: Sequence[Trend], names: tuple[str, str]) -> None:
        """Draw rows between two sets of papers."""
        self._rows, self._names = tuple(rows), names
        self._draw()

    def show_kind(self, kind: str) -> None:
        """The ranked or the slope chart."""
        self._kind = kind
        self._draw()

    def mark(self, row: Trend | None) -> None:
        """Mark a row and bring it into sight; tells nothing."""
        self._marked = row
        words = f"{row.term}, {row_words(row)}" if row is not None else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self._bring_into_sight()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_PX, self._chart.height)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_PX, self._chart.height)

    def _draw(self) -> None:
        width = max(self.width(), _LEAST_PX)
        self._chart = _CHARTS[self._kind](self._rows, self._names, width, theme_now())
        self.setMinimumHeight(self._chart.height)
        self.updateGeometry()
        self.update()

    def _place(self) -> int:
        return next((place for place, row in enumerate(self._rows) if row is self._marked), -1)

    def _bring_into_sight(self) -> None:
        area = self.parentWidget().parentWidget() if self.parentWidget() else None
        place = self._place()
        if isinstance(area, QScrollArea) and 0 <= place < len(self._chart.rows):
            left, top, _, bottom = self._chart.rows[place]
            first = place == 0
            area.ensureVisible(round(left), 0 if first else round((top + bottom) / 2), 0, 30)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        try:
            place, theme = self._place(), theme_now()
            if 0 <= place < len(self._chart.rows):
                draw_shapes(painter, [Box(self._chart.rows[place], theme.selection)])
            draw_shapes(painter, self._chart.shapes)
            if self.hasFocus():
                shown = self.visibleRegion().boundingRect()
                painter.setPen(self.palette().highlight().color())
                painter.drawRect(QRect(shown.left(), shown.top(), shown.width() - 1, shown.height() - 1))
        finally:
            painter.end()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._draw()

    def _row_at(self, x: float, y: float) -> Trend | None:
        for row, (left, top, right, bottom) in zip(self._rows, self._chart.rows, strict=True):
            if left <= x <= right and top <= y < bottom:
                return row
        return None

    def mousePressEvent(self, event) -> None:
        row = self._row_at(event.position().x(), event.position().y())
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            self.mark(row)
            self.walked.emit(row)

    def mouseDoubleClickEvent(self, event) -> None:
        row = self._row_at(event.position().x(), event.position().y())
        if row is not None:
            self.opened.emit(row)

    def keyPressEvent(self, event) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._rows and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            place = min(max(self._place() + _STEPS[key], 0), len(self._rows) - 1)
            self.mark(self._rows[place])
            self.walked.emit(self._rows[place])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._marked is not None:
            self.opened.emit(self._marked)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        self.update()
