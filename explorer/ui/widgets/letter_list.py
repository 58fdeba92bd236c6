"""A list whose rows are decided by letters, the card beside it, and the buttons that show the letters."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView, QPushButton, QScrollArea, QVBoxLayout, QWidget

from explorer.ui.words import no_mnemonic

_COLUMNS = 40  #: letters that a button shows of its words


class LetterList(QListView):
    """Arrows walk, a letter or digit acts on the row, Delete is X."""

    pressed_key = Signal(object)  #: letter or digit, "" for Enter

    def __init__(self, rows: QAbstractItemModel, name: str) -> None:
        super().__init__()
        self.setModel(rows)
        self.setAccessibleName(name)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text().upper()
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_key.emit("")
        elif event.key() == Qt.Key.Key_Delete:
            self.pressed_key.emit("X")
        elif letter.isalnum() and not held:
            self.pressed_key.emit(letter)
        else:
            super().keyPressEvent(event)


def scrolled_card(card: QVBoxLayout, name: str, height_px: int) -> QScrollArea:
    """What a row says, beside the list; the keyboard stays in the list."""
    body = QWidget()
    body.setProperty("plain", "true")
    body.setLayout(card)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setWidget(body)
    scroll.setAccessibleName(name)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setMinimumHeight(height_px)
    return scroll


class LetterButton(QPushButton):
    """A button that shows its letter, and gives what it stands for."""

    chosen = Signal(object)  #: what the button was made with

    def __init__(self, words: str, letter: str, meant: object, is_usual: bool) -> None:
        cut = words if len(words) <= _COLUMNS else words[: _COLUMNS - 1] + "…"
        super().__init__(f"{no_mnemonic(cut)}   {letter}")
        self.setAccessibleName(words)
        self.setAutoDefault(False)
        self.setProperty("tone", "primary" if is_usual else "")
        self._meant = meant
        self.clicked.connect(self._choose)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self._meant)
