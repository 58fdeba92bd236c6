"""SelectionActs: choosing many nodes by keys, with the lasso, or by what they have to do with each other."""

from __future__ import annotations

from PySide6.QtCore import Slot

from explorer.graph.selecting import community_of, has_communities, neighbours_of, others_than
from explorer.graph.view import GraphView, empty_view
from explorer.questions.many import named
from explorer.questions.neighbourhood import Neighbour
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.hidden_sheet import HiddenSheet
from explorer.ui.words import counted
from explorer.ui.workspace import Notice


class SelectionActs(ActGroup):
    """What is selected."""

    def lasso(self) -> None:
        """Let the next drag draw a lasso, or not any more."""
        self._window.canvas.set_lasso(not self._window.canvas.is_lassoing)

    def select_all(self) -> None:
        """Select all that is shown."""
        self._select(frozenset(self._view().nodes.tolist()))

    def select_none(self) -> None:
        """Select nothing."""
        self._select(frozenset())

    def select_neighbours(self) -> None:
        """Add the neighbours of what is selected; again, and theirs are added."""
        self._select(neighbours_of(self._view(), self._navigator.state.selection))

    def select_community(self) -> None:
        """Add the communities of what is selected."""
        if not has_communities(self._view()):
            words = self.tr("Nothing in this view is in a community yet.")
            self.told.emit(Notice(words, self.tr("Communities come with similarity: compute it first.")))
            return
        self._select(community_of(self._view(), self._navigator.state.selection))

    def invert_selection(self) -> None:
        """Select the others instead."""
        self._select(others_than(self._view(), self._navigator.state.selection))

    def select_found(self) -> None:
        """Select what the search line of the list has found."""
        rows = self._window.left_panel.list
        found = frozenset(line.id for line in rows.model.lines)
        if not rows.search.text().strip() or not found:
            self.told.emit(Notice(self.tr("Search in the list first (/), then select what it found.")))
            return
        self._select(found)
        away = sum(self._view().row_of(node) < 0 for node in found)
        if away:
            words = self.tr("{n} of them is not in this view."), self.tr("{n} of them are not in this view.")
            self.told.emit(
                Notice(counted(away, *words), self.tr("They are tagged and marked with the others."))
            )

    def collapse(self) -> None:
        """Take away what only came through the selection."""
        if not self._navigator.collapse(self._navigator.state.selection):
            words = self.tr("Nothing came only through it.")
            self.told.emit(Notice(words, self.tr("What was expanded can be collapsed; H hides.")))

    def show_hidden(self) -> None:
        """List the hidden nodes of the view."""
        hidden = tuple(sorted(self._navigator.state.query.hidden))
        if not hidden:
            self.told.emit(Notice(self.tr("Nothing is hidden in this view.")))
            return
        self._workspace.ask("hidden", named, hidden, then=self._open_hidden)

    @Slot(object)
    def _open_hidden(self, nodes: tuple[Neighbour, ...]) -> None:
        sheet = HiddenSheet(self._window, nodes)
        sheet.wished.connect(self._navigator.unhide)
        sheet.open(sheet.list)

    def _view(self) -> GraphView:
        scene = self._navigator.scene
        return scene.whole if scene is not None else empty_view()

    def _select(self, nodes: frozenset[int]) -> None:
        self._navigator.select(nodes)
