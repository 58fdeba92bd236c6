"""EnrichActs: papers are completed from arXiv and OpenReview, when a person asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from explorer.model import NodeKind
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.enrich_sheet import EnrichedSheet, EnrichSheet, EnrichWish, enriched_words
from explorer.ui.verbs import enriching as enrich_verbs
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ops.enriching import EnrichReport

_FEW = 3  #: so many papers are asked for without a sheet before


class EnrichActs(ActGroup):
    """Nothing is sent before Start, or before single papers are named."""

    _enrich_sheet: EnrichSheet | None = None

    def complete_all(self) -> None:
        """Say what all papers lack, and what asking for it takes."""
        self._open_enrich(())

    def complete_chosen(self) -> None:
        """Complete the selected papers: a few at once, of many the sheet speaks first."""
        known = self._navigator.known(self._navigator.state.selection)
        papers = tuple(sorted(node.id for node in known if node.kind is NodeKind.PAPER))
        shown = self._window.passport.shown
        if not papers and shown is not None and shown.kind is NodeKind.PAPER:
            papers = (shown.id,)
        if not papers:
            self.told.emit(Notice(self.tr("Select papers.")))
        elif len(papers) > _FEW:
            self._open_enrich(papers)
        else:
            self._enrich(EnrichWish(papers, again=True))

    @Slot()
    def complete_shown(self) -> None:
        """Complete the paper whose passport is shown."""
        shown = self._window.passport.shown
        if shown is not None and shown.kind is NodeKind.PAPER:
            self._enrich(EnrichWish((shown.id,), again=True))

    def _open_enrich(self, papers: tuple[int, ...]) -> None:
        sheet = EnrichSheet(self._window, papers)
        sheet.changed.connect(self._survey)
        sheet.started.connect(self._enrich)
        sheet.open()
        self._enrich_sheet = sheet
        sheet.closed.connect(self._forget_enrich_sheet)
        self._survey(sheet.wish)

    @Slot()
    def _forget_enrich_sheet(self) -> None:
        self._workspace.forget("enrich")
        self._enrich_sheet = None

    @Slot(object)
    def _survey(self, wish: EnrichWish) -> None:
        if self._enrich_sheet is not None:
            show = self._enrich_sheet.show_survey
            self._workspace.ask(
                "enrich", enrich_verbs.survey, wish.papers, wish.titles, wish.again, then=show
            )

    @Slot(object)
    def _enrich(self, wish: EnrichWish) -> None:
        label = self.tr("Completing papers")
        self._window.status.show_network()
        self._workspace.start(
            label, enrich_verbs.enrich, wish.papers, wish.titles, wish.again, then=self._tell_enriched
        )

    @Slot(object)
    def _tell_enriched(self, report: EnrichReport) -> None:
        if report.changes.tables:
            self._workspace.changed.emit(report.changes)
        if report.unproven or report.failed:
            sheet = EnrichedSheet(self._window, report)
            sheet.address_wanted.connect(self._acts.views.visit_address)
            sheet.open(sheet.view if report.unproven else sheet.done)
        else:
            self.told.emit(Notice(enriched_words(report), can_undo=bool(report.changes.tables)))
