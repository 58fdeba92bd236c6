"""Communities are the same from run to run, and stay while little changes."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.compute.communities import (
    NONE,
    Links,
    beside,
    find,
    hues,
    joined,
    renumbered,
    resolution_for,
    shared_methods,
    spread,
    without_small,
)


def nothing(count):
    return np.full(count, NONE, np.int32)


def planted(groups, size, seed=0, inside=6, across=0.3):
    """Links of groups of ``size`` rows: about ``inside`` per row within, ``across`` to elsewhere."""
    chance = np.random.default_rng(seed)
    count = groups * size
    near = chance.integers(0, size, (int(count * inside / 2), 2))
    group = chance.integers(0, groups, len(near))
    far = chance.integers(0, count, (int(count * across), 2))
    ends = np.concatenate([near + group[:, None] * size, far]).astype(np.int32)
    return joined(Links(ends, np.ones(len(ends))), Links(np.zeros((0, 2), np.int32), np.zeros(0)))


def part(links, kept, count):
    """Links among the first ``kept`` rows of a shuffled order, by their old numbers."""
    inside = np.isin(np.arange(count), kept)[links.ends].all(axis=1)
    return Links(links.ends[inside], links.weights[inside])


def test_planted_groups_are_found():
    found = find(200, planted(5, 40), nothing(200), seed=1)
    truth = np.repeat(np.arange(5), 40)
    purity = sum(np.bincount(found[truth == group]).max() for group in range(5)) / 200
    assert purity >= 0.95


def test_the_same_arguments_give_the_same_communities():
    links = planted(6, 30)
    assert np.array_equal(find(180, links, nothing(180), 3), find(180, links, nothing(180), 3))


def test_rows_without_a_link_are_in_no_community():
    links = planted(2, 20)
    found = find(45, links, nothing(45), 1)
    assert (found[40:] == NONE).all() and (found[:40] != NONE).sum() >= 38


def test_without_links_there_are_none():
    empty = Links(np.zeros((0, 2), np.int32), np.zeros(0))
    assert (find(7, empty, nothing(7), 1) == NONE).all()
    assert len(find(0, empty, nothing(0), 1)) == 0


@settings(max_examples=4, deadline=None)
@given(st.integers(0, 1000))
def test_ten_papers_added_to_two_thousand_leave_the_old_where_they_are(seed):
    count, fresh = 2010, 10
    links = planted(25, 81, seed)
    links = part(links, np.arange(count), 25 * 81)
    late = np.random.default_rng(seed).choice(count, fresh, replace=False)
    old = np.setdiff1d(np.arange(count), late)
    before = find(count, part(links, old, count), nothing(count), 1)
    after = find(count, links, before, 1)
    told = old[before[old] != NONE]
    assert (before[told] == after[told]).mean() >= 0.97


@settings(max_examples=30, deadline=None)
@given(st.lists(st.integers(-1, 6), min_size=1, max_size=40), st.randoms(use_true_random=False))
def test_renumbering_keeps_the_groups_and_uses_no_number_twice(labels, chance):
    found = np.array(labels, np.int32)
    before = np.array([chance.choice([-1, 3, 8, 9]) for _ in labels], np.int32)
    out = renumbered(found, before)
    assert ((out == NONE) == (found == NONE)).all()
    pairs = {(one, other) for one, other in zip(found.tolist(), out.tolist(), strict=True) if one != NONE}
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)


def test_a_new_community_takes_a_number_that_none_had():
    found = np.array([0, 0, 0, 1, 1, 1, 1], np.int32)
    before = np.array([5, 5, 5, -1, -1, -1, -1], np.int32)
    assert renumbered(found, before).tolist() == [5, 5, 5, 6, 6, 6, 6]


def test_small_communities_join_the_one_they_are_linked_to():
    ends = np.array([(0, 1), (1, 2), (2, 3), (0, 3), (4, 0), (5, 6)], np.int32)
    links = Links(ends, np.ones(len(ends)))
    out = without_small(np.array([0, 0, 0, 0, 1, 2, 2], np.int32), links, least=3)
    assert out.tolist() == [0, 0, 0, 0, 0, NONE, NONE]


def test_a_method_of_few_papers_links_them_more_than_one_of_many():
    papers = np.array([0, 1, *range(10)], np.int32)
    methods = np.array([7, 7, *[8] * 10], np.int32)
    links = joined(shared_methods(papers, methods), Links(np.zeros((0, 2), np.int32), np.zeros(0)))
    weight = dict(zip(map(tuple, links.ends.tolist()), links.weights.tolist(), strict=True))
    assert weight[(0, 1)] > 5 * weight[(2, 3)]


def test_a_method_of_hundreds_of_papers_links_none():
    assert not len(shared_methods(np.arange(100, dtype=np.int32), np.zeros(100, np.int32)).ends)


def test_methods_join_where_most_of_their_papers_agree():
    links = Links(np.array([(0, 4), (1, 4), (2, 4), (0, 5), (2, 5), (3, 5)], np.int32), np.ones(6))
    known = np.array([1, 1, 1, 2, NONE, NONE], np.int32)
    assert spread(known, links, least=0.7).tolist() == [1, 1, 1, 2, 1, NONE]


def test_a_paper_linked_to_nobody_stands_with_those_around_it_on_the_map():
    places = np.array([(0, 0), (1, 0), (0, 1), (9, 9), (np.nan, np.nan)], np.float32)
    links = beside(places, np.array([0, 4]))
    assert {tuple(sorted(pair)) for pair in links.ends.tolist()} == {(0, 1), (0, 2), (0, 3)}


def test_linked_communities_have_different_hues_and_old_ones_keep_theirs():
    labels = np.array([0, 1, 2, 3], np.int32)
    links = Links(np.array([(0, 1), (1, 2), (2, 3), (0, 3)], np.int32), np.ones(4))
    out = hues(labels, links, {1: 4}, 6)
    assert out[1] == 4
    assert all(out[one] != out[other] for one, other in links.ends.tolist())


@pytest.mark.parametrize("count", [10, 60, 2_600, 12_000, 20_000, 10**7])
def test_the_resolution_is_smooth_and_bounded(count):
    assert 0.8 <= resolution_for(count) <= 4.0
    assert abs(resolution_for(count + 10) - resolution_for(count)) <= 0.06
