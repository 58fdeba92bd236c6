"""What changed since the last import, the last visit, a saved view or a day; each row leads to its node."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.model import NodeKind
from explorer.ui.dialogs.entry_list import EntryList, under_head
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.said import worded, worded_line
from explorer.ui.sentences import sentence_again
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.segmented import Segmented
from explorer.ui.words import number

if TYPE_CHECKING:
    from explorer.questions.whatsnew import ClaimRow, Mover, NewLinkRow, News

    Part = tuple[str, Iterable[Entry], int]  #: head, rows, how many

_WIDTH_PX, _HEIGHT_PX = 760, 430
_MOST = 100  #: rows of one kind; the others are counted
_VIEWS, _NAME_MOST = 3, 22
LAST_IMPORT = "last-import"


class ChangesSheet(Sheet):
    """Choices at the top, the rows below, the way to a graph of what is new."""

    wished = Signal(object)  #: words of a time: a day, "last-import", a view
    opened = Signal(object)  #: node id
    graph_wanted = Signal(object)  #: the same words

    def __init__(self, window: QWidget, views: Sequence[str], last_visit: str = "") -> None:
        """Args:
        views: Names of the saved views.
        last_visit: ISO time at which the library was last left, or "".
        """
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("What changed"))
        self.setAccessibleName(self.tr("What changed"))
        self._words = LAST_IMPORT
        visit = ((last_visit, self.tr("Last visit")),) if last_visit else ()
        named = tuple((name, _short(name)) for name in views[:_VIEWS])
        segments = ((LAST_IMPORT, self.tr("Last import")), *visit, *named)
        self.choice = Segmented(segments, self.tr("Since"))
        self.choice.chosen.connect(self._choose)
        self.line = SearchBox(self.tr("A day (2024-05-06) or a saved view"))
        self.line.entered.connect(self._take_line)
        self.line.left.connect(self.close_up)
        self._about = label("", "dim", wraps=True)
        self.view = EntryList(self.tr("What changed"))
        self.view.setFixedHeight(_HEIGHT_PX)
        self.view.node_opened.connect(self._open)
        self.graph = button(self.tr("Show as graph"), "primary")
        self.graph.clicked.connect(self._show_graph)
        self.graph.setEnabled(False)
        self._arrange()

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Since"), "dim"))
        top.addWidget(self.choice)
        top.addWidget(self.line, 1)
        self.column.addLayout(top)
        self.column.addWidget(self._about)
        self.column.addWidget(self.view)
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Enter opens what a row is about."), "dim"), 1)
        row.addWidget(self.graph)
        self.column.addLayout(row)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self.view.entries

    @property
    def words(self) -> str:
        """What is said about the answer."""
        return self._about.text()

    def ask(self) -> None:
        """Ask for what is chosen."""
        self.wished.emit(self._words)

    @Slot(object)
    def _choose(self, words: str) -> None:
        self._words = words
        self.ask()

    @Slot()
    def _take_line(self) -> None:
        if words := self.line.text().strip():
            self._choose(words)

    @Slot(object)
    def show_answer(self, news: News) -> None:
        """Show what an answer holds."""
        self.view.show_rows(self._rows(news))
        self.view.go_to_row(0)
        self.graph.setEnabled(bool(news.papers or news.methods or news.movers))
        at = news.since.at.replace("T", " ")[:16]
        name = worded(news.since.name)
        words = name if at.startswith(news.since.name) else f"{name} · {at}"
        if news.is_empty:
            words += " · " + self.tr("nothing changed")
        if news.in_view:
            more = self.tr("the view would show {n} more nodes now").format(n=number(len(news.in_view)))
            words += f" · {more}"
        self._about.setText(words)
        self._about.setAccessibleName(words)
        self.place()

    def _rows(self, news: News) -> Iterator[Entry]:
        more = self.tr("… and {n} more")
        for head, rows, total in (*self._new_nodes(news), *self._new_words(news)):
            yield from under_head(head, rows, total, _MOST, more)

    def _new_nodes(self, news: News) -> Iterator[Part]:
        papers = (Entry(r.name, node=r.id, kind=NodeKind.PAPER, side=r.day) for r in news.papers)
        yield self.tr("New papers"), papers, len(news.papers)
        methods = (
            Entry(r.name, node=r.id, kind=NodeKind.CONCEPT, side=worded(r.detail)) for r in news.methods
        )
        yield self.tr("New methods"), methods, len(news.methods)
        movers = (Entry(m.name, node=m.node, kind=m.kind, side=self._moved(m)) for m in news.movers)
        yield self.tr("What gained most papers"), movers, len(news.movers)

    def _new_words(self, news: News) -> Iterator[Part]:
        yield self.tr("New links"), map(self._link, news.links), len(news.links)
        disputes = (
            Entry(worded(r.detail), node=r.document, side=worded(r.state)) for r in news.contradictions
        )
        yield self.tr("Contradictions"), disputes, len(news.contradictions)
        titles = {row.id: row.title for row in news.documents}
        claims = (Entry(_claim(r), node=r.document, detail=titles[r.document]) for r in news.claims)
        yield self.tr("Claims"), claims, len(news.claims)
        again = self.tr("read again")
        read = (
            Entry(r.title, node=r.id, kind=NodeKind.DOCUMENT, side=again if r.again else "")
            for r in news.documents
        )
        yield self.tr("Documents read"), read, len(news.documents)
        steps = (Entry(worded(r.label), side=r.at.replace("T", " ")[:16]) for r in reversed(news.steps))
        yield self.tr("Steps"), steps, len(news.steps)

    def _link(self, row: NewLinkRow) -> Entry:
        words = sentence_again(f"{row.subject_name} {row.predicate.replace('_', ' ')} {row.object_name}")
        side = self.tr("proposed") if row.status == "proposed" else ""
        return Entry(words, node=row.subject, side=side)

    def _moved(self, mover: Mover) -> str:
        words = self.tr("{before} → {after}, place {was} → {now}")
        return words.format(
            before=number(mover.before),
            after=number(mover.after),
            was=number(mover.rank_before),
            now=number(mover.rank_after),
        )

    @Slot(object)
    def _open(self, node: int) -> None:
        self.opened.emit(node)
        self.close_up()

    @Slot()
    def _show_graph(self) -> None:
        self.graph_wanted.emit(self._words)
        self.close_up()


def _short(name: str) -> str:
    return name if len(name) <= _NAME_MOST else name[: _NAME_MOST - 1].rstrip() + "…"


def _claim(row: ClaimRow) -> str:
    from explorer.questions.whatsnew_words import claim_words

    return worded_line(claim_words(row))
