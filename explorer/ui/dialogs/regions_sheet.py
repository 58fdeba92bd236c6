"""Regions of the map: choose one by typing or from the list."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from explorer.questions.regions import RegionLine, Regions
from explorer.ui.dialogs.typed_sheet import TypedSheet
from explorer.ui.fuzzy import folded
from explorer.ui.models.palette_model import Entry
from explorer.ui.words import counted

_LIST_PX = 360


class RegionsSheet(TypedSheet):
    """The regions whose name or terms hold what is typed; it tells the number of the chosen one."""

    def __init__(self, window: QWidget) -> None:
        title, hint = self.tr("Regions"), self.tr("Name of a region, or a term of its titles")
        super().__init__(window, (title, hint, title), _LIST_PX)
        self.setAccessibleName(title)
        self._regions: tuple[RegionLine, ...] = ()
        self.line.textChanged.connect(self._refresh)
        self._refresh()

    @Slot(object)
    def show_regions(self, answer: Regions) -> None:
        """Show the regions that there are."""
        self._regions = answer.regions
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        wanted = folded(self.line.text().strip())
        found = [line for line in self._regions if wanted in folded(" ".join((line.name, *line.terms)))]
        words = self.tr("No region is called so.")
        if not self._regions:
            words = self.tr("There are no regions yet: compute similarity first.")
        self.show_rows(tuple(self._entry(line) for line in found), words)

    def _entry(self, line: RegionLine) -> Entry:
        papers = counted(line.papers, self.tr("{n} paper"), self.tr("{n} papers"))
        return Entry(line.name, node=line.id, side=papers, detail=" · ".join(line.terms))
