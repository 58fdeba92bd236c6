"""Where a file goes: the dialog, the suffix, the folder that is offered next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog


def save_dialog(window, formats: tuple[str, ...], title: str) -> QFileDialog:
    """Where a file of one of some formats goes; the first is offered."""
    dialog = QFileDialog(window, title)
    folder = window.settings.export_folder
    if folder and Path(folder).is_dir():
        dialog.setDirectory(folder)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(list(formats))
    dialog.selectFile(" ".join("".join(c if c.isalnum() or c in "-_" else " " for c in title).split())[:60])
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def with_suffix(chosen: str, name_filter: str) -> Path:
    """The file that was chosen, with the suffix of the format where it was given none."""
    path = Path(chosen)
    suffix = name_filter.rpartition("*")[2].rstrip(")")
    return path if path.suffix in (".csv", ".svg", ".png") else path.with_name(path.name + suffix)


def keep_folder(window, path: Path) -> None:
    """The next export is offered the same folder."""
    window.use_settings(replace(window.settings, export_folder=str(path.parent)))
