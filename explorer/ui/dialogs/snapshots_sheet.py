"""Snapshots: open one, compare it with now or with another, rename, note, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from explorer.ui.dialogs.palette import EntryPainter
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import Entry, PaletteModel
from explorer.ui.verbs.snapshots import SnapshotWish
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.words import counted

if TYPE_CHECKING:
    from explorer.questions.snapshots import SnapshotWords

_WIDTH_PX, _ROW_PX, _ROWS = 640, 46, 7
_NAME_MOST, _NOTE_MOST = 100, 1_000
_NOW = "now"


class SnapshotsSheet(Sheet):
    """The newest first. Enter opens one, F2 renames it, Del deletes it; two that are chosen are compared."""

    wished = Signal(object)  #: SnapshotWish

    def __init__(self, window: QWidget) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Snapshots"))
        self.setAccessibleName(self.tr("Snapshots"))
        self._found: tuple[SnapshotWords, ...] = ()
        self._edited = SnapshotWish("", "")
        self._model = PaletteModel()
        self.view = QListView()
        self.view.setModel(self._model)
        self.view.setItemDelegate(EntryPainter(self.view))
        self.view.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.view.setAccessibleName(self.tr("Snapshots"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.activated.connect(self._open)
        self.view.installEventFilter(self)
        self.view.selectionModel().selectionChanged.connect(self._name_comparison)
        self.line = SearchBox("")
        self.line.entered.connect(self._keep)
        self.line.left.connect(self._stop_editing)
        self.line.hide()
        self._empty = label(
            self.tr("No snapshot is saved yet. Ctrl+S keeps what is shown."), "dim", wraps=True
        )
        self.column.addWidget(self._empty)
        self.column.addWidget(self.view)
        self.column.addWidget(self.line)
        self._add_buttons()
        self.show_snapshots(())

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        self._acts = []
        for words, act in (
            (self.tr("Open"), self._open_current),
            (self.tr("Compare with now"), self._compare),
            (self.tr("Rename (F2)"), self.begin_renaming),
            (self.tr("Note…"), self._begin_note),
            (self.tr("Delete (Del)"), self._delete),
        ):
            made = button(words, "primary" if not self._acts else "")
            made.clicked.connect(act)
            self._acts.append(made)
            row.addWidget(made)
        row.addStretch(1)
        self.column.addLayout(row)

    @property
    def names(self) -> tuple[str, ...]:
        """The snapshots that are listed."""
        return tuple(words.name for words in self._found)

    def show_snapshots(self, found: tuple[SnapshotWords, ...]) -> None:
        """List these; the one that was current stays so."""
        at = max(self.view.currentIndex().row(), 0)
        self._found = found
        self._model.show(tuple(Entry(w.name, side=_day(w), detail=self._about(w)) for w in found))
        self.view.setCurrentIndex(self._model.index(min(at, len(found) - 1)))
        self.view.setFixedHeight(_ROW_PX * min(max(len(found), 1), _ROWS) + 4)
        self.view.setVisible(bool(found))
        if found and self.isVisible() and not self.line.isVisible():
            self.view.setFocus(Qt.FocusReason.PopupFocusReason)  # it could not have the keyboard while empty
        self._empty.setVisible(not found)
        for act in self._acts:
            act.setEnabled(bool(found))
        self.place()

    def _about(self, words: SnapshotWords) -> str:
        nodes = counted(words.nodes, self.tr("{n} node"), self.tr("{n} nodes"))
        links = counted(words.edges, self.tr("{n} link"), self.tr("{n} links"))
        return " · ".join(filter(None, [words.title, nodes, links, " ".join(words.note.split())]))

    @property
    def chosen(self) -> tuple[SnapshotWords, ...]:
        """The rows that are chosen, the oldest first; without any, the current one."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()}, reverse=True)
        rows = rows or [self.view.currentIndex().row()]
        return tuple(self._found[row] for row in rows if 0 <= row < len(self._found))

    def _current(self) -> SnapshotWords | None:
        row = self.view.currentIndex().row()
        return self._found[row] if 0 <= row < len(self._found) else None

    @Slot()
    def _name_comparison(self) -> None:
        words = self.tr("Compare the two") if len(self.chosen) == 2 else self.tr("Compare with now")
        self._acts[1].setText(words)
        self._acts[1].setAccessibleName(words)

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        self._open_current()

    @Slot()
    def _open_current(self) -> None:
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
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.setMaxLength(most)
        self.line.setText(wish.words)
        self.line.show()
        self.place()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    @Slot()
    def _keep(self) -> None:
        words, asked = " ".join(self.line.text().split()), self._edited
        if words != asked.words and (words or asked.verb == "note"):
            self.wished.emit(SnapshotWish(asked.verb, asked.name, words))
        self._stop_editing()

    @Slot()
    def _stop_editing(self) -> None:
        self.line.hide()
        self.place()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _delete(self) -> None:
        if current := self._current():
            self.wished.emit(SnapshotWish("delete", current.name))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.KeyPress:
            acts = {
                Qt.Key.Key_F2: self.begin_renaming,
                Qt.Key.Key_Delete: self._delete,
                Qt.Key.Key_Return: self._open_current,
                Qt.Key.Key_Enter: self._open_current,
            }
            if act := acts.get(Qt.Key(event.key())):
                act()
                return True
        return super().eventFilter(watched, event)


def _day(words: SnapshotWords) -> str:
    return words.at.replace("T", " ")[:16]
