"""Mutual nearest-neighbour overlap of two engines."""

import numpy as np
import pytest

from explorer.compute.compare import overlap


def vectors(count, dim, seed):
    made = np.random.default_rng(seed).normal(size=(count, dim))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def test_an_engine_agrees_with_itself_turned_round():
    one = vectors(80, 16, 1)
    turned = one @ np.linalg.qr(np.random.default_rng(2).normal(size=(16, 16)))[0].astype(np.float32)
    found = overlap(one, turned, 10)
    assert (found.mean, found.low, found.high) == (1.0, 1.0, 1.0)


def test_engines_that_know_nothing_of_each_other_agree_by_chance():
    found = overlap(vectors(400, 16, 1), vectors(400, 16, 2), 10)
    assert found.chance == pytest.approx(10 / 399)
    assert found.low <= found.chance <= found.high
    assert found.low < found.mean < found.high


def test_a_share_is_the_intersection_divided_by_k():
    one = np.eye(5, dtype=np.float32) + np.array([[0, 3, 2, 1, 0]] * 5, np.float32) * 0.1
    other = np.eye(5, dtype=np.float32) + np.array([[0, 3, 0, 1, 2]] * 5, np.float32) * 0.1
    found = overlap(one, other, 2)
    expected = [
        len(set(a) & set(b)) / 2 for a, b in zip(found.one.tolist(), found.other.tolist(), strict=True)
    ]
    assert found.shares.tolist() == expected and 0 < found.mean < 1


def test_of_many_papers_some_are_asked_and_k_is_never_more_than_there_are():
    found = overlap(vectors(4000, 8, 1), vectors(4000, 8, 2), 5)
    assert 100 <= len(found.asked) == 2000 and found.one.shape == (2000, 5)
    assert overlap(vectors(3, 4, 1), vectors(3, 4, 2), 10).one.shape == (3, 2)
