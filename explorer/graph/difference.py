"""Difference of two graphs: nodes and edges that came, went and changed. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import TypeAlias

import numpy as np

from explorer.edges import EDGES
from explorer.graph.view import GraphView
from explorer.model import NodeKind

EdgeKey: TypeAlias = tuple[int, int, str, str]  #: two nodes, kind, verb

WEIGHT_STEP = 0.01  #: a computed edge that changed by less is the same


class Change(IntEnum):
    """What became of a node or an edge; the number in the column "change" of a compared view."""

    SAME = 0
    NEW = 1
    GONE = 2
    CHANGED = 3


@dataclass(frozen=True, slots=True, eq=False)
class Side:
    """Attributes:
    graph: One of the two.
    same: N numbers: rows of either graph with the same number are one thing.
    tags: Node id -> names of the tags on it.
    """

    graph: GraphView
    same: Sequence[int]
    tags: Mapping[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class NodeChange:
    """Attributes:
    change: NEW, GONE or CHANGED.
    id: In the later graph, of what is gone in the earlier one.
    was: Its earlier name, where that was another.
    into: Name of the node that it was merged into.
    tags_on, tags_off: Tags that it carries now, or no longer.
    read: Read states before and after: 0 unread, 1 being read, 2 read.
    """

    change: Change
    id: int
    name: str
    kind: NodeKind
    was: str = ""
    into: str = ""
    tags_on: tuple[str, ...] = ()
    tags_off: tuple[str, ...] = ()
    read: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class EdgeChange:
    """Attributes:
    change: NEW, GONE or CHANGED.
    source, target: Ids in the later graph, of what is gone in the earlier one.
    names: Of both.
    weights, sources: Before and after, where it changed; how many sources stand behind it.
    """

    change: Change
    source: int
    target: int
    names: tuple[str, str]
    kind: str
    predicate: str
    weights: tuple[float, float] = (0.0, 0.0)
    sources: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Difference:
    """Nodes by what became of them and by name, edges likewise by the names of their ends."""

    nodes: tuple[NodeChange, ...]
    edges: tuple[EdgeChange, ...]

    @property
    def is_empty(self) -> bool:
        return not self.nodes and not self.edges

    def nodes_that(self, change: Change) -> tuple[NodeChange, ...]:
        return tuple(node for node in self.nodes if node.change is change)

    def edges_that(self, change: Change) -> tuple[EdgeChange, ...]:
        return tuple(edge for edge in self.edges if edge.change is change)


@dataclass(frozen=True, slots=True)
class Matched:
    """Rows of two graphs: pairs that are one thing, and those that only one of them has."""

    pairs: tuple[tuple[int, int], ...]
    gone: tuple[int, ...]
    new: tuple[int, ...]


def matched(before: Side, after: Side) -> Matched:
    """Which rows are one thing. Of several rows with one number, those with the same id go together first."""
    rows: dict[int, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, numbers in enumerate((before.same, after.same)):
        for row, number in enumerate(numbers):
            rows[number][side].append(row)
    pairs: list[tuple[int, int]] = []
    gone: list[int] = []
    new: list[int] = []
    for left, right in rows.values():
        there = {int(after.graph.ids[row]): row for row in right}
        one = [(row, there[node]) for row in left if (node := int(before.graph.ids[row])) in there]
        rest = [row for row in left if row not in {a for a, _ in one}]
        free = [row for row in right if row not in {b for _, b in one}]
        pairs += [*one, *zip(rest, free, strict=False)]
        gone += rest[len(free) :]
        new += free[len(rest) :]
    return Matched(tuple(sorted(pairs)), tuple(sorted(gone)), tuple(sorted(new)))


def difference(before: Side, after: Side) -> Difference:
    """What came, went and changed from one graph to the other; places and sizes do not count."""
    rows = matched(before, after)
    nodes = sorted(_nodes(before, after, rows), key=lambda n: (n.change, n.kind, n.name.casefold(), n.id))
    edges = sorted(
        _edges(before, after),
        key=lambda e: (e.change, [name.casefold() for name in e.names], e.kind, e.predicate),
    )
    return Difference(tuple(nodes), tuple(edges))


def _nodes(before: Side, after: Side, rows: Matched) -> Iterator[NodeChange]:
    names = dict(zip(after.same, after.graph.names, strict=True))
    for row in rows.new:
        yield _node(Change.NEW, after, row)
    for row in rows.gone:
        into = names.get(before.same[row], "")
        node = _node(Change.GONE, before, row)
        yield NodeChange(node.change, node.id, node.name, node.kind, into=into)
    reads = _read_states(before.graph), _read_states(after.graph)
    for row, now in rows.pairs:
        was, name = before.graph.names[row], after.graph.names[now]
        had = frozenset(before.tags.get(int(before.graph.ids[row]), ()))
        has = frozenset(after.tags.get(int(after.graph.ids[now]), ()))
        read = reads[0][row], reads[1][now]
        if was != name or had != has or read[0] != read[1]:
            node = _node(Change.CHANGED, after, now)
            more = "" if was == name else was, "", tuple(sorted(has - had)), tuple(sorted(had - has)), read
            yield NodeChange(node.change, node.id, name, node.kind, *more)


def _node(change: Change, side: Side, row: int) -> NodeChange:
    kind = NodeKind(int(side.graph.kinds[row]))
    return NodeChange(change, int(side.graph.ids[row]), side.graph.names[row], kind)


def _read_states(graph: GraphView) -> list[int]:
    states = graph.columns.get("read_state")
    return [0] * len(graph.ids) if states is None else np.asarray(states, np.int64).tolist()


def edge_rows(side: Side) -> dict[EdgeKey, int]:
    """Edges by what they join and say; those within one thing, since a merge, are none."""
    graph, found = side.graph, dict[EdgeKey, int]()
    kinds = [graph.edge_labels[kind] for kind in graph.edge_kinds.tolist()]
    for row, (source, target) in enumerate(graph.ends.tolist()):
        ends = side.same[source], side.same[target]
        if kinds[row] in EDGES and not EDGES[kinds[row]].directed:
            ends = min(ends), max(ends)  # stored by number, which is another one after a merge
        if ends[0] != ends[1]:
            found.setdefault((*ends, kinds[row], graph.predicates[row]), row)
    return found


def _edges(before: Side, after: Side) -> Iterator[EdgeChange]:
    left, right = edge_rows(before), edge_rows(after)
    for key, row in right.items():
        if key not in left:
            yield _edge(Change.NEW, after, row)
    for key, row in left.items():
        if key not in right:
            yield _edge(Change.GONE, before, row)
        else:
            now = right[key]
            sources = int(before.graph.sources[row]), int(after.graph.sources[now])
            weights = float(before.graph.weights[row]), float(after.graph.weights[now])
            is_computed = not any(sources)
            if sources[0] != sources[1] or (is_computed and abs(weights[1] - weights[0]) >= WEIGHT_STEP):
                yield _edge(Change.CHANGED, after, now, (weights, sources))


def _edge(
    change: Change,
    side: Side,
    row: int,
    moved: tuple[tuple[float, float], tuple[int, int]] = ((0.0, 0.0), (0, 0)),
) -> EdgeChange:
    graph = side.graph
    source, target = graph.ends[row].tolist()
    kind = graph.edge_labels[int(graph.edge_kinds[row])]
    ends = int(graph.ids[source]), int(graph.ids[target])
    names = graph.names[source], graph.names[target]
    return EdgeChange(change, *ends, names, kind, graph.predicates[row], *moved)
