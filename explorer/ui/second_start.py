"""A second start on a library that a window has open shows that window instead."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from explorer.settings import settings_path

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

CONNECT_MS, ANSWER_MS = 300, 2_000
_ANSWER = b"shown\n"


def server_name(library: Path) -> str:
    """Where the window of a person that has a library open listens."""
    place = f"{settings_path()}\0{library.resolve()}"
    return "paper-explorer-" + hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def hand_over(library: Path, view: str) -> bool:
    """Ask the window that has a library open to come to the front with a view; whether there is one."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(library))
    if not socket.waitForConnected(CONNECT_MS):
        return False
    socket.write(json.dumps({"view": view}).encode("utf-8") + b"\n")
    socket.waitForBytesWritten(ANSWER_MS)
    is_shown = socket.waitForReadyRead(ANSWER_MS) and bytes(socket.readAll().data()) == _ANSWER
    socket.abort()
    return is_shown


class FirstWindow(QObject):
    """Listens for second starts on the library that is open."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._meet)
        window.workspace.opened.connect(self._listen)
        window.workspace.closed.connect(self._fall_silent)

    @Slot(object)
    def _listen(self, library: Path) -> None:
        self._server.close()
        name = server_name(library)
        if self._server.listen(name):
            return
        asked = QLocalSocket()
        asked.connectToServer(name)
        if not asked.waitForConnected(CONNECT_MS):  # a window that crashed has left its socket behind
            QLocalServer.removeServer(name)
            self._server.listen(name)
        asked.abort()

    @Slot(object)
    def _fall_silent(self, _library: Path) -> None:
        self._server.close()

    @Slot()
    def _meet(self) -> None:
        while socket := self._server.nextPendingConnection():
            socket.readyRead.connect(self._hear)
            socket.disconnected.connect(socket.deleteLater)

    @Slot()
    def _hear(self) -> None:
        socket = self.sender()
        if not socket.canReadLine():
            return
        try:
            said = json.loads(bytes(socket.readLine().data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_ANSWER)
        socket.flush()
        view = said.get("view") if isinstance(said, dict) else ""
        self.show_window(view if isinstance(view, str) else "")

    def show_window(self, view: str) -> None:
        """Come to the front, with a view where one is named."""
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        if view and window.workspace.path is not None:
            window.navigator.wish_for(view)
            window.acts.files.open_path(str(window.workspace.path))
