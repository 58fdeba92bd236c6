"""Acts: what the commands do, in groups. They start things; nothing waits here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from explorer.ui.acts.completing import EnrichActs
from explorer.ui.acts.examples import ExampleActs
from explorer.ui.acts.exports import ExportActs
from explorer.ui.acts.files import FileActs
from explorer.ui.acts.filters import FilterActs
from explorer.ui.acts.group import ActGroup
from explorer.ui.acts.identities import IdentityActs
from explorer.ui.acts.leads import LeadActs
from explorer.ui.acts.links import LinkActs
from explorer.ui.acts.readings import ReadingActs
from explorer.ui.acts.regions import RegionActs
from explorer.ui.acts.rows import ListActs
from explorer.ui.acts.safety import SafetyActs
from explorer.ui.acts.selections import SelectionActs
from explorer.ui.acts.snapshots import SnapshotActs
from explorer.ui.acts.sources import FollowActs
from explorer.ui.acts.tags import TagActs
from explorer.ui.acts.times import TimeActs
from explorer.ui.acts.trends import TrendActs
from explorer.ui.acts.views import ViewActs
from explorer.ui.acts.walks import WalkActs
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


_OF_NODES = frozenset({"selection", "two", "pair", "link", "papers", "paper"})


class Acts(QObject):
    """The verbs of the window, a group each; a command names one as "group.method"."""

    told = Signal(object)  #: Notice
    settings_changed = Signal(object)  #: Settings

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window = window
        self.files = FileActs(self)
        self.exports = ExportActs(self)
        self.identities = IdentityActs(self)
        self.links = LinkActs(self)
        self.times = TimeActs(self)
        self.walks = WalkActs(self)
        self.rows = ListActs(self)
        self.readings = ReadingActs(self)
        self.selections = SelectionActs(self)
        self.regions = RegionActs(self)
        self.safety = SafetyActs(self)
        self.leads = LeadActs(self)
        self.completing = EnrichActs(self)
        self.sources = FollowActs(self)
        self.trends = TrendActs(self)
        self.examples = ExampleActs(self)
        self.filters = FilterActs(self)
        self.tags = TagActs(self)
        self.snapshots = SnapshotActs(self)
        self.views = ViewActs(self)

    def listen(self) -> None:
        """Connect the groups to the parts of the window, when all of them stand."""
        for group in self.findChildren(ActGroup, options=Qt.FindChildOption.FindDirectChildrenOnly):
            group.listen()

    def run(self, name: str, *given: int) -> None:
        """Do what a command names."""
        group, method = name.split(".")
        getattr(getattr(self, group), method)(*given)

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
        if self.window.workspace.path is None:
            return self.tr("No library is open.")
        navigator = self.window.navigator
        if needs in _OF_NODES and navigator.nodes_now(navigator.state.selection) != navigator.state.selection:
            return self.tr("Part of the selection is no longer in the library: Q goes back to now.")
        lacking = {
            "center": (
                bool(navigator.state.query.centers),
                self.tr("Depth belongs to a view around a node: select one, then C."),
            ),
            "more": (
                navigator.scene is not None and navigator.scene.whole.left_out > 0,
                self.tr("Everything within reach is shown. A greater depth reaches further."),
            ),
            "selection": (bool(navigator.state.selection), self.tr("Nothing is selected.")),
            "two": (
                navigator.explainable() is not None,
                self.tr("Select two nodes, or one beside the center."),
            ),
            "pair": (
                self.window.graph_link.hovered_pair is not None or navigator.explainable() is not None,
                self.tr("Rest on a link, or select two nodes, or one beside the center."),
            ),
            "link": (
                self.links.link_at_hand() is not None,
                self.tr("Rest on a link, or go to one in the passport (Tab), then press the key."),
            ),
            "papers": (
                len(self.identities.chosen()) == 2,
                self.tr("Select two papers or two people."),
            ),
            "paper": (len(self.identities.chosen()) == 1, self.tr("Select one paper or person.")),
            "hidden": (bool(navigator.state.query.hidden), self.tr("Nothing is hidden in this view.")),
            "undo": (bool(self.window.undo_order.undo_label), self.tr("There is nothing to undo.")),
            "redo": (bool(self.window.undo_order.redo_label), self.tr("There is nothing to redo.")),
            "back": (navigator.can_go_back, self.tr("There is no view before this one.")),
            "forward": (navigator.can_go_forward, self.tr("There is no view after this one.")),
        }
        is_there, words = lacking.get(needs, (True, ""))
        return "" if is_there else words
