"""Below a passport: what a person noted on the node, and whether they have read it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout

from explorer.model import NodeKind
from explorer.questions.passport import Passport
from explorer.render.fonts import font
from explorer.render.text import glyph_language
from explorer.ui.style import SMALL_PX
from explorer.ui.widgets.labels import button

READABLE = (NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT)
_LINES = (3, 9)  # fewest and most lines that the field is high
_FRAME_PX = 24


@dataclass(frozen=True, slots=True)
class NoteWish:
    """A note as it was left."""

    node: int
    text: str


class NoteField(QPlainTextEdit):
    """Plain text; Escape leaves it, Ctrl+Enter writes it."""

    left = Signal()
    finished = Signal()  #: by Escape: the keyboard goes back to where it came from
    written = Signal()  #: by Ctrl+Enter

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setPlaceholderText(self.tr("A note, in your own words"))
        self.setAccessibleName(self.tr("Note"))
        self.textChanged.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        """The glyphs of the text's language, and as many lines as it has."""
        face = font(glyph_language(self.toPlainText()), SMALL_PX + 0.5)
        if self.font() != face:
            was = self.blockSignals(True)  # another font is no other text
            self.setFont(face)
            self.blockSignals(was)
        lines = min(max(int(self.document().size().height()), _LINES[0]), _LINES[1])
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _FRAME_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._dress()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape:
            self.finished.emit()
        elif is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.written.emit()
        else:
            super().keyPressEvent(event)


class NoteEditor(QFrame):
    """Stays while the passport above it changes, so that nothing is lost that is being typed."""

    written = Signal(object)  #: NoteWish
    state_wanted = Signal(object)  #: id of the node that takes its next read state
    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Note and read state"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._node = 0
        self._kept = ""
        self.state = button("", "flat")
        self.state.clicked.connect(self._ask_state)
        self.add = button(self.tr("Add a note"), "link", self.tr("Add a note (N)"))
        self.add.clicked.connect(self.edit)
        self.field = NoteField()
        self.field.left.connect(self.save)
        self.field.finished.connect(self._finish)
        self.field.written.connect(self._finish)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.add)
        row.addStretch(1)
        row.addWidget(self.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 8)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addLayout(row)
        self.show_passport(None)

    def show_passport(self, passport: Passport | None) -> None:
        """Show what stands on a node; what is being typed on another is saved first."""
        node = passport.id if passport is not None else 0
        if node != self._node:
            self.save()
        self.setVisible(passport is not None)
        if passport is None:
            self._node, self._kept = 0, ""
            return
        is_typing = node == self._node and self.field.hasFocus() and self.text() != self._kept
        self._node, self._kept = node, passport.note
        if not is_typing and self.text() != passport.note:
            self.field.setPlainText(passport.note)
        self.field.setVisible(bool(passport.note) or (self.field.hasFocus() and is_typing))
        self.add.setVisible(not self.field.isVisibleTo(self))
        self._show_state(passport)

    def _show_state(self, passport: Passport) -> None:
        words = {
            "": self.tr("○ unread"),
            "reading": self.tr("◐ being read"),
            "read": self.tr("● read"),
        }[passport.reading]
        self.state.setText(words)
        self.state.setToolTip(self.tr("Unread, being read, read (R)"))
        self.state.setAccessibleName(self.tr("Read state: {state}").format(state=words[2:]))
        self.state.setVisible(passport.kind in READABLE)

    def text(self) -> str:
        """What stands in the field."""
        return self.field.toPlainText()

    @Slot()
    def edit(self) -> None:
        """Put the keyboard into the note."""
        if self._node:
            self.add.hide()
            self.field.show()
            self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.field.moveCursor(self.field.textCursor().MoveOperation.End)

    @Slot()
    def save(self) -> None:
        """Keep what was typed, where it is another note than before."""
        text = self.text().strip()
        if self._node and text != self._kept:
            self._kept = text
            self.written.emit(NoteWish(self._node, text))
        if not text:
            self.field.hide()
            self.add.show()

    @Slot()
    def _finish(self) -> None:
        self.save()
        self.finished.emit()

    @Slot()
    def _ask_state(self) -> None:
        if self._node:
            self.state_wanted.emit(self._node)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.save()
