"""Every command of the window, once: menus, palette, keys, buttons and docs come from this table."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence

from explorer.ui.acts import Acts
from explorer.ui.words import no_mnemonic, translated


@dataclass(frozen=True, slots=True)
class Command:
    """Attributes:
    id: "group.verb"; also the object name of its action.
    text: What it does, English; translated in the context "Commands".
    key: Portable key sequence, or "".
    also: A second one.
    given: What the method is given, where it wants a number from 1 on.
    run: What happens: "group.method" of the acts.
    on_canvas: The key works only while the graph has the keyboard (letters, digits, Space).
    needs: What must be there: "", "library", "selection", "two" (nodes), "pair" (two nodes, or
        a link under the pointer), "link", "papers" (two of them), "paper", "center", "more" (nodes left
        out of the view), "hidden" (ones), "undo", "redo", "back" or "forward".
    """

    id: str
    text: str
    key: str
    run: str
    on_canvas: bool = False
    needs: str = "library"
    also: str = ""
    given: int = 0


_ = QT_TRANSLATE_NOOP
_IN = "Commands"

#: group id -> its name, in the order of menus and sheet
GROUPS = {
    "file": _(_IN, "Library"),
    "go": _(_IN, "Go"),
    "view": _(_IN, "View"),
    "select": _(_IN, "Select"),
    "edit": _(_IN, "Edit"),
    "help": _(_IN, "Help"),
}

SAVED = "view.saved"  #: begins the ids of the commands that open a saved view; palette and keys, no menu
SAVED_WORDS = (
    _(_IN, "Saved view 1"),
    _(_IN, "Saved view 2"),
    _(_IN, "Saved view 3"),
    _(_IN, "Saved view 4"),
    _(_IN, "Saved view 5"),
    _(_IN, "Saved view 6"),
    _(_IN, "Saved view 7"),
    _(_IN, "Saved view 8"),
    _(_IN, "Saved view 9"),
)

COMMANDS = (
    Command("file.add", _(_IN, "Add files…"), "Ctrl+I", "files.add_files", needs=""),
    Command("file.addfolder", _(_IN, "Add a folder…"), "Ctrl+Shift+O", "files.add_folder", needs=""),
    Command("file.address", _(_IN, "Add links, ids or text…"), "Ctrl+Shift+I", "files.add_typed", needs=""),
    Command("file.paste", _(_IN, "Add what the clipboard holds"), "Ctrl+V", "files.paste", needs=""),
    Command("file.open", _(_IN, "Open a library…"), "Ctrl+O", "files.open_library", needs=""),
    Command("file.new", _(_IN, "New library…"), "Ctrl+N", "files.new_library", needs=""),
    Command("file.sample", _(_IN, "Open the sample library"), "", "files.open_sample", needs=""),
    Command(
        "file.complete", _(_IN, "Complete papers from arXiv and OpenReview…"), "", "completing.complete_all"
    ),
    Command("file.sources", _(_IN, "Followed sources…"), "Ctrl+U", "sources.show_sources"),
    Command("file.refresh", _(_IN, "Read followed sources again"), "F5", "sources.refresh_sources"),
    Command("file.get", _(_IN, "Get a public list…"), "Ctrl+Shift+U", "sources.get_source"),
    Command("file.export", _(_IN, "Export the view…"), "Ctrl+E", "exports.export"),
    Command("file.restore", _(_IN, "Restore a backup…"), "", "safety.restore_backup", needs=""),
    Command(
        "file.folder",
        _(_IN, "Open the folder of the last export"),
        "Ctrl+Shift+E",
        "exports.open_export_folder",
    ),
    Command("file.embed", _(_IN, "Compute similarity"), "", "files.embed"),
    Command("file.preferences", _(_IN, "Preferences…"), "Ctrl+,", "views.preferences", needs=""),
    Command("file.quit", _(_IN, "Quit"), "Ctrl+Q", "views.quit", needs=""),
    Command("go.palette", _(_IN, "Commands and search"), "Ctrl+K", "views.palette", needs=""),
    Command("go.search", _(_IN, "Search in the list"), "/", "views.search"),
    Command("go.back", _(_IN, "Back"), "Alt+Left", "views.back", needs="back"),
    Command("go.forward", _(_IN, "Forward"), "Alt+Right", "views.forward", needs="forward"),
    Command(
        "go.center", _(_IN, "Explore from here"), "C", "views.explore", on_canvas=True, needs="selection"
    ),
    Command("go.path", _(_IN, "Path…"), "P", "walks.path", on_canvas=True, needs="selection"),
    Command("go.bridges", _(_IN, "Bridges…"), "B", "walks.bridges", on_canvas=True, needs="selection"),
    Command(
        "go.editions",
        _(_IN, "Edition, or two compared"),
        "I",
        "readings.show_editions",
        True,
        needs="selection",
    ),
    Command("go.found", _(_IN, "What was found, as a graph"), "Ctrl+G", "readings.show_found"),
    Command("go.map", _(_IN, "Map of all papers"), "Shift+M", "regions.show_map", on_canvas=True),
    Command("go.regions", _(_IN, "Regions of the map…"), "Ctrl+R", "regions.show_regions"),
    Command("go.trends", _(_IN, "Rising and declining…"), "Ctrl+Shift+T", "trends.show_trends"),
    Command("go.leads", _(_IN, "Lead times…"), "Ctrl+Shift+D", "leads.show_leads"),
    Command("go.changes", _(_IN, "What changed…"), "Ctrl+Shift+N", "leads.show_changes"),
    Command("go.all", _(_IN, "Whole library"), "Ctrl+0", "views.show_all"),
    Command(
        "view.depth1", _(_IN, "Depth 1"), "1", "views.set_depth", given=1, on_canvas=True, needs="center"
    ),
    Command(
        "view.depth2", _(_IN, "Depth 2"), "2", "views.set_depth", given=2, on_canvas=True, needs="center"
    ),
    Command(
        "view.depth3", _(_IN, "Depth 3"), "3", "views.set_depth", given=3, on_canvas=True, needs="center"
    ),
    Command(
        "view.depth4", _(_IN, "Depth 4"), "4", "views.set_depth", given=4, on_canvas=True, needs="center"
    ),
    Command(
        "view.depth5", _(_IN, "Depth 5"), "5", "views.set_depth", given=5, on_canvas=True, needs="center"
    ),
    Command(
        "view.direction", _(_IN, "Direction of links"), "D", "readings.turn_direction", True, needs="center"
    ),
    Command("view.layout", _(_IN, "Next layout"), "G", "views.next_layout", on_canvas=True),
    Command(
        "view.lanes", _(_IN, "Lanes by method or by source"), "Shift+G", "views.turn_lanes", on_canvas=True
    ),
    Command("view.fit", _(_IN, "Fit the view"), "0", "views.fit", on_canvas=True),
    Command(
        "view.focus", _(_IN, "Focus on the selection"), "F", "views.focus", on_canvas=True, needs="selection"
    ),
    Command("view.minimap", _(_IN, "Minimap"), "M", "views.minimap", on_canvas=True),
    Command("view.regions", _(_IN, "Regions"), "O", "regions.toggle_regions", on_canvas=True),
    Command(
        "view.expand",
        _(_IN, "Show its neighbours"),
        "Return",
        "views.expand",
        on_canvas=True,
        needs="selection",
    ),
    Command(
        "view.collapse", _(_IN, "Collapse"), "Shift+Return", "selections.collapse", True, needs="selection"
    ),
    Command("view.more", _(_IN, "Show more nodes"), "W", "views.show_more", on_canvas=True, needs="more"),
    Command("view.hide", _(_IN, "Hide"), "H", "views.hide", on_canvas=True, needs="selection"),
    Command(
        "view.hidden", _(_IN, "Hidden nodes…"), "Shift+H", "selections.show_hidden", True, needs="hidden"
    ),
    Command("view.pin", _(_IN, "Pin or let go"), "Space", "views.pin", on_canvas=True, needs="selection"),
    Command("view.proposals", _(_IN, "Show proposals"), "Shift+P", "links.toggle_proposals", on_canvas=True),
    Command("view.earlier", _(_IN, "Earlier times"), "[", "times.time_earlier", on_canvas=True),
    Command("view.later", _(_IN, "Later times"), "]", "times.time_later", on_canvas=True),
    Command("view.narrower", _(_IN, "A shorter time"), "Shift+[", "times.time_narrower", True, also="{"),
    Command("view.wider", _(_IN, "A longer time"), "Shift+]", "times.time_wider", True, also="}"),
    Command("view.times", _(_IN, "Time brush"), "", "times.brush_times"),
    Command("view.alltimes", _(_IN, "All times"), "", "times.all_times"),
    Command(
        "view.timeline", _(_IN, "Timeline of shares"), "Shift+T", "trends.toggle_timeline", on_canvas=True
    ),
    Command("view.filters", _(_IN, "Filters"), "Shift+F", "filters.show_filters", on_canvas=True),
    Command("view.unfilter", _(_IN, "Clear filters"), "Shift+X", "filters.clear_filters", on_canvas=True),
    Command("view.left", _(_IN, "Filters and list"), "Ctrl+B", "views.toggle_left", needs=""),
    Command("view.right", _(_IN, "Passport"), "Ctrl+J", "views.toggle_right", needs=""),
    Command("view.sort", _(_IN, "Sort the list by the next column"), "Y", "rows.sort_next", on_canvas=True),
    Command("view.order", _(_IN, "Sort the other way round"), "Shift+Y", "rows.turn_order", on_canvas=True),
    Command("view.save", _(_IN, "Save the view…"), "Ctrl+Shift+S", "readings.save_view"),
    Command("view.views", _(_IN, "Saved views…"), "V", "readings.show_views", on_canvas=True),
    Command("view.snapshot", _(_IN, "Save a snapshot"), "Ctrl+S", "snapshots.save"),
    Command("view.namesnapshot", _(_IN, "Name the last snapshot…"), "", "snapshots.name_last"),
    Command("view.snapshots", _(_IN, "Snapshots…"), "Shift+V", "snapshots.show_snapshots", on_canvas=True),
    Command(
        "view.lastsnapshot", _(_IN, "Open the last snapshot"), "Z", "snapshots.open_last", on_canvas=True
    ),
    Command(
        "view.sincesnapshot",
        _(_IN, "What changed since the snapshot…"),
        "Shift+Z",
        "snapshots.compare_now",
        True,
    ),
    Command("view.now", _(_IN, "Back to now"), "Q", "snapshots.back_to_now", on_canvas=True),
    *(
        Command(f"{SAVED}{n}", words, f"Ctrl+{n}", "readings.open_view_at", given=n)
        for n, words in enumerate(SAVED_WORDS, start=1)
    ),
    Command("select.lasso", _(_IN, "Lasso"), "L", "selections.lasso", on_canvas=True),
    Command(
        "select.all", _(_IN, "Select all that is shown"), "Ctrl+A", "selections.select_all", on_canvas=True
    ),
    Command("select.invert", _(_IN, "Invert selection"), "Ctrl+Shift+A", "selections.invert_selection", True),
    Command(
        "select.neighbours",
        _(_IN, "Select neighbours"),
        "Shift+N",
        "selections.select_neighbours",
        on_canvas=True,
        needs="selection",
    ),
    Command(
        "select.community",
        _(_IN, "Select community"),
        "Shift+O",
        "selections.select_community",
        on_canvas=True,
        needs="selection",
    ),
    Command("select.found", _(_IN, "Select what was found"), "Ctrl+Shift+F", "selections.select_found"),
    Command("select.none", _(_IN, "Select nothing"), "", "selections.select_none", needs="selection"),
    Command("edit.note", _(_IN, "Note"), "N", "readings.note", on_canvas=True, needs="selection"),
    Command(
        "edit.read",
        _(_IN, "Unread, being read, read"),
        "R",
        "readings.mark_read",
        on_canvas=True,
        needs="selection",
    ),
    Command("edit.tag", _(_IN, "Tag…"), "T", "tags.tag", on_canvas=True, needs="selection"),
    Command("go.tags", _(_IN, "Trend tags…"), "Ctrl+T", "tags.show_tags"),
    Command("edit.more", _(_IN, "More like these, suggestions…"), "Shift+A", "examples.show_more_like", True),
    Command("view.reading", _(_IN, "Reading list…"), "Shift+R", "examples.show_reading_list", True),
    Command("view.engines", _(_IN, "Compare engines…"), "", "examples.compare_engines"),
    Command("edit.explain", _(_IN, "Explain the link"), "E", "views.explain", on_canvas=True, needs="pair"),
    Command("edit.accept", _(_IN, "Accept the link"), "A", "links.accept_link", on_canvas=True, needs="link"),
    Command(
        "edit.reject", _(_IN, "Reject the link"), "X", "links.reject_link", True, needs="link", also="Del"
    ),
    Command("edit.correct", _(_IN, "Correct the link…"), "Shift+C", "links.correct_link", True, needs="link"),
    Command("edit.link", _(_IN, "Link…"), "K", "links.state_link", on_canvas=True, needs="two"),
    Command("edit.merge", _(_IN, "Merge…"), "J", "identities.merge", on_canvas=True, needs="papers"),
    Command("edit.split", _(_IN, "Split…"), "S", "identities.split", on_canvas=True, needs="paper"),
    Command(
        "edit.complete", _(_IN, "Complete from arXiv"), "", "completing.complete_chosen", needs="selection"
    ),
    Command("edit.needs", _(_IN, "What needs you…"), "Ctrl+D", "identities.show_needs"),
    Command("edit.links", _(_IN, "Check proposed links…"), "Ctrl+L", "links.check_links"),
    Command("edit.names", _(_IN, "Check names…"), "Ctrl+Shift+L", "links.check_names"),
    Command(
        "edit.copy", _(_IN, "Copy the rows of the selection"), "Ctrl+C", "rows.copy_rows", True, "selection"
    ),
    Command(
        "edit.bibtex",
        _(_IN, "Copy as BibTeX"),
        "Ctrl+Shift+C",
        "exports.copy_bibtex",
        True,
        needs="selection",
    ),
    Command("edit.undo", _(_IN, "Undo"), "Ctrl+Z", "views.undo", needs="undo"),
    Command("edit.redo", _(_IN, "Redo"), "Ctrl+Shift+Z", "views.redo", needs="redo"),
    Command("help.keys", _(_IN, "Keys"), "?", "views.show_keys", needs=""),
)


class CommandAction(QAction):
    """QAction of a Command. A bound slot, so nothing captures the window."""

    def __init__(self, command: Command, acts: Acts, parent: QObject) -> None:
        super().__init__(translated(_IN, command.text), parent)
        self.command = command
        self._acts = acts
        self.setObjectName(command.id)
        if command.key:
            self.setShortcuts([QKeySequence(key) for key in (command.key, command.also) if key])
        scope = (
            Qt.ShortcutContext.WidgetWithChildrenShortcut
            if command.on_canvas
            else Qt.ShortcutContext.WindowShortcut
        )
        self.setShortcutContext(scope)
        self.setMenuRole(_ROLES.get(command.id, QAction.MenuRole.NoRole))
        self.triggered.connect(self._run)

    def name_step(self, step: str) -> None:
        """Say which step it takes back, or takes again."""
        words = translated(_IN, self.command.text)
        self.setText(f"{words}: {no_mnemonic(step)}" if step else words)

    @Slot()
    def _run(self) -> None:
        if self._acts.require(self.command.needs):
            given = (self.command.given,) if self.command.given else ()
            self._acts.run(self.command.run, *given)


_ROLES = {"file.quit": QAction.MenuRole.QuitRole, "file.preferences": QAction.MenuRole.PreferencesRole}


def key_text(command: Command) -> str:
    """The key as this system writes it."""
    keys = [QKeySequence(key) for key in (command.key, command.also) if key]
    return " ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)


def grouped() -> list[tuple[str, list[Command]]]:
    """Commands by group, (translated name, commands)."""
    return [
        (translated(_IN, name), [command for command in COMMANDS if command.id.startswith(f"{group}.")])
        for group, name in GROUPS.items()
    ]
