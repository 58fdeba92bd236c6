"""Rows of lead times: what a table of them shows, sorted and narrowed by what is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from explorer.model import NodeKind
from explorer.questions.lead_times import LeadRow, LeadTimes, Only
from explorer.render.fonts import font
from explorer.render.text import glyph_language
from explorer.ui.fuzzy import folded
from explorer.ui.lead_words import days_in_words
from explorer.ui.style import TEXT_PX
from explorer.ui.widgets.kind_icon import kind_icon
from explorer.ui.words import number, plain_tip

NAME, ARXIV, DIGEST, VENUE, DAYS = range(5)
COLUMNS: Final = (NAME, ARXIV, DIGEST, VENUE, DAYS)
Index = QModelIndex | QPersistentModelIndex

_KEYS: Final[dict[int, Callable[[LeadRow], object]]] = {
    NAME: lambda row: folded(row.name),
    ARXIV: lambda row: row.arxiv_day,
    DIGEST: lambda row: (row.digest.last or row.digest.name) if row.digest else "",
    VENUE: lambda row: (row.venue.first or "~", row.venue.name) if row.venue else ("", ""),
    DAYS: lambda row: row.days if row.days is not None else 0,
}


class LeadModel(QAbstractTableModel):
    """A row per paper or method."""

    def __init__(self) -> None:
        super().__init__()
        self._all = LeadTimes(Only.LEAD, False, (), 0)
        self._rows: tuple[LeadRow, ...] = ()
        self._wanted = ""
        self._sorted_by = (-1, Qt.SortOrder.AscendingOrder)

    @property
    def rows(self) -> tuple[LeadRow, ...]:
        """The rows that are shown, in their order."""
        return self._rows

    @property
    def shown(self) -> LeadTimes:
        """The table as it is shown, to be written."""
        return replace(self._all, rows=self._rows)

    @property
    def sorted_by(self) -> tuple[int, Qt.SortOrder]:
        """Column, -1 for the answer's own order, and direction."""
        return self._sorted_by

    def show(self, answer: LeadTimes) -> None:
        """Show another answer."""
        self._all = answer
        self._arrange()

    def narrow(self, text: str) -> None:
        """Show the rows that hold all words."""
        self._wanted = folded(text)
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._sorted_by = (column, order)
        self._arrange()

    def _arrange(self) -> None:
        self.beginResetModel()
        words = self._wanted.split()
        rows = (
            [row for row in self._all.rows if all(word in _text(row) for word in words)]
            if words
            else list(self._all.rows)
        )
        column, order = self._sorted_by
        if column >= 0:
            rows.sort(key=_KEYS[column], reverse=order is Qt.SortOrder.DescendingOrder)
            rows.sort(key=lambda row: not self.text(row, column))  # what is empty comes last either way
        self._rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(COLUMNS)

    def heading(self, column: int) -> str:
        """Name of a column."""
        return (
            self.tr("Title or method"),
            self.tr("arXiv"),
            self.tr("Digest to"),
            self.tr("Conference, first day"),
            self.tr("Days before"),
        )[column]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole and section == DAYS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        is_words = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return self.heading(section) if orientation is Qt.Orientation.Horizontal and is_words else None

    def text(self, row: LeadRow, column: int) -> str:
        """A cell in words."""
        if column == VENUE:
            return f"{row.venue.name}  {row.venue.first}".strip() if row.venue else ""
        if column == DAYS:
            return "" if row.days is None else f"{'−' if row.days < 0 else ''}{number(abs(row.days))}"
        digest = (row.digest.last or row.digest.name) if row.digest else ""
        return {NAME: row.name, ARXIV: row.arxiv_day, DIGEST: digest}[column]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == NAME:
            return kind_icon(NodeKind.CONCEPT if self._all.is_methods else NodeKind.PAPER)
        if role == Qt.ItemDataRole.FontRole and column == NAME:
            language = glyph_language(row.name)
            return font(language, TEXT_PX) if language != "en" else None
        if role == Qt.ItemDataRole.TextAlignmentRole and column == DAYS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and column == DAYS and row.basis == "mention":
            return QGuiApplication.palette().color(QPalette.ColorRole.PlaceholderText)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._told(row) if column != NAME else row.name)
        return self._told(row) if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME else None

    def _told(self, row: LeadRow) -> str:
        """The row in a line, with the documents that say so."""
        parts = [row.name] + [side.source for side in (row.digest, row.venue) if side]
        if row.days is not None:
            parts.insert(1, days_in_words(row.days))
        if row.basis == "mention":
            parts.append(self.tr("only the name stands in both"))
        return " · ".join(parts)


def _text(row: LeadRow) -> str:
    places = (side.name for side in (row.digest, row.venue) if side)
    return folded(" ".join((row.name, row.arxiv_id, row.arxiv_day, *places)))
