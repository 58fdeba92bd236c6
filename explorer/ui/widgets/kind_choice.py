"""Check boxes for the kinds of nodes that a rule tags; one is always chosen."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from explorer.model import NodeKind
from explorer.ui.widgets.labels import label
from explorer.ui.words import kind_name

_KINDS = (NodeKind.PAPER, NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE)


class KindChoice(QWidget):
    """Papers, methods, editions and digests."""

    changed = Signal()

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(title, "dim"))
        self.boxes: dict[NodeKind, QCheckBox] = {}
        for kind in _KINDS:
            box = self.boxes[kind] = QCheckBox(kind_name(kind, several=True))
            box.setAccessibleName(box.text())
            box.setChecked(kind is NodeKind.PAPER)
            box.clicked.connect(self._tell)
            row.addWidget(box)
        row.addStretch(1)

    @property
    def chosen(self) -> tuple[NodeKind, ...]:
        """The kinds that are ticked; papers where none is."""
        return tuple(kind for kind, box in self.boxes.items() if box.isChecked()) or (NodeKind.PAPER,)

    def choose(self, kinds: Collection[NodeKind]) -> None:
        """Tick these, silently."""
        for kind, box in self.boxes.items():
            box.setChecked(kind in kinds)

    @Slot()
    def _tell(self) -> None:
        self.choose(self.chosen)
        self.changed.emit()
