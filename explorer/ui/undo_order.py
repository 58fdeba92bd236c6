"""What is undone next: steps in the view (hide, pin, move) and in the library, in the order of doing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from explorer.model import Changes
from explorer.ui import verbs
from explorer.ui.view_steps import ViewStep
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

_MOST = 200


class UndoOrder(QObject):
    """Knows which step Undo and Redo take, and takes it."""

    changed = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = window.workspace
        self._navigator = window.navigator
        self._done: list[ViewStep | None] = []  # None: a step in the library
        self._undone: list[ViewStep | None] = []
        self._navigator.step_made.connect(self._note_step)
        self._workspace.changed.connect(self._note_changes)
        self._workspace.opened.connect(self._forget)

    @property
    def undo_label(self) -> str:
        """What Undo would take back, or ""."""
        return self._label(self._done, False)

    @property
    def redo_label(self) -> str:
        """What Redo would do again, or ""."""
        return self._label(self._undone, True)

    def undo(self) -> None:
        """Take back the last step."""
        step = self._take(self._done, self._undone, False)
        if step is not None:
            self._navigator.take_step(step, False)
            self._say(self.tr("Undone: {step}").format(step=step.label))
        else:
            self._workspace.do(verbs.undo, can_undo=False)

    def redo(self) -> None:
        """Do it again."""
        step = self._take(self._undone, self._done, True)
        if step is not None:
            self._navigator.take_step(step, True)
            self._say(self.tr("Done again: {step}").format(step=step.label))
        else:
            self._workspace.do(verbs.redo, can_undo=False)

    def _say(self, words: str) -> None:
        self._workspace.notice.emit(Notice(words))
        self.changed.emit()

    def _label(self, steps: list[ViewStep | None], forward: bool) -> str:
        for step in reversed(steps):
            if step is None:
                break
            if self._navigator.can_take(step, forward):
                return step.label
        overview = self._navigator.overview
        if overview is None:
            return ""
        return overview.redo if forward else overview.undo

    def _take(
        self, steps: list[ViewStep | None], others: list[ViewStep | None], forward: bool
    ) -> ViewStep | None:
        """The view's next step; None where it is the library's. Steps of views that are gone are skipped."""
        while steps:
            step = steps.pop()
            if step is None:
                others.append(None)
                return None
            if self._navigator.can_take(step, forward):
                others.append(step)
                return step
        return None

    @Slot(object)
    def _note_step(self, step: ViewStep) -> None:
        self._done.append(step)
        del self._done[:-_MOST]
        self._undone.clear()
        self.changed.emit()

    @Slot(object)
    def _note_changes(self, changes: Changes) -> None:
        if changes.is_replay:
            return
        self._done.append(None)
        self._undone.clear()

    @Slot(object)
    def _forget(self, _path: object) -> None:
        self._done.clear()
        self._undone.clear()
