"""IdentityActs: merge, split, and what needs a person. No dialog blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot

from explorer.model import Changes, NodeKind
from explorer.questions.needs_you import NeedsYou, Side
from explorer.questions.person_papers import PersonPapers
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.identity_sheets import MergeSheet, SplitSheet
from explorer.ui.dialogs.needs_you_sheet import NeedsYouSheet
from explorer.ui.dialogs.split_person_sheet import SplitPersonSheet
from explorer.ui.verbs import identities as identity_verbs
from explorer.ui.verbs.identities import Wish
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.acts import Acts


class IdentityActs(ActGroup):
    """Decisions on which papers, and which authors, are one."""

    needs_opened = Signal()  #: the sheet of what needs a person stands, its other tabs are empty
    needs_asked = Signal()  #: what is on them may have changed

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self.needs_sheet: NeedsYouSheet | None = None
        self._needs_tab = ""
        self._workspace.changed.connect(self._refresh_needs)

    def chosen(self) -> tuple[int, ...]:
        """The selected nodes, where all are papers or all are people; else nothing."""
        is_alike = self._kinds_chosen() in (set(), {NodeKind.PAPER}, {NodeKind.PERSON})
        return tuple(sorted(self._navigator.state.selection)) if is_alike else ()

    def _kinds_chosen(self) -> set[NodeKind]:
        """The kinds of the selected nodes, of which one may not be known yet."""
        chosen = self._navigator.state.selection
        known = {node.id: node.kind for node in self._navigator.known(chosen)}
        shown = self._window.passport.shown
        if shown is not None:
            known[shown.id] = shown.kind
        return {known[node] for node in chosen if node in known}

    def _people_are_chosen(self) -> bool:
        return self._kinds_chosen() == {NodeKind.PERSON}

    @Slot()
    def show_needs(self, tab: str = "papers") -> None:
        """Show what waits for a person: "papers", "links" or "names"."""
        self._needs_tab = tab
        self._workspace.ask("needs", identity_verbs.waiting, then=self._open_needs)

    @Slot(object)
    def _open_needs(self, answer: NeedsYou) -> None:
        sheet = NeedsYouSheet(self._window, answer)
        sheet.wished.connect(self._decide)
        sheet.wanted.connect(self._look_at)
        sheet.closed.connect(self._forget_needs)
        sheet.open(sheet.list)
        self.needs_sheet = sheet
        sheet.choose(self._needs_tab)
        self.needs_opened.emit()

    @Slot()
    def _forget_needs(self) -> None:
        if self.sender() is self.needs_sheet:
            self.needs_sheet = None

    @Slot(object)
    def _refresh_needs(self, _changes: Changes) -> None:
        if self.needs_sheet is not None:
            self._workspace.ask("needs", identity_verbs.waiting, then=self._show_needs_again)
            self.needs_asked.emit()

    @Slot(object)
    def _show_needs_again(self, answer: NeedsYou) -> None:
        if self.needs_sheet is not None:
            self.needs_sheet.show_answer(answer)

    @Slot(object)
    def _look_at(self, node: int) -> None:
        if self.needs_sheet is not None:
            self.needs_sheet.close_up()
        self._navigator.go_to(node)

    @Slot(object)
    def _decide(self, wish: Wish) -> None:
        self._workspace.do(identity_verbs.decide, wish)

    @Slot(object)
    def _decide_and_look(self, wish: Wish) -> None:
        self._decide(wish)
        keep, other = wish.papers
        if other in self._navigator.state.query.centers:
            self._navigator.go_to(keep)
        else:
            self._navigator.select(frozenset({keep}))

    def merge(self) -> None:
        """Ask which of two papers, or people, is kept, and why they are one."""
        read = identity_verbs.two_people if self._people_are_chosen() else identity_verbs.two_sides
        opens = self._open_merge_people if self._people_are_chosen() else self._open_merge
        self._workspace.ask("identity", read, self.chosen(), then=opens)

    @Slot(object)
    def _open_merge(self, sides: tuple[Side, ...]) -> None:
        self._compare(sides, "merge", self.tr("Select two papers or two people."))

    @Slot(object)
    def _open_merge_people(self, sides: tuple[Side, ...]) -> None:
        self._compare(sides, "merge_people", self.tr("Select two papers or two people."))

    @Slot(object)
    def _open_likely(self, sides: tuple[Side, ...]) -> None:
        lacking = self.tr("No other name here fits. Select this person and another, then Merge.")
        self._compare(sides, "merge_people", lacking)

    def _compare(self, sides: tuple[Side, ...], verb: str, lacking: str) -> None:
        if len(sides) == 2:
            sheet = MergeSheet(self._window, sides, verb)
            sheet.wished.connect(self._decide_and_look)
            sheet.open(sheet.reason)
        else:
            self.told.emit(Notice(lacking))

    @Slot()
    def merge_shown(self) -> None:
        """Compare the person of the passport with the one whose name fits best."""
        shown = self._window.passport.shown
        self._workspace.ask("identity", identity_verbs.likely_pair, shown.id, then=self._open_likely)

    def split(self) -> None:
        """Ask which places that name a paper, or which papers of a person, are another's."""
        (node,) = self.chosen()
        if self._people_are_chosen():
            self._ask_split_person(node)
        else:
            self._workspace.ask("identity", identity_verbs.one_side, node, then=self._open_split)

    @Slot(object)
    def _open_split(self, side: Side | None) -> None:
        if side is None or len(side.places) < 2:
            self.told.emit(Notice(self.tr("Only one place names this paper: there is nothing to split.")))
            return
        sheet = SplitSheet(self._window, side)
        sheet.wished.connect(self._decide)
        sheet.open(sheet.boxes[0])

    @Slot()
    def split_shown(self) -> None:
        """Ask which papers of the person of the passport are another's."""
        self._ask_split_person(self._window.passport.shown.id)

    def _ask_split_person(self, person: int) -> None:
        self._workspace.ask("identity", identity_verbs.groups_of, person, then=self._open_split_person)

    @Slot(object)
    def _open_split_person(self, person: PersonPapers | None) -> None:
        if person is None or sum(map(len, person.groups)) < 2:
            self.told.emit(Notice(self.tr("There is only one paper under this name: nothing to split.")))
            return
        sheet = SplitPersonSheet(self._window, person)
        sheet.wished.connect(self._decide)
        sheet.open(sheet.boxes[0])
