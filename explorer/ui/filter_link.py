"""FilterLink: filters of the view, their counts, and the words of a view that they empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from explorer.graph.filters import Filters
from explorer.graph.query import ViewQuery
from explorer.questions.facets import Facets, facets
from explorer.ui.panels.filter_chips import why_empty
from explorer.ui.view_state import ViewState

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class FilterLink(QObject):
    """Asks for counts whenever the view or the library is another."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = window.navigator
        self._asked: ViewQuery | None = None
        self.facets: Facets | None = None  #: the last answer
        self._navigator.state_changed.connect(self._follow)
        self._navigator.filters_changed.connect(self._show_filters)
        window.workspace.changed.connect(self._ask_again)
        window.workspace.opened.connect(self._forget)
        for part in (window.left_panel.filter, window.left_panel.chips):
            part.changed.connect(self._navigator.set_filters)

    @Slot(object)
    def _forget(self, _path: object) -> None:
        self._asked, self.facets = None, None

    @Slot(object)
    def _follow(self, state: ViewState) -> None:
        if state.query != self._asked:
            self._ask(state.query)

    @Slot(object)
    def _ask_again(self, _changes: object) -> None:
        self._ask(self._navigator.state.query)

    def _ask(self, query: ViewQuery) -> None:
        self._asked = query
        self._window.workspace.ask("facets", facets, query, then=self._show)

    @Slot(object)
    def _show_filters(self, filters: Filters) -> None:
        self._window.left_panel.filter.set_filters(filters)
        self._window.left_panel.chips.set_filters(filters)

    @Slot(object)
    def _show(self, answer: Facets) -> None:
        self.facets = answer
        self._window.left_panel.filter.show_facets(answer)
        self._window.left_panel.chips.show_facets(answer)
        words = why_empty(answer)
        hint = self.tr("Shift+X clears the filters, Shift+F leads to them.")
        self._window.canvas.set_empty_text(*((words, hint) if words else ("", "")))
