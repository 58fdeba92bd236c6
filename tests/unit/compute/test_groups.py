"""What the texts of a language and kind have in common is taken away."""

import numpy as np
import pytest

from explorer.compute.groups import Group, Means, group_of

EN, JA = Group("en", "abstract"), Group("ja", "abstract")


def unit(*rows):
    vectors = np.array(rows, np.float32)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)


@pytest.mark.parametrize(
    ("text", "language", "kind", "expected"),
    [
        ("Attention Is All You Need", "en", "title", Group("en", "title")),
        ("A short note.", "en", "note", Group("en", "summary")),
        ("word " * 80, "en", "", Group("en", "abstract")),
        ("検索を使う言語モデル", "ja", "", Group("ja", "summary")),
        ("検索拡張生成は" * 30, "ja", "", Group("ja", "abstract")),
        ("", "", "", Group("", "summary")),
    ],
)
def test_kind_is_what_is_stated_else_goes_by_length(text, language, kind, expected):
    assert group_of(text, language, kind) == expected


def test_centred_vectors_have_unit_length_and_no_common_direction():
    chance = np.random.default_rng(0)
    vectors = unit(*(chance.normal(size=(400, 8)) + 5 * np.eye(8)[0]))
    means = Means({EN: vectors.mean(axis=0)}, 8)
    centred = means.centred(vectors, [EN] * 400)
    np.testing.assert_allclose(np.linalg.norm(centred, axis=1), 1, atol=1e-5)
    assert abs(float((centred @ centred.T).mean())) < 0.01 < float((vectors @ vectors.T).mean())


def test_a_vector_that_is_its_mean_becomes_zero():
    means = Means({EN: np.array([1, 0], np.float32)}, 2)
    assert means.centred(unit([1, 0]), [EN]).tolist() == [[0, 0]]


def test_unknown_kinds_use_the_language_and_unknown_languages_use_everything():
    means = Means({EN: np.array([1, 0], np.float32), JA: np.array([0, 1], np.float32)}, 2)
    assert means.of(Group("ja", "title")).tolist() == [0, 1]
    assert means.of(Group("ko", "title")).tolist() == [0.5, 0.5]
    assert Means({}, 2).of(EN).tolist() == [0, 0]


def test_a_few_notes_hardly_move_a_shipped_mean_and_many_do():
    shipped = Means({EN: np.array([1, 0], np.float32)}, 2)
    few = shipped.refined(unit(*[[0, 1]] * 5), [EN] * 5).of(EN)
    many = shipped.refined(unit(*[[0, 1]] * 2_000), [EN] * 2_000).of(EN)
    assert few[0] > 0.95
    assert many[1] > 0.9
    assert shipped.of(EN).tolist() == [1, 0]
