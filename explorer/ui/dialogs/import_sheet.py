"""The import report: what an import would do, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QListView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.model.plan import ImportPlan
from explorer.pipeline.report import ImportReport
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.report_model import TITLE, ReportModel, Totals, lines_to_review, totals_of
from explorer.ui.style import body_font
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted, number

_ROW_PX = 26
_ROWS_MAX = 12


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with its report."""

    plan: ImportPlan
    report: ImportReport


class ImportSheet(Sheet):
    """Accept, Review or Cancel. Nothing is stored before Accept."""

    accepted = Signal(object)  #: ImportPlan
    is_single = False  # a report goes only when a person has decided

    def __init__(self, window: QWidget, planned: Planned) -> None:
        super().__init__("", window, 940)
        self._plan = planned.plan
        totals = totals_of(planned.report)
        title = counted(
            totals.documents, self.tr("Import report: {n} document"), self.tr("Import report: {n} documents")
        )
        self.title.setText(title)
        self.setAccessibleName(title)
        self.column.addWidget(label(self.tr("Nothing has been stored yet."), "dim"))
        self._add_figures(totals)
        self._add_table(planned.report)
        self._add_lines(planned.report)
        self._add_buttons(totals)

    def _add_figures(self, totals: Totals) -> None:
        row = QHBoxLayout()
        row.setSpacing(26)
        for value, words, tone in (
            (totals.papers, self.tr("papers found"), ""),
            (totals.new, self.tr("new"), ""),
            (totals.merged, self.tr("merged with known ones"), ""),
            (totals.needs_you, self.tr("need you"), "warn"),
            (totals.contradictions, self.tr("contradict"), "warn"),
            (totals.unparsed, self.tr("not parsed"), "warn"),
            (totals.failed, self.tr("not readable"), "bad"),
        ):
            if value or not tone:
                row.addLayout(_figure(number(value), words, tone))
        row.addStretch(1)
        self.column.addSpacing(4)
        self.column.addLayout(row)
        self.column.addSpacing(6)

    def _add_table(self, report: ImportReport) -> None:
        model = ReportModel(report)
        model.setParent(self)
        self.table = QTableView()
        self.table.setModel(model)
        self.table.setAccessibleName(self.tr("Documents"))
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        head = self.table.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # by contents would ask for every cell
        head.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        metrics = QFontMetrics(body_font())
        for column in range(1, model.columnCount()):
            words = model.headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole)
            head.resizeSection(column, max(metrics.horizontalAdvance(words) + 14, 52))
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        rows = min(model.rowCount(), _ROWS_MAX)
        self.table.setMinimumHeight(_ROW_PX * min(rows, 4) + 34)
        self.table.setMaximumHeight(_ROW_PX * rows + 34)
        self.column.addWidget(self.table)
        self.table.setVisible(rows > 0)

    def _add_lines(self, report: ImportReport) -> None:
        words = {
            "failed": self.tr("Not readable:"),
            "needs": self.tr("Needs you:"),
            "contradicts": self.tr("Contradicts:"),
            "unparsed": self.tr("Not parsed:"),
        }
        lines = lines_to_review(report, words)
        self.lines = QListView()
        self.lines.setModel(QStringListModel(lines, self))
        self.lines.setAccessibleName(self.tr("What deserves a look"))
        self.lines.setWordWrap(True)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.lines.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.lines.setMinimumHeight(min(len(lines), 7) * 24 + 8)
        self.lines.hide()
        self.column.addWidget(self.lines)

    def _add_buttons(self, totals: Totals) -> None:
        is_new = any(not source.known for source in self._plan.sources)
        self.accept = button(self.tr("Accept"), "primary")
        self.accept.setEnabled(is_new)
        self.accept.clicked.connect(self._accept)
        count = f" {number(totals.to_review)}" if totals.to_review else ""
        self.review = button(self.tr("Review…") + count)
        self.review.setCheckable(True)
        self.review.setEnabled(totals.to_review > 0)
        self.review.toggled.connect(self._show_lines)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.close_up)
        row = QHBoxLayout()
        hint = (
            self.tr("One step: Ctrl+Z takes it back.")
            if is_new
            else self.tr("There is nothing new to store.")
        )
        row.addWidget(label(hint, "dim"), 1)
        row.addWidget(cancel)
        row.addWidget(self.review)
        row.addWidget(self.accept)
        self.column.addLayout(row)

    @Slot(bool)
    def _show_lines(self, is_shown: bool) -> None:
        self.lines.setVisible(is_shown)
        self.place()

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(self._plan)
        self.close_up()


def _figure(value: str, words: str, tone: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    big = label(value, "title")
    big.setAccessibleName(f"{value} {words}")
    column.addWidget(big)
    column.addWidget(label(words, tone or "dim"))
    return column
