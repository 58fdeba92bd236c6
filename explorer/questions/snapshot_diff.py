"""What differs between two snapshots, or between one and what its view shows now."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from explorer.graph.build import build_view
from explorer.graph.compared import compared_view
from explorer.graph.difference import Change, Difference, Side, difference
from explorer.graph.parts import nodes_among
from explorer.graph.view import GraphView
from explorer.questions.snapshots import NOW, Opened, open_snapshot
from explorer.store import Reader
from explorer.store.saved_views import folded
from explorer.store.snapshots import tag_names_on


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """Attributes:
    before: The earlier one.
    name: Of the other snapshot, or "now".
    at: ISO time of that, "" now.
    difference: What came, went and changed.
    view: Both in one, with the column "change".
    elsewhere: Ids of what went from the view and is still in the library.
    now: Node of the view -> the node of the library that it is now.
    """

    before: Opened
    name: str
    at: str
    difference: Difference
    view: GraphView
    elsewhere: frozenset[int] = field(default_factory=frozenset)
    now: Mapping[int, int] = field(default_factory=dict)


def compare_snapshots(reader: Reader, name: str, other: str = NOW) -> Compared:
    """What became of a snapshot in another one, or in what its view asks for now."""
    before = open_snapshot(reader, name)
    numbers = _Numbers()
    left = numbers.side(before)
    if folded(other) == NOW:
        graph = _view_now(reader, before)
        right = Side(graph, graph.ids.tolist(), tag_names_on(reader, graph.ids.tolist()))
        said, there = (NOW, ""), {node: node for node in right.same}
    else:
        after = open_snapshot(reader, other)
        right, said = numbers.side(after), (after.words.name, after.words.at)
        there = dict(after.now)
    found = difference(left, right)
    gone = {node.id for node in found.nodes_that(Change.GONE) if not node.into}
    elsewhere = frozenset(gone & set(before.now))
    now = {then: node for then, node in before.now.items() if right.graph.row_of(then) < 0} | there
    return Compared(before, *said, found, compared_view(left, right, found), elsewhere, now)


def _view_now(reader: Reader, before: Opened) -> GraphView:
    """What its view asks for now.

    Where there is not room for all within reach, what was shown gives way to nothing, and just what came to
    the library since stands beside it: other ranks alone are no change.
    """
    query = before.view.query
    found = build_view(reader, query)
    stay = frozenset(before.now.values())
    if not found.left_out:
        return found
    stay |= {node for node in found.ids.tolist() if node > before.kept.last}
    wide = build_view(reader, replace(query, limit=max(query.limit, len(stay))), sorted(stay))
    return nodes_among(wide, stay)


class _Numbers:
    """The same number for what is one thing: its id today, or one below zero for what is gone."""

    def __init__(self) -> None:
        self._lost: dict[tuple[int, str], int] = {}

    def side(self, opened: Opened) -> Side:
        """A snapshot with the numbers of its rows."""
        graph, keys = opened.kept.graph, opened.kept.keys
        same: list[int] = []
        for row, (node, kind) in enumerate(zip(graph.ids.tolist(), graph.kinds.tolist(), strict=True)):
            lost = kind, keys[row] or graph.names[row]
            now = opened.now.get(node, 0)
            same.append(now or self._lost.setdefault(lost, -1 - len(self._lost)))
        return Side(graph, same, opened.kept.tags)
