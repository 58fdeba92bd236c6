"""IdentityRow: who stands under a name is for a person to say."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.widgets.labels import button


class IdentityRow(QWidget):
    """Merge… and Split… in the passport of an author."""

    merge_wanted = Signal()
    split_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        merge = button(self.tr("Merge…"), "link", self.tr("Merge with another name of this person"))
        merge.clicked.connect(self._ask_merge)
        split = button(self.tr("Split…"), "link", self.tr("Some of these papers are another person's"))
        split.clicked.connect(self._ask_split)
        row.addWidget(merge)
        row.addWidget(split)
        row.addStretch(1)

    @Slot()
    def _ask_merge(self) -> None:
        self.merge_wanted.emit()

    @Slot()
    def _ask_split(self) -> None:
        self.split_wanted.emit()
