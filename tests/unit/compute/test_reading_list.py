"""A reading list covers a selection: greedy, lazy, and as good as it promises."""

from itertools import combinations

import numpy as np
import pytest
from scipy import sparse

from explorer.compute.reading_list import Field, cover

NONE = np.zeros(0, np.int64)


def field(count, seed=0, methods=8):
    chance = np.random.default_rng(seed)
    meaning = chance.normal(size=(count, 6))
    meaning /= np.linalg.norm(meaning, axis=1, keepdims=True)
    table = (chance.random((count, methods)) < 0.2).astype(float)
    lengths = np.linalg.norm(table, axis=1, keepdims=True)
    rows = sparse.csr_matrix((table / np.where(lengths > 0, lengths, 1)).astype(np.float32))
    return Field(meaning.astype(np.float32), rows)


def value(made, rows):
    meaning = np.maximum(made.meaning @ made.meaning.T, 0)
    table = 0.7 * meaning + 0.3 * (made.methods @ made.methods.T).toarray()
    return table[:, list(rows)].max(axis=1).sum() / np.diag(table).sum()


@pytest.mark.parametrize("seed", range(5))
def test_three_of_twelve_reach_nearly_the_best_three(seed):
    made = field(12, seed)
    found = cover(made, 3, NONE)
    best = max(value(made, rows) for rows in combinations(range(12), 3))
    assert value(made, found.picks) >= (1 - 1 / np.e) * best
    assert found.gains.sum() == pytest.approx(value(made, found.picks), abs=1e-5)


def test_lazy_evaluation_picks_what_plain_greed_picks():
    made = field(60, 4)
    picks = []
    for _ in range(8):
        rest = [row for row in range(60) if row not in picks]
        picks.append(max(rest, key=lambda row: (round(value(made, [*picks, row]), 6), -row)))
    assert cover(made, 8, NONE).picks.tolist() == picks


def test_gains_never_grow_and_all_papers_together_cover_everything():
    found = cover(field(30), 99, NONE)
    assert len(found.picks) == 30 and found.gains.sum() == pytest.approx(1.0, abs=1e-5)
    assert (np.diff(found.gains) <= 1e-6).all()


def test_each_paper_is_nearest_to_one_pick_a_pick_to_itself():
    found = cover(field(40), 5, NONE)
    assert found.nearest[found.picks].tolist() == [0, 1, 2, 3, 4]


def test_what_was_read_counts_as_covered_and_is_not_picked_again():
    made = field(40)
    first = cover(made, 3, NONE)
    later = cover(made, 3, first.picks)
    assert not set(later.picks) & set(first.picks)
    assert later.known == pytest.approx(first.gains.sum(), abs=1e-5)
    assert cover(made, 3, np.arange(40)).picks.tolist() == []


def test_no_papers_make_no_list():
    nothing = Field(np.zeros((0, 3), np.float32), sparse.csr_matrix((0, 0), dtype=np.float32))
    assert cover(nothing, 3, NONE).picks.tolist() == []
