"""The values of one facet: the first few, the others by a search, and a way to clear it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from explorer.graph.filters import Filters, Value
from explorer.model import NodeKind
from explorer.questions.facets import FacetTable
from explorer.ui.filter_names import facet_name, value_name
from explorer.ui.fuzzy import folded
from explorer.ui.panels.facet_row import FacetRow
from explorer.ui.widgets.kind_icon import kind_icon
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import number

MORE = 40  #: values that "more" adds
_SHOWN = {"methods": 8, "tags": 8}
_SHOWN_ELSE = 6
_WHOLE = ("kinds", "read", "edge_kinds", "trust", "similar")  #: facets that show all of their values


class FacetSection(QWidget):
    """Hidden where nothing that the view chooses from has a value of it."""

    toggled = Signal(object)  #: FacetRow that a person ticked or cleared
    cleared = Signal(object)  #: the facet

    def __init__(self, facet: str) -> None:
        super().__init__()
        self.facet = facet
        self._table: FacetTable | None = None
        self._filters = Filters()
        self._folded: tuple[str, ...] = ()
        self._most = _SHOWN.get(facet, _SHOWN_ELSE)
        self._left = 0  # values that are found, and not shown
        self._rows: list[FacetRow] = []
        name = facet_name(facet)
        self.setAccessibleName(name)
        self.clear_button = button(self.tr("Clear"), "link", self.tr("Clear: {facet}").format(facet=name))
        self.clear_button.clicked.connect(self._clear)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search: {facet}").format(facet=name))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._fill)
        self.search.hide()
        self.more = button("", "link", name)
        self.more.clicked.connect(self._show_more)
        self._arrange(name)
        self.hide()

    def _arrange(self, name: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 10, 0, 3)
        head.addWidget(label(name, "section"), 1)
        head.addWidget(self.clear_button)
        self._values = QVBoxLayout()
        self._values.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addLayout(self._values)
        column.addWidget(self.more)

    @property
    def rows(self) -> tuple[FacetRow, ...]:
        """The rows that are shown, from top to bottom."""
        return tuple(row for row in self._rows if not row.isHidden())

    def show_table(self, table: FacetTable) -> None:
        """Show other counts; what is ticked stays so."""
        if self._table is None or table.names != self._table.names:
            self._folded = ()
        self._table = table
        self._fill()

    def set_filters(self, filters: Filters) -> None:
        """Tick what filters say."""
        self._filters = filters
        self._fill()

    @property
    def ticked(self) -> frozenset[Value]:
        """The values that are ticked."""
        if self.facet == "similar":
            return frozenset({self._filters.similar} - {0})
        return self._filters.ticked(self.facet)

    def _wanted(self) -> list[int]:
        """Numbers of the values that are shown: the first ones that the search finds, and what is ticked."""
        assert self._table is not None
        keys, wanted = self._table.keys, folded(self.search.text().strip())
        if wanted and not self._folded:
            self._folded = tuple(map(folded, self._table.names))
        most = len(keys) if self.facet in _WHOLE else self._most
        found = [at for at in range(len(keys)) if not wanted or wanted in self._folded[at]]
        self._left = max(len(found) - most, 0)
        return sorted({*found[:most], *(keys.index(key) for key in self.ticked if key in keys)})

    @Slot()
    def _fill(self) -> None:
        table = self._table
        if table is None or not table.keys or self._is_idle(table):
            self.hide()
            return
        shown = self._wanted()
        while len(self._rows) < len(shown):
            self._add_row()
        for row, at in zip(self._rows, shown, strict=False):
            key = table.keys[at]
            icon = kind_icon(NodeKind(int(key))) if self.facet == "kinds" else QIcon()
            row.show_value(
                key, value_name(self.facet, key, {key: table.names[at]}), int(table.counts[at]), icon
            )
            row.set_on(key in self.ticked)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(shown))
        self._say_rest()
        self.show()

    def _is_idle(self, table: FacetTable) -> bool:
        """Whether no value stands for anything in the view, and none is ticked: of kinds all are told."""
        is_touched = self.facet in self._filters.active or bool(self.search.text())
        return self.facet != "kinds" and not is_touched and not table.counts.any()

    def _say_rest(self) -> None:
        self.more.setText(self.tr("{n} more…").format(n=number(self._left)))
        self.more.setAccessibleName(f"{facet_name(self.facet)}: {self.more.text()}")
        self.more.setVisible(self._left > 0)
        self.clear_button.setVisible(self.facet in self._filters.active)

    def _add_row(self) -> None:
        row = FacetRow(self.facet)
        row.toggled.connect(self.toggled)
        self._rows.append(row)
        self._values.addWidget(row)

    @Slot()
    def _show_more(self) -> None:
        self.search.show()
        self._most += MORE
        self._fill()
        self.search.setFocus()

    @Slot()
    def _clear(self) -> None:
        self.cleared.emit(self.facet)
