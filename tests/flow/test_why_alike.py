"""Why two papers are alike, in the window: wording at once, meaning as soon as the sentences were read."""

from __future__ import annotations

import random
import shutil
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from explorer.embedders import EMBEDDERS
from explorer.ops.embedding import embed
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into, make, with_session
from explorer.questions.evidence import Reason
from explorer.questions.explain import explain
from explorer.questions.lookup import find_node
from explorer.ui.graph_link import card_of
from explorer.ui.panels.alike_rows import AlikeWidget, percent_words, shared_weights, shared_words
from explorer.ui.widgets.text_block import TextBlock
from tests.libraries import digest

ROWS = [
    (
        "Memory Graphs for Agents",
        "keeps what an agent has seen in a graph of events. Recalls only what the present task asks for.",
        "2405.00001",
    ),
    (
        "Agents with Memory Graphs",
        "trains robots by play. Only what the present task asks for is recalled from its notes.",
        "2405.00002",
    ),
]
CHANCE = random.Random(3)
WORDS = ["".join(CHANCE.choices("bcdfghklmnprstvz", k=3) + CHANCE.choices("aeiou", k=3)) for _ in range(600)]
FILLERS = [
    (" ".join(WORDS[9 * n : 9 * n + 3]).title(), " ".join(WORDS[9 * n + 3 : 9 * n + 9]) + ".", f"2406.{n:05}")
    for n in range(60)
]
SAID = "present task asks for"


@pytest.fixture(scope="module")
def compare(tmp_path_factory):
    """Libraries with similarities of an engine, each made once; nobody writes to them."""

    @cache
    def compare_by(engine):
        folder = tmp_path_factory.mktemp(engine)
        (folder / "own.md").write_text(digest("April 29 - May 5", ROWS + FILLERS), encoding="utf-8")
        path = folder / "compared.db"
        make(path)
        assert not import_into(path, Wish((str(folder / "own.md"),))).failed
        with_session(path, embed, engine)
        return path

    return compare_by


@pytest.fixture
def compared(compare, tmp_path, request):
    """A library with similarities of the engine that the test names."""
    engine = getattr(request, "param", "lexical")
    if EMBEDDERS[engine].missing():
        pytest.skip(f"{engine} does not run here")
    return Path(shutil.copy(compare(engine), tmp_path / "compared.db"))


@pytest.fixture
def opened(make_window, compared, settle):
    window = make_window()
    window.workspace.open(compared)
    settle(window)
    return window


def texts(widget):
    return [block.text for block in widget.findChildren(TextBlock)]


def unfold(window, compared, settle):
    """Open the tab of similar papers and compare the sentences of the first; its row."""
    window.navigator.select(frozenset({ask(compared, find_node, "Memory Graphs for Agents")}))
    settle(window)
    keys = [page.id for page in window.passport._pages]
    window.passport._tabs.setCurrentIndex(keys.index("similar"))
    rows = window.passport.findChildren(AlikeWidget)
    row = next(one for one in rows if "Agents with Memory Graphs" in texts(one)[0])
    row.findChild(QPushButton).click()
    settle(window)
    return row


def test_a_similar_paper_unfolds_its_sentence_and_ours(opened, compared, settle):
    row = unfold(opened, compared, settle)
    said = texts(row)
    assert sum(SAID in text for text in said) == 2
    assert any("wording nearer than that of" in text for text in said)
    assert any(text.startswith("shared: ") for text in said)
    button = row.findChild(QPushButton)
    assert "Agents with Memory Graphs" in button.accessibleName()
    button.click()
    settle(opened)
    assert not any(SAID in block.text for block in row.findChildren(TextBlock) if block.isVisibleTo(row))


@pytest.mark.parametrize("compared", ["e5_small"], indirect=True)
def test_meaning_takes_the_place_of_wording(opened, compared, settle, qtbot):
    row = unfold(opened, compared, settle)
    qtbot.waitUntil(lambda: any("meaning nearer" in text for text in texts(row)), timeout=60_000)
    assert ask(compared, _sentences) > 20


def _sentences(reader):
    return reader.value("select count(*) from sentence_vector")


def test_explain_shows_both_sentences_and_what_both_share(opened, compared, settle):
    pair = [ask(compared, find_node, title) for title, *_ in ROWS]
    opened.navigator.select(frozenset(pair))
    opened.navigator.explain()
    settle(opened)
    said = texts(opened.passport)
    assert sum(SAID in text for text in said) == 2
    assert any("wording nearer" in text for text in said)


def test_the_card_of_a_similarity_says_why(compared):
    pair = [ask(compared, find_node, title) for title, *_ in ROWS]
    card = card_of(ask(compared, explain, *pair), "similar", "")
    assert len(card.quotes) == 2
    assert all(SAID in quote.text for quote in card.quotes)
    assert "wording nearer" in card.note
    assert "shared: " in card.note


def test_what_both_share_is_weighed_in_words_and_the_numbers_stand_in_the_tooltip():
    found = (
        Reason("method", "CLIP", 0.62),
        Reason("method", "RAG", 0.2),
        Reason("edition", "ICML 2024", 0.02),
    )
    assert shared_words(found) == "shared: CLIP (rare) · RAG · ICML 2024 (common)"
    assert shared_weights(found) == "weight, 0 to 1: CLIP 0.62 · RAG 0.20 · ICML 2024 0.02"
    assert shared_words(()) == shared_weights(()) == ""


def test_nothing_is_nearer_than_all_pairs_there_could_be():
    assert [percent_words(value) for value in (100.0, 99.5, 62.0)] == ["99.99", "99.5", "62"]
