"""DropTarget: files, addresses and text dropped anywhere on the window are handed on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QObject, QPointF, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from explorer.ui.mime import given_of, is_anything

_DRAGS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit)


class DropTarget(QObject):
    """Listens on a window before its widgets do; a text field keeps what is text and nothing else."""

    dropped = Signal(object)  #: Given
    aimed = Signal(object)  #: Given that is over the window, or None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._is_aimed = False
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Show and watched is self._window:
            self._listen()
        if kind == QEvent.Type.DragLeave:
            self._aim(None)
        if kind not in _DRAGS:
            return False
        given = given_of(event.mimeData())
        if not is_anything(given) or self._is_for_field(event.position(), event.mimeData()):
            self._aim(None)
            return False
        event.acceptProposedAction()
        if kind == QEvent.Type.Drop:
            self._aim(None)
            self.dropped.emit(given)
        else:
            self._aim(given)
        return True

    def _listen(self) -> None:
        """Hear the window of the system as well: what stands in the window would take a drop before it."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.installEventFilter(self)

    def _aim(self, given: object) -> None:
        if given is not None or self._is_aimed:
            self._is_aimed = given is not None
            self.aimed.emit(given)

    def _is_for_field(self, at: QPointF, mime: QMimeData) -> bool:
        if mime.hasUrls():
            return False
        below = self._window.childAt(at.toPoint())
        while below is not None and not isinstance(below, _FIELDS):
            below = below.parentWidget()
        return below is not None and below.isEnabled() and not below.isReadOnly()
