"""TrendActs: what rises and declines, and shares over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Slot

from explorer.render.share_chart import ShareFrame
from explorer.ui.acts.group import ActGroup
from explorer.ui.export_places import keep_folder, save_dialog, with_suffix
from explorer.ui.share_words import chart_title, rest_words
from explorer.ui.timeline_link import TimelineLink
from explorer.ui.trends_link import TrendsLink
from explorer.ui.verbs import trends as trend_verbs

if TYPE_CHECKING:
    from explorer.ui.acts import Acts


class TrendActs(ActGroup):
    """Trends. Their parts are made when they are first wanted."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._timeline: TimelineLink | None = None
        self._trends: TrendsLink | None = None

    def show_trends(self) -> None:
        """Show what rises and declines between what is selected, else between the two latest editions."""
        if self._trends is None:
            self._trends = TrendsLink(self._window)
            self._trends.told.connect(self.told)
        self._trends.open(tuple(sorted(self._navigator.state.selection)))

    def listen(self) -> None:
        """Hear what the passport asks for, too."""
        self._window.passport.comparison_wanted.connect(self.compare_shown)

    @Slot()
    def compare_shown(self) -> None:
        """The same for the node of the passport."""
        shown = self._window.passport.shown
        if shown is not None:
            self._navigator.select(frozenset({shown.id}))
            self.show_trends()

    def toggle_timeline(self) -> None:
        """Show or hide the shares over time."""
        if self._timeline is None:
            self._timeline = TimelineLink(self._window)
            self._timeline.panel.export_asked.connect(self._choose_share_file)
        if self._timeline.panel.isVisible():
            self._timeline.hide()
        else:
            self._timeline.show()

    @Slot()
    def _choose_share_file(self) -> None:
        shares = self._timeline.panel.chart.shares if self._timeline else None
        if shares is None:
            return
        formats = (self.tr("Table (*.csv)"), self.tr("Drawing (*.svg)"), self.tr("Picture (*.png)"))
        dialog = save_dialog(self._window, formats, chart_title(shares))
        dialog.fileSelected.connect(self._write_shares)
        dialog.open()

    @Slot(str)
    def _write_shares(self, chosen: str) -> None:
        chart = self._timeline.panel.chart
        path = with_suffix(chosen, self.sender().selectedNameFilter())
        language = QLocale().name().partition("_")[0]
        frame = ShareFrame((0.0, 0.0, 0.0, 0.0), chart.is_share, rest_words(), chart.hues, language=language)
        title = chart_title(chart.shares)
        wish = trend_verbs.ShareFile(path, chart.shares, title, frame, self._window.scheme)
        keep_folder(self._window, path)
        tell = self._acts.exports.tell_written
        self._workspace.compute("timeline-file", trend_verbs.write_shares, wish, then=tell)
