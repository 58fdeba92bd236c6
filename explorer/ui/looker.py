"""Looker: looks at what came in, one thing after another, what is seen first; never at what is far away."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from explorer.ui.models.intake_model import IntakeModel
from explorer.ui.verbs import intake as intake_verbs
from explorer.ui.workspace import Workspace

MOST_LOOKS = 200  #: that are made without anybody seeing the row
_TOPIC = "intake.look"


class Looker(QObject):
    """One question at a time; a choice of the person goes before all others."""

    looked = Signal(object)  #: row that has a new look

    def __init__(self, workspace: Workspace, model: IntakeModel, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._model = model
        self._now = -1
        self._seen = range(0)
        self._first = 0
        self._made = 0
        self._is_over = False
        workspace.opened.connect(self._start_anew)

    def look(self, first: int, seen: range) -> None:
        """Go on, with the row that is marked and those that are seen before the others."""
        self._first, self._seen = first, seen
        if self._now < 0:
            self._ask_next()

    def look_again(self, row: int) -> None:
        """A row whose choice has changed, before everything."""
        self._ask(row)

    @Slot()
    def stop(self) -> None:
        """Nobody waits any more."""
        self._is_over = True
        self._now = -1
        self._workspace.forget(_TOPIC)

    @Slot(object)
    def _start_anew(self, _path: object) -> None:
        if not self._is_over:
            self._now = -1
            self._model.forget_looks()
            self._ask_next()

    def _ask_next(self) -> None:
        row = self._next()
        if row >= 0 and not self._is_over:
            self._ask(row)

    def _ask(self, row: int) -> None:
        self._now = row
        asked = self._model.rows[row]
        self._workspace.look(_TOPIC, intake_verbs.look, asked.thing, asked.choice, then=self._take)

    def _next(self) -> int:
        """The next row to look at, or -1."""
        rows = self._model.rows
        for row in (self._first, *self._seen):
            if 0 <= row < len(rows) and rows[row].is_near and not rows[row].is_fresh:
                return row
        if self._made >= MOST_LOOKS:
            return -1
        return next((i for i, row in enumerate(rows) if row.is_near and not row.is_fresh), -1)

    @Slot(object)
    def _take(self, look: object) -> None:
        row, self._now = self._now, -1
        if self._is_over or look is None or row < 0:
            return
        self._made += 1
        self._model.put(row, look)
        self.looked.emit(row)
        self._ask_next()
