"""Papers are ranked by marked ones: what they mean, and what they have."""

import numpy as np
import pytest
from scipy import sparse

from explorer.compute.more_like import MoreLike, Traits

NONE = np.zeros(0, np.int64)


@pytest.fixture
def traits():
    """Six groups of 30 papers, told apart by a direction and by two terms; a term that all have."""
    chance = np.random.default_rng(3)
    group = np.repeat(np.arange(6), 30)
    meaning = chance.normal(0, 1, (180, 24))
    meaning[np.arange(180), group] += 2.0
    meaning /= np.linalg.norm(meaning, axis=1, keepdims=True)
    marks = np.zeros((180, 13))
    marks[:, 12] = 1
    for term in range(12):
        marks[:, term] = (group == term // 2) & (chance.random(180) < 0.6)
    return Traits(meaning.astype(np.float32), sparse.csr_matrix(marks), np.full(180, 50.0))


def top(scores, without, k=20):
    scores = scores.copy()
    scores[without] = -np.inf
    return np.argsort(-scores, kind="stable")[:k]


def test_the_first_papers_are_of_the_group_of_the_marked_ones_more_often_than_nearest_neighbours(traits):
    more = np.arange(30, 35)
    found = top(MoreLike(traits).rank(more, NONE).scores, more)
    plain = top((traits.meaning @ traits.meaning[more].T).sum(axis=1), more)
    ours, theirs = (np.mean((rows >= 30) & (rows < 60)) for rows in (found, plain))
    assert ours >= 0.9 and ours > theirs


def test_what_all_papers_have_counts_nothing(traits):
    weights = MoreLike(traits).rank(np.arange(30, 40), NONE).weights
    assert weights[12] == 0
    assert np.flatnonzero(weights > 0.2).tolist() == [2, 3]


def test_papers_that_are_not_meant_push_their_kind_down(traits):
    more, less = np.array([0, 1, 2, 30, 31, 32]), np.array([33, 34, 35])
    without = np.concatenate([more, less])
    before = top(MoreLike(traits).rank(more, NONE).scores, without)
    after = top(MoreLike(traits).rank(more, less).scores, without)
    assert np.sum((after >= 30) & (after < 60)) < np.sum((before >= 30) & (before < 60))


def test_marked_papers_of_one_kind_are_found_again_and_strays_are_not(traits):
    alike = MoreLike(traits).found_again(np.arange(0, 10), NONE)
    strays = MoreLike(traits).found_again(np.array([0, 31, 62, 93, 124, 155]), NONE)
    assert np.median(alike) < 20 and (alike < 45).all()
    assert np.median(strays) > 45
    assert MoreLike(traits).found_again(np.array([4]), NONE).tolist() == [0]


def test_the_same_marks_give_the_same_bytes(traits):
    one = MoreLike(traits).rank(np.arange(5), np.array([40]))
    assert one.scores.tobytes() == MoreLike(traits).rank(np.arange(5), np.array([40])).scores.tobytes()


def test_papers_without_vectors_or_marks_are_ranked_without_a_warning():
    empty = Traits(np.zeros((4, 3), np.float32), sparse.csr_matrix((4, 0)), np.zeros(4))
    assert np.isfinite(MoreLike(empty).rank(np.array([0]), np.array([1])).scores).all()
