"""The left side: filters, or the list."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout

from explorer.ui.panels.filter_chips import FilterChips
from explorer.ui.panels.filter_panel import FilterPanel
from explorer.ui.panels.list_panel import ListPanel
from explorer.ui.widgets.segmented import Segmented

FILTER_PX, LIST_PX = 190, 320  # narrowest; a list needs room for titles


class LeftPanel(QFrame):
    """One of two panels."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("left_panel")
        self.setAccessibleName(self.tr("Filters and list"))
        self.filter = FilterPanel()
        self.chips = FilterChips()
        self.list = ListPanel()
        self.choice = Segmented(
            [("filter", self.tr("Filter")), ("list", self.tr("List"))], self.tr("Left panel")
        )
        self.choice.chosen.connect(self._choose)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.filter)
        self._stack.addWidget(self.list)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 6, 0)
        column.setSpacing(2)
        column.addWidget(self.choice)
        column.addWidget(self.chips)
        column.addWidget(self._stack, 1)
        self.setMinimumWidth(FILTER_PX)

    @property
    def is_list(self) -> bool:
        """Whether the list stands in front."""
        return self._stack.currentWidget() is self.list

    def show_list(self) -> None:
        """Bring the list to the front."""
        self.show()
        self.choice.choose("list")
        self._choose("list")

    def show_filter(self) -> None:
        """Bring the filters to the front."""
        self.show()
        self.choice.choose("filter")
        self._choose("filter")

    @Slot(object)
    def _choose(self, key: str) -> None:
        is_list = key == "list"
        self._stack.setCurrentWidget(self.list if is_list else self.filter)
        self.setMinimumWidth(LIST_PX if is_list else FILTER_PX)
