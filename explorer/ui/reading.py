"""Reading: what the passport asks for beyond itself: more rows, a place in a text, two texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from explorer.questions.passport_text import SideBySide, side_by_side
from explorer.ui.answers import More, more_of
from explorer.ui.dialogs.reading_sheet import ReadingSheet
from explorer.ui.panels.passport_pages import SideRow, Wanted

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow


class Reading(QObject):
    """Hears the passport's wishes and brings the answers back to it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.passport.more_wanted.connect(self._ask_more)
        window.passport.passage_wanted.connect(window.navigator.read)
        window.passport.side_wanted.connect(self._ask_side)
        window.passport.region_wanted.connect(window.acts.regions.open_region)

    @Slot(object)
    def _ask_more(self, wanted: Wanted) -> None:
        self._window.workspace.ask("more", more_of, wanted, then=self._show_more)

    @Slot(object)
    def _show_more(self, more: More) -> None:
        self._window.passport.show_more(more.wanted, more.section)
        self._window.sentences.read_for_row(more.wanted)

    @Slot(object)
    def _ask_side(self, row: SideRow) -> None:
        self._window.workspace.ask("side", side_by_side, row.left, row.right, then=self._show_side)

    @Slot(object)
    def _show_side(self, answer: SideBySide) -> None:
        sheet = ReadingSheet(self._window, answer)
        sheet.wanted.connect(self._window.passport.wanted)
        sheet.open(sheet.scroll)
