"""The widgets of a passport's rows: statements with their quotations, neighbours, appearances, questions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from explorer.model import NodeKind
from explorer.questions.evidence import Quote
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport import Appearance
from explorer.ui.panels.passport_pages import (
    QuestionRow,
    Row,
    Section,
    StatementRow,
    quotes_shown,
    shown_sentence,
    source_count,
)
from explorer.ui.style import SMALL_PX, TEXT_PX
from explorer.ui.widgets.kind_icon import ICON_PX, kind_icon
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import counted, plain_tip

ROWS_FIRST, NAMES_FIRST = 10, 7  #: rows of a section before “show more”, with quotations and without
ROWS_MORE = 20
QUOTE_PX = 12.5
_LANGUAGES = {"ja": "日本語", "zh": "中文", "ko": "한국어"}  # where it is not plain to see


def _tr(text: str) -> str:
    return QCoreApplication.translate("PassportRows", text)


class RowWidget(QWidget):
    """Any row; ``activated`` carries the id of the node that was clicked."""

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


def widget_of(row: Row) -> RowWidget:
    """The widget of one row."""
    if isinstance(row, StatementRow):
        return _statement(row)
    if isinstance(row, QuestionRow):
        return _question(row)
    if isinstance(row, Neighbour):
        return _neighbour(row)
    return _appearance(row)


def _statement(row: StatementRow) -> RowWidget:
    out = RowWidget()
    said = row.statement
    if said.subject != said.object:
        out.column.addLayout(_statement_head(out, row))
    _add_quotes(out, row)
    return out


def _statement_head(out: RowWidget, row: StatementRow) -> QHBoxLayout:
    said = row.statement
    head = QHBoxLayout()
    head.setSpacing(8)
    block = TextBlock(_sentence(row))
    block.activated.connect(out.activated)
    head.addWidget(block, 1)
    count = source_count(said)
    trust = counted(count, _tr("{n} source"), _tr("{n} sources")) if count else said.trust
    shown = label(trust, "dim")
    shown.setToolTip(
        plain_tip(
            _tr("{trust} · confidence {share}").format(trust=said.trust, share=f"{said.confidence:.0%}")
        )
    )
    head.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    return head


def _sentence(row: StatementRow) -> tuple[Run, ...]:
    said = row.statement
    subject_is_other, object_is_other = said.subject != row.about, said.object != row.about
    runs = [Run(said.subject_name, bold=subject_is_other, target=said.subject if subject_is_other else None)]
    runs.append(Run(f" {said.words} ", tone="dim"))
    runs.append(Run(said.object_name, bold=object_is_other, target=said.object if object_is_other else None))
    return tuple(runs)


def _add_quotes(out: RowWidget, row: StatementRow) -> None:
    for quote in quotes_shown(row.statement.quotes):
        out.column.addWidget(
            TextBlock((Run(shown_sentence(quote), language=quote.language),), QUOTE_PX, bar=True)
        )
        out.add(TextBlock(_source_line(quote, row.marks_sample), SMALL_PX - 0.5))


def _source_line(quote: Quote, marks_sample: bool) -> tuple[Run, ...]:
    parts = [_LANGUAGES.get(quote.language, "")]
    parts += [_tr("machine-written")] if quote.machine else []
    parts += [_tr("sample text")] if quote.sample and marks_sample else []
    rest = "".join(f" · {part}" for part in parts if part)
    return Run(quote.source, "dim", target=quote.document or None), Run(rest, "dim")


def _question(row: QuestionRow) -> RowWidget:
    out = RowWidget()
    out.add(TextBlock((Run(row.question, bold=True),), TEXT_PX))
    out.add(TextBlock((Run(row.answer),), QUOTE_PX, bar=True))
    if row.machine:
        out.add(TextBlock((Run(_tr("machine-written answer"), "dim"),), SMALL_PX - 0.5))
    return out


def _neighbour(row: Neighbour) -> RowWidget:
    detail = row.words
    if row.sources:
        detail += " · " + counted(row.sources, _tr("{n} source"), _tr("{n} sources"))
    return _node_row(row.kind, row.id, row.name, detail)


def _appearance(row: Appearance) -> RowWidget:
    count = counted(len(row.papers), _tr("{n} paper"), _tr("{n} papers")) if row.papers else ""
    day = "" if row.date and row.date in row.name else row.date
    parts = [part for part in (day, row.role, row.detail, count) if part]
    return _node_row(row.kind, row.node, row.name, " · ".join(parts))


def _node_row(kind: NodeKind, node: int, name: str, detail: str) -> RowWidget:
    out = RowWidget()
    out.column.setContentsMargins(0, 0, 0, 6)
    line = QHBoxLayout()
    line.setSpacing(7)
    icon = label("")
    icon.setPixmap(kind_icon(kind).pixmap(ICON_PX, ICON_PX))
    icon.setFixedWidth(ICON_PX)
    line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
    block = TextBlock((Run(name, target=node), Run(f"  {detail}" if detail else "", "dim")))
    block.activated.connect(out.activated)
    line.addWidget(block, 1)
    out.column.addLayout(line)
    return out


class RowList(QWidget):
    """Sections of rows, a few first; a button brings more, so that no step is long."""

    activated = Signal(object)  #: id of the node that was clicked

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 10, 0, 0)
        self._column.setSpacing(0)
        for section in sections:
            part = _SectionList(section)
            part.activated.connect(self.activated)
            self._column.addWidget(part)


class _SectionList(QWidget):
    activated = Signal(object)

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._rows = section.rows
        self._shown = 0
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 4)
        self._column.setSpacing(0)
        if section.head:
            head = label(section.head, "section")
            head.setContentsMargins(0, 4, 0, 6)
            self._column.addWidget(head)
        self._more = button("", "link")
        self._more.clicked.connect(self._show_more)
        self._column.addWidget(self._more)
        is_quoted = any(isinstance(row, StatementRow | QuestionRow) for row in section.rows)
        self._add(ROWS_FIRST if is_quoted else NAMES_FIRST)

    @Slot()
    def _show_more(self) -> None:
        self._add(ROWS_MORE)

    def _add(self, count: int) -> None:
        until = min(self._shown + count, len(self._rows))
        for row in self._rows[self._shown : until]:
            widget = widget_of(row)
            widget.activated.connect(self.activated)
            self._column.insertWidget(self._column.count() - 1, widget)
        self._shown = until
        left = len(self._rows) - until
        self._more.setText(self.tr("Show more ({n} left)").format(n=left))
        self._more.setAccessibleName(self._more.text())
        self._more.setVisible(left > 0)
