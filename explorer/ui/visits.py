"""Visits: what is looked at, one state after the other, and the way back with place, camera and selection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot

from explorer.graph.query import DIRECTIONS, ViewQuery
from explorer.graph.scene import Scene
from explorer.layouts import LAYOUTS
from explorer.questions.views import WantedView
from explorer.ui.look import Look
from explorer.ui.view_state import (
    DEPTH_MAX,
    Frozen,
    Held,
    ViewHistory,
    ViewState,
    collapsed_in,
    expanded_in,
    hidden_in,
    layout_after,
    other_form,
)
from explorer.ui.view_steps import ViewStep
from explorer.ui.words import counted


class Visits(QObject):
    """The part of a Navigator that changes its state; the other part asks and answers."""

    step_made = Signal(object)  #: ViewStep that can be undone

    _history: ViewHistory
    _look: Look | None  # where the next scene is looked at from
    _names_selection: bool
    scene: Scene | None

    @property
    def state(self) -> ViewState:
        """What is shown."""
        return self._history.current

    @property
    def can_go_back(self) -> bool:
        return self._history.can_go_back

    @property
    def can_go_forward(self) -> bool:
        return self._history.can_go_forward

    def set_depth(self, depth: int) -> None:
        """So many hops around the center; nodes stay where they are."""
        query = self.state.query.at_depth(min(max(depth, 1), DEPTH_MAX))
        if query != self.state.query:
            self.visit(replace(self.state, query=query))

    def hide(self, nodes: frozenset[int]) -> None:
        """Leave nodes out of the view; undo, back or the list of what is hidden brings them again."""
        if not nodes:
            return
        asked = self.state.query
        self._hide(nodes)
        words = counted(len(nodes), self.tr("Hide {n} node"), self.tr("Hide {n} nodes"))
        done = counted(len(nodes), self.tr("{n} node hidden"), self.tr("{n} nodes hidden"))
        self.step_made.emit(ViewStep(words, done, nodes, asked, self.state.query))

    def _hide(self, nodes: frozenset[int]) -> None:
        self._ask_for(hidden_in(self.state.query, nodes), self.state.selection - nodes)

    def unhide(self, nodes: frozenset[int]) -> None:
        """Let hidden nodes be shown again."""
        query = replace(self.state.query, hidden=self.state.query.hidden - nodes)
        if query != self.state.query:
            self._ask_for(query, self.state.selection)

    def _ask_for(self, query: ViewQuery, selection: frozenset[int]) -> None:
        self.visit(replace(self.state, query=query, selection=selection), keep_camera=True)
        self._tell_selection()

    def expand(self, nodes: frozenset[int]) -> None:
        """Add the neighbours of nodes."""
        if nodes:
            self.visit(replace(self.state, query=expanded_in(self.state.query, nodes)))

    def collapse(self, nodes: frozenset[int]) -> bool:
        """Take away what only came through nodes; whether anything can have come so."""
        query = collapsed_in(self.state.query, nodes, self.scene.whole if self.scene else None)
        if query == self.state.query:
            return False
        self.visit(replace(self.state, query=query), keep_camera=True)
        return True

    def pin(self, nodes: frozenset[int]) -> None:
        """Nodes keep their place in every layout; those that do are let go."""
        pinned = self.state.pinned
        lets_go = nodes <= pinned
        if lets_go:
            words = counted(len(nodes), self.tr("Let {n} node go"), self.tr("Let {n} nodes go"))
            done = counted(len(nodes), self.tr("{n} node let go"), self.tr("{n} nodes let go"))
            step = ViewStep(words, done, let_go=nodes)
        else:
            fresh = nodes - pinned
            words = counted(len(fresh), self.tr("Pin {n} node"), self.tr("Pin {n} nodes"))
            done = counted(len(fresh), self.tr("{n} node pinned"), self.tr("{n} nodes pinned"))
            step = ViewStep(words, done, pinned=fresh)
        self.take_step(step, True)
        self.step_made.emit(step)

    def can_take(self, step: ViewStep, forward: bool) -> bool:
        """Whether a step can still be done, or taken back, in the view that is shown."""
        hidden, pinned = self.state.query.hidden, self.state.pinned
        if step.hidden:
            return not step.hidden <= hidden if forward else not step.hidden.isdisjoint(hidden)
        if step.after and (self.scene is None or self.state.layout != step.layout):
            return False
        if step.after:
            return any(self.scene.view.row_of(row_id) >= 0 for row_id, _, _ in step.after)
        return step.pins_after(pinned, forward) != pinned

    def take_step(self, step: ViewStep, forward: bool) -> None:
        """Do a step in the view, or take it back."""
        if step.hidden and forward:
            self._hide(step.hidden)
        elif step.hidden and step.asked is not None and self.state.query == step.leaves:
            self._ask_for(step.asked, self.state.selection | step.hidden)
        elif step.hidden:
            self.unhide(step.hidden)
        self._history.amend(pinned=step.pins_after(self.state.pinned, forward))
        if step.after:
            self._put(step.after if forward else step.before)
        self.state_changed.emit(self.state)

    def set_layout(self, layout: str) -> None:
        """Lay the same nodes out in another way."""
        if layout in LAYOUTS and layout != self.state.layout:
            self._history.amend(layout=layout)
            self._show()

    def show_regions(self, is_on: bool) -> None:
        """Draw the grounds and names of regions in this view, or leave them out."""
        self._history.amend(regions=is_on)
        self.state_changed.emit(self.state)

    def next_layout(self) -> None:
        """The next layout that this view has the columns for."""
        self.set_layout(layout_after(self.scene.whole if self.scene else None, self.state.layout))

    def turn_lanes(self) -> None:
        """Lanes with a row per method, or per source."""
        self.set_layout(other_form(self.state.layout))

    def back(self) -> None:
        """The view before."""
        self._return_to(self._history.back())

    def forward(self) -> None:
        """The view after."""
        self._return_to(self._history.forward())

    def visit(self, state: ViewState, keep_camera: bool = False) -> None:
        """Show another state, and remember the way back."""
        self._history.go(replace(state, name="", frozen=None))
        self._show(keep_camera)

    def _return_to(self, state: ViewState) -> None:
        self._tell_filters()
        self._tell_selection()
        self._show()
        self._look = look_of(state)
        self._names_selection = len(state.selection) > 1

    def next_direction(self) -> None:
        """Edges both ways, only those that lead away, only those that lead here."""
        query = self.state.query
        turned = DIRECTIONS[(DIRECTIONS.index(query.direction) + 1) % len(DIRECTIONS)]
        self.visit(replace(self.state, query=replace(query, direction=turned)))

    @Slot(object)
    def note_camera(self, look: Look) -> None:
        """Where the view is looked at from; back and saved views look from there again."""
        self._history.amend(camera=look.camera, fitted=look.is_fitted)

    @Slot(object)
    def restore(self, view: WantedView) -> None:
        """Show a view as it was kept: nodes, places, camera, selection, pins."""
        state = state_of(view)
        self._history.go(state, is_step=True)
        self._return_to(state)

    def freeze(self, view: WantedView, frozen: Frozen) -> None:
        """Show what a snapshot showed, until what is asked for changes."""
        state = replace(state_of(view), frozen=frozen)
        self._history.go(state, is_step=True)
        self._return_to(state)

    def thaw(self) -> None:
        """Show what the library holds now of what the snapshot that is shown asked for."""
        state = self.state
        if state.frozen is None:
            return
        pinned, chosen = self.nodes_now(state.pinned), self.nodes_now(state.selection)
        moved = replace(state, frozen=None, held=None, pinned=pinned, selection=chosen)
        self._history.go(moved, is_step=True)
        self._tell_selection()
        self._show(True)

    def nodes_now(self, nodes: Iterable[int]) -> frozenset[int]:
        """What some shown nodes are now: another one since a merge, none where one is gone."""
        frozen = self.state.frozen
        if frozen is None:
            return frozenset(nodes)
        shown = frozenset(frozen.graph.ids.tolist())
        found = (frozen.now.get(node) if node in shown else node for node in nodes)
        return frozenset(node for node in found if node is not None)

    def node_now(self, node: int) -> int:
        """What a shown node is now; 0 where it is gone."""
        return next(iter(self.nodes_now({node})), 0)

    def pair_now(self, a: int, b: int) -> tuple[int, int] | None:
        """What two shown nodes are now; None where one is gone, or both are one."""
        pair = self.node_now(a), self.node_now(b)
        return pair if all(pair) and pair[0] != pair[1] else None

    def name_view(self, name: str) -> None:
        """The view that is shown is now kept under a name."""
        self._history.amend(name=name)
        self.state_changed.emit(self.state)

    def wanted(self) -> WantedView:
        """The view as it is shown now, to be kept."""
        state = self.state
        held = frozenset(state.held.ids.tolist()) if state.held is not None else None
        return WantedView(
            state.query,
            state.layout,
            state.title,
            state.selection,
            state.pinned,
            state.places,
            state.camera,
            state.fitted,
            held,
            regions=state.regions,
        )


def state_of(view: WantedView) -> ViewState:
    """The state that shows a view."""
    layout = view.layout if view.layout in LAYOUTS else next(iter(LAYOUTS))
    held = Held(view.query, np.array(sorted(view.nodes), np.int64)) if view.nodes is not None else None
    return ViewState(
        view.query,
        layout,
        frozenset(view.query.centers[:1]) if view.select is None else view.select,
        view.pinned,
        view.places,
        view.title,
        camera=view.camera,
        fitted=view.fitted,
        held=held,
        name=view.name,
        regions=view.regions,
    )


def look_of(state: ViewState) -> Look | None:
    """From where a state was looked at, or None where nobody has seen it yet."""
    return Look(state.camera, state.fitted) if state.camera is not None else None
