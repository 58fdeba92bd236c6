"""A sheet that lists what was kept under names: open one, rename it, delete it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton, QWidget

from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox

Act = tuple[str, Callable[[], None], Qt.Key | None]  #: words of its button, what it does, its key


class KeptSheet(Sheet):
    """A list, a line below it in which a word of the current row is edited, a button for each act.

    The first act is what Enter and a double click do.
    """

    edited = Signal(object)  #: what the line says, in one line of text

    def __init__(self, window: QWidget, title: str, sizes: tuple[int, int, int]) -> None:
        """Args:
        sizes: Width of the sheet and height of a row in pixels, and the most rows that are seen at once.
        """
        width_px, self._row_px, self._most_rows = sizes
        super().__init__("", window, width_px)
        self.title.setText(title)
        self.setAccessibleName(title)
        self.line = SearchBox("")
        self.line.entered.connect(self._take_line)
        self.line.left.connect(self._stop_editing)
        self.line.hide()
        self._acts: list[QPushButton] = []
        self._keys: dict[Qt.Key, Callable[[], None]] = {}

    def arrange(self, view: QAbstractItemView, empty: str, acts: tuple[Act, ...]) -> QHBoxLayout:
        """Put the parts together; ``empty`` is said where there is no row. Gives the row of the buttons."""
        self._view = view
        view.setAccessibleName(self.accessibleName())
        view.installEventFilter(self)
        self._empty = label(empty, "dim", wraps=True)
        for part in (self._empty, view, self.line):
            self.column.addWidget(part)
        row = QHBoxLayout()
        for words, act, key in acts:
            made = button(words, "" if self._acts else "primary")
            made.clicked.connect(act)
            self._acts.append(made)
            row.addWidget(made)
            if key is not None:
                self._keys[key] = act
        _, first, _ = acts[0]
        self._keys |= {Qt.Key.Key_Return: first, Qt.Key.Key_Enter: first}
        view.activated.connect(first)
        row.addStretch(1)
        self.column.addLayout(row)
        return row

    @property
    def row(self) -> int:
        """The current row, -1 for none."""
        return self._view.currentIndex().row()

    def rows_changed(self, count: int, at: int) -> None:
        """The model has so many rows now; the one that was current stays so."""
        self._view.setCurrentIndex(self._view.model().index(min(at, count - 1), 0))
        self._view.setFixedHeight(self._row_px * min(max(count, 1), self._most_rows) + 4)
        self._view.setVisible(bool(count))
        if count and self.isVisible() and not self.line.isVisible():
            self._view.setFocus(Qt.FocusReason.PopupFocusReason)  # it could not have the keyboard while empty
        self._empty.setVisible(not count)
        for act in self._acts:
            act.setEnabled(bool(count))
        self.place()

    def edit(self, words: str, hint: str, most: int) -> None:
        """Show the line with some words in it, ``most`` characters at most; ``edited`` or nothing follows."""
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.line.setMaxLength(most)
        self.line.setText(words)
        self.line.show()
        self.place()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    @Slot()
    def _take_line(self) -> None:
        self.edited.emit(" ".join(self.line.text().split()))
        self._stop_editing()

    @Slot()
    def _stop_editing(self) -> None:
        self.line.hide()
        self.place()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self._view and event.type() == QEvent.Type.KeyPress
        if is_key and (act := self._keys.get(Qt.Key(event.key()))):
            act()
            return True
        return super().eventFilter(watched, event)
