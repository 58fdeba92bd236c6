"""The list twin as a table model: what the graph shows by shape, place and line, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Slot
from PySide6.QtGui import QGuiApplication, QPalette

from explorer.questions.listing import Line, Listing
from explorer.render.fonts import font
from explorer.render.text import glyph_language
from explorer.ui.style import TEXT_PX
from explorer.ui.widgets.kind_icon import kind_icon
from explorer.ui.words import kind_name, number, plain_tip

TITLE, KIND, DATE, LINKS, READ, TAGS, WHERE = COLUMNS = range(7)
NODE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
Index = QModelIndex | QPersistentModelIndex


class ListModel(QAbstractTableModel):
    """Rows of a Listing, sorted by any column; the order in which they came is the first."""

    def __init__(self) -> None:
        super().__init__()
        self._listed: tuple[Line, ...] = ()
        self._lines: tuple[Line, ...] = ()
        self._row_of: dict[int, int] = {}
        self._in_view: frozenset[int] = frozenset()
        self._sorted_by: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.AscendingOrder)

    def show(self, listing: Listing) -> None:
        """Show other rows in the order that was chosen."""
        self.beginResetModel()
        self._listed = listing.lines
        self._order()
        self.endResetModel()

    def mark_in_view(self, nodes: frozenset[int]) -> None:
        """Say which nodes the graph shows; rows of others stand back."""
        if nodes != self._in_view:
            self._in_view = nodes
            self.repaint_icons()

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
        return 0 if parent.isValid() else len(COLUMNS)

    def is_empty(self, column: int) -> bool:
        """Whether no row says anything in a column."""
        return not any(_KEYS[column](line) for line in self._lines)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == LINKS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        is_words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        if orientation is not Qt.Orientation.Horizontal or not is_words:
            return None
        return (
            self.tr("Title"),
            self.tr("Kind"),
            self.tr("Date"),
            self.tr("Links"),
            self.tr("Read"),
            self.tr("Tags"),
            self.tr("Where"),
        )[section]

    def text(self, line: Line, column: int) -> str:
        """A cell in words, in full."""
        if column == READ:
            return {"reading": self.tr("being read"), "read": self.tr("read")}.get(line.reading, "")
        return {
            TITLE: line.name,
            KIND: kind_name(line.kind),
            DATE: line.date,
            LINKS: number(line.degree),
            TAGS: ", ".join(line.tags),
            WHERE: ", ".join(line.places),
        }[column]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        line, column = self._lines[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return line.date[:7] if column == DATE else self.text(line, column)
        if role == Qt.ItemDataRole.DecorationRole and column == TITLE:
            return kind_icon(line.kind, line.reading)
        if role == Qt.ItemDataRole.FontRole and column in (TITLE, TAGS):
            language = glyph_language(self.text(line, column))
            return font(language, TEXT_PX) if language != "en" else None
        if role == Qt.ItemDataRole.ForegroundRole and self._in_view and line.id not in self._in_view:
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self.text(line, column)
            return plain_tip(f"{words}\n{line.snippet}".strip() if column == TITLE else words)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line) if column == TITLE else self.text(line, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == LINKS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return line.id if role == NODE_ROLE else None

    def _spoken(self, line: Line) -> str:
        words = f"{kind_name(line.kind)} {line.name}"
        if line.reading:
            words += f", {self.text(line, READ)}"
        is_beyond = self._in_view and line.id not in self._in_view
        return f"{words}, {self.tr('not in the graph')}" if is_beyond else words

    def table_of(self, nodes: Iterable[int], columns: Iterable[int]) -> str:
        """Rows of some nodes as lines of cells with tabs between, in the order shown."""
        wanted = sorted(row for row in map(self.row_of, nodes) if row >= 0)
        kept = tuple(columns)
        lines = [[" ".join(self.text(self._lines[row], each).split()) for each in kept] for row in wanted]
        return "\n".join("\t".join(cells) for cells in lines)

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """Column, -1 for the order in which the rows came, and direction."""
        return self._sorted_by

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.beginResetModel()  # thousands of selected rows are told again sooner than moved
        self._sorted_by = (column, order)
        self._order()
        self.endResetModel()

    def _order(self) -> None:
        column, order = self._sorted_by
        lines = list(self._listed)
        if column >= 0:
            lines.sort(key=_KEYS[column], reverse=order is Qt.SortOrder.DescendingOrder)
            if column in (DATE, READ, TAGS, WHERE):  # what is empty comes last either way
                lines.sort(key=lambda line: not _KEYS[column](line))
        self._lines = tuple(lines)
        self._row_of = {line.id: row for row, line in enumerate(self._lines)}

    @Slot()
    def repaint_icons(self) -> None:
        """The colour scheme, or what is in view, has changed."""
        if self._lines:
            self.dataChanged.emit(self.index(0, TITLE), self.index(len(self._lines) - 1, COLUMNS[-1]))


def _folded(names: Iterable[str]) -> str:
    return ", ".join(names).casefold()


_KEYS: dict[int, Callable[[Line], str | int]] = {
    TITLE: lambda line: line.name.casefold(),
    KIND: lambda line: int(line.kind),
    DATE: lambda line: line.date,
    LINKS: lambda line: line.degree,
    READ: lambda line: line.reading,
    TAGS: lambda line: _folded(line.tags),
    WHERE: lambda line: _folded(line.places),
}
