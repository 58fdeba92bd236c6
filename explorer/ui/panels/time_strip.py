"""When: how many papers each week or month brought, and a brush that chooses a part of it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QToolTip

from explorer.graph.camera import Camera
from explorer.graph.time_bins import TimeBins, bins_of, no_bins, papers_in
from explorer.graph.time_brush import Grip, Span, bins_in, dragged, part_at, shares_of, stepped, widened
from explorer.questions.when import When, no_time
from explorer.render.overlay import draw_focus_frame
from explorer.ui.style import theme_now
from explorer.ui.time_paint import Strip, paint
from explorer.ui.time_words import bar_words, papers_words, span_words, spoken, undated_words
from explorer.ui.words import plain_tip

HEIGHT_PX = 84
RIMS_PX = (16.0, 14.0, -16.0, -26.0)  #: left, top, right, bottom around the bars
_CURSORS = {
    "new": Qt.CursorShape.CrossCursor,
    "move": Qt.CursorShape.SizeAllCursor,
    "since": Qt.CursorShape.SizeHorCursor,
    "until": Qt.CursorShape.SizeHorCursor,
}
#: keys of the strip itself -> (what they do, by how many bins)
_STEPS = {
    Qt.Key.Key_Left: ("step", -1),
    Qt.Key.Key_Right: ("step", 1),
    Qt.Key.Key_BracketLeft: ("step", -1),
    Qt.Key.Key_BracketRight: ("step", 1),
    Qt.Key.Key_BraceLeft: ("widen", -1),
    Qt.Key.Key_BraceRight: ("widen", 1),
    Qt.Key.Key_PageUp: ("step", -6),
    Qt.Key.Key_PageDown: ("step", 6),
    Qt.Key.Key_Home: ("step", -1_000),
    Qt.Key.Key_End: ("step", 1_000),
}


class TimeStrip(QFrame):
    """Bars over time with a brush; hidden while there is nothing to compare.

    A drag draws a span, moves it, or moves its end; a click takes one bar; a double click shows all times.
    """

    brushed = Signal(object)  #: (Span or None, whether it goes on from the one before)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("time_strip")
        self.setFixedHeight(HEIGHT_PX)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Papers over time"))
        self._rims = RIMS_PX
        self._when = no_time()
        self._bins: TimeBins = no_bins()
        self._span: Span | None = None
        self._window: tuple[float, float] | None = None
        self._grip: Grip | None = None
        self._pressed = QPointF()
        self._moved = False
        self._by_keys = False
        self._click = QTimer(self)  # a click that may become a double click
        self._click.setSingleShot(True)
        self._click.timeout.connect(self._take_click)
        self._clicked: Span | None = None
        self.hide()

    @property
    def bins(self) -> TimeBins:
        """The bars."""
        return self._bins

    @property
    def span(self) -> Span | None:
        """What is brushed, or None."""
        return self._span

    def show_when(self, when: When) -> None:
        """Draw the papers that a view may show; bars stand where all papers of the library have theirs."""
        self._when = when
        self._bins = bins_of(when.found, when.whole)
        self.setVisible(len(self._bins) > 1 or self._span is not None)
        self._describe()
        self.update()

    def show_span(self, span: Span | None) -> None:
        """Draw the brush elsewhere, or nowhere; emits nothing, and leaves a hand that holds it alone."""
        if self._grip is None and not self._click.isActive():
            self._take(span)

    def show_window(self, window: tuple[float, float] | None) -> None:
        """Mark the days, first and last, of a time axis that are in sight; None where there is no axis."""
        if window != self._window:
            self._window = window
            self.update()

    def use_rims(self, left: float, right: float) -> None:
        """Leave so many pixels beside the bars, so that they stand under those of a chart."""
        self._rims = (left, RIMS_PX[1], -right, RIMS_PX[3])
        self.update()

    def brush(self, span: Span, goes_on: bool = False) -> None:
        """Draw the brush there as if a hand did it here."""
        if span != self._span or not goes_on:
            self._take(span)
            self.brushed.emit((span, goes_on))

    def step(self, by: int) -> None:
        """The brush so many bins later, or earlier."""
        self._wish_by_keys(stepped(self._bins, self._span, by) if len(self._bins) else None)

    def widen(self, by: int) -> None:
        """The brush so many bins wider, or narrower."""
        self._wish_by_keys(widened(self._bins, self._span, by) if len(self._bins) else None)

    def clear(self) -> None:
        """All times."""
        self._grip = None
        self._click.stop()
        if self._span is not None:
            self._take(None)
            self.brushed.emit((None, False))

    def words(self) -> str:
        """What is brushed, how many papers that are, and what becomes of those without a date."""
        return "; ".join(filter(None, (spoken(self._span, self._papers()), self.undated_words())))

    def undated_words(self) -> str:
        """What becomes of papers without a date; "" where there are none."""
        return undated_words(self._when.found.undated, self._span is not None)

    def _papers(self) -> int:
        found = self._when.found
        if self._span is None:
            return len(set(found.papers.tolist()))
        return papers_in(found, self._span.since, self._span.until)

    def _take(self, span: Span | None) -> None:
        if span == self._span:
            return
        self._span = span
        self._describe()
        self.update()

    def _wish_by_keys(self, span: Span | None) -> None:
        goes_on, self._by_keys = self._by_keys and self._span is not None, True
        if span is not None and span != self._span:
            self._take(span)
            self.brushed.emit((span, goes_on))

    def _describe(self) -> None:
        words = self.words() if len(self._bins) else ""
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _plot(self) -> QRectF:
        return QRectF(self.rect()).adjusted(*self._rims)

    def _share(self, x: float) -> float:
        plot = self._plot()
        return min(max((x - plot.left()) / max(plot.width(), 1.0), 0.0), 1.0)

    def _px(self, share: float) -> float:
        plot = self._plot()
        return plot.left() + share * plot.width()

    def _ends(self) -> tuple[float, float] | None:
        """Pixels of the brush's ends; None where none of it is on the strip."""
        if self._span is None or bins_in(self._bins, self._span) is None:
            return None
        left, right = shares_of(self._bins, self._span)
        return self._px(left), self._px(right)

    def paintEvent(self, event) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        try:
            if len(self._bins):
                paint(painter, self._strip(), theme_now())
            if self.hasFocus():
                draw_focus_frame(painter, Camera(width=self.width(), height=self.height()), theme_now())
        finally:
            painter.end()

    def _strip(self) -> Strip:
        window = self._window
        if window is not None:
            window = self._px(self._bins.share_of(window[0])), self._px(self._bins.share_of(window[1]))
        language = QLocale().name().partition("_")[0]
        return Strip(self._bins, self._plot(), self._ends(), window, self._when.events, language)

    def mousePressEvent(self, event) -> None:
        if event.button() != Qt.MouseButton.LeftButton or not len(self._bins):
            return
        x = event.position().x()
        self._grip = Grip(part_at(x, self._ends()), self._share(x), self._span)
        self._pressed, self._moved, self._by_keys = event.position(), False, False
        QToolTip.hideText()

    def mouseMoveEvent(self, event) -> None:
        if self._grip is None:
            self._point_at(event)
            return
        away = (event.position() - self._pressed).manhattanLength()
        if not self._moved and away < QApplication.startDragDistance():
            return
        span = dragged(self._bins, self._grip, self._share(event.position().x()))
        goes_on, self._moved = self._moved, True
        if span != self._span or not goes_on:
            self._take(span)
            self.brushed.emit((span, goes_on))

    def mouseReleaseEvent(self, event) -> None:
        grip, self._grip = self._grip, None
        if grip is None or self._moved:
            return
        if grip.part in ("new", "move"):
            self._clicked = dragged(self._bins, Grip("new", grip.start), grip.start)
            self._click.start(QApplication.doubleClickInterval())

    @Slot()
    def _take_click(self) -> None:
        if self._clicked is not None and self._clicked != self._span:
            self._take(self._clicked)
            self.brushed.emit((self._clicked, False))

    def mouseDoubleClickEvent(self, event) -> None:
        self.clear()

    def _point_at(self, event) -> None:
        x = event.position().x()
        part = part_at(x, self._ends())
        self.setCursor(_CURSORS[part])
        if not len(self._bins):
            return
        QToolTip.showText(event.globalPosition().toPoint(), plain_tip(self._tip(x)), self)

    def _tip(self, x: float) -> str:
        """The bar under a pixel, the conferences of its days, what is brushed."""
        index = self._bins.bin_at(self._share(x))
        first, after = self._bins.edges[index], self._bins.edges[index + 1]
        there = [event.name for event in self._when.events if first <= event.first < after]
        lines = [bar_words(self._bins, index, there)]
        if self._span is not None:
            lines.append(f"{span_words(self._span)}: {papers_words(self._papers())}")
        return "\n".join(filter(None, (*lines, self.undated_words())))

    def keyPressEvent(self, event) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        is_shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in _STEPS and len(self._bins):
            what, by = _STEPS[key]
            (self.widen if what == "widen" or is_shift else self.step)(by)
        elif key == Qt.Key.Key_Escape and self._span is not None:
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        self._by_keys = False
        super().focusInEvent(event)
