"""Merge two papers, or people, that are selected; split a paper by the places that name it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from explorer.questions.needs_you import Side
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.verbs.identities import Wish
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.side_card import SideCard, quotation
from explorer.ui.words import no_mnemonic

_PLACES_PX = 320


class DecisionSheet(Sheet):
    """A card with a reason and one button."""

    wished = Signal(object)  #: Wish

    def __init__(self, window: QWidget, title: str, width_px: int) -> None:
        super().__init__("", window, width_px)
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.setAccessibleName(title)
        self.reason = SearchBox(self.tr("Reason, if you like"))
        self.reason.entered.connect(self._decide)
        self.reason.left.connect(self.close_up)

    def _finish(self, words: str) -> None:
        """Put the reason and the button at the bottom."""
        self.decide = button(words, "primary")
        self.decide.clicked.connect(self._decide)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("One step: Ctrl+Z takes it back."), "dim"), 1)
        row.addWidget(self.decide)
        self.column.addWidget(self.reason)
        self.column.addLayout(row)

    def wish(self) -> Wish:
        """What Enter asks for."""
        raise NotImplementedError

    @Slot()
    def _decide(self) -> None:
        if self.decide.isEnabled():
            self.wished.emit(self.wish())
            self.close_up()


class MergeSheet(DecisionSheet):
    """Two papers, or people, side by side, and which of them is kept."""

    def __init__(self, window: QWidget, sides: tuple[Side, Side], verb: str = "merge") -> None:
        super().__init__(window, "", 760)
        is_paper = verb == "merge"
        title = self.tr("Merge two papers") if is_paper else self.tr("Merge two people")
        self.title.setText(title)
        self.setAccessibleName(title)
        self._sides = sides
        self._verb = verb
        self.keeps: list[QRadioButton] = []
        columns = QHBoxLayout()
        columns.setSpacing(12)
        for at, side in enumerate(sides):
            keep = QRadioButton(self.tr("Keep this one"))
            keep.setAccessibleName(self.tr("Keep {title}").format(title=side.title))
            keep.setChecked(at == 0)
            column = QVBoxLayout()
            column.addWidget(SideCard(side), 1)
            column.addWidget(keep)
            columns.addLayout(column, 1)
            self.keeps.append(keep)
        self.column.addLayout(columns)
        hint = self.tr("It takes over places, tags and links; the other's ids and titles go on finding it.")
        if not is_paper:
            hint = self.tr("All papers under either name stand there, later ones too; both names find it.")
        self.column.addWidget(label(hint, "dim", wraps=True))
        self._finish(self.tr("Merge"))

    def wish(self) -> Wish:
        papers = tuple(side.id for side in self._sides)
        return Wish(self._verb, papers if self.keeps[0].isChecked() else papers[::-1], self.reason.text())


class SplitSheet(DecisionSheet):
    """The places that name a paper; those that are ticked leave it."""

    def __init__(self, window: QWidget, side: Side) -> None:
        super().__init__(window, "", 640)
        title = self.tr("Split {title}").format(title=side.title)
        self.title.setText(title)
        self.title.setWordWrap(True)
        self.setAccessibleName(title)
        self._side = side
        self.boxes: list[QCheckBox] = []
        body = QWidget()
        body.setProperty("plain", "true")
        column = QVBoxLayout(body)
        for place in side.places:
            box = QCheckBox(no_mnemonic(place.quote.source))
            box.setAccessibleName(f"{place.quote.source}: {place.as_written}")
            box.toggled.connect(self._count)
            column.addWidget(box)
            column.addWidget(quotation(place.quote))
            self.boxes.append(box)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("Places that name it"))
        scroll.setMinimumHeight(min(_PLACES_PX, 58 * len(side.places)))
        self.column.addWidget(label(self.tr("Tick the places that speak of another paper."), "dim"))
        self.column.addWidget(scroll, 1)
        self._finish(self.tr("Split"))
        self._count()

    @Slot()
    def _count(self) -> None:
        ticked = sum(box.isChecked() for box in self.boxes)
        self.decide.setEnabled(0 < ticked < len(self.boxes))

    def wish(self) -> Wish:
        pairs = zip(self._side.places, self.boxes, strict=True)
        places = tuple(place.appearance for place, box in pairs if box.isChecked())
        return Wish("split", (self._side.id,), self.reason.text(), places=places)
