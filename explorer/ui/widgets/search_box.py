"""SearchBox: a line to type in that leaves an input method alone."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

_WALKS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}

_BY_HAND = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.ShortcutFocusReason)


class SearchBox(QLineEdit):
    """Enter while an input method is composing belongs to the input method."""

    walked = Signal(object)  #: rows to move the choice by: -1, 1, -8, 8
    entered = Signal()
    left = Signal()  #: Escape
    entered_by_hand = Signal()  #: clicked, or reached by its key

    def __init__(self, words: str, key: str = "", parent: QWidget | None = None) -> None:
        """Args:
        words: Placeholder and accessible name.
        key: Key that leads here, drawn at the right while the line is empty.
        """
        super().__init__(parent)
        self._is_composing = False
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self._cap = QLabel(key)
        self._cap.setTextFormat(Qt.TextFormat.PlainText)
        self._cap.setProperty("tone", "key")
        self._cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 9, 0)
        row.addWidget(self._cap, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._show_cap("")
        if key:
            self.textChanged.connect(self._show_cap)

    def _show_cap(self, text: str) -> None:
        is_shown = bool(self._cap.text()) and not text
        self._cap.setVisible(is_shown)
        self.setTextMargins(0, 0, self._cap.sizeHint().width() + 6 if is_shown else 0, 0)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def focusInEvent(self, event) -> None:
        super().focusInEvent(event)
        if event.reason() in _BY_HAND:
            self.entered_by_hand.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self._is_composing:
            super().keyPressEvent(event)
        elif key in _WALKS:
            self.walked.emit(_WALKS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
