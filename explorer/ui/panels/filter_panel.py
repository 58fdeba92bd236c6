"""Filters with counts: what a value would show stands beside it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from explorer.graph.filters import Filters
from explorer.questions.facets import Facets
from explorer.ui.filter_names import FACETS
from explorer.ui.panels.facet_row import FacetRow
from explorer.ui.panels.facet_section import FacetSection


class FilterPanel(QScrollArea):
    """The filters of the view; what a person changes goes out as one ``Filters``."""

    changed = Signal(object)  #: Filters

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Filters"))
        body = QWidget()
        body.setProperty("plain", "true")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 4, 8, 8)
        column.setSpacing(0)
        self.filters = Filters()
        self.sections = {facet: FacetSection(facet) for facet in FACETS}
        for section in self.sections.values():
            section.toggled.connect(self._change)
            section.cleared.connect(self._clear)
            column.addWidget(section)
        column.addStretch(1)
        self.setWidget(body)

    @property
    def facets(self) -> tuple[FacetRow, ...]:
        """The rows, from top to bottom."""
        return tuple(row for section in self.sections.values() for row in section.rows)

    def show_facets(self, facets: Facets) -> None:
        """Show other values and counts; boxes stay as they are."""
        for facet, section in self.sections.items():
            section.show_table(facets.tables[facet])

    def set_filters(self, filters: Filters) -> None:
        """Show other filters (history, a saved view); emits nothing."""
        self.filters = filters
        for section in self.sections.values():
            section.set_filters(filters)

    def dress(self) -> None:
        """Draw the icons anew in the colours of the theme."""
        self.set_filters(self.filters)

    def enter(self) -> None:
        """Give the first box the keyboard."""
        rows = self.facets
        if rows:
            rows[0].box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        moved = super().focusNextPrevChild(is_next)
        focused = self.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self.ensureWidgetVisible(focused, 0, 24)
        return moved

    @Slot(object)
    def _change(self, row: FacetRow) -> None:
        is_on = row.box.isChecked()
        if row.facet == "similar":
            self._take(replace(self.filters, similar=int(row.key) if is_on else 0))
            return
        ticked = self.filters.ticked(row.facet)
        self._take(self.filters.with_values(row.facet, ticked | {row.key} if is_on else ticked - {row.key}))

    @Slot(object)
    def _clear(self, facet: str) -> None:
        self._take(self.filters.without(facet))

    def _take(self, filters: Filters) -> None:
        self.set_filters(filters)
        self.changed.emit(filters)
