"""The hidden nodes of a view: show one of them again, or all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from explorer.questions.neighbourhood import Neighbour
from explorer.render.fonts import font
from explorer.render.text import glyph_language
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.style import SMALL_PX
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted, kind_name

_ROWS_SHOWN = 12
_ROW_PX = 26
_ID = 256  # Qt.ItemDataRole.UserRole


class HiddenSheet(Sheet):
    """Enter shows the chosen node again; the sheet stays until none is hidden."""

    wished = Signal(object)  #: frozenset of node ids to show again

    def __init__(self, window: QWidget, nodes: Sequence[Neighbour]) -> None:
        super().__init__(window.tr("Hidden nodes"), window, 440)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Hidden nodes"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.itemActivated.connect(self._show_chosen)
        self._none = label("", "dim", wraps=True)
        self._all = button(self.tr("Show all"), "primary")
        self._all.clicked.connect(self._show_all)
        self._one = button(self.tr("Show again"))
        self._one.clicked.connect(self._show_chosen)
        bottom = QHBoxLayout()
        bottom.addWidget(self._none, 1)
        bottom.addWidget(self._one)
        bottom.addWidget(self._all)
        self.column.addWidget(self.list)
        self.column.addLayout(bottom)
        for node in nodes:
            item = QListWidgetItem(f"{node.name}  ({kind_name(node.kind)})")
            item.setFont(font(glyph_language(node.name), SMALL_PX + 1))
            item.setData(_ID, node.id)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._tell()

    def _tell(self) -> None:
        count = self.list.count()
        self._none.setText(counted(count, self.tr("{n} node is hidden."), self.tr("{n} nodes are hidden.")))
        self.list.setFixedHeight(_ROW_PX * min(max(count, 1), _ROWS_SHOWN) + 4)
        self.place()

    @Slot()
    def _show_chosen(self) -> None:
        chosen = self.list.selectedItems()
        if not chosen:
            return
        ids = frozenset(item.data(_ID) for item in chosen)
        for item in chosen:
            self.list.takeItem(self.list.row(item))
        self.wished.emit(ids)
        self._tell() if self.list.count() else self.close_up()

    @Slot()
    def _show_all(self) -> None:
        ids = frozenset(self.list.item(row).data(_ID) for row in range(self.list.count()))
        self.wished.emit(ids)
        self.close_up()
