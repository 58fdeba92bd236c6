"""IdentityActs: merge, split, and what needs a person. No dialog blocks."""

from __future__ import annotations

from PySide6.QtCore import Slot

from explorer.model import Changes, NodeKind
from explorer.questions.needs_you import NeedsYou, Side
from explorer.ui import identity_verbs
from explorer.ui.dialogs.identity_sheets import MergeSheet, SplitSheet
from explorer.ui.dialogs.needs_you_sheet import NeedsYouSheet
from explorer.ui.file_acts import FileActs
from explorer.ui.identity_verbs import Wish
from explorer.ui.workspace import Notice


class IdentityActs(FileActs):
    """Decisions on which papers are one."""

    def __init__(self, window) -> None:
        super().__init__(window)
        self._needs_sheet: NeedsYouSheet | None = None
        self._needs_tab = ""
        self._workspace.changed.connect(self._refresh_needs)

    def papers_chosen(self) -> tuple[int, ...]:
        """The selected nodes, where none is known to be anything but a paper; else nothing."""
        chosen = self._navigator.state.selection
        known = {node.id: node.kind for node in self._navigator.known(chosen)}
        shown = self._window.passport.shown
        if shown is not None:
            known[shown.id] = shown.kind
        is_papers = all(known.get(node, NodeKind.PAPER) is NodeKind.PAPER for node in chosen)
        return tuple(sorted(chosen)) if is_papers else ()

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
        self._needs_sheet = sheet
        sheet.choose(self._needs_tab)
        self._fill_needs()

    def _fill_needs(self) -> None:
        """Ask for what stands on the other tabs."""

    def _ask_curation(self) -> None:
        """Ask for it again."""

    @Slot()
    def _forget_needs(self) -> None:
        if self.sender() is self._needs_sheet:
            self._needs_sheet = None

    @Slot(object)
    def _refresh_needs(self, _changes: Changes) -> None:
        if self._needs_sheet is not None:
            self._workspace.ask("needs", identity_verbs.waiting, then=self._show_needs_again)
            self._ask_curation()

    @Slot(object)
    def _show_needs_again(self, answer: NeedsYou) -> None:
        if self._needs_sheet is not None:
            self._needs_sheet.show_answer(answer)

    @Slot(object)
    def _look_at(self, node: int) -> None:
        if self._needs_sheet is not None:
            self._needs_sheet.close_up()
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
        """Ask which of two papers is kept, and why they are one."""
        chosen = self.papers_chosen()
        self._workspace.ask("identity", identity_verbs.two_sides, chosen, then=self._open_merge)

    @Slot(object)
    def _open_merge(self, sides: tuple[Side, ...]) -> None:
        if len(sides) == 2:
            sheet = MergeSheet(self._window, sides)
            sheet.wished.connect(self._decide_and_look)
            sheet.open(sheet.reason)
        else:
            self.told.emit(Notice(self.tr("Select two papers.")))

    def split(self) -> None:
        """Ask which places that name a paper speak of another one."""
        (paper,) = self.papers_chosen()
        self._workspace.ask("identity", identity_verbs.one_side, paper, then=self._open_split)

    @Slot(object)
    def _open_split(self, side: Side | None) -> None:
        if side is None or len(side.places) < 2:
            self.told.emit(Notice(self.tr("Only one place names this paper: there is nothing to split.")))
            return
        sheet = SplitSheet(self._window, side)
        sheet.wished.connect(self._decide)
        sheet.open(sheet.boxes[0])
