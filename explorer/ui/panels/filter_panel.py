"""Filters with counts: kinds of node, where it stands, trends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.graph.filters import Filters, Trust
from explorer.questions.overview import Facet, Overview
from explorer.ui.widgets.elided_box import ElidedCheckBox
from explorer.ui.widgets.kind_icon import kind_icon
from explorer.ui.widgets.labels import clear, label
from explorer.ui.words import KIND_ORDER, kind_name, number

PROPOSALS = Trust.PROPOSED  #: key of the row that shows them
EDITIONS_SHOWN, ISSUES_SHOWN, TAGS_SHOWN = 10, 6, 12


class FacetRow(QWidget):
    """A box, a name that is cut where it is long, and a count."""

    toggled = Signal(object)  #: the row itself

    def __init__(self, facet: str, key: object, name: str, count: int) -> None:
        super().__init__()
        self.facet = facet
        self.key = key
        self.box = ElidedCheckBox(name)
        self.box.setAccessibleName(f"{name}, {count}")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.box, 1)
        row.addWidget(label(number(count), "dim"), 0, Qt.AlignmentFlag.AlignRight)
        self.box.toggled.connect(self._tell)

    def set_on(self, is_on: bool) -> None:
        """Tick or clear without telling."""
        was = self.box.blockSignals(True)
        self.box.setChecked(is_on)
        self.box.blockSignals(was)

    @Slot()
    def _tell(self) -> None:
        self.toggled.emit(self)


class FilterPanel(QScrollArea):
    """The filters of the view; what a person changes goes out as one ``Filters``."""

    changed = Signal(object)  #: Filters

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Filters"))
        body = QWidget()
        body.setProperty("plain", "true")
        self._column = QVBoxLayout(body)
        self._column.setContentsMargins(0, 4, 8, 8)
        self._column.setSpacing(0)
        self.setWidget(body)
        self.filters = Filters()
        self._rows: list[FacetRow] = []

    @property
    def facets(self) -> tuple[FacetRow, ...]:
        """The rows, from top to bottom."""
        return tuple(self._rows)

    def show_overview(self, overview: Overview) -> None:
        """Fill in names and counts; boxes stay as they are."""
        clear(self._column)
        self._rows = []
        self._add_head(self.tr("Kind"))
        for kind in KIND_ORDER:
            if overview.counts.get(kind):
                row = self._add_row("kinds", kind, kind_name(kind, True), overview.counts[kind])
                row.box.setIcon(kind_icon(kind))
        if overview.proposals or self.filters.proposals:
            self._add_head(self.tr("Links"))
            self._add_row("trust", PROPOSALS, self.tr("proposed, unchecked"), overview.proposals)
        self._add_facets("editions", self.tr("Where"), overview.editions, EDITIONS_SHOWN)
        self._add_facets("weeks", self.tr("Digest weeks"), overview.issues, ISSUES_SHOWN)
        self._add_facets("tags", self.tr("Trend"), overview.tags, TAGS_SHOWN)
        self._column.addStretch(1)
        self._show()

    def set_filters(self, filters: Filters) -> None:
        """Show other filters (history, a saved view); emits nothing."""
        self.filters = filters
        self._show()

    def _add_facets(self, key: str, title: str, facets: Sequence[Facet], most: int) -> None:
        if not facets:
            return
        self._add_head(title)
        kept = [facet for facet in facets[most:] if facet.id in self.filters.ticked(key)]
        for facet in (*facets[:most], *kept):
            self._add_row(key, facet.id, facet.name, facet.count)
        left = len(facets) - most - len(kept)
        if left > 0:
            self._column.addWidget(label(self.tr("{n} more in the list").format(n=number(left)), "dim"))

    def _add_head(self, title: str) -> None:
        head = label(title, "section")
        head.setContentsMargins(0, 10, 0, 3)
        self._column.addWidget(head)

    def _add_row(self, facet: str, key: object, name: str, count: int) -> FacetRow:
        row = FacetRow(facet, key, name, count)
        row.toggled.connect(self._change)
        self._rows.append(row)
        self._column.addWidget(row)
        return row

    def _show(self) -> None:
        for row in self._rows:
            row.set_on(row.key in self.filters.ticked(row.facet))

    @Slot(object)
    def _change(self, row: FacetRow) -> None:
        ticked = self.filters.ticked(row.facet)
        values = ticked | {row.key} if row.box.isChecked() else ticked - {row.key}
        self.filters = self.filters.with_values(row.facet, values)
        self.changed.emit(self.filters)
