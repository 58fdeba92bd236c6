"""Choose one thing of the library by typing: the other end of a path, another source."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.model import NodeKind
from explorer.questions.search import SearchAnswer
from explorer.ui.dialogs.palette import TYPING_MS
from explorer.ui.dialogs.typed_sheet import TypedSheet
from explorer.ui.models.palette_model import Entry, entries_of

_LIST_PX = 320


class ChooseSheet(TypedSheet):
    """What the library finds for the line; it tells the id of the chosen node."""

    searched = Signal(object)  #: text, str

    def __init__(
        self,
        window: QWidget,
        title: str,
        hint: str,
        kinds: Collection[NodeKind] = (),
        without: Collection[int] = (),
    ) -> None:
        """Args:
        hint: In the line while it is empty.
        kinds: What may be chosen; nothing given is anything.
        without: Ids that may not.
        """
        super().__init__(window, (title, hint, self.tr("Results")), _LIST_PX)
        self._kinds = frozenset(kinds)
        self._without = frozenset(without)
        self._offered: tuple[Entry, ...] = ()
        self.line.textChanged.connect(self._typed)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self._show(())

    def offer(self, rows: Iterable[Entry]) -> None:
        """What is shown while nothing is typed."""
        self._offered = tuple(row for row in rows if row.node not in self._without)
        if not self.line.text().strip():
            self._show(self._offered)

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        if self.line.text().strip():
            self.searched.emit(self.line.text())
        else:
            self._show(self._offered)

    @Slot(object)
    def show_answer(self, answer: SearchAnswer) -> None:
        """Show what the library has found."""
        if answer.query == self.line.text():
            rows = entries_of(answer.hits)
            self._show(
                tuple(
                    row
                    for row in rows
                    if row.node not in self._without and (not self._kinds or row.kind in self._kinds)
                )
            )

    def _show(self, rows: tuple[Entry, ...]) -> None:
        is_typed = bool(self.line.text().strip())
        self.show_rows(rows, self.tr("Nothing found") if is_typed else self.tr("Type a name, in any script."))
