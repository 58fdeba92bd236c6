"""The widgets of a document's text: blocks with the quoted one lit, boilerplate folded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.questions.passport_text import TextBlock as Block
from explorer.ui.panels.passport_pages import BlockRow, FoldedRow, SideRow
from explorer.ui.style import SMALL_PX, TEXT_PX
from explorer.ui.widgets.labels import button
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import counted

_BOLD = ("title", "heading", "paper_title", "question")
_QUIET = ("meta", "furniture")


class RowWidget(QWidget):
    """Any row; ``activated`` carries the node or the Passage that was clicked."""

    activated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 11)
        self.column.setSpacing(4)

    def add(self, block: TextBlock) -> TextBlock:
        """Put a block below the others and listen to its links."""
        block.activated.connect(self.activated)
        self.column.addWidget(block)
        return block


class BlockWidget(RowWidget):
    """A block of a document; a paper's title leads to the paper."""

    def __init__(self, row: BlockRow) -> None:
        super().__init__()
        self.is_lit = row.block.lit
        self.column.setContentsMargins(0, 0, 0, 8)
        for part in block_parts(row.block):
            self.add(part)


def block_parts(block: Block) -> list[TextBlock]:
    """A block as it is read, and below it whether a machine wrote it."""
    tone = "dim" if block.kind in _QUIET else "ink"
    size = SMALL_PX if block.kind in _QUIET else TEXT_PX
    target = block.paper if block.kind == "paper_title" else None
    run = Run(block.text, tone, block.kind in _BOLD, block.language, target)
    parts = [TextBlock((run,), size, bar=block.lit, lit=block.lit)]
    if block.machine:
        words = QCoreApplication.translate("PassportRows", "machine-written")
        parts.append(TextBlock((Run(words, "dim"),), SMALL_PX - 0.5))
    return parts


class FoldedWidget(RowWidget):
    """Boilerplate behind a button."""

    def __init__(self, row: FoldedRow) -> None:
        super().__init__()
        self.column.setContentsMargins(0, 0, 0, 8)
        self._blocks = row.blocks
        words = counted(
            len(row.blocks), self.tr("Show {n} line of boilerplate"), self.tr("Show {n} lines of boilerplate")
        )
        self._unfold = button(words, "link")
        self._unfold.clicked.connect(self._show)
        self.column.addWidget(self._unfold)

    @Slot()
    def _show(self) -> None:
        self._unfold.hide()
        for block in self._blocks:
            for part in block_parts(block):
                self.add(part)


class SideWidget(RowWidget):
    """A button that opens two renditions side by side."""

    def __init__(self, row: SideRow) -> None:
        super().__init__()
        self._row = row
        way = button(row.words, "link")
        way.clicked.connect(self._open)
        self.column.addWidget(way)

    @Slot()
    def _open(self) -> None:
        self.activated.emit(self._row)
