"""Showing: puts what the navigator has learned into the parts of the window."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot

from explorer.graph.view import GraphView
from explorer.layouts import LAYOUTS, main_layouts
from explorer.model import NodeKind
from explorer.questions.many import Many
from explorer.questions.overview import Overview
from explorer.questions.passport import Passport
from explorer.ui.answers import Between, Shown
from explorer.ui.lane_marks import marks_in_words
from explorer.ui.panels.many_panel import MANY_ACTS
from explorer.ui.panels.top_bar import Crumb
from explorer.ui.time_link import TimeLink
from explorer.ui.time_words import times_words
from explorer.ui.view_state import ViewState
from explorer.ui.view_steps import ViewStep
from explorer.ui.words import counted, kind_name, number
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


_CRUMB_COLUMNS = 14  # of a saved view's name; what stands before it says more


class Showing(QObject):
    """Hears answers; asks nothing."""

    ready = Signal()  #: scene and passport of the view are both shown

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._has_scene = False
        self._many: Many | None = None  # what is known of the several nodes selected last
        self._times = TimeLink(window)
        navigator = window.navigator
        window.top_bar.layouts.refused.connect(window.acts.files.samples.say_why_not)
        navigator.scene_ready.connect(self._show_scene)
        navigator.state_changed.connect(self._show_state)
        navigator.selection_changed.connect(self._show_selection)
        navigator.passport_ready.connect(self._show_passport)
        navigator.many_ready.connect(self._show_many)
        navigator.between_ready.connect(self._show_between)
        navigator.overview_ready.connect(self._show_overview)
        navigator.step_made.connect(self._tell_step)
        window.undo_order.changed.connect(self._show_steps)
        navigator.listing_ready.connect(window.left_panel.list.show_listing)

    @Slot(object)
    def _show_scene(self, shown: Shown) -> None:
        window = self._window
        window.graph_link.show_scene(shown)
        window.left_panel.list.model.mark_in_view(frozenset(shown.scene.whole.ids.tolist()))
        for key in main_layouts():
            window.top_bar.layouts.allow(key, window.acts.files.samples.why_not(shown.scene.whole, key))
        self._show_counts()
        self._has_scene = True
        self._tell_ready()

    @Slot(object)
    def _show_state(self, state: ViewState) -> None:
        kind = self._center_kind()
        self._window.top_bar.show_crumbs((*crumbs_of(state, kind), *time_crumbs(state)))
        self._window.top_bar.layouts.choose(LAYOUTS[state.layout].under or state.layout)
        self._window.canvas.set_pinned(state.pinned)
        self._window.canvas.show_regions(state.regions)
        self._window.status.show_hidden(len(state.query.hidden))
        self._show_steps()

    def _center_kind(self) -> NodeKind | None:
        scene = self._window.navigator.scene
        if scene is None or scene.whole.center < 0 or len(self._window.navigator.state.query.centers) != 1:
            return None
        return NodeKind(int(scene.whole.kinds[scene.whole.center]))

    @Slot(object)
    def _show_selection(self, nodes: frozenset[int]) -> None:
        window = self._window
        window.graph_link.show_selection(nodes)
        window.left_panel.list.select(nodes)
        self._show_counts()
        if not nodes:
            window.passport.show_nothing()
        elif len(nodes) > 1:
            window.passport.show_many(len(nodes))
            self._fill_many()  # the selection is told again with each view; what is known of it stays

    @Slot(object)
    def _show_passport(self, passport: Passport) -> None:
        self._window.passport.show_passport(passport)
        self._tell_ready()

    @Slot(object)
    def _show_many(self, about: Many) -> None:
        self._many = about
        self._fill_many()

    def _fill_many(self) -> None:
        if self._many is not None and self._many.asked == self._window.navigator.state.selection:
            self._window.passport.fill_many(self._many, self._window.context_menu.fitting(MANY_ACTS))

    @Slot(object)
    def _show_between(self, between: Between) -> None:
        self._window.hide_panels(self._window.hidden_panels[0], False)
        self._window.passport.show_between(between.names, between.statements, between.common)

    @Slot(object)
    def _show_overview(self, overview: Overview) -> None:
        window = self._window
        self._show_steps()
        window.offer_commands(overview.views)
        window.status.show_needs(overview.needs_you)
        is_empty = not any(overview.counts.values())
        window.show_page(is_empty)
        self._show_counts()

    @Slot()
    def _show_steps(self) -> None:
        """Name the steps that undo and redo would take."""
        window, order = self._window, self._window.undo_order
        window.top_bar.show_steps(order.undo_label, order.redo_label)
        window.actions_by_id["edit.undo"].name_step(order.undo_label)
        window.actions_by_id["edit.redo"].name_step(order.redo_label)

    @Slot(object)
    def _tell_step(self, step: ViewStep) -> None:
        """A step in the view is told of as one in the library is; a move is seen."""
        if step.done:
            self._window.notice_bar.show_notice(Notice(step.done, can_undo=True))
        else:
            self._window.notice_bar.hide()  # its Undo would take back this step

    def _show_counts(self) -> None:
        navigator = self._window.navigator
        overview, scene, state = navigator.overview, navigator.scene, navigator.state
        if overview is not None:
            view = scene.whole if scene is not None else None
            shown, links = (len(view.ids), len(view.ends)) if view is not None else (0, 0)
            words = counts_in_words(shown, sum(overview.counts.values()), links)
            if scene is not None and scene.axes is not None and scene.axes.what:  # links are not drawn there
                words = f"{nodes_in_words(shown, sum(overview.counts.values()))} · {marks_in_words(scene)}"
            if view is not None and view.left_out and state.query.centers:
                words += " · " + self.tr("{n} more within reach, W shows them").format(
                    n=number(view.left_out)
                )
            if view is not None and state.layout == "map" and (off := off_the_map(view)):
                words += " · " + counted(
                    off,
                    self.tr("{n} paper not compared yet: its place is a guess"),
                    self.tr("{n} papers not compared yet: their place is a guess"),
                )
            if state.selection:
                words += " · " + selected_in_words(state.selection, view)
            self._window.status.show_counts(words)

    def forget(self) -> None:
        """Another library: wait for its first scene."""
        self._has_scene = False
        self._many: Many | None = None  # what is known of the several nodes selected last

    def _tell_ready(self) -> None:
        state = self._window.navigator.state
        has_passport = self._window.passport.shown is not None or len(state.selection) != 1
        if self._has_scene and has_passport:
            self.ready.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("Showing", text)


def off_the_map(view: GraphView) -> int:
    """Papers that came after similarities were computed: the map puts them beside neighbours, or below."""
    if "map_x" not in view.columns:
        return 0
    return int(np.count_nonzero(~np.isfinite(view.columns["map_x"]) & (view.kinds == NodeKind.PAPER)))


def counts_in_words(shown: int, total: int, links: int) -> str:
    """ "17 of 29,957 nodes · 27 links"."""
    return f"{nodes_in_words(shown, total)} · {counted(links, _tr('{n} link'), _tr('{n} links'))}"


def nodes_in_words(shown: int, total: int) -> str:
    """ "17 of 29,957 nodes"."""
    return _tr("{shown} of {total} nodes").format(shown=number(shown), total=number(total))


def selected_in_words(chosen: frozenset[int], view: GraphView | None) -> str:
    """ "3 selected", and how many of them are elsewhere."""
    words = counted(len(chosen), _tr("{n} selected"), _tr("{n} selected"))
    away = len(chosen) - int(np.isin(view.ids, list(chosen)).sum()) if view is not None else 0
    return f"{words} ({_tr('{n} not in view').format(n=number(away))})" if away else words


def _short(name: str) -> str:
    return name if len(name) <= _CRUMB_COLUMNS else name[: _CRUMB_COLUMNS - 1].rstrip() + "…"


def time_crumbs(state: ViewState) -> tuple[Crumb, ...]:
    """The time that is brushed: "Dec 2023 – May 2024"."""
    words = times_words(state.query.filters.since, state.query.filters.until)
    return (Crumb("time", words),) if words else ()


def crumbs_of(state: ViewState, kind: NodeKind | None) -> tuple[Crumb, ...]:
    """Where one is: library, kind, center, depth."""
    library = Crumb("library", _tr("Library"), not state.query.centers)
    named = [Crumb("view", _tr("view “{name}”").format(name=_short(state.name)))] if state.name else []
    if not state.query.centers:
        is_bound = state.query.is_walk or state.query.only is not None
        titled = [Crumb("center", state.title, True)] if state.title and is_bound else []
        return (replace(library, is_here=not titled), *titled, *named)
    crumbs = [library]
    if kind is not None:
        several = kind_name(kind, True)
        crumbs.append(Crumb("kind", several[:1].upper() + several[1:]))
    crumbs.append(Crumb("center", state.title or "…", True))
    crumbs.append(Crumb("depth", _tr("depth {n}").format(n=state.query.depth)))
    if state.query.direction != "both":
        words = {"out": _tr("what it leads to"), "in": _tr("what leads to it")}
        crumbs.append(Crumb("direction", words[state.query.direction]))
    return (*crumbs, *named)
