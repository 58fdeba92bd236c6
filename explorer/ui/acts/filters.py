"""Verbs of filters."""

from __future__ import annotations

from explorer.graph.filters import Filters
from explorer.ui.acts.group import ActGroup
from explorer.ui.workspace import Notice


class FilterActs(ActGroup):
    """The way to the filters, and back to all that there is."""

    def show_filters(self) -> None:
        """Give the filters the keyboard."""
        self._window.hide_panels(False, self._window.hidden_panels[1])
        self._window.left_panel.show_filter()
        self._window.left_panel.filter.enter()

    def clear_filters(self) -> None:
        """Show what there is without filters; back brings them again."""
        if not self._navigator.state.query.filters.active:
            self.told.emit(Notice(self.tr("Nothing is filtered.")))
        self._navigator.set_filters(Filters())
