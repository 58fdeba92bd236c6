"""FileActs: what comes in. Libraries, imports, similarity."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFileDialog

from explorer.embedders import EMBEDDERS
from explorer.model import Changes
from explorer.model.incoming import Given
from explorer.ui import verbs
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.import_sheet import Accepted, ImportSheet, Planned
from explorer.ui.intake import Intake
from explorer.ui.places import new_library_path, sample_path
from explorer.ui.said import worded
from explorer.ui.samples import Samples
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.acts import Acts

_DELETE_ON_CLOSE = Qt.WidgetAttribute.WA_DeleteOnClose


class FileActs(ActGroup):
    """Everything that begins with choosing a file. No dialog blocks; answers come by signal."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.intake = Intake(self._window)
        self.intake.told.connect(self.told)
        self.intake.planned.connect(self.show_report)
        self.intake.library_wanted.connect(self._make_library)
        self.samples = Samples(self._window)
        self.samples.told.connect(self.told)

    def add_files(self) -> None:
        """Choose files to import."""
        dialog = QFileDialog(self._window, self.tr("Add files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._import_chosen)
        self._open(dialog)

    @Slot(list)
    def _import_chosen(self, files: Sequence[str]) -> None:
        self.import_words(tuple(files))

    def add_folder(self) -> None:
        """Choose a folder whose files are imported."""
        dialog = QFileDialog(self._window, self.tr("Add a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(self._import_chosen)
        self._open(dialog)

    def add_typed(self) -> None:
        """Ask for links, ids, paths or a text to import."""
        self.intake.type_in()

    def paste(self) -> None:
        """Import what the clipboard holds."""
        self.intake.paste()

    def import_words(self, words: tuple[str, ...]) -> None:
        """Show the card for files, folders, addresses or ids."""
        self.intake.take(Given(words))

    @Slot()
    def _make_library(self) -> None:
        self._workspace.open(new_library_path(), True)

    @Slot(object)
    def show_report(self, planned: Planned) -> None:
        sheet = ImportSheet(self._window, planned)
        sheet.accepted.connect(self._apply)
        sheet.follow_asked.connect(self._acts.sources.follow_words)
        sheet.open(sheet.accept)

    @Slot(object)
    def _apply(self, wish: Accepted) -> None:
        self._workspace.start_writing(self.tr("Writing"), verbs.apply, wish.plan, wish.left_out)

    def open_library(self) -> None:
        """Choose a library."""
        dialog = QFileDialog(self._window, self.tr("Open a library"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Libraries (*.db *.sqlite)"), self.tr("All files (*)")])
        dialog.fileSelected.connect(self.open_path)
        self._open(dialog)

    def new_library(self) -> None:
        """Choose where a new library stands."""
        dialog = QFileDialog(self._window, self.tr("New library"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("db")
        dialog.setNameFilters([self.tr("Libraries (*.db)")])
        dialog.fileSelected.connect(self._make_path)
        self._open(dialog)

    @Slot(object)
    def open_path(self, path: str) -> None:
        """Open the library in a file that exists."""
        self._workspace.open(Path(path), False)

    @Slot(str)
    def _make_path(self, path: str) -> None:
        self._workspace.open(Path(path), True)

    @Slot()
    def open_sample(self) -> None:
        """Open the sample library, made on first use."""
        self.samples.open(sample_path())

    def embed(self) -> None:
        """Compute vectors with the engine of the preferences, then similarity."""
        engine = self._window.settings.engine
        part = EMBEDDERS.get(engine)
        if part is None or part.missing():
            line = part.missing() if part else ""
            words = self.tr("The engine {name} is not installed.").format(
                name=worded(part.label) if part else engine
            )
            self.told.emit(Notice(words, line, failed=True))
            return
        self._workspace.start(self.tr("Embedding"), verbs.embed, engine, then=self._tell_embedded)

    @Slot(object)
    def _tell_embedded(self, words: str) -> None:
        self._workspace.changed.emit(
            Changes(words, frozenset({"edge"}))
        )  # derived rows are no step of a person
        self.told.emit(Notice(words))

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(_DELETE_ON_CLOSE)
        dialog.open()
