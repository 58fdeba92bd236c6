"""ShareView: the stacked chart that pointer and keys work on."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLocale, QPointF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QPainter
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from explorer.graph.camera import Camera
from explorer.graph.time_brush import Span
from explorer.graph.timescale import date_of
from explorer.questions.timeline_shares import TimelineShares
from explorer.render.overlay import draw_focus_frame
from explorer.render.page_shapes import draw_shapes
from explorer.render.share_chart import (
    LABELS_PX,
    VALUES_PX,
    ShareFrame,
    column_at,
    column_words,
    row_at,
    share_shapes,
)
from explorer.ui.share_words import part_words, rest_words, tip_words
from explorer.ui.style import theme_now
from explorer.ui.words import plain_tip

_TOP_PX, _BOTTOM_PX, _DATES_PX = 10.0, 8.0, 26.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_PageUp: (-6, 0),
    Qt.Key.Key_PageDown: (6, 0),
    Qt.Key.Key_Home: (-10_000, 0),
    Qt.Key.Key_End: (10_000, 0),
}
_STEPS = {
    Qt.Key.Key_BracketLeft: ("step", -1),
    Qt.Key.Key_BracketRight: ("step", 1),
    Qt.Key.Key_BraceLeft: ("widen", -1),
    Qt.Key.Key_BraceRight: ("widen", 1),
}


class ShareView(QWidget):
    """Arrows walk the parts, Enter or a click filters to one, a drag or Space brushes the time."""

    brushed = Signal(object)  #: (Span, whether it goes on from the one before)
    chosen = Signal(object)  #: row of a series
    stepped = Signal(object)  #: ("step" or "widen", by how many)
    unit_turned = Signal()  #: shares instead of papers, or the other way round
    left = Signal()  #: Escape

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(96)
        self.setAccessibleName(self.tr("Shares over time"))
        self.shares: TimelineShares | None = None
        self.is_share = True
        self.lit: tuple[int, ...] = ()
        self.hues: tuple[int, ...] = ()
        self._span: Span | None = None
        self._at: tuple[int, int] | None = None
        self._pressed: QPointF | None = None
        self._moved = False

    def show_shares(self, shares: TimelineShares, lit: tuple[int, ...], hues: tuple[int, ...]) -> None:
        """Draw other shares.

        Args:
            lit: Rows that the view is filtered to.
            hues: Hue of each series.
        """
        self.shares, self.lit, self.hues = shares, lit, hues
        if self._at is not None:
            self._at = self._held(*self._at)
        elif self.hasFocus():
            self._walk((0, 0))
        self._describe()
        self.update()

    def show_span(self, span: Span | None) -> None:
        """Mark the columns that are brushed."""
        if span != self._span:
            self._span = span
            self.update()

    def show_unit(self, is_share: bool) -> None:
        """Shares, or papers."""
        self.is_share = is_share
        self._describe()
        self.update()

    @property
    def at(self) -> tuple[int, int] | None:
        """Column and row that the keyboard is on."""
        return self._at

    def frame(self) -> ShareFrame:
        """Where things stand now."""
        bottom = _DATES_PX if self.shares is not None and self.shares.names else _BOTTOM_PX
        plot = (VALUES_PX, _TOP_PX, max(self.width() - LABELS_PX, VALUES_PX + 40.0), self.height() - bottom)
        language = QLocale().name().partition("_")[0]
        at = self._at if self.hasFocus() else None
        return ShareFrame(
            plot, self.is_share, rest_words(), self.hues, self.lit, at, self._columns(), language
        )

    def words(self) -> str:
        """What the keyboard is on."""
        if self.shares is None or self._at is None:
            return ""
        return part_words(self.shares, *self._at)

    def _columns(self) -> tuple[int, int] | None:
        """First and last column that the brush touches."""
        if self._span is None or self.shares is None:
            return None
        first, after = self._span.days
        days = self.shares.days
        there = np.flatnonzero((days[:, 0] < after) & (days[:, 1] > first)).tolist()
        return (there[0], there[-1]) if there else None

    def _held(self, column: int, row: int) -> tuple[int, int] | None:
        """The nearest part that is there: of a column with papers, the next row with any."""
        shares = self.shares
        if shares is None or not len(shares.papers):
            return None
        column = min(max(column, 0), len(shares.papers) - 1)
        return column, min(max(row, 0), len(shares.stacked) - 1)

    def _walk(self, by: tuple[int, int]) -> None:
        shares = self.shares
        if shares is None or not (there := shares.carrying.nonzero()[0].tolist()):
            return
        if self._at is None:
            self._at = there[-1], int(shares.stacked[:, there[-1]].argmax())
        else:
            column, row = self._at
            if by[0]:
                place = min(range(len(there)), key=lambda i: abs(there[i] - column))
                column = there[min(max(place + by[0], 0), len(there) - 1)]
            rows = shares.stacked[:, column].nonzero()[0].tolist()
            near = min(range(len(rows)), key=lambda i: abs(rows[i] - row))
            self._at = column, rows[min(max(near + by[1], 0), len(rows) - 1)]
        self._describe()
        self.update()

    def _describe(self) -> None:
        words = self.words()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _brush(self, one: int, other: int, goes_on: bool = False) -> None:
        if self.shares is None or min(one, other) < 0:
            return
        days = self.shares.days[[min(one, other), max(one, other)]]
        span = Span(date_of(float(days[0, 0])), date_of(float(days[1, 1]) - 1))
        self.brushed.emit((span, goes_on))

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        try:
            if self.shares is not None:
                frame, theme = self.frame(), theme_now()
                draw_shapes(painter, share_shapes(self.shares, frame, theme))
                if self.shares.names:
                    draw_shapes(painter, tuple(column_words(self.shares, frame, theme)))
            if self.hasFocus():
                draw_focus_frame(painter, Camera(width=self.width(), height=self.height()), theme_now())
        finally:
            painter.end()

    def mousePressEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.shares is not None:
            self._pressed, self._moved = event.position(), False
            QToolTip.hideText()

    def mouseMoveEvent(self, event) -> None:
        if self.shares is None:
            return
        if self._pressed is None:
            self._point_at(event)
            return
        away = (event.position() - self._pressed).manhattanLength()
        if self._moved or away >= QApplication.startDragDistance():
            goes_on, self._moved = self._moved, True
            ends = [column_at(self.shares, self.frame(), p.x()) for p in (self._pressed, event.position())]
            self._brush(ends[0], ends[1], goes_on)

    def mouseReleaseEvent(self, event) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or self._moved or self.shares is None:
            return
        row = row_at(self.shares, self.frame(), pressed.x(), pressed.y())
        if row >= 0:
            self.chosen.emit(row)

    def _point_at(self, event) -> None:
        frame, at = self.frame(), event.position()
        row = row_at(self.shares, frame, at.x(), at.y())
        shape = Qt.CursorShape.PointingHandCursor if row >= 0 else Qt.CursorShape.CrossCursor
        self.setCursor(shape)
        inside = frame.plot[0] <= at.x() <= frame.plot[2]
        column = column_at(self.shares, frame, at.x()) if inside else -1
        words = tip_words(self.shares, column, row)
        QToolTip.showText(event.globalPosition().toPoint(), plain_tip(words), self)

    def keyPressEvent(self, event) -> None:
        key = Qt.Key(event.key())
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._walk(_ARROWS[key])
        elif key in _STEPS:
            what, by = _STEPS[key]
            is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.stepped.emit(("widen" if is_shift else what, by))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at is not None:
            self.chosen.emit(self._at[1])
        elif key == Qt.Key.Key_Space and self._at is not None:
            self._brush(self._at[0], self._at[0])
        elif key == Qt.Key.Key_S:
            self.unit_turned.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if self._at is None:
            self._walk((0, 0))
        self.update()
