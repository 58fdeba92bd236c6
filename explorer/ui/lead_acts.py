"""LeadActs: the table of lead times, and what changed since a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog

from explorer.questions.lead_times import LeadTimes
from explorer.ui import lead_verbs
from explorer.ui.dialogs.changes_sheet import ChangesSheet
from explorer.ui.dialogs.leads_sheet import LeadsSheet, LeadWish
from explorer.ui.safety_acts import SafetyActs
from explorer.ui.workspace import Notice, Offer


class LeadActs(SafetyActs):
    """When things came."""

    _leads: LeadTimes | None = None

    def show_leads(self) -> None:
        """Show who was in a digest how long before the conference."""
        sheet = LeadsSheet(self._window)
        sheet.wished.connect(self._ask_leads)
        sheet.opened.connect(self._go_to_node)
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
    def _go_to_node(self, node: int) -> None:
        self._navigator.go_to(node)

    @Slot(object)
    def _export_leads(self, found: LeadTimes) -> None:
        self._leads = found
        dialog = QFileDialog(self._window, self.tr("Export lead times"))
        folder = self._window.settings.export_folder
        if folder and Path(folder).is_dir():
            dialog.setDirectory(folder)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{self.tr('Table')} (*.csv)"])
        dialog.setDefaultSuffix("csv")
        dialog.selectFile(f"{self.tr('lead times')}.csv")
        dialog.fileSelected.connect(self.write_leads)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    @Slot(str)
    def write_leads(self, chosen: str) -> None:
        """Write the table that was shown last."""
        path = Path(chosen) if Path(chosen).suffix else Path(f"{chosen}.csv")
        self._window.use_settings(replace(self._window.settings, export_folder=str(path.parent)))
        self._workspace.aside("leads.csv", lead_verbs.write_leads, self._leads, path, then=self._tell_written)

    @Slot(object)
    def _tell_written(self, path: Path) -> None:
        words = self.tr("Exported {name}").format(name=path.name)
        offer = Offer("file.folder", self.tr("Open the folder"))
        self.told.emit(Notice(words, str(path.parent), offer=offer))

    def show_changes(self) -> None:
        """Show what changed since the last import, the last visit, a view or a day."""
        overview = self._navigator.overview
        views = overview.views if overview else ()
        sheet = ChangesSheet(self._window, views, self._window.session.last_visit)
        sheet.wished.connect(self._ask_changes)
        sheet.opened.connect(self._go_to_node)
        sheet.graph_wanted.connect(self._show_news)
        sheet.open(sheet.view)
        sheet.ask()

    @Slot(object)
    def _ask_changes(self, words: str) -> None:
        self._workspace.ask("news", lead_verbs.whats_new, words, then=self.sender().show_answer)

    @Slot(object)
    def _show_news(self, words: str) -> None:
        self._workspace.ask("view", lead_verbs.news_view, words, then=self._restore)
