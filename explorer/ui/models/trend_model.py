"""Rows of a comparison as a table: term, counts, shares, how sure."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from explorer.questions.trends import Trend
from explorer.ui.trend_words import direction_words, percent, sure_words
from explorer.ui.words import number

COLUMNS = ("term", "way", "from", "to", "share_from", "share_to", "q", "sure")
_NO_PARENT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
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
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        before, after = self._names
        return (
            self.tr("Term"),
            self.tr("Way"),
            before,
            after,
            self.tr("Share before"),
            self.tr("Share after"),
            "q",
            self.tr("How sure"),
        )[section]

    def data(self, index: QModelIndex, role=Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if 2 <= index.column() <= 6 else None
        if role == Qt.ItemDataRole.DisplayRole:
            return _cells(self.rows[index.row()])[index.column()]
        return None

    def sort(self, column: int, order=Qt.SortOrder.AscendingOrder) -> None:
        self.layoutAboutToBeChanged.emit()
        if 0 <= column < len(COLUMNS):
            is_down = order is Qt.SortOrder.DescendingOrder
            self.rows = tuple(sorted(self._given, key=_KEYS[column], reverse=is_down))
        else:
            self.rows = self._given
        self.layoutChanged.emit()


def _cells(row: Trend) -> tuple[str, ...]:
    return (
        row.term,
        direction_words(row.direction),
        number(row.count_from),
        number(row.count_to),
        percent(row.share_from),
        percent(row.share_to),
        f"{row.q:.2g}",
        sure_words(row),
    )
