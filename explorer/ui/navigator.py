"""Navigator: what is looked at. Turns wishes (a node, a depth) into questions, and answers into signals."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from explorer.graph.build import build_view
from explorer.graph.filters import Filters
from explorer.graph.scene import Scene
from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS
from explorer.model import Changes
from explorer.questions.listing import Listing, ListQuery, listing
from explorer.questions.many import Many, about_many
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.overview import Overview, overview
from explorer.questions.passport import Passport
from explorer.questions.passport_page import Passage
from explorer.questions.views import WantedView, start_view, view_from_words
from explorer.ui.answers import Between, PartOfView, Shown, between, checked, known_in, passport_or_none
from explorer.ui.laying_out import LayingOut
from explorer.ui.view_state import (
    ViewHistory,
    ViewState,
    lacking,
    places_of,
)
from explorer.ui.view_steps import ViewStep
from explorer.ui.visits import Visits, look_of, state_of
from explorer.ui.words import counted
from explorer.ui.workspace import Workspace


class Navigator(Visits):
    """State and history of the view. Every method returns at once; signals follow."""

    scene_ready = Signal(object)  #: Shown
    state_changed = Signal(object)  #: ViewState
    selection_changed = Signal(object)  #: frozenset of node ids
    passport_ready = Signal(object)  #: Passport
    many_ready = Signal(object)  #: Many
    between_ready = Signal(object)  #: Between
    overview_ready = Signal(object)  #: Overview
    listing_ready = Signal(object)  #: Listing
    filters_changed = Signal(object)  #: Filters, changed by the history
    gone_asked = Signal()  #: something was asked of a node that only a snapshot has

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._history = ViewHistory(ViewState())
        self._wish, self._wish_question = "", view_from_words
        self._look = None
        self._names_selection = False
        self._is_fresh = True  # the library has just been opened
        self._keep_camera = False
        self._names: dict[int, str] = {}
        self._read_at: dict[int, int] = {}  # document -> character at which its text was opened
        self._text = ""
        self._of_tree: frozenset[int] = frozenset()  # the tag whose carriers were shown from the tree
        self._part: PartOfView | None = None  # that the list is about
        self.scene: Scene | None = None
        self.overview: Overview | None = None
        self._laying = LayingOut(workspace, self)
        self._laying.placed.connect(self._show_scene)
        self._laying.stopped.connect(self._keep_scene)
        workspace.opened.connect(self._begin)
        workspace.changed.connect(self._refresh)

    def name_of(self, node: int) -> str:
        """Name of a node that has been seen, or ""."""
        return self._names.get(node, "")

    def known(self, nodes: frozenset[int]) -> tuple[Neighbour, ...]:
        """Those of the nodes that are in view, by name."""
        return known_in(self.scene.whole, nodes) if self.scene is not None else ()

    def wish_for(self, view: str, question: Callable[..., WantedView] = view_from_words) -> None:
        """Open the next library with this view (as ``--view`` takes it) instead of its own."""
        self._wish, self._wish_question = view, question

    def go_to(self, *nodes: int) -> None:
        """Look at one node, or at several, with the depth and filters there are."""
        title = " · ".join(filter(None, map(self.name_of, nodes)))
        if nodes and not (nodes := tuple(sorted(self.nodes_now(nodes)))):
            self.gone_asked.emit()
            return
        query = self.state.query.around(*nodes)
        if query.filters.tags and query.filters.tags == self._of_tree:
            query = query.filtered(replace(query.filters, tags=frozenset()))
        self.visit(replace(self.state, query=query, selection=frozenset(nodes), places=None, title=title))
        self._tell_filters()
        self._tell_selection()

    def show_tagged(self, tag: int) -> None:
        """What carries a tag or one under it; the filter belongs to this view, and goes when it is left."""
        self._of_tree = frozenset({tag})
        self.show_all()
        self.set_filters(Filters(tags=self._of_tree))

    def show_all(self) -> None:
        """Look at the whole library, the most important nodes of it."""
        query = self.state.query.around()
        self.visit(replace(self.state, query=query, selection=frozenset(), places=None, title=""))
        self._tell_selection()

    def show_more(self) -> None:
        """Twice as many nodes, the next important ones."""
        if self.scene is not None and self.scene.whole.left_out:
            self.visit(replace(self.state, query=replace(self.state.query, limit=self.state.query.limit * 2)))

    def place_moved(self, places: tuple[tuple[int, float, float], ...]) -> None:
        """Nodes that were dragged stay where they were put: (id, x, y), world units."""
        if self.scene is None:
            return
        before = self.scene.places_of(node for node, _, _ in places)
        fresh = frozenset(node for node, _, _ in places) - self.state.pinned
        words = counted(len(places), self.tr("Move {n} node"), self.tr("Move {n} nodes"))
        step = ViewStep(words, pinned=fresh, before=before, after=places, layout=self.state.layout)
        self.scene = self.scene.with_places(places)
        places_now = places_of(self.scene, self.state.layout, self.state.query.centers)
        self._history.amend(places=places_now, pinned=self.state.pinned | fresh)
        self.state_changed.emit(self.state)
        self.step_made.emit(step)

    def _put(self, places: tuple[tuple[int, float, float], ...]) -> None:
        """Put nodes to where they stood before or after a step."""
        self.scene = self.scene.with_places(places)
        self._history.amend(places=places_of(self.scene, self.state.layout, self.state.query.centers))
        self.scene_ready.emit(Shown(self.scene, True, None))

    def set_filters(self, filters: Filters) -> None:
        """Show other nodes and links of what is within reach."""
        if filters == self.state.query.filters:
            return
        self.visit(replace(self.state, query=self.state.query.filtered(filters)))
        self._tell_filters()
        self.search_list(self._text)
        self._ask_passport()

    def set_times(self, since: str, until: str, goes_on: bool = False) -> None:
        """Show what has a day between two ISO dates, "" is open; the camera stays where it is.

        Args:
            goes_on: Whether a hand still moves the brush: one step of the history, not many.
        """
        query = self.state.query.filtered(replace(self.state.query.filters, since=since, until=until))
        if query == self.state.query:
            return
        if goes_on:
            self._history.amend(query=query, frozen=None)
            self._show(keep_camera=True)
        else:
            self.visit(replace(self.state, query=query), keep_camera=True)
        self._tell_filters()
        self.search_list(self._text)
        self._ask_passport()

    def show_proposals(self, is_on: bool) -> None:
        """Show links that nobody has checked, or leave them out."""
        filters = self.state.query.filters.showing_proposals(is_on)
        self.visit(replace(self.state, query=self.state.query.filtered(filters)), keep_camera=True)
        self._tell_filters()
        self._ask_passport()

    def select(self, nodes: frozenset[int]) -> None:
        """Select nodes; the passport of a single one follows."""
        if nodes != self.state.selection:
            self._history.amend(selection=nodes)
            self._tell_selection()

    @Slot(object)
    def read(self, passage: Passage) -> None:
        """Open a document at a place of its text; the graph stays where it is."""
        self._read_at[passage.document] = passage.start
        self._history.go(replace(self.state, selection=frozenset({passage.document})), is_step=True)
        self.state_changed.emit(self.state)
        self._tell_selection()

    def explain(self) -> None:
        """Ask what lies between two selected nodes, or between the center and the one that is selected."""
        pair = self.explainable()
        if pair:
            names = self.name_of(pair[0]), self.name_of(pair[1])
            self._workspace.ask("passport", between, pair, names, then=self._show_between)

    @Slot(object)
    def _show_between(self, answer: Between) -> None:
        self.between_ready.emit(checked(answer, self.state.query.proposals))

    def explainable(self) -> tuple[int, int] | None:
        """The two nodes that Explain would take, or None."""
        chosen = sorted(self.state.selection)
        if len(chosen) == 1 and self.state.query.centers and chosen[0] not in self.state.query.centers:
            chosen = [self.state.query.centers[0], *chosen]
        return self.pair_now(*chosen) if len(chosen) == 2 else None

    def _tell_selection(self) -> None:
        self._ask_passport()
        self.selection_changed.emit(self.state.selection)

    def _ask_passport(self) -> None:
        if len(self.state.selection) == 1:
            node = next(iter(self.state.selection))
            at = self._read_at.get(node)
            self._workspace.ask(
                "passport", passport_or_none, self.node_now(node), at, then=self._show_passport
            )
        elif self.state.selection:
            self._workspace.ask("passport", about_many, self.state.selection, then=self._show_many)

    @Slot(object)
    def _show_many(self, answer: Many) -> None:
        self._names.update((node.id, node.name) for node in answer.nodes)
        self.many_ready.emit(answer)

    @Slot(object)
    def _show_passport(self, answer: Passport | None) -> None:
        if answer is None and self.state.frozen is not None:
            self.gone_asked.emit()
            return
        if answer is None:  # an undo has taken the node away
            self.select(frozenset())
            return
        self._names[answer.id] = answer.name
        if answer.id in self.state.query.centers and not self.state.title:
            self._history.amend(title=answer.name)
            self.state_changed.emit(self.state)
        self.passport_ready.emit(checked(answer, self.state.query.proposals))

    @Slot(object)
    def search_list(self, text: str) -> None:
        """Fill the list with what a text finds in the library, or with what the graph shows."""
        self._text = text
        shown, about = self.nodes_now(self.scene.whole.ids.tolist()) if self.scene is not None else None, ""
        if self._part is not None and self._part.query == self.state.query:  # another view is listed whole
            shown, about = self._part.nodes, self._part.about
        query = ListQuery(text, self.state.query.kinds, self.state.query.only, nodes=shown, about=about)
        self._workspace.ask("list", listing, query, then=self._show_listing)

    def list_part(self, nodes: frozenset[int], about: str) -> None:
        """Fill the list with a part of what is shown, for as long as this is what is asked for."""
        self._part = PartOfView(self.state.query, nodes, about)
        self.search_list("")

    @Slot()
    def list_whole(self) -> None:
        """Fill the list with all that the graph shows."""
        self._part = None
        self.search_list("")

    @Slot(object)
    def _show_listing(self, answer: Listing) -> None:
        self._names.update((line.id, line.name) for line in answer.lines)
        self.listing_ready.emit(answer)

    @Slot(object)
    def _begin(self, _path: object) -> None:
        self._history = ViewHistory(ViewState())
        self._names, self._read_at = {}, {}
        self._text, self._part = "", None
        self.scene = None
        self._is_fresh = True
        self.filters_changed.emit(Filters())
        self._workspace.ask("overview", overview, then=self._show_overview)
        self.search_list("")
        if self._wish:
            self._workspace.ask("view", self._wish_question, self._wish, then=self._start)
            self._wish = ""
        else:
            self._workspace.ask("view", start_view, then=self._start)

    @Slot(object)
    def _start(self, view: WantedView) -> None:
        first = state_of(view)
        self._history = ViewHistory(first)
        self._tell_filters()
        self._tell_selection()
        self._show()
        self._look = look_of(first)

    @Slot(object)
    def _show_overview(self, answer: Overview) -> None:
        self.overview = answer
        self.overview_ready.emit(answer)

    @Slot(object)
    def _refresh(self, changes: Changes) -> None:
        self._workspace.ask("overview", overview, then=self._show_overview)
        self.search_list(self._text)
        if changes.tables <= {"saved_view", "snapshot"}:
            return
        if self.scene is None or not len(self.scene.whole.ids):
            self._workspace.ask("view", start_view, then=self._start)
            return
        self._show(keep_camera=True)
        self._ask_passport()

    def _tell_filters(self) -> None:
        self.filters_changed.emit(self.state.query.filters)

    def _show(self, keep_camera: bool = False) -> None:
        self._keep_camera, self._look = keep_camera, None
        self.state_changed.emit(self.state)
        self._workspace.forget("scene")
        if self.state.frozen is not None:
            self._workspace.forget("view")
            self._lay_out(self.state.frozen.graph)
            return
        self._workspace.ask("view", build_view, self.state.query, self.state.stay, then=self._lay_out)

    @Slot(object)
    def _lay_out(self, view: GraphView) -> None:
        if not len(view.ids) and self.state.query.centers:  # what it was about is gone
            self._workspace.ask("view", start_view, then=self._start)
            return
        self._names.update(zip(view.ids.tolist(), view.names, strict=True))
        if lacking(view, self.state.layout):
            self._history.amend(layout=next(iter(LAYOUTS)))
        self._laying.lay(view, self.state)

    @Slot()
    def _keep_scene(self) -> None:
        """A layout was not waited for: stay with the one that is shown, or take one that is quick."""
        places = self.state.places
        if self.scene is not None and places is not None:
            self._history.amend(layout=places.layout)
            self.state_changed.emit(self.state)
        else:
            self.set_layout("radial")

    @Slot(object)
    def _show_scene(self, scene: Scene) -> None:
        self.scene = scene
        title = self.state.title or " · ".join(filter(None, map(self.name_of, self.state.query.centers)))
        self._history.amend(**self.state.remembering(scene), title=title)
        there = frozenset(node for node in self.state.selection if scene.whole.row_of(node) >= 0)
        if self._names_selection:  # several were selected before their names were known
            self._names_selection = False
            self.selection_changed.emit(self.state.selection)
        self.scene_ready.emit(Shown(scene, self._keep_camera, self._look))
        self.state_changed.emit(self.state)
        self.search_list(self._text)
        if there != self.state.selection and len(there):
            self.select(there)
