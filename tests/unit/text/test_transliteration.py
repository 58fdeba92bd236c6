"""Katakana words against the Latin names that they sound out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.transliteration import likeness, sounds_like, sounds_of_kana, sounds_of_latin

SAME = [
    ("プロメテウス", "Prometheus"),
    ("プロメテウス2", "Prometheus 2"),
    ("プロメテウス 2", "Prometheus-2"),
    ("メドジェミニ", "Med-Gemini"),
    ("メド・ジェミニ", "Med-Gemini"),
    ("トランスフォーマー", "Transformer"),
    ("ヴィクーニャ", "Vicuna"),
    ("ビクーニャ", "Vicuna"),
    ("アルパカ", "Alpaca"),
    ("フラミンゴ", "Flamingo"),
    ("チンチラ", "Chinchilla"),
    ("ミックストラル", "Mixtral"),
    ("ミストラル", "Mistral"),
    ("ディープシーク", "DeepSeek"),
    ("リフレクション", "Reflexion"),
    ("ウィスパー", "Whisper"),
    ("パーセプトロン", "Perceptron"),
]
OTHERS = [
    ("プロメテウス2", "Prometheus"),
    ("プロメテウス", "Prometheus 2"),
    ("ミストラル", "Mixtral"),
    ("プロンプト", "Prometheus"),
    ("モデル", "Medusa"),
    ("リフォーマー", "Performer"),
    ("スコア", "SCORE"),  # too short to tell
    ("データ", "DETR"),
]


@pytest.mark.parametrize(("kana", "latin"), SAME)
def test_a_katakana_word_sounds_like_its_name(kana, latin):
    assert sounds_like(kana, latin)


@pytest.mark.parametrize(("kana", "latin"), OTHERS)
def test_another_word_does_not(kana, latin):
    assert not sounds_like(kana, latin)


def test_sounds_are_written_in_one_alphabet():
    assert sounds_of_kana("ジェミニ") == sounds_of_latin("Gemini") == "jemini"
    assert sounds_of_kana("ウィ") == "wi"
    assert sounds_of_kana("漢字") == ""


@given(st.text(max_size=12), st.text(max_size=12))
def test_likeness_is_a_share_of_one_for_any_text(kana, latin):
    assert 0 <= likeness(kana, latin) <= 1
    assert sounds_like(kana, latin) in (True, False)
