"""Change of shares between lists of papers."""

import time

import numpy as np
import pytest
from scipy.stats import fisher_exact

from explorer.compute.trends import LEAST, benjamini_hochberg, change, exact_p, one_sided_p, trajectories
from explorer.text.title_terms import title_terms
from tests.planted import planted_lists


def counted(titles, first):
    """(terms, papers of the earlier list, papers of the later list) that carry each."""
    table = title_terms(titles, LEAST)
    later = (np.asarray(table.titles) >= first).astype(np.int64)
    after = np.add.reduceat(later, table.starts[:-1])
    return table.texts, np.diff(table.starts) - after, after


def called(lists):
    titles = [*lists[0], *lists[1]]
    texts, before, after = counted(titles, len(lists[0]))
    found = change(before, after, (len(lists[0]), len(lists[1])))
    return {(texts[i], bool(found.effect[i] > 0)) for i in np.flatnonzero(found.significant)}


@pytest.mark.parametrize(("before", "after"), [(14, 13), (0, 8), (3, 3), (30, 5), (0, 0), (50, 90)])
def test_the_chance_is_that_of_fishers_exact_test(before, after):
    sizes = (691, 1009)
    wanted = fisher_exact([[before, sizes[0] - before], [after, sizes[1] - after]])[1]
    assert exact_p(np.array([before]), np.array([after]), sizes)[0] == pytest.approx(wanted)
    greater = fisher_exact([[after, sizes[1] - after], [before, sizes[0] - before]], alternative="greater")[1]
    assert one_sided_p(before, after, sizes) == pytest.approx(greater)


def test_a_term_that_keeps_its_count_while_the_papers_grow_is_not_called_declining():
    found = change(np.array([14]), np.array([13]), (691, 1009))
    assert found.share_from[0] > found.share_to[0]
    assert found.effect[0] < 0
    assert not found.significant[0]


def test_twice_the_papers_with_the_same_shares_changes_nothing():
    found = change(np.array([10, 100]), np.array([20, 200]), (500, 1000))
    assert np.abs(found.effect).max() < 1e-9
    assert found.p.min() > 0.9


def test_the_prior_draws_what_is_rare_nearer_to_nothing():
    found = change(np.array([1, 20]), np.array([4, 80]), (1000, 1000))
    assert 0 < found.effect[0] == pytest.approx(found.effect[1], rel=0.1)
    assert found.z[0] < found.z[1]


def test_a_list_without_papers_shows_no_change():
    found = change(np.array([0, 0]), np.array([5, 9]), (0, 10))
    assert found.effect.tolist() == [0, 0]
    assert not found.significant.any()


def test_q_values_ascend_with_the_chances():
    q = benjamini_hochberg(np.array([0.04, 0.001, 0.5, 0.02]))
    assert q.tolist() == pytest.approx([0.16 / 3, 0.004, 0.5, 0.04])


@pytest.mark.parametrize("sizes", [(2500, 2500), (1700, 3300)])
@pytest.mark.parametrize("papers", [(5, 40), (10, 50), (25, 75)])
def test_planted_terms_are_found_and_nothing_else(sizes, papers):
    precision, recall = [], []
    for seed in range(3):
        *lists, rising, declining = planted_lists(sizes, papers, seed)
        truth = {(term, True) for term in rising} | {(term, False) for term in declining}
        found = called(lists)
        precision.append(len(found & truth) / max(len(found), 1))
        recall.append(len(found & truth) / len(truth))
    assert np.mean(precision) >= 0.95
    assert np.mean(recall) >= 0.95


def test_shuffled_lists_hardly_ever_show_a_change():
    *lists, _, _ = planted_lists((700, 1000), (20, 20), 1)
    titles = [*lists[0], *lists[1]]
    assert shuffles_with_a_change(titles, 700) <= 5


@pytest.mark.corpus
@pytest.mark.parametrize("pair", [("nips2017", "nips2018"), ("icml2018", "nips2018")])
def test_shuffles_of_two_real_lists_hardly_ever_show_a_change(corpus, pair):
    import json

    lists = [json.loads((corpus / "venues" / f"{name}.json").read_text(encoding="utf-8")) for name in pair]
    titles = [[paper["title"] for paper in papers] for papers in lists]
    assert shuffles_with_a_change([*titles[0], *titles[1]], len(titles[0])) <= 5


def shuffles_with_a_change(titles, first):
    rng = np.random.default_rng(0)
    table = title_terms(titles, LEAST)
    total = np.diff(table.starts)
    hits = 0
    for _ in range(100):
        later = np.ones(len(titles), np.int64)
        later[rng.permutation(len(titles))[:first]] = 0
        after = np.add.reduceat(later[table.titles], table.starts[:-1])
        found = change(total - after, after, (first, len(titles) - first))
        hits += bool(found.significant.any())
    return hits


def test_twenty_thousand_titles_take_less_than_a_second():
    *lists, _, _ = planted_lists((8_000, 12_000), (25, 75), 2)
    begun = time.process_time()
    assert called(lists)
    assert time.process_time() - begun < 1.0


def test_a_steady_rise_over_several_lists_is_told_from_one_that_comes_and_goes():
    counts = np.array([[10, 10, 30], [20, 40, 31], [30, 60, 29], [45, 11, 30]])
    found = trajectories(counts, np.array([1000] * 4), np.arange(4.0))
    assert found.significant.tolist() == [True, False, False]
    assert found.z[0] > 4
    assert found.shares[:, 0].tolist() == pytest.approx([0.01, 0.02, 0.03, 0.045])
