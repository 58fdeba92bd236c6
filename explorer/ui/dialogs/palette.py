"""The palette: one line for commands and for everything in the library."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGraphicsDropShadowEffect,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from explorer.questions.search import SearchAnswer
from explorer.render.fonts import font
from explorer.render.text import glyph_language
from explorer.ui.models.palette_model import (
    ENTRY_ROLE,
    Entry,
    PaletteModel,
    entries_of,
    ranked,
    remembered,
)
from explorer.ui.style import SMALL_PX, TEXT_PX
from explorer.ui.widgets.kind_icon import ICON_PX, kind_icon
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.search_box import SearchBox

TYPING_MS = 90
_ROW_PX, _TALL_ROW_PX = 28, 44
_WIDTH_PX, _HEIGHT_MAX_PX = 520, 460


class EntryPainter(QStyledItemDelegate):
    """Shape, title, passage, key: plain text in the glyphs of its language."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        entry: Entry = index.data(ENTRY_ROLE)
        return QSize(200, _TALL_ROW_PX if entry.quiet else _ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        palette = option.palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.color(QPalette.ColorRole.Midlight))
            painter.drawRoundedRect(option.rect.adjusted(5, 1, -5, -1), 5, 5)
        line = QRect(option.rect.left() + 14, option.rect.top(), option.rect.width() - 28, _ROW_PX)
        if entry.kind is not None:
            kind_icon(entry.kind).paint(painter, line.left(), line.top() + 7, ICON_PX, ICON_PX)
        dim = palette.color(QPalette.ColorRole.PlaceholderText)
        side_px = self._side(painter, line, entry.side, dim)
        title = line.adjusted(ICON_PX + 8 if entry.kind is not None else 0, 0, -side_px, 0)
        ink = dim if entry.why else palette.color(QPalette.ColorRole.Text)
        self._text(painter, title, entry.title, (TEXT_PX, ink))
        if entry.quiet:
            below = QRect(title.left(), line.bottom() - 5, line.right() - title.left(), 18)
            self._text(painter, below, " ".join(entry.quiet.split()), (SMALL_PX, dim))
        painter.restore()

    def _side(self, painter: QPainter, line: QRect, text: str, colour: QColor) -> int:
        face = font("en", SMALL_PX - 0.5)
        painter.setFont(face)
        painter.setPen(colour)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        return int(QFontMetricsF(face).horizontalAdvance(text)) + 12

    def _text(self, painter: QPainter, room: QRect, text: str, ink: tuple[float, QColor]) -> None:
        face = font(glyph_language(text), ink[0])
        painter.setFont(face)
        painter.setPen(ink[1])
        cut = QFontMetricsF(face).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)


class Palette(QFrame):
    """The rows below the search line of the top bar. It never takes the focus from that line."""

    searched = Signal(object)  #: text, str, to look for in the library
    command_chosen = Signal(object)  #: id of a command
    node_chosen = Signal(object)  #: id of a node
    view_chosen = Signal(object)  #: name of a saved view
    closed = Signal()

    def __init__(self, box: SearchBox, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("tone", "card")
        self.setAccessibleName(self.tr("Commands and search results"))
        self._box = box
        self._offered: tuple[Entry, ...] = ()
        self._commands: tuple[Entry, ...] = ()
        self._missing: Callable[[str], str] = _nothing
        self._recent: tuple[Entry, ...] = ()
        self._hits: tuple[Entry, ...] = ()
        self._model = PaletteModel()
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(EntryPainter(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(self.tr("Results"))
        self._view.setMouseTracking(True)
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._view.clicked.connect(self._take)
        self._nothing = label(self.tr("Nothing found"), "dim")
        self._nothing.setContentsMargins(14, 6, 14, 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 6, 1, 6)
        column.addWidget(self._nothing)
        column.addWidget(self._view)
        self.setGraphicsEffect(_shadow(self))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(self.ask_now)
        self._connect_box()
        self.hide()

    def _connect_box(self) -> None:
        self._box.textChanged.connect(self._typed)
        self._box.entered_by_hand.connect(self.open)
        self._box.walked.connect(self._walk)
        self._box.entered.connect(self._enter)
        self._box.left.connect(self.close_up)
        self._box.installEventFilter(self)

    @property
    def chosen(self) -> Entry | None:
        """The row that Enter would take."""
        index = self._view.currentIndex()
        return index.data(ENTRY_ROLE) if index.isValid() else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self._model.entries

    def offer(self, commands: Sequence[Entry], missing: Callable[[str], str]) -> None:
        """Say which commands and views there are.

        Args:
            missing: What of a command's needs is not there, in words; "" where it can run.
        """
        self._offered, self._missing = tuple(commands), missing
        self._look_around()

    def forget(self) -> None:
        """Another library is open: what was taken in the one before is not there."""
        self._recent = tuple(entry for entry in self._recent if entry.command)

    def _look_around(self) -> None:
        """What cannot run now says why."""
        why = {needs: self._missing(needs) for needs in {entry.needs for entry in self._offered}}
        self._commands = tuple(replace(entry, why=why[entry.needs]) for entry in self._offered)

    @Slot()
    def open(self) -> None:
        """Show the rows for what is typed."""
        self._look_around()
        self._refresh()
        self.show()
        self.raise_()
        self._place()

    @Slot()
    def close_up(self) -> None:
        """Hide, empty the line, and give the focus back."""
        if self.isVisible():
            self.hide()
            self._pause.stop()
            self._box.clear()
            self.closed.emit()

    @Slot(object)
    def show_answer(self, answer: SearchAnswer) -> None:
        """Add what the library has found."""
        if answer.query == self._box.text():
            self._hits = entries_of(answer.hits)
            self._refresh()

    @Slot()
    def _typed(self) -> None:
        self._hits = ()
        if self._box.hasFocus() and not self.isVisible():
            self.open()
        self._refresh()
        self._pause.start()

    @Slot()
    def ask_now(self) -> None:
        """Look in the library for what is typed, without waiting for the next letter."""
        self._pause.stop()
        if self._box.text().strip():
            self.searched.emit(self._box.text())

    def _refresh(self) -> None:
        self._model.show(ranked(self._box.text(), self._commands, self._hits, self._recent))
        if self._model.entries:
            self._view.setCurrentIndex(self._model.index(0))
        self._nothing.setVisible(not self._model.entries)
        self._view.setVisible(bool(self._model.entries))
        self._place()

    def _place(self) -> None:
        at = self._box.mapTo(self.parentWidget(), QPoint(0, self._box.height() + 4))
        rows = sum(_TALL_ROW_PX if entry.quiet else _ROW_PX for entry in self._model.entries)
        height = min(max(rows, _ROW_PX) + 14, _HEIGHT_MAX_PX, self.parentWidget().height() - at.y() - 12)
        width = min(max(self._box.width(), _WIDTH_PX), self.parentWidget().width() - at.x() - 12)
        self.setGeometry(at.x(), at.y(), width, height)

    @Slot(object)
    def _walk(self, rows: int) -> None:
        if not self.isVisible():
            self.open()
        last = len(self._model.entries) - 1
        row = min(max(self._view.currentIndex().row() + rows, 0), last)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row))

    @Slot()
    def _enter(self) -> None:
        if self._view.currentIndex().isValid():
            self._take(self._view.currentIndex())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        self.close_up()
        self._recent = remembered(self._recent, entry)
        if entry.command:
            self.command_chosen.emit(entry.command)
        elif entry.view:
            self.view_chosen.emit(entry.view)
        else:
            self.node_chosen.emit(entry.node)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self.hide()
        return False


def _nothing(_needs: str) -> str:
    return ""


def _shadow(parent: QWidget) -> QGraphicsDropShadowEffect:
    effect = QGraphicsDropShadowEffect(parent)
    effect.setBlurRadius(24)
    effect.setOffset(0, 6)
    effect.setColor(QColor(0, 0, 0, 60))
    return effect
