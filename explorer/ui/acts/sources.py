"""FollowActs: sources that are followed, and public lists to begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot

from explorer.model import Changes
from explorer.ops.public_sources import PublicSource
from explorer.ui.acts.group import ActGroup
from explorer.ui.dialogs.get_sheet import GetSheet
from explorer.ui.dialogs.news_sheet import NewsSheet
from explorer.ui.dialogs.sources_sheet import SourcesSheet, SourcesWish
from explorer.ui.verbs import following as follow_verbs
from explorer.ui.verbs.following import Refreshed
from explorer.ui.workspace import Notice

if TYPE_CHECKING:
    from explorer.ui.acts import Acts


class FollowActs(ActGroup):
    """Nothing is read again, and nothing is asked, before a person says so."""

    def __init__(self, acts: Acts) -> None:
        super().__init__(acts)
        self._sources: SourcesSheet | None = None
        self._workspace.changed.connect(self._look_again)

    def show_sources(self) -> None:
        """Show what is followed."""
        self._workspace.ask("sources", follow_verbs.followed, then=self._show_sources)

    @Slot(object)
    def _show_sources(self, sources) -> None:
        if self._sources is not None:
            self._sources.show_sources(sources)
            return
        self._sources = SourcesSheet(self._window, sources)
        self._sources.wished.connect(self._do_wish)
        self._sources.closed.connect(self._forget_sheet)
        self._sources.open(self._sources.view if sources else self._sources.line)

    @Slot()
    def _forget_sheet(self) -> None:
        self._sources = None

    @Slot(object)
    def _look_again(self, changes: Changes) -> None:
        if self._sources is not None and changes.touches("followed"):
            self.show_sources()

    @Slot(object)
    def _do_wish(self, wish: SourcesWish) -> None:
        if wish.verb == "refresh":
            self._refresh(wish.sources)
        elif wish.verb == "unfollow":
            self._workspace.do(follow_verbs.unfollow, wish.sources)
        elif wish.verb == "follow":
            self.follow_words(wish.words)
        else:
            self.get_source()

    @Slot(object)
    def follow_words(self, words: tuple[str, ...]) -> None:
        """Follow files, folders, addresses, ids."""
        self._workspace.do(follow_verbs.follow, words)

    def refresh_sources(self) -> None:
        """Read all that is followed again."""
        self._refresh(())

    def _refresh(self, sources: tuple[int, ...]) -> None:
        if self._sources is not None:
            self._sources.close_up()
        label = self.tr("Reading followed sources again")
        self._workspace.start(label, follow_verbs.refresh, sources, then=self._tell_news)

    @Slot(object)
    def _tell_news(self, done: Refreshed) -> None:
        self._workspace.changed.emit(done.changes)
        if not done.report.sources and not done.report.stopped:
            self.told.emit(Notice(self.tr("Nothing is followed yet.")))
            return
        if done.has_asked:
            self._window.status.show_network()
        sheet = NewsSheet(self._window, done.report)
        sheet.opened.connect(self._acts.leads.go_to_node)
        sheet.open(sheet.view if any(entry.node for entry in sheet.entries) else sheet.done)

    def get_source(self) -> None:
        """Choose a public list or digest."""
        sheet = GetSheet(self._window)
        sheet.chosen.connect(self._get)
        sheet.open(sheet.line)

    @Slot(object)
    def _get(self, source: PublicSource) -> None:
        self._window.status.show_network()
        label = self.tr("Getting {name}").format(name=source.name)
        self._workspace.start_reading(label, follow_verbs.get, source, then=self._acts.files.show_report)
