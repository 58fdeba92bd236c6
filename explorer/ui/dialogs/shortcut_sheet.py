"""All keys on one card, from the table of commands."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.widgets.labels import label

_COLUMNS = 3


class ShortcutSheet(Sheet):
    """Groups of (key, what it does) in columns."""

    def __init__(self, window: QWidget, groups: Sequence[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__("", window, 1040)
        self.title.setText(self.tr("Keys"))
        self.setAccessibleName(self.tr("Keys"))
        columns = QHBoxLayout()
        columns.setSpacing(34)
        halves = tuple(QVBoxLayout() for _ in range(_COLUMNS))
        heights = [0] * _COLUMNS
        for name, rows in groups:
            shortest = heights.index(min(heights))
            halves[shortest].addLayout(_group(name, rows))
            heights[shortest] += len(rows) + 2
        for half in halves:
            half.setSpacing(14)
            half.addStretch(1)
            columns.addLayout(half, 1)
        self.column.addLayout(columns)
        hint = self.tr("Letters and digits work while the graph has the keyboard. Tab leaves it.")
        self.column.addWidget(label(hint, "dim", wraps=True))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _group(name: str, rows: Sequence[tuple[str, str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setVerticalSpacing(5)
    grid.addWidget(label(name, "section"), 0, 0, 1, 2)
    for at, (key, text) in enumerate(rows, start=1):
        grid.addWidget(label(text), at, 0)
        grid.addWidget(label(key, "key"), at, 1, Qt.AlignmentFlag.AlignRight)
    grid.setColumnStretch(0, 1)
    return grid
