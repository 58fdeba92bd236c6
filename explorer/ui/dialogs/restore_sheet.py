"""Backups of a library: choose the one that takes its place."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.ops.backups import Backup, Backups, Held
from explorer.ui.dialogs.entry_list import EntryList
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted

_WIDTH_PX, _ROW_PX, _ROWS = 560, 46, 8
_MEGABYTE = 1e6


class RestoreSheet(Sheet):
    """The newest first; Enter restores the marked one. What is there now is kept: nothing is asked twice."""

    chosen = Signal(object)  #: Backup
    rescue_asked = Signal(object)  #: Path of a library that cannot be read

    def __init__(self, window: QWidget, found: Backups) -> None:
        super().__init__("", window, _WIDTH_PX)
        words = self.tr("Restore a backup of {name}").format(name=found.library.name)
        self.title.setText(words)
        self.setAccessibleName(words)
        self._found = found
        self._copies = tuple(copy for copy in found.copies if copy.held is not None)
        self.view = EntryList(self.tr("Backups"))
        self.view.show_rows(self._entry(copy) for copy in self._copies)
        self.view.setFixedHeight(_ROW_PX * min(max(len(self._copies), 1), _ROWS) + 4)
        self.view.go_to_row(0)
        self.view.doubleClicked.connect(self._take_row)
        self.view.installEventFilter(self)
        self.view.setVisible(bool(self._copies))
        self.column.addWidget(label(self._about(), "dim", wraps=True))
        self.column.addWidget(self.view)
        self._add_buttons()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self.view.entries

    def _about(self) -> str:
        if not self._copies:
            return self.tr("There is no backup of this library yet. They are kept in {folder}").format(
                folder=self._found.folder
            )
        return self.tr("What the library holds now is kept in a file beside it.")

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        self.restore = button(self.tr("Restore"), "primary")
        self.restore.clicked.connect(self._take)
        self.restore.setVisible(bool(self._copies))
        row.addWidget(self.restore)
        row.addStretch(1)
        self.rescue = button(self.tr("Rescue what can be read"), "link")
        self.rescue.clicked.connect(self._ask_rescue)
        self.rescue.setVisible(self._found.held is None and self._found.library.is_file())
        row.addWidget(self.rescue)
        self.column.addLayout(row)

    def _entry(self, copy: Backup) -> Entry:
        when = datetime.fromisoformat(copy.at).astimezone().strftime("%Y-%m-%d %H:%M")
        whys = {
            "kept": self.tr("replaced by a restore"),
            "before": self.tr("before an update"),
        }
        title = f"{when} – {whys[copy.why]}" if copy.why in whys else when
        size = self.tr("{n} MB").format(n=f"{copy.size_bytes / _MEGABYTE:.1f}")
        return Entry(title, side=size, detail=self._holds(copy.held))

    def _holds(self, held: Held) -> str:
        counts = (
            counted(held.papers, self.tr("{n} paper"), self.tr("{n} papers")),
            counted(held.methods, self.tr("{n} method"), self.tr("{n} methods")),
            counted(held.tags, self.tr("{n} tag"), self.tr("{n} tags")),
            counted(held.notes, self.tr("{n} note"), self.tr("{n} notes")),
        )
        words = " · ".join(counts)
        now = self._found.held
        if now is None:
            return words
        if held == now:
            return self.tr("{counts}: as it is now").format(counts=words)
        more = (now.papers - held.papers, now.tags - held.tags, now.notes - held.notes)
        names = (self.tr("papers"), self.tr("tags"), self.tr("notes"))
        changes = [f"{-n:+,} {name}".replace("-", "−") for n, name in zip(more, names, strict=True) if n]
        return self.tr("{counts} (against now: {changes})").format(
            counts=words, changes=", ".join(changes) or self.tr("other changes")
        )

    @Slot(QModelIndex)
    def _take_row(self, _index: QModelIndex) -> None:
        self._take()

    @Slot()
    def _take(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self._copies):
            self.close_up()
            self.chosen.emit(self._copies[row])

    @Slot()
    def _ask_rescue(self) -> None:
        self.close_up()
        self.rescue_asked.emit(self._found.library)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self.view and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return True
        return super().eventFilter(watched, event)
