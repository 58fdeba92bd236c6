"""TimeLink: the brush becomes a filter of the view, and the filter a brush; what is in sight is marked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot

from explorer.graph.query import ViewQuery
from explorer.graph.time_brush import Span, span_read
from explorer.questions.overview import Overview
from explorer.questions.when import When, library_days, no_time, when_shown
from explorer.ui.view_state import ViewState

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

SOON_MS = 90  #: while a brush is dragged, the view follows about ten times a second


@dataclass(frozen=True, slots=True)
class _Wish:
    span: Span | None
    goes_on: bool


class TimeLink(QObject):
    """Between the time strip and the rest of the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._navigator, self._strip = window.navigator, window.time_strip
        self._library = no_time()
        self._counted: ViewQuery | None = None  # what the bars count
        self._wish: _Wish | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._act)
        self._strip.brushed.connect(self._note)
        self._navigator.state_changed.connect(self._follow)
        self._navigator.overview_ready.connect(self._read_days)
        self._navigator.scene_ready.connect(self._show_window)
        window.canvas.camera_changed.connect(self._show_window)
        window.top_bar.crumb_chosen.connect(self._take_crumb)
        window.pages.installEventFilter(self)

    @Slot(object)
    def _take_crumb(self, key: str) -> None:
        if key == "time":
            self._window.acts.times.brush_times()

    @Slot(object)
    def _note(self, brushed: tuple[Span | None, bool]) -> None:
        """A hand on the brush: act soon, on the newest wish; a drag is one step of the history."""
        span, goes_on = brushed
        if self._wish is not None:
            goes_on = goes_on and self._wish.goes_on
        self._wish = _Wish(span, goes_on)
        if not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _act(self) -> None:
        wish, self._wish = self._wish, None
        if wish is not None:
            days = (wish.span.since.isoformat(), wish.span.until.isoformat()) if wish.span else ("", "")
            self._navigator.set_times(*days, wish.goes_on)

    @Slot(object)
    def _follow(self, state: ViewState) -> None:
        """Draw the brush of a view, and count what it may show."""
        if self._wish is None:
            self._strip.show_span(self._span(state))
        query = timeless(state.query)
        if query != self._counted:
            self._counted = query
            self._count()

    def _span(self, state: ViewState) -> Span | None:
        filters = state.query.filters
        return span_read(filters.since, filters.until, self._strip.bins)

    @Slot(object)
    def _read_days(self, _overview: Overview) -> None:
        self._window.workspace.ask("days", library_days, then=self._take_days)

    @Slot(object)
    def _take_days(self, library: When) -> None:
        self._library = library
        self._count()

    def _count(self) -> None:
        query = self._counted if self._counted is not None else ViewQuery()
        self._window.workspace.ask("when", when_shown, self._library, query, then=self._show_when)

    @Slot(object)
    def _show_when(self, when: When) -> None:
        self._strip.show_when(when)
        self._follow(self._navigator.state)

    @Slot(object)
    def _show_window(self, _shown: object) -> None:
        """Mark what is in sight of the axis of a timeline or of lanes."""
        canvas = self._window.canvas
        axes, camera = canvas.scene.axes, canvas.camera
        if axes is None:
            self._strip.show_window(None)
            return
        sides = (axes.head_px, float(canvas.width()))
        first, last = (axes.time.day_at(camera.to_world(x, 0.0)[0]) for x in sides)
        self._strip.show_window((first, last))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape, where nothing on the canvas wanted it, shows all times again."""
        is_escape = event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        if is_escape and self._strip.span is not None:
            self._strip.clear()
            return True
        return super().eventFilter(watched, event)


def timeless(query: ViewQuery) -> ViewQuery:
    """The same whatever its time: all that a brush could show."""
    return replace(query, filters=query.filters.without("since", "until"), limit=ViewQuery().limit)
