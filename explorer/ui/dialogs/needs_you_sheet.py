"""What needs you: papers, contradictions, proposed links and names, one after the other."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from explorer.questions.curation import Curation
from explorer.questions.needs_you import UNTITLED, NeedsYou, Undecided
from explorer.ui.dialogs.curation_page import CurationPage
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.undecided_rows import Act, act_words, acts_of, kind_words, line_of, wish_of
from explorer.ui.said import worded
from explorer.ui.style import TEXT_PX
from explorer.ui.widgets.labels import clear, label
from explorer.ui.widgets.letter_list import LetterButton, LetterList, scrolled_card
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.side_card import SideCard, quotation
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import number

_LIST_PX, _HEIGHT_PX = 270, 430


class NeedsYouSheet(Sheet):
    """The list at the left, both sides of its row at the right, the decisions below."""

    wished = Signal(object)  #: Wish
    wanted = Signal(object)  #: id of a node that was clicked
    wished_curation = Signal(object)  #: LinkWish or NameWish
    correction_wanted = Signal(object)  #: Statement

    def __init__(self, window: QWidget, answer: NeedsYou) -> None:
        super().__init__("", window, 980)
        self._rows: tuple[Undecided, ...] = ()
        self._totals = (0, 0, 0)  # of the tabs
        self._lines = QStringListModel(self)
        self.list = LetterList(self._lines, self.tr("What waits for you"))
        self.list.setFixedWidth(_LIST_PX)
        self.list.setUniformItemSizes(True)
        self.list.pressed_key.connect(self._press)
        self.list.selectionModel().currentChanged.connect(self._show_row)
        self._card = QVBoxLayout()
        self._card.setContentsMargins(0, 0, 6, 0)
        self.reason = SearchBox("")
        self.reason.setAccessibleName(self.tr("Reason, if you like"))
        self.reason.entered.connect(self._decide_usual)
        self.reason.left.connect(self._leave_reason)
        self._buttons = QHBoxLayout()
        self._arrange()
        self.show_answer(answer)

    def _arrange(self) -> None:
        scroll = scrolled_card(self._card, self.tr("Both sides"), _HEIGHT_PX)
        right = QVBoxLayout()
        right.addWidget(scroll, 1)
        right.addWidget(self.reason)
        right.addLayout(self._buttons)
        columns = QHBoxLayout()
        columns.setSpacing(14)
        columns.addWidget(self.list)
        columns.addLayout(right, 1)
        papers = QWidget()
        outer = QVBoxLayout(papers)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addLayout(columns, 1)
        hint = self.tr("↑ ↓ walk, Enter takes the first, R writes a reason, Ctrl+Z takes a decision back.")
        outer.addWidget(label(hint, "dim"))
        self._add_tabs(papers)

    def _add_tabs(self, papers: QWidget) -> None:
        self.links = CurationPage(self.tr("Proposed links"), _HEIGHT_PX)
        self.names = CurationPage(self.tr("Names in question"), _HEIGHT_PX)
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.tr("Papers and people, links, names"))
        self._pages = QStackedWidget()
        for key, text, page in (
            ("papers", self.tr("Papers and people"), papers),
            ("links", self.tr("Links"), self.links),
            ("names", self.tr("Names"), self.names),
        ):
            self.tabs.setTabData(self.tabs.addTab(text), key)
            self._pages.addWidget(page)
        for page in (self.links, self.names):
            page.wished.connect(self.wished_curation)
            page.correction_wanted.connect(self.correction_wanted)
            page.wanted.connect(self.wanted)
        self.tabs.currentChanged.connect(self._turn_to)
        self.column.addWidget(self.tabs)
        self.column.addWidget(self._pages, 1)

    def choose(self, key: str) -> None:
        """Turn to a tab with the keyboard on its list."""
        keys = [self.tabs.tabData(at) for at in range(self.tabs.count())]
        self.tabs.setCurrentIndex(keys.index(key) if key in keys else 0)
        (self.list, self.links.list, self.names.list)[self.tabs.currentIndex()].setFocus()

    @Slot(int)
    def _turn_to(self, at: int) -> None:
        self._pages.setCurrentIndex(at)

    @Slot(object)
    def show_curation(self, answer: Curation) -> None:
        """Show what waits on links and names now."""
        self.links.show_rows(answer.links, answer.links_total)
        self.names.show_rows(answer.names, answer.names_total)
        self._count((self._totals[0], answer.links_total, answer.names_total))

    def _count(self, totals: tuple[int, int, int]) -> None:
        """Say on each tab how many wait there, and in the title how many do in all."""
        self._totals = totals
        names = self.tr("Papers and people"), self.tr("Links"), self.tr("Names")
        for at, (words, total) in enumerate(zip(names, totals, strict=True)):
            self.tabs.setTabText(at, f"{words} {number(total)}" if total else words)
        title = self.tr("Needs you ({n})").format(n=number(sum(totals)))
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.setAccessibleName(title)

    @property
    def current(self) -> Undecided | None:
        """The row that is shown."""
        at = self.list.currentIndex().row()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @Slot(object)
    def show_answer(self, answer: NeedsYou) -> None:
        """Show what waits now; where a row has gone, the next one moves up into its place."""
        at = max(self.list.currentIndex().row(), 0)
        self._rows = answer.rows
        self._count((answer.total, *self._totals[1:]))
        lines = [line_of(row) for row in answer.rows]
        left = answer.total - len(answer.rows)
        self._lines.setStringList(lines + ([self.tr("and {n} more").format(n=number(left))] if left else []))
        self.list.setCurrentIndex(self._lines.index(min(at, len(lines) - 1), 0))
        self._show_row()

    @Slot()
    def _show_row(self) -> None:
        row = self.current
        clear(self._card)
        clear(self._buttons)
        self.reason.clear()
        self.reason.setVisible(row is not None)
        if row is None:
            words = self.tr("Nothing waits for you.") if not self._rows else self.tr("Decide these first.")
            self._card.addWidget(label(words, "dim"))
            self._card.addStretch(1)
            return
        asks_name = row.kind == UNTITLED
        words = (
            self.tr("Title or id of the paper that it is") if asks_name else self.tr("Reason, if you like")
        )
        self.reason.setPlaceholderText(words)
        self.reason.setAccessibleName(words)
        self._fill(row)
        for act in acts_of(row):
            choice = LetterButton(act_words(act), act.key, act, act is acts_of(row)[0])
            choice.chosen.connect(self._decide)
            self._buttons.addWidget(choice)
        self._buttons.addStretch(1)

    def _fill(self, row: Undecided) -> None:
        self._card.addWidget(label(kind_words(row), "head"))
        self._card.addWidget(TextBlock((Run(worded(row.words)),), TEXT_PX))
        if row.quote is not None:
            self._card.addWidget(quotation(row.quote))
            self._card.addWidget(label(row.quote.source, "dim"))
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for side in row.sides:
            card = SideCard(side)
            card.wanted.connect(self.wanted)
            sides.addWidget(card, 1)
        self._card.addLayout(sides)
        self._card.addStretch(1)

    @Slot(object)
    def _press(self, letter: str) -> None:
        if letter == "R":
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        acts = acts_of(self.current) if self.current is not None else ()
        for act in acts[:1] if not letter else [act for act in acts if act.key == letter]:
            self._decide(act)

    @Slot()
    def _decide_usual(self) -> None:
        self._press("")

    @Slot()
    def _leave_reason(self) -> None:
        self.list.setFocus()

    @Slot(object)
    def _decide(self, act: Act) -> None:
        row = self.current
        if row is None:
            return
        words = self.reason.text().strip()
        if act.verb == "named" and not words:
            self.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self.list.setFocus()
        self.wished.emit(wish_of(row, act, words))
