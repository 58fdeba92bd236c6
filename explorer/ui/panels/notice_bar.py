"""A card over the canvas that says what was done, or what failed, with the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from explorer.ui.said import worded
from explorer.ui.widgets.labels import button, label, retone
from explorer.ui.workspace import Notice

SHOWN_MS = 7_000
_MARGIN_PX = 14
_WIDTH_MAX_PX = 620


class NoticeBar(QFrame):
    """Stands at the bottom of its parent. Failures stay until they are closed."""

    undo_asked = Signal()
    command_wanted = Signal(object)  #: id of the command that a notice offered

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("tone", "card")
        self.setAccessibleName(self.tr("Notice"))
        self._words = label("", wraps=True)
        self._undo = button(self.tr("Undo"), "link", self.tr("Undo this step"))
        self._undo.clicked.connect(self._ask_undo)
        self._command = ""
        self._offer = button("", "link", self.tr("What helps"))
        self._offer.clicked.connect(self._ask_command)
        self._close = button("✕", "flat", self.tr("Close the notice"))
        self._close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._offer)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @Slot(object)
    def show_notice(self, notice: Notice) -> None:
        """Say it; the one before goes."""
        text = "\n".join(worded(words) for words in (notice.message, notice.hint) if words)
        self._words.setText(text)
        self._words.setAccessibleName(text)
        retone(self._words, "tone", "bad" if notice.failed else "")
        self._undo.setVisible(notice.can_undo)
        self._command = notice.offer.command if notice.offer else ""
        self._offer.setText(notice.offer.words if notice.offer else "")
        self._offer.setAccessibleName(self._offer.text())
        self._offer.setVisible(notice.offer is not None)
        self._timer.stop() if notice.failed else self._timer.start(SHOWN_MS)
        self.show()
        self.raise_()
        self._place()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    @Slot()
    def _ask_undo(self) -> None:
        self.hide()
        self.undo_asked.emit()

    @Slot()
    def _ask_command(self) -> None:
        self.hide()
        self.command_wanted.emit(self._command)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def _place(self) -> None:
        room = self.parentWidget().rect()
        width = min(max(self.sizeHint().width(), 260), _WIDTH_MAX_PX, room.width() - 2 * _MARGIN_PX)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        left = (room.width() - width) // 2
        self.setGeometry(left, room.height() - height - _MARGIN_PX - 34, width, height)
