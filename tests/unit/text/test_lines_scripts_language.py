"""Lines, scripts and the language of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.text.language import language_in, language_of
from explorer.text.lines import LineIndex, line_spans, trimmed
from explorer.text.scripts import script_counts, script_of_text


@given(st.text(st.sampled_from("ab\r\n\u2028\f")))
def test_lines_and_their_ends_are_the_whole_text(text):
    spans = list(line_spans(text))
    assert "".join(text[a:b] for a, b in spans) == text.replace("\r", "").replace("\n", "")
    index = LineIndex(text)
    for number, (start, _end) in enumerate(spans, start=1):
        assert index.line_of(start) == number
        assert index.start_of(number) == start


def test_only_line_ends_end_a_line():
    assert len(list(line_spans("a\u2028b\fc\r\nd\re\n"))) == 3


def test_a_byte_order_mark_and_spaces_are_trimmed():
    assert trimmed("\ufeff x y\u3000\n", 0, 7) == (2, 5)
    assert trimmed("  ", 0, 2) == (2, 2)


@pytest.mark.parametrize(
    ("chars", "script"),
    [
        ("aéøß", "latin"),
        ("カーひｱ", "kana"),
        ("漢⻑𠮷々", "han"),
        ("한ㄱ", "hangul"),
        ("жЯ", "cyrillic"),
        ("λΩ", "greek"),
    ],
)
def test_each_character_has_a_script(chars, script):
    counts = script_counts(chars)
    assert {name for name, count in counts.items() if count} == {script} and counts[script] == len(chars)


def test_digits_and_marks_are_of_no_script():
    assert not any(script_counts("7２% 。").values())


def test_scripts_of_names():
    assert script_of_text("Prometheus 2") == "latin"
    assert script_of_text("プロメテウス2") == "kana"
    assert script_of_text("コンテキスト内学習") == "kana"
    assert script_of_text("强化学习") == "han"
    assert script_of_text("LLMの評価") == "mixed"
    assert script_of_text("42") == "other"
    assert script_counts("abカ漢")["latin"] == 2


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Large language models", "en"),
        (
            "The word 推論 is quoted in an English text that goes on for a good while after it, as texts do",
            "en",
        ),
        ("大規模言語モデルを評価する", "ja"),
        ("GPT-4oとLlama-3-70B-Instructを比較した評価結果です", "ja"),
        ("我们提出一种新的强化学习方法", "zh"),
        ("本文介绍了Transformer架构和「モデル」一词的来源以及其他许多内容与实验结果", "zh"),
        ("2024-05-01", ""),
        ("", ""),
        ("Introduction to transformers and attention 入門", "mixed"),
    ],
)
def test_scripts_tell_the_language(text, language):
    assert language_of(text) == language


def test_a_han_only_heading_has_the_language_of_its_document():
    assert language_in("自然言語処理", "ja") == "ja"
    assert language_in("自然语言处理", "zh") == "zh"
    assert language_in("In-context learning in transformers 入門", "ja") == "ja"
    assert language_in("A Survey", "ja") == "en"
