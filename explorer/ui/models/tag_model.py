"""The tree of trend tags as rows with a colour and a count; a drop tells where a tag shall stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QStandardItem, QStandardItemModel

from explorer.questions.tag_tree import TagNode

NODE = Qt.ItemDataRole.UserRole + 1  #: TagNode
DOT_PX = 12


class TagModel(QStandardItemModel):
    """Columns: name, how many carry it with those below."""

    dropped = Signal(object)  #: (id of the new parent or 0, place or -1)

    def show_tree(self, tree: Sequence[TagNode], plain: QColor) -> None:
        """Show these tags; ``plain`` is the colour of those that have none of their own."""
        self.clear()
        self.setColumnCount(2)
        self._fill(self.invisibleRootItem(), tree, plain)

    def _fill(self, parent: QStandardItem, nodes: Sequence[TagNode], plain: QColor) -> None:
        for node in nodes:
            name, count = QStandardItem(node.name), QStandardItem(f"{node.total:,}")
            name.setData(node, NODE)
            name.setIcon(dot(QColor(node.colour) if node.colour else plain, is_claimed=not node.is_own))
            name.setToolTip("")
            name.setData(self._said(node), Qt.ItemDataRole.AccessibleTextRole)
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            count.setSelectable(False)
            for item in (name, count):
                item.setEditable(False)
            count.setDropEnabled(False)
            parent.appendRow([name, count])
            self._fill(name, node.children, plain)

    def _said(self, node: TagNode) -> str:
        return self.tr("{name}, on {n}").format(name=node.name, n=f"{node.total:,}")

    def index_of(self, tag: int) -> QModelIndex:
        """Where a tag stands; an invalid index where it is not there."""
        found = [item for item in self._items(self.invisibleRootItem()) if item.data(NODE).id == tag]
        return found[0].index() if found else QModelIndex()

    def _items(self, parent: QStandardItem) -> list[QStandardItem]:
        rows = [parent.child(row) for row in range(parent.rowCount())]
        return [item for row in rows for item in (row, *self._items(row))]

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: QModelIndex
    ) -> bool:
        """Tell it; the tree moves when the library has."""
        over = parent.siblingAtColumn(0).data(NODE) if parent.isValid() else None
        self.dropped.emit((0 if over is None else over.id, row))
        return False


def dot(colour: QColor, is_claimed: bool) -> QIcon:
    """A dot in the colour of a tag, a ring of dots where only a document claims it."""
    image = QPixmap(DOT_PX * 2, DOT_PX * 2)
    image.setDevicePixelRatio(2.0)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(colour)
        pen.setWidthF(1.5)
        if is_claimed:
            pen.setStyle(Qt.PenStyle.DotLine)
        else:
            painter.setBrush(colour)
        painter.setPen(pen)
        painter.drawEllipse(2, 2, DOT_PX - 4, DOT_PX - 4)
    finally:
        painter.end()
    return QIcon(image)
