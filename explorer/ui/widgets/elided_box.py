"""A check box whose text ends in an ellipsis where it has no room."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStyle, QStyleOptionButton

from explorer.ui.widgets.elided import Elided
from explorer.ui.words import no_mnemonic, plain_tip

_ICON_GAP_PX = 4


class ElidedCheckBox(Elided, QCheckBox):
    """Takes the width that it is given; the whole name stands in the tooltip and for screen readers."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.rename(name)

    def rename(self, name: str) -> None:
        """Stand for something else."""
        self._name = name
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(name))
        self._elide()

    def _elide(self) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxContents, option, self).width()
        if not self.icon().isNull():
            room -= self.iconSize().width() + _ICON_GAP_PX
        shown = self.fontMetrics().elidedText(self._name, Qt.TextElideMode.ElideRight, max(room, 0))
        if no_mnemonic(shown) != self.text():
            self.setText(no_mnemonic(shown))
