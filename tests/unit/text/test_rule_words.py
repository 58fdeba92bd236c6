"""Rules of tags: and, or, not, phrases, fields, in three scripts."""

import pytest

from explorer.errors import ExplorerError
from explorer.text.rule_words import foldable, read_rule


def holds(words, title="", abstract="", method=""):
    texts = {"title": foldable(title), "abstract": foldable(abstract), "method": foldable(method)}
    return read_rule(words).matches(texts)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("language model", "Large Language Models"),
        ('"state space"', "State-Space Models"),
        ("state-space", "State space duality"),
        ("mamba*", "MambaVision"),
        ("agent or retrieval", "Retrieval at scale"),
        ("(agent or retrieval) -vision", "Agents at work"),
        ("ＬＬＭ", "An LLM for all"),
        ("剪枝", "大模型剪枝方法"),
        ("「状態空間」 not 画像", "状態空間モデル"),
        ("LLM", "LLMの評価"),
        ("枝刈り または 量子化", "量子化の研究"),
    ],
)
def test_a_rule_holds(words, title):
    assert holds(words, title)


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("rag", "Fragments"),
        ('"model language"', "Language Model"),
        ("agent -vision", "Vision agents"),
        ("agent not (vision or speech)", "Speech agents"),
        ("mamba", "MambaVision"),
        ("abstract:agent", "Agents"),
    ],
)
def test_a_rule_does_not_hold(words, title):
    assert not holds(words, title)


def test_fields_are_asked_one_by_one_and_words_may_stand_in_any():
    assert holds("abstract:agent method:lora", abstract="An agent.", method="LoRA")
    assert holds("agent lora", title="Agents", method="LoRA")
    assert not holds('"agents lora"', title="Agents", method="LoRA")


@pytest.mark.parametrize(
    "words", ["", "  ", '"open', "(a", "a)", "a or", "not a", "a or not b", "*", "x" * 1001]
)
def test_what_cannot_be_understood_is_said(words):
    with pytest.raises(ExplorerError):
        read_rule(words)
