"""A sheet with a line to type in and the rows that it finds; Enter takes the marked row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.ui.dialogs.entry_list import EntryList
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import ENTRY_ROLE, Entry
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.search_box import SearchBox

_WIDTH_PX = 520


class TypedSheet(Sheet):
    """The line keeps the keyboard; arrows walk the rows."""

    chosen = Signal(object)  #: id of the row that was taken

    def __init__(self, window: QWidget, words: tuple[str, str, str], list_px: int) -> None:
        """Args:
        words: Title, what stands in the empty line, what the rows are called for screen readers.
        """
        title, hint, name = words
        super().__init__(title, window, _WIDTH_PX)
        self.line = SearchBox(hint)
        self.line.entered.connect(self._enter)
        self.line.walked.connect(self._walk)
        self.line.left.connect(self.close_up)
        self._view = EntryList(name)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setFixedHeight(list_px)
        self._view.clicked.connect(self._take)
        self._nothing = label("", "dim", wraps=True)
        for part in (self.line, self._nothing, self._view):
            self.column.addWidget(part)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self._view.entries

    def show_rows(self, rows: tuple[Entry, ...], nothing: str) -> None:
        """Show rows, the first marked; or say why there are none. The sheet is as high as they need."""
        self._view.show_rows(rows)
        if rows:
            self._view.go_to_row(0)
        self._nothing.setText(nothing)
        self._nothing.setVisible(not rows)
        self._view.setVisible(bool(rows))
        if self.isVisible():
            self.place()

    @Slot(object)
    def _walk(self, rows: int) -> None:
        row = min(max(self._view.currentIndex().row() + rows, 0), len(self.entries) - 1)
        if row >= 0:
            self._view.go_to_row(row)

    @Slot()
    def _enter(self) -> None:
        if self._view.currentIndex().isValid() and self.entries:
            self._take(self._view.currentIndex())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        self.close_up()
        self.chosen.emit(entry.node)
