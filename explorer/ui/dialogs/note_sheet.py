"""NoteSheet: the same words below the notes of several nodes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.questions.many import Many
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.panels.note_editor import NoteField
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted


@dataclass(frozen=True, slots=True)
class NotesWish:
    """A paragraph for the notes of several nodes; an empty one takes their notes off."""

    nodes: tuple[int, ...]
    text: str


class NoteSheet(Sheet):
    """Ctrl+Enter writes; Escape keeps what was typed for the next time."""

    wished = Signal(object)  #: NotesWish
    left = Signal(str)  #: what was typed and not written

    def __init__(self, window: QWidget, nodes: Sequence[int], draft: str) -> None:
        """Args:
        nodes: Ids, two or more.
        draft: What was typed and left before.
        """
        title = counted(len(nodes), self.tr("Note on {n} item"), self.tr("Note on {n} items"))
        super().__init__(title, window, 440)
        self._nodes = tuple(nodes)
        self.field = NoteField()
        self.field.setPlainText(draft)
        self.field.finished.connect(self.close_up)
        self.field.written.connect(self._write)
        self.field.textChanged.connect(self._show_ready)
        self._about = label(self.tr("It is put below what is noted already."), "dim", wraps=True)
        self._write_button = button(self.tr("Write"), "primary", self.tr("Write (Ctrl+Enter)"))
        self._write_button.clicked.connect(self._write)
        self._delete = button("", "flat")
        self._delete.clicked.connect(self._delete_all)
        self._delete.hide()
        bottom = QHBoxLayout()
        bottom.addWidget(self._delete)
        bottom.addStretch(1)
        bottom.addWidget(self._write_button)
        for part in (self.field, self._about):
            self.column.addWidget(part)
        self.column.addLayout(bottom)
        self._show_ready()

    @Slot(object)
    def show_about(self, about: Many) -> None:
        """Say how many of them have a note."""
        if about.asked != frozenset(self._nodes) or not about.noted:
            return
        has = counted(about.noted, self.tr("{n} of them has a note"), self.tr("{n} of them have a note"))
        self._about.setText(self.tr("{has}: this is put below it. Ctrl+Z takes it back.").format(has=has))
        self._delete.setText(counted(about.noted, self.tr("Delete {n} note"), self.tr("Delete {n} notes")))
        self._delete.setAccessibleName(self._delete.text())
        self._delete.show()
        self.place()

    @Slot()
    def close_up(self) -> None:
        """Close it; what was typed is not lost."""
        self.left.emit(self.field.toPlainText().strip())
        super().close_up()

    @Slot()
    def _show_ready(self) -> None:
        self._write_button.setEnabled(bool(self.field.toPlainText().strip()))
        self.place()

    @Slot()
    def _write(self) -> None:
        text = self.field.toPlainText().strip()
        if text:
            self._wish(text)

    @Slot()
    def _delete_all(self) -> None:
        self._wish("")

    def _wish(self, text: str) -> None:
        self.wished.emit(NotesWish(self._nodes, text))
        if text:
            self.field.clear()
        self.close_up()
