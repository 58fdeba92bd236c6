"""The import report as a table: a line per document, with a tick."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication

from explorer.pipeline.report_rows import DocumentReport, ImportReport
from explorer.render.fonts import font
from explorer.ui.style import TEXT_PX
from explorer.ui.words import number, plain_tip

Index = QModelIndex | QPersistentModelIndex
TITLE, PAPERS, STATED, NEW, MERGED, METHODS, NEEDS, CONTRADICTS, UNPARSED = range(9)


@dataclass(frozen=True, slots=True)
class Totals:
    """Sums over all documents of a report."""

    documents: int
    papers: int
    new: int
    merged: int
    needs_you: int
    contradictions: int
    unparsed: int
    doubts: int
    failed: int

    @property
    def to_review(self) -> int:
        """How many rows of the report deserve a look."""
        return self.needs_you + self.contradictions + self.unparsed + self.doubts + self.failed


def totals_of(report: ImportReport) -> Totals:
    """What the report adds up to."""
    rows = report.documents
    return Totals(
        len(rows),
        sum(row.found.papers for row in rows),
        sum(row.new for row in rows),
        sum(row.merged for row in rows),
        sum(len(row.needs_you) for row in rows),
        sum(len(row.contradictions) for row in rows),
        sum(row.lines.unparsed for row in rows),
        sum(len(row.doubts) for row in rows),
        len(report.failed),
    )


class ReportModel(QAbstractTableModel):
    """Rows: documents. Columns: what was found, what was stated, what an import would do.

    A tick before a document says that its file is to be imported; files come in whole.
    """

    ticked = Signal(object)  #: names of the files that are left out

    def __init__(self, report: ImportReport) -> None:
        super().__init__()
        self._rows = report.documents
        self._left_out: set[str] = set()

    @property
    def left_out(self) -> frozenset[str]:
        """Names of the files whose tick was taken off."""
        return frozenset(self._left_out)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 9

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can_tick = index.column() == TITLE and not self._rows[index.row()].known
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can_tick else flags

    def setData(self, index: Index, value: object, role: int = int(Qt.ItemDataRole.EditRole)) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != TITLE:
            return False
        name = self._rows[index.row()].source
        is_in = Qt.CheckState(value) is Qt.CheckState.Checked
        self._left_out = self._left_out - {name} if is_in else self._left_out | {name}
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))
        self.ticked.emit(self.left_out)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section != TITLE:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Document"),
            self.tr("Papers"),
            self.tr("Stated"),
            self.tr("New"),
            self.tr("Joined"),
            self.tr("Methods"),
            self.tr("Needs you"),
            self.tr("Contradicts"),
            self.tr("Not read"),
        )[section]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._rows[index.row()]
        is_title = index.column() == TITLE
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.CheckStateRole and is_title and not row.known:
            is_out = row.source in self._left_out
            return (Qt.CheckState.Unchecked if is_out else Qt.CheckState.Checked).value
        if role == Qt.ItemDataRole.FontRole and is_title and row.language in ("ja", "zh", "mixed"):
            return font("ja" if row.language == "mixed" else row.language, TEXT_PX)
        if role == Qt.ItemDataRole.ForegroundRole and (row.known or row.source in self._left_out):
            return QGuiApplication.palette().placeholderText()
        if role == Qt.ItemDataRole.TextAlignmentRole and not is_title:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = [row.title, row.source, row.format, row.language]
            return plain_tip("\n".join(word for word in words if word))
        return None

    def _text(self, row: DocumentReport, column: int) -> str:
        if column == TITLE:
            return (
                self.tr("{title} (in the library already)").format(title=row.title)
                if row.known
                else row.title
            )
        if row.known:
            return ""
        stated = next((total.stated for total in row.stated_totals if total.what == "papers"), None)
        cells = {
            PAPERS: row.found.papers,
            STATED: stated,
            NEW: row.new,
            MERGED: row.merged,
            METHODS: row.found.methods,
            NEEDS: len(row.needs_you),
            CONTRADICTS: len(row.contradictions),
            UNPARSED: row.lines.unparsed,
        }
        value = cells[column]
        return "–" if value is None else number(value)
