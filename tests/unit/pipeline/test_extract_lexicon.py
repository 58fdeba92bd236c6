"""The lexicon that ships: every line is looked at."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict

from explorer.model import ConceptKind
from explorer.pipeline.extract_lexicon import general_terms, known_keys, load_lexicon, seeds_by_key
from explorer.resources import seed
from explorer.text.matcher import Matcher, concept_key


def lines() -> list[list[str]]:
    text = seed("methods.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


def test_the_file_is_normalised_and_holds_hundreds_of_concepts_of_every_kind() -> None:
    text = seed("methods.tsv").read_text(encoding="utf-8")
    assert unicodedata.normalize("NFKC", text) == text
    assert len(load_lexicon()) == len(lines()) >= 500
    assert {concept.kind for concept in load_lexicon()} == set(ConceptKind)


def test_no_line_has_stray_spaces_empty_forms_or_a_form_twice() -> None:
    for row in lines():
        assert len(row) <= 9 and all(cell == cell.strip() for cell in row), row
        for cells in ([row[0], *row[2:4]], row[4:5], row[5:6]):
            forms = [form for cell in cells for form in cell.split("|") if cell]
            assert all(form == form.strip() and form for form in forms), row
            assert len(forms) == len(set(forms)), row


def test_names_are_unique_and_variants_name_a_line() -> None:
    keys = [concept.key for concept in load_lexicon()]
    assert len(keys) == len(set(keys)) == len(seeds_by_key())
    for concept in load_lexicon():
        if concept.variant_of:
            parent = seeds_by_key()[concept_key(concept.variant_of)]
            assert parent.name == concept.variant_of != concept.name


def test_variants_lead_to_an_origin() -> None:
    for concept in load_lexicon():
        chain = [concept]
        while chain[-1].variant_of:
            chain.append(seeds_by_key()[concept_key(chain[-1].variant_of)])
            assert len(chain) < 6, [c.name for c in chain]


def test_introducing_papers_are_arxiv_ids() -> None:
    stated = [c.introduced_by_arxiv for c in load_lexicon() if c.introduced_by_arxiv]
    assert len(stated) > 300
    assert all(re.fullmatch(r"\d{2}(0[1-9]|1[0-2])\.\d{4,5}", arxiv) for arxiv in stated)


def test_a_spelling_stands_for_two_concepts_only_where_it_says_so() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for concept in load_lexicon():
        for alias in concept.aliases:
            if not alias.ambiguous:
                owners[concept_key(alias.form)].add(concept.name)
    assert {form: names for form, names in owners.items() if len(names) > 1} == {}


def test_no_concept_is_a_term_that_is_too_general() -> None:
    forms = {concept_key(alias.form) for concept in load_lexicon() for alias in concept.aliases}
    assert forms & general_terms() == set()
    assert {"llm", "llms", concept_key("機械学習"), "ai"} <= general_terms()


def test_every_spelling_is_found_in_a_sentence_of_its_own() -> None:
    concepts = load_lexicon()
    matcher = Matcher(form for concept in concepts for form in concept.forms())
    for concept in concepts:
        for alias in concept.aliases:
            sentence = f"「{alias.form}」"
            matches = matcher.find(sentence)
            assert matches and concept.key in matches[0].keys, alias
            assert sentence[matches[0].start : matches[0].end] == alias.form


def test_scripts_and_kinds_follow_the_writing() -> None:
    icl = seeds_by_key()["incontextlearning"]
    assert {(a.language, a.script, a.kind) for a in icl.aliases} >= {
        ("en", "latin", "name"),
        ("en", "latin", "acronym"),
        ("ja", "kana", "translation"),
        ("zh", "han", "translation"),
    }
    gemini = seeds_by_key()["gemini"]
    assert ("ジェミニ", "transliteration") in {(a.form, a.kind) for a in gemini.aliases}


def test_facts_that_everybody_knows() -> None:
    by_name = {concept.name: concept for concept in load_lexicon()}
    assert by_name["Transformer"].introduced_by_arxiv == "1706.03762"
    assert by_name["KAN"].introduced_by_arxiv == "2404.19756"
    assert by_name["GPT-4-Turbo"].variant_of == "GPT-4"
    assert by_name["LLaVA-1.5"].variant_of == "LLaVA"
    assert "検索拡張生成" in {a.form for a in by_name["RAG"].aliases}
    assert known_keys()[concept_key("思维链")] == "CoT"
    assert "sam" not in known_keys()
