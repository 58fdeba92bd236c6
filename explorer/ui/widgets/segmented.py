"""Segmented: one of a few, side by side in one frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy

from explorer.ui.widgets.labels import retone


class Segmented(QFrame):
    """Exclusive buttons, each with an id."""

    chosen = Signal(object)  #: id of the button that a person pressed
    refused = Signal(object)  #: id of one that is greyed out and was pressed all the same

    def __init__(self, segments: Sequence[tuple[str, str]], name: str) -> None:
        """Args:
        segments: (id, text) pairs; the first is on.
        name: What the choice is about, for screen readers.
        """
        super().__init__()
        self.setProperty("tone", "segments")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._refused: set[str] = set()
        self._on = segments[0][0] if segments else ""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (key, text) in enumerate(segments):
            button = QPushButton(text)
            button.setCheckable(True)
            button.setObjectName(key)
            button.setAccessibleName(f"{name}: {text}")
            place = "first" if index == 0 else "last" if index == len(segments) - 1 else "middle"
            button.setProperty("place", place)
            button.setChecked(index == 0)
            self._group.addButton(button)
            self._buttons[key] = button
            row.addWidget(button)
        self._group.buttonClicked.connect(self._tell)

    def choose(self, key: str) -> None:
        """Show which one is on; emits nothing."""
        if key in self._buttons:
            self._on = key
            self._buttons[key].setChecked(True)

    def allow(self, key: str, reason: str) -> None:
        """Grey a segment out with a reason, which a press asks for; "" lets it be chosen."""
        button = self._buttons[key]
        self._refused = self._refused | {key} if reason else self._refused - {key}
        retone(button, "greyed", "true" if reason else "false")
        button.setToolTip(reason)
        button.setAccessibleDescription(reason)

    @Slot(QAbstractButton)
    def _tell(self, button: QAbstractButton) -> None:
        key = button.objectName()
        if key in self._refused:
            self.choose(self._on)
            self.refused.emit(key)
            return
        self._on = key
        self.chosen.emit(key)
