"""Known names in running text."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from explorer.text.matcher import Form, Matcher, concept_key


def found(text: str, *forms: str | Form) -> list[str]:
    matcher = Matcher(f if isinstance(f, Form) else Form(f, concept_key(f)) for f in forms)
    return [text[m.start : m.end] for m in matcher.find(text)]


def test_names_are_found_between_kana_and_kanji() -> None:
    assert found("KANsはMLPsの代替でGPT-4と比べRAGを用いる", "KAN", "MLP", "GPT-4", "RAG") == [
        "KANs",
        "MLPs",
        "GPT-4",
        "RAG",
    ]


@pytest.mark.parametrize(
    "text", ["RAGE", "fRAG", "RAG2", "2RAG", "RAGé", "Cal-RAG", "RAG-Fusion", "RAG-2", "rag"]
)
def test_a_part_of_another_name_is_not_the_name(text: str) -> None:
    assert found(text, "RAG") == []


@pytest.mark.parametrize(
    "text", ["RAG.", "(RAG)", "RAG-based", "non-RAG", "RAG→KTO", "/RAG", "「RAG」", "RAGs", "RAG、"]
)
def test_punctuation_and_lower_case_affixes_leave_a_name_whole(text: str) -> None:
    assert len(found(text, "RAG")) == 1


def test_the_longest_match_wins() -> None:
    text = "GPT-4-Turbo, GPT-4V and GPT-4; in-context learning; 深層強化学習"
    forms = ["GPT-4", "GPT-4V", "GPT-4-Turbo", "in-context learning", "learning", "強化学習", "深層強化学習"]
    assert found(text, *forms) == ["GPT-4-Turbo", "GPT-4V", "GPT-4", "in-context learning", "深層強化学習"]


@pytest.mark.parametrize(
    "text",
    [
        "in-context learning",
        "In-Context Learning",
        "in‐context learning",
        "in–context learning",
        "in context\nlearning",
    ],
)
def test_spaces_and_hyphens_are_one(text: str) -> None:
    assert found(text, "in-context learning") == [text]


@pytest.mark.parametrize(
    "text", ["コルモゴロフ・アーノルド・ネットワーク", "コルモゴロフ アーノルド ネットワーク"]
)
def test_middle_dots_and_spaces_are_one(text: str) -> None:
    assert found(text, "コルモゴロフ・アーノルド・ネットワーク") == [text]


@pytest.mark.parametrize("text", ["GPT-4V", "GPT4V", "GPT 4V", "GPT4-V", "gpt-4v"])
def test_between_letters_and_digits_a_hyphen_may_be_missing(text: str) -> None:
    assert found(text, "GPT-4V") == [text]


def test_words_are_not_run_together() -> None:
    assert found("MTBench and the end. Bench MT. Bench", "MT Bench") == []


def test_short_acronyms_keep_their_capitals_and_phrases_do_not() -> None:
    assert found("the cot and the CoT, COT", "CoT") == ["CoT"]
    assert found("Diffusion Models, diffusion models", "diffusion model") == [
        "Diffusion Models",
        "diffusion models",
    ]
    assert found("a gemini, Gemini and GEMINI", "Gemini") == ["Gemini", "GEMINI"]
    assert found("bertScore and BERTSCORE, but BERT score", "BERTScore") == ["bertScore", "BERTSCORE"]
    cased = Form("Natural Questions", "nq", cased=True)
    assert found("some natural questions of Natural Questions", cased) == ["Natural Questions"]


def test_a_katakana_name_is_a_whole_word() -> None:
    assert found("ドラマとラマ、ダライラマ、ラマ3", "ラマ") == ["ラマ"]
    assert found("トランスフォーマーベースの言語モデル", "トランスフォーマー") == ["トランスフォーマー"]


def test_signs_inside_a_name_are_needed() -> None:
    forms = ["pass@1", "HumanEval+", "HumanEval", "LLM.int8()", "MedQA (USMLE)"]
    text = "pass@1, HumanEval+, HumanEval, LLM.int8(), MedQA(USMLE), pass 1, LLM int8"
    assert found(text, *forms) == ["pass@1", "HumanEval+", "HumanEval", "LLM.int8()", "MedQA(USMLE)"]


def test_a_spelling_of_two_things_names_both_and_says_so() -> None:
    matcher = Matcher([Form("SAM", "a"), Form("SAM", "b"), Form("DP", "c", ambiguous=True), Form("RAG", "d")])
    matches = matcher.find("SAM, DP, RAG")
    assert [(m.keys, m.ambiguous) for m in matches] == [(("a", "b"), True), (("c",), True), (("d",), False)]


def test_keys_forget_case_width_and_hyphens_but_not_telling_signs() -> None:
    assert concept_key("ＧＰＴ-4 Turbo") == concept_key("gpt4-turbo")
    assert concept_key("HumanEval+") != concept_key("HumanEval")
    assert concept_key("プロメテウス２") == concept_key("プロメテウス2")


@pytest.mark.parametrize("unit", ["in ", "in-context ", "GPT-", "A", "強", "強化", "-", "a1"])
def test_the_time_is_linear_in_a_hostile_text(unit: str) -> None:
    matcher = Matcher([Form("in-context learning", "icl"), Form("GPT-4", "g"), Form("強化学習", "rl")])
    start = time.process_time()
    matcher.find(unit * (200_000 // len(unit)))
    assert time.process_time() - start < 2


@pytest.mark.corpus
def test_twelve_megabytes_take_less_than_fifteen_seconds(corpus: Path) -> None:
    texts = []
    for path in sorted((corpus / "venues").glob("*.json")):
        texts += [
            f"{p.get('title') or p.get('name')}\n{p.get('abstract')}"
            for p in json.loads(path.read_text("utf-8"))
        ]
    matcher = Matcher(Form(f"Method{i} {i} Network", str(i)) for i in range(5_000))
    size = sum(map(len, texts))
    start = time.process_time()
    for text in texts:
        matcher.find(text)
    assert (time.process_time() - start) * 12e6 / size < 15


def test_a_made_up_name_is_not_found_in_the_everyday_word_of_its_letters():
    matcher = Matcher([Form("INSTruction", "instruction", coined=True)])
    assert not matcher.find("An instruction. Instructions follow.")
    assert [match.start for match in matcher.find("our INSTruction, their InstrucTion")] == [4, 23]


@pytest.mark.parametrize("text", ["Adapt-LLM", "ADAPT-LLM", "adapt-LLM", "Adapt‑LLM", "Adapt LLM"])
def test_a_word_bound_to_an_acronym_is_found_by_its_hyphen_or_as_it_is_written(text: str) -> None:
    assert found(f"We compare {text} with it.", "Adapt-LLM") == [text]


@pytest.mark.parametrize(
    "text", ["we adapt LLM agents", "How to Adapt LLMs", "they adapt LLMs", "ADAPT LLM weights"]
)
def test_a_word_before_an_acronym_is_not_the_name_that_binds_both(text: str) -> None:
    assert found(text, "Adapt-LLM") == []


def test_names_of_words_are_still_found_without_their_hyphens() -> None:
    assert found("the chain of thought prompt", "Chain-of-Thought") == ["chain of thought"]
    assert found("GPT 4 and gpt-4", "GPT-4") == ["GPT 4", "gpt-4"]
