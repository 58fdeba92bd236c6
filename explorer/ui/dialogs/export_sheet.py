"""Choose the format in which the view goes out."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QStringListModel, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListView, QWidget

from explorer.exporters import EXPORTERS
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.said import worded
from explorer.ui.widgets.labels import button, label

_WIDTH_PX, _ROW_PX = 480, 19


class ExportSheet(Sheet):
    """Every format by name. Enter, or a double click, goes on to the place."""

    chosen = Signal(object)  #: id of a format

    def __init__(self, window: QWidget, part: str) -> None:
        """Args:
        part: Id of the format that is marked first, the one of the last export.
        """
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Export the view"))
        self.setAccessibleName(self.title.text())
        self._ids = tuple(EXPORTERS)
        self.view = QListView()
        self.view.setModel(QStringListModel([self._row(key) for key in self._ids], self))
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setAccessibleName(self.tr("Formats"))
        self.view.setFixedHeight(max(self.view.sizeHintForRow(0), _ROW_PX) * len(self._ids) + 8)
        self.view.setCurrentIndex(
            self.view.model().index(self._ids.index(part) if part in self._ids else 0, 0)
        )
        self.view.doubleClicked.connect(self._take_row)
        self.view.installEventFilter(self)
        go_on = button(self.tr("Choose where…"), "primary")
        go_on.clicked.connect(self._take)
        row = QHBoxLayout()
        words = label(self.tr("What is shown goes out, with notes, tags and sentences."), "dim", wraps=True)
        row.addWidget(words, 1)
        row.addWidget(go_on)
        self.column.addWidget(self.view)
        self.column.addLayout(row)

    def mark(self, part: str) -> None:
        """Put the mark on a format."""
        self.view.setCurrentIndex(self.view.model().index(self._ids.index(part), 0))

    def _row(self, key: str) -> str:
        part = EXPORTERS[key]
        suffix = "" if part.write_notes else f"   {part.suffix}"
        return f"{worded(part.label)}{suffix}"

    @Slot(QModelIndex)
    def _take_row(self, _index: QModelIndex) -> None:
        self._take()

    @Slot()
    def _take(self) -> None:
        part = self._ids[self.view.currentIndex().row()]
        self.close_up()
        self.chosen.emit(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        enters = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.view and event.type() == QEvent.Type.KeyPress and event.key() in enters:
            self._take()
            return True
        return super().eventFilter(watched, event)
