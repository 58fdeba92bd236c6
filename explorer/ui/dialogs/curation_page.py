"""CurationPage: a list of links or names that wait, what they say, and a letter for each decision."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QStringListModel, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from explorer.questions.curation import NamedConcept, NameQuestion
from explorer.questions.evidence import Statement
from explorer.ui.models.curation_rows import (
    CurationAct,
    Row,
    act_words,
    acts_of,
    kind_words,
    line_of,
    wish_of,
)
from explorer.ui.panels.passport_pages import shown_sentence
from explorer.ui.said import worded
from explorer.ui.sentences import OBJECT, SUBJECT, sentence_parts
from explorer.ui.style import SMALL_PX, TEXT_PX
from explorer.ui.widgets.flow import FlowLayout
from explorer.ui.widgets.labels import clear, label
from explorer.ui.widgets.letter_list import LetterButton, LetterList, scrolled_card
from explorer.ui.widgets.side_card import quotation
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import counted, number

LIST_PX = 330
_QUOTES_SHOWN = 4
_SENTENCE_COLUMNS = 640  #: a decision needs the whole sentence


class CurationPage(QWidget):
    """The list at the left, what its rows say at the right, the decisions below."""

    wished = Signal(object)  #: LinkWish or NameWish
    correction_wanted = Signal(object)  #: Statement
    wanted = Signal(object)  #: id of a node that was clicked

    def __init__(self, name: str, height_px: int) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._lines = QStringListModel(self)
        self.list = LetterList(self._lines, name)
        self.list.setFixedWidth(LIST_PX)
        self.list.setUniformItemSizes(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.pressed_key.connect(self._press)
        self.list.selectionModel().selectionChanged.connect(self._show_chosen)
        self._card = QVBoxLayout()
        self._card.setContentsMargins(0, 0, 6, 0)
        self._buttons = FlowLayout()
        self._arrange(height_px)

    def _arrange(self, height_px: int) -> None:
        scroll = scrolled_card(self._card, self.tr("What it says"), height_px)
        right = QVBoxLayout()
        right.addWidget(scroll, 1)
        right.addLayout(self._buttons)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self.list)
        columns.addLayout(right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(columns, 1)
        hint = self.tr(
            "↑ ↓ walk, Shift chooses several for one step, Enter takes the first decision, Ctrl+Z undoes it."
        )
        outer.addWidget(label(hint, "dim"))

    @property
    def picked(self) -> tuple[Row, ...]:
        """The rows that a decision would be on."""
        places = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return tuple(self.rows[place] for place in places if place < len(self.rows))

    def show_rows(self, rows: Sequence[Row], total: int) -> None:
        """Show what waits now; where rows have gone, the next one moves up into their place."""
        places = [index.row() for index in self.list.selectionModel().selectedRows()]
        at = min(places, default=0)
        self.rows = tuple(rows)
        left = total - len(rows)
        more = [self.tr("and {n} more").format(n=number(left))] if left > 0 else []
        self._lines.setStringList([line_of(row) for row in rows] + more)
        index = self._lines.index(max(min(at, len(rows) - 1), 0), 0)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(index, flags)
        self._show_chosen()

    @Slot()
    def _show_chosen(self) -> None:
        rows = self.picked
        clear(self._card)
        clear(self._buttons)
        if not rows:
            words = self.tr("Nothing waits for you.") if not self.rows else self.tr("Decide these first.")
            self._card.addWidget(label(words, "dim"))
        elif len(rows) == 1:
            self._fill(rows[0])
        else:
            self._card.addWidget(
                label(counted(len(rows), self.tr("{n} chosen"), self.tr("{n} chosen")), "head")
            )
            for row in rows[: _QUOTES_SHOWN * 3]:
                self._card.addWidget(TextBlock((Run(line_of(row)),), TEXT_PX))
            if not acts_of(rows):
                self._card.addWidget(
                    label(self.tr("They ask different things: choose rows of one kind."), "dim")
                )
        self._card.addStretch(1)
        for act in acts_of(rows):
            button = LetterButton(act_words(act), act.key, act, act is acts_of(rows)[0])
            button.chosen.connect(self._decide)
            self._buttons.addWidget(button)

    def _fill(self, row: Row) -> None:
        self._card.addWidget(label(kind_words(row), "head"))
        if isinstance(row, Statement):
            self._fill_link(row)
        else:
            self._fill_names(row)

    def _fill_link(self, said: Statement) -> None:
        ends = {
            SUBJECT: Run(said.subject_name, bold=True, target=said.subject),
            OBJECT: Run(said.object_name, bold=True, target=said.object),
        }
        runs = tuple(ends.get(part) or Run(part, "dim") for part in sentence_parts(said.words))
        self._add(TextBlock(runs, TEXT_PX + 2))
        for quote in said.quotes[:_QUOTES_SHOWN]:
            sentence = Run(shown_sentence(quote, _SENTENCE_COLUMNS), language=quote.language)
            self._card.addWidget(TextBlock((sentence,), TEXT_PX, bar=True))
            marks = " · " + self.tr("machine-written") if quote.machine else ""
            self._card.addWidget(TextBlock((Run(quote.source + marks, "dim"),), SMALL_PX))
        share = self.tr("proposed by rule · confidence {share}").format(share=f"{said.confidence:.0%}")
        self._card.addWidget(label(share, "dim"))

    def _fill_names(self, row: NameQuestion) -> None:
        why = worded(row.why)
        self._card.addWidget(TextBlock((Run(why[:1].upper() + why[1:]),), TEXT_PX))
        for form in row.forms:
            self._card.addWidget(TextBlock((Run(form),), TEXT_PX, bar=True))
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for side in row.sides[:3]:
            sides.addWidget(self._side(side), 1)
        self._card.addLayout(sides)
        for side in row.sides[3:]:
            self._add(
                TextBlock(
                    (Run(side.name, bold=True, target=side.id), Run(f"  {worded(side.kind)}", "dim")), TEXT_PX
                )
            )

    def _side(self, side: NamedConcept) -> QFrame:
        card = QFrame()
        card.setProperty("tone", "choice")
        card.setAccessibleName(side.name)
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(4)
        title = TextBlock(
            (Run(side.name, bold=True, target=side.id), Run(f"  {worded(side.kind)}", "dim")), TEXT_PX + 1
        )
        title.activated.connect(self.wanted)
        column.addWidget(title)
        if side.forms:
            column.addWidget(TextBlock((Run(" · ".join(side.forms), "dim"),), SMALL_PX))
        for quote in side.quotes:
            column.addWidget(quotation(quote))
            column.addWidget(TextBlock((Run(quote.source, "dim"),), SMALL_PX - 0.5))
        column.addStretch(1)
        return card

    def _add(self, block: TextBlock) -> None:
        block.activated.connect(self.wanted)
        self._card.addWidget(block)

    @Slot(object)
    def _press(self, letter: str) -> None:
        acts = acts_of(self.picked)
        for act in acts[:1] if not letter else [act for act in acts if act.key == letter]:
            self._decide(act)

    @Slot(object)
    def _decide(self, act: CurationAct) -> None:
        rows = self.picked
        self.list.setFocus()
        if act.verb == "correct":
            self.correction_wanted.emit(rows[0])
        elif rows:
            self.wished.emit(wish_of(rows, act))
