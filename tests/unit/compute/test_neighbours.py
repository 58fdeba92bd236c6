"""Exact neighbours, added ones, and the graph of mutual ones."""

import numpy as np
import pytest

from explorer.compute.neighbours import NOBODY, Nearest, merged, mutual_pairs, nearest


def unit_vectors(count, dim=16, seed=0, clusters=12):
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(clusters, dim))
    vectors = centres[chance.integers(0, clusters, count)] + chance.normal(size=(count, dim))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def own_rows(vectors):
    return np.arange(len(vectors), dtype=np.int32)


def by_sorting_everything(queries, base, k, skip=None):
    scores = queries.astype(np.float64) @ base.astype(np.float64).T
    if skip is not None:
        scores[np.arange(len(queries)), skip] = -np.inf
    return np.argsort(-scores, axis=1, kind="stable")[:, :k]


@pytest.mark.parametrize("count", [5, 700, 3_000])
def test_neighbours_are_those_that_sorting_all_scores_finds(count):
    vectors = unit_vectors(count)
    k = min(4, count - 1)
    found = nearest(vectors, vectors, k, skip=own_rows(vectors))
    np.testing.assert_array_equal(found.rows, by_sorting_everything(vectors, vectors, k, own_rows(vectors)))
    assert (np.diff(found.scores, axis=1) <= 0).all()


def test_a_text_never_finds_itself():
    vectors = np.repeat(unit_vectors(3), 2, axis=0)
    found = nearest(vectors, vectors, 2, skip=own_rows(vectors))
    assert (found.rows != own_rows(vectors)[:, None]).all()
    assert found.rows[:, 0].tolist() == [1, 0, 3, 2, 5, 4]


def test_equal_scores_go_by_row_number():
    base = np.repeat(unit_vectors(1), 2_000, axis=0)
    assert nearest(base[:3], base, 5).rows.tolist() == [[0, 1, 2, 3, 4]] * 3


def test_missing_neighbours_are_nobody():
    vectors = unit_vectors(3)
    found = nearest(vectors, vectors, 4, skip=own_rows(vectors))
    assert (found.rows[:, 2:] == NOBODY).all()
    assert np.isneginf(found.scores[:, 2:]).all()
    assert nearest(vectors, vectors[:0], 2).rows.tolist() == [[NOBODY, NOBODY]] * 3


def test_block_size_does_not_change_the_result(monkeypatch):
    vectors = unit_vectors(900)
    whole = nearest(vectors, vectors, 7)
    monkeypatch.setattr("explorer.compute.neighbours._BLOCK_VALUES", 900 * 13)
    blocks = nearest(vectors, vectors, 7)
    np.testing.assert_array_equal(whole.rows, blocks.rows)
    np.testing.assert_array_equal(whole.scores, blocks.scores)


def test_progress_ends_with_all_queries(monkeypatch):
    monkeypatch.setattr("explorer.compute.neighbours._BLOCK_VALUES", 100 * 40)
    told = []
    nearest(unit_vectors(100), unit_vectors(100), 3, progress=lambda done, total: told.append((done, total)))
    assert told == [(40, 100), (80, 100), (100, 100)]


def test_merging_keeps_the_best_of_both():
    one = Nearest(np.array([[1, 3]], np.int32), np.array([[0.9, 0.5]], np.float32))
    other = Nearest(np.array([[2, NOBODY]], np.int32), np.array([[0.7, -np.inf]], np.float32))
    both = merged(one, other)
    assert both.rows.tolist() == [[1, 2]]
    np.testing.assert_allclose(both.scores, [[0.9, 0.7]], rtol=1e-6)


def test_edges_join_only_rows_that_have_each_other():
    chain = np.array([[np.cos(a), np.sin(a)] for a in (0.0, 0.1, 0.5, 0.6, 2.0)], np.float32)
    found = nearest(chain, chain, 4, skip=own_rows(chain))
    assert mutual_pairs(found, 1, floor=0.0).ends.tolist() == [[0, 1], [2, 3]]


def test_a_hub_does_not_get_all_the_edges():
    rim = np.eye(60) + np.random.default_rng(3).normal(size=(60, 60)) / 100
    vectors = np.concatenate([rim.sum(axis=0, keepdims=True), rim])
    vectors = (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)
    found = nearest(vectors, vectors, 9, skip=own_rows(vectors))
    assert (found.rows[1:, 0] == 0).mean() > 0.9, "the hub is nearly everybody's nearest"
    edges_of_hub = (mutual_pairs(found, 3, floor=-1.0).ends == 0).any(axis=1).sum()
    assert edges_of_hub <= 3


def test_weak_pairs_are_left_out():
    vectors = unit_vectors(200)
    found = nearest(vectors, vectors, 30, skip=own_rows(vectors))
    pairs = mutual_pairs(found, 10, floor=0.8)
    assert len(pairs.ends)
    assert (pairs.scores >= 0.8).all()
    assert len(pairs.ends) < len(mutual_pairs(found, 10, floor=-1.0).ends)


def test_no_rows_make_no_edges():
    nothing = np.zeros((0, 8), np.float32)
    found = nearest(nothing, nothing, 5)
    assert mutual_pairs(found, 3, 0.0).ends.shape == (0, 2)
