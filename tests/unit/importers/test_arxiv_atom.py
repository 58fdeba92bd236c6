"""Feeds of arXiv's API that are broken, hostile or unusual."""

from __future__ import annotations

import pytest

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers.arxiv_atom import read, recognise

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">\n'
)
ENTRY = "<entry><id>http://arxiv.org/abs/2405.00011v1</id><title>{}</title></entry>\n"


def _read(text: str):
    (document,) = read(Source("feed", text))
    return document


def test_offsets_count_characters_whatever_bytes_came_before() -> None:
    text = HEAD + "".join(ENTRY.format(title) for title in ("検索 𝕏 é", "plain", "检索"))
    papers = _read(text).papers
    assert [paper.title for paper in papers] == ["検索 X é", "plain", "检索"]
    assert [text[p.evidence.start : p.evidence.end] for p in papers] == ["検索 𝕏 é", "plain", "检索"]


def test_a_feed_that_is_cut_gives_the_complete_entries_and_says_where_it_broke() -> None:
    text = HEAD + ENTRY.format("First") + ENTRY.format("Second")[:-20]
    document = _read(text)
    assert [paper.title for paper in document.papers] == ["First"]
    assert document.issues[0].line >= 4 and "feed is broken" in document.issues[0].why


def test_a_feed_without_papers_is_refused_with_the_reason() -> None:
    with pytest.raises(ImportFailed, match="holds no paper"):
        _read(HEAD + "</feed>")
    with pytest.raises(ImportFailed, match="feed is broken"):
        _read("<html><p>Rate exceeded</html>")


def test_entities_that_a_feed_declares_are_not_expanded() -> None:
    bomb = '<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(ImportFailed, match="declares entities"):
        _read(HEAD.replace("<feed", bomb + "<feed") + ENTRY.format("&b;") + "</feed>")


def test_a_feed_that_is_nested_too_deeply_is_refused() -> None:
    with pytest.raises(ImportFailed, match="nested too deeply"):
        _read(HEAD + "<x>" * 100_000)


def test_texts_of_other_namespaces_are_not_taken_for_the_title() -> None:
    text = (
        HEAD
        + ENTRY.format("Real").replace("<title>", "<x:title xmlns:x='urn:x'>Other</x:title><title>")
        + "</feed>"
    )
    assert [paper.title for paper in _read(text).papers] == ["Real"]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        (HEAD, True),
        ("\ufeff" + HEAD, True),
        (HEAD.replace("arxiv.org", "example.org"), False),
        ("<html>arxiv.org</html>", False),
        ("", False),
    ],
)
def test_only_a_feed_that_names_arxiv_is_recognised(text: str, sure: bool) -> None:
    assert (recognise(Source("x", text)) >= 0.5) is sure
