"""Snapshots: open one, compare it with now or with another, rename, note, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from explorer.ui.dialogs.entry_list import EntryList
from explorer.ui.dialogs.kept_sheet import Act, KeptSheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.verbs.snapshots import SnapshotWish
from explorer.ui.words import counted

if TYPE_CHECKING:
    from explorer.questions.snapshots import SnapshotWords

_WIDTH_PX, _ROW_PX, _ROWS = 640, 46, 7
_NAME_MOST, _NOTE_MOST = 100, 1_000
_NOW = "now"


class SnapshotsSheet(KeptSheet):
    """The newest first. Enter opens one, F2 renames it, Del deletes it; two that are chosen are compared."""

    wished = Signal(object)  #: SnapshotWish

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, self.tr("Snapshots"), (_WIDTH_PX, _ROW_PX, _ROWS))
        self._found: tuple[SnapshotWords, ...] = ()
        self._edited = SnapshotWish("", "")
        self.edited.connect(self._keep)
        self.view = EntryList(self.tr("Snapshots"))
        self.view.setSelectionMode(EntryList.SelectionMode.ExtendedSelection)
        self.view.selectionModel().selectionChanged.connect(self._name_comparison)
        acts: tuple[Act, ...] = (
            (self.tr("Open"), self._open, None),
            (self.tr("Compare with now"), self._compare, None),
            (self.tr("Rename (F2)"), self.begin_renaming, Qt.Key.Key_F2),
            (self.tr("Note…"), self._begin_note, None),
            (self.tr("Delete (Del)"), self._delete, Qt.Key.Key_Delete),
        )
        self.arrange(self.view, self.tr("No snapshot is saved yet. Ctrl+S keeps what is shown."), acts)
        self.show_snapshots(())

    @property
    def names(self) -> tuple[str, ...]:
        """The snapshots that are listed."""
        return tuple(words.name for words in self._found)

    def show_snapshots(self, found: tuple[SnapshotWords, ...]) -> None:
        """List these; the one that was current stays so."""
        at = max(self.row, 0)
        self._found = found
        self.view.show_rows(Entry(w.name, side=_day(w), detail=self._about(w)) for w in found)
        self.rows_changed(len(found), at)

    def _about(self, words: SnapshotWords) -> str:
        nodes = counted(words.nodes, self.tr("{n} node"), self.tr("{n} nodes"))
        links = counted(words.edges, self.tr("{n} link"), self.tr("{n} links"))
        return " · ".join(filter(None, [words.title, nodes, links, " ".join(words.note.split())]))

    @property
    def chosen(self) -> tuple[SnapshotWords, ...]:
        """The rows that are chosen, the oldest first; without any, the current one."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()}, reverse=True)
        rows = rows or [self.row]
        return tuple(self._found[row] for row in rows if 0 <= row < len(self._found))

    def _current(self) -> SnapshotWords | None:
        return self._found[self.row] if 0 <= self.row < len(self._found) else None

    @Slot()
    def _name_comparison(self) -> None:
        words = self.tr("Compare the two") if len(self.chosen) == 2 else self.tr("Compare with now")
        self._acts[1].setText(words)
        self._acts[1].setAccessibleName(words)

    @Slot()
    def _open(self) -> None:
        if current := self._current():
            self.wished.emit(SnapshotWish("open", current.name))
            self.close_up()

    @Slot()
    def _compare(self) -> None:
        match self.chosen:
            case (older, newer):
                self.wished.emit(SnapshotWish("compare", older.name, newer.name))
            case (one, *_):
                self.wished.emit(SnapshotWish("compare", one.name, _NOW))
            case _:
                return
        self.close_up()

    @Slot()
    def begin_renaming(self) -> None:
        """Ask for another name of the current one."""
        if current := self._current():
            self._edit(
                SnapshotWish("rename", current.name, current.name), self.tr("Its new name"), _NAME_MOST
            )

    @Slot()
    def _begin_note(self) -> None:
        if current := self._current():
            words = " ".join(current.note.split())
            self._edit(
                SnapshotWish("note", current.name, words), self.tr("What to remember of it"), _NOTE_MOST
            )

    def _edit(self, wish: SnapshotWish, hint: str, most: int) -> None:
        self._edited = wish
        self.edit(wish.words, hint, most)

    @Slot(object)
    def _keep(self, words: str) -> None:
        asked = self._edited
        if words != asked.words and (words or asked.verb == "note"):
            self.wished.emit(SnapshotWish(asked.verb, asked.name, words))

    @Slot()
    def _delete(self) -> None:
        if current := self._current():
            self.wished.emit(SnapshotWish("delete", current.name))


def _day(words: SnapshotWords) -> str:
    return words.at.replace("T", " ")[:16]
