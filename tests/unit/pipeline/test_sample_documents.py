"""The documents of the sample library: real facts, our words, and a graph worth opening."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from explorer.importers import IMPORTERS, Source
from explorer.model import Document, DocumentKind
from explorer.pipeline.extract import (
    FoundLink,
    agree,
    build_matcher,
    find_concepts,
    find_links,
    find_mentions,
)
from explorer.pipeline.recognise import recognise
from explorer.resources import resource
from explorer.text.matcher import Form

FORMATS = {
    "digest-en.md": "dair_weekly_digest",
    "digest-ja.txt": "ja_weekly_digest",
    "report-zh.md": "conference_report",
    "slides-en.txt": "slide_transcript",
}
_ARXIV = re.compile(r"(?<!\d)\d{4}\.\d{5}(?!\d)")


def path(name: str) -> Path:
    return resource("sample", name)


@cache
def documents(name: str) -> tuple[Document, ...]:
    source = Source(name, path(name).read_bytes().decode("utf-8"))
    return IMPORTERS[recognise(source, "")].read(source)


@cache
def read_all() -> dict[str, tuple[frozenset[str], tuple[FoundLink, ...]]]:
    """File name → (keys of the concepts that it names, its links)."""
    rows = [(name, document) for name in FORMATS for document in documents(name)]
    found = agree([find_concepts(document.blocks, document.papers, {}) for _, document in rows])
    forms = [Form(a.form, c.key, a.ambiguous) for row in found for c in row if c.accepted for a in c.aliases]
    matcher = build_matcher(forms)
    read: dict[str, tuple[frozenset[str], tuple[FoundLink, ...]]] = {}
    for (name, document), concepts in zip(rows, found, strict=True):
        blocks = document.blocks
        mentions = find_mentions([b.text for b in blocks], matcher, [b.paper for b in blocks])
        keys, links = read.get(name, (frozenset(), ()))
        made = find_links(blocks, mentions, concepts, {})
        read[name] = (keys | {m.key for m in mentions}, links + made)
    return read


@pytest.mark.parametrize(("name", "expected"), FORMATS.items())
def test_each_document_is_recognised_as_what_it_is(name: str, expected: str) -> None:
    source = Source(name, path(name).read_text(encoding="utf-8"))
    assert recognise(source, "") == expected


@pytest.mark.parametrize("name", FORMATS)
def test_each_document_says_at_its_top_that_it_was_written_for_the_app(name: str) -> None:
    head = path(name).read_text(encoding="utf-8").split("\n\n##")[0][:600]
    assert "Paper Explorer" in head
    assert re.search(r"sample|見本|示例", head)


def test_the_sample_is_short_and_names_some_sixty_papers() -> None:
    texts = [path(name).read_text(encoding="utf-8") for name in FORMATS]
    assert sum(len(text.encode()) for text in texts) < 40_000
    assert 60 <= len({arxiv for text in texts for arxiv in _ARXIV.findall(text)}) <= 80


@pytest.mark.parametrize("name", FORMATS)
def test_every_paper_that_a_document_names_is_read_with_its_number(name: str) -> None:
    stated = set(_ARXIV.findall(path(name).read_text(encoding="utf-8")))
    read = {p.arxiv_id for document in documents(name) for p in document.papers}
    assert read == stated
    assert all(p.title for document in documents(name) for p in document.papers)


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_in_a_document_is_left_unread(name: str) -> None:
    assert [issue for document in documents(name) for issue in document.issues] == []


def test_the_two_digests_of_one_week_are_one_issue() -> None:
    (japanese,) = documents("digest-ja.txt")
    english = documents("digest-en.md")
    assert [d.issue_of for d in english if d.covers_from == japanese.covers_from] == [japanese.issue_of]
    same_week = next(d for d in english if d.issue_of == japanese.issue_of)
    assert {p.arxiv_id for p in same_week.papers} == {p.arxiv_id for p in japanese.papers}
    assert all(p.qa_pairs == 2 for p in japanese.papers)


def test_the_round_up_and_the_slides_belong_to_their_conferences() -> None:
    (report,), (slides,) = documents("report-zh.md"), documents("slides-en.txt")
    assert (report.kind, report.language) == (DocumentKind.CONFERENCE_REPORT, "zh")
    assert (slides.kind, slides.language) == (DocumentKind.SLIDE_TRANSCRIPT, "en")
    assert [e.name for e in report.editions] == ["ICML 2024"]
    assert [e.name for e in slides.editions] == ["NeurIPS 2023"]


def test_retrieval_augmented_generation_bridges_all_four() -> None:
    assert all("rag" in keys for keys, _ in read_all().values())


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("digest-en.md", "kan competes_with mlp"),
        ("digest-en.md", "sppo outperforms dpo"),
        ("digest-en.md", "sppo outperforms ipo"),
        ("digest-en.md", "chainofagents outperforms rag"),
        ("digest-en.md", "mamba succeeded_by mamba2"),
        ("digest-en.md", "mamba2 compared_with transformer"),
        ("digest-ja.txt", "kan competes_with mlp"),
        ("digest-ja.txt", "medgemini builds_on gemini"),
        ("digest-ja.txt", "adaptllm addresses_limit_of rag"),
        ("report-zh.md", "kto competes_with dpo"),
        ("report-zh.md", "dora variant_of lora"),
        ("report-zh.md", "rlhf succeeded_by dpo"),
        ("report-zh.md", "repoformer builds_on rag"),
        ("report-zh.md", "mamba2 compared_with transformer"),
        ("slides-en.txt", "dpo succeeded_by kto"),
        ("slides-en.txt", "qlora builds_on lora"),
        ("slides-en.txt", "tot builds_on cot"),
        ("slides-en.txt", "rag builds_on denseretrieval"),
    ],
)
def test_the_links_that_the_sample_shows_are_read_from_its_sentences(name: str, link: str) -> None:
    _, links = read_all()[name]
    said = {f"{x.subject} {x.predicate} {x.object}": x for x in links}
    assert said[link].confidence >= 0.7


@pytest.mark.parametrize(
    ("name", "least"),
    [("digest-en.md", 45), ("digest-ja.txt", 20), ("report-zh.md", 14), ("slides-en.txt", 25)],
)
def test_each_document_links_methods(name: str, least: int) -> None:
    _, links = read_all()[name]
    stated = {(x.subject, x.predicate, x.object) for x in links if not x.subject.startswith("#")}
    assert len(stated) >= least
