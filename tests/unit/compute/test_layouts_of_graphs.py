"""Stress and force layouts: finite, seeded, given places kept, pieces apart."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.compute import force, stress


def arrays(graph):
    ends = np.array(list(graph.edges()), np.int32).reshape(-1, 2)
    return len(graph), ends, np.ones(len(ends), np.float32)


def free(count):
    return np.full((count, 2), np.nan, np.float32)


def place(graph, start=None, seed=0, by=stress.place):
    count, ends, weights = arrays(graph)
    return by(count, ends, weights, free(count) if start is None else start, seed)


def lengths(positions, graph):
    ends = np.array(list(graph.edges()))
    return np.linalg.norm(positions[ends[:, 0]] - positions[ends[:, 1]], axis=1)


def test_a_path_is_drawn_straight_and_a_ring_round():
    path = place(nx.path_graph(5))
    assert np.linalg.norm(path[0] - path[4]) == pytest.approx(lengths(path, nx.path_graph(5)).sum(), rel=0.02)
    ring = place(nx.cycle_graph(12))
    radii = np.linalg.norm(ring - ring.mean(axis=0), axis=1)
    assert radii.std() < 0.05 * radii.mean()


def test_a_typical_edge_is_one_long():
    graph = nx.connected_watts_strogatz_graph(120, 4, 0.1, seed=1)
    assert 0.7 < np.median(lengths(place(graph), graph)) < 1.4


@settings(max_examples=40)
@given(
    count=st.integers(1, 25),
    pairs=st.lists(st.tuples(st.integers(0, 24), st.integers(0, 24)), max_size=60),
    given_rows=st.sets(st.integers(0, 24), max_size=6),
    seed=st.integers(0, 5),
)
def test_any_graph_is_placed_and_given_rows_stay(count, pairs, given_rows, seed):
    ends = np.array([(a % count, b % count) for a, b in pairs], np.int32).reshape(-1, 2)
    start = free(count)
    for row in given_rows:
        start[row % count] = (row, -row / 3)
    kept = np.isfinite(start).all(axis=1)
    weights = np.ones(len(ends), np.float32)
    positions = stress.place(count, ends, weights, start.copy(), seed)
    assert positions.shape == (count, 2)
    assert positions.dtype == np.float32
    assert np.isfinite(positions).all()
    np.testing.assert_array_equal(positions[kept], start[kept])
    again = stress.place(count, ends, weights, start.copy(), seed)
    assert positions.tobytes() == again.tobytes()


def test_pieces_do_not_overlap():
    graph = nx.disjoint_union_all(
        [nx.grid_2d_graph(4, 4), nx.cycle_graph(9), nx.star_graph(5), nx.empty_graph(6)]
    )
    graph = nx.convert_node_labels_to_integers(graph)
    positions = place(graph)
    boxes = [
        (positions[rows].min(axis=0), positions[rows].max(axis=0))
        for rows in (sorted(part) for part in nx.connected_components(graph))
    ]
    for number, (low, high) in enumerate(boxes):
        for other_low, other_high in boxes[number + 1 :]:
            assert (high < other_low).any() or (other_high < low).any()


def test_loose_pieces_stand_clear_of_what_is_given():
    graph = nx.disjoint_union(nx.path_graph(4), nx.cycle_graph(5))
    start = free(9)
    start[:4] = [(0, 0), (1, 0), (2, 0), (3, 0)]
    positions = place(graph, start)
    assert positions[4:, 1].max() < positions[:4, 1].min()


def test_a_new_node_stands_beside_its_neighbours():
    graph = nx.convert_node_labels_to_integers(nx.grid_2d_graph(7, 7))
    positions = place(graph)
    grown = graph.copy()
    grown.add_edges_from([(49, 24), (49, 25)])
    start = np.concatenate([positions, free(1)])
    beside = place(grown, start)[49]
    assert np.linalg.norm(beside - (positions[24] + positions[25]) / 2) < 1.5


def test_heavier_edges_are_shorter():
    graph = nx.path_graph(3)
    count, ends, _ = arrays(graph)
    positions = stress.place(count, ends, np.array([1.0, 0.1], np.float32), free(3), 0)
    first, second = lengths(positions, graph)
    assert first < second


def test_double_and_reversed_edges_and_loops_change_nothing():
    ends = np.array([(0, 1), (1, 2)], np.int32)
    doubled = np.array([(0, 1), (1, 2), (1, 0), (2, 2), (0, 1)], np.int32)
    once = stress.place(3, ends, np.ones(2, np.float32), free(3), 0)
    twice = stress.place(3, doubled, np.ones(5, np.float32), free(3), 0)
    np.testing.assert_array_equal(once, twice)


def test_no_nodes_give_no_places():
    assert stress.place(0, np.zeros((0, 2), np.int32), np.zeros(0, np.float32), free(0), 0).shape == (0, 2)


@pytest.fixture(scope="module")
def large():
    """1,200 nodes in twenty groups, one piece."""
    return nx.connected_caveman_graph(60, 20)


@pytest.fixture(scope="module")
def drawn(large):
    return place(large, by=force.place)


def test_a_large_graph_keeps_its_groups_together(large, drawn):
    groups = drawn.reshape(60, 20, 2)
    within = np.linalg.norm(groups - groups.mean(axis=1, keepdims=True), axis=2).mean()
    between = np.linalg.norm(groups.mean(axis=1) - drawn.mean(axis=0), axis=1).mean()
    assert between > 5 * within
    assert np.median(lengths(drawn, large)) == pytest.approx(1, rel=0.01)


def test_a_large_graph_is_the_same_with_the_same_seed(large, drawn):
    assert place(large, by=force.place).tobytes() == drawn.tobytes()


def test_new_nodes_of_a_large_graph_join_their_group_and_the_others_stay(large, drawn):
    start = drawn.copy()
    fresh = [5, 205, 605]
    start[fresh] = np.nan
    positions = place(large, start, by=force.place)
    kept = np.isfinite(start).all(axis=1)
    np.testing.assert_array_equal(positions[kept], start[kept])
    assert (np.linalg.norm(positions[fresh] - drawn[fresh], axis=1) < 5).all()


def test_a_pinned_node_of_a_large_graph_stays_and_the_rest_comes_along(large):
    start = free(1200)
    start[40] = (100, -50)
    positions = place(large, start, by=force.place)
    assert positions[40].tolist() == [100, -50]
    near = positions[list(large[40])]
    assert np.median(np.linalg.norm(near - positions[40], axis=1)) < 10
