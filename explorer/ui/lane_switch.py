"""The switch at the head of lanes: a row per method, or per source."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from explorer.graph.axes import Axes
from explorer.ui.widgets.labels import button, retone

_LEFT_PX, _TOP_PX = 10, 3


class LaneSwitch(QWidget):
    """Two words, the one that is shown in bold."""

    turned = Signal()  #: a person wants the other rows

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Rows of the lanes"))
        self._buttons = {
            "methods": self._button(self.tr("Methods")),
            "sources": self._button(self.tr("Sources")),
        }
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in self._buttons.values():
            row.addWidget(part)
        self._shown = ""
        self.move(QPoint(_LEFT_PX, _TOP_PX))
        self.hide()

    def _button(self, text: str) -> QPushButton:
        out = button(text, "lane", self.tr("A row for each: {what}").format(what=text))
        out.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Shift+G does the same
        out.setCursor(Qt.CursorShape.PointingHandCursor)
        out.clicked.connect(self._turn)
        return out

    def show_axes(self, axes: Axes | None) -> None:
        """Show which rows there are; hidden where there are none."""
        what = axes.what if axes is not None else ""
        if what != self._shown:
            self._shown = what
            for key, part in self._buttons.items():
                retone(part, "here", "true" if key == what else "false")
            self.adjustSize()
        self.setVisible(bool(what))

    @Slot()
    def _turn(self) -> None:
        if self.sender() is not self._buttons.get(self._shown):
            self.turned.emit()
