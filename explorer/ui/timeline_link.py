"""TimelineLink: the timeline of shares follows the view, and what is chosen in it becomes a filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Slot

from explorer.graph.query import ViewQuery
from explorer.graph.time_brush import Span, span_read
from explorer.questions.timeline_shares import By, Per, SharesWish, TimelineShares
from explorer.render.share_chart import LABELS_PX, VALUES_PX
from explorer.ui.panels.time_strip import RIMS_PX
from explorer.ui.panels.timeline_panel import TimelinePanel
from explorer.ui.time_link import timeless
from explorer.ui.verbs import trends as trend_verbs
from explorer.ui.view_state import ViewState

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class TimelineLink(QObject):
    """Between the timeline and the rest of the window; it asks for nothing while it is hidden."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._navigator, self._strip = window.navigator, window.time_strip
        self._asked: tuple[ViewQuery, SharesWish] | None = None
        self.panel = TimelinePanel()
        column = window.centralWidget().layout()
        column.insertWidget(column.indexOf(self._strip), self.panel)
        chart = self.panel.chart
        chart.brushed.connect(self._brush)
        chart.chosen.connect(self._filter)
        chart.stepped.connect(self._step)
        chart.left.connect(self._leave)
        self.panel.wished.connect(self._ask_anew)
        self.panel.closed.connect(self.hide)
        self._navigator.state_changed.connect(self._follow)
        window.workspace.changed.connect(self._ask_again)
        window.workspace.opened.connect(self._forget)
        window.installEventFilter(self)

    def show(self) -> None:
        """Show it with the keyboard on the chart."""
        self.panel.fit_to(self._window.height())
        self.panel.show()
        self._align()
        self._ask()
        self.panel.chart.setFocus()

    @Slot()
    def hide(self) -> None:
        """Only the time strip stays."""
        had_keyboard = self.panel.isAncestorOf(self._window.focusWidget() or self._window)
        self.panel.hide()
        self._align()
        if had_keyboard:
            self._window.canvas.setFocus()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.panel.isVisible():
            self.panel.fit_to(self._window.height())
        return False

    def _align(self) -> None:
        """Bars of the strip stand under the columns of the same time."""
        if self.panel.isVisible() and self.panel.wish.per is Per.TIME:
            self._strip.use_rims(VALUES_PX, LABELS_PX)
        else:
            self._strip.use_rims(RIMS_PX[0], -RIMS_PX[2])

    @Slot(object)
    def _follow(self, state: ViewState) -> None:
        if self.panel.isVisible():
            self._show_brush(state)
            if (timeless(state.query), self.panel.wish) != self._asked:
                self._ask()

    def _show_brush(self, state: ViewState) -> None:
        filters = state.query.filters
        self.panel.chart.show_span(span_read(filters.since, filters.until, self._strip.bins))

    @Slot(object)
    def _ask_again(self, _changes: object) -> None:
        self._asked = None
        if self.panel.isVisible():
            self._ask()

    @Slot(object)
    def _forget(self, _path: object) -> None:
        self._asked = None

    @Slot(object)
    def _ask_anew(self, _wish: SharesWish) -> None:
        self._align()
        self._ask()

    def _ask(self) -> None:
        self._asked = timeless(self._navigator.state.query), self.panel.wish
        self._window.workspace.ask("timeline", trend_verbs.shares, *self._asked, then=self._show)

    @Slot(object)
    def _show(self, shares: TimelineShares) -> None:
        self.panel.show_shares(shares, self._ticked(shares.wish.by))
        self._show_brush(self._navigator.state)

    def _ticked(self, by: By) -> frozenset[int]:
        filters = self._navigator.state.query.filters
        return frozenset() if by is By.REGIONS else frozenset(filters.ticked(by.value))

    @Slot(object)
    def _brush(self, brushed: tuple[Span, bool]) -> None:
        self._strip.brush(*brushed)

    @Slot(object)
    def _step(self, step: tuple[str, int]) -> None:
        what, by = step
        (self._strip.widen if what == "widen" else self._strip.step)(by)

    @Slot()
    def _leave(self) -> None:
        """Escape lets the brush go first, then the keyboard."""
        if self._strip.span is not None:
            self._strip.clear()
        else:
            self._window.canvas.setFocus()

    @Slot(object)
    def _filter(self, row: int) -> None:
        """To one series; to all again where it is that one already."""
        shares = self.panel.chart.shares
        if shares is None or row >= len(shares.series):
            return
        key, by = shares.series[row].key, shares.wish.by
        if by is By.REGIONS:
            self._window.acts.regions.open_region(key)
            return
        filters = self._navigator.state.query.filters
        wanted = frozenset() if filters.ticked(by.value) == {key} else frozenset({key})
        self._navigator.set_filters(filters.with_values(by.value, wanted))
