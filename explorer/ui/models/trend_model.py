"""Rows of a comparison as a table: term, counts, shares, how sure."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from explorer.model import Direction
from explorer.questions.trends import Trend
from explorer.ui.trend_words import direction_words, percent, sure_words
from explorer.ui.words import number

COLUMNS = ("term", "way", "from", "to", "share_from", "share_to", "q", "sure")
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NAME_MOST = 14  #: letters of the head of a column
_MIDDLE = Qt.AlignmentFlag.AlignCenter
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
_SIGNS = {Direction.RISING: "▲", Direction.DECLINING: "▼"}
_KEYS: tuple[Callable[[Trend], object], ...] = (
    lambda row: row.term.casefold(),
    lambda row: row.direction,
    lambda row: row.count_from,
    lambda row: row.count_to,
    lambda row: row.share_from,
    lambda row: row.share_to,
    lambda row: row.q,
    lambda row: not row.significant,
)


class TrendModel(QAbstractTableModel):
    """All rows; a column sorts them, without one they stand as the comparison ranks them."""

    def __init__(self) -> None:
        super().__init__()
        self._given: tuple[Trend, ...] = ()
        self._names = ("", "")
        self.rows: tuple[Trend, ...] = ()

    def show(self, rows: tuple[Trend, ...], names: tuple[str, str]) -> None:
        """Other rows, between two sets of papers."""
        self.beginResetModel()
        self._given = self.rows = rows
        self._names = names
        self.endResetModel()

    def row_of(self, wanted: Trend | None) -> int:
        """Where a row stands; -1 where it does not."""
        return next((place for place, row in enumerate(self.rows) if row is wanted), -1)

    def rowCount(self, parent=_NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent=_NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation, role=Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        before, after = self._names
        if role == Qt.ItemDataRole.DisplayRole:
            shares = self.tr("% before"), self.tr("% after")
            return (self.tr("Term"), "", _cut(before), _cut(after), *shares, "q", "✓")[section]
        if role in _SPOKEN:
            spoken = {1: self.tr("Way"), 2: before, 3: after, 7: self.tr("How sure")}
            return spoken.get(section)
        return None

    def data(self, index: QModelIndex, role=Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if 2 <= index.column() <= 6 else _MIDDLE if index.column() else None
        row, column = self.rows[index.row()], COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(row)[index.column()]
        if role in _SPOKEN and column in ("way", "sure"):
            return direction_words(row.direction) if column == "way" else sure_words(row)
        return row.term if role == Qt.ItemDataRole.ToolTipRole and column == "term" else None

    def sort(self, column: int, order=Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        if 0 <= column < len(COLUMNS):
            is_down = order is Qt.SortOrder.DescendingOrder
            self.rows = tuple(sorted(self._given, key=_KEYS[column], reverse=is_down))
        else:
            self.rows = self._given
        self.layoutChanged.emit()


def _cut(name: str) -> str:
    """A name that leaves room for the terms."""
    return name if len(name) <= _NAME_MOST else name[: _NAME_MOST - 1] + "…"


def _cells(row: Trend) -> tuple[str, ...]:
    return (
        row.term,
        _SIGNS[row.direction],
        number(row.count_from),
        number(row.count_to),
        percent(row.share_from),
        percent(row.share_to),
        f"{row.q:.2g}",
        "✓" if row.significant else "",
    )
