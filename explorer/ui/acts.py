"""Acts: what the commands do, one method each. They start things; nothing waits here."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices

from explorer.embedders import EMBEDDERS
from explorer.settings import Settings
from explorer.ui.dialogs.preferences import PreferencesSheet
from explorer.ui.dialogs.shortcut_sheet import ShortcutSheet
from explorer.ui.said import worded
from explorer.ui.tag_acts import TagActs
from explorer.ui.workspace import Notice


class Acts(TagActs):
    """The verbs of the window."""

    settings_changed = Signal(object)  #: Settings

    def require(self, needs: str) -> bool:
        """Whether what a command needs is there; says what is missing where it is not."""
        missing = self.missing(needs)
        if missing:
            self.told.emit(Notice(missing))
        return not missing

    def missing(self, needs: str) -> str:
        """What a command lacks, in words; "" where it can run."""
        if not needs:
            return ""
        if self._workspace.path is None:
            return self.tr("No library is open.")
        lacking = {
            "center": (
                bool(self._navigator.state.query.centers),
                self.tr("Depth belongs to a view around a node: select one, then C."),
            ),
            "more": (
                self._navigator.scene is not None and self._navigator.scene.whole.left_out > 0,
                self.tr("Everything within reach is shown. A greater depth reaches further."),
            ),
            "selection": (bool(self._navigator.state.selection), self.tr("Nothing is selected.")),
            "two": (
                self._navigator.explainable() is not None,
                self.tr("Select two nodes, or one beside the center."),
            ),
            "pair": (
                self._window.graph_link.hovered_pair is not None or self._navigator.explainable() is not None,
                self.tr("Rest on a link, or select two nodes, or one beside the center."),
            ),
            "link": (
                self.link_at_hand() is not None,
                self.tr("Rest on a link, or go to one in the passport (Tab), then press the key."),
            ),
            "papers": (len(self.identities_chosen()) == 2, self.tr("Select two papers or two people.")),
            "paper": (len(self.identities_chosen()) == 1, self.tr("Select one paper or person.")),
            "hidden": (bool(self._navigator.state.query.hidden), self.tr("Nothing is hidden in this view.")),
            "undo": (bool(self._window.undo_order.undo_label), self.tr("There is nothing to undo.")),
            "redo": (bool(self._window.undo_order.redo_label), self.tr("There is nothing to redo.")),
            "back": (self._navigator.can_go_back, self.tr("There is no view before this one.")),
            "forward": (self._navigator.can_go_forward, self.tr("There is no view after this one.")),
        }
        is_there, words = lacking.get(needs, (True, ""))
        return "" if is_there else words

    def preferences(self) -> None:
        """Show the preferences."""
        engines = {key: (worded(part.label), part.missing()) for key, part in EMBEDDERS.items()}
        sheet = PreferencesSheet(self._window, self._window.settings, engines)
        sheet.changed.connect(self._change_settings)
        sheet.embed_asked.connect(self.embed)
        sheet.comparison_asked.connect(self.compare_engines)
        sheet.open(sheet.scheme)

    @Slot(object)
    def _change_settings(self, settings: Settings) -> None:
        self.settings_changed.emit(settings)

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

    def depth_1(self) -> None:
        """One hop."""
        self._navigator.set_depth(1)

    def depth_2(self) -> None:
        """Two hops."""
        self._navigator.set_depth(2)

    def depth_3(self) -> None:
        """Three hops."""
        self._navigator.set_depth(3)

    def depth_4(self) -> None:
        """Four hops."""
        self._navigator.set_depth(4)

    def depth_5(self) -> None:
        """Five hops."""
        self._navigator.set_depth(5)

    def next_layout(self) -> None:
        """Lay the view out in the next way."""
        self._navigator.next_layout()

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
