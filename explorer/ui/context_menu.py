"""The menu of what is under pointer or keys: commands of the one table, only those that fit, with keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QTimer, Signal, Slot
from PySide6.QtWidgets import QMenu

from explorer.model import NodeKind
from explorer.ui.words import counted, no_mnemonic

if TYPE_CHECKING:
    from explorer.ui.commands import CommandAction
    from explorer.ui.main_window import MainWindow

Parts = tuple[tuple[str, ...], ...]

NODES: Parts = (
    ("go.center", "view.expand", "view.collapse", "view.focus"),
    ("edit.explain", "go.path", "go.bridges", "go.editions", "edit.link"),
    ("edit.tag", "edit.read", "edit.note", "edit.merge", "edit.split", "edit.complete"),
    ("select.neighbours", "select.community"),
    ("view.pin", "view.hide"),
)
LINK: Parts = (
    ("edit.explain", "go.path", "view.focus"),
    ("edit.accept", "edit.reject", "edit.correct"),
)
GROUND: Parts = (
    ("view.fit", "view.layout", "view.lanes", "view.more", "view.hidden"),
    ("select.lasso", "select.all", "select.invert", "select.none"),
    ("go.back", "go.forward", "go.all"),
    ("view.save", "file.export", "edit.undo", "edit.redo"),
)
_EDITIONS = frozenset({NodeKind.EDITION, NodeKind.ISSUE})
_SOURCES = _EDITIONS | {NodeKind.DOCUMENT}
_READABLE = frozenset({NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT})
_NAME_COLUMNS = 48


class ContextMenu(QObject):
    """One menu, filled anew each time."""

    left = Signal()  #: it is closed, and what was chosen has been done

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.menu = QMenu(window)
        self.menu.setAccessibleName(self.tr("What can be done here"))
        self.menu.aboutToHide.connect(self._leave)

    def open_on_nodes(self, at: QPoint) -> None:
        """What can be done with all that is selected."""
        chosen = self._window.navigator.state.selection
        if not chosen:
            self.open_on_ground(at)
            return
        if len(chosen) == 1:
            title = self._window.navigator.name_of(next(iter(chosen)))
        else:
            title = counted(len(chosen), self.tr("{n} selected"), self.tr("{n} selected"))
        self._open(NODES, title, at)

    def open_on_link(self, at: QPoint, words: str) -> None:
        """What can be done with a link, whose ends are selected."""
        self._open(LINK, words, at)

    def open_on_ground(self, at: QPoint) -> None:
        """What can be done where there is nothing."""
        self._open(GROUND, "", at)

    def fitting(self, keys: Sequence[str]) -> tuple[CommandAction, ...]:
        """The actions of those commands that fit what is selected."""
        return tuple(self._window.actions_by_id[key] for key in keys if self._fits(key))

    def _open(self, parts: Parts, title: str, at: QPoint) -> None:
        self.menu.clear()
        if title:
            cut = title if len(title) <= _NAME_COLUMNS else title[: _NAME_COLUMNS - 1].rstrip() + "…"
            self.menu.addAction(no_mnemonic(cut)).setEnabled(False)
            self.menu.addSeparator()
        for part in parts:
            for action in self.fitting(part):
                action.setShortcutVisibleInContextMenu(True)
                self.menu.addAction(action)
            self.menu.addSeparator()
        self.menu.popup(at)

    def _fits(self, key: str) -> bool:
        """Whether a command can run, and does something with this kind of thing."""
        if self._window.acts.missing(self._window.actions_by_id[key].command.needs):
            return False
        count, kinds = len(self._window.navigator.state.selection), self._kinds()
        fits = {
            "go.path": count <= 2,
            "go.bridges": kinds <= _SOURCES,
            "go.editions": kinds <= _EDITIONS and count <= 2,
            "edit.complete": NodeKind.PAPER in kinds,
            "edit.read": not kinds or bool(kinds & _READABLE),
        }
        return fits.get(key, True)

    def _kinds(self) -> frozenset[NodeKind]:
        """Kinds of the selected nodes, as far as they are known."""
        navigator = self._window.navigator
        known = {node.kind for node in navigator.known(navigator.state.selection)}
        shown = self._window.passport.shown
        return frozenset(known | ({shown.kind} if shown is not None else set()))

    @Slot()
    def _leave(self) -> None:
        """A menu hides before what was chosen in it is done."""
        QTimer.singleShot(0, self.left.emit)
