"""SnapshotLink: says that a snapshot is shown, and when it no longer is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Slot

from explorer.ui.panels.snapshot_bar import SnapshotBar
from explorer.ui.view_state import Frozen, ViewState
from explorer.ui.words import counted
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class SnapshotLink(QObject):
    """Keeps the line above the graph; Escape on the graph, where nothing else wants it, goes back to now."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._shown: Frozen | None = None
        actions = window.actions_by_id
        self.bar = SnapshotBar(actions["view.sincesnapshot"], actions["view.now"])
        window.centralWidget().layout().insertWidget(1, self.bar)
        window.navigator.state_changed.connect(self._follow)
        window.navigator.gone_asked.connect(self._say_gone)
        window.pages.installEventFilter(self)

    @Slot(object)
    def _follow(self, state: ViewState) -> None:
        if state.frozen is self._shown:
            return
        left, self._shown = self._shown, state.frozen
        self.bar.say(snapshot_words(state.frozen) if state.frozen else "", bool(state.frozen))
        if left is not None and state.frozen is None:
            words = self.tr("This is the library as it is now.")
            self._window.notice_bar.show_notice(Notice(words, self.tr("The snapshot stays as it was.")))

    @Slot()
    def _say_gone(self) -> None:
        words = self.tr("This is no longer in the library.")
        self._window.notice_bar.show_notice(Notice(words, self.tr("The snapshot shows it as it was then.")))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_escape = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        if is_escape and self._shown is not None:
            self._window.navigator.thaw()
            return True
        return super().eventFilter(watched, event)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SnapshotLink", text)


def snapshot_words(frozen: Frozen) -> str:
    """ "Snapshot of 2026-11-22 14:57 · RAG · 2 of it are no longer in the library"."""
    at = frozen.at.replace("T", " ")[:16]
    name = frozen.name.removeprefix(at[:10]).strip().removeprefix(at[11:]).strip()
    words = _tr("Snapshot of {day} · {name}").format(day=at, name=name or frozen.name)
    if frozen.other == "now":
        return " · ".join([words, _tr("compared with now")])
    if frozen.other:
        return " · ".join([words, _tr("compared with {name}").format(name=frozen.other)])
    ids = frozen.graph.ids.tolist()
    gone = sum(node not in frozen.now for node in ids)
    merged = sum(frozen.now.get(node, node) != node for node in ids)
    parts = [words]
    if gone:
        parts.append(
            counted(
                gone,
                _tr("{n} of it is no longer in the library"),
                _tr("{n} of it are no longer in the library"),
            )
        )
    if merged:
        parts.append(counted(merged, _tr("{n} of it was merged since"), _tr("{n} of it were merged since")))
    return " · ".join([*parts, *frozen.note.splitlines()[:1]])
