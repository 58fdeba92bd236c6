"""Lists of a passport: sections of rows, a few at first, the rest when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.questions.passport_paper import PaperPlace, QuestionPair
from explorer.ui.panels.alike_rows import AlikeWidget
from explorer.ui.panels.passport_pages import BlockRow, Section, StatementRow, Wanted
from explorer.ui.panels.passport_rows import widget_of
from explorer.ui.panels.passport_text_rows import BlockWidget
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import number

ROWS_FIRST, NAMES_FIRST = 10, 7  #: rows of a section before “show more”, with quotations and without
ROWS_MORE = 20
_QUOTED = (StatementRow, QuestionPair, PaperPlace)


class RowList(QWidget):
    """Sections of rows, a few first; a button brings more, so that no step is long."""

    activated = Signal(object)  #: node, Passage or SideRow that was clicked
    more_wanted = Signal(object)  #: Wanted

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 0)
        self._column.setSpacing(0)
        self._parts: list[SectionList] = []
        for section in sections:
            part = SectionList(section, len(sections) == 1)
            part.activated.connect(self.activated)
            part.more_wanted.connect(self.more_wanted)
            self._parts.append(part)
            self._column.addWidget(part)

    def take(self, wanted: Wanted, section: Section) -> None:
        """Rows that were asked for have come."""
        for part in self._parts:
            part.take(wanted, section)

    @property
    def lit(self) -> QWidget | None:
        """The block that was asked for, or None."""
        return next((block for block in self.findChildren(BlockWidget) if block.is_lit), None)


class SectionList(QWidget):
    """One section: rows that are there, and buttons for those that are not."""

    activated = Signal(object)
    more_wanted = Signal(object)

    def __init__(self, section: Section, is_only: bool = False) -> None:
        super().__init__()
        self._rows = section.rows
        self._is_text = any(isinstance(row, BlockRow) for row in section.rows)
        self._total = section.total
        self._after, self._before = section.after, section.before
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        if section.head:
            count = section.total or len(section.rows)
            head = label(f"{section.head}  {number(count)}", "section")
            head.setContentsMargins(0, 4, 0, 6)
            self._column.addWidget(head)
        self._earlier = button(self.tr("Show what stands before"), "link")
        self._earlier.clicked.connect(self._ask_before)
        self._earlier.setVisible(False)
        self._column.addWidget(self._earlier)
        self._top = self._column.count()
        self._more = button("", "link")
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more)
        self._rest = label("", "dim")
        self._rest.hide()
        self._column.addWidget(self._rest)
        is_quoted = any(isinstance(row, _QUOTED) for row in section.rows)
        usual = ROWS_FIRST if is_quoted else ROWS_MORE if is_only else NAMES_FIRST
        self._add(section.first or usual)

    @Slot()
    def _show_more(self) -> None:
        if self._shown < len(self._rows):
            self._add(ROWS_MORE)
        elif self._after is not None:
            self.more_wanted.emit(self._after)

    @Slot()
    def _ask_before(self) -> None:
        if self._before is not None:
            self.more_wanted.emit(self._before)

    def take(self, wanted: Wanted, section: Section) -> None:
        """Put the rows that were asked for below the others, or above them."""
        if wanted == self._after:
            self._rows += section.rows
            self._after = section.after
            self._add(len(section.rows))
        elif wanted == self._before:
            self._before = section.before
            for at, row in enumerate(section.rows):
                self._insert(self._top + at, row)
            self._tell()
        for row in self.findChildren(AlikeWidget):
            row.take(wanted, section)

    def _add(self, count: int) -> None:
        until = min(self._shown + count, len(self._rows))
        for row in self._rows[self._shown : until]:
            self._insert(self._column.count() - 2, row)
        self._shown = until
        self._tell()

    def _insert(self, at: int, row: object) -> None:
        widget = widget_of(row)
        widget.activated.connect(self.activated)
        if isinstance(widget, AlikeWidget):
            widget.more_wanted.connect(self.more_wanted)
        self._column.insertWidget(at, widget)

    def _tell(self) -> None:
        """Say what is left. Of a text, nobody counts blocks."""
        left = len(self._rows) - self._shown
        if self._total and self._after is not None:
            left += self._total - self._after.first
        unlisted = self._total - len(self._rows) if self._after is None and not self._is_text else 0
        self._rest.setText(self.tr("{n} more are not listed.").format(n=number(unlisted)))
        self._rest.setVisible(unlisted > 0 and not left)
        words = self.tr("Show what follows") if self._is_text else self.tr("Show more ({n} left)")
        self._more.setText(words.format(n=number(left)))
        self._more.setAccessibleName(self._more.text())
        self._more.setVisible(left > 0)
        self._earlier.setVisible(self._before is not None)
