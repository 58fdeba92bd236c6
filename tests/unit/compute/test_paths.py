"""The k best paths: the same as networkx finds, without loops, cheapest first, past hubs."""

import itertools

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.compute.paths import Want, best_paths, hub_cost, trust_cost

NODES = 7


@st.composite
def graphs(draw):
    """(ends, edge costs, node costs, want) of small graphs with loops and parallel edges."""
    node = st.integers(0, NODES - 1)
    ends = draw(st.lists(st.tuples(node, node), max_size=16))
    costs = draw(st.lists(st.integers(1, 9), min_size=len(ends), max_size=len(ends)))
    crowd = draw(st.lists(st.integers(0, 5), min_size=NODES, max_size=NODES))
    source, target = draw(st.permutations(range(NODES)))[:2]
    return (
        np.array(ends, np.int64).reshape(-1, 2),
        np.array(costs, np.float64),
        np.array(crowd, np.float64),
        Want(source, target, draw(st.integers(1, 6))),
    )


def as_networkx(ends, costs, crowd, target):
    """A directed graph whose edges cost what entering their heads costs as well."""
    graph = nx.DiGraph()
    graph.add_nodes_from(range(NODES))
    for (a, b), cost in zip(ends.tolist(), costs.tolist(), strict=True):
        for tail, head in ((a, b), (b, a)):
            whole = cost + (0.0 if head == target else crowd[head])
            if tail != head and whole < graph.get_edge_data(tail, head, {"cost": np.inf})["cost"]:
                graph.add_edge(tail, head, cost=whole)
    return graph


@given(graphs())
@settings(max_examples=300, deadline=None)
def test_paths_cost_what_those_of_networkx_cost(given_graph):
    ends, costs, crowd, want = given_graph
    found = best_paths(ends, costs, crowd, want)
    graph = as_networkx(ends, costs, crowd, want.target)
    try:
        others = nx.shortest_simple_paths(graph, want.source, want.target, weight="cost")
        expected = [nx.path_weight(graph, path, "cost") for path in itertools.islice(others, want.count)]
    except nx.NetworkXNoPath:
        expected = []
    assert [path.cost for path in found] == pytest.approx(expected)


@given(graphs())
@settings(max_examples=200, deadline=None)
def test_paths_have_no_loops_and_rise_in_cost_and_walk_their_edges(given_graph):
    ends, costs, crowd, want = given_graph
    found = best_paths(ends, costs, crowd, want)
    assert len({path.nodes for path in found}) == len(found)
    assert [path.cost for path in found] == sorted(path.cost for path in found)
    for path in found:
        assert len(set(path.nodes)) == len(path.nodes)
        assert (path.nodes[0], path.nodes[-1]) == (want.source, want.target)
        for row, a, b in zip(path.edges, path.nodes[:-1], path.nodes[1:], strict=True):
            assert {a, b} == set(ends[row].tolist())
        passed = sum(crowd[node] for node in path.nodes[1:-1])
        assert path.cost == pytest.approx(sum(costs[list(path.edges)]) + passed)


def test_a_hub_is_gone_round_by_a_longer_way():
    # 0 - 1 - 4 leads through a node with many others; 0 - 2 - 3 - 4 through quiet ones
    spokes = [(1, node) for node in range(5, 60)]
    ends = np.array([(0, 1), (1, 4), (0, 2), (2, 3), (3, 4), *spokes], np.int64)
    degree = np.bincount(ends.ravel())
    costs = trust_cost(np.full(len(ends), 0.8))
    first, second = best_paths(ends, costs, hub_cost(degree), Want(0, 4, 5))
    assert first.nodes == (0, 2, 3, 4)
    assert second.nodes == (0, 1, 4)


def test_what_is_trusted_more_costs_less():
    costs = trust_cost(np.array([1.0, 0.9, 0.5, 0.0]))
    assert costs[0] == 1.0
    assert (np.diff(costs) > 0).all() and np.isfinite(costs).all()


def test_no_way_and_one_place_give_no_path():
    ends = np.array([(0, 1), (2, 3)], np.int64)
    assert best_paths(ends, np.ones(2), np.zeros(4), Want(0, 3, 3)) == []
    assert best_paths(ends, np.ones(2), np.zeros(4), Want(1, 1, 3)) == []
    assert best_paths(np.zeros((0, 2), np.int64), np.zeros(0), np.zeros(2), Want(0, 1, 3)) == []
