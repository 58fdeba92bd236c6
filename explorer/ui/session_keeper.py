"""SessionKeeper: writes what is shown soon after it changes, and brings it back at the start."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Slot

from explorer.questions.views import WantedView, view_or_start, view_text
from explorer.ui.session_file import Kept, left_at, read_session, session_path, write_session
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

SOON_MS = 400  #: between a change and the file that holds it


class SessionKeeper(QObject):
    """Keeps the look of the window in a file beside the settings, once it has begun."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._file = session_path(window.settings_file)
        self._keeps = False
        self._last = Kept()
        self._visited: tuple[str, str] = ("", "")  # library of the last session, and when it was left
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._write)
        window.canvas.camera_changed.connect(self._note_camera)
        window.navigator.state_changed.connect(self._wait)
        window.navigator.selection_changed.connect(self._wait)
        window.workspace.opened.connect(self._wait)
        window.sides.splitterMoved.connect(self._wait)
        window.left_panel.list.table.widths_changed.connect(self._wait)

    def begin(self) -> Kept:
        """From now on keep the session; what was kept last. A damaged file is told of and left behind."""
        kept, wrong = read_session(self._file)
        if wrong:
            words = self.tr("What was open last cannot be read, so the window starts anew.")
            self._window.notice_bar.show_notice(Notice(words, f"{self._file.name}: {wrong}"))
        self._keeps = True
        self._last = kept
        self._visited = kept.library, left_at(self._file)
        self._dress(kept)
        return kept

    @property
    def last_visit(self) -> str:
        """ISO time (UTC) at which the session before left the open library; "" where that was another."""
        path = self._window.workspace.path
        return self._visited[1] if path is not None and str(path.absolute()) == self._visited[0] else ""

    def come_back(self, kept: Kept) -> bool:
        """Open the library of the last session with its view; whether there was one."""
        if not kept.library or not Path(kept.library).is_file():
            return False
        self.wish_for(kept, Path(kept.library))
        self._window.acts.files.open_path(kept.library)
        return True

    def wish_for(self, kept: Kept, library: Path) -> None:
        """Let a library come with the view of the last session, where that was its view."""
        if kept.view and kept.library and Path(kept.library).absolute() == library.absolute():
            self._window.navigator.wish_for(kept.view, view_or_start)

    def _dress(self, kept: Kept) -> None:
        window = self._window
        if kept.geometry:
            window.restoreGeometry(QByteArray.fromBase64(kept.geometry.encode("ascii", "ignore")))
        if len(kept.sizes) == window.sides.count() and sum(kept.sizes):
            window.sides.setSizes(list(kept.sizes))
        window.hide_panels(not kept.left, not kept.right)
        window.left_panel.list.table.use_widths(kept.columns)
        if kept.list_in_front:
            window.left_panel.show_list()

    @Slot(object)
    def _note_camera(self, _camera: object) -> None:
        self._window.navigator.note_camera(self._window.canvas.look)
        self._wait()

    @Slot()
    def _wait(self) -> None:
        if self._keeps and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _write(self) -> None:
        self._window.workspace.compute("session", keep, self._file, *self._now(), then=None)

    def write_now(self) -> None:
        """Before the window closes."""
        self._soon.stop()
        if self._keeps:
            self._keeps = False
            keep(self._file, *self._now())

    def _now(self) -> tuple[Kept, WantedView | None]:
        window = self._window
        path = window.workspace.path
        is_shown = path is not None and window.navigator.scene is not None
        if path is None:
            return self._last, None
        self._last = Kept(
            str(path.absolute()),
            self._last.view if self._last.library == str(path.absolute()) else "",
            tuple(window.sides.sizes()) if all(window.sides.sizes()) else self._last.sizes,
            not window.hidden_panels[0],
            not window.hidden_panels[1],
            window.left_panel.is_list,
            bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
            window.left_panel.list.table.widths,
        )
        return self._last, window.navigator.wanted() if is_shown else None


def keep(file: Path, kept: Kept, view: WantedView | None) -> bool:
    """Write a session with a view, on any thread."""
    return write_session(file, kept if view is None else replace(kept, view=view_text(view)))
