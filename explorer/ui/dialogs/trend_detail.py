"""TrendDetail: the papers behind a row, and what documents claim, beside the chart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from explorer.questions.compared import Compared, SaidClaim
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.passport_page import Passage
from explorer.questions.trends import Trend
from explorer.ui.dialogs.palette import EntryPainter
from explorer.ui.models.palette_model import ENTRY_ROLE, Entry, PaletteModel
from explorer.ui.said import worded
from explorer.ui.style import SMALL_PX, TEXT_PX
from explorer.ui.trend_words import direction_words, row_words, verdict_words
from explorer.ui.widgets.flow import FlowLayout
from explorer.ui.widgets.labels import button, clear, label
from explorer.ui.widgets.segmented import Segmented
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import counted

_PAPERS, _CLAIMS = "papers", "claims"


class _Titles(QListView):
    """Enter opens a paper; what the list does not use goes on."""

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class TrendDetail(QWidget):
    """Two pages: papers of the marked row, claims on the two sets."""

    graph_wanted = Signal()
    tag_wanted = Signal()
    paper_wanted = Signal(object)  #: id
    passage_wanted = Signal(object)  #: Passage
    pair_wanted = Signal(object)  #: (from, to), words

    def __init__(self) -> None:
        super().__init__()
        self.pages = QStackedWidget()
        self.choice = Segmented(
            [(_PAPERS, self.tr("Papers")), (_CLAIMS, self.tr("Claims"))], self.tr("Beside the chart")
        )
        self.choice.chosen.connect(self.show_page)
        self.count = label("", "dim")
        top = QHBoxLayout()
        top.addWidget(self.choice)
        top.addWidget(self.count, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.pages, 1)
        self.pages.addWidget(self._papers_page())
        self.pages.addWidget(self._claims_page())

    def _papers_page(self) -> QWidget:
        out = QWidget()
        column = QVBoxLayout(out)
        column.setContentsMargins(0, 6, 0, 0)
        self._head = QVBoxLayout()
        self.graph = button(
            self.tr("Show as graph"), "primary", self.tr("Show these papers as a graph (Enter)")
        )
        self.tag = button(self.tr("Tag these papers…"), "", self.tr("Tag these papers (T)"))
        self.graph.clicked.connect(self.graph_wanted)
        self.tag.clicked.connect(self.tag_wanted)
        verbs = FlowLayout()
        verbs.addWidget(self.graph)
        verbs.addWidget(self.tag)
        self._model = PaletteModel()
        self.titles = _Titles()
        self.titles.setModel(self._model)
        self.titles.setItemDelegate(EntryPainter(self.titles))
        self.titles.setAccessibleName(self.tr("Papers that carry it"))
        self.titles.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.titles.activated.connect(self._open)
        column.addLayout(self._head)
        column.addLayout(verbs)
        column.addWidget(self.titles, 1)
        return out

    def _claims_page(self) -> QWidget:
        body = QWidget()
        body.setProperty("plain", "true")
        self._claims = QVBoxLayout(body)
        self._claims.setContentsMargins(0, 6, 6, 0)
        self._claims.setSpacing(3)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(body)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("Claims of documents"))
        return _in(area)

    @Slot(object)
    def show_page(self, key: str) -> None:
        """Papers or claims."""
        self.choice.choose(key)
        self.pages.setCurrentIndex(int(key == _CLAIMS))

    def show_row(self, row: Trend | None) -> None:
        """Say what is known of a row; its papers follow."""
        clear(self._head)
        for part in (self.graph, self.tag, self.titles):
            part.setVisible(row is not None)
        if row is None:
            self._head.addWidget(label(self.tr("Choose a row: its papers stand here."), "dim", wraps=True))
            return
        self._head.addWidget(TextBlock((Run(row.term, bold=True),), TEXT_PX + 3))
        self._head.addWidget(TextBlock((Run(row_words(row)),), SMALL_PX + 0.5))

    def show_papers(self, row: Trend, papers: Sequence[Neighbour], names: tuple[str, str]) -> None:
        """List the papers of a row, those of the later set first."""
        late = frozenset(row.papers_to)
        both = late & frozenset(row.papers_from)
        side = {paper.id: names[paper.id in late] for paper in papers}
        entries = [
            Entry(p.name, node=p.id, kind=p.kind, side=" · ".join(names) if p.id in both else side[p.id])
            for p in sorted(papers, key=lambda p: (p.id not in late, p.name.casefold()))
        ]
        self._model.show(tuple(entries))

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The papers that are listed."""
        return self._model.entries

    def show_claims(self, found: Compared, elsewhere: Sequence[tuple[str, str]]) -> None:
        """What documents claim of the two sets; other pairs that claims are of, where there is nothing."""
        clear(self._claims)
        words = counted(len(found.claims), self.tr("{n} claim"), self.tr("{n} claims"))
        self.count.setText(words if found.claims else "")
        if not found.claims:
            nothing = self.tr("No document claims that a term rose or declined between these two.")
            self._claims.addWidget(label(nothing, "dim", wraps=True))
            self._offer(elsewhere)
        title = ""
        for said in found.claims:
            if said.claim.title != title:
                title = said.claim.title
                self._claims.addWidget(TextBlock((Run(title, "dim"),), SMALL_PX))
            self._add_claim(said)
        self._claims.addStretch(1)

    def _add_claim(self, said: SaidClaim) -> None:
        claim = said.claim
        verdict, tone = verdict_words(claim.verdict)
        side = direction_words(claim.direction) if claim.direction else ""
        line = QHBoxLayout()
        line.setContentsMargins(0, 8, 0, 0)
        line.addWidget(TextBlock((Run(claim.text, bold=True), Run(f"  {side}", "dim")), TEXT_PX), 1)
        line.addWidget(label(verdict, tone), 0, Qt.AlignmentFlag.AlignTop)
        self._claims.addLayout(line)
        self._claims.addWidget(TextBlock((Run(worded(claim.why)),), SMALL_PX))
        place = Passage(claim.document, claim.evidence.start)
        quote = TextBlock(
            (Run(said.sentence, language=said.language, target=place),), SMALL_PX, bar=True, lines=3
        )
        quote.activated.connect(self.passage_wanted)
        self._claims.addWidget(quote)

    def _offer(self, pairs: Sequence[tuple[str, str]]) -> None:
        if pairs:
            self._claims.addWidget(label(self.tr("Documents claim something of:"), "dim", wraps=True))
        for pair in pairs:
            link = TextBlock((Run(" → ".join(pair), "accent", target=pair),), TEXT_PX)
            link.activated.connect(self.pair_wanted)
            self._claims.addWidget(link)

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        self.paper_wanted.emit(entry.node)


def _in(area: QWidget) -> QWidget:
    out = QWidget()
    column = QVBoxLayout(out)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(area)
    return out
