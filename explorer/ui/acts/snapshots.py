"""SnapshotActs: what is shown is kept as it is, opened again, compared with now or with another."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Slot

from explorer.model.changes import label_of
from explorer.questions.snapshot_diff import Compared
from explorer.questions.snapshots import LAST, NOW, Opened
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.difference_sheet import DifferenceSheet
from explorer.ui.dialogs.snapshots_sheet import SnapshotsSheet
from explorer.ui.verbs import snapshots as snapshot_verbs
from explorer.ui.verbs.snapshots import SnapshotWish
from explorer.ui.view_state import Frozen
from explorer.ui.workspace import Notice, Offer

SAVE = "Save the snapshot "  #: begins the label of the step


class SnapshotActs(ActGroup):
    """Pictures of the graph that stay."""

    _sheet: SnapshotsSheet | None = None
    _names_it = False  # the list was asked for to name the newest one

    def listen(self) -> None:
        self._workspace.changed.connect(self._ask_list)
        self._workspace.notice.connect(self._offer_name)

    @Slot(object)
    def _offer_name(self, notice: Notice) -> None:
        """What was just saved is called by the day: a person may have a better name."""
        if notice.can_undo and label_of(notice.message).startswith(SAVE):
            offer = Offer("view.namesnapshot", self.tr("Name it…"))
            self.told.emit(replace(notice, offer=offer))

    def name_last(self) -> None:
        """Give the snapshot that was saved last another name."""
        self.show_snapshots()
        self._names_it = True

    def save(self) -> None:
        """Keep what is shown, at once; undo takes that back."""
        scene = self._navigator.scene
        if self._navigator.state.frozen is not None:
            words = self.tr("This is a snapshot already.")
            self.told.emit(Notice(words, self.tr("Q goes back to now.")))
        elif scene is None or not len(scene.whole.ids):
            self.told.emit(Notice(self.tr("There is nothing to keep: the view shows nothing.")))
        else:
            view = self._navigator.wanted()
            named = replace(view, title=view.title or self.tr("Whole library"))
            self._workspace.do(snapshot_verbs.save_snapshot, named, scene)

    def show_snapshots(self) -> None:
        """Show the snapshots, the newest first."""
        self._sheet = SnapshotsSheet(self._window)
        self._sheet.wished.connect(self._take)
        self._sheet.closed.connect(self._forget_sheet)
        self._sheet.open(self._sheet.view)
        self._ask_list()

    @Slot()
    def _forget_sheet(self) -> None:
        self._sheet = None

    @Slot()
    def _ask_list(self) -> None:
        if self._sheet is not None:
            self._workspace.ask("snapshots", snapshot_verbs.all_snapshots, then=self._fill_sheet)

    @Slot(object)
    def _fill_sheet(self, found: object) -> None:
        if self._sheet is not None:
            self._sheet.show_snapshots(found)
            if self._names_it:
                self._sheet.begin_renaming()
        self._names_it = False

    @Slot(object)
    def _take(self, wish: SnapshotWish) -> None:
        if wish.verb == "open":
            self._workspace.ask("view", snapshot_verbs.snapshot, wish.name, then=self._show)
        elif wish.verb == "compare":
            self._compare(wish.name, wish.words)
        else:
            self._workspace.do(snapshot_verbs.change_snapshot, wish)

    @Slot(object)
    def _show(self, opened: Opened) -> None:
        words = opened.words
        graph, quotes = opened.kept.graph, opened.kept.quotes
        frozen = Frozen(words.name, words.at, graph, opened.now, note=words.note, quotes=quotes)
        self._navigator.freeze(opened.view, frozen)
        self._window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_last(self) -> None:
        """Show the snapshot that was saved last."""
        self._take(SnapshotWish("open", LAST))

    def compare_now(self) -> None:
        """What became of the snapshot that is shown, or of the last one."""
        frozen = self._navigator.state.frozen
        self._compare(frozen.name if frozen is not None else LAST, NOW)

    def back_to_now(self) -> None:
        """Leave the snapshot that is shown."""
        if self._navigator.state.frozen is None:
            self.told.emit(Notice(self.tr("No snapshot is shown."), self.tr("Shift+V lists them.")))
        self._navigator.thaw()

    def _compare(self, name: str, other: str) -> None:
        self._workspace.ask("difference", snapshot_verbs.compared, name, other, then=self._show_difference)

    @Slot(object)
    def _show_difference(self, found: Compared) -> None:
        sheet = DifferenceSheet(self._window, found)
        sheet.opened.connect(self._acts.leads.go_to_node)
        sheet.graph_wanted.connect(self._show_compared)
        sheet.open(sheet.view)

    @Slot(object)
    def _show_compared(self, found: Compared) -> None:
        words = found.before.words
        frozen = Frozen(words.name, words.at, found.view, found.now, found.name)
        self._navigator.freeze(found.before.view, frozen)
        self._window.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
