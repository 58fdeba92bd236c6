"""LeadActs: the table of lead times, and what changed since a time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Slot

from explorer.questions.lead_times import LeadTimes
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.changes_sheet import ChangesSheet
from explorer.ui.dialogs.leads_sheet import LeadsSheet, LeadWish
from explorer.ui.export_places import keep_folder, save_dialog
from explorer.ui.verbs import leads as lead_verbs


class LeadActs(ActGroup):
    """When things came."""

    _leads: LeadTimes | None = None

    def show_leads(self) -> None:
        """Show who was in a digest how long before the conference."""
        sheet = LeadsSheet(self._window)
        sheet.wished.connect(self._ask_leads)
        sheet.opened.connect(self.go_to_node)
        sheet.export_wanted.connect(self._export_leads)
        sheet.open(sheet.table)
        sheet.ask()

    @Slot(object)
    def _ask_leads(self, wish: LeadWish) -> None:
        sheet = self.sender()
        self._workspace.ask(
            "leads", lead_verbs.lead_times, wish.only, wish.is_methods, then=sheet.show_answer
        )

    @Slot(object)
    def go_to_node(self, node: int) -> None:
        self._navigator.go_to(node)

    @Slot(object)
    def _export_leads(self, found: LeadTimes) -> None:
        self._leads = found
        dialog = save_dialog(self._window, (f"{self.tr('Table')} (*.csv)",), self.tr("lead times"))
        dialog.setWindowTitle(self.tr("Export lead times"))
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(self.write_leads)
        dialog.open()

    @Slot(str)
    def write_leads(self, chosen: str) -> None:
        """Write the table that was shown last."""
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.csv")
        keep_folder(self._window, path)
        tell = self._acts.exports.tell_written
        self._workspace.aside("leads.csv", lead_verbs.write_leads, self._leads, path, then=tell)

    def show_changes(self) -> None:
        """Show what changed since the last import, the last visit, a view or a day."""
        overview = self._navigator.overview
        views = overview.views if overview else ()
        sheet = ChangesSheet(self._window, views, self._window.session.last_visit)
        sheet.wished.connect(self._ask_changes)
        sheet.opened.connect(self.go_to_node)
        sheet.graph_wanted.connect(self._show_news)
        sheet.open(sheet.view)
        sheet.ask()

    @Slot(object)
    def _ask_changes(self, words: str) -> None:
        self._workspace.ask("news", lead_verbs.whats_new, words, then=self.sender().show_answer)

    @Slot(object)
    def _show_news(self, words: str) -> None:
        self._workspace.ask("view", lead_verbs.news_view, words, then=self._acts.readings.restore)
