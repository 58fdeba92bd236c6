"""Tag what is selected: type a name, known ones are offered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QSize, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.fuzzy import folded, fuzzy_score
from explorer.ui.widgets.flow import FlowLayout
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.words import counted, no_mnemonic, plain_tip

_OFFERED = 8


@dataclass(frozen=True, slots=True)
class TagWish:
    """A tag by name, and the nodes to put it on (or take it off)."""

    name: str
    nodes: tuple[int, ...]
    off: bool = False


def offered(query: str, names: Sequence[str]) -> list[str]:
    """Known names that fit what is typed, best first; the order of the library where nothing is."""
    if not query.strip():
        return list(names[:_OFFERED])
    scored = [(fuzzy_score(query, name), -place, name) for place, name in enumerate(names)]
    return [name for score, _, name in sorted(scored, reverse=True) if score > 0][:_OFFERED]


class TagSheet(Sheet):
    """Completes known tags; Enter puts the name on the nodes."""

    wished = Signal(object)  #: TagWish

    def __init__(
        self, window: QWidget, nodes: Sequence[int], known: Sequence[str], on: Sequence[str] = ()
    ) -> None:
        """Args:
        nodes: Ids to tag.
        known: Names of all tags, the most used first.
        on: Names that stand on the one selected node already.
        """
        super().__init__("", window, 400)
        title = counted(len(nodes), self.tr("Tag {n} item"), self.tr("Tag {n} items"))
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.setAccessibleName(title)
        self._nodes = tuple(nodes)
        self._known = tuple(known)
        self._add_present(on)
        self.line = SearchBox(self.tr("Name of the tag, in any language"))
        self.line.textChanged.connect(self._offer)
        self.line.entered.connect(self._put)
        self.line.walked.connect(self._walk)
        self.line.left.connect(self.close_up)
        self._names = _Names(self)
        self._view = QListView()
        self._view.setModel(self._names)
        self._view.setItemDelegate(_Fitting(self._view))
        self._view.setTextElideMode(Qt.TextElideMode.ElideLeft)  # the tag itself stands last on its way
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(self.tr("Known tags"))
        self._view.clicked.connect(self._pick)
        self._put_button = button(self.tr("Tag"), "primary")
        self._put_button.clicked.connect(self._put)
        self.column.addWidget(self.line)
        self.column.addWidget(self._view)
        bottom = QHBoxLayout()
        bottom.addWidget(label(self.tr("Enter tags, Ctrl+Z takes it back."), "dim"), 1)
        bottom.addWidget(self._put_button)
        self.column.addLayout(bottom)
        self._offer()

    def _add_present(self, on: Sequence[str]) -> None:
        if not on:
            return
        row = QWidget()
        flow = FlowLayout(row)
        for name in on:
            flow.addWidget(_Present(name, self))
        self.column.addWidget(row)

    def take_off(self, name: str) -> None:
        """Take a tag off the node."""
        self.wished.emit(TagWish(name, self._nodes, off=True))
        self.close_up()

    @Slot()
    def _offer(self) -> None:
        names = offered(self.line.text(), self._known)
        self._names.setStringList(names)
        self._view.setFixedHeight(24 * max(len(names), 0) + 2)
        self._view.setVisible(bool(names))
        exact = any(folded(name) == folded(self.line.text().strip()) for name in self._known)
        is_new = bool(self.line.text().strip()) and not exact
        self._put_button.setText(self.tr("New tag") if is_new else self.tr("Tag"))
        self._put_button.setAccessibleName(self._put_button.text())
        self._put_button.setEnabled(bool(self.line.text().strip()))
        self.place()

    @Slot(object)
    def _walk(self, rows: int) -> None:
        row = self._view.currentIndex().row() + rows
        index = self._names.index(min(max(row, 0), self._names.rowCount() - 1))
        if index.isValid():
            self._view.setCurrentIndex(index)
            was = self.line.blockSignals(True)
            self.line.setText(index.data())
            self.line.blockSignals(was)
            self._put_button.setEnabled(True)

    @Slot(object)
    def _pick(self, index) -> None:
        self.line.setText(index.data())
        self._put()

    @Slot()
    def _put(self) -> None:
        name = self.line.text().strip()
        if name:
            self.wished.emit(TagWish(name, self._nodes))
            self.close_up()


class _Names(QStringListModel):
    """Names of tags, in full in their tooltips."""

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(str(super().data(index, Qt.ItemDataRole.DisplayRole)))
        return super().data(index, role)


class _Fitting(QStyledItemDelegate):
    """Rows no wider than their list: what is longer is cut, not scrolled to."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        size.setWidth(min(size.width(), self.parent().viewport().width()))
        return size


class _Present(QWidget):
    def __init__(self, name: str, sheet: TagSheet) -> None:
        super().__init__()
        self._name = name
        self._sheet = sheet
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        off = button(f"{no_mnemonic(name)}  ✕", "", self.tr("Take {name} off").format(name=name))
        off.clicked.connect(self._take_off)
        row.addWidget(off)

    @Slot()
    def _take_off(self) -> None:
        self._sheet.take_off(self._name)
