"""What a paper is about, when its sentences do not say it."""

import pytest

from explorer.model import Block, BlockKind, PaperRecord, Span
from explorer.pipeline.extract import build_matcher, find_concepts, find_mentions
from explorer.pipeline.extract_topics import find_topics, spells_out


def topic(title, *texts):
    kinds = [BlockKind.PAPER_TITLE, *[BlockKind.TEXT] * len(texts)]
    blocks = [Block(kind, 0, len(t), t, paper=0) for kind, t in zip(kinds, (title, *texts), strict=True)]
    papers = (PaperRecord(title, Span(0, len(title), title)),)
    found = find_concepts(blocks, papers, {})
    mentions = find_mentions([b.text for b in blocks], build_matcher(), [b.paper for b in blocks])
    kind_of = {"mmlu": "benchmark", "lora": "method", "dpo": "method", "lima": "model"}
    return find_topics(blocks, mentions, found, papers, kind_of).get(0, "")


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("QLoRA: Efficient Finetuning of Quantized LLMs", "LoRAより軽い。", "qlora"),
        ("Less Is More for Alignment", "LIMAは1000件で学習。GPT-4に匹敵。", "lima"),
        ("Your Language Model is Secretly a Reward Model", "RLHFより安定したDPOを提案。", "dpo"),
        ("A Study of Everything", "We propose LoRA. It beats DPO.", "lora"),
        ("Scaling LoRA to Many Users", "It is quick.", "lora"),
    ],
)
def test_a_paper_is_about_what_its_title_or_its_passages_say(title, text, expected):
    assert topic(title, text) == expected


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("On the Nature of Things", "DPO and LoRA are compared."),
        ("From LoRA to DPO", "Two methods."),
        ("Scores on MMLU", "A benchmark is not what a paper builds."),
    ],
)
def test_where_nothing_or_two_things_say_it_there_is_no_topic(title, text):
    assert topic(title, text) == ""


def test_an_acronym_is_spelled_out_with_or_without_small_words():
    assert spells_out("Tree of Thoughts: Deliberate Problem Solving", "ToT")
    assert spells_out("Reasoning and Acting in Large Agents", "RALA")
    assert not spells_out("Large Language Models", "LM")
    assert not spells_out("Attention Is All You Need", "BERT")
