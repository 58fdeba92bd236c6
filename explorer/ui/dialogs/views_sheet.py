"""Saved views: keep the one that is shown under a name; open, rename and delete those that are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from explorer.questions.overview import Overview
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.fuzzy import folded
from explorer.ui.verbs.readings import ViewWish
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox

_WIDTH_PX, _ROW_PX, _ROWS = 500, 26, 12
KEYED = 9  #: views that have a key


def key_of(place: int) -> str:
    """The key of the view at a place, from 0, as this system writes it; "" from the tenth on."""
    if place >= KEYED:
        return ""
    return QKeySequence(f"Ctrl+{place + 1}").toString(QKeySequence.SequenceFormat.NativeText)


class SaveViewSheet(Sheet):
    """A line for the name. A name that is taken is asked about once more."""

    wished = Signal(object)  #: ViewWish

    def __init__(self, window: QWidget, known: Sequence[str], name: str = "") -> None:
        """Args:
        known: Names of the saved views.
        name: What stands in the line at first.
        """
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Save the view"))
        self.setAccessibleName(self.tr("Save the view"))
        self._known = {folded(one.strip()): one for one in known}
        self._asked = ""
        self.line = SearchBox(self.tr("Name of the view, in any language"))
        self.line.setMaxLength(100)
        self.line.setText(name)
        self.line.entered.connect(self._take)
        self.line.left.connect(self.close_up)
        self.line.textChanged.connect(self._look)
        self._words = label("", "dim", wraps=True)
        self._save = button(self.tr("Save"), "primary")
        self._save.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self._save)
        self.column.addWidget(self.line)
        self.column.addLayout(row)
        self._look()

    @property
    def words(self) -> str:
        """What is said about the name."""
        return self._words.text()

    @Slot()
    def _look(self) -> None:
        self._asked = ""
        self._say(self.tr("Nodes, places, filters and camera come back just so."), self.tr("Save"))
        self._save.setEnabled(bool(self.line.text().strip()))

    def _say(self, words: str, act: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        self._save.setText(act)
        self._save.setAccessibleName(act)
        self.place()

    @Slot()
    def _take(self) -> None:
        name = " ".join(self.line.text().split())
        taken = self._known.get(folded(name))
        if not name:
            return
        if taken is not None and self._asked != name:
            self._asked = name
            words = self.tr("There is a view “{name}”. Enter again overwrites it, Ctrl+Z takes that back.")
            self._say(words.format(name=taken), self.tr("Overwrite"))
            return
        self.wished.emit(ViewWish("over" if taken is not None else "save", name))
        self.close_up()


class ViewsSheet(Sheet):
    """The saved views. Enter opens one, F2 renames it, Del deletes it."""

    wished = Signal(object)  #: ViewWish
    save_asked = Signal()

    def __init__(self, window: QWidget, names: Sequence[str]) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Saved views"))
        self.setAccessibleName(self.tr("Saved views"))
        self._names: tuple[str, ...] = ()
        self._renamed = ""
        self._rows = QStringListModel(self)
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Saved views"))
        self.view.setUniformItemSizes(True)
        self.view.activated.connect(self._open)
        self.view.installEventFilter(self)
        self.line = SearchBox(self.tr("Its new name"))
        self.line.setMaxLength(100)
        self.line.entered.connect(self._rename)
        self.line.left.connect(self._stop_renaming)
        self.line.hide()
        self._empty = label(self.tr("No view is saved yet."), "dim")
        self.column.addWidget(self._empty)
        self.column.addWidget(self.view)
        self.column.addWidget(self.line)
        self._add_buttons()
        self._show(tuple(names))

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        self._acts = []
        for words, act in (
            (self.tr("Open"), self._open_current),
            (self.tr("Rename (F2)"), self._begin_renaming),
            (self.tr("Delete (Del)"), self._delete),
        ):
            made = button(words, "primary" if not self._acts else "")
            made.clicked.connect(act)
            self._acts.append(made)
            row.addWidget(made)
        row.addStretch(1)
        save = button(self.tr("Save the one shown…"), "link")
        save.clicked.connect(self._ask_save)
        row.addWidget(save)
        self.column.addLayout(row)

    @Slot(object)
    def show_overview(self, overview: Overview) -> None:
        """The library has changed."""
        self._show(overview.views)

    def _show(self, names: tuple[str, ...]) -> None:
        at = max(self.view.currentIndex().row(), 0)
        self._names = names
        rows = [f"{name}   {key_of(i)}".rstrip() for i, name in enumerate(names)]
        self._rows.setStringList(rows)
        self.view.setCurrentIndex(self._rows.index(min(at, len(names) - 1)))
        self.view.setFixedHeight(_ROW_PX * min(max(len(names), 1), _ROWS) + 4)
        self.view.setVisible(bool(names))
        self._empty.setVisible(not names)
        for act in self._acts:
            act.setEnabled(bool(names))
        self.place()

    def _current(self) -> str:
        row = self.view.currentIndex().row()
        return self._names[row] if 0 <= row < len(self._names) else ""

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        self._open_current()

    @Slot()
    def _open_current(self) -> None:
        if name := self._current():
            self.wished.emit(ViewWish("open", name))
            self.close_up()

    @Slot()
    def _begin_renaming(self) -> None:
        if name := self._current():
            self._renamed = name
            self.line.setText(name)
            self.line.show()
            self.place()
            self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.line.selectAll()

    @Slot()
    def _rename(self) -> None:
        name = " ".join(self.line.text().split())
        if name and name != self._renamed:
            self.wished.emit(ViewWish("rename", self._renamed, name))
        self._stop_renaming()

    @Slot()
    def _stop_renaming(self) -> None:
        self.line.hide()
        self.place()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _delete(self) -> None:
        if name := self._current():
            self.wished.emit(ViewWish("delete", name))

    @Slot()
    def _ask_save(self) -> None:
        self.close_up()
        self.save_asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.KeyPress:
            acts = {
                Qt.Key.Key_F2: self._begin_renaming,
                Qt.Key.Key_Delete: self._delete,
                Qt.Key.Key_Return: self._open_current,
                Qt.Key.Key_Enter: self._open_current,
            }
            if act := acts.get(Qt.Key(event.key())):
                act()
                return True
        return super().eventFilter(watched, event)
