"""TrendsLink: a comparison is counted on a thread; its rows become views, tags and files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from explorer.graph.filters import Filters
from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from explorer.questions.compared import Compared
from explorer.questions.many import named
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport_page import Passage
from explorer.questions.slice_choices import SliceChoices
from explorer.questions.trends import Trend, Wish
from explorer.ui import verbs
from explorer.ui.dialogs.tag_sheet import TagSheet, TagWish
from explorer.ui.dialogs.trends_sheet import TrendsSheet
from explorer.ui.export_places import keep_folder, save_dialog, with_suffix, written_notice
from explorer.ui.said import worded
from explorer.ui.trend_words import lacking_words
from explorer.ui.verbs import trends as trend_verbs
from explorer.ui.view_state import ViewState

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

_LISTED = 2_000  #: papers of a row that are listed
_KINDS = frozenset({NodeKind.PAPER, NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE, NodeKind.TAG})


class TrendsLink(QObject):
    """Between the sheet of trends and the rest of the window; it remembers the last comparison."""

    told = Signal(object)  #: Notice

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace, self._navigator = window.workspace, window.navigator
        self._sheet: TrendsSheet | None = None
        self._chosen: tuple[int, ...] = ()
        self._last: tuple[tuple[str, str], Wish] | None = None
        self._row: Trend | None = None
        self._exported = ""
        window.workspace.opened.connect(self._forget)

    def open(self, chosen: tuple[int, ...]) -> None:
        """Show the sheet; what is selected is compared, else what was compared last."""
        sheet = TrendsSheet(self._window)
        sheet.wished.connect(self._ask)
        sheet.row_wanted.connect(self._ask_papers)
        sheet.graph_wanted.connect(self._show_graph)
        sheet.tag_wanted.connect(self._ask_tag)
        sheet.export_asked.connect(self._choose_file)
        sheet.detail.paper_wanted.connect(self._go_to)
        sheet.detail.passage_wanted.connect(self._read)
        sheet.closed.connect(self._let_go)
        self._chosen = chosen
        sheet.open(sheet.compare)
        self._sheet = sheet
        sheet.show_words(self.tr("Looking for lists of papers…"))
        self._workspace.ask("trend-choices", trend_verbs.choices, chosen, then=self._begin)

    @Slot(object)
    def _forget(self, _path: object) -> None:
        self._last = None
        if self._sheet is not None:
            self._sheet.close_up()

    @Slot()
    def _let_go(self) -> None:
        if self.sender() is self._sheet:
            self._sheet = None
            for topic in ("trends", "trend-choices", "trend-papers"):
                self._workspace.forget(topic)

    @Slot(object)
    def _begin(self, choices: SliceChoices) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        sheet.offer(choices)
        pair, wish = choices.pair, Wish()
        if self._last is not None and not (self._chosen and all(pair)):
            pair, wish = self._last
        sheet.show_pair(pair, wish)
        if all(pair):
            self._ask((pair, wish))
            return
        sheet.show_words(lacking_words(choices))
        (sheet.after if pair[0] else sheet.before).setFocus()

    @Slot(object)
    def _ask(self, wish: tuple[tuple[str, str], Wish]) -> None:
        self._last = wish
        self._sheet.show_words(self.tr("Counting the words of all titles…"))
        self._workspace.look("trends", trend_verbs.compare, *wish, then=self._show)

    @Slot(object)
    def _show(self, found: Compared | trend_verbs.NotCompared | None) -> None:
        if self._sheet is None or found is None:
            return
        if isinstance(found, trend_verbs.NotCompared):
            self._sheet.show_words(f"{worded(found.message)} {worded(found.hint)}", is_bad=True)
        else:
            self._sheet.show_found(found)

    @Slot(object)
    def _ask_papers(self, row: Trend) -> None:
        self._row = row
        self._workspace.ask("trend-papers", named, _papers(row), _LISTED, then=self._show_papers)

    @Slot(object)
    def _show_papers(self, papers: tuple[Neighbour, ...]) -> None:
        if self._sheet is not None and self._row is self._sheet.row and self._row is not None:
            self._sheet.detail.show_papers(self._row, papers, self._sheet.names)

    @Slot(object)
    def _show_graph(self, row: Trend) -> None:
        """The papers of a row around the two sets, and around the method where it is one."""
        answer = self._sheet.found.answer
        around = [one.node for one in (answer.before, answer.after) if one.node is not None]
        nodes = frozenset((*_papers(row), *around, *((row.concept,) if row.concept else ())))
        title = f"{row.term}: {' → '.join(self._sheet.names)}"
        query = ViewQuery(only=nodes, filters=Filters(_KINDS), limit=len(nodes))
        chosen = frozenset({row.concept}) if row.concept else frozenset()
        self._sheet.close_up()
        self._window.left_panel.show_list()
        self._navigator.visit(replace(ViewState(query, selection=chosen, title=title)))
        self._navigator.selection_changed.emit(chosen)
        self._window.canvas.setFocus()

    @Slot(object)
    def _ask_tag(self, row: Trend) -> None:
        overview = self._navigator.overview
        known = [facet.name for facet in overview.tags] if overview else []
        sheet = TagSheet(self._window, sorted(_papers(row)), known)
        sheet.wished.connect(self._tag)
        sheet.open(sheet.line)
        if not sheet.line.text():
            sheet.line.setText(row.term)
            sheet.line.selectAll()

    @Slot(object)
    def _tag(self, wish: TagWish) -> None:
        self._workspace.do(verbs.tag, wish.name, wish.nodes)

    @Slot(object)
    def _go_to(self, paper: int) -> None:
        self._sheet.close_up()
        self._navigator.go_to(paper)

    @Slot(object)
    def _read(self, passage: Passage) -> None:
        self._sheet.close_up()
        self._window.hide_panels(self._window.hidden_panels[0], False)
        self._navigator.read(passage)

    @Slot(object)
    def _choose_file(self, chart: str) -> None:
        self._exported = chart
        formats = (self.tr("Table (*.csv)"),) if chart == "table" else (self.tr("Drawing (*.svg)"),)
        title = " ".join((self.tr("Trends"), *self._sheet.names))
        dialog = save_dialog(self._window, formats, title)
        dialog.fileSelected.connect(self._write)
        dialog.open()

    @Slot(str)
    def _write(self, chosen: str) -> None:
        if self._sheet is None or self._sheet.found is None:
            return
        path = with_suffix(chosen, self.sender().selectedNameFilter())
        keep_folder(self._window, path)
        rows, answer = self._sheet.chart.rows, self._sheet.found.answer
        wish = trend_verbs.TrendFile(path, answer, self._exported, rows, self._window.scheme)
        self._workspace.compute("trend-file", trend_verbs.write_trends, wish, then=self._tell_written)

    @Slot(object)
    def _tell_written(self, path: Path) -> None:
        self.told.emit(written_notice(path))


def _papers(row: Trend) -> tuple[int, ...]:
    return tuple(sorted({*row.papers_from, *row.papers_to}))
