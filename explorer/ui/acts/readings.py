"""ReadingActs: notes, read states, views that are kept and come back, and views of editions and searches."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot

from explorer.model import NodeKind
from explorer.questions.many import about_many
from explorer.questions.views import WantedView, edition_view, search_view, view_from_words
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.note_sheet import NoteSheet, NotesWish
from explorer.ui.dialogs.views_sheet import SaveViewSheet, ViewsSheet
from explorer.ui.panels.note_editor import NoteWish
from explorer.ui.verbs import readings as reading_verbs
from explorer.ui.verbs.readings import ViewWish
from explorer.ui.workspace import Notice

_EDITIONS = (NodeKind.EDITION, NodeKind.ISSUE)


class ReadingActs(ActGroup):
    """What a person keeps: words, marks and views."""

    _draft = ""  #: words for several notes that were typed and not written

    def note(self) -> None:
        """Put the keyboard into the note of the selected node; several are asked about together."""
        chosen = sorted(self._navigator.state.selection)
        if len(chosen) > 1:
            self._note_many(chosen)
            return
        self._window.hide_panels(self._window.hidden_panels[0], False)
        self._window.passport.notes.edit()

    def _note_many(self, nodes: list[int]) -> None:
        sheet = NoteSheet(self._window, nodes, self._draft)
        sheet.wished.connect(self._write_notes)
        sheet.left.connect(self._keep_draft)
        sheet.closed.connect(self._forget_notes)
        sheet.open(sheet.field)
        self._workspace.ask("notes", about_many, tuple(nodes), then=sheet.show_about)

    @Slot()
    def _forget_notes(self) -> None:
        self._workspace.forget("notes")

    @Slot(object)
    def _write_notes(self, wish: NotesWish) -> None:
        self._workspace.do(reading_verbs.note_many, wish.nodes, wish.text)

    @Slot(str)
    def _keep_draft(self, text: str) -> None:
        self._draft = text

    @Slot(object)
    def write_note(self, wish: NoteWish) -> None:
        """Keep a note as it was left."""
        self._workspace.do(reading_verbs.write_note, wish.node, wish.text)

    @Slot()
    def leave_note(self) -> None:
        """Give the keyboard back to the graph."""
        self._window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def mark_read(self) -> None:
        """Unread, being read, read: the next one for all that is selected."""
        self._workspace.do(reading_verbs.mark_next, tuple(sorted(self._navigator.state.selection)))

    @Slot(object)
    def mark_one(self, node: int) -> None:
        """The next read state of one node."""
        self._workspace.do(reading_verbs.mark_next, (node,))

    def turn_direction(self) -> None:
        """Edges both ways, those that lead away, those that lead here."""
        self._navigator.next_direction()
        words = {
            "both": self.tr("Links both ways"),
            "out": self.tr("Only what it leads to: what it builds on, where it stands"),
            "in": self.tr("Only what leads to it: what builds on it, what stands in it"),
        }
        self.told.emit(Notice(words[self._navigator.state.query.direction]))

    def save_view(self) -> None:
        """Ask for a name for the view."""
        state = self._navigator.state
        sheet = SaveViewSheet(self._window, self._views(), state.name or state.title)
        sheet.wished.connect(self._keep_view)
        sheet.open(sheet.line)
        sheet.line.selectAll()

    def show_views(self) -> None:
        """Show the saved views."""
        sheet = ViewsSheet(self._window, self._views())
        sheet.wished.connect(self._change_view)
        sheet.save_asked.connect(self.save_view)
        self._window.navigator.overview_ready.connect(sheet.show_overview)
        sheet.open(sheet.view)

    def _views(self) -> tuple[str, ...]:
        overview = self._navigator.overview
        return overview.views if overview else ()

    @Slot(object)
    def _keep_view(self, wish: ViewWish) -> None:
        self._workspace.do(reading_verbs.keep_view, wish, self._navigator.wanted())
        self._navigator.name_view(wish.name)

    @Slot(object)
    def _change_view(self, wish: ViewWish) -> None:
        if wish.verb == "open":
            self.open_view(wish.name)
        else:
            self._workspace.do(reading_verbs.change_view, wish)

    def open_view(self, name: str) -> None:
        """Show a saved view, just as it was."""
        self._workspace.ask("view", view_from_words, name, then=self._navigator.restore)

    def open_view_at(self, place: int) -> None:
        """Show the saved view that a key stands for, 1 to 9."""
        views = self._views()
        if place > len(views):
            words = self.tr("No view is saved under this key.")
            self.told.emit(Notice(words, self.tr("Ctrl+Shift+S saves the one that is shown.")))
            return
        self.open_view(views[place - 1])

    def show_editions(self) -> None:
        """One edition with its papers and methods, or two side by side."""
        chosen = tuple(sorted(self._navigator.state.selection))
        kinds = {node.kind for node in self._navigator.known(frozenset(chosen))}
        if not 1 <= len(chosen) <= 2 or not kinds <= set(_EDITIONS):
            self.told.emit(Notice(self.tr("Select one edition or digest issue, or two to compare.")))
            return
        self._workspace.ask("view", edition_view, chosen, then=self.restore)

    def show_found(self) -> None:
        """What the search line of the list finds, as a graph."""
        text = self._window.left_panel.list.search.text().strip()
        if not text:
            self.told.emit(Notice(self.tr("Search in the list first (/), then see what it found.")))
            return
        self._workspace.ask("view", search_view, text, then=self.restore)

    @Slot(object)
    def restore(self, view: WantedView) -> None:
        self._navigator.restore(view)
        self._window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
