"""The list twin: the same nodes as a table, with a search; the selection is shared with the canvas."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QVBoxLayout, QWidget

from explorer.questions.listing import Listing
from explorer.ui.models.list_model import DATE, LINKS, TITLE, ListModel
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.words import counted, number

TYPING_MS = 140  #: quiet time after a key before the search goes out
ROW_PX = 25


class NodeTable(QTableView):
    """A table whose Enter and double click open the node."""

    opened = Signal(object)  #: node id
    menu_asked = Signal(object)  #: global position

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
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(DATE, QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(LINKS, QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setColumnWidth(DATE, 66)
        self.setColumnWidth(LINKS, 40)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.activated.connect(self._open)

    @Slot(object)
    def _open(self, index) -> None:
        self.opened.emit(self.model().node_at(index.row()))

    @Slot(QPoint)
    def _ask_menu(self, at: QPoint) -> None:
        self.menu_asked.emit(self.viewport().mapToGlobal(at))


class ListPanel(QWidget):
    """Search line, count and table."""

    searched = Signal(object)  #: text, str, once the typing rests
    selection_changed = Signal(object)  #: frozenset of node ids that a person chose
    opened = Signal(object)  #: id of the node to go to
    menu_asked = Signal(object)  #: global position

    def __init__(self) -> None:
        super().__init__()
        self.model = ListModel()
        self.search = SearchBox(self.tr("Search the library"), "/")
        self.table = NodeTable(self.model)
        self.table.setAccessibleName(self.tr("List of nodes"))
        self._count = label("", "dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        searching = QHBoxLayout()
        searching.setContentsMargins(0, 0, 8, 0)
        searching.addWidget(self.search)
        column.addLayout(searching)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self._selection: frozenset[int] = frozenset()
        self.search.textChanged.connect(self._wait)
        self.search.walked.connect(self._enter_table)
        self.search.entered.connect(self._open_first)
        self.search.left.connect(self._clear)
        self.table.opened.connect(self.opened)
        self.table.menu_asked.connect(self.menu_asked)
        self.table.selectionModel().selectionChanged.connect(self._tell)

    def show_listing(self, listing: Listing) -> None:
        """Show other rows; what is selected stays so."""
        self.model.show(listing)
        count = len(listing.lines)
        words = counted(count, self.tr("{n} found"), self.tr("{n} found"))
        if listing.more:
            words = self.tr("the first {n}, search for others").format(n=number(count))
        self._count.setText(words)
        self._count.setAccessibleName(words)
        self.select(self._selection)

    def select(self, ids: frozenset[int]) -> None:
        """Show a selection that was made elsewhere; emits nothing."""
        self._selection = ids
        model = self.table.selectionModel()
        chosen = QItemSelection()
        rows = sorted(row for row in map(self.model.row_of, ids) if row >= 0)
        for row in rows:
            chosen.select(self.model.index(row, TITLE), self.model.index(row, LINKS))
        was = model.blockSignals(True)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if rows:
            model.setCurrentIndex(
                self.model.index(rows[0], TITLE), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.table.scrollTo(self.model.index(rows[0], TITLE))
        model.blockSignals(was)
        self.table.viewport().update()

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self.searched.emit(self.search.text())

    @Slot()
    def _tell(self) -> None:
        rows = self.table.selectionModel().selectedRows(TITLE)
        self._selection = frozenset(self.model.node_at(index.row()) for index in rows)
        self.selection_changed.emit(self._selection)

    @Slot(object)
    def _enter_table(self, _rows: int) -> None:
        if self.model.rowCount():
            self.table.setFocus(Qt.FocusReason.TabFocusReason)
            if not self.table.selectionModel().hasSelection():
                self.table.selectRow(0)

    @Slot()
    def _open_first(self) -> None:
        if self.model.rowCount():
            self.opened.emit(self.model.node_at(0))

    @Slot()
    def _clear(self) -> None:
        self.search.clear()
