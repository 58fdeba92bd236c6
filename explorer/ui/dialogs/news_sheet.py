"""What reading followed sources again brought: only what is new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.model import NodeKind
from explorer.ui.dialogs.entry_list import EntryList
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.said import worded
from explorer.ui.sentences import sentence_again
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted, number

if TYPE_CHECKING:
    from explorer.ops.following import Link, RefreshReport, SourceNews

_WIDTH_PX, _ROW_PX, _TALL_PX, _MOST_PX = 680, 28, 44, 460
_MOST = 200  #: rows of one kind of one source; the others are counted


class NewsSheet(Sheet):
    """A row for each source, its new papers, methods, links and claims below. Enter opens papers, methods."""

    opened = Signal(object)  #: node id

    def __init__(self, window: QWidget, report: RefreshReport) -> None:
        super().__init__("", window, _WIDTH_PX)
        words = self._title(report)
        self.title.setText(words)
        self.setAccessibleName(words)
        self.column.addWidget(label(self._about(report), "dim", wraps=True))
        self.view = EntryList(words)
        self.view.show_rows(self._rows(report))
        self.view.go_to_row(0)
        high = sum(_TALL_PX if entry.quiet else _ROW_PX for entry in self.entries)
        self.view.setFixedHeight(min(high, _MOST_PX) + 4)
        self.view.activated.connect(self._open)
        self.column.addWidget(self.view)
        self.done = button(self.tr("Close"), "primary")
        self.done.clicked.connect(self.close_up)
        row = QHBoxLayout()
        can_open = any(entry.node for entry in self.entries)
        hint = self.tr("Enter opens what a row is about.") if can_open else ""
        row.addWidget(label(hint, "dim"), 1)
        row.addWidget(self.done)
        self.column.addLayout(row)
        self.view.setVisible(bool(self.entries))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        if node := self.entries[index.row()].node:
            self.close_up()
            self.opened.emit(node)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self.view.entries

    def _title(self, report: RefreshReport) -> str:
        papers = sum(len(source.papers) for source in report.sources)
        if not papers:
            return self.tr("Read again: no new papers")
        return counted(papers, self.tr("Read again: {n} new paper"), self.tr("Read again: {n} new papers"))

    def _about(self, report: RefreshReport) -> str:
        if report.stopped:
            one, several = self.tr("Stopped: {n} source not read."), self.tr("Stopped: {n} sources not read.")
            return f"{counted(report.left, one, several)} {self.tr('What was read before stays.')}"
        words = self.tr("Each source that brought something is a step: Ctrl+Z takes the last one back.")
        return words if any(s.outcome == "new" for s in report.sources) else self.tr("Nothing was changed.")

    def _rows(self, report: RefreshReport) -> Iterator[Entry]:
        for source in report.sources:
            yield Entry(source.name, side=self._state(source), detail=self._counts(source))
            papers = zip(source.papers, source.paper_ids, strict=True)
            yield from self._nodes(papers, self.tr("paper"), NodeKind.PAPER)
            methods = zip(source.methods, source.method_ids, strict=True)
            yield from self._nodes(methods, self.tr("method"), NodeKind.CONCEPT)
            links = (sentence_again(f"{x.subject} {_verb(x)} {x.object}") for x in source.links)
            yield from self._named(links, self.tr("link"))
            claims = (" ".join(claim.split()) for claim in source.claims)
            yield from self._named(claims, self.tr("claim"))
            for failure in source.failed:
                if failure.source != source.source:
                    yield Entry(failure.source, side=self.tr("not read"), detail=worded(failure.why))

    def _nodes(self, named: Iterable[tuple[str, int]], side: str, kind: NodeKind) -> Iterator[Entry]:
        yield from self._first(tuple(Entry(name, node=node, kind=kind, side=side) for name, node in named))

    def _named(self, names: Iterable[str], side: str) -> Iterator[Entry]:
        yield from self._first(tuple(Entry(f"      {name}", side=side) for name in names))

    def _first(self, every: tuple[Entry, ...]) -> Iterator[Entry]:
        yield from every[:_MOST]
        if len(every) > _MOST:
            more = self.tr("… and {n} more").format(n=number(len(every) - _MOST))
            yield Entry(more, side=every[0].side)

    def _state(self, source: SourceNews) -> str:
        states = {
            "new": self.tr("new"),
            "unchanged": self.tr("unchanged"),
            "nothing_new": self.tr("nothing new"),
            "failed": self.tr("not read"),
        }
        return states[source.outcome]

    def _counts(self, source: SourceNews) -> str:
        if source.outcome == "failed":
            why = source.failed[0]
            return f"{worded(why.why)} {worded(why.hint)}".strip()
        if source.outcome == "nothing_new":
            return self.tr("It has changed, but nothing in it is new.")
        counts = (
            (len(source.papers), self.tr("{n} new paper"), self.tr("{n} new papers")),
            (len(source.methods), self.tr("{n} new method"), self.tr("{n} new methods")),
            (len(source.links), self.tr("{n} new link"), self.tr("{n} new links")),
            (len(source.claims), self.tr("{n} new claim"), self.tr("{n} new claims")),
        )
        return " · ".join(counted(n, one, several) for n, one, several in counts if n)


def _verb(link: Link) -> str:
    return link.predicate.replace("_", " ")
