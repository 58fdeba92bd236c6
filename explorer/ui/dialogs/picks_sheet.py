"""PicksSheet: papers with why they stand there, a letter for each thing to do with them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.dialogs.palette import EntryPainter
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import ENTRY_ROLE, Entry, PaletteModel
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.letter_list import LetterButton, LetterList

_WIDTH_PX, _LIST_PX = 760, 440


@dataclass(frozen=True, slots=True)
class PickAct:
    """A letter that was pressed, and the paper of the row at hand (0 without one)."""

    letter: str
    node: int


class PicksSheet(Sheet):
    """A list of papers; what is done with them belongs to whoever opened it."""

    acted = Signal(object)  #: PickAct
    opened = Signal(object)  #: id of the paper

    def __init__(self, window: QWidget, title: str, acts: Sequence[tuple[str, str]]) -> None:
        """Args:
        acts: (letter, words) of each button.
        """
        super().__init__(title, window, _WIDTH_PX)
        self.about = label("", "dim", wraps=True)
        self.column.addWidget(self.about)
        self._model = PaletteModel()
        self.view = LetterList(self._model, title)
        self.view.setItemDelegate(EntryPainter(self.view))
        self.view.setFixedHeight(_LIST_PX)
        self.view.pressed_key.connect(self._press)
        self.view.doubleClicked.connect(self._open)
        self.column.addWidget(self.view)
        row = QHBoxLayout()
        self._letters = tuple(letter for letter, _ in acts)
        for place, (letter, words) in enumerate(acts):
            made = LetterButton(words, letter, letter, place == 0)
            made.chosen.connect(self._act)
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(label(self.tr("Enter opens, Escape closes."), "dim"))
        self.column.addLayout(row)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self._model.entries

    def show_rows(self, title: str, about: str, entries: Sequence[Entry]) -> None:
        """Show other rows; the one at hand stays where it was."""
        row = max(self.view.currentIndex().row(), 0)
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.setAccessibleName(title)
        self.view.setAccessibleName(title)
        self.about.setText(about)
        self.about.setAccessibleName(about)
        self._model.show(tuple(entries))
        self.view.setCurrentIndex(self._model.index(min(row, max(len(entries) - 1, 0))))
        self.place()

    def _node(self) -> int:
        index = self.view.currentIndex()
        return index.data(ENTRY_ROLE).node if index.isValid() else 0

    @Slot(object)
    def _press(self, letter: str) -> None:
        if not letter:
            self._open()
        elif letter in self._letters:
            self._act(letter)

    @Slot(object)
    def _act(self, letter: str) -> None:
        self.acted.emit(PickAct(letter, self._node()))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _open(self) -> None:
        if node := self._node():
            self.opened.emit(node)
            self.close_up()
