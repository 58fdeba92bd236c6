"""Where sentences end."""

from __future__ import annotations

import time

import pytest

from explorer.text.sentences import sentence_around, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It uses GPT-4. It has v0.2. Done", ["It uses GPT-4.", "It has v0.2.", "Done"]),
        ("See Kim et al. in 2.0, e.g. there.", ["See Kim et al. in 2.0, e.g. there."]),
        ("Ends with LLM. The next", ["Ends with LLM.", "The next"]),
        ("proposes KAN; beats MLP", ["proposes KAN;", "beats MLP"]),
        ("示しています.これは28.53%です.次", ["示しています.", "これは28.53%です.", "次"]),
        ("优于DPO。此外，也好！", ["优于DPO。", "此外，也好！"]),
        ("wrapped\nline", ["wrapped\nline"]),
        ("one\n- two\n\nthree", ["one", "- two", "three"]),
        ("  ", []),
    ],
)
def test_sentences_of_three_languages_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_the_sentence_around_a_name_is_found() -> None:
    text = "First one. RAG helps. Last one."
    start = text.index("RAG")
    assert text[slice(*sentence_around(text, start, start + 3))] == "RAG helps."


@pytest.mark.parametrize("unit", [".", "a.", "。", "\n", "; ", "A", "\n- "])
def test_the_time_is_linear_in_a_hostile_text(unit: str) -> None:
    start = time.process_time()
    sentences(unit * (200_000 // len(unit)))
    assert time.process_time() - start < 2
