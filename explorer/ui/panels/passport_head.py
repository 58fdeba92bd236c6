"""Parts of a passport's head: an abstract that opens, and the region that a paper or method is in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.model import NodeKind
from explorer.questions.lifeline import Lifeline
from explorer.questions.passport_page import InRegion
from explorer.ui.style import SMALL_PX
from explorer.ui.widgets.labels import button
from explorer.ui.widgets.lifeline_strip import LifelineStrip, firsts
from explorer.ui.widgets.text_block import Run, TextBlock

ABSTRACT_COLUMNS = 320


class Abstract(QWidget):
    """The beginning of an abstract, and a way to the whole."""

    def __init__(self, text: str) -> None:
        super().__init__()
        room = ABSTRACT_COLUMNS if text.isascii() else ABSTRACT_COLUMNS // 2
        is_long = len(text) > room * 1.2
        self._whole = text
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 6, 0, 4)
        self._column.setSpacing(0)
        self._text = _text(text[:room].rsplit(" ", 1)[0] + " …" if is_long else text)
        self._column.addWidget(self._text)
        if is_long:
            more = button(self.tr("Whole abstract"), "link")
            more.clicked.connect(self._show_whole)
            self._column.addWidget(more)

    @Slot()
    def _show_whole(self) -> None:
        whole = _text(self._whole)
        self._column.replaceWidget(self._text, whole)
        self._text.deleteLater()
        self._text = whole
        self.sender().hide()


class Complete(QWidget):
    """The way to the abstract of a paper that has none."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        tip = self.tr("Ask arXiv and OpenReview for its abstract, authors and dates")
        complete = button(self.tr("Complete this paper"), "link", tip)
        complete.clicked.connect(self._ask)
        row.addWidget(complete)
        row.addStretch(1)

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit()


def add_lifeline(column: QVBoxLayout, found: Lifeline | None, follow: Callable[[object], None]) -> None:
    """The lifeline of a paper or method below what is there, where anything is known of it."""
    if found is not None and firsts(found):
        strip = LifelineStrip(found)
        strip.activated.connect(follow)
        column.addWidget(strip)


class Compare(QWidget):
    """The way to what rose and declined against another edition, digest or tag; of a tag, to more for it."""

    wanted = Signal()
    suggestions_wanted = Signal()

    def __init__(self, is_tag: bool) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        tip = self.tr("What rose and declined against another edition, digest or tag")
        compare = button(self.tr("Compare with…"), "link", tip)
        compare.clicked.connect(self._ask)
        row.addWidget(compare)
        if is_tag:
            suggest = button(self.tr("Suggestions…"), "link", self.tr("Papers that it may be meant for, too"))
            suggest.clicked.connect(self._suggest)
            row.addWidget(suggest)
        row.addStretch(1)

    @Slot()
    def _ask(self) -> None:
        self.wanted.emit()

    @Slot()
    def _suggest(self) -> None:
        self.suggestions_wanted.emit()


def way_on(kind: NodeKind, panel: QWidget) -> Complete | Compare | None:
    """What a node without an abstract leads on to, by the signals of a passport panel."""
    if kind is NodeKind.PAPER:
        complete = Complete()
        complete.wanted.connect(panel.completion_wanted)
        return complete
    if kind not in (NodeKind.EDITION, NodeKind.ISSUE, NodeKind.TAG):
        return None
    compare = Compare(kind is NodeKind.TAG)
    compare.wanted.connect(panel.comparison_wanted)
    compare.suggestions_wanted.connect(panel.suggestions_wanted)
    return compare


def _text(text: str) -> TextBlock:
    return TextBlock((Run(text),), SMALL_PX + 0.5)


class RegionRow(TextBlock):
    """The region of a paper or method as a link to its view."""

    region_wanted = Signal(object)  #: number of a region

    def __init__(self, region: InRegion) -> None:
        name = Run(region.name, "accent", target=region.id)
        if not region.is_known:
            name = Run(self.tr("none yet: similarity was computed before it came"))
        super().__init__((Run(self.tr("Region") + "  ", "dim"), name), SMALL_PX)
        self.activated.connect(self.region_wanted)
        if region.is_known:
            self.setAccessibleName(self.tr("Region {name}").format(name=region.name))
