"""A line above the graph while it shows a snapshot: which one, what became of it, the way back to now."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout

from explorer.ui.panels.top_bar import ActionButton
from explorer.ui.widgets.elided_label import ElidedLabel


class SnapshotBar(QFrame):
    """Hidden unless a snapshot is shown."""

    def __init__(self, compare: QAction, now: QAction) -> None:
        super().__init__()
        self.setProperty("tone", "strip")
        self.setAccessibleName(self.tr("Snapshot"))
        self._words = ElidedLabel()
        self._compare, self._now = (_keyed(action) for action in (compare, now))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(10)
        row.addWidget(self._words, 1)
        row.addWidget(self._compare)
        row.addWidget(self._now)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.whole

    def say(self, words: str, can_compare: bool) -> None:
        """Say which snapshot is shown; "" hides the line."""
        self._words.say(words)
        self._compare.setVisible(can_compare)
        self.setVisible(bool(words))


def _keyed(action: QAction) -> ActionButton:
    key = action.shortcut().toString()
    return ActionButton(action, f"{action.iconText()} ({key})" if key else "")
