"""What differs between two snapshots, or between one and now; each row leads to its node."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from explorer.graph.difference import Change, EdgeChange, NodeChange
from explorer.questions.snapshot_diff import Compared
from explorer.questions.snapshot_words import edge_verb
from explorer.ui.dialogs.entry_list import EntryList, under_head
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.sentences import sentence
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import counted, kind_name, number

_WIDTH_PX, _HEIGHT_PX = 760, 430
_MOST = 200  #: rows of one kind; the others are counted


class DifferenceSheet(Sheet):
    """Nodes and links that came, went and changed, and the way to a graph of both."""

    opened = Signal(object)  #: node id
    graph_wanted = Signal(object)  #: Compared

    def __init__(self, window: QWidget, found: Compared) -> None:
        super().__init__("", window, _WIDTH_PX)
        self.title.setText(self.tr("What changed since the snapshot"))
        self.setAccessibleName(self.tr("What changed since the snapshot"))
        self._compared = found
        self._about = label(self._words(), "dim", wraps=True)
        self.view = EntryList(self.tr("What changed since the snapshot"))
        self.view.show_rows(self._rows())
        self.view.setFixedHeight(_HEIGHT_PX)
        self.view.go_to_row(0)
        self.view.node_opened.connect(self._open)
        graph = button(self.tr("Show both as a graph"), "primary")
        graph.clicked.connect(self._show_graph)
        row = QHBoxLayout()
        self.hint = label(self.tr("Enter opens what a row is about."), "dim")
        row.addWidget(self.hint)
        row.addStretch(1)
        row.addWidget(graph)
        for part in (self._about, self.view):
            self.column.addWidget(part)
        self.column.addLayout(row)
        for part in (self.view, self.hint):
            part.setVisible(not found.difference.is_empty)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that are shown."""
        return self.view.entries

    @property
    def words(self) -> str:
        """What is compared, and what came of it."""
        return self._about.text()

    def _words(self) -> str:
        found, before = self._compared, self._compared.before.words
        older = _dated(before.name, before.at)
        other = self.tr("now") if not found.at else _dated(found.name, found.at)
        words = f"{older} → {other}"
        if found.difference.is_empty:
            return " · ".join([words, self.tr("nothing changed")])
        return words

    def _rows(self) -> Iterator[Entry]:
        found = self._compared.difference
        heads = {
            Change.NEW: (self.tr("New"), self.tr("New links")),
            Change.GONE: (self.tr("Gone"), self.tr("Links that are gone")),
            Change.CHANGED: (self.tr("Changed"), self.tr("Links that changed")),
        }
        more = self.tr("… and {n} more")
        for change, (head, _) in heads.items():
            nodes = found.nodes_that(change)
            yield from under_head(head, map(self._node, nodes), len(nodes), _MOST, more)
        for change, (_, head) in heads.items():
            edges = found.edges_that(change)
            yield from under_head(head, map(self._edge, edges), len(edges), _MOST, more)

    def _node(self, node: NodeChange) -> Entry:
        detail = " · ".join(self._said(node))
        now = self._compared.now.get(node.id, 0)
        return Entry(node.name, node=now, kind=node.kind, side=kind_name(node.kind), detail=detail)

    def _said(self, node: NodeChange) -> Iterator[str]:
        if node.into:
            yield self.tr("merged into {name}").format(name=node.into)
        elif node.change is Change.GONE and node.id in self._compared.elsewhere:
            yield self.tr("in the library, not in this view")
        elif node.change is Change.GONE:
            yield self.tr("no longer in the library")
        if node.was:
            yield self.tr("was called {name}").format(name=node.was)
        yield from (self.tr("tag {name} put on").format(name=tag) for tag in node.tags_on)
        yield from (self.tr("tag {name} taken off").format(name=tag) for tag in node.tags_off)
        if node.read[0] != node.read[1]:
            states = self.tr("unread"), self.tr("being read"), self.tr("read")
            yield f"{states[node.read[0]]} → {states[node.read[1]]}"

    def _edge(self, edge: EdgeChange) -> Entry:
        words = sentence(edge.names[0], edge_verb(edge), edge.names[1])
        return Entry(words, node=self._compared.now.get(edge.source, 0), side=self._moved(edge))

    def _moved(self, edge: EdgeChange) -> str:
        if edge.change is not Change.CHANGED:
            return ""
        if edge.sources[0] == edge.sources[1]:
            return f"{edge.weights[0]:.2f} → {edge.weights[1]:.2f}"
        sources = counted(edge.sources[1], self.tr("{n} source"), self.tr("{n} sources"))
        return f"{number(edge.sources[0])} → {sources}"

    @Slot(object)
    def _open(self, node: int) -> None:
        self.opened.emit(node)
        self.close_up()

    @Slot()
    def _show_graph(self) -> None:
        self.close_up()
        self.graph_wanted.emit(self._compared)


def _dated(name: str, at: str) -> str:
    """A snapshot's name with its day, which names that nobody chose begin with."""
    return name if name.startswith(at[:10]) else f"{name} ({at[:10]})"
