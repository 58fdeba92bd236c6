"""BackupKeeper: a backup ten minutes after the first change, and when a library is left."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from explorer.ops.backups import SaveOutcome, save_copy
from explorer.ui.workspace import Notice, Offer, Workspace

AFTER_MS = 600_000  #: between the first change that no backup holds and the backup
AGAIN_MS = 60_000  #: where the library was being written to all the time


class BackupKeeper(QObject):
    """Works once it has begun; a picture and a test make no backups."""

    told = Signal(object)  #: Notice

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._left = Event()  # tells a copy under way that its library was left
        self._has_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.back_up)

    def begin(self) -> None:
        """From now on keep backups."""
        self._workspace.farewell = save_copy
        self._workspace.changed.connect(self._wait)
        self._workspace.opened.connect(self._start_anew)
        self._workspace.closed.connect(self._leave)

    @Slot(object)
    def _wait(self, _changes: object) -> None:
        if not self._timer.isActive():
            self._timer.start(AFTER_MS)

    @Slot(object)
    def _start_anew(self, _path: Path) -> None:
        self._left = Event()
        self._has_told = False

    @Slot(object)
    def _leave(self, _path: Path) -> None:
        self._left.set()
        self._timer.stop()

    @Slot()
    def back_up(self) -> None:
        """Back the open library up where it has changed."""
        path = self._workspace.path
        if path is not None:
            self._workspace.aside("backup", save_copy, path, self._left.is_set, then=self._tell)

    @Slot(object)
    def _tell(self, outcome: SaveOutcome) -> None:
        if outcome.is_postponed and self._workspace.path is not None:
            self._timer.start(AGAIN_MS)
        if outcome.made is not None:
            self._has_told = False
        elif outcome.trouble and not self._has_told:
            self._has_told = True
            offer = Offer("file.restore", self.tr("Restore a backup…")) if outcome.is_damaged else None
            words = f"{outcome.trouble} {outcome.hint}"
            hint = self.tr("You can go on working; the next backup is tried after the next change.")
            self.told.emit(Notice(words, "" if outcome.is_damaged else hint, offer=offer))
