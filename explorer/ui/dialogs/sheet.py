"""Sheet: a card over the window with a title. It never blocks: what is behind stays usable."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from explorer.ui.widgets.labels import button, label

_MARGIN_PX = 24
ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Sheet(QFrame):
    """A card in the middle of ``window``. Escape or ✕ closes it; then it is gone for good.

    Enter presses the button that has the keyboard: not every desktop gives that key to buttons.
    """

    closed = Signal()
    is_single = True  #: another of its kind takes its place

    def __init__(self, title: str, window: QWidget, width_px: int) -> None:
        super().__init__(window)
        self.setProperty("tone", "card")
        self.setAccessibleName(title)
        self._width_px = width_px
        self.title = label(title, "head")
        close = button("✕", "flat", self.tr("Close"))
        close.clicked.connect(self.close_up)
        top = QHBoxLayout()
        top.addWidget(self.title, 1)
        top.addWidget(close)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 12, 12, 16)
        self.column.setSpacing(8)
        self.column.addLayout(top)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(28)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self._focused_before: QWidget | None = None
        window.installEventFilter(self)
        self.hide()

    def open(self, first: QWidget | None = None) -> None:
        """Show it with the keyboard on ``first``; on the card itself where that cannot have it."""
        for other in self.parentWidget().findChildren(type(self)) if self.is_single else ():
            if other is not self and other.isVisible():
                other.close_up()
        self._focused_before = self.window().focusWidget()
        self.show()
        self.raise_()
        self.place()
        can_hold = first is not None and first.isVisibleTo(self) and first.isEnabledTo(self)
        target = first if can_hold else self
        target.setFocus(Qt.FocusReason.PopupFocusReason)

    def place(self) -> None:
        """Stand in the middle, a third from the top, as high as needed."""
        room = self.parentWidget().rect()
        width = min(self._width_px, room.width() - 2 * _MARGIN_PX)
        wanted = self.layout().heightForWidth(width) if self.layout().hasHeightForWidth() else 0
        height = min(max(wanted, self.layout().sizeHint().height()), room.height() - 2 * _MARGIN_PX)
        self.setGeometry(
            (room.width() - width) // 2, max((room.height() - height) // 3, _MARGIN_PX), width, height
        )

    @Slot()
    def close_up(self) -> None:
        """Close it and give the keyboard back."""
        self.parentWidget().removeEventFilter(self)
        self.hide()
        if self._focused_before is not None and isValid(self._focused_before):
            self._focused_before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
        self.deleteLater()

    @property
    def held_button(self) -> QPushButton | None:
        """The button of this card that has the keyboard."""
        held = self.focusWidget()
        return held if isinstance(held, QPushButton) and held.hasFocus() else None

    def keyPressEvent(self, event) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in ENTERS and self.held_button is not None:
            self.held_button.click()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.place()
        return False
