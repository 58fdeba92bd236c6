"""Rows of a sheet: a list of entries, and entries under heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QListView

from explorer.ui.dialogs.palette import EntryPainter
from explorer.ui.models.palette_model import Entry, PaletteModel
from explorer.ui.words import number

_INDENT = " " * 6


class EntryList(QListView):
    """A list that is drawn as the palette's rows are."""

    node_opened = Signal(object)  #: id of the node that the activated row is about

    def __init__(self, name: str) -> None:
        """Args:
        name: What it is called for screen readers.
        """
        super().__init__()
        self._rows = PaletteModel()
        self.setModel(self._rows)
        self.setItemDelegate(EntryPainter(self))
        self.setAccessibleName(name)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._tell_node)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self._rows.entries

    def show_rows(self, rows: Iterable[Entry]) -> None:
        """Show these rows instead."""
        self._rows.show(tuple(rows))

    def go_to_row(self, row: int) -> None:
        """Make a row the current one."""
        self.setCurrentIndex(self._rows.index(row))

    @Slot(QModelIndex)
    def _tell_node(self, index: QModelIndex) -> None:
        if node := self.entries[index.row()].node:
            self.node_opened.emit(node)


def under_head(head: str, rows: Iterable[Entry], total: int, most: int, more: str) -> Iterator[Entry]:
    """A head with its count, and the first of its rows; nothing where there is none.

    Args:
        most: Rows that are shown.
        more: "… and {n} more", for the others.
    """
    if not total:
        return
    yield Entry(head, side=number(total))
    for _, row in zip(range(most), rows, strict=False):
        yield row if row.kind is not None else replace(row, title=_INDENT + row.title)
    if total > most:
        yield Entry(more.format(n=number(total - most)))
