"""GraphLink: what is done on the canvas becomes wishes; an edge under the pointer becomes a card."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QPoint, Qt, Slot

from explorer.edges import EDGES
from explorer.graph.scene import Scene
from explorer.graph.style import PROPOSED, short_name
from explorer.model import NodeKind
from explorer.questions.appearance import AppearanceSaid, said_at
from explorer.questions.evidence import Quote, Statement
from explorer.questions.explain import explain
from explorer.questions.first_seen import FirstSeen, first_seen_of
from explorer.ui.answers import Shown
from explorer.ui.canvas.events import (
    Choosing,
    ContextRequested,
    DaysChosen,
    Hovered,
    NodeActivated,
    NodesChosen,
    NodesMoved,
    SelectionChanged,
)
from explorer.ui.hover_card import CardQuote, HoverCard
from explorer.ui.kept_card import kept_card
from explorer.ui.lane_marks import days_in_words, mark_card, mark_words, method_of
from explorer.ui.node_card import node_card
from explorer.ui.panels.alike_rows import pair_words, shared_words, source_words
from explorer.ui.panels.passport_pages import quotes_behind, shown_sentence
from explorer.ui.said import worded
from explorer.ui.sentences import sentence
from explorer.ui.words import counted, kind_name, language_name

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

_CARD_COLUMNS = 200


class GraphLink(QObject):
    """Between the canvas and the rest of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._navigator = window.navigator
        self._canvas = window.canvas
        self._is_showing = False
        self._mark: tuple[Scene, int] | None = None  # a method, or of lanes a mark, under the pointer
        self._menu_at = QPoint()
        self._hovered: tuple[str, str] = ("", "")  # edge kind and predicate
        self._kept: HoverCard | None = None  # of a snapshot, what it kept of the edge under the pointer
        self.hovered_pair: tuple[int, int] | None = None  #: ends of the edge under the pointer
        self.hovered_link: Statement | None = None  #: the stated link that the card explains
        self._canvas.selection_changed.connect(self._select)
        self._canvas.spoken.connect(window.status.show_focus)
        self._canvas.node_activated.connect(self._expand)
        self._canvas.hovered.connect(self._hover)
        self._canvas.moved.connect(self._move)
        self._canvas.pin_requested.connect(self._pin)
        self._canvas.hide_requested.connect(self._hide)
        self._canvas.context_requested.connect(self._open_menu)
        window.context_menu.left.connect(self._leave_menu)
        self._canvas.choosing.connect(self._show_choosing)
        self._canvas.lane_chosen.connect(self._choose_lane)
        self._canvas.days_chosen.connect(self._list_days)
        window.left_panel.list.whole_asked.connect(self._navigator.list_whole)
        self._canvas.lane_switch.turned.connect(self._navigator.turn_lanes)

    def show_scene(self, shown: Shown) -> None:
        """Draw a scene with the selection and the pins there are."""
        self._is_showing = True
        try:
            self._canvas.set_scene(shown.scene, shown.keep_camera or shown.look is not None)
            if shown.look is not None:
                self._canvas.look_again(shown.look)
            self._canvas.select(shown.scene.view.ids_of(self._navigator.state.selection))
            self._canvas.set_pinned(self._navigator.state.pinned)
        finally:
            self._is_showing = False

    def show_selection(self, nodes: frozenset[int]) -> None:
        """Select on the canvas what was selected elsewhere; what is not in view stays selected there."""
        view, current = self._canvas.scene.view, self._canvas.current
        ids = view.ids_of(nodes)
        stays = view.stands_for is not None and current in ids  # a node of lanes has other marks, too
        self._is_showing = True
        try:
            self._canvas.select(ids, current if stays else None)
        finally:
            self._is_showing = False

    @Slot(object)
    def _select(self, event: SelectionChanged) -> None:
        if not self._is_showing:
            self._navigator.select(self._nodes(event.ids))

    @Slot(object)
    def _expand(self, event: NodeActivated) -> None:
        self._navigator.expand(self._nodes({event.id}))

    @Slot(object)
    def _move(self, event: NodesMoved) -> None:
        self._navigator.place_moved(event.places)

    @Slot(object)
    def _pin(self, event: NodesChosen) -> None:
        self._navigator.pin(self._nodes(event.ids))

    @Slot(object)
    def _hide(self, event: NodesChosen) -> None:
        self._navigator.hide(self._nodes(event.ids))

    @Slot(object)
    def _show_choosing(self, choosing: Choosing) -> None:
        words = ""
        if choosing.count is not None:
            words = counted(choosing.count, _tr("{n} node inside"), _tr("{n} nodes inside"))
        elif choosing.is_waiting:
            words = _tr("Lasso: draw around nodes. Shift adds, Ctrl or Alt takes away, Esc leaves.")
        self._window.status.show_focus(words)

    @Slot(object)
    def _choose_lane(self, node: int) -> None:
        self._navigator.select(frozenset({node}))

    @Slot(object)
    def _list_days(self, event: DaysChosen) -> None:
        """Bring the list to the front with all that stands there, the keyboard in it."""
        window = self._window
        window.hide_panels(False, window.hidden_panels[1])
        window.left_panel.show_list()
        window.left_panel.list.search.clear()
        self._navigator.list_part(event.nodes, days_in_words(event.days))
        window.left_panel.list.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _nodes(self, ids: Iterable[int]) -> frozenset[int]:
        """The nodes that rows of the canvas stand for."""
        return self._canvas.scene.view.nodes_at(ids)

    @Slot(object)
    def _open_menu(self, event: ContextRequested) -> None:
        menu, at = self._window.context_menu, QPoint(event.x, event.y)
        scene = self._navigator.scene
        if event.node is not None:
            menu.open_on_nodes(at)
        elif event.edge is None or scene is None or scene.view.stands_for is not None:
            menu.open_on_ground(at)
        else:
            view = scene.view
            pair = self._navigator.pair_now(*(int(view.ids[row]) for row in view.ends[event.edge]))
            if pair is None:
                menu.open_on_ground(at)
                return
            self._menu_at = at
            self._hovered = view.edge_labels[view.edge_kinds[event.edge]], view.predicates[event.edge]
            self._window.workspace.ask("menu", explain, *pair, then=self._open_link_menu)

    @Slot(object)
    def _open_link_menu(self, statements: tuple[Statement, ...]) -> None:
        shown = self._shown(statements)
        words = ""
        if shown:
            said = _said(shown, *self._hovered)
            self.hovered_link = said if said.link else None
            words = sentence(said.subject_name, said.words, said.object_name)
        self._window.context_menu.open_on_link(self._menu_at, words)

    @Slot()
    def _leave_menu(self) -> None:
        self.hovered_link = None

    def _shown(self, statements: tuple[Statement, ...]) -> tuple[Statement, ...]:
        shows = self._navigator.state.query.proposals
        return tuple(said for said in statements if shows or said.status != "proposed")

    @Slot(object)
    def _hover(self, event: Hovered) -> None:
        self._window.status.show_focus(self._words(event) or self._canvas.accessibleDescription())
        self.hovered_link = self.hovered_pair = None
        scene = self._navigator.scene
        if scene is not None and scene.view.stands_for is not None and event.node is not None:
            self._ask_mark(scene, scene.view.row_of(event.node))
            return
        if scene is None or event.edge is None or event.edge >= len(scene.view.ends):
            self._window.workspace.forget("hover")
            if scene is not None and event.node is not None and (row := scene.view.row_of(event.node)) >= 0:
                self._show_node(scene, row)
            return
        view = scene.view
        self._hovered = view.edge_labels[view.edge_kinds[event.edge]], view.predicates[event.edge]
        self._kept = kept_card(self._navigator.state.frozen, view, event.edge, _verb(*self._hovered))
        self.hovered_pair = self._navigator.pair_now(*(int(view.ids[row]) for row in view.ends[event.edge]))
        if self.hovered_pair is not None:
            self._window.workspace.ask("hover", explain, *self.hovered_pair, then=self._show_card)
            return
        self._window.workspace.forget("hover")
        if self._kept is not None:
            self._canvas.show_card(self._kept)

    def _show_node(self, scene: Scene, row: int) -> None:
        """Show the card of a node; of a method again, once it is known when it was first seen."""
        self._canvas.show_card(node_card(scene, row))
        node = self._navigator.node_now(int(scene.view.ids[row]))
        if node and scene.view.kinds[row] == NodeKind.CONCEPT:
            self._mark = (scene, row)
            self._window.workspace.ask("hover", first_seen_of, node, then=self._show_seen)

    @Slot(object)
    def _show_seen(self, seen: FirstSeen) -> None:
        if seen.parts and self._mark is not None and self._mark[0].view is self._canvas.scene.view:
            self._canvas.show_card(node_card(*self._mark, seen))

    def show_card_again(self, pair: tuple[int, int]) -> None:
        """Ask again what the edge says that is still under the pointer."""
        if pair == self.hovered_pair:
            self._window.workspace.ask("hover", explain, *pair, then=self._show_card)

    def _ask_mark(self, scene: Scene, row: int) -> None:
        """Show the card of a mark, with its sentences where it is a method's."""
        self._mark = (scene, row)
        method, node = (
            self._navigator.node_now(n) for n in (method_of(scene, row), int(scene.view.nodes[row]))
        )
        if method and node:
            self._window.workspace.ask("hover", said_at, method, node, then=self._show_mark)
        else:
            self._window.workspace.forget("hover")
            self._canvas.show_card(mark_card(scene, row))

    @Slot(object)
    def _show_mark(self, said: AppearanceSaid) -> None:
        if self._mark is not None and self._mark[0].view is self._canvas.scene.view:
            self._canvas.show_card(mark_card(*self._mark, said))

    @Slot(object)
    def _show_card(self, statements: tuple[Statement, ...]) -> None:
        shown = self._shown(statements)
        card = card_of(shown, *self._hovered)
        if card is None and self._kept is not None:
            self._canvas.show_card(self._kept)
        elif card is not None:
            said = _said(shown, *self._hovered)
            self.hovered_link = said if said.link else None
            self._canvas.show_card(card)
            if said.kind == "similar" and self.hovered_pair is not None:
                self._window.sentences.read_for_card(self.hovered_pair)

    def _words(self, event: Hovered) -> str:
        scene = self._navigator.scene
        if scene is None:
            return ""
        view = scene.view
        if event.node is not None and (row := view.row_of(event.node)) >= 0:
            if view.stands_for is not None:
                return mark_words(scene, row)
            return f"{kind_name(NodeKind(int(view.kinds[row])))}: {view.names[row]}"
        if event.edge is not None and event.edge < len(view.ends):
            a, b = (view.names[int(row)] for row in view.ends[event.edge])
            kind, predicate = view.edge_labels[view.edge_kinds[event.edge]], view.predicates[event.edge]
            return sentence(a, _verb(kind, predicate), b)
        return ""


def card_of(statements: tuple[Statement, ...], kind: str, predicate: str) -> HoverCard | None:
    """The card of one edge among all that is said between its ends; None where nothing is."""
    if not statements:
        return None
    said = _said(statements, kind, predicate)
    names = (said.subject_name, said.object_name) if said.reasons else ()
    found = quotes_behind(said)
    owners = [short_name(name, NodeKind.PAPER) for name in names]
    quotes = tuple(
        CardQuote(shown_sentence(quote, _CARD_COLUMNS), _source(quote, owner), quote.language)
        for quote, owner in zip(found, (*owners, *[""] * len(found)), strict=False)
    )
    more = len(statements) - 1
    note = " · ".join(filter(None, (pair_words(said.reasons), shared_words(said.reasons)))) or worded(
        said.trust
    )
    if said.link:
        note += " · " + _tr("A accept  X reject  ⇧C correct")
    if more:
        note += " · " + counted(more, _tr("E shows {n} other reason"), _tr("E shows {n} other reasons"))
    return HoverCard(said.subject_name, said.words, said.object_name, quotes, note)


def _said(statements: tuple[Statement, ...], kind: str, predicate: str) -> Statement:
    """The statement that an edge stands for."""
    return next((one for one in statements if _is_of(one, kind, predicate)), statements[0])


def _is_of(said: Statement, kind: str, predicate: str) -> bool:
    is_kind = said.status == kind if kind == PROPOSED else said.kind == kind and said.status != PROPOSED
    return is_kind and (not predicate or said.words == predicate.replace("_", " "))


def _source(quote: Quote, owner: str) -> str:
    """Whose a sentence of two is, where it stands and in which language, where that is not the window's."""
    here = QLocale().name().partition("_")[0]
    marks = [language_name(quote.language)] if quote.language not in ("", "en", here) else []
    marks += [_tr("machine-written")] if quote.machine else []
    marks += [_tr("sample text")] if quote.sample else []
    return " · ".join(filter(None, (owner, source_words(quote), *marks)))


def _verb(kind: str, predicate: str) -> str:
    return predicate.replace("_", " ") or (EDGES[kind].label if kind in EDGES else "–")


def _tr(text: str) -> str:
    return QCoreApplication.translate("GraphLink", text)
