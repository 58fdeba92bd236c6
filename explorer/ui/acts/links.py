"""LinkActs: decisions on links and names, in the graph, in passports and in the list. No dialog blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from explorer.model import Changes, NodeKind
from explorer.questions.curation import Curation
from explorer.questions.evidence import Statement
from explorer.questions.link_draft import LinkDraft, link_draft
from explorer.questions.passport import Passport
from explorer.ui.acts.group import ActGroup
from explorer.ui.answers import Between
from explorer.ui.dialogs.verb_sheet import VerbSheet
from explorer.ui.panels.passport_text_rows import RowWidget
from explorer.ui.verbs import curation as curation_verbs
from explorer.ui.verbs.curation import LinkWish, NameWish
from explorer.ui.widgets.text_block import TextBlock
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.acts import Acts

_KEYS = {Qt.Key.Key_A: "accept", Qt.Key.Key_X: "reject", Qt.Key.Key_Delete: "reject", Qt.Key.Key_C: "correct"}


class LinkActs(ActGroup):
    """Accept, reject, correct, state; the switch of proposals; the tabs of links and names."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._between: Between | None = None  # what the passport explains of two nodes
        self._row_kept = -1  # the row of the passport that had the keyboard when a link was decided
        self._row_said: Statement | None = None  # of the row that had the keyboard before the palette took it
        self._workspace.changed.connect(self._explain_again)

    def listen(self) -> None:
        """Hear the letters that are pressed on rows of the passport."""
        self._window.passport.installEventFilter(self)
        self._navigator.between_ready.connect(self._note_between)
        self._navigator.passport_ready.connect(self._note_passport)
        self._navigator.selection_changed.connect(self._forget_between)
        QApplication.instance().focusChanged.connect(self._note_focus)
        self._acts.identities.needs_opened.connect(self._fill_needs)
        self._acts.identities.needs_asked.connect(self._ask_curation)

    @Slot(QWidget, QWidget)
    def _note_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is self._window.canvas:
            self._row_said = None
        elif now is not None:
            self._row_said = self.row_link() or self._row_said

    @Slot(object)
    def _note_between(self, answer: Between) -> None:
        self._between, self._row_said = answer, None
        QTimer.singleShot(0, self._return_to_row)

    @Slot(object)
    def _note_passport(self, _answer: Passport) -> None:
        self._between = self._row_said = None
        QTimer.singleShot(0, self._return_to_row)

    @Slot(object)
    def _forget_between(self, _nodes: frozenset[int]) -> None:
        self._between = self._row_said = None

    @Slot(object)
    def _explain_again(self, _changes: Changes) -> None:
        if self._between is not None:
            self._navigator.explain()

    def _rows(self) -> list[QWidget]:
        return [
            w for w in self._window.passport.findChildren(RowWidget) if self._link_of(w) and w.isVisible()
        ]

    @Slot()
    def _return_to_row(self) -> None:
        """The keyboard goes to the row that has moved into the place of the one that was decided."""
        at, self._row_kept = self._row_kept, -1
        rows = self._rows() if at >= 0 else []
        if rows:
            row = rows[min(at, len(rows) - 1)]
            focusable = [w for w in row.findChildren(TextBlock) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
            (focusable or [self._window.passport])[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _link_of(self, widget: QWidget) -> Statement | None:
        said = widget.property("statement")
        return said if isinstance(said, Statement) and said.link else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            verb = "" if event.modifiers() else _KEYS.get(Qt.Key(event.key()), "")
            if verb and self.row_link() is not None:
                self._act_on(verb)
                return True
        return super().eventFilter(watched, event)

    def row_link(self) -> Statement | None:
        """The link of the passport's row that has the keyboard."""
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None and widget is not self._window.passport:
            if (said := self._link_of(widget)) is not None:
                return said
            widget = widget.parentWidget()
        return None

    def link_at_hand(self) -> Statement | None:
        """The link that keys act on: of the row with the keyboard, the card, or the only one explained."""
        hovered = self._window.graph_link.hovered_link
        return self.row_link() or hovered or self._row_said or self._only_explained()

    def _only_explained(self) -> Statement | None:
        found = [said for said in self._between.statements if said.link] if self._between is not None else []
        return found[0] if len(found) == 1 else None

    def accept_link(self) -> None:
        """Take the link at hand for true."""
        self._act_on("accept")

    def reject_link(self) -> None:
        """Take it for wrong, for good."""
        self._act_on("reject")

    def correct_link(self) -> None:
        """Ask what its sentence really says."""
        self._act_on("correct")

    def _act_on(self, verb: str) -> None:
        said = self.link_at_hand()
        if said is None:
            return
        if verb == "correct":
            self.ask_correction(said)
            return
        self._window.canvas.hide_card()
        on_row = [self._link_of(row) == said for row in self._rows()] if self.row_link() is not None else []
        self._row_kept = on_row.index(True) if True in on_row else -1
        self.decide_curation(LinkWish(verb, (said.link,)))

    @Slot(object)
    def ask_correction(self, said: Statement) -> None:
        """Open the chooser of verbs for a link."""
        verb = said.words.removeprefix("does not: ").replace(" ", "_")
        ends = said.subject, said.object
        self._workspace.ask("verbs", link_draft, ends, said.link, verb, then=self._open_verbs)

    def state_link(self) -> None:
        """Ask what one of two selected nodes states of the other."""
        pair = self._navigator.explainable()
        if pair:
            self._workspace.ask("verbs", link_draft, self._newer_last(pair), then=self._open_verbs)

    def _newer_last(self, pair: tuple[int, int]) -> tuple[int, int]:
        """A paper states something of a method, never the other way."""
        known = {node.id: node.kind for node in self._navigator.known(frozenset(pair))}
        is_paper = known.get(pair[1]) is NodeKind.PAPER
        return (pair[1], pair[0]) if is_paper else pair

    @Slot(object)
    def _open_verbs(self, draft: LinkDraft | None) -> None:
        if draft is None:
            words = self.tr("A link stands between two methods, or from a paper to a method.")
            self.told.emit(Notice(words))
            return
        sheet = VerbSheet(self._window, draft)
        sheet.wished.connect(self.decide_curation)
        sheet.open(sheet.verbs)

    @Slot(object)
    def decide_curation(self, wish: LinkWish | NameWish) -> None:
        """Carry out what was decided on links or names."""
        self._workspace.do(curation_verbs.decide, wish)

    def toggle_proposals(self) -> None:
        """Show or hide links that nobody has checked."""
        self._navigator.show_proposals(not self._navigator.state.query.proposals)
        is_on = self._navigator.state.query.proposals
        self.told.emit(
            Notice(
                self.tr("Proposed links are shown, dotted.")
                if is_on
                else self.tr("Proposed links are hidden.")
            )
        )

    def check_links(self) -> None:
        """Show the proposed links, one after the other."""
        self._acts.identities.show_needs("links")

    def check_names(self) -> None:
        """Show what waits on names."""
        self._acts.identities.show_needs("names")

    @Slot()
    def _fill_needs(self) -> None:
        sheet = self._acts.identities.needs_sheet
        if sheet is not None:
            sheet.wished_curation.connect(self.decide_curation)
            sheet.correction_wanted.connect(self.ask_correction)
        self._ask_curation()

    @Slot()
    def _ask_curation(self) -> None:
        self._workspace.ask("curation", curation_verbs.waiting, then=self._show_curation)

    @Slot(object)
    def _show_curation(self, answer: Curation) -> None:
        if self._acts.identities.needs_sheet is not None:
            self._acts.identities.needs_sheet.show_curation(answer)
