"""Two renditions of one text, section beside section."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.questions.passport_text import AlignedSection, SideBySide, TextBlock
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.panels.passport_text_rows import block_parts
from explorer.ui.style import TEXT_PX
from explorer.ui.widgets.labels import button, label, rule
from explorer.ui.widgets.text_block import Run
from explorer.ui.widgets.text_block import TextBlock as Words
from explorer.ui.words import language_name, number

_WIDTH_PX, _HEIGHT_PX = 1020, 520
_BLOCKS_AT_ONCE = 40  #: of both sides, so that no step is long


class ReadingSheet(Sheet):
    """The left rendition as a whole; at the right what the other says there, if anything."""

    wanted = Signal(object)  #: id of a paper that was clicked

    def __init__(self, window: QWidget, answer: SideBySide) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("Side by side"))
        self.setAccessibleName(self.title.text())
        self._sections = answer.sections
        self._shown = 0
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(26)
        self._grid.setVerticalSpacing(6)
        for side in (0, 1):
            self._grid.setColumnStretch(side, 1)
            language = language_name(answer.languages[side])
            head = Words((Run(answer.names[side], bold=True), Run(f"  {language}", "dim")), TEXT_PX)
            self._grid.addWidget(head, 0, side, Qt.AlignmentFlag.AlignTop)
        self._more = button("", "link")
        self._more.clicked.connect(self._show_more)
        self.scroll = self._make_scroll()
        self.column.addWidget(self.scroll)
        self._show_more()

    def _make_scroll(self) -> QScrollArea:
        body = QWidget()
        body.setProperty("plain", "true")
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._grid)
        column.addWidget(self._more)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(min(_HEIGHT_PX, self.parentWidget().height() - 120))
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        scroll.setAccessibleName(self.tr("Both texts"))
        scroll.setWidget(body)
        return scroll

    @Slot()
    def _show_more(self) -> None:
        room = _BLOCKS_AT_ONCE
        while room > 0 and self._shown < len(self._sections):
            section = self._sections[self._shown]
            self._add(section)
            room -= max(len(section.left) + len(section.right), 1)
            self._shown += 1
        left = len(self._sections) - self._shown
        self._more.setText(self.tr("Show more ({n} sections left)").format(n=number(left)))
        self._more.setAccessibleName(self._more.text())
        self._more.setVisible(left > 0)

    def _add(self, section: AlignedSection) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(rule(), row, 0, 1, 2)
        top = Qt.AlignmentFlag.AlignTop
        for side, blocks in enumerate((section.left, section.right)):
            self._grid.addWidget(self._side(blocks), row + 1, side, top)

    def _side(self, blocks: tuple[TextBlock, ...]) -> QWidget:
        out = QWidget()
        column = QVBoxLayout(out)
        column.setContentsMargins(0, 2, 0, 6)
        column.setSpacing(6)
        if not blocks:
            column.addWidget(label(self.tr("Nothing here."), "dim"))
        for block in blocks:
            for part in block_parts(block):
                part.activated.connect(self._leave_for)
                column.addWidget(part)
        return out

    @Slot(object)
    def _leave_for(self, node: int) -> None:
        self.wanted.emit(node)
        self.close_up()
