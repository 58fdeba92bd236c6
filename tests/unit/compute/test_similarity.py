"""One scale for all languages."""

import numpy as np
import pytest

from explorer.compute.groups import Group, Means
from explorer.compute.neighbours import NOBODY
from explorer.compute.relating import relate
from explorer.compute.similarity import Scale, Shipped, Space, Texts, scale_of

EN, JA = Group("en", "abstract"), Group("ja", "abstract")
DIM, WORDS = 32, 24


def unit(vectors):
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32)


def library(english=400, japanese=100, topics=20, seed=0):
    """Texts about topics; each language adds a direction of its own, as real engines do."""
    chance = np.random.default_rng(seed)
    total = english + japanese
    meaning = chance.normal(size=(topics, DIM))[np.arange(total) % topics] + chance.normal(size=(total, DIM))
    meaning[:, 0] += 12
    meaning[english:, 1] += 12
    wording = np.abs(chance.normal(size=(total, WORDS)))
    wording[:english, : WORDS // 2] = 0
    wording[english:, WORDS // 2 :] = 0
    return Texts(unit(meaning), unit(wording), (EN,) * english + (JA,) * japanese)


NOTHING = Shipped(Means({}, DIM), Means({}, WORDS), {})


def known_means(texts):
    rows = np.array([group == EN for group in texts.groups])
    meaning = {EN: texts.meaning[rows].mean(axis=0), JA: texts.meaning[~rows].mean(axis=0)}
    wording = {EN: texts.wording[rows].mean(axis=0), JA: texts.wording[~rows].mean(axis=0)}
    return Shipped(Means(meaning, DIM), Means(wording, WORDS), {})


@pytest.fixture(scope="module")
def texts():
    return library()


@pytest.fixture(scope="module")
def space(texts):
    return Space(texts, known_means(texts))


def test_neighbours_do_not_sort_by_language(space, texts):
    japanese = np.array([group == JA for group in texts.groups])
    of_japanese = space.neighbours(10).rows[japanese]
    share = japanese[of_japanese].mean()
    assert abs(share - japanese.mean()) < 0.1
    raw = texts.meaning[japanese] @ texts.meaning.T
    assert japanese[np.argsort(-raw, axis=1)[:, :10]].mean() > 0.99, "raw cosines do"


def test_neighbours_are_about_the_same_topic(space, texts):
    found = space.neighbours(5).rows
    assert (found % 20 == np.arange(len(texts.groups))[:, None] % 20).mean() > 0.6


def test_unrelated_pairs_are_in_the_middle_of_every_language_pair(space):
    chance = np.random.default_rng(9)
    for one, other, low, high in (("en", "en", 0, 400), ("en", "ja", 400, 500), ("ja", "ja", 400, 500)):
        start = 0 if one == "en" else 400
        scores = space._random_scores(np.arange(start, start + 100), np.arange(low, high), one == other)
        scale = space.scale(one, other)
        sample = chance.choice(scores, 500)
        assert np.median(scale.percentile(scale.relative(sample))) == pytest.approx(50, abs=6)


def test_one_text_finds_what_all_find(space):
    everything = space.neighbours(7)
    for row in (0, 399, 400, 499):
        alone = space.nearest_to_row(row, 7)
        np.testing.assert_array_equal(alone.rows[0], everything.rows[row])
        np.testing.assert_allclose(alone.scores[0], everything.scores[row], rtol=1e-5)


def test_a_text_from_elsewhere_finds_itself_first(space, texts):
    some = Texts(texts.meaning[[3, 450]], texts.wording[[3, 450]], (EN, JA))
    found = space.nearest_to(some, 3)
    assert found.rows[:, 0].tolist() == [3, 450]
    assert (space.percentiles(some.groups, found)[:, 0] > 99.9).all()


def test_percentiles_fall_with_the_rank_within_a_language(space, texts):
    found = space.neighbours(50)
    percentiles = space.percentiles(texts.groups, found)
    english = np.array([group == EN for group in texts.groups])
    same = english[found.rows[0]]
    assert (np.diff(percentiles[0][same]) <= 0).all()
    assert ((percentiles >= 0) & (percentiles <= 100)).all()


def with_scale(texts, rows):
    """A space of some texts, and the scale that the program brings for English."""
    shipped = Scale(np.linspace(-1, 1, 401, dtype=np.float32))
    some = Texts(texts.meaning[rows], texts.wording[rows], tuple(texts.groups[row] for row in rows))
    return Space(some, Shipped(NOTHING.means, NOTHING.wording, {("en", "en"): shipped})), shipped


def test_a_handful_of_texts_uses_the_shipped_scale(texts):
    space, shipped = with_scale(texts, range(4))
    assert space.scale("en", "en") is shipped
    assert space.scale("ja", "en").middle == pytest.approx(0, abs=1e-6)


def test_pairs_of_a_small_library_about_one_subject_are_in_the_middle_too(texts):
    space, shipped = with_scale(texts, range(0, 400, 20))
    assert len(space.groups) == 20
    found = space.neighbours(19)
    assert np.median(space.percentiles(space.groups, found)) == pytest.approx(50, abs=2)
    assert np.median(shipped.percentile(space.scale("en", "en").quantiles)) != pytest.approx(50, abs=5)
    assert space.scale("en", "en").spread == pytest.approx(shipped.spread, rel=1e-4), "few pairs tell no tail"


def test_a_scale_moves_step_by_step_to_what_the_library_holds(texts):
    middles = [
        with_scale(texts, range(0, 20 * count, 20))[0].scale("en", "en").middle for count in (5, 9, 16)
    ]
    assert 0 < abs(middles[0]) < abs(middles[1]) < abs(middles[2])


def test_an_engine_without_means_and_scales_works_from_the_library_alone(texts):
    related = relate(texts, NOTHING, 30)
    assert related.found.rows.shape == (500, 30)
    assert len(related.pairs.ends)


def test_the_lexical_engine_has_no_second_term(texts):
    alone = Texts(texts.wording, texts.wording[:, :0], texts.groups)
    space = Space(alone, Shipped(Means({}, WORDS), Means({}, 0), {}))
    assert (space.neighbours(3).rows != NOBODY).all()


def test_an_empty_library_has_no_neighbours():
    nothing = Texts(np.zeros((0, DIM), np.float32), np.zeros((0, WORDS), np.float32), ())
    related = relate(nothing, NOTHING, 10)
    assert related.found.rows.shape == (0, 10)
    assert related.pairs.ends.shape == (0, 2)
    some = library(english=2, japanese=0)
    assert (Space(nothing, NOTHING).nearest_to(some, 4).rows == NOBODY).all()


def test_a_scale_of_equal_scores_is_usable():
    scale = scale_of(np.zeros(100, np.float32))
    assert np.isfinite(scale.relative(np.array([0.0, 1.0], np.float32))).all()
