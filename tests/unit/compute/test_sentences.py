"""The pair of sentences that says why two papers are alike."""

import numpy as np
import pytest

from explorer.compute.groups import Group, Means
from explorer.compute.sentences import best_pair, needed
from explorer.compute.similarity import Shipped, Space, Texts

DIM = 64


def texts(rows, language="en"):
    rows = np.atleast_2d(np.asarray(rows, np.float32))
    rows = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    empty = np.zeros((len(rows), 0), np.float32)
    return Texts(rows.astype(np.float32), empty, (Group(language, "summary"),) * len(rows))


def shipped():
    return Shipped(Means({}, DIM), Means({}, 0), {})


@pytest.fixture
def chance():
    return np.random.default_rng(3)


@pytest.fixture(scope="module")
def crowd():
    return Space(texts(np.random.default_rng(5).normal(size=(100, DIM))), shipped())


def test_a_sentence_and_its_rewording_are_found_among_others(crowd, chance):
    one, other = chance.normal(size=(6, DIM)), chance.normal(size=(8, DIM))
    other[5] = one[2] + 0.3 * chance.normal(size=DIM)
    found = best_pair(crowd, texts(one), texts(other))
    assert (found.one, found.other) == (2, 5)
    assert found.percentile >= needed(48)
    assert found.score > 3


def test_sentences_that_have_nothing_in_common_are_no_reason(crowd):
    chance = np.random.default_rng(11)
    taken = [
        best_pair(crowd, texts(chance.normal(size=(6, DIM))), texts(chance.normal(size=(8, DIM))))
        for _ in range(100)
    ]
    assert sum(pair is not None for pair in taken) <= 12, "five in a hundred by chance"


def test_what_many_papers_say_gives_way_to_what_two_say(chance):
    phrase = chance.normal(size=DIM)
    rows = chance.normal(size=(100, DIM))
    rows[:3] = phrase + 0.1 * chance.normal(size=(3, DIM))
    crowd = Space(texts(rows), shipped())
    one, other = chance.normal(size=(4, DIM)), chance.normal(size=(4, DIM))
    one[3], other[0] = phrase + 0.1 * chance.normal(size=DIM), phrase + 0.1 * chance.normal(size=DIM)
    other[2] = one[1] + 0.5 * chance.normal(size=DIM)
    found = best_pair(crowd, texts(one), texts(other))
    assert (found.one, found.other) == (1, 2)
    assert best_pair(crowd, texts(one[3]), texts(other[0])) is None, "alone it is no reason either"


def test_more_pairs_need_a_higher_percentile_and_one_needs_the_ninety_fifth():
    assert needed(1) == 95
    assert 99 < needed(16) < needed(64) < 100


def test_papers_without_sentences_have_no_pair(crowd):
    nothing = Texts(np.zeros((0, DIM), np.float32), np.zeros((0, 0), np.float32), ())
    assert best_pair(crowd, nothing, texts(np.ones(DIM))) is None
    assert best_pair(crowd, texts(np.ones(DIM)), nothing) is None


def test_two_languages_are_compared_on_a_scale_of_their_own(chance):
    """All texts of a language share a part: without its mean they would be alike within, not across."""
    base = {"en": 5 * chance.normal(size=DIM), "ja": 5 * chance.normal(size=DIM)}
    rows = [base[lang] + chance.normal(size=DIM) for lang in ("en", "ja") for _ in range(100)]
    groups = (Group("en", "summary"),) * 100 + (Group("ja", "summary"),) * 100
    made = texts(rows)
    crowd = Space(Texts(made.meaning, made.wording, groups), shipped())
    topic = 2 * chance.normal(size=DIM)
    one = texts([base["en"] + topic, base["en"] + chance.normal(size=DIM)])
    other = texts([base["ja"] + chance.normal(size=DIM), base["ja"] + topic], "ja")
    found = best_pair(crowd, one, other)
    assert (found.one, found.other) == (0, 1)
