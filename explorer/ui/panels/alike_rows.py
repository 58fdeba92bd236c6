"""Why papers are alike, in a passport: what both share with its weight, and two sentences when asked for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale, Signal, Slot

from explorer.embedders import EMBEDDERS
from explorer.model import NodeKind
from explorer.questions.evidence import Quote, Reason, SentencePair
from explorer.ui.panels.passport_pages import WHY, AlikeRow, Section, Wanted
from explorer.ui.panels.passport_text_rows import RowWidget
from explorer.ui.said import worded
from explorer.ui.style import SMALL_PX
from explorer.ui.widgets.labels import button
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import plain_tip

_WORDING = "lexical"
_SHARED_SHOWN = 5
_RARE, _COMMON = 0.3, 0.1  # weights of reasons: from here few papers have it; below here very many do
_HIGHEST = 99.99


def _tr(text: str) -> str:
    return QCoreApplication.translate("Alike", text)


def pair_of(reasons: Sequence[Reason]) -> SentencePair | None:
    """The two sentences among some reasons."""
    return next((reason.pair for reason in reasons if reason.pair is not None), None)


def shared_words(reasons: Sequence[Reason]) -> str:
    """What both share, weightiest first: "shared: CLIP (rare) · ICML 2024 (common)"; "" for nothing."""
    named = [f"{reason.text}{_worth(reason.weight)}" for reason in reasons if reason.pair is None]
    return _tr("shared: {names}").format(names=" · ".join(named[:_SHARED_SHOWN])) if named else ""


def shared_weights(reasons: Sequence[Reason]) -> str:
    """The numbers behind that, for a tooltip: "weight, 0 to 1: CLIP 0.62 · ICML 2024 0.02"."""
    here = QLocale()
    named = [f"{r.text} {here.toString(r.weight, 'f', 2)}" for r in reasons if r.pair is None]
    names = " · ".join(named[:_SHARED_SHOWN])
    return _tr("weight, 0 to 1: {names}").format(names=names) if named else ""


def _worth(weight: float) -> str:
    """What few papers have says most of two that have it."""
    if weight >= _RARE:
        return _tr(" (rare)")
    return _tr(" (common)") if weight < _COMMON else ""


def percent_words(percentile: float) -> str:
    """A percentile without needless digits; all of a sample is not all there is: never 100."""
    return f"{min(percentile, _HIGHEST):.4g}"


def pair_words(reasons: Sequence[Reason]) -> str:
    """How near the two sentences are, and by what; "" without any."""
    pair = pair_of(reasons)
    if pair is None:
        return ""
    share = percent_words(pair.percentile)
    if pair.engine == _WORDING:
        return _tr("wording nearer than that of {n} % of sentences; meaning was not compared").format(n=share)
    part = EMBEDDERS.get(pair.engine.replace("-", "_"))
    name = worded(part.label) if part else pair.engine
    return _tr("meaning nearer than that of {n} % of sentences · {engine}").format(n=share, engine=name)


def source_words(quote: Quote) -> str:
    """Where a quotation stands; a paper's own abstract or title is no document."""
    return quote.source if quote.document else worded(quote.source)


class AlikeWidget(RowWidget):
    """A paper with what both share; the two sentences unfold below it when they are asked for."""

    more_wanted = Signal(object)  #: Wanted, its two papers as node and first

    def __init__(self, row: AlikeRow, head: RowWidget, why_widget) -> None:
        super().__init__()
        self._why_widget = why_widget
        self._wanted = Wanted(WHY, row.about, row.alike.id)
        self._told: RowWidget | None = None
        head.activated.connect(self.activated)
        head.column.setContentsMargins(0, 0, 0, 0)
        self.column.addWidget(head)
        if words := shared_words(row.alike.reasons):
            shared = self.add(TextBlock((Run(words, "dim"),), SMALL_PX))
            shared.setToolTip(plain_tip(shared_weights(row.alike.reasons)))
        self._button = button(_tr("Compare sentences"), "link")
        self._button.setCheckable(True)
        self._button.setAccessibleName(_tr("Compare sentences with {title}").format(title=row.alike.title))
        self._button.toggled.connect(self._toggle)
        self.column.addWidget(self._button)

    @Slot(bool)
    def _toggle(self, is_open: bool) -> None:
        self._button.setText(_tr("Hide sentences") if is_open else _tr("Compare sentences"))
        if is_open:
            self.more_wanted.emit(self._wanted)
        else:
            self._clear()

    def take(self, wanted: Wanted, section: Section) -> None:
        """The sentences have come; newer ones take the place of those by wording."""
        if wanted == self._wanted and self._button.isChecked():
            self._clear()
            self._told = self._why_widget(section.rows[0])
            self._told.activated.connect(self.activated)
            self.column.addWidget(self._told)

    def _clear(self) -> None:
        if self._told is not None:
            self._told.hide()
            self._told.deleteLater()
            self._told = None


def alike_head(row: AlikeRow) -> tuple[NodeKind, object, str, str]:
    """What the first line of a row says: kind, target, text, quiet detail."""
    detail = _tr("nearer than {n} % of pairs").format(n=percent_words(row.alike.percentile))
    return NodeKind.PAPER, row.alike.id, row.alike.title, detail
