"""One value of a facet: a box, a name that is cut where it is long, and a count."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.widgets.elided_box import ElidedCheckBox
from explorer.ui.widgets.labels import label, retone
from explorer.ui.words import number


class FacetRow(QWidget):
    """Takes another value whenever the facet is shown anew, so that the keyboard stays where it is."""

    toggled = Signal(object)  #: the row itself

    def __init__(self, facet: str) -> None:
        super().__init__()
        self.facet = facet
        self.key: object = None
        self.count = 0
        self.box = ElidedCheckBox("")
        self._count = label("0", "dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignRight)
        self.box.toggled.connect(self._tell)

    def show_value(self, key: object, name: str, count: int, icon: QIcon) -> None:
        """Stand for a value; one that would show nothing is greyed, and can still be ticked."""
        self.key, self.count = key, count
        self.box.rename(name)
        self.box.setIcon(icon)
        self.box.setAccessibleName(f"{name}, {number(count)}")
        self._count.setText(number(count))
        if bool(self.box.property("empty")) != (count == 0):
            retone(self.box, "empty", count == 0)

    def set_on(self, is_on: bool) -> None:
        """Tick or clear without telling."""
        was = self.box.blockSignals(True)
        self.box.setChecked(is_on)
        self.box.blockSignals(was)

    @Slot()
    def _tell(self) -> None:
        self.toggled.emit(self)
