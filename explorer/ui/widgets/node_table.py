"""NodeTable: a table of nodes that shows as many columns as there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QPoint, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from explorer.ui.models.list_model import COLUMNS, DATE, KIND, LINKS, READ, TAGS, TITLE, WHERE, ListModel

_TITLE_PX = 176  # a name shorter than this says little
_LEAST_PX, _MOST_PX = 34, 600  # of a column that a person has drawn out
_ROOM_PX = 14  # beside the words of a cell
_FIRST = (DATE, LINKS, KIND, TAGS, READ, WHERE)  # which columns come as the panel grows
_OFTEN_EMPTY = (TAGS, READ, WHERE)  # and then only room that the name could have


class NodeTable(QTableView):
    """A table whose Enter and double click open the node."""

    opened = Signal(object)  #: node id
    menu_asked = Signal(object)  #: global position
    widths_changed = Signal()  #: a person has drawn a column wider or narrower

    def __init__(self, model: ListModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.activated.connect(self._open)
        self._widths: dict[int, int] = {}
        self._is_drawn = False  # by a hand; else the columns are laid out here
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.fit_columns)
        self._dress_head()
        model.modelReset.connect(self._soon.start)

    def _dress_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(_LEAST_PX)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.setAccessibleName(self.tr("Columns of the list"))
        self.setSortingEnabled(True)
        head.sectionResized.connect(self._note_width)

    @property
    def widths(self) -> tuple[int, ...]:
        """Width of each column that a person has drawn, pixels; 0: as wide as its words need."""
        return tuple(self._widths.get(column, 0) for column in COLUMNS)

    def use_widths(self, widths: Sequence[int]) -> None:
        """Draw the columns as wide as they were; other columns than ours are left as they are."""
        if len(widths) == len(COLUMNS):
            drawn = {column: min(max(px, _LEAST_PX), _MOST_PX) for column, px in enumerate(widths) if px}
            self._widths = {column: px for column, px in drawn.items() if column != TITLE}
            self.fit_columns()

    @property
    def shown_columns(self) -> tuple[int, ...]:
        """Columns that there is room for, from left to right."""
        return tuple(column for column in COLUMNS if not self.isColumnHidden(column))

    @Slot()
    def fit_columns(self) -> None:
        """Show the columns that leave the name its room, the most telling first."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(metrics.height() + 9)
        room = self.viewport().width() - max(_TITLE_PX, metrics.averageCharWidth() * 24)
        self._is_drawn = False
        for column in _FIRST:
            if column in _OFTEN_EMPTY and self.model().is_empty(column):
                self.setColumnHidden(column, True)
                continue
            width = self._widths.get(column) or self._needed_px(column, metrics)
            has_room = room >= width
            room = room - width if has_room else -1  # the next one would come out of its turn
            self.setColumnHidden(column, not has_room)
            if has_room and self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        self._is_drawn = True

    def _needed_px(self, column: int, metrics: QFontMetrics) -> int:
        samples = {
            DATE: "2024-12",
            LINKS: "00,000",
            KIND: self.tr("document"),
            READ: self.tr("being read"),
            TAGS: "x" * 16,
            WHERE: "x" * 18,
        }
        words = samples[column], str(self.model().headerData(column, Qt.Orientation.Horizontal) or "")
        return max(metrics.horizontalAdvance(word) for word in words) + _ROOM_PX

    @Slot(int, int, int)
    def _note_width(self, column: int, _before: int, now: int) -> None:
        if self._is_drawn and column != TITLE and now and not self.isColumnHidden(column):
            self._widths[column] = now
            self.widths_changed.emit()

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def changeEvent(self, event) -> None:
        super().changeEvent(event)
        if event.type() in (event.Type.FontChange, event.Type.StyleChange):
            self._soon.start()

    def selectAll(self) -> None:
        """At once, also where every other row is selected: Qt takes off each stretch by itself."""
        chosen, current = self.selectionModel(), self.currentIndex()
        was = chosen.blockSignals(True)
        chosen.reset()
        chosen.setCurrentIndex(current, QItemSelectionModel.SelectionFlag.NoUpdate)
        chosen.blockSignals(was)
        super().selectAll()

    def keyboardSearch(self, text: str) -> None:
        """Letters are commands here, as on the graph; / leads to the line that finds by typing."""

    def minimumSizeHint(self) -> QSize:
        return QSize(_TITLE_PX, 80)

    @Slot(object)
    def _open(self, index) -> None:
        self.opened.emit(self.model().node_at(index.row()))

    @Slot(QPoint)
    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(at))
