"""The import report: what an import would do, before anything is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from explorer.model.plan import ImportPlan
from explorer.pipeline.report_rows import ImportReport
from explorer.ui.dialogs.report_sections import ReportSections
from explorer.ui.dialogs.sheet import ENTERS, Sheet
from explorer.ui.models.report_model import TITLE, ReportModel, Totals, totals_of
from explorer.ui.models.report_sections import sections_of
from explorer.ui.style import body_font
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted, number

_ROW_PX = 26
_AGAIN = ("http://", "https://", "arXiv:")  #: begins an address, or the name of a paper's feed
_TABLE_HEAD_PX = 34
_MANY = " more"  #: ends the name of the feed of several papers
_ROWS_MAX = 12
_ROWS_BESIDE = 6  #: while the sections are shown


@dataclass(frozen=True, slots=True)
class Planned:
    """A plan with its report.

    Attributes:
        folders: Those that came as a whole: they are followed, and not their files one by one.
    """

    plan: ImportPlan
    report: ImportReport
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Accepted:
    """A plan that a person accepts, but for some files."""

    plan: ImportPlan
    left_out: frozenset[str] = frozenset()


class ImportSheet(Sheet):
    """Accept (also Enter on the documents), Review or Cancel. Nothing is stored before Accept."""

    accepted = Signal(object)  #: Accepted
    follow_asked = Signal(object)  #: tuple of words: files, addresses, ids
    is_single = False  # a report goes only when a person has decided

    def __init__(self, window: QWidget, planned: Planned) -> None:
        super().__init__("", window, 940)
        self._plan = planned.plan
        self._folders = planned.folders
        totals = totals_of(planned.report)
        title = counted(
            totals.documents, self.tr("Import report: {n} document"), self.tr("Import report: {n} documents")
        )
        self.title.setText(title)
        self.setAccessibleName(title)
        self.column.addWidget(label(self._subtitle(planned.report.unjudged_ids), "dim"))
        self._add_figures(totals)
        self._add_table(planned.report)
        self._add_sections(planned.report)
        self._add_buttons(totals)

    def _subtitle(self, unjudged: int) -> str:
        words = self.tr("Nothing has been stored yet.")
        one, several = (
            self.tr("{n} id cannot be compared with a known title."),
            self.tr("{n} ids cannot be compared with a known title."),
        )
        return f"{words} {counted(unjudged, one, several)}" if unjudged else words

    def _add_figures(self, totals: Totals) -> None:
        row = QHBoxLayout()
        row.setSpacing(26)
        for value, one, several, tone in (
            (totals.papers, self.tr("paper found"), self.tr("papers found"), ""),
            (totals.new, self.tr("new"), self.tr("new"), ""),
            (totals.merged, self.tr("joins a known one"), self.tr("join known ones"), ""),
            (totals.needs_you, self.tr("needs you"), self.tr("need you"), "warn"),
            (totals.contradictions, self.tr("contradicts"), self.tr("contradict"), "warn"),
            (totals.unparsed, self.tr("line not read"), self.tr("lines not read"), "warn"),
            (totals.failed, self.tr("file not readable"), self.tr("files not readable"), "bad"),
        ):
            if value or not tone:
                row.addLayout(_figure(number(value), one if value == 1 else several, tone))
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
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # titles of one digest differ at their end
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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
        model.ticked.connect(self._say_what_comes)
        self.table.setSizeAdjustPolicy(QAbstractItemView.SizeAdjustPolicy.AdjustToContents)
        self.table.setMinimumHeight(self._table_height(4))
        self.table.setMaximumHeight(self._table_height(_ROWS_MAX))
        self.column.addWidget(self.table)
        self.table.setVisible(model.rowCount() > 0)

    def _table_height(self, most: int) -> int:
        return _ROW_PX * min(self.table.model().rowCount(), most) + _TABLE_HEAD_PX

    def _add_sections(self, report: ImportReport) -> None:
        self.sections = ReportSections(sections_of(report))
        self.sections.hide()
        self.column.addWidget(self.sections, 1)

    def _add_buttons(self, totals: Totals) -> None:
        self.accept = button(self.tr("Accept"), "primary")
        self.accept.clicked.connect(self._accept)
        count = f" {number(totals.to_review)}" if totals.to_review else ""
        self.review = button(self.tr("Review…") + count)
        self.review.setCheckable(True)
        self.review.setEnabled(bool(self.sections.parts))
        self.review.toggled.connect(self._show_sections)
        cancel = button(self.tr("Cancel"))
        cancel.clicked.connect(self.close_up)
        row = QHBoxLayout()
        self.hint = label("", "dim")
        self.follow = button(self.tr("Follow"), "link", self.tr("Read these sources again when you say so"))
        self.follow.clicked.connect(self._follow)
        row.addWidget(self.hint, 1)
        row.addWidget(self.follow)
        row.addWidget(cancel)
        row.addWidget(self.review)
        row.addWidget(self.accept)
        self.column.addLayout(row)
        self.follow.setVisible(bool(self._followable()))  # without a parent it would be a window for a moment
        self._say_what_comes(frozenset())

    def _followable(self) -> tuple[str, ...]:
        """What can be read again: not a text that was pasted, nor many ids at once."""
        named = (source.uri for source in self._plan.sources if not source.uri.endswith(_MANY))
        again = (uri for uri in named if uri.startswith(_AGAIN) or PurePath(uri).is_absolute())
        return tuple(dict.fromkeys(self._folder_of(uri) or uri for uri in again))

    def _folder_of(self, uri: str) -> str:
        """The folder that came as a whole and holds a file, or ""."""
        return next((one for one in self._folders if PurePath(uri).is_relative_to(one)), "")

    @Slot()
    def _follow(self) -> None:
        self.follow.setEnabled(False)
        self.follow_asked.emit(self._followable())

    @Slot(object)
    def _say_what_comes(self, left_out: frozenset[str]) -> None:
        """The hint beside the buttons: what Accept will do."""
        fresh = [source.name for source in self._plan.sources if not source.known]
        wanted = [name for name in fresh if name not in left_out]
        if not fresh:
            words = self.tr("There is nothing new to store.")
        elif not wanted:
            words = self.tr("No file is ticked.")
        elif left_out:
            words = self.tr("{n} of {all} files, in one step: Ctrl+Z takes it back.")
        else:
            words = self.tr("One step: Ctrl+Z takes it back.")
        words = words.format(n=number(len(wanted)), all=number(len(fresh)))
        self.hint.setText(words)
        self.hint.setAccessibleName(words)
        self.accept.setEnabled(bool(wanted))

    @Slot(bool)
    def _show_sections(self, is_shown: bool) -> None:
        self.sections.setVisible(is_shown)
        self.table.setMaximumHeight(self._table_height(_ROWS_BESIDE if is_shown else _ROWS_MAX))
        self.place()

    def keyPressEvent(self, event) -> None:
        if event.key() in ENTERS and self.table.hasFocus() and self.accept.isEnabled():
            self._accept()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _accept(self) -> None:
        self.accepted.emit(Accepted(self._plan, self.table.model().left_out))
        self.close_up()


def _figure(value: str, words: str, tone: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(0)
    big = label(value, "title")
    big.setAccessibleName(f"{value} {words}")
    column.addWidget(big)
    column.addWidget(label(words, tone or "dim"))
    return column
