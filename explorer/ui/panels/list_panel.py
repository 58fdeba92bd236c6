"""The list twin: the same nodes as a table, with a search; the selection is shared with the canvas."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.questions.listing import Listing
from explorer.ui.models.list_model import COLUMNS, TITLE, ListModel
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.node_table import NodeTable
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.words import counted, number

_LAST = COLUMNS[-1]
TYPING_MS = 140  #: quiet time after a key before the search goes out


class ListPanel(QWidget):
    """Search line, count and table."""

    searched = Signal(object)  #: text, str, once the typing rests
    selection_changed = Signal(object)  #: frozenset of node ids that a person chose
    opened = Signal(object)  #: id of the node to go to
    menu_asked = Signal(object)  #: global position
    whole_asked = Signal()  #: all of the view instead of a part

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
        self._about = ElidedLabel("dim")
        self._whole = button(self.tr("Show all"), "link", self.tr("List all that the graph shows"))
        self._whole.setObjectName("list_whole")
        self._whole.clicked.connect(self.whole_asked)
        counts = QHBoxLayout()
        counts.setContentsMargins(0, 0, 8, 0)
        counts.addWidget(self._count)
        counts.addWidget(self._about, 1)
        counts.addWidget(self._whole)
        column.addLayout(counts)
        column.addWidget(self.table, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self._selection: frozenset[int] = frozenset()
        self._is_reset = False
        self.search.textChanged.connect(self._wait)
        self.search.walked.connect(self._enter_table)
        self.search.entered.connect(self._open_first)
        self.search.left.connect(self._clear)
        self.table.opened.connect(self.opened)
        self.table.menu_asked.connect(self.menu_asked)
        self.table.selectionModel().selectionChanged.connect(self._tell)
        self.model.modelReset.connect(self._select_again)

    def show_listing(self, listing: Listing) -> None:
        """Show other rows; what is selected stays so."""
        at = self.table.currentIndex()
        was = (at.row(), self.model.node_at(at.row())) if at.isValid() else (-1, 0)
        self._is_reset = True
        self.model.show(listing)
        self._is_reset = False
        self._say_count(listing)
        self.select(self._selection)
        self._keep_current(*was)

    def _say_count(self, listing: Listing) -> None:
        count = len(listing.lines)
        words = counted(count, self.tr("{n} in the graph"), self.tr("{n} in the graph"))
        if self.search.text().strip():
            words = counted(count, self.tr("{n} found"), self.tr("{n} found"))
        self._about.say(listing.about)
        self._whole.setVisible(bool(listing.about))
        if listing.about:
            words = number(count)
        if listing.more:
            words = self.tr("the first {n}, search for others").format(n=number(count))
        self._count.setText(words)
        self._count.setAccessibleName(words)

    def _keep_current(self, row: int, node: int) -> None:
        """The keyboard stays on its row; where that is gone (hidden), it goes on with the next."""
        last = self.model.rowCount() - 1
        if row < 0 or last < 0 or self.table.currentIndex().isValid():
            return
        there = self.model.row_of(node)
        if there < 0 and self.table.hasFocus() and not self._selection:
            self.table.selectRow(min(row, last))
            return
        index = self.model.index(there if there >= 0 else min(row, last), TITLE)
        self.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)

    def select(self, ids: frozenset[int]) -> None:
        """Show a selection that was made elsewhere; emits nothing."""
        self._selection = ids
        model = self.table.selectionModel()
        rows = sorted(row for row in map(self.model.row_of, ids) if row >= 0)
        was = model.blockSignals(True)
        model.select(self._stretches(rows), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        current = model.currentIndex()
        if rows and not (current.isValid() and self.model.node_at(current.row()) in ids):
            model.setCurrentIndex(
                self.model.index(rows[0], TITLE), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self.table.scrollTo(self.model.index(rows[0], TITLE))
        model.blockSignals(was)
        self.table.viewport().update()

    def _stretches(self, rows: list[int]) -> QItemSelection:
        """Ascending rows as few ranges: Qt compares each with each."""
        out = QItemSelection()
        first = None
        for at, row in enumerate(rows):
            first = row if first is None else first
            if at + 1 == len(rows) or rows[at + 1] != row + 1:
                out.append(QItemSelectionRange(self.model.index(first, TITLE), self.model.index(row, _LAST)))
                first = None
        return out

    @Slot()
    def _select_again(self) -> None:
        if not self._is_reset:
            self.select(self._selection)

    @Slot()
    def _wait(self) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        self.searched.emit(self.search.text())

    @Slot()
    def _tell(self) -> None:
        # whole rows are selected: their stretches say it all, where Qt would ask the model for each index
        stretches = self.table.selectionModel().selection()
        rows = (row for part in stretches for row in range(part.top(), part.bottom() + 1))
        self._selection = frozenset(map(self.model.node_at, rows))
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
