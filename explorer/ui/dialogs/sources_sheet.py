"""Followed sources: when each was read last and what came of it; read again, follow, let go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ui.dialogs.entry_list import EntryList
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.said import worded
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.words import counted

if TYPE_CHECKING:
    from explorer.ops.following import Followed

_WIDTH_PX, _ROW_PX, _TALL_PX, _MOST_PX = 620, 28, 44, 370


@dataclass(frozen=True, slots=True)
class SourcesWish:
    """Attributes:
    verb: "refresh", "unfollow", "follow" or "get".
    sources: Ids of followed sources; none is all of them.
    words: What is to be followed.
    """

    verb: str
    sources: tuple[int, ...] = ()
    words: tuple[str, ...] = ()


class SourcesSheet(Sheet):
    """Enter reads the marked source again, Delete lets it go; the report takes the place of the sheet."""

    wished = Signal(object)  #: SourcesWish

    def __init__(self, window: QWidget, sources: Sequence[Followed]) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Followed sources"))
        self.setAccessibleName(self.tr("Followed sources"))
        self._sources: tuple[Followed, ...] = ()
        self.view = EntryList(self.tr("Followed sources"))
        self.view.doubleClicked.connect(self._refresh_row)
        self.view.installEventFilter(self)
        self._about = label("", "dim", wraps=True)
        self.line = SearchBox(self.tr("Follow: paths, addresses or arXiv ids, with spaces between"))
        self.line.entered.connect(self._follow)
        self.line.left.connect(self.close_up)
        self.column.addWidget(self._about)
        self.column.addWidget(self.view)
        self.column.addWidget(self.line)
        self._add_buttons()
        self.show_sources(sources)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self.view.entries

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        self.refresh = button(self.tr("Read again"), "primary")
        self.refresh.clicked.connect(self._refresh)
        self.refresh_all = button(self.tr("Read all again"))
        self.refresh_all.clicked.connect(self._refresh_all)
        self.unfollow = button(self.tr("Unfollow (Del)"))
        self.unfollow.clicked.connect(self._unfollow)
        self.get = button(self.tr("Get a public list…"), "link")
        self.get.clicked.connect(self._get)
        for made in (self.refresh, self.refresh_all, self.unfollow):
            row.addWidget(made)
        row.addStretch(1)
        row.addWidget(self.get)
        self.column.addLayout(row)

    @Slot(object)
    def show_sources(self, sources: Sequence[Followed]) -> None:
        """Show what is followed now; the marked row stays marked."""
        at = max(self.view.currentIndex().row(), 0)
        self._sources = tuple(sources)
        self.view.show_rows(self._entry(one) for one in sources)
        self.view.go_to_row(min(at, max(len(sources) - 1, 0)))
        high = sum(_TALL_PX if entry.quiet else _ROW_PX for entry in self.entries)
        self.view.setFixedHeight(min(high, _MOST_PX) + 4)
        for widget in (self.view, self.refresh, self.refresh_all, self.unfollow):
            widget.setVisible(bool(sources))
        words = self.tr("Nothing is read without you: only the buttons here ask files and the network.")
        if not sources:
            words = self.tr(
                "Nothing is followed yet. A file, a folder, an address or an arXiv id that you follow "
                "is read again when you say so, and the report shows only what is new."
            )
        self._about.setText(words)
        self._about.setAccessibleName(words)
        self.place()

    def _entry(self, one: Followed) -> Entry:
        when = self.tr("not read yet")
        if one.last.at:
            when = datetime.fromisoformat(one.last.at).astimezone().strftime("%Y-%m-%d %H:%M")
        where = one.word if one.word != one.name else ""
        detail = " · ".join(part for part in (self._state(one), one.edition, where) if part)
        return Entry(one.name, side=when, detail=detail)

    def _state(self, one: Followed) -> str:
        last = one.last
        if last.outcome == "failed":
            return self.tr("Not read: {why}").format(why=worded(last.why))
        if last.outcome == "new":
            return counted(last.papers, self.tr("{n} new paper"), self.tr("{n} new papers"))
        states = {"unchanged": self.tr("unchanged"), "nothing_new": self.tr("changed, nothing new")}
        return states.get(last.outcome, "")

    def _marked(self) -> tuple[int, ...]:
        row = self.view.currentIndex().row()
        return (self._sources[row].id,) if 0 <= row < len(self._sources) else ()

    @Slot(QModelIndex)
    def _refresh_row(self, _index: QModelIndex) -> None:
        self._refresh()

    @Slot()
    def _refresh(self) -> None:
        if marked := self._marked():
            self.wished.emit(SourcesWish("refresh", marked))

    @Slot()
    def _refresh_all(self) -> None:
        self.wished.emit(SourcesWish("refresh"))

    @Slot()
    def _unfollow(self) -> None:
        if marked := self._marked():
            self.wished.emit(SourcesWish("unfollow", marked))

    @Slot()
    def _follow(self) -> None:
        if words := words_of(self.line.text()):
            self.line.clear()
            self.wished.emit(SourcesWish("follow", words=words))

    @Slot()
    def _get(self) -> None:
        self.close_up()
        self.wished.emit(SourcesWish("get"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.KeyPress:
            acts = {
                Qt.Key.Key_Return: self._refresh,
                Qt.Key.Key_Enter: self._refresh,
                Qt.Key.Key_Delete: self._unfollow,
            }
            if act := acts.get(Qt.Key(event.key())):
                act()
                return True
        return super().eventFilter(watched, event)


def words_of(text: str) -> tuple[str, ...]:
    """Words of a line; a path may hold spaces where it stands between quotes or alone."""
    whole = text.strip().strip('"')
    if whole.startswith(("/", "~", "\\")) or whole[1:3] == ":\\":
        return (whole,)
    return tuple(whole.split())
