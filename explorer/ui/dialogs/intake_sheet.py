"""The card of an import: what came, what would come in, what may be changed. Nothing is stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QHeaderView, QTableView, QWidget

from explorer.model.incoming import Choice, Thing
from explorer.ui.dialogs.sheet import ENTERS, Sheet
from explorer.ui.looker import Looker
from explorer.ui.models.intake_model import CONTENT, FORMAT, LANGUAGE, NAME, SIZE, IntakeModel, Row
from explorer.ui.panels.intake_choices import IntakeChoices
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted, number
from explorer.ui.workspace import Workspace

_WIDTH_PX = 980
_ROW_PX, _HEAD_PX, _ROWS = 28, 32, 10
_COLUMNS_PX = {FORMAT: 232, LANGUAGE: 78, SIZE: 72, CONTENT: 250}
_HOSTS = 3


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be imported. Attributes: folders: all of whose files are ticked."""

    rows: tuple[Row, ...]
    folders: tuple[str, ...]


class IntakeSheet(Sheet):
    """Enter imports what is ticked, Escape lets it be, Space ticks."""

    wanted = Signal(object)  #: Wanted

    def __init__(self, window: QWidget, workspace: Workspace, editions: Sequence[str]) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.model = IntakeModel()
        self.model.setParent(self)
        self.looker = Looker(workspace, self.model, self)
        self._add_table()
        self.choices = IntakeChoices(editions)
        self.column.addWidget(self.choices)
        self._add_buttons()
        self.looker.looked.connect(self._show_look)
        self.choices.chosen.connect(self._choose)
        self.model.ticked.connect(self._say)
        self.closed.connect(self.looker.stop)
        self._is_waiting = True
        self._say()

    def show_things(self, things: Sequence[Thing]) -> None:
        """What came, or came as well; the looks follow."""
        self._is_waiting = False
        self.model.add(things)
        if not self.table.currentIndex().isValid() and self.model.rows:
            self.table.setCurrentIndex(self.model.index(0, NAME))
        self._say()
        rows = min(max(len(self.model.rows), 1), _ROWS)
        self.table.setFixedHeight(_ROW_PX * rows + _HEAD_PX)
        self.place()
        self._go_on()

    def _add_table(self) -> None:
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("What came in"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column, width in _COLUMNS_PX.items():
            head.resizeSection(column, width)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.selectionModel().currentRowChanged.connect(self._show_row)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.table.setFixedHeight(_ROW_PX + _HEAD_PX)
        self.column.addWidget(self.table)

    def _add_buttons(self) -> None:
        self.start = button(self.tr("Import"), "primary")
        self.start.clicked.connect(self._import)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.close_up)
        row = QHBoxLayout()
        self.hint = label("", "dim", wraps=True)
        row.addWidget(self.hint, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.start)
        self.column.addLayout(row)

    @Slot()
    def _say(self) -> None:
        """Title, hint and button for what is ticked now."""
        rows = self.model.rows
        title = counted(len(rows), self.tr("Import {n} thing?"), self.tr("Import {n} things?"))
        if self._is_waiting:
            title = self.tr("Looking at what came…")
        elif len(rows) == 1:
            title = self.tr("Import {name}?").format(name=rows[0].thing.name)
        self.title.setText(self.title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideMiddle, 700))
        self.title.setAccessibleName(title)
        self.setAccessibleName(title)
        words = self._hint()
        if words != self.hint.text():
            self.hint.setText(words)
            self.hint.setAccessibleName(words)
        self.start.setEnabled(bool(self.model.wanted) and not self._is_waiting)

    def _hint(self) -> str:
        rows, wanted = self.model.rows, self.model.wanted
        if self._is_waiting:
            return ""
        if not wanted:
            return self.tr("There is nothing to import.")
        parts = []
        if len(rows) > 1:
            near = [row for row in wanted if row.is_near]
            seen = [row.look for row in near if row.look is not None]
            papers = sum(look.counts.papers for look in seen)
            if near:
                parts.append(counted(papers, self.tr("{n} paper"), self.tr("{n} papers")))
            if len(seen) < len(near):
                words = self.tr("{n} of {all} looked at")
                parts.append(words.format(n=number(len(seen)), all=number(len(near))))
        hosts = sorted({row.thing.host for row in wanted if row.thing.host})
        if hosts:
            shown = ", ".join(hosts[:_HOSTS]) + (" …" if len(hosts) > _HOSTS else "")
            parts.append(self.tr("Import asks {hosts}").format(hosts=shown))
        parts.append(self.tr("Nothing is stored yet: a report comes first."))
        return " · ".join(parts)

    @Slot(QModelIndex, QModelIndex)
    def _show_row(self, now: QModelIndex, _before: QModelIndex) -> None:
        self._show_choices(now.row())
        self._go_on()

    @Slot(object)
    def _show_look(self, row: int) -> None:
        if row == self.table.currentIndex().row():
            self._show_choices(row)
        self._say()

    @Slot(object)
    def _choose(self, choice: Choice) -> None:
        row = self.table.currentIndex().row()
        if row >= 0:
            self.model.choose(row, choice)
            self.looker.look_again(row)

    @Slot(int)
    def _scrolled(self, _value: int) -> None:
        self._go_on()

    def _show_choices(self, row: int) -> None:
        """What may be changed of a row; Tab goes through it on the way to the buttons."""
        if self.choices.show_row(self.model.rows[row] if row >= 0 else None):
            chain = [self.table, *self.choices.boxes, self.cancel, self.start]
            for first, second in pairwise(chain):
                self.setTabOrder(first, second)
            self.place()

    def _go_on(self) -> None:
        first = max(self.table.rowAt(0), 0)
        self.looker.look(self.table.currentIndex().row(), range(first, first + _ROWS + 1))

    @Slot()
    def _import(self) -> None:
        rows, folders = tuple(self.model.wanted), self.model.whole_folders
        if rows and self.start.isEnabled():
            self.close_up()
            self.wanted.emit(Wanted(rows, folders))

    def event(self, event: QEvent) -> bool:
        is_done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest and self.isVisible():
            self.place()  # what may be chosen came or went
        return is_done

    def keyPressEvent(self, event) -> None:
        if event.key() in ENTERS and self.held_button is None:
            self._import()
        else:
            super().keyPressEvent(event)
