"""What looks like a name."""

from __future__ import annotations

import time

import pytest

from explorer.model import ConceptKind
from explorer.pipeline.extract_names import (
    coined_names,
    is_coined,
    kind_of_long_form,
    kind_of_title_name,
    singular,
    title_name,
)


@pytest.mark.parametrize(
    "token", ["QLoRA", "XRM", "V-IRL", "tinyBenchmarks", "Med-PaLM", "SWE-bench", "M3G", "GPT-4o"]
)
def test_made_up_tokens_have_capitals_inside(token: str) -> None:
    assert is_coined(token)


@pytest.mark.parametrize(
    "token",
    [
        "Prompting",
        "the",
        "3D",
        "7B",
        "A100",
        "LLM",
        "LLMs",
        "LLM-based",
        "GPU-friendly",
        "DOmain",
        "INSTruction",
        "NeurIPS2023",
        "US",
        "X",
    ],
)
def test_words_sizes_and_general_terms_are_not_made_up(token: str) -> None:
    assert not is_coined(token)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("KAN: Kolmogorov-Arnold Networks", "KAN"),
        ("tinyBenchmarks: evaluating LLMs with fewer examples", "tinyBenchmarks"),
        ("MagicLens – Self-Supervised Image Retrieval", "MagicLens"),
        ("NaturalSpeech 3: Zero-Shot Speech Synthesis", "NaturalSpeech 3"),
        ("Voyager: An Open-Ended Embodied Agent", "Voyager"),
        ("SimPO", "SimPO"),
        ("LESS: Selecting Influential Data", "LESS"),
    ],
)
def test_a_title_introduces_the_name_before_its_colon(title: str, name: str) -> None:
    found = title_name(title)
    assert found is not None and found.name == name and found.confidence >= 0.5


@pytest.mark.parametrize(
    "title",
    [
        "A Survey: What We Know",
        "Position: Embodied AI Needs More",
        "Understanding Attention: A Primer",
        "Large Language Models: A Survey",
        "LLMs: Past and Future",
        "Is Attention All You Need?: A Reply",
        "Deep Reinforcement Learning: Theory and Practice of Many Things",
        "Off-Policy Evaluation: Beyond Overlap",
        "Attention Is All You Need",
        "Learning to Rank via Boosting",
        "RAG and RAU: A Survey on Retrieval",
        "Text-to-SQL Survey",
        "",
        ": nothing before",
    ],
)
def test_phrases_questions_and_surveys_are_no_names(title: str) -> None:
    found = title_name(title)
    assert found is None or found.confidence < 0.5


def test_ordinary_words_are_a_name_where_the_abstract_writes_them_as_one() -> None:
    title = "Tree of Thoughts: Deliberate Problem Solving"
    assert (
        title_name(title, "We introduce a framework, Tree of Thoughts (ToT), for inference.").confidence
        >= 0.5
    )
    assert title_name(title, "We search over thoughts in a tree.").confidence < 0.5
    assert title_name("Simplicity: A Principle", "We show that simplicity wins.").confidence < 0.5


def test_the_kind_comes_from_the_name_or_from_the_apposition() -> None:
    assert (
        kind_of_title_name("CogBench", "CogBench: a large language model walks into a lab")
        is ConceptKind.BENCHMARK
    )
    assert kind_of_title_name("KAN", "KAN: Kolmogorov-Arnold Networks") is ConceptKind.MODEL
    assert kind_of_title_name("X", "X: A Dataset of Things for Models") is ConceptKind.DATASET
    assert kind_of_title_name("DoRA", "DoRA: Weight-Decomposed Low-Rank Adaptation") is ConceptKind.METHOD


@pytest.mark.parametrize(
    ("long", "kind", "like_a_method"),
    [
        ("Direct Preference Optimization", ConceptKind.METHOD, True),
        ("graph neural network", ConceptKind.MODEL, True),
        ("named entity recognition", ConceptKind.TASK, True),
        ("partial differential equation", ConceptKind.METHOD, False),
        ("検索拡張生成", ConceptKind.METHOD, True),
        ("大规模语言模型", ConceptKind.MODEL, True),
    ],
)
def test_the_head_noun_of_a_long_form_tells_its_kind(
    long: str, kind: ConceptKind, like_a_method: bool
) -> None:
    assert kind_of_long_form(long) == (kind, like_a_method)


def test_a_spelled_out_name_is_singular() -> None:
    assert singular("Vision Foundation Models") == "Vision Foundation Model"
    assert singular("Graph Neural Networks") == "Graph Neural Network"
    assert singular("Markov Decision Process") == "Markov Decision Process"
    assert singular("模型") == "模型"


def test_made_up_names_are_found_beside_kana_and_full_stops() -> None:
    text = "示す.NR-LLMはAnyToolと https://x.org/FooBar や LLM-based"
    assert [text[a:b] for a, b in coined_names(text)] == ["NR-LLM", "AnyTool"]


@pytest.mark.parametrize("unit", ["a", "A", "a-", "A-", "aB", "A1", "a.", "1"])
def test_the_time_is_linear_in_a_hostile_text(unit: str) -> None:
    start = time.process_time()
    coined_names(unit * (100_000 // len(unit)))
    assert time.process_time() - start < 2
