"""A line of quiet text that ends in an ellipsis where it has no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from explorer.ui.widgets.elided import Elided
from explorer.ui.words import plain_tip


class ElidedLabel(Elided, QLabel):
    """Takes the width that it is given; the whole text stands in the tooltip and for screen readers."""

    def __init__(self, tone: str = "") -> None:
        super().__init__()
        self.whole = ""  #: what it says where there is room
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        if tone:
            self.setProperty("tone", tone)

    def say(self, text: str) -> None:
        """Say something else."""
        self.whole = text
        self.setAccessibleName(text)
        self.setToolTip(plain_tip(text))
        self._elide()

    def _elide(self) -> None:
        self.setText(self.fontMetrics().elidedText(self.whole, Qt.TextElideMode.ElideRight, self.width()))
