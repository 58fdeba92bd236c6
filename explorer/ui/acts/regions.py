"""RegionActs: the grounds of regions shown or not, and one of them as a view."""

from __future__ import annotations

from PySide6.QtCore import Slot

from explorer.graph.hulls import strength_at
from explorer.questions.regions import map_view, region_view, regions
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.regions_sheet import RegionsSheet
from explorer.ui.notices import Notice, Offer


class RegionActs(ActGroup):
    """Communities of papers."""

    def toggle_regions(self) -> None:
        """Show or hide the grounds of regions, and say why none are seen."""
        canvas = self._window.canvas
        if not canvas.regions.has_any:
            words = self.tr("This view has no regions: they belong to Map and Force with many papers.")
            self.told.emit(
                Notice(words, self.tr("Compute similarity first, then look at the whole library."))
            )
            return
        is_on = not self._navigator.state.regions
        self._navigator.show_regions(is_on)
        if is_on and strength_at(canvas.scene.spacing * canvas.camera.scale) <= 0:
            self.told.emit(Notice(self.tr("Regions are seen from farther out."), self.tr("Zoom out with −.")))

    def show_map(self) -> None:
        """Show all papers on the map."""
        self._workspace.ask("view", map_view, then=self._acts.readings.restore)

    def offer_map(self) -> None:
        """Where the map was chosen for a few nodes of the whole library, offer all its papers."""
        state, scene = self._navigator.state, self._navigator.scene
        if state.layout != "map" or state.frozen is not None or scene is None or not scene.whole.left_out:
            return
        if not state.query.centers and state.query.only is None:
            words = self.tr("Only the most important nodes are on this map.")
            offer = Offer("go.map", self.tr("Show all papers"))
            self.told.emit(Notice(words, offer=offer))

    def show_regions(self) -> None:
        """Show the list of regions; the one that is chosen becomes the view."""
        sheet = RegionsSheet(self._window)
        sheet.chosen.connect(self.open_region)
        self._workspace.ask("regions", regions, then=sheet.show_regions)
        sheet.open(sheet.line)

    @Slot(object)
    def open_region(self, number: int) -> None:
        """Show a region as a view of its own."""
        self._workspace.ask("view", region_view, number, then=self._acts.readings.restore)
