"""Samples: the sample library with its similarities, and the way to them where a library has none yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from explorer.embedders import EMBEDDERS
from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS
from explorer.model import Changes
from explorer.ui import verbs
from explorer.ui.said import worded
from explorer.ui.view_state import lacking
from explorer.ui.workspace import Notice, Offer

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

_QUICK = "lexical"  # needs no model: for a sample where the engine of the preferences is not installed


class Samples(QObject):
    """Opens the sample; a new one gets its similarities in the background, so that the map works at once."""

    told = Signal(object)  #: Notice

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._opening: verbs.Sample | None = None
        self.compares = True  #: whether similarities of a new sample are computed; not for a picture
        self._workspace.opened.connect(self._take)

    def open(self, base: Path) -> None:
        """Open the sample of this version, made beside ``base`` on first use."""
        self._opening = verbs.Sample(base)
        self._workspace.open_with(self._opening, self.tr("the sample"))

    @Slot(object)
    def _take(self, path: Path) -> None:
        sample, self._opening = self._opening, None
        if sample is None or sample.library != path or not sample.is_new:
            return
        if sample.older:
            words = self.tr("This is a newer sample. The one that you used before is kept.")
            self.told.emit(Notice(words, str(sample.older[-1])))
        if self.compares:
            engine = self._window.settings.engine
            if engine not in EMBEDDERS or EMBEDDERS[engine].missing():
                engine = _QUICK
            label = self.tr("Comparing the papers of the sample")
            self._workspace.start(label, verbs.embed, engine, then=self._tell_compared)

    @Slot(object)
    def _tell_compared(self, words: str) -> None:
        self._workspace.changed.emit(Changes(words, frozenset({"edge"})))

    def why_not(self, view: GraphView, layout: str) -> str:
        """Why a view cannot be laid out like this, in words; "" where it can."""
        missing = lacking(view, layout)
        if not missing:
            return ""
        words = self.tr("{layout} needs similarities: how alike papers are has not been computed yet.")
        if "date" in missing:
            words = self.tr("{layout} needs dates: nothing in this view has one.")
        return words.format(layout=worded(LAYOUTS[layout].label))

    @Slot(object)
    def say_why_not(self, layout: str) -> None:
        """Say it, and offer to compute similarities where that helps."""
        scene = self._window.navigator.scene
        if scene is None:
            return
        needs_similarity = "map_x" in lacking(scene.whole, layout)
        offer = Offer("file.embed", self.tr("Compute similarity")) if needs_similarity else None
        self.told.emit(Notice(self.why_not(scene.whole, layout), offer=offer))
