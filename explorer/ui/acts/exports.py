"""ExportActs: what goes out. Files, folders of notes, BibTeX for the clipboard."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from explorer.exporters import EXPORTERS
from explorer.ui import verbs
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.export_sheet import ExportSheet
from explorer.ui.export_places import file_name, folder_offer, place_dialog, written_notice
from explorer.ui.said import worded
from explorer.ui.words import counted
from explorer.ui.workspace import Notice


class ExportActs(ActGroup):
    """Acts that write for other programs."""

    def export(self) -> None:
        """Choose a format, then where it goes."""
        sheet = ExportSheet(self._window, self._window.settings.export_format)
        sheet.chosen.connect(self._choose_place)
        sheet.open(sheet.view)

    @Slot(object)
    def _choose_place(self, part_id: str) -> None:
        part = EXPORTERS[part_id]
        dialog = place_dialog(self._window, worded(part.label))
        dialog.setObjectName(part_id)
        if part.write_notes:
            dialog.setWindowTitle(self.tr("Folder for the notes"))
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilters([f"{worded(part.label)} (*{part.suffix})"])
            dialog.setDefaultSuffix(part.suffix.lstrip("."))
            dialog.selectFile(file_name(self._navigator.state.title or self.tr("library")) + part.suffix)
        dialog.fileSelected.connect(self._export_to)
        dialog.open()

    @Slot(str)
    def _export_to(self, chosen: str) -> None:
        part_id, path = self.sender().objectName(), Path(chosen)
        scene = self._navigator.scene
        if scene is None:
            return
        part = EXPORTERS[part_id]
        if not part.write_notes and not path.suffix:
            path = path.with_name(path.name + part.suffix)
        folder = path if part.write_notes else path.parent
        self._window.use_settings(
            replace(self._window.settings, export_format=part_id, export_folder=str(folder))
        )
        state = self._navigator.state
        title = state.title or self.tr("Whole library")
        label = self.tr("Exporting {name}").format(name=path.name)
        drawn = replace(scene, pinned=state.pinned, hulls=scene.hulls if state.regions else ())
        named = part_id if part.write_notes else ""
        shown = state.frozen.name if state.frozen is not None and not state.frozen.other else ""
        wish = verbs.ExportWish(path, drawn, title, self._window.scheme, named, shown)
        self._workspace.start_reading(label, verbs.export, wish, then=self._tell_exported)

    @Slot(object)
    def tell_written(self, path: Path) -> None:
        self.told.emit(written_notice(path))

    @Slot(object)
    def _tell_exported(self, done: verbs.ExportDone) -> None:
        if done.written is None:
            self.told.emit(written_notice(done.path))
            return
        said = done.written
        parts = [counted(said.notes, self.tr("{n} note"), self.tr("{n} notes"))]
        if said.kept:
            kept = self.tr("{n} kept because you changed it"), self.tr("{n} kept because you changed them")
            parts.append(counted(said.kept, *kept))
        if said.beside:
            beside = self.tr("new text beside {n} of them"), self.tr("new text beside {n} of them")
            parts.append(counted(said.beside, *beside))
        self.told.emit(Notice(self.tr(", ").join(parts), str(done.path), offer=folder_offer()))

    def open_export_folder(self) -> None:
        """Show the folder of the last export."""
        folder = self._window.settings.export_folder
        if folder and Path(folder).is_dir():
            QDesktopServices.openUrl(QUrl.fromLocalFile(folder))
        else:
            self.told.emit(Notice(self.tr("Nothing was exported yet.")))

    def copy_bibtex(self) -> None:
        """Put the selected papers into the clipboard as BibTeX."""
        chosen = sorted(self._navigator.state.selection)
        self._workspace.ask("bibtex", verbs.bibtex_of, chosen, then=self._take_bibtex)

    @Slot(object)
    def _take_bibtex(self, found: tuple[str, int]) -> None:
        text, count = found
        if not count:
            self.told.emit(Notice(self.tr("No paper is selected.")))
            return
        QGuiApplication.clipboard().setText(text)
        words = self.tr("{n} paper copied as BibTeX."), self.tr("{n} papers copied as BibTeX.")
        self.told.emit(Notice(counted(count, *words)))
