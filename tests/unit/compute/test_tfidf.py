"""Which text of many a short text describes best."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.compute.tfidf import index_words, top_two

TEXTS = [
    "hedges are pruned by the gradient of their shade",
    "robots fold paper cranes with soft grippers",
    "a model of ducks and their calls in three ponds",
    "attention is cheap in long rivers",
]
ALL = np.arange(len(TEXTS))


@pytest.mark.parametrize(("query", "row"), [("pruned hedges", 0), ("DUCKS in ponds", 2), ("long rivers", 3)])
def test_the_text_that_shares_the_rare_words_is_best(query, row):
    [[(best, score, second)]] = top_two(index_words(TEXTS), [query], [ALL])
    assert best == row
    assert 1 >= score > second >= 0


def test_a_text_describes_itself_entirely():
    for row, found in enumerate(top_two(index_words(TEXTS), TEXTS, [ALL])):
        assert found[0][0] == row
        assert found[0][1] == pytest.approx(1, abs=1e-5)


def test_each_group_is_judged_by_itself():
    (found,) = top_two(index_words(TEXTS), ["robots fold hedges"], [np.array([0, 2]), np.array([1])])
    assert [row for row, *_ in found] == [0, 1]
    assert found[1][2] == 0


def test_what_shares_no_word_describes_nothing():
    assert top_two(index_words(TEXTS), ["xyz", ""], [ALL, ALL[:0]]) == [[(-1, 0.0, 0.0)] * 2] * 2


def test_no_texts_and_no_queries_are_no_error():
    assert top_two(index_words([]), ["a word"], [ALL[:0]]) == [[(-1, 0.0, 0.0)]]
    assert top_two(index_words(TEXTS), [], [ALL]) == []


@given(st.lists(st.text(), max_size=6), st.text())
def test_scores_lie_between_nought_and_one(texts, query):
    rows = np.arange(len(texts))
    for row, score, second in (found for [found] in top_two(index_words(texts), [query], [rows])):
        assert -1 <= row < len(texts)
        assert 0 <= second <= score <= 1.0001
