"""WalkActs: the path between two nodes, and the bridges between sources, as views with their sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from explorer.graph.query import Filters, ViewQuery
from explorer.graph.walk_places import along_paths, between_two
from explorer.model import Changes, NodeKind
from explorer.questions.bridges import BridgesAnswer, Source, bridges, sources_there
from explorer.questions.path import PathAnswer, QuotedPath, find_path
from explorer.questions.search import SearchAnswer, search
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.choose_sheet import ChooseSheet
from explorer.ui.models.palette_model import HITS_SHOWN, Entry
from explorer.ui.panels.walk_rows import WalkPage, bridges_page, path_page
from explorer.ui.time_words import papers_words
from explorer.ui.view_state import Places, ViewState
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.acts import Acts

SOURCES = (NodeKind.EDITION, NodeKind.ISSUE, NodeKind.DOCUMENT)
_BRIDGES_DRAWN = 18
_OFFERED = 200  #: sources, before anything is typed
_LAYOUT = "force"  #: keeps given places
_Nodes = frozenset[int] | None  # that a view is bound to


class WalkActs(ActGroup):
    """Paths and bridges."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._pages: dict[
            _Nodes, tuple[WalkPage, frozenset[int]]
        ] = {}  # beside a view, while these are selected
        self._asked: dict[_Nodes, tuple[int, ...]] = {}  # between which nodes
        self._chooser: ChooseSheet | None = None
        self._waits_for: tuple[int, ...] = ()  # nodes that another one is chosen for
        self._navigator.scene_ready.connect(self._show_page)
        self._workspace.opened.connect(self._forget_pages)
        self._workspace.changed.connect(self._ask_again)

    def listen(self) -> None:
        """Hear what is selected after the panel has."""
        self._navigator.selection_changed.connect(self._show_page)

    def path(self) -> None:
        """Show the paths between two selected nodes; asks for the other end of one."""
        centers = self._navigator.state.query.centers
        chosen = tuple(sorted(self._navigator.state.selection, key=lambda node: (node not in centers, node)))
        if len(chosen) == 2:
            self._ask_path(*chosen)
        elif len(chosen) == 1:
            title = self.tr("A path from {name} to …").format(name=self._navigator.name_of(chosen[0]))
            sheet = ChooseSheet(self._window, title, self.tr("The other end"), without=chosen)
            sheet.chosen.connect(self._path_to)
            self._open_chooser(sheet, chosen)
        else:
            self.told.emit(Notice(self.tr("Select one node or two.")))

    def bridges(self) -> None:
        """Show the methods that link the selected sources; asks for another one where only one is."""
        chosen = tuple(sorted(self._navigator.state.selection))
        if not chosen or not all(self._is_source(node) for node in chosen):
            self.told.emit(Notice(self.tr("Select editions, digests, talks, notes or documents.")))
        elif len(chosen) == 1:
            title = self.tr("Bridges from {name} to …").format(name=self._navigator.name_of(chosen[0]))
            sheet = ChooseSheet(self._window, title, self.tr("Another source"), SOURCES, chosen)
            sheet.chosen.connect(self._bridges_to)
            self._open_chooser(sheet, chosen)
            self._workspace.ask("choose", sources_there, then=self._offer_sources)
        else:
            self._workspace.ask("walk", bridges, chosen, then=self._show_bridges)

    def _is_source(self, node: int) -> bool:
        known = {one.id: one.kind for one in self._navigator.known(frozenset({node}))}
        shown = self._window.passport.shown
        if shown is not None:
            known[shown.id] = shown.kind
        return known.get(node, NodeKind.DOCUMENT) in SOURCES  # what is not in sight, the question knows

    def _open_chooser(self, sheet: ChooseSheet, given: tuple[int, ...]) -> None:
        self._waits_for = given
        self._chooser = sheet
        sheet.searched.connect(self._search_other)
        sheet.closed.connect(self._forget_chooser)
        sheet.open(sheet.line)

    @Slot(object)
    def _offer_sources(self, found: tuple[Source, ...]) -> None:
        if self._chooser is not None:
            self._chooser.offer(
                Entry(one.name, node=one.id, kind=one.kind, side=papers_words(one.passages))
                for one in found[:_OFFERED]
            )

    @Slot()
    def _forget_chooser(self) -> None:
        if self.sender() is self._chooser:
            self._chooser = None

    @Slot(object)
    def _search_other(self, text: str) -> None:
        self._workspace.ask("choose", search, text, HITS_SHOWN, True, then=self._show_found)

    @Slot(object)
    def _show_found(self, answer: SearchAnswer) -> None:
        if self._chooser is not None:
            self._chooser.show_answer(answer)

    @Slot(object)
    def _path_to(self, node: int) -> None:
        self._ask_path(self._waits_for[0], node)

    @Slot(object)
    def _bridges_to(self, node: int) -> None:
        self._workspace.ask("walk", bridges, (*self._waits_for, node), then=self._show_bridges)

    def _ask_path(self, a: int, b: int) -> None:
        self._workspace.ask("walk", find_path, a, b, then=self._show_paths)

    @Slot(object)
    def _show_paths(self, answer: PathAnswer) -> None:
        page = path_page(answer)
        paths = answer.paths or answer.weaker
        if not paths:
            self.told.emit(Notice(page.words))
            return
        ids, pos = along_paths([[stop.id for stop in path.stops] for path in paths])
        kinds = frozenset(stop.kind for path in paths for stop in path.stops)
        query = ViewQuery(
            only=frozenset(ids.tolist()),
            filters=Filters(self._navigator.state.query.kinds | kinds).showing_proposals(
                any(not hop.is_checked for path in paths for hop in path.hops)
            ),
            limit=len(ids),
            drawn=_drawn(paths),
            is_walk=True,
        )
        title = self.tr("Path {a} → {b}").format(a=answer.source.name, b=answer.target.name)
        self._asked[query.only] = answer.source.id, answer.target.id
        self._look(page, ViewState(query, _LAYOUT, query.only, places=Places(_LAYOUT, ids, pos), title=title))

    @Slot(object)
    def _show_bridges(self, answer: BridgesAnswer) -> None:
        page = bridges_page(answer)
        if not answer.bridges:
            self.told.emit(Notice(page.words))
            return
        shown = answer.bridges[:_BRIDGES_DRAWN]
        sources = tuple(source.id for source in answer.sources)
        query = ViewQuery(
            only=frozenset((*sources, *(bridge.id for bridge in shown))),
            filters=Filters(
                self._navigator.state.query.kinds | {NodeKind.CONCEPT, *(s.kind for s in answer.sources)},
                frozenset({"discusses"}),
            ),
            limit=len(sources) + len(shown),
            drawn=tuple(
                (side.source, bridge.id, "discusses", "") for bridge in shown for side in bridge.sides
            ),
            is_walk=True,
        )
        places = None
        if len(sources) == 2:
            places = Places(_LAYOUT, *between_two(*sources, [bridge.id for bridge in shown]))
        title = self.tr("Bridges {names}").format(names=" – ".join(s.name for s in answer.sources))
        self._look(page, ViewState(query, _LAYOUT, frozenset(sources), places=places, title=title))

    def _look(self, page: WalkPage, state: ViewState) -> None:
        self._pages[state.query.only] = page, state.selection
        self._navigator.visit(replace(state, pinned=self._navigator.state.pinned))

    @Slot(object)
    def _show_page(self, _change: object) -> None:
        """The sentences come back with their view, until something else is selected in it."""
        state = self._navigator.state
        kept = self._pages.get(state.query.only) if state.query.is_walk else None
        if kept is not None and state.selection in (frozenset(), kept[1]):
            self._window.hide_panels(self._window.hidden_panels[0], False)
            self._window.passport.show_walk(kept[0])

    @Slot(object)
    def _ask_again(self, _changes: Changes) -> None:
        """A link of a path was decided, or taken away: the sentences beside the view follow."""
        ends = self._asked.get(self._navigator.state.query.only)
        if ends is not None:
            self._workspace.ask("walk", find_path, *ends, then=self._renew_page)

    @Slot(object)
    def _renew_page(self, answer: PathAnswer) -> None:
        nodes = self._navigator.state.query.only
        if self._asked.get(nodes) == (answer.source.id, answer.target.id):
            self._pages[nodes] = path_page(answer), nodes
            self._show_page(answer)

    @Slot(object)
    def _forget_pages(self, _path: object) -> None:
        self._pages.clear()
        self._asked.clear()


def _drawn(paths: tuple[QuotedPath, ...]) -> tuple[tuple[int, int, str, str], ...]:
    """Edges of the steps that the library holds no edge for: passages that name two methods."""
    return tuple(
        dict.fromkeys(
            (hop.source.id, hop.target.id, "names", "is_named_together_with")
            for path in paths
            for hop in path.hops
            if hop.kind == "together"
        )
    )
