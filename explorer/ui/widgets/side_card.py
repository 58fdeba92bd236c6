"""SideCard: one of two papers, as one has to know it to say whether they are one."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from explorer.questions.evidence import Quote
from explorer.questions.needs_you import Side
from explorer.ui.style import SMALL_PX, TEXT_PX
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import counted

PLACES_SHOWN, PEOPLE_SHOWN = 4, 4
QUOTE_COLUMNS = 180
PASSAGE_LINES = 3


class SideCard(QFrame):
    """Title, people, ids, and the places that name the paper, each with its document."""

    wanted = Signal(object)  #: id of a node that was clicked

    def __init__(self, side: Side, head: str = "") -> None:
        super().__init__()
        self.setProperty("tone", "choice")
        self.setAccessibleName(f"{head} {side.title}".strip())
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 9, 12, 10)
        column.setSpacing(4)
        if head:
            column.addWidget(label(head, "section"))
        title = TextBlock((Run(side.title, bold=True, target=side.id or None),), TEXT_PX + 1)
        title.activated.connect(self.wanted)
        column.addWidget(title)
        people = ", ".join(side.authors[:PEOPLE_SHOWN]) + (" …" if len(side.authors) > PEOPLE_SHOWN else "")
        ids = " · ".join(f"{scheme} {value}" for scheme, value in side.ids)
        for line in (people, " · ".join(filter(None, (side.published, ids)))):
            if line:
                column.addWidget(TextBlock((Run(line, "dim"),), SMALL_PX))
        column.addSpacing(3)
        for place in side.places[:PLACES_SHOWN]:
            column.addWidget(quotation(place.quote))
            if place.passage:
                passage = Run(place.passage, language=place.quote.language)
                column.addWidget(TextBlock((passage,), SMALL_PX, bar=True, lines=PASSAGE_LINES))
            column.addWidget(TextBlock((Run(place.quote.source, "dim"),), SMALL_PX - 0.5))
        more = max(len(side.places) - PLACES_SHOWN, 0) + side.more
        if more:
            column.addWidget(
                label(counted(more, _tr("and {n} more place"), _tr("and {n} more places")), "dim")
            )
        column.addStretch(1)


def quotation(quote: Quote) -> TextBlock:
    """The slice of a document with a bar at its left, in the glyphs of its language."""
    text = quote.sentence or quote.exact
    room = QUOTE_COLUMNS if text.isascii() else QUOTE_COLUMNS // 2
    cut = text if len(text) <= room else text[: room - 1].rstrip() + "…"
    return TextBlock((Run(cut, language=quote.language),), SMALL_PX + 0.5, bar=True)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SideCard", text)
