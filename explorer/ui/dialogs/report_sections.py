"""ReportSections: what the import report quotes, in sections that open and close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from explorer.ui.models.report_sections import ReportRow, ReportSection
from explorer.ui.style import SMALL_PX, body_font
from explorer.ui.widgets.labels import button
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import no_mnemonic, number

_STEP = 60  #: rows that are shown at once
_HEIGHT_LINES = 20
_LINE_BREAK = "\u2028"  #: within one paragraph of a text layout


class ReportSections(QScrollArea):
    """One head per section with its count; its rows are made when it is opened first."""

    def __init__(self, sections: Sequence[ReportSection]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll
        self.setAccessibleName(self.tr("What the report quotes"))
        inside = QWidget()
        inside.setProperty("plain", True)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 2, 8, 2)
        column.setSpacing(2)
        self.parts = [SectionPart(section) for section in sections]
        for part in self.parts:
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self.setMinimumHeight(QFontMetrics(body_font()).height() * 5)

    def sizeHint(self) -> QSize:
        return QSize(600, QFontMetrics(body_font()).height() * _HEIGHT_LINES)

    def part(self, key: str) -> SectionPart | None:
        """The part of a section, if it has rows."""
        return next((part for part in self.parts if part.section.key == key), None)


class SectionPart(QWidget):
    """A head that opens and closes what stands below it."""

    def __init__(self, section: ReportSection) -> None:
        super().__init__()
        self.section = section
        self._shown = 0
        self.head = button("", "crumb")
        self.head.setCheckable(True)
        self.head.toggled.connect(self._open)
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(16, 0, 0, 6)
        self._rows.setSpacing(5)
        self.more = button("", "link")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self._inside = QWidget()
        self._inside.setProperty("plain", True)
        inner = QVBoxLayout(self._inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._rows)
        inner.addWidget(self.more)
        self._inside.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._name(False)
        self.head.setChecked(section.is_urgent)

    @property
    def texts(self) -> list[str]:
        """The rows that are shown, as they read."""
        blocks = (self._rows.itemAt(i).widget() for i in range(self._rows.count()))
        return [block.accessibleName() for block in blocks]

    def _name(self, is_open: bool) -> None:
        words = f"{self.section.title} ({number(len(self.section.rows))})"
        self.head.setText(no_mnemonic(f"{'▾' if is_open else '▸'}  {words}"))
        state = self.tr("{section}, open") if is_open else self.tr("{section}, closed")
        self.head.setAccessibleName(state.format(section=words))

    @Slot(bool)
    def _open(self, is_open: bool) -> None:
        if is_open and not self._shown:
            self._show_more()
        self._inside.setVisible(is_open)
        self._name(is_open)

    @Slot()
    def _show_more(self) -> None:
        rows = self.section.rows[self._shown : self._shown + _STEP]
        for row in rows:
            self._rows.addWidget(_block(row))
        self._shown += len(rows)
        left = len(self.section.rows) - self._shown
        words = self.tr("{n} more").format(n=number(left))
        self.more.setText(words)
        self.more.setAccessibleName(words)
        self.more.setVisible(left > 0)


def _block(row: ReportRow) -> TextBlock:
    """The quote in ink, below it in dim where it stands and what is to be said of it."""
    if not row.quote:
        return TextBlock([Run(row.where, "ink" if not row.why else "dim"), Run(_below(row), "ink")], SMALL_PX)
    about = " · ".join(filter(None, (row.where, row.why)))
    runs = [Run(row.quote, language=row.language), Run(f"{_LINE_BREAK}{about}", "dim")]
    return TextBlock(runs, SMALL_PX, bar=True)


def _below(row: ReportRow) -> str:
    return f"{_LINE_BREAK}{row.why}" if row.why else ""
