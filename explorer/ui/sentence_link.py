"""SentenceLink: sentences of two papers get their vectors when somebody asks why the papers are alike."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from explorer.ops.similarity import read_sentences
from explorer.ui.answers import Between
from explorer.ui.panels.passport_pages import WHY, Wanted

if TYPE_CHECKING:
    from explorer.ui.main_window import MainWindow

Pair = tuple[int, int]


class SentenceLink(QObject):
    """Wording answers at once; this asks again once the meaning of the sentences is known.

    Each pair is read once while a library is open: a second question would find the same.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._tried: set[Pair] = set()
        self._asking: tuple[Pair, Callable[[], None]] | None = None
        self._wanted: Wanted | None = None  # by a row of the passport
        self._hovered: Pair | None = None
        self._workspace.opened.connect(self._forget)
        window.navigator.between_ready.connect(self._read_between)

    @Slot(object)
    def _forget(self, _path: object) -> None:
        self._tried.clear()
        self._asking = self._wanted = self._hovered = None

    @Slot(object)
    def _read_between(self, answer: Between) -> None:
        said = next((one for one in answer.statements if one.kind == "similar"), None)
        pair = self._window.navigator.explainable()
        if said is not None and pair is not None:
            self._read(pair, self._explain_again)

    def read_for_row(self, wanted: Wanted) -> None:
        """Read the sentences of the two papers of a row that was unfolded."""
        if wanted.what == WHY:
            self._wanted = wanted
            self._read((wanted.node, wanted.first), self._fill_row_again)

    def read_for_card(self, pair: Pair) -> None:
        """Read those of the papers at the ends of an edge under the pointer."""
        self._hovered = pair
        self._read(pair, self._show_card_again)

    def _read(self, pair: Pair, again: Callable[[], None]) -> None:
        key = (min(pair), max(pair))
        if key not in self._tried:
            if self._asking is not None:
                self._tried.discard(self._asking[0])  # it gives way, unread
            self._tried.add(key)
            self._asking = key, again
            self._workspace.quietly("sentences", read_sentences, self._workspace.worker, key, then=self._end)

    @Slot(object)
    def _end(self, made: int) -> None:
        asking, self._asking = self._asking, None
        if made and asking is not None:
            asking[1]()

    def _explain_again(self) -> None:
        if self._window.passport.shown is None:
            self._window.navigator.explain()

    def _fill_row_again(self) -> None:
        if self._wanted is not None:
            self._window.passport.more_wanted.emit(self._wanted)

    def _show_card_again(self) -> None:
        if self._hovered is not None:
            self._window.graph_link.show_card_again(self._hovered)
