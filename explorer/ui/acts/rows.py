"""ListActs: what the list does by key: copy its rows, put them into another order."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from explorer.ui.acts.group import ActGroup
from explorer.ui.words import counted
from explorer.ui.workspace import Notice


class ListActs(ActGroup):
    """Acts on the rows of the list twin, from the list or the graph."""

    def copy_rows(self) -> None:
        """Put the selected rows into the clipboard, cells with tabs between, as a spreadsheet takes them."""
        rows = self._window.left_panel.list
        words = rows.model.table_of(self._navigator.state.selection, rows.table.shown_columns)
        if not words:  # they are in the graph and not in what was searched for
            known = self._navigator.known(self._navigator.state.selection)
            words = "\n".join(" ".join(node.name.split()) for node in known)
        if not words:
            self.told.emit(Notice(self.tr("None of the selected nodes is listed.")))
            return
        QGuiApplication.clipboard().setText(words)
        count = words.count("\n") + 1
        self.told.emit(Notice(counted(count, self.tr("{n} row copied."), self.tr("{n} rows copied."))))

    def sort_next(self) -> None:
        """Sort the list by its next column that is shown; after the last, as it came."""
        rows = self._window.left_panel.list
        self._window.left_panel.show_list()
        keys = (*rows.table.shown_columns, -1)
        now = rows.model.sorted_by[0]
        then = keys[(keys.index(now) + 1) % len(keys)] if now in keys else keys[0]
        rows.table.sortByColumn(then, Qt.SortOrder.AscendingOrder)
        self._tell_order(then)

    def turn_order(self) -> None:
        """Sort the list the other way round."""
        rows = self._window.left_panel.list
        self._window.left_panel.show_list()
        column, order = rows.model.sorted_by
        is_rising = order is Qt.SortOrder.AscendingOrder
        turned = Qt.SortOrder.DescendingOrder if is_rising else Qt.SortOrder.AscendingOrder
        rows.table.sortByColumn(max(column, 0), turned)
        self._tell_order(max(column, 0))

    def _tell_order(self, column: int) -> None:
        model = self._window.left_panel.list.model
        if column < 0:
            self.told.emit(Notice(self.tr("The list is in its own order.")))
            return
        name = model.headerData(column, Qt.Orientation.Horizontal)
        is_rising = model.sorted_by[1] is Qt.SortOrder.AscendingOrder
        words = self.tr("Sorted by {column}, rising") if is_rising else self.tr("Sorted by {column}, falling")
        self.told.emit(Notice(words.format(column=name)))
