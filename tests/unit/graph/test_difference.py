"""What differs between two graphs, and both of them in one view."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.compared import COLUMN, compared_view
from explorer.graph.difference import Change, Side, difference
from explorer.graph.view import GraphView


def side(nodes, edges=(), same=None, tags=None, read=None):
    """Of {id: name} and (source, target, verb, weight, sources); a verb "" is a computed edge."""
    ids = sorted(nodes)
    rows = [(ids.index(a), ids.index(b)) for a, b, *_ in edges]
    labels = ("asserted", "similar")
    graph = GraphView(
        np.array(ids, np.int64),
        np.ones(len(ids), np.uint8),
        tuple(nodes[node] for node in ids),
        np.array(rows, np.int32).reshape(-1, 2),
        np.array([0 if verb else 1 for _, _, verb, *_ in edges], np.uint8),
        labels,
        tuple(verb for _, _, verb, *_ in edges),
        np.array([weight for *_, weight, _ in edges], np.float32),
        np.array([sources for *_, sources in edges], np.int32),
        {"read_state": np.array([(read or {}).get(node, 0) for node in ids], np.uint8)},
    )
    return Side(graph, [(same or {}).get(node, node) for node in ids], tags or {})


A = side({1: "one", 2: "two", 3: "three"}, [(1, 2, "builds_on", 1.0, 1), (2, 3, "", 0.5, 0)])


def told(found):
    return [(node.change.name, node.id, node.name) for node in found.nodes]


def test_nodes_and_edges_that_come_go_and_change_are_told():
    after = side(
        {1: "One", 2: "two", 4: "four"},
        [(1, 2, "builds_on", 1.0, 2), (2, 4, "", 0.7, 0)],
        tags={2: ("hot",)},
        read={2: 2},
    )
    found = difference(A, after)
    assert told(found) == [
        ("NEW", 4, "four"),
        ("GONE", 3, "three"),
        ("CHANGED", 1, "One"),
        ("CHANGED", 2, "two"),
    ]
    assert found.nodes[2].was == "one" and (found.nodes[3].tags_on, found.nodes[3].read) == (("hot",), (0, 2))
    assert [(e.change.name, e.source, e.target) for e in found.edges] == [
        ("NEW", 2, 4),
        ("GONE", 2, 3),
        ("CHANGED", 1, 2),
    ]
    assert found.edges[2].sources == (1, 2)


def test_a_computed_edge_changes_by_its_weight_a_stated_one_by_its_sources():
    def with_weight(weight, stated):
        return side({1: "a", 2: "b"}, [(1, 2, "", weight, 0), (1, 2, "uses", stated, 1)])

    assert difference(with_weight(0.5, 0.5), with_weight(0.505, 0.9)).is_empty
    (edge,) = difference(with_weight(0.5, 1), with_weight(0.6, 1)).edges
    assert edge.kind == "similar" and edge.weights[1] > edge.weights[0]


def test_what_was_merged_into_another_is_gone_into_that_and_its_edges_are_the_others():
    after = side({1: "one", 2: "two"}, [(1, 2, "builds_on", 1.0, 1)])
    before = side({1: "one", 2: "two", 3: "three"}, [(3, 2, "builds_on", 1.0, 1), (1, 3, "", 1.0, 0)], {3: 1})
    found = difference(before, after)
    assert told(found) == [("GONE", 3, "three")] and found.nodes[0].into == "one"
    assert not found.edges


def test_a_node_with_another_number_is_the_same():
    before = side({1: "one", 3: "three"}, [(1, 3, "uses", 1.0, 1)], {3: 8})
    after = side({1: "one", 8: "three"}, [(1, 8, "uses", 1.0, 1)])
    assert difference(before, after).is_empty


def test_both_in_one_view_say_what_became_of_each_and_keep_ids_ascending():
    before = side({1: "one", 2: "two", 5: "old"}, [(1, 5, "uses", 1.0, 1)], {5: -1})
    after = side({1: "one", 2: "TWO", 5: "other"}, [(2, 5, "uses", 1.0, 1)])
    view = compared_view(before, after, difference(before, after))
    states = dict(zip(view.names, view.columns[COLUMN].tolist(), strict=True))
    assert states == {"old": Change.GONE, "one": Change.SAME, "TWO": Change.CHANGED, "other": Change.NEW}
    assert (np.diff(view.ids) > 0).all() and view.ids[0] < 0
    joined = {(view.names[a], view.names[b]) for a, b in view.ends.tolist()}
    assert joined == {("TWO", "other"), ("one", "old")}


SIDES = st.builds(
    lambda nodes, pairs: side(
        {node: f"n{node}" for node in nodes},
        [(a, b, "uses", 1.0, 1) for a, b in sorted(pairs) if a in nodes and b in nodes and a != b],
    ),
    st.sets(st.integers(1, 9), min_size=1),
    st.sets(st.tuples(st.integers(1, 9), st.integers(1, 9))),
)


@given(SIDES)
def test_nothing_differs_from_itself(one):
    assert difference(one, one).is_empty


@given(SIDES, SIDES)
def test_what_is_new_one_way_is_gone_the_other_and_the_compared_view_holds_both(one, two):
    there, back = difference(one, two), difference(two, one)
    for left, right in ((there, back), (back, there)):
        assert {n.id for n in left.nodes_that(Change.NEW)} == {n.id for n in right.nodes_that(Change.GONE)}
        ends = [
            {(e.source, e.target) for e in x.edges_that(c)}
            for x, c in ((left, Change.NEW), (right, Change.GONE))
        ]
        assert ends[0] == ends[1]
    view = compared_view(one, two, there)
    assert set(view.ids.tolist()) == {*one.graph.ids.tolist(), *two.graph.ids.tolist()}
    assert len(view.ends) == len(two.graph.ends) + len(there.edges_that(Change.GONE))
