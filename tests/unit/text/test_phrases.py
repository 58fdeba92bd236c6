"""Phrases of titles could name a field: no function word at an end, no cut through a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.phrases import LONGEST, as_name, phrases


def texts(title):
    return [phrase.text for phrase in phrases(title)]


def keys(title):
    return {phrase.key for phrase in phrases(title)}


def test_a_phrase_reaches_across_no_punctuation():
    found = texts("Robust Graphs: Learning from Noise, Again")
    assert "Graphs Learning" not in found and "Noise Again" not in found


def test_no_phrase_begins_or_ends_with_a_word_that_says_how():
    found = texts("Towards Understanding Attention via Simple Kernel Methods for Text")
    assert "Attention" in found and "Kernel" in found
    assert not any(text.split()[0] in {"Towards", "Understanding", "via", "Simple"} for text in found)
    assert not any(text.split()[-1] in {"Methods", "via", "for"} for text in found)


def test_joining_words_stay_inside():
    assert "Mixture of Experts" in texts("A Mixture of Experts")


def test_singular_plural_case_and_hyphen_have_one_key():
    assert keys("Neural Network") <= keys("neural networks")
    assert "multi agent game" in keys("Multi-Agent Games") & keys("multi agent game")
    assert "gaussian process" in keys("Gaussian Processes")


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("強化学習による経路の計画", "強化学習"),
        ("コンテキスト内学習の限界", "コンテキスト内"),
        ("面向机器人的模仿学习", "模仿学习"),
        ("拡散モデルで画像を編集する", "拡散モデル"),
    ],
)
def test_japanese_and_chinese_have_phrases_without_spaces(title, phrase):
    assert phrase in texts(title)


def test_katakana_is_never_cut_and_particles_part():
    found = texts("トランスフォーマーと图像的分割")
    assert "トランスフォーマー" in found
    assert not any("トランス" in text and "トランスフォーマー" not in text for text in found)
    assert not any("的" in text for text in found)


def test_names_are_in_small_letters_but_for_acronyms_and_people():
    assert as_name("Offline RL with Gaussian Processes") == "offline RL with Gaussian processes"
    assert as_name("In-Context Learning") == "in-context learning"
    assert as_name("LoRA") == "LoRA"


@given(st.text(max_size=60))
def test_any_text_gives_phrases_of_at_least_one_character(title):
    for phrase in phrases(title):
        assert phrase.key.strip() and phrase.text.strip()
        assert 1 <= phrase.words <= max(LONGEST, len(phrase.text))
