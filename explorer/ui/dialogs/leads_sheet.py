"""Lead times: who was in a digest how long before the conference, who in only one of the two."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from explorer.questions.lead_times import LeadTimes, Only
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.lead_model import ARXIV, COLUMNS, DAYS, DIGEST, NAME, VENUE, LeadModel
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.segmented import Segmented
from explorer.ui.words import counted

_WIDTH_PX, _HEIGHT_PX = 1040, 420
_WIDTHS_PX = {ARXIV: 96, DIGEST: 136, VENUE: 210, DAYS: 104}


@dataclass(frozen=True, slots=True)
class LeadWish:
    """What the table is to hold."""

    only: Only
    is_methods: bool


class _Table(QTableView):
    """Enter opens, Y sorts by the next column, Shift+Y the other way round."""

    opened = Signal(object)  #: node id

    def __init__(self, model: LeadModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        self.setSortingEnabled(True)
        for column, width in _WIDTHS_PX.items():
            self.setColumnWidth(column, width)
        self.activated.connect(self._open)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model().rows[index.row()].node)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif key == Qt.Key.Key_Y and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turn(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _turn(self, is_back: bool) -> None:
        column, order = self.model().sorted_by
        if is_back:
            down = order is Qt.SortOrder.AscendingOrder
            order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
            self.sortByColumn(max(column, 0), order)
        else:
            keys = (*COLUMNS, -1)
            self.sortByColumn(keys[(keys.index(column) + 1) % len(keys)], Qt.SortOrder.AscendingOrder)
        self.selectRow(0)

    def keyboardSearch(self, text: str) -> None:
        """Letters sort; the line above finds."""


class LeadsSheet(Sheet):
    """A table with what it holds above it, the export below."""

    wished = Signal(object)  #: LeadWish
    opened = Signal(object)  #: node id
    export_wanted = Signal(object)  #: LeadTimes, as shown

    def __init__(self, window: QWidget) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Lead times"))
        self.setAccessibleName(self.tr("Lead times"))
        self.only = Segmented(
            (
                (Only.LEAD.value, self.tr("In both")),
                (Only.DIGEST.value, self.tr("In digests, not yet at a conference")),
                (Only.VENUE.value, self.tr("At a conference, never in a digest")),
            ),
            self.tr("Which"),
        )
        self.what = Segmented((("papers", self.tr("Papers")), ("methods", self.tr("Methods"))), self.tr("Of"))
        self._wish = LeadWish(Only.LEAD, False)
        self.only.chosen.connect(self._choose_only)
        self.what.chosen.connect(self._choose_what)
        self.line = SearchBox(self.tr("Words of a title, a conference, a month"))
        self.line.left.connect(self.close_up)
        self.line.entered.connect(self._enter_table)
        self.model = LeadModel()
        self.table = _Table(self.model)
        self.table.setAccessibleName(self.tr("Lead times"))
        self.table.setMinimumHeight(_HEIGHT_PX)
        self.table.opened.connect(self._open)
        self.line.textChanged.connect(self._narrow)
        self._count = label("", "dim")
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.what)
        top.addWidget(self.only)
        top.addWidget(self.line, 1)
        self.column.addLayout(top)
        words = self.tr(
            "From the last day of the digest's period to the first day of the conference; "
            "conferences and digests of this library."
        )
        self.column.addWidget(label(words, "dim", wraps=True))
        self.column.addWidget(self.table, 1)
        self._mere = label(self.tr("grey: only the name stands in both"), "dim")
        self._mere.hide()
        row = QHBoxLayout()
        row.addWidget(self._count, 1)
        row.addWidget(self._mere)
        row.addWidget(label(self.tr("Enter opens, Y sorts"), "dim"))
        self.export = button(self.tr("Export CSV…"))
        self.export.clicked.connect(self._export)
        row.addWidget(self.export)
        self.column.addLayout(row)

    def ask(self) -> None:
        """Ask for the first table."""
        self.wished.emit(self._wish)

    @Slot(object)
    def show_answer(self, answer: LeadTimes) -> None:
        """Show a table that was asked for."""
        if LeadWish(answer.only, answer.is_methods) == self._wish:
            self.model.show(answer)
            self._tell()
            self.table.selectRow(0)

    @Slot(object)
    def _choose_only(self, key: str) -> None:
        self._wish = LeadWish(Only(key), self._wish.is_methods)
        self.ask()

    @Slot(object)
    def _choose_what(self, key: str) -> None:
        self._wish = LeadWish(self._wish.only, key == "methods")
        self.ask()

    @Slot(str)
    def _narrow(self, text: str) -> None:
        self.model.narrow(text)
        self._tell()
        self.table.selectRow(0)

    @Slot()
    def _enter_table(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        rows = len(self.model.rows)
        words = counted(rows, self.tr("{n} row"), self.tr("{n} rows"))
        undated = sum(row.days is None and bool(row.digest and row.venue) for row in self.model.rows)
        if undated:
            one, several = (
                self.tr("{n} with a day that is not known"),
                self.tr("{n} with days that are not known"),
            )
            words += " · " + counted(undated, one, several)
        words = words if rows else self._why_none()
        self._count.setText(words)
        self._count.setAccessibleName(words)
        self._mere.setVisible(any(row.basis == "mention" for row in self.model.rows))
        self.export.setEnabled(bool(rows))

    def _why_none(self) -> str:
        if self.line.text().strip():
            return self.tr("Nothing holds these words.")
        return {
            Only.LEAD: self.tr("Nothing stands both in a digest and at a conference of this library."),
            Only.DIGEST: self.tr("Nothing of the digests waits for a conference."),
            Only.VENUE: self.tr("Nothing of the conferences is missing in the digests."),
        }[self._wish.only]

    @Slot(object)
    def _open(self, node: int) -> None:
        self.opened.emit(node)
        self.close_up()

    @Slot()
    def _export(self) -> None:
        self.export_wanted.emit(self.model.shown)
