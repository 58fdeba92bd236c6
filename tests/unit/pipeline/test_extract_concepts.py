"""Concepts, mentions and links that documents state."""

from __future__ import annotations

import time

import pytest

from explorer.model import Block, BlockKind, ConceptKind, PaperRecord, Span
from explorer.pipeline.extract import (
    FoundConcept,
    FoundMention,
    agree,
    build_matcher,
    concept_key,
    find_concepts,
    find_links,
    find_mentions,
)
from explorer.text.matcher import Form


def block(
    text: str, kind: BlockKind = BlockKind.ABSTRACT, paper: int | None = None, language: str = "en"
) -> Block:
    return Block(kind, 0, len(text), text, paper=paper, language=language)


def paper(title: str, **facts: str) -> PaperRecord:
    return PaperRecord(title, Span(0, len(title), title), **facts)


def concepts(*blocks: Block, papers: tuple[PaperRecord, ...] = ()) -> dict[str, FoundConcept]:
    found = find_concepts(blocks, papers, {})
    for concept in found:
        assert blocks[concept.block].text[concept.start : concept.end]
    return {concept.name: concept for concept in found}


def test_the_name_before_the_colon_of_a_title_is_introduced_by_its_paper() -> None:
    title = "FrobNet: A Benchmark for Frobbing"
    found = concepts(block(title, BlockKind.PAPER_TITLE, 0), papers=(paper(title),))
    concept = found["FrobNet"]
    assert (concept.kind, concept.introduces, concept.rule) == (ConceptKind.BENCHMARK, 0, "title")
    assert concept.accepted
    assert title[concept.start : concept.end] == "FrobNet"


def test_the_lexicon_knows_what_an_arxiv_id_introduced() -> None:
    title = "KAN: Kolmogorov-Arnold Networks"
    known = paper(title, arxiv_id="2404.19756")
    found = concepts(block(title, BlockKind.PAPER_TITLE, 0), papers=(known,))
    assert found["KAN"].introduces == 0 and found["KAN"].rule == "lexicon"
    other = concepts(block("KAN: More of It", BlockKind.PAPER_TITLE, 0), papers=(paper("KAN: More of It"),))
    assert other == {}


def test_a_pair_gives_a_known_concept_another_spelling() -> None:
    found = concepts(
        block("提案手法は強化検索生成(RAG)です。", language="ja"), block("RAU(検索拡張理解)", language="ja")
    )
    assert {"強化検索生成", "RAG"} <= {alias.form for alias in found["RAG"].aliases}
    assert {alias.language for alias in found["RAG"].aliases} == {"en", "ja"}


def test_an_unknown_pair_is_a_concept_where_its_head_is_a_methods_or_it_is_introduced() -> None:
    assert concepts(block("based on Frobbed Widget Optimization (FWOP)."))["FWOP"].accepted
    assert not concepts(block("in the Frobbed Widget Area (FRWA)."))["FRWA"].accepted
    stated = concepts(block("We propose Frobbed Widget Area (FRWA).", paper=3))["FRWA"]
    assert stated.accepted and stated.introduces == 3


def test_a_pair_said_twice_is_surer() -> None:
    text = "in the Frobbed Widget Area (FRWA)."
    once, twice = concepts(block(text))["FRWA"], concepts(block(text), block("Also " + text))["FRWA"]
    assert twice.confidence > once.confidence and twice.accepted
    in_two = agree([find_concepts([block(text)], (), {}), find_concepts([block(text)], (), {})])
    assert in_two[0][0].confidence >= once.confidence


def test_short_acronyms_of_unknown_things_stay_under_their_long_form() -> None:
    found = concepts(block("using Causal Widget Models (CWM) here."))
    concept = found["Causal Widget Model"]
    assert [alias.form for alias in concept.aliases if alias.ambiguous] == ["CWM"]


def test_one_acronym_with_two_meanings_is_two_concepts() -> None:
    found = concepts(
        block("We propose Frobbed Widget Optimization (FWOP).", paper=0),
        block("We propose Fast Whale Observation Planning (FWOP).", paper=1),
    )
    assert {"FWOP", "Fast Whale Observation Planning"} <= set(found)


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("We introduce FrobNet, a model for frobbing.", "FrobNet", ConceptKind.MODEL),
        ("Our system, called FrobNet, works.", "FrobNet", ConceptKind.METHOD),
        ("本研究ではFrobNetを提案します。", "FrobNet", ConceptKind.METHOD),
        ("我们提出FrobNet。", "FrobNet", ConceptKind.METHOD),
        ("FrobQAデータセットで評価する。", "FrobQA", ConceptKind.DATASET),
        ("tested on the FrobBench benchmark", "FrobBench", ConceptKind.BENCHMARK),
        ("AnyFrob is used. AnyFrob helps.", "AnyFrob", ConceptKind.METHOD),
    ],
)
def test_new_names_in_prose_are_found(text: str, name: str, kind: ConceptKind) -> None:
    found = concepts(block(text))
    assert found[name].accepted and found[name].kind is kind


@pytest.mark.parametrize(
    ("text", "name", "parent"),
    [
        ("with Llama-3-70B-Instruct", "Llama-3-70B-Instruct", "Llama 3"),
        ("示す.Med-Gemini-M 1.5は", "Med-Gemini-M 1.5", "Med-Gemini"),
        ("on Qwen1.5-72B", "Qwen1.5-72B", "Qwen"),
        ("and BERT-large too", "BERT-large", "BERT"),
    ],
)
def test_sizes_and_versions_are_variants_and_no_aliases(text: str, name: str, parent: str) -> None:
    found = concepts(block(text))
    assert found[name].variant_of == parent and found[name].kind is ConceptKind.MODEL


@pytest.mark.parametrize(
    "text",
    [
        "large language models (LLMs)",
        "natural language processing (NLP)",
        "We introduce LLMs.",
        "the GPU",
        "BERT 2 times",
    ],
)
def test_general_terms_are_never_concepts(text: str) -> None:
    assert concepts(block(text)) == {}


def test_fields_and_page_furniture_are_not_read() -> None:
    assert concepts(block("We introduce FrobNet.", BlockKind.META)) == {}
    assert concepts(block("We introduce FrobNet.", BlockKind.FURNITURE)) == {}


def named(
    *texts: str, forms: tuple[Form, ...] = (), scopes: list[int | None] | None = None
) -> list[tuple[str, str]]:
    found = find_mentions(texts, build_matcher(forms), scopes)
    return [(texts[m.block][m.start : m.end], m.key) for m in found]


def test_an_ambiguous_acronym_means_what_stands_around_it() -> None:
    assert named("SAM helps.") == []
    assert named("The Segment Anything Model.", "SAM helps.")[-1] == ("SAM", "segmentanythingmodel")
    assert named("Sharpness-aware minimization (SAM).", "SAM helps.")[-1] == (
        "SAM",
        "sharpnessawareminimization",
    )


def test_the_meaning_of_one_paper_is_not_that_of_another() -> None:
    texts = ("The Segment Anything Model.", "SAM helps.")
    assert [form for form, _ in named(*texts, scopes=[0, 1])] == ["Segment Anything Model"]
    assert [form for form, _ in named(*texts, scopes=[None, 1])] == ["Segment Anything Model", "SAM"]


def test_an_acronym_that_a_text_spells_out_otherwise_is_another_thing() -> None:
    assert named("Data poisoning objective (DPO) hurts. DPO is bad.") == []
    assert [key for _, key in named("Direct Preference Optimisation (DPO). DPO")] == ["dpo", "dpo"]
    assert [key for _, key in named("直接的なペアワイズ損失方法(DPO)はDPO")] == ["dpo", "dpo"]


def test_forms_of_the_library_join_the_lexicon_and_short_ones_wait_for_their_context() -> None:
    forms = (Form("Frobbed Widget Learning", "fwl"), Form("FWL", "frobbedwidgetlearning"), Form("LLM", "llm"))
    assert named("FWL and LLM", forms=forms) == []
    assert named("frobbed widget learning", forms=forms) == [("frobbed widget learning", "fwl")]


def test_links_name_the_sentence_and_the_paper() -> None:
    title = "SPPO: Self-Play Preference Optimization"
    texts = [title, "It is new. SPPO outperforms DPO on MT-Bench. It also beats KTO.", "Does SPPO beat IPO?"]
    kinds = [BlockKind.PAPER_TITLE, BlockKind.ABSTRACT, BlockKind.QUESTION]
    blocks = [block(text, kind, 0) for text, kind in zip(texts, kinds, strict=True)]
    found = find_concepts(blocks, (paper(title, arxiv_id="2405.00675"),), {})
    links = find_links(blocks, find_mentions(texts, build_matcher()), found, {})
    said = {(link.subject, link.predicate, link.object): link for link in links}
    assert ("#0", "introduces", "sppo") in said
    outperforms = said["sppo", "outperforms", "dpo"]
    assert (
        texts[outperforms.block][outperforms.start : outperforms.end] == "SPPO outperforms DPO on MT-Bench."
    )
    assert ("sppo", "evaluated_on", "mtbench") in said
    assert said["sppo", "outperforms", "kto"].confidence < outperforms.confidence
    assert not any("ipo" in key for key in said)


def test_a_survey_surveys_what_its_title_names() -> None:
    title = "Hallucination of Multimodal Large Language Models: A Survey"
    blocks = [block(title, BlockKind.PAPER_TITLE, 0)]
    links = find_links(blocks, find_mentions([title], build_matcher()), (), {})
    said = {(x.subject, x.predicate, x.object) for x in links}
    assert said >= {("#0", "surveys", "hallucination"), ("#0", "surveys", "multimodallargelanguagemodel")}


def test_unknown_kinds_come_from_the_caller() -> None:
    text = "Frob outperforms DPO on Widget."
    mentions = [
        FoundMention(0, 0, 4, "frob"),
        FoundMention(0, 17, 20, "dpo"),
        FoundMention(0, 24, 30, "widget"),
    ]
    links = find_links([block(text)], mentions, (), {"widget": "dataset", "frob": "method"})
    assert {(x.predicate, x.object) for x in links} == {("outperforms", "dpo"), ("evaluated_on", "widget")}


@pytest.mark.parametrize("unit", ["AbC (AbC) ", "We introduce ", "Llama-", "FooBar ", "(a", "X: "])
def test_the_time_is_linear_in_a_hostile_text(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    find_concepts([block(text)], (paper(text),), {})
    assert time.process_time() - start < 4


def test_keys_are_those_of_names() -> None:
    found = concepts(block("We introduce FrobNet-2."))
    assert found["FrobNet-2"].key == concept_key("frobnet 2")


def test_a_first_version_is_also_called_without_its_number() -> None:
    read = [block("We introduce Frob-CLIP-v1. Frob CLIP is small, frob-clip-v1 too.")]
    found = find_concepts(read, (), {})
    forms = [Form(a.form, c.key, a.ambiguous, a.cased, True) for c in found for a in c.aliases]
    texts = [b.text for b in read]
    named_here = [texts[0][m.start : m.end] for m in find_mentions(texts, build_matcher(forms))]
    assert named_here == ["Frob-CLIP-v1", "Frob CLIP", "frob-clip-v1"]
    alone = ["Frob CLIP is something."]
    assert not [m for m in find_mentions(alone, build_matcher(forms)) if m.key == "frobclipv1"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("偏りを抑えるために共分散マッチングを使用している。", "共分散マッチング"),
        ("我们采用平衡对比损失训练模型。", "平衡对比损失"),
        (
            "ワッサースタイン距離最適化のため Multi-Marginal Optimal Transport 問題を解く。",
            "Multi-Marginal Optimal Transport",
        ),
    ],
)
def test_terms_that_a_sentence_uses_as_tools_are_concepts(text: str, name: str) -> None:
    assert name in {c.name for c in find_concepts([block(text)], (), {}) if c.accepted}


@pytest.mark.parametrize(
    "text", ["多様な評価指標を用いる。", "我们提出新颖的算法。", "既存のアルゴリズムを利用する。"]
)
def test_general_words_are_no_terms(text: str) -> None:
    assert not [c for c in find_concepts([block(text)], (), {}) if c.accepted]


def test_institutions_and_meetings_are_no_concepts() -> None:
    text = "The International Institute of Information Widgets (IIIW) and Widget University (WU) met."
    assert not find_concepts([block(text)], (), {})


def test_a_short_form_of_two_long_ones_means_what_is_spelled_out_beside_it() -> None:
    forms = (
        Form("MoT", "mot", coined=True),
        Form("Mixture of Transformers", "mot"),
        Form("mOT", "multimarginaloptimaltransport", ambiguous=True, coined=True),
        Form("Multi-marginal Optimal Transport", "multimarginaloptimaltransport"),
    )
    text = "Multi-marginal Optimal Transport (mOT) is old; mOT is costly."
    assert {key for _, key in named(text, forms=forms)} == {"multimarginaloptimaltransport"}
