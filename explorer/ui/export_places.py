"""Where a file goes: the dialog, the suffix, the folder that is offered next, and what is said of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtWidgets import QFileDialog

from explorer.ui.notices import Notice, Offer
from explorer.ui.words import translated

_IN = "ExportActs"
_EXPORTED = QT_TRANSLATE_NOOP("ExportActs", "Exported {name}")
_FOLDER = QT_TRANSLATE_NOOP("ExportActs", "Open the folder")


def place_dialog(window, title: str) -> QFileDialog:
    """Where something goes; it opens at the folder of the last export."""
    dialog = QFileDialog(window, title)
    folder = window.settings.export_folder
    if folder and Path(folder).is_dir():
        dialog.setDirectory(folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def save_dialog(window, formats: tuple[str, ...], title: str) -> QFileDialog:
    """Where a file of one of some formats goes; the first is offered."""
    dialog = place_dialog(window, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(formats))
    dialog.selectFile(file_name(title))
    return dialog


def file_name(title: str) -> str:
    """A title as the name of a file without its suffix; "view" where nothing of it can be one."""
    kept = "".join(character if character.isalnum() or character in " -_" else " " for character in title)
    return " ".join(kept.split())[:60] or "view"


def folder_offer() -> Offer:
    """The way to the folder of what was written last."""
    return Offer("file.folder", translated(_IN, _FOLDER))


def written_notice(path: Path) -> Notice:
    """What is said of a file that was written, with the way to it."""
    return Notice(translated(_IN, _EXPORTED).format(name=path.name), str(path.parent), offer=folder_offer())


def with_suffix(chosen: str, name_filter: str) -> Path:
    """The file that was chosen, with the suffix of the format where it was given none."""
    path = Path(chosen)
    suffix = name_filter.rpartition("*")[2].rstrip(")")
    return path if path.suffix in (".csv", ".svg", ".png") else path.with_name(path.name + suffix)


def keep_folder(window, path: Path) -> None:
    """The next export is offered the same folder."""
    window.use_settings(replace(window.settings, export_folder=str(path.parent)))
