"""Segmented: one of a few, side by side in one frame."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame, QHBoxLayout, QPushButton, QSizePolicy


class Segmented(QFrame):
    """Exclusive buttons, each with an id."""

    chosen = Signal(object)  #: id of the button that a person pressed

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
            self._buttons[key].setChecked(True)

    def allow(self, key: str, reason: str) -> None:
        """Grey a segment out with a reason; "" lets it be pressed."""
        self._buttons[key].setEnabled(not reason)
        self._buttons[key].setToolTip(reason)

    @Slot(QAbstractButton)
    def _tell(self, button: QAbstractButton) -> None:
        self.chosen.emit(button.objectName())
