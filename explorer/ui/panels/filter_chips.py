"""What is filtered, in one line of chips; a click takes a filter away."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from explorer.graph.filters import Filters
from explorer.questions.facets import Facets
from explorer.ui.filter_names import chips_of, facet_name, fields_of
from explorer.ui.widgets.flow import FlowLayout
from explorer.ui.widgets.labels import button, clear, label, retone
from explorer.ui.words import counted, no_mnemonic, plain_tip

CHIP_PX = 190  #: widest


class FilterChips(QWidget):
    """Hidden while nothing is filtered."""

    changed = Signal(object)  #: Filters

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("What is filtered"))
        self._filters = Filters()
        self._names: dict[int, str] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, 4)
        self._words = label("", "dim", wraps=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 8, 2)
        column.setSpacing(4)
        column.addWidget(self._row)
        column.addWidget(self._words)
        self._words.hide()
        self.hide()

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The chips, and the one that clears all at last."""
        return tuple(self._flow.itemAt(index).widget() for index in range(self._flow.count()))

    @property
    def words(self) -> str:
        """What it says of a view that filters have emptied, or ""."""
        return "" if self._words.isHidden() else self._words.text()

    def set_filters(self, filters: Filters) -> None:
        """Show other filters; names of nodes follow with the counts."""
        self._filters = filters
        self._words.hide()
        self._fill()

    def show_facets(self, facets: Facets) -> None:
        """Take the names of what is ticked, and say which filter leaves nothing."""
        self._filters, self._names = facets.filters, dict(facets.ticked)
        self._fill()
        self._say(why_empty(facets))

    def _say(self, words: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._words.setVisible(bool(words))
        retone(self._words, "tone", "warn")

    def _fill(self) -> None:
        chips = chips_of(self._filters, self._names)
        had_keyboard = self.focusWidget() is not None and self.focusWidget().hasFocus()
        clear(self._flow)
        for name, words in chips:
            self._flow.addWidget(self._chip(name, words))
        if chips:
            everything = button(self.tr("Clear all"), "link", self.tr("Clear filters"))
            everything.clicked.connect(self._clear_all)
            self._flow.addWidget(everything)
        self.setVisible(bool(chips))
        self._row.updateGeometry()
        if had_keyboard and chips:
            self.chips[0].setFocus()

    def _chip(self, name: str, words: str) -> QPushButton:
        chip = button("", "filter", self.tr("Take away: {filter}").format(filter=words))
        chip.setToolTip(plain_tip(words))
        chip.setObjectName(name)
        shown = chip.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, CHIP_PX)
        chip.setText(no_mnemonic(shown) + "  ✕")
        chip.clicked.connect(self._take_away)
        return chip

    @Slot()
    def _take_away(self) -> None:
        self.changed.emit(self._filters.without(*fields_of(self.sender().objectName())))

    @Slot()
    def _clear_all(self) -> None:
        self.changed.emit(Filters())


def _tr(text: str) -> str:
    return QCoreApplication.translate("FilterChips", text)


def why_empty(facets: Facets) -> str:
    """Which filter leaves nothing, and what would be there without it; "" where something passes."""
    if facets.shown or not facets.filters.active:
        return ""
    freed = [(count, name) for name, count in facets.freed.items() if count]
    if not freed:
        return _tr("Nothing passes these filters.")
    count, name = max(freed, key=lambda entry: entry[0])
    nodes = counted(count, _tr("{n} node"), _tr("{n} nodes"))
    words = _tr("Nothing passes. Without “{filter}”: {nodes}.")
    return words.format(filter=facet_name(name), nodes=nodes)
