"""Short and long forms that brackets put side by side."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from explorer.text.abbreviations import find_pairs, looks_short


def pairs(text: str) -> list[tuple[str, str]]:
    return [(pair.short, pair.long) for pair in find_pairs(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We use Retrieval-Augmented Generation (RAG).", [("RAG", "Retrieval-Augmented Generation")]),
        ("the Mixture of Experts (MoE) layer", [("MoE", "Mixture of Experts")]),
        ("all large language models (LLMs) hallucinate", [("LLMs", "large language models")]),
        ("Adaptive Retrieval LLM (Adapt-LLM)", [("Adapt-LLM", "Adaptive Retrieval LLM")]),
        ("the Multi-Marginal Matching Gap (M3G) loss", [("M3G", "Multi-Marginal Matching Gap")]),
        ("a sequence to sequence (seq2seq) model", []),
        ("Plan Like a Graph (PLaG)", [("PLaG", "Plan Like a Graph")]),
        ("non-negative matrix factorization (NMF)", [("NMF", "non-negative matrix factorization")]),
        ("Long Short-Term Memory networks (LSTM)", [("LSTM", "Long Short-Term Memory")]),
        ("KTO (Kahneman-Tversky Optimization)", [("KTO", "Kahneman-Tversky Optimization")]),
        ("RAG (short for retrieval-augmented generation)", [("RAG", "retrieval-augmented generation")]),
        ("Direct Preference Optimization （DPO）", [("DPO", "Direct Preference Optimization")]),
    ],
)
def test_a_latin_long_form_is_found_with_its_short_form(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("検索拡張生成(RAG)を使う", [("RAG", "検索拡張生成")]),
        ("検索拡張生成（RAG）を使う", [("RAG", "検索拡張生成")]),
        ("これを多層パーセプトロン(MLPs)と呼ぶ", [("MLPs", "多層パーセプトロン")]),
        ("LLM（大規模言語モデル）は", [("LLM", "大規模言語モデル")]),
        ("我们提出检索增强生成（RAG）", [("RAG", "检索增强生成")]),
        ("基于思维链(Chain-of-Thought,CoT)的", [("CoT", "Chain-of-Thought"), ("CoT", "思维链")]),
        (
            "检索增强生成（Retrieval-Augmented Generation，RAG）",
            [("RAG", "Retrieval-Augmented Generation"), ("RAG", "检索增强生成")],
        ),
    ],
)
def test_a_japanese_or_chinese_long_form_is_found_in_both_bracket_widths(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "従来の人間のフィードバックによる強化学習(RLHF)",  # only the end of the long form
        "直接的なペアワイズ損失方法(DPO)",  # a wrong gloss
        "a picture of the model (left)",
        "as shown before (see Fig. 3)",
        "the third case (iii)",
        "OpenAI released it (GPT-4)",
        "モデル(GPT)",
        "GPT-4(言語モデル)",
        "(RAG)",
        "",
    ],
)
def test_a_bracket_that_defines_nothing_gives_no_pair(text: str) -> None:
    assert pairs(text) == []


def test_spans_are_the_slices_that_they_name() -> None:
    text = "Proximal Policy Optimization (PPO); 直接選好最適化(DPO)と KTO (Kahneman-Tversky Optimization)."
    found = find_pairs(text)
    assert [pair.short for pair in found] == ["PPO", "DPO", "KTO"]
    for pair in found:
        assert text[slice(*pair.short_span)] == pair.short
        assert text[slice(*pair.long_span)] == pair.long


@pytest.mark.parametrize("form", ["RAG", "k-NN", "BiLSTM", "W2V", "mAP", "LLMs"])
def test_short_forms_have_a_capital(form: str) -> None:
    assert looks_short(form)


@pytest.mark.parametrize("form", ["left", "iv", "IV", "Fig", "See", "a", "2023", "Introduction", "x y"])
def test_words_and_numerals_are_no_short_forms(form: str) -> None:
    assert not looks_short(form)


@pytest.mark.parametrize(
    "unit",
    [
        "(",
        ")",
        "()",
        "(a",
        "a b (AB)",
        "AB(a b)",
        "(,",
        "強",
        "強化学習(RL)",
        " ",
        "A-",
        "a b c d e f g h i j (ABCDEFGHIJ)",
    ],
)
def test_the_time_is_linear_in_a_hostile_text(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        find_pairs(text)
        return time.process_time() - start

    seconds(1_000)
    assert seconds(100_000) < 1.5


@pytest.mark.corpus
def test_most_long_forms_of_the_shared_acronym_task_are_found(corpus: Path) -> None:
    records = json.loads((corpus / "truth" / "sdu_acronym" / "dev.json").read_text(encoding="utf-8"))
    right = wrong = wanted = 0
    for record in records:
        long_forms, short_forms = _gold(record)
        wanted += len(long_forms)
        for pair in find_pairs(" ".join(record["tokens"])):
            ok = _fold(pair.long) in long_forms and _fold(pair.short) in short_forms
            long_forms.discard(_fold(pair.long) if ok else "")
            right, wrong = right + ok, wrong + (not ok)
    assert right / wanted >= 0.80
    assert right / (right + wrong) >= 0.93


def _gold(record: dict[str, list[str]]) -> tuple[set[str], set[str]]:
    forms: dict[str, list[str]] = {"long": [], "short": []}
    for token, label in zip(record["tokens"], record["labels"], strict=True):
        if label.startswith("B-"):
            forms[label[2:]].append(token)
        elif label.startswith("I-"):
            forms[label[2:]][-1] += token
    return {_fold(form) for form in forms["long"]}, {_fold(form) for form in forms["short"]}


def _fold(text: str) -> str:
    return "".join(c for c in text.lower() if c.isalnum())
