"""N-grams of titles: literal ones, and terms as people are shown them."""

import pytest

from explorer.text.ngrams import literal_texts, literal_words, lowered, ngrams, words_of
from explorer.text.title_terms import literal_terms, title_terms


def literal(titles, n):
    words = lowered(words_of(titles))
    found = ngrams(words, n)
    return dict(zip(literal_texts(words, found), found.counts.tolist(), strict=True))


def shown(titles, least=1, **more):
    table = title_terms(titles, least, **more)
    return {text: int(table.starts[i + 1] - table.starts[i]) for i, text in enumerate(table.texts)}


def test_a_literal_bigram_is_two_words_with_a_space_or_a_hyphen_between_and_counts_once_a_title():
    counts = literal(["Few-Shot Learning: Learning few shot rules", "Bandits: Learning (few) shots"], 2)
    assert counts["few shot"] == 1
    assert "bandits learning" not in counts
    assert "learning few" in counts
    assert "few shots" not in counts


@pytest.mark.parametrize(
    ("term", "words"),
    [
        ("Few Shot", ("few", "shot")),
        ("Text‐to", ("text", "to")),
        ("GPT-3.5", ("gpt", "3.5")),
        ("Stein’s", ("stein's",)),
        ("$\\ell_1$-norm", ("l_1", "norm")),
        ("学習", ("学", "習")),
    ],
)
def test_words_of_a_term_are_read_as_those_of_titles(term, words):
    assert tuple(word.replace("l1", "l_1") for word in literal_words(term)) == words


def test_case_plural_and_hyphen_do_not_part_a_term_which_shows_its_commonest_form():
    counts = shown(
        [
            "Deep GANs",
            "A GAN for Images",
            "Fast GANs",
            "Non-Convex games",
            "Nonconvex play",
            "A non-convex set",
        ]
    )
    assert counts["GANs"] == 3
    assert counts["non-convex"] == 3


def test_no_term_begins_or_ends_in_a_word_that_only_joins_unless_a_hyphen_makes_it_a_word():
    counts = shown(["Learning to Rank in Games", "Off-Policy Learning via Search", "Few-Shot Tasks"])
    assert not {"learning to", "to", "in", "via", "via search", "in games"} & set(counts)
    assert "off-policy learning" in counts
    assert "few-shot tasks" in counts
    assert "shot tasks" not in counts


def test_a_term_is_not_told_beside_a_longer_one_with_the_same_papers():
    titles = ["Generative Adversarial Networks for Art"] * 5 + ["Neural networks"] * 4
    counts = shown(titles, least=2)
    assert counts["generative adversarial networks"] == 5
    assert counts["networks"] == 9
    assert not {"generative", "adversarial", "adversarial networks", "generative adversarial"} & set(counts)


def test_terms_of_japanese_and_chinese_titles_are_words_not_pieces():
    titles = ["拡散モデルによる画像生成", "拡散モデルの高速化", "基于强化学习的机器人", "强化学习与搜索"]
    counts = shown(titles, least=2)
    assert set(counts) == {"拡散モデル", "强化学习"}


def test_only_terms_of_the_length_that_is_asked_for_are_told():
    assert {len(text.split()) for text in shown(["Deep Structured Prediction works"], lengths=(2,))} == {2}


def test_numbers_and_single_letters_are_no_terms_by_themselves():
    counts = shown(["GPT-4 at 100 K steps", "Part 2"])
    assert "GPT-4" in counts
    assert not {"4", "100", "2", "k", "K"} & set(counts)


def test_literal_terms_of_no_titles_are_none():
    assert literal_terms([], 1, (2,)).texts == ()
    assert title_terms([], 1).texts == ()
