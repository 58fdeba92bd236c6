"""The list twin as a table model: name with its kind's shape, date, number of links."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot

from explorer.questions.listing import Line, Listing
from explorer.ui.widgets.kind_icon import kind_icon
from explorer.ui.words import kind_name, number, plain_tip

TITLE, DATE, LINKS = range(3)
NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """Rows of a Listing, sorted by any column; the order of the library is the first."""

    def __init__(self) -> None:
        super().__init__()
        self._listed: tuple[Line, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._row_of: dict[int, int] = {}
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, listing: Listing) -> None:
        """Show other rows in the order that was chosen."""
        self.beginResetModel()
        self._listed = listing.lines
        self._order()
        self.endResetModel()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The rows in the order shown."""
        return self._lines

    def row_of(self, node: int) -> int:
        """Row of a node, or -1."""
        return self._row_of.get(node, -1)

    def node_at(self, row: int) -> int:
        """Id of the node in a row."""
        return self._lines[row].id

    def name_at(self, row: int) -> str:
        """Name of the node in a row."""
        return self._lines[row].name

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Title"), self.tr("Date"), self.tr("Links"))[section]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        line = self._lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, line.date[:7], number(line.degree))[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == TITLE:
            return kind_icon(line.kind, line.reading)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(f"{line.name}\n{line.snippet}".strip())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line) if index.column() == TITLE else None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == LINKS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line.id if role == NODE_ROLE else None

    def _spoken(self, line: Line) -> str:
        words = f"{kind_name(line.kind)} {line.name}"
        states = {"reading": self.tr("being read"), "read": self.tr("read")}
        return f"{words}, {states[line.reading]}" if line.reading else words

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.node_at(index.row())) for index in self.persistentIndexList()]
        self._order()
        for old, node in kept:
            self.changePersistentIndex(old, self.index(self.row_of(node), old.column()))
        self.layoutChanged.emit()

    def _order(self) -> None:
        column, order = self._sorted_by
        lines = list(self._listed)
        is_falling = order is Qt.SortOrder.DescendingOrder
        if column == TITLE:
            lines.sort(key=_by_name, reverse=is_falling)
        elif column == DATE:
            lines.sort(key=_by_date, reverse=is_falling)
        elif column == LINKS:
            lines.sort(key=_by_degree, reverse=is_falling)
        self._lines = tuple(lines)
        self._row_of = {line.id: row for row, line in enumerate(self._lines)}

    @Slot()
    def repaint_icons(self) -> None:
        """The colour scheme has changed."""
        if self._lines:
            self.dataChanged.emit(self.index(0, TITLE), self.index(len(self._lines) - 1, TITLE))


def _by_name(line: Line) -> str:
    return line.name.casefold()


def _by_date(line: Line) -> str:
    return line.date


def _by_degree(line: Line) -> int:
    return line.degree
