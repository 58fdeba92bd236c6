"""ViewActs: where the view goes and how it stands; preferences, keys, undo."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from explorer.embedders import EMBEDDERS
from explorer.settings import Settings
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.preferences import PreferencesSheet
from explorer.ui.dialogs.shortcut_sheet import ShortcutSheet
from explorer.ui.said import worded


class ViewActs(ActGroup):
    """What every window has, and the ways of the view."""

    def listen(self) -> None:
        self._window.top_bar.layout_chosen.connect(self.set_layout)

    def preferences(self) -> None:
        """Show the preferences."""
        engines = {key: (worded(part.label), part.missing()) for key, part in EMBEDDERS.items()}
        sheet = PreferencesSheet(self._window, self._window.settings, engines)
        sheet.changed.connect(self._change_settings)
        sheet.embed_asked.connect(self._acts.files.embed)
        sheet.comparison_asked.connect(self._acts.examples.compare_engines)
        sheet.open(sheet.scheme)

    @Slot(object)
    def _change_settings(self, settings: Settings) -> None:
        self._acts.settings_changed.emit(settings)

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    def palette(self) -> None:
        """Put the keyboard into the line of the palette."""
        self._window.top_bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.top_bar.search.selectAll()

    def search(self) -> None:
        """Put the keyboard into the search line of the list."""
        self._window.left_panel.show_list()
        self._window.left_panel.list.search.setFocus()
        self._window.left_panel.list.search.selectAll()

    def back(self) -> None:
        """The view before."""
        self._navigator.back()

    def forward(self) -> None:
        """The view after."""
        self._navigator.forward()

    def explore(self) -> None:
        """Look at what is selected."""
        self._navigator.go_to(*sorted(self._navigator.state.selection))

    def show_all(self) -> None:
        """Look at the whole library."""
        self._navigator.show_all()

    def set_depth(self, hops: int) -> None:
        """Show what lies within some hops of the center."""
        self._navigator.set_depth(hops)

    @Slot(object)
    def set_layout(self, layout: str) -> None:
        """Lay the view out in a way of its own."""
        self._navigator.set_layout(layout)
        self._acts.regions.offer_map()

    def next_layout(self) -> None:
        """Lay the view out in the next way."""
        self._navigator.next_layout()
        self._acts.regions.offer_map()

    def turn_lanes(self) -> None:
        """Lanes with a row per method, or per source."""
        self._navigator.turn_lanes()

    def fit(self) -> None:
        """Show all of the view."""
        self._window.canvas.fit()

    def focus(self) -> None:
        """Bring the selection near."""
        self._window.canvas.focus_selection()

    def minimap(self) -> None:
        """Show or hide the minimap."""
        self._window.canvas.toggle_minimap()

    def expand(self) -> None:
        """Add the neighbours of the selection; on a crowded day of a lane, list all that stands there."""
        if not self._window.canvas.list_day():
            self._navigator.expand(self._navigator.state.selection)

    def show_more(self) -> None:
        """Show the nodes that were left out for room."""
        self._navigator.show_more()

    def hide(self) -> None:
        """Leave the selection out of the view."""
        self._navigator.hide(self._navigator.state.selection)

    def pin(self) -> None:
        """Hold the selection where it is, or let it go."""
        self._navigator.pin(self._navigator.state.selection)

    def toggle_left(self) -> None:
        """Show or hide filters and list."""
        left, right = self._window.hidden_panels
        self._window.hide_panels(not left, right)

    def toggle_right(self) -> None:
        """Show or hide the passport."""
        left, right = self._window.hidden_panels
        self._window.hide_panels(left, not right)

    def explain(self) -> None:
        """Show what lies between two nodes: of the link under the pointer, else of the selection."""
        pair = self._window.graph_link.hovered_pair
        if pair is not None:
            self._window.canvas.hide_card()
            self._navigator.select(frozenset(pair))
        self._navigator.explain()

    @Slot()
    def undo(self) -> None:
        """Take back the last step."""
        self._window.undo_order.undo()

    def redo(self) -> None:
        """Do it again."""
        self._window.undo_order.redo()

    def show_keys(self) -> None:
        """Show all keys."""
        sheet = ShortcutSheet(self._window, self._window.key_groups())
        sheet.open()

    @Slot(object)
    def visit_address(self, address: str) -> None:
        """Open a web address in the browser; anything else is left alone."""
        url = QUrl(address)
        if url.scheme() in ("http", "https") and url.host():
            QDesktopServices.openUrl(url)
