"""Whether two titles, with the text beside them, can be of one paper."""

import pytest

from explorer.text.title_agreement import Titled, Verdict, same_title, titles_agree
from explorer.text.title_words import share, title_words, weight

FULL = "Lantern: Guiding Sparse Retrievers with Weak Signals from Click Logs"


@pytest.mark.parametrize(
    "short",
    [
        "Lantern",
        "LANTERN: guiding sparse retrievers with weak signals from click logs",
        "Guiding Sparse Retrievers with Weak Signals from Click Logs",
        "Lantern - Guiding Sparse Retrievers",
        "Guiding Retrievers with Click Logs",
        "[Oral] Lantern",
    ],
)
def test_a_shortened_title_is_the_same_paper(short):
    assert titles_agree(Titled(short), Titled(FULL)) is Verdict.SAME


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("GRIT", "Generative Representational Instruction Tuning"),
        ("Cartographic Pretraining", "A Study of Cartographic Pre-training at Scale"),
        ("The HarborBERT Encoder", "Harbor BERT for Port Logistics"),
    ],
)
def test_acronyms_and_other_spellings_are_the_same_paper(short, full):
    assert titles_agree(Titled(short), Titled(full)) is Verdict.SAME


def test_a_name_that_the_title_lacks_is_told_by_the_text_beside_it():
    known = Titled("Teaching Boats to Sail without a Keel")
    beside = "The authors teach small boats to sail although they have no keel."
    assert titles_agree(Titled("Nautilus-2", beside), known) is Verdict.SAME
    assert titles_agree(Titled("Nautilus-2"), known) is Verdict.UNKNOWN
    other = "A tokenizer for protein sequences that merges residues by their chemistry."
    assert titles_agree(Titled("Nautilus-2", other), known) is Verdict.OTHER


def test_the_abstract_of_the_known_paper_counts_too():
    known = Titled("Teaching Boats to Sail", "We present Nautilus Rigging, a controller for boats.")
    assert titles_agree(Titled("Nautilus Rigging"), known) is Verdict.SAME


def test_two_titles_without_a_word_in_common_are_two_papers():
    assert titles_agree(Titled("Protein Tokenizers from Chemistry"), Titled(FULL)) is Verdict.OTHER


def test_common_words_alone_prove_nothing():
    known = Titled("Large Language Models for Image Generation")
    text = "A large language model that makes images from a text, trained on more data than its rivals."
    assert titles_agree(Titled("Quartz", text), known) is Verdict.UNKNOWN


@pytest.mark.parametrize("title", ["弱い信号による疎な検索器の誘導", "利用点击日志引导稀疏检索"])
def test_a_title_in_another_script_cannot_be_judged(title):
    assert titles_agree(Titled(title), Titled(FULL)) is Verdict.UNKNOWN


def test_a_name_within_a_japanese_title_can_be_compared():
    assert (
        titles_agree(Titled("Lantern: 弱い信号による Sparse Retrievers の誘導"), Titled(FULL)) is Verdict.SAME
    )


def test_one_word_that_begins_a_longer_title_is_no_proof_of_sameness():
    assert not same_title("Thin", "Thinking in Public")
    assert not same_title("", FULL)


def test_rare_words_weigh_more_than_common_ones():
    assert weight(title_words("Lantern")) > weight(title_words("large language models"))
    assert share(frozenset(), frozenset({"a"})) == 0
    assert share(title_words("operating systems"), title_words("operation system")) == 1
