"""DropTarget: files dropped anywhere on the window are handed on as paths."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


class DropTarget(QObject):
    """Listens on a window; takes files and web addresses, nothing else."""

    dropped = Signal(object)  #: tuple of paths and addresses
    aimed = Signal(object)  #: whether something droppable is over the window

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.DragEnter, QEvent.Type.DragMove) and words_of(event):
            event.acceptProposedAction()
            self.aimed.emit(True)
            return True
        if event.type() == QEvent.Type.DragLeave:
            self.aimed.emit(False)
        if event.type() == QEvent.Type.Drop:
            self.aimed.emit(False)
            if words := words_of(event):
                event.acceptProposedAction()
                self.dropped.emit(words)
                return True
        return False


def words_of(event: QDropEvent) -> tuple[str, ...]:
    """Paths of local files and http(s) addresses that are being dropped."""
    urls = event.mimeData().urls()
    words = [url.toLocalFile() if url.isLocalFile() else url.toString() for url in urls]
    return tuple(
        word
        for word, url in zip(words, urls, strict=True)
        if url.isLocalFile() or url.scheme() in ("http", "https")
    )
