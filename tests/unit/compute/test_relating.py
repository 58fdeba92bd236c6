"""A few new texts among many that were compared before."""

from collections import Counter

import numpy as np

from explorer.compute.groups import Group, Means
from explorer.compute.neighbours import NOBODY, Nearest
from explorer.compute.relating import KEPT, Known, edges_of, holds, relate, relate_more
from explorer.compute.similarity import Shipped, Space, Texts

EN, JA = Group("en", "abstract"), Group("ja", "summary")


def texts(count, seed=0):
    chance = np.random.default_rng(seed)
    centres = chance.normal(size=(20, 32))
    rows = centres[chance.integers(0, 20, count)] + chance.normal(size=(count, 32))
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    words = np.zeros((count, 16), np.float32)
    words[np.arange(count), chance.integers(0, 16, count)] = 1
    groups = tuple(JA if number % 3 == 0 else EN for number in range(count))
    return Texts(rows.astype(np.float32), words, groups)


def first(made, count):
    return Texts(made.meaning[:count], made.wording[:count], made.groups[:count])


def shipped():
    return Shipped(Means({}, 32), Means({}, 16), {})


def anew(made, frame):
    found = Space(made, frame, True).neighbours(KEPT)
    return found, edges_of(found)


def same(one, other):
    np.testing.assert_array_equal(one.rows, other.rows)
    np.testing.assert_array_equal(one.scores, other.scores)


def kept_of(related, total, without=()):
    """What is known of rows: neighbours of the first ones, without those in lists of which a row is gone."""
    rows = np.full((total, KEPT), NOBODY, np.int32)
    scores = np.full((total, KEPT), -np.inf, np.float32)
    old = len(related.found.rows)
    rows[:old], scores[:old] = related.found.rows[:, :KEPT], related.found.scores[:, :KEPT]
    fresh = np.array(sorted({*range(old, total), *without}), np.int32)
    lost = np.isin(rows, np.array(without, np.int32)).any(axis=1) if len(without) else np.zeros(total, bool)
    stale = np.union1d(fresh, np.flatnonzero(lost)).astype(np.int32)
    return Known(Nearest(rows, scores), fresh, stale)


def test_ten_new_texts_give_what_starting_anew_in_the_same_frame_gives():
    made = texts(410)
    related = relate(first(made, 400), shipped(), 90)
    found, of_stale, pairs = relate_more(made, related.frame, kept_of(related, 410), 90)
    expected, expected_pairs = anew(made, related.frame)
    same(found, expected)
    np.testing.assert_array_equal(pairs.ends, expected_pairs.ends)
    np.testing.assert_array_equal(pairs.scores, expected_pairs.scores)
    assert of_stale.rows.shape == (10, 90)


def test_texts_that_changed_are_found_where_they_stand_now():
    made, later = texts(300), texts(300, 9)
    related = relate(made, shipped(), 90)
    changed = [4, 150, 299]
    meaning = made.meaning.copy()
    meaning[changed] = later.meaning[changed]
    now = Texts(meaning, made.wording, made.groups)
    found, _, pairs = relate_more(now, related.frame, kept_of(related, 300, changed), 90)
    expected, expected_pairs = anew(now, related.frame)
    same(found, expected)
    np.testing.assert_array_equal(pairs.ends, expected_pairs.ends)


def test_nothing_new_changes_nothing():
    made = texts(120)
    related = relate(made, shipped(), 90)
    found, of_stale, pairs = relate_more(made, related.frame, kept_of(related, 120), 90)
    np.testing.assert_array_equal(found.rows, related.found.rows[:, :KEPT])
    np.testing.assert_array_equal(pairs.ends, related.pairs.ends)
    assert len(of_stale.rows) == 0


def test_a_frame_serves_until_one_text_in_twenty_has_moved():
    before = Counter({EN: 9000, JA: 1000})
    assert holds(before, before + Counter({EN: 10}), 10)
    assert holds(before, before + Counter({EN: 400}), 400)
    assert not holds(before, before + Counter({EN: 470}), 470)
    assert not holds(before, before + Counter({JA: 70}), 70), "few in all, many of their language"
    assert not holds(before, before, 600), "as many came as went"
    assert not holds(before, before + Counter({Group("zh", "title"): 1}), 1), "no scale for this language"
    assert holds(before, before + Counter({Group("en", "title"): 5}), 5)
    assert not holds(Counter({EN: 500}), Counter({EN: 501}), 1), "quickly made anew"


def test_a_text_that_stands_apart_keeps_its_nearest_and_a_crowd_does_not_gain():
    scores = np.array([[5.0, 4.0, 3.4], [5.0, 4.5, 3.0], [4.5, 4.0, 2.6], [3.4, 3.0, 2.6]], np.float32)
    rows = np.array([[1, 2, 3], [0, 2, 3], [1, 0, 3], [0, 1, 2]], np.int32)
    assert edges_of(Nearest(rows, scores)).ends.tolist() == [[0, 1], [0, 2], [0, 3], [1, 2], [1, 3]]
    apart = Nearest(np.array([[1], [0]], np.int32), np.array([[2.4], [2.4]], np.float32))
    assert len(edges_of(apart).ends) == 0, "below what eight random pairs in a thousand reach"
