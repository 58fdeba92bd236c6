"""Type or paste what is to be imported: links, ids, paths, a whole text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QWidget

from explorer.model.incoming import Given
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.widgets.labels import button, label

_FIELD_PX = 110


class AddField(QPlainTextEdit):
    """Enter goes on, Shift+Enter begins a line; a paste may have many."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.entered.emit()
            return
        super().keyPressEvent(event)


class AddSheet(Sheet):
    """One field; the card that says what would come in follows."""

    entered = Signal(object)  #: Given

    def __init__(self, window: QWidget) -> None:
        super().__init__("", window, 520)
        words = self.tr("Add links, ids, paths or text")
        self.title.setText(words)
        self.setAccessibleName(words)
        self.field = AddField()
        self.field.setPlaceholderText(self.tr("arXiv ids, web addresses, paths: one to a line. Or any text."))
        self.field.setAccessibleName(words)
        self.field.setTabChangesFocus(True)
        self.field.setFixedHeight(_FIELD_PX)
        self.field.entered.connect(self._take)
        self.add = button(self.tr("Look"), "primary")
        self.add.clicked.connect(self._take)
        row = QHBoxLayout()
        row.addWidget(
            label(self.tr("Enter looks at it. Nothing is fetched before you say Import."), "dim"), 1
        )
        row.addWidget(self.add)
        self.column.addWidget(self.field)
        self.column.addLayout(row)

    @Slot()
    def _take(self) -> None:
        text = self.field.toPlainText()
        if text.strip():
            self.close_up()
            self.entered.emit(Given((), text))
