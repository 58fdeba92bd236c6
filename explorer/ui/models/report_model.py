"""The import report as a table, a line per document, and as a list of what deserves a look."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from explorer.pipeline.report import DocumentReport, ImportReport
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
    failed: int

    @property
    def to_review(self) -> int:
        """How many lines Review shows."""
        return self.needs_you + self.contradictions + self.unparsed + self.failed


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
        sum(len(row.unparsed) for row in rows),
        len(report.failed),
    )


class ReportModel(QAbstractTableModel):
    """Rows: documents. Columns: what was found, what was stated, what an import would do."""

    def __init__(self, report: ImportReport) -> None:
        super().__init__()
        self._rows = report.documents

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else 9

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
            self.tr("Merged"),
            self.tr("Methods"),
            self.tr("Needs you"),
            self.tr("Contradicts"),
            self.tr("Unparsed"),
        )[section]

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() != TITLE:
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
        stated = next((total.stated for total in row.stated_totals), None)
        cells = {
            PAPERS: row.found.papers,
            STATED: stated,
            NEW: row.new,
            MERGED: row.merged,
            METHODS: row.found.methods,
            NEEDS: len(row.needs_you),
            CONTRADICTS: len(row.contradictions),
            UNPARSED: len(row.unparsed),
        }
        value = cells[column]
        return "–" if value is None else number(value)


def lines_to_review(report: ImportReport, words: dict[str, str]) -> list[str]:
    """One line of text for everything that deserves a look, in the order of the documents.

    Args:
        words: Translated heads: "failed", "needs", "contradicts", "unparsed".
    """
    lines = [
        f"{words['failed']}  {_named(item.source, item.why)} {item.hint}".strip() for item in report.failed
    ]
    for row in report.documents:
        lines += [f"{words['needs']}  {_named(item.title or row.title, item.why)}" for item in row.needs_you]
        lines += [f"{words['contradicts']}  {row.title}: {c.detail}" for c in row.contradictions]
        lines += [
            f"{words['unparsed']}  {row.source}, {item.line}: {item.why}: {' '.join(item.text.split())}"
            for item in row.unparsed
        ]
    return lines


def _named(name: str, why: str) -> str:
    return why if why.startswith(name) else f"{name}: {why}"
