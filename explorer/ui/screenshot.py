"""Screenshot: wait until the window shows what was asked for, write it to a file, end."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from explorer.ui.main_window import MainWindow
from explorer.ui.workspace import Notice

SETTLED_MS = 60  #: between two looks; nothing may be under way at both
PATIENCE_MS = 60_000


class Screenshot(QObject):
    """Draws the window once: scene and passport shown, no answer outstanding; the canvas crisp."""

    def __init__(self, window: MainWindow, file: Path) -> None:
        super().__init__(window)
        self._window = window
        self._file = file
        self._is_ready = False
        self._quiet = 0
        self.exit_code = 1
        self._poll = QTimer(self)
        self._poll.setInterval(SETTLED_MS)
        self._poll.timeout.connect(self._look)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._give_up)
        window.workspace.notice.connect(self._hear)
        window.showing.ready.connect(self._note_ready)
        self._poll.start()
        self._patience.start(PATIENCE_MS)

    @Slot()
    def _note_ready(self) -> None:
        self._is_ready = True

    @Slot()
    def _look(self) -> None:
        window = self._window
        has_library = window.workspace.path is not None or window.workspace.is_busy
        is_still = not window.workspace.is_busy
        is_shown = self._is_ready or not has_library or window.pages.currentWidget() is window.first_run
        self._quiet = self._quiet + 1 if is_still and is_shown else 0
        if self._quiet > 1:  # what came last has been laid out since the look before
            self._poll.stop()
            window.canvas.finish_drawing()
            self.exit_code = self._write()
            QApplication.exit(self.exit_code)

    def _write(self) -> int:
        data = QByteArray()
        buffer = QBuffer(data)
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        self._window.grab().toImage().save(buffer, "PNG")
        part = self._file.with_name(f".{self._file.name}.{os.getpid()}.part")
        try:
            part.write_bytes(data.data())
            part.replace(self._file)
        except OSError as error:
            part.unlink(missing_ok=True)
            words = self.tr("{file} cannot be written: {why}.").format(file=self._file, why=error.strerror)
            sys.stderr.write(words + "\n")
            return 1
        return 0

    @Slot(object)
    def _hear(self, notice: Notice) -> None:
        if notice.failed:
            sys.stderr.write(f"{notice.message} {notice.hint}".strip() + "\n")
            self.exit_code = notice.exit_code
            QApplication.exit(self.exit_code)

    @Slot()
    def _give_up(self) -> None:
        sys.stderr.write(self.tr("The window was not ready within a minute.") + "\n")
        QApplication.exit(1)
