"""Regions of the map: choose one by typing or from the list."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import QListView, QWidget

from explorer.questions.regions import RegionLine, Regions
from explorer.ui.dialogs.palette import EntryPainter
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.fuzzy import folded
from explorer.ui.models.palette_model import ENTRY_ROLE, Entry, PaletteModel
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.words import counted

_WIDTH_PX, _LIST_PX = 520, 360


class RegionsSheet(Sheet):
    """A line and the regions whose name or terms hold what is typed; Enter takes the marked row."""

    chosen = Signal(object)  #: number of a region

    def __init__(self, window: QWidget) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Regions"))
        self.setAccessibleName(self.tr("Regions"))
        self._regions: tuple[RegionLine, ...] = ()
        self.line = SearchBox(self.tr("Name of a region, or a term of its titles"))
        self.line.textChanged.connect(self._refresh)
        self.line.entered.connect(self._enter)
        self.line.walked.connect(self._walk)
        self.line.left.connect(self.close_up)
        self._model = PaletteModel()
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(EntryPainter(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(self.tr("Regions"))
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setFixedHeight(_LIST_PX)
        self._view.clicked.connect(self._take)
        self._nothing = label("", "dim", wraps=True)
        for part in (self.line, self._nothing, self._view):
            self.column.addWidget(part)
        self._refresh()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self._model.entries

    @Slot(object)
    def show_regions(self, answer: Regions) -> None:
        """Show the regions that there are."""
        self._regions = answer.regions
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        wanted = folded(self.line.text().strip())
        found = [line for line in self._regions if wanted in folded(" ".join((line.name, *line.terms)))]
        self._model.show(tuple(self._entry(line) for line in found))
        if found:
            self._view.setCurrentIndex(self._model.index(0))
        words = self.tr("No region is called so.")
        if not self._regions:
            words = self.tr("There are no regions yet: compute similarity first.")
        self._nothing.setText(words)
        self._nothing.setVisible(not found)
        self._view.setVisible(bool(found))

    def _entry(self, line: RegionLine) -> Entry:
        papers = counted(line.papers, self.tr("{n} paper"), self.tr("{n} papers"))
        return Entry(line.name, node=line.id, side=papers, detail=" · ".join(line.terms))

    @Slot(object)
    def _walk(self, rows: int) -> None:
        row = min(max(self._view.currentIndex().row() + rows, 0), len(self._model.entries) - 1)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row))

    @Slot()
    def _enter(self) -> None:
        if self._view.currentIndex().isValid() and self._model.entries:
            self._take(self._view.currentIndex())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        self.close_up()
        self.chosen.emit(entry.node)
