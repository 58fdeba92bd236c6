"""Import what is not a file here: a web address, or a paper by its arXiv id."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox


class AddressSheet(Sheet):
    """One line, several words: each is an address or an id."""

    entered = Signal(object)  #: tuple of words

    def __init__(self, window: QWidget) -> None:
        super().__init__("", window, 460)
        self.title.setText(self.tr("Add from the network"))
        self.setAccessibleName(self.tr("Add from the network"))
        self.line = SearchBox(self.tr("Addresses or arXiv ids, with spaces between"))
        self.line.entered.connect(self._take)
        self.line.left.connect(self.close_up)
        add = button(self.tr("Read"), "primary")
        add.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("This asks the network, nothing else does."), "dim"), 1)
        row.addWidget(add)
        self.column.addWidget(self.line)
        self.column.addLayout(row)

    @Slot()
    def _take(self) -> None:
        words = tuple(self.line.text().split())
        if words:
            self.entered.emit(words)
            self.close_up()
