"""Saved views: keep the one that is shown under a name; open, rename and delete those that are kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from explorer.questions.overview import Overview
from explorer.ui.dialogs.kept_sheet import Act, KeptSheet
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.fuzzy import folded
from explorer.ui.verbs.readings import ViewWish
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox

_WIDTH_PX, _ROW_PX, _ROWS = 500, 26, 12
_NAME_MOST = 100
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
        self.line.setMaxLength(_NAME_MOST)
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


class ViewsSheet(KeptSheet):
    """The saved views. Enter opens one, F2 renames it, Del deletes it."""

    wished = Signal(object)  #: ViewWish
    save_asked = Signal()

    def __init__(self, window: QWidget, names: Sequence[str]) -> None:
        super().__init__(window, self.tr("Saved views"), (_WIDTH_PX, _ROW_PX, _ROWS))
        self._names: tuple[str, ...] = ()
        self._renamed = ""
        self.edited.connect(self._rename)
        self._rows = QStringListModel(self)
        self.view = QListView()
        self.view.setModel(self._rows)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setUniformItemSizes(True)
        acts: tuple[Act, ...] = (
            (self.tr("Open"), self._open, None),
            (self.tr("Rename (F2)"), self._begin_renaming, Qt.Key.Key_F2),
            (self.tr("Delete (Del)"), self._delete, Qt.Key.Key_Delete),
        )
        row = self.arrange(self.view, self.tr("No view is saved yet."), acts)
        save = button(self.tr("Save the one shown…"), "link")
        save.clicked.connect(self._ask_save)
        row.addWidget(save)
        self._show(tuple(names))

    @Slot(object)
    def show_overview(self, overview: Overview) -> None:
        """The library has changed."""
        self._show(overview.views)

    def _show(self, names: tuple[str, ...]) -> None:
        at = max(self.row, 0)
        self._names = names
        self._rows.setStringList([f"{name}   {key_of(i)}".rstrip() for i, name in enumerate(names)])
        self.rows_changed(len(names), at)

    def _current(self) -> str:
        return self._names[self.row] if 0 <= self.row < len(self._names) else ""

    @Slot()
    def _open(self) -> None:
        if name := self._current():
            self.wished.emit(ViewWish("open", name))
            self.close_up()

    @Slot()
    def _begin_renaming(self) -> None:
        if name := self._current():
            self._renamed = name
            self.edit(name, self.tr("Its new name"), _NAME_MOST)

    @Slot(object)
    def _rename(self, name: str) -> None:
        if name and name != self._renamed:
            self.wished.emit(ViewWish("rename", self._renamed, name))

    @Slot()
    def _delete(self) -> None:
        if name := self._current():
            self.wished.emit(ViewWish("delete", name))

    @Slot()
    def _ask_save(self) -> None:
        self.close_up()
        self.save_asked.emit()
