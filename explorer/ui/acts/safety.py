"""SafetyActs: the way back to a backup, and what can be read of a damaged library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from explorer.ops.backups import Backup, Backups, Restored, backups_of, restore
from explorer.ops.rescuing import Rescued, rescue
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.restore_sheet import RestoreSheet
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.acts import Acts


class SafetyActs(ActGroup):
    """Backups. The library that could not be opened last goes before the one that is open."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._return: _Return | None = None
        self._workspace.opened.connect(self._tell_returned)

    def restore_backup(self) -> None:
        """Show the backups of the library."""
        path = self._workspace.failed or self._workspace.path
        if path is None:
            self.told.emit(Notice(self.tr("No library is open.")))
            return
        self._workspace.aside("backups", backups_of, path, then=self._show_backups)

    @Slot(object)
    def _show_backups(self, found: Backups) -> None:
        sheet = RestoreSheet(self._window, found)
        sheet.chosen.connect(self._return_to_copy)
        sheet.rescue_asked.connect(self._rescue)
        self._asked_for = found.library
        sheet.open(sheet.view)

    @Slot(object)
    def _return_to_copy(self, copy: Backup) -> None:
        self._return = _Return(self._asked_for, copy.path)
        self._workspace.open_with(self._return, self._asked_for.name)

    @Slot(object)
    def _rescue(self, library: Path) -> None:
        self._return = _Return(library, None)
        self._workspace.open_with(self._return, library.name)

    @Slot(object)
    def _tell_returned(self, path: Path) -> None:
        done, self._return = self._return, None
        if done is None or done.library != path:
            return
        if isinstance(done.outcome, Restored):
            kept = done.outcome.kept
            hint = self.tr("What was there before is kept in {name}.").format(name=kept.name) if kept else ""
            self.told.emit(Notice(self.tr("The backup is restored."), hint))
        elif isinstance(done.outcome, Rescued):
            if done.outcome.aside is None:
                self.told.emit(Notice(self.tr("This library is sound; nothing was done to it.")))
                return
            words = self.tr("Rescued {kept} rows; {lost} could not be read.")
            words = words.format(kept=f"{done.outcome.kept_rows:,}", lost=f"{done.outcome.lost_rows:,}")
            hint = self.tr("The damaged file is kept in {name}.").format(name=done.outcome.aside.name)
            self.told.emit(Notice(words, hint))


class _Return:
    """Puts a backup, or what can be rescued, in the place of a library; a call gives the library."""

    def __init__(self, library: Path, backup: Path | None) -> None:
        self.library = library
        self._backup = backup
        self.outcome: Restored | Rescued | None = None

    def __call__(self) -> Path:
        if self._backup is None:
            self.outcome = rescue(self.library)
        else:
            self.outcome = restore(self.library, self._backup)
        return self.library
