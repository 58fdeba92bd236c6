"""Choose a public list or digest by typing; only the one that is chosen is asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ops.public_sources import PublicSource, find_sources
from explorer.ui.dialogs.entry_list import EntryList
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox

_WIDTH_PX, _LIST_PX = 620, 370


class GetSheet(Sheet):
    """A line and the sources that fit; Enter gets the marked one."""

    chosen = Signal(object)  #: PublicSource

    def __init__(self, window: QWidget) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Get a public list or digest"))
        self.setAccessibleName(self.tr("Get a public list or digest"))
        self._sources: Sequence[PublicSource] = ()
        self.line = SearchBox(self.tr("Conference, year, digest, arXiv category"))
        self.line.textChanged.connect(self._show)
        self.line.entered.connect(self._take)
        self.line.walked.connect(self._walk)
        self.line.left.connect(self.close_up)
        self.view = EntryList(self.tr("Public sources"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFixedHeight(_LIST_PX)
        self.view.doubleClicked.connect(self._take_row)
        self._about = label("", "dim", wraps=True)
        self.get = button(self.tr("Get"), "primary")
        self.get.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self._about, 1)
        row.addWidget(self.get)
        self.column.addWidget(self.line)
        self.column.addWidget(self.view)
        self.column.addLayout(row)
        self._show("")

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self.view.entries

    @Slot(str)
    def _show(self, words: str) -> None:
        self._sources = find_sources(words)
        kinds = {"list": self.tr("list"), "digest": self.tr("digest"), "feed": self.tr("feed")}
        self.view.show_rows(Entry(s.name, side=kinds[s.kind], detail=s.address) for s in self._sources)
        self.view.go_to_row(0)
        self.get.setEnabled(bool(self._sources))
        about = self.tr("Getting one asks its site, once. Nothing else is asked.")
        about = about if self._sources else self.tr("No public source is known by these words.")
        self._about.setText(about)
        self._about.setAccessibleName(about)

    @Slot(object)
    def _walk(self, rows: int) -> None:
        at = self.view.currentIndex().row() + rows
        self.view.go_to_row(min(max(at, 0), max(len(self._sources) - 1, 0)))

    @Slot(QModelIndex)
    def _take_row(self, _index: QModelIndex) -> None:
        self._take()

    @Slot()
    def _take(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self._sources):
            chosen = self._sources[row]
            self.close_up()
            self.chosen.emit(chosen)
