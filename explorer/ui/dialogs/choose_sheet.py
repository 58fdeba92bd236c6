"""Choose one thing of the library by typing: the other end of a path, another source."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QListView, QWidget

from explorer.model import NodeKind
from explorer.questions.search import SearchAnswer
from explorer.ui.dialogs.palette import TYPING_MS, EntryPainter
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import ENTRY_ROLE, Entry, PaletteModel, entries_of
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.search_box import SearchBox

_WIDTH_PX, _LIST_PX = 520, 320


class ChooseSheet(Sheet):
    """A line and what it finds; Enter takes the marked row."""

    searched = Signal(object)  #: text, str
    chosen = Signal(object)  #: id of a node

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
        super().__init__(title, window, _WIDTH_PX)
        self._kinds = frozenset(kinds)
        self._without = frozenset(without)
        self.line = SearchBox(hint)
        self.line.textChanged.connect(self._typed)
        self.line.entered.connect(self._enter)
        self.line.walked.connect(self._walk)
        self.line.left.connect(self.close_up)
        self._model = PaletteModel()
        self._view = QListView()
        self._view.setModel(self._model)
        self._view.setItemDelegate(EntryPainter(self._view))
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAccessibleName(self.tr("Results"))
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setFixedHeight(_LIST_PX)
        self._view.clicked.connect(self._take)
        self._nothing = label("", "dim")
        self.column.addWidget(self.line)
        self.column.addWidget(self._nothing)
        self.column.addWidget(self._view)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(TYPING_MS)
        self._pause.timeout.connect(self._ask)
        self._show(())

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self._model.entries

    @Slot()
    def _typed(self) -> None:
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        if self.line.text().strip():
            self.searched.emit(self.line.text())
        else:
            self._show(())

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
        self._model.show(rows)
        if rows:
            self._view.setCurrentIndex(self._model.index(0))
        is_typed = bool(self.line.text().strip())
        self._nothing.setText(
            self.tr("Nothing found") if is_typed else self.tr("Type a name, in any script.")
        )
        self._nothing.setVisible(not rows)

    @Slot(object)
    def _walk(self, rows: int) -> None:
        last = len(self._model.entries) - 1
        row = min(max(self._view.currentIndex().row() + rows, 0), last)
        if row >= 0:
            self._view.setCurrentIndex(self._model.index(row))

    @Slot()
    def _enter(self) -> None:
        if self._view.currentIndex().isValid():
            self._take(self._view.currentIndex())

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        self.close_up()
        self.chosen.emit(entry.node)
