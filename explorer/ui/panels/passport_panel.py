"""The passport: everything the library knows of what is selected, with its sentences."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QScrollArea, QTabBar, QVBoxLayout, QWidget

from explorer.questions.evidence import Statement
from explorer.questions.many import Many
from explorer.questions.passport import Passport
from explorer.questions.passport_page import Passage
from explorer.questions.passport_person import PersonAbout
from explorer.ui.panels.identity_row import IdentityRow
from explorer.ui.panels.many_panel import ManyPanel
from explorer.ui.panels.note_editor import NoteEditor
from explorer.ui.panels.passport_chips import TagChip, chip
from explorer.ui.panels.passport_head import Abstract, RegionRow, add_lifeline, way_on
from explorer.ui.panels.passport_kinds import pages_of
from explorer.ui.panels.passport_lists import RowList
from explorer.ui.panels.passport_pages import (
    Page,
    Section,
    SideRow,
    StatementRow,
    Wanted,
    is_lit,
    other_names,
)
from explorer.ui.panels.passport_words import fact_words
from explorer.ui.panels.walk_rows import WalkPage, short_names
from explorer.ui.said import worded, worded_line
from explorer.ui.style import SMALL_PX, TITLE_PX
from explorer.ui.widgets.flow import FlowLayout
from explorer.ui.widgets.labels import button, clear, label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import counted, no_mnemonic, plain_tip

ALIASES_SHOWN = 5
PEOPLE_SHOWN = 6
_MANY_TABS = 5  # the sections below have counts of their own
_ABOVE_LIT_PX = 90  # what is seen above a quoted block
_COUNTED = ("evidence",)  # papers are counted in the subtitle: the list may be cut


class PassportPanel(QFrame):
    """Shows a passport, what lies between two nodes, or how many are selected."""

    wanted = Signal(object)  #: id of a node that was clicked
    passage_wanted = Signal(object)  #: Passage of a document that was clicked
    more_wanted = Signal(object)  #: Wanted: the next part of a long list or text
    side_wanted = Signal(object)  #: SideRow: two renditions
    decision_wanted = Signal()
    region_wanted = Signal(object)  #: number of a region
    merge_wanted = Signal()  #: the person that is shown with another
    split_wanted = Signal()
    completion_wanted = Signal()
    comparison_wanted = Signal()
    suggestions_wanted = Signal()
    address_wanted = Signal(object)  #: http(s) address that was clicked

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("right_panel")
        self.setAccessibleName(self.tr("Passport"))
        self._pages: tuple[Page, ...] = ()
        self._many: QWidget | None = None  # while several nodes are shown
        self._tab = "evidence"
        self._body = QWidget()
        self._body.setProperty("plain", "true")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(16, 14, 12, 14)
        self._column.setSpacing(0)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # no new wrap
        self._scroll.setWidget(self._body)
        self._scroll.setAccessibleName(self.tr("Passport"))
        self._seeks_lit = False  # a quoted block is to be brought into sight
        self._scroll.verticalScrollBar().rangeChanged.connect(self._scroll_to_lit)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._quieten_bar)
        self._scroll.verticalScrollBar().actionTriggered.connect(self._leave_lit)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll, 1)
        self.notes = NoteEditor()
        outer.addWidget(self.notes)
        self.shown: Passport | None = None
        self.show_nothing()

    @Slot(int, int)
    def _quieten_bar(self, first: int, last: int) -> None:
        """A bar that moves nothing keeps its room, and shows no thumb."""
        self._scroll.verticalScrollBar().setEnabled(last > first)

    def show_nothing(self) -> None:
        """Say what stands here once something is selected."""
        self._begin(None)
        self._column.addWidget(label(self.tr("Nothing selected"), "head"))
        hint = self.tr("Click a node, or search. Its names, sentences and sources stand here.")
        self._column.addWidget(label(hint, "dim", wraps=True))
        self._column.addStretch(1)

    def show_many(self, count: int) -> None:
        """Several nodes are selected; what is known of them follows."""
        is_same = self._many is not None
        at = self._scroll.verticalScrollBar().value() if is_same else 0
        self._begin(None)
        self._column.addWidget(
            label(counted(count, self.tr("{n} selected"), self.tr("{n} selected")), "head")
        )
        self._many = QWidget()
        self._column.addWidget(self._many)
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(at)

    def fill_many(self, about: Many, actions: Sequence[QAction]) -> None:
        """Say what several nodes have in common, unless something else is shown by now."""
        if self._many is None:
            return
        fresh = ManyPanel(about, actions)
        fresh.wanted.connect(self._follow)
        self._column.replaceWidget(self._many, fresh)
        self._many.hide()
        self._many.deleteLater()
        self._many = fresh

    def show_passport(self, passport: Passport) -> None:
        """Show a node; the tab stays where the new node has one of that name."""
        is_same = self.shown is not None and self.shown.id == passport.id
        at = self._scroll.verticalScrollBar().value() if is_same else 0
        self._begin(passport)
        self._add_head(passport)
        self._pages = pages_of(passport)
        if any(is_lit(section) for one in self._pages for section in one.sections):
            self._tab = "text"  # a sentence of it was clicked
        self._add_tabs()
        self._column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(at)

    def show_between(
        self, names: tuple[str, str], statements: tuple[Statement, ...], common: tuple[Section, ...] = ()
    ) -> None:
        """Everything that is said between two nodes (Explain), then what both share."""
        count = len(statements)
        words = counted(count, self.tr("{n} reason that links them"), self.tr("{n} reasons that link them"))
        if not count:
            words = self.tr("Nothing links them directly. A path may: P looks for one.")
        rows = Section("", tuple(StatementRow(statement, 0) for statement in statements))
        self.show_walk(WalkPage(short_names(names), words, (rows, *common)))

    def show_walk(self, page: WalkPage) -> None:
        """What joins several nodes: paths, bridges, reasons."""
        self._begin(None)
        runs: list[Run] = []
        for name in page.names:
            runs += [Run(" – ", "dim") if runs else Run(""), Run(name)]
        self._column.addWidget(TextBlock(runs, TITLE_PX - 3))
        self._column.addWidget(label(page.words, "dim", wraps=True))
        rows = RowList(page.sections)
        rows.activated.connect(self._follow)
        self._column.addWidget(rows)
        self._column.addStretch(1)

    @Slot(object)
    def _follow(self, target: object) -> None:
        """Whatever was clicked: a node, a place in a document, two renditions."""
        if isinstance(target, Passage):
            self.passage_wanted.emit(target)
        elif isinstance(target, SideRow):
            self.side_wanted.emit(target)
        else:
            self.wanted.emit(target)

    def show_more(self, wanted: Wanted, section: Section) -> None:
        """Rows that the page at hand asked for."""
        self._seeks_lit = False
        if isinstance(self._page, RowList):
            self._page.take(wanted, section)

    @Slot(int)
    def _leave_lit(self, _action: int) -> None:
        self._seeks_lit = False

    def _begin(self, passport: Passport | None) -> None:
        if self._body.isAncestorOf(QApplication.focusWidget()):
            self._scroll.setFocus(Qt.FocusReason.OtherFocusReason)  # what had the keyboard goes away
        self.shown = passport
        self.notes.show_passport(passport)
        self._pages = ()
        self._many = None
        self._seeks_lit = False
        clear(self._column)

    def _add_head(self, passport: Passport) -> None:
        title = TextBlock(
            (Run(passport.name, bold=True),), TITLE_PX if len(passport.name) < 40 else TITLE_PX - 4
        )
        self._column.addWidget(title)
        if passport.subtitle:
            self._column.addWidget(TextBlock((Run(worded_line(passport.subtitle), "dim"),), SMALL_PX))
        self._column.addSpacing(7)
        self._add_chips(passport)
        self._add_people(passport)
        if passport.abstract:
            self._column.addWidget(Abstract(passport.abstract))
        elif way := way_on(passport.kind, self):
            self._column.addWidget(way)
        add_lifeline(self._column, passport.lifeline, self._follow)
        for name, value in map(fact_words, passport.facts):
            self._column.addWidget(TextBlock((Run(f"{name}  ", "dim"), Run(value)), SMALL_PX))
        if passport.region is not None:
            region = RegionRow(passport.region)
            region.region_wanted.connect(self.region_wanted)
            self._column.addWidget(region)
        self._add_waits(passport)
        if isinstance(passport.about, PersonAbout):
            who = IdentityRow()
            who.merge_wanted.connect(self.merge_wanted)
            who.split_wanted.connect(self.split_wanted)
            self._column.addWidget(who)
        self._add_links(passport)

    def _add_waits(self, passport: Passport) -> None:
        """What a person can decide on it, and the way there."""
        for words in map(worded, passport.waits):
            self._column.addWidget(TextBlock((Run(f"{words[:1].upper()}{words[1:]}"),), SMALL_PX))
        if passport.waits:
            decide = button(self.tr("Decide…"), "link")
            decide.clicked.connect(self._ask_decision)
            self._column.addWidget(decide)

    @Slot()
    def _ask_decision(self) -> None:
        self.decision_wanted.emit()

    def _add_chips(self, passport: Passport) -> None:
        row = QWidget()
        flow = FlowLayout(row)
        forms = other_names(passport)
        for form in forms[:ALIASES_SHOWN]:
            flow.addWidget(chip(form))
        if len(forms) > ALIASES_SHOWN:
            more = chip(f"+ {len(forms) - ALIASES_SHOWN}")
            more.setToolTip(plain_tip(" · ".join(forms[ALIASES_SHOWN:])))
            flow.addWidget(more)
        for tag, look in zip(passport.tags, passport.tag_looks, strict=True):
            flow.addWidget(TagChip(tag, look, self))
        if passport.sample:
            badge = label(self.tr("sample text, written for the app"), "badge")
            flow.addWidget(badge)
        self._column.addWidget(row)
        self._column.addSpacing(5 if flow.count() else 0)
        row.setVisible(flow.count() > 0)  # after it has a parent: before, it would be a window of its own

    def _add_people(self, passport: Passport) -> None:
        if not passport.people:
            return
        runs: list[Run] = []
        for person, name in passport.people[:PEOPLE_SHOWN]:
            runs += [Run(", ") if runs else Run(""), Run(name, target=person)]
        left = len(passport.people) - PEOPLE_SHOWN
        if left > 0:
            runs.append(Run(self.tr(" and {n} more").format(n=left), "dim"))
        elif not passport.authors_complete:
            runs.append(Run(self.tr(" and others, not named here"), "dim"))
        block = TextBlock(runs, SMALL_PX + 0.5)
        block.activated.connect(self.wanted)
        self._column.addSpacing(4)
        self._column.addWidget(block)

    def _add_links(self, passport: Passport) -> None:
        safe = [(words, url) for words, url in passport.links if url.startswith(("https://", "http://"))]
        if not safe:
            return
        runs: list[Run] = []
        for words, url in safe:
            runs += [Run(" · ", "dim") if runs else Run(""), Run(worded(words), "accent", target=url)]
        block = TextBlock(runs, SMALL_PX + 0.5)
        block.setToolTip(plain_tip("\n".join(url for _, url in safe)))
        block.activated.connect(self.address_wanted)
        self._column.addSpacing(4)
        self._column.addWidget(block)

    def _add_tabs(self) -> None:
        self._tabs = QTabBar()
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._tabs.setAccessibleName(self.tr("Parts of the passport"))
        is_roomy = len(self._pages) < _MANY_TABS
        self._tabs.setProperty("tight", "true" if len(self._pages) > _MANY_TABS else "false")
        for page in self._pages:
            has_count = page.count and page.id in _COUNTED and is_roomy
            title = f"{page.title} {page.count}" if has_count else page.title
            index = self._tabs.addTab(no_mnemonic(title))
            self._tabs.setTabData(index, page.id)
        self._column.addSpacing(8)
        self._column.addWidget(self._tabs)
        line = QFrame()
        line.setProperty("tone", "rule")
        self._column.addWidget(line)
        self._page = QWidget()
        self._column.addWidget(self._page)
        keys = [page.id for page in self._pages]
        self._tabs.setCurrentIndex(keys.index(self._tab) if self._tab in keys else 0)
        self._show_page(self._tabs.currentIndex())
        self._tabs.currentChanged.connect(self._choose_page)

    @Slot(int)
    def _choose_page(self, index: int) -> None:
        self._tab = self._pages[index].id
        self._show_page(index)

    def _show_page(self, index: int) -> None:
        page = self._pages[index]
        if page.sections:
            fresh: QWidget = RowList(page.sections)
            fresh.activated.connect(self._follow)
            fresh.more_wanted.connect(self.more_wanted)
        else:
            fresh = _empty(self.tr("No sentence says anything of it yet. Add the documents that do."))
        self._column.replaceWidget(self._page, fresh)
        self._page.hide()
        self._page.deleteLater()
        self._page = fresh
        self._seeks_lit = isinstance(fresh, RowList) and fresh.lit is not None
        self._scroll_to_lit()

    @Slot()
    def _scroll_to_lit(self) -> None:
        """Bring the quoted block into sight, again as blocks get their heights, until a person scrolls."""
        lit = self._page.lit if self._seeks_lit else None
        if lit is not None:
            self._body.layout().activate()
            top = lit.mapTo(self._body, QPoint(0, 0)).y()
            self._scroll.verticalScrollBar().setValue(max(top - _ABOVE_LIT_PX, 0))


def _empty(words: str) -> QWidget:
    out = QWidget()
    row = QHBoxLayout(out)
    row.setContentsMargins(0, 10, 0, 0)
    row.addWidget(label(words, "dim", wraps=True))
    return out
