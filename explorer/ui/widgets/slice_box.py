"""SliceBox: a line for a set of papers, with those that there are below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter, QSizePolicy

from explorer.questions.slice_choices import Choice
from explorer.ui.trend_words import kind_words
from explorer.ui.words import number

_LEAST_PX = 150


class SliceBox(QComboBox):
    """Enter takes what is typed: an edition, a year, 2023-11, 2024-W18, tag:…, view:…"""

    taken = Signal(object)  #: words, str

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(_LEAST_PX)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        line = self.lineEdit()
        line.setAccessibleName(name)
        line.setPlaceholderText(self.tr("ICML 2024, 2023, 2024-05, tag:…"))
        line.returnPressed.connect(self._take)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        completer.activated.connect(self._take_completed)
        self.activated.connect(self._take_chosen)
        self._words = ""

    @property
    def words(self) -> str:
        """What is typed."""
        return self.currentText().strip()

    def offer(self, choices: Sequence[Choice]) -> None:
        """Put the sets that there are below the line; what stands in it stays."""
        kept = self.currentText()
        self.clear()
        for choice in choices:
            self.addItem(choice.words)
            about = kind_words(choice.kind, choice.is_list)
            papers = f" · {number(choice.papers)}" if choice.papers >= 0 else ""
            self.setItemData(self.count() - 1, f"{about}{papers}", Qt.ItemDataRole.ToolTipRole)
        self.setCurrentIndex(-1)
        self.setEditText(kept)

    def say(self, words: str) -> None:
        """Show words; tells nothing."""
        self._words = words
        self.setEditText(words)

    @Slot()
    def _take(self) -> None:
        if self.words and self.words != self._words:
            self._words = self.words
            self.taken.emit(self.words)

    @Slot(int)
    def _take_chosen(self, index: int) -> None:
        self.setEditText(self.itemText(index))
        self._take()

    @Slot(str)
    def _take_completed(self, words: str) -> None:
        self.setEditText(words)
        self._take()

    def wheelEvent(self, event) -> None:
        event.ignore()
