"""All keys on one card, from the table of commands: found by typing, copied for paper."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.fuzzy import folded
from explorer.ui.widgets.labels import button, clear, label
from explorer.ui.widgets.search_box import SearchBox

_WIDTH_PX, _GAP_PX = 1060, 30
_COLUMNS_MAX = 3

Group = tuple[str, Sequence[tuple[str, str]]]


class ShortcutSheet(Sheet):
    """Groups of (key, what it does) in as many columns as there is room for."""

    def __init__(self, window: QWidget, groups: Sequence[Group]) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Keys"))
        self.setAccessibleName(self.tr("Keys"))
        self._groups = groups
        self._laid: tuple[int, str] = (0, "")
        self.search = SearchBox(self.tr("Find a key or what it does"))
        self.search.textChanged.connect(self._lay)
        self.search.left.connect(self.close_up)
        copied = button(self.tr("Copy as text"), "", self.tr("Copy all keys as text, to print them"))
        copied.clicked.connect(self._copy)
        top = QHBoxLayout()
        top.setContentsMargins(0, 0, 6, 0)
        top.addWidget(self.search, 1)
        top.addWidget(copied)
        self.column.addLayout(top)
        self._inside = QWidget()
        self._inside.setProperty("plain", "true")
        self._columns = QHBoxLayout(self._inside)
        self._columns.setContentsMargins(0, 0, 6, 0)
        self._columns.setSpacing(_GAP_PX)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(self.tr("All keys"))
        self._area.setWidget(self._inside)
        self.column.addWidget(self._area, 1)
        self._nothing = label(self.tr("No key does that. Ctrl+K finds commands without one."), "dim", True)
        self.column.addWidget(self._nothing)
        hint = self.tr(
            "Letters and digits work while the graph or the list has the keyboard. Tab leaves them."
        )
        self.column.addWidget(label(hint, "dim", wraps=True))
        self._lay()

    def open(self, first: QWidget | None = None) -> None:
        super().open(first or self.search)

    def texts(self) -> list[tuple[str, str]]:
        """(key, what it does) of the rows that are shown."""
        return [row for _, rows in self._wanted() for row in rows]

    def labels(self) -> list[QLabel]:
        """The labels of the rows, as they stand on the card."""
        return [one for one in self._inside.findChildren(QLabel) if not one.isHidden()]

    def place(self) -> None:
        """As high as all keys need, where the window has the room."""
        self._lay()
        super().place()
        self._lay()
        room = self.parentWidget().height() - 48
        wanted = self.height() - self._area.height() + self._inside.sizeHint().height()
        height = min(wanted, room)
        self.setGeometry(
            self.x(), max((self.parentWidget().height() - height) // 3, 24), self.width(), height
        )

    def _wanted(self) -> list[Group]:
        words = folded(self.search.text()).split()
        found = []
        for name, rows in self._groups:
            fitting = [row for row in rows if all(word in folded(" ".join(row)) for word in words)]
            if fitting:
                found.append((name, fitting))
        return found

    @Slot()
    def _lay(self) -> None:
        count = self._column_count()
        if self._laid == (count, self.search.text()):
            return
        self._laid = (count, self.search.text())
        clear(self._columns)
        halves = tuple(QVBoxLayout() for _ in range(count))
        heights = [0] * count
        groups = self._wanted()
        for name, rows in groups:
            shortest = heights.index(min(heights))
            halves[shortest].addLayout(_group(name, rows))
            heights[shortest] += len(rows) + 2
        for half in halves:
            half.setSpacing(14)
            half.addStretch(1)
            self._columns.addLayout(half, 1)
        self._nothing.setVisible(not groups)

    def _column_count(self) -> int:
        """Columns that show the longest row whole."""
        metrics = self.fontMetrics()
        rows = [row for _, rows in self._groups for row in rows]
        widest = max((metrics.horizontalAdvance(f"{text}{key}") for key, text in rows), default=0) + 46
        room = min(_WIDTH_PX, self.parentWidget().width() - 48) - 50
        return min(max((room + _GAP_PX) // (widest + _GAP_PX), 1), _COLUMNS_MAX)

    @Slot()
    def _copy(self) -> None:
        parts = ["\n".join([name, *(f"{key}\t{text}" for key, text in rows)]) for name, rows in self._groups]
        QGuiApplication.clipboard().setText("\n\n".join(parts) + "\n")


def _group(name: str, rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(5)
    grid.addWidget(label(name, "section"), 0, 0, 1, 2)
    for at, (key, text) in enumerate(rows, start=1):
        grid.addWidget(label(text), at, 0)
        grid.addWidget(label(key, "key"), at, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid
