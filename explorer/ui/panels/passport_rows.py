"""The widgets of a passport's rows: statements with their quotations, neighbours, appearances, questions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout

from explorer.graph.style import short_name
from explorer.model import NodeKind
from explorer.questions.evidence import Quote, Reason
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport import Appearance
from explorer.questions.passport_page import Count, PaperLine, Passage
from explorer.questions.passport_paper import PaperPlace, QuestionPair
from explorer.ui.panels.alike_rows import (
    AlikeWidget,
    alike_head,
    pair_of,
    pair_words,
    shared_words,
    source_words,
)
from explorer.ui.panels.passport_pages import (
    AlikeRow,
    BlockRow,
    FoldedRow,
    LineRow,
    Row,
    SideRow,
    StatementRow,
    WhyRow,
    quotes_shown,
    shown_sentence,
    source_count,
)
from explorer.ui.panels.passport_text_rows import BlockWidget, FoldedWidget, RowWidget, SideWidget
from explorer.ui.said import worded, worded_line
from explorer.ui.sentences import OBJECT, SUBJECT, sentence_parts
from explorer.ui.style import SMALL_PX, TEXT_PX
from explorer.ui.widgets.kind_icon import ICON_PX, kind_icon
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import counted, plain_tip

DEPTH_PX = 14  #: a step to the right in a tree
QUOTE_PX = 12.5
_LANGUAGES = {"ja": "日本語", "zh": "中文", "ko": "한국어"}  # where it is not plain to see


def _tr(text: str) -> str:
    return QCoreApplication.translate("PassportRows", text)


def widget_of(row: Row) -> RowWidget:
    """The widget of one row."""
    return _WIDGETS[type(row)](row)


def _statement(row: StatementRow) -> RowWidget:
    out = RowWidget()
    said = row.statement
    out.setProperty("statement", said)  # the letters A, X and C decide on the row that has the keyboard
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
    trust = counted(count, _tr("{n} source"), _tr("{n} sources")) if count else worded(said.trust)
    is_proposed = said.status == "proposed"
    shown = label(_tr("proposed") if is_proposed else trust, "warn" if is_proposed else "dim")
    shown.setToolTip(
        plain_tip(
            _tr("{trust} · confidence {share}").format(
                trust=worded(said.trust), share=f"{said.confidence:.0%}"
            )
        )
    )
    head.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
    return head


def _sentence(row: StatementRow) -> tuple[Run, ...]:
    said = row.statement
    subject_is_other, object_is_other = said.subject != row.about, said.object != row.about
    ends = {
        SUBJECT: Run(
            said.subject_name, bold=subject_is_other, target=said.subject if subject_is_other else None
        ),
        OBJECT: Run(said.object_name, bold=object_is_other, target=said.object if object_is_other else None),
    }
    return tuple(ends.get(part) or Run(part, tone="dim") for part in sentence_parts(said.words))


def _add_quotes(out: RowWidget, row: StatementRow) -> None:
    said = row.statement
    if not said.reasons:
        _add_quoted(out, quotes_shown(said.quotes), row.marks_sample)
        return
    owners = tuple(short_name(name, NodeKind.PAPER) for name in (said.subject_name, said.object_name))
    _add_pair(out, said.quotes, said.reasons, (owners, row.marks_sample))
    if words := shared_words(said.reasons):
        out.add(TextBlock((Run(words, "dim"),), SMALL_PX))


def _add_quoted(
    out: RowWidget, quotes: tuple[Quote, ...], marks_sample: bool, owners: tuple[str, ...] = ()
) -> None:
    """Sentences with their sources; ``owners`` says whose each is, where the sources do not."""
    for quote, owner in zip(quotes, (*owners, *[""] * len(quotes)), strict=False):
        out.column.addWidget(
            TextBlock((Run(shown_sentence(quote), language=quote.language),), QUOTE_PX, bar=True)
        )
        whose = (Run(f"{owner} · ", "dim"),) if owner else ()
        out.add(TextBlock((*whose, *_source_line(quote, marks_sample)), SMALL_PX - 0.5))


def _source_line(quote: Quote, marks_sample: bool) -> tuple[Run, ...]:
    parts = [_LANGUAGES.get(quote.language, "")]
    parts += [_tr("machine-written")] if quote.machine else []
    parts += [_tr("sample text")] if quote.sample and marks_sample else []
    rest = "".join(f" · {part}" for part in parts if part)
    target = Passage(quote.document, quote.start) if quote.document else None
    return Run(source_words(quote), "dim", target=target), Run(rest, "dim")


def _question(row: QuestionPair) -> RowWidget:
    out = RowWidget()
    out.add(TextBlock((Run(row.question, bold=True, language=row.language, target=row.passage),), TEXT_PX))
    out.add(TextBlock((Run(row.answer, language=row.language),), QUOTE_PX, bar=True))
    if row.machine:
        out.add(TextBlock((Run(_tr("machine-written answer"), "dim"),), SMALL_PX - 0.5))
    return out


def _paper_place(row: PaperPlace) -> RowWidget:
    out = RowWidget()
    place = Passage(row.document, row.quote.start)
    rank = _tr("no. {n}").format(n=row.rank) if row.rank else ""
    section = "" if row.section in (row.name, row.quote.sentence) else row.section
    parts = [part for part in (worded(row.role), rank, row.when, section) if part]
    out.add(TextBlock((Run(row.name, target=place), Run("  " + " · ".join(parts), "dim"))))
    for trend in row.trends:
        out.add(TextBlock((Run(_tr("under the trend “{name}”").format(name=trend), "dim"),), SMALL_PX))
    out.add(TextBlock((Run(shown_sentence(row.quote), language=row.quote.language),), QUOTE_PX, bar=True))
    return out


def _line(row: LineRow) -> RowWidget:
    if row.kind is not None:
        out = _node_row(row.kind, row.target, row.text, row.detail)
    else:
        out = RowWidget()
        out.column.setContentsMargins(0, 0, 0, 6)
        detail = f"  {row.detail}" if row.text and row.detail else row.detail
        out.add(TextBlock((Run(row.text, bold=row.is_head, target=row.target), Run(detail, "dim"))))
    if row.sentence is not None:
        out.add(
            TextBlock(
                (Run(shown_sentence(row.sentence), language=row.sentence.language),), QUOTE_PX, bar=True
            )
        )
        out.add(TextBlock(_source_line(row.sentence, True), SMALL_PX - 0.5))
    margins = out.column.contentsMargins()
    out.column.setContentsMargins(row.depth * DEPTH_PX, 0, 0, margins.bottom())
    return out


def _count(row: Count) -> RowWidget:
    return _node_row(row.kind, row.id, row.name, counted(row.count, _tr("{n} paper"), _tr("{n} papers")))


def _paper_line(row: PaperLine) -> RowWidget:
    return _node_row(NodeKind.PAPER, row.id, row.title, worded_line(row.detail))


def _neighbour(row: Neighbour) -> RowWidget:
    detail = worded(row.words)
    if row.sources:
        detail += " · " + counted(row.sources, _tr("{n} source"), _tr("{n} sources"))
    return _node_row(row.kind, row.id, row.name, detail)


def _appearance(row: Appearance) -> RowWidget:
    count = counted(len(row.papers), _tr("{n} paper"), _tr("{n} papers")) if row.papers else ""
    day = "" if row.date and row.date in row.name else row.when
    parts = [part for part in (day, worded(row.role), worded_line(row.detail), count) if part]
    return _node_row(row.kind, row.node, row.name, " · ".join(parts))


def _node_row(kind: NodeKind, node: object, name: str, detail: str) -> RowWidget:
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
    icon.setFixedHeight(block.minimumSizeHint().height())  # in the middle of the first line
    out.column.addLayout(line)
    return out


def _alike(row: AlikeRow) -> RowWidget:
    return AlikeWidget(row, _node_row(*alike_head(row)), _why)


def _why(row: WhyRow) -> RowWidget:
    out = RowWidget()
    pair = pair_of(row.reasons)
    if pair is None:
        words = _tr("No two sentences are more alike than chance makes them.")
        out.add(TextBlock((Run(words, "dim"),), SMALL_PX))
    else:
        _add_pair(out, pair.quotes, row.reasons, ((_tr("this paper"), _tr("the other")), True))
    return out


def _add_pair(
    out: RowWidget,
    quotes: tuple[Quote, ...],
    reasons: tuple[Reason, ...],
    told: tuple[tuple[str, ...], bool],
) -> None:
    """Both sentences and how near they are; ``told`` is whose they are, and whether sample text is marked."""
    owners, marks_sample = told
    _add_quoted(out, quotes, marks_sample, owners)
    if words := pair_words(reasons):
        out.add(TextBlock((Run(words, "dim"),), SMALL_PX - 0.5))


_WIDGETS = {
    StatementRow: _statement,
    QuestionPair: _question,
    PaperPlace: _paper_place,
    LineRow: _line,
    Count: _count,
    PaperLine: _paper_line,
    Neighbour: _neighbour,
    Appearance: _appearance,
    BlockRow: BlockWidget,
    FoldedRow: FoldedWidget,
    SideRow: SideWidget,
    AlikeRow: _alike,
    WhyRow: _why,
}
