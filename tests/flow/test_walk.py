"""Five minutes by keys only: a method, a sentence, a path, a lineage, a tag, a time, a view that is kept.

Not walked here, because the window has them not yet: trend claims checked against lists, what changed since.
``EXPLORER_CORPUS_LIBRARY`` names a library of the corpus to walk in (a copy of it); else one is imported.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from explorer.model import NodeKind
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into, make
from explorer.ops.sample import make_sample
from explorer.questions.lookup import find_node
from explorer.questions.overview import overview
from explorer.questions.path import find_path
from explorer.settings import Settings
from explorer.ui.panels.passport_pages import shown_sentence
from tests.flow.keyboard import CTRL, SHIFT, Keyboard
from tests.flow.last_session import told

SETTINGS = Settings(motion="off", engine="lexical")
TAG = "alignment / アラインメント / 对齐"
VIEW = "RAG, spring 2024"
SINCE, UNTIL = "2023-12", "2024-05"
EARLIEST, LATEST = "2023-11-01", "2024-06-30"  #: where a bar is two months wide
SCRIPTS = range(0x3040, 0x3100)  # kana


@dataclass(frozen=True, slots=True)
class Names:
    """What a library calls the stations of the walk.

    Attributes:
        bridged: What stands around RAG, from several kinds of documents.
        japanese: One of them, linked with RAG by a Japanese sentence.
        path: Two ends and what lies between them.
    """

    bridged: tuple[str, ...]
    japanese: str
    path: tuple[str, str, str]
    has_islands: bool  #: whether similarity is computed on the way: then the island is a community


SAMPLE = Names(
    ("Repoformer", "Adapt-LLM", "RAG and RAU", "Chain of Agents"),
    "Adapt-LLM",
    ("PLaG", "CoT", "Tree of Thoughts"),
    True,
)
CORPUS = Names(
    ("Repoformer", "RAG and RAU", "Chain of Agents"),  # no sentence of the corpus links Adapt-LLM with RAG
    "Chain of Agents",
    ("PLaG", "CoT", "Tree of Thoughts"),
    False,
)


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    return make_sample(tmp_path_factory.mktemp("sample") / "sample.db")


@pytest.fixture
def corpus_library(request, tmp_path):
    """The documents of the corpus, without the lists of venues; or a copy of a library that is there."""
    library = tmp_path / "corpus.db"
    if kept := os.environ.get("EXPLORER_CORPUS_LIBRARY"):
        return Path(shutil.copy(kept, library))
    folder = request.getfixturevalue("corpus")
    make(library)
    assert not import_into(library, Wish((str(folder / "seeds"), str(folder / "digests")))).failed
    return library


@pytest.fixture
def open_window(make_window, settle, qtbot):
    """A window on a copy of a library, with hands on its keyboard."""

    def on(library):
        window = make_window(SETTINGS)
        window.resize(1440, 900)
        window.session.begin()
        window.workspace.open(library)
        settle(window)
        window.activateWindow()
        window.canvas.setFocus()
        return Keyboard(window, settle, qtbot)

    return on


@pytest.fixture
def walk(open_window, make_window, settle, tmp_path):
    """Every step in a library, each with what it must bring; then a restart."""

    def on(library, names):
        keys = open_window(library)
        window = keys.window
        if names.has_islands:
            computes_similarity(keys)
        sees_what_a_method_bridges(keys, names)
        reads_a_japanese_sentence(keys, names)
        goes_deeper_and_nothing_moves(keys)
        finds_the_path(keys, library, names)
        sees_prior_and_derivative(keys)
        tags_an_island(keys, library, names)
        brushes_a_time(keys)
        saves_the_view(keys, library)
        exports(keys, tmp_path)
        before, view = told(window), window.navigator.scene.view
        keys.press(Qt.Key.Key_Q, CTRL)
        assert not window.isVisible()
        comes_back(keys.again(make_window(SETTINGS)), before, view)

    return on


def test_the_walk_in_the_sample_by_keys_only(walk, sample, tmp_path):
    walk(Path(shutil.copy(sample, tmp_path / "walked.db")), SAMPLE)


@pytest.mark.corpus
@pytest.mark.slow
def test_the_walk_in_the_corpus_by_keys_only(walk, corpus_library):
    walk(corpus_library, CORPUS)


def computes_similarity(keys):
    keys.press(Qt.Key.Key_K, CTRL)
    keys.type("Compute similarity")
    assert keys.window.palette_view.chosen.command == "file.embed"
    keys.press(Qt.Key.Key_Return)
    keys.wait(lambda: "embedded" in keys.window.notice_bar.words)


def sees_what_a_method_bridges(keys, names):
    keys.go("RAG")
    keys.press(Qt.Key.Key_1)
    navigator = keys.window.navigator

    def missing():
        shown = navigator.scene.view.names
        return [name for name in names.bridged if not any(one.startswith(name) for one in shown)]

    keys.press_until(Qt.Key.Key_W, lambda: not missing() or not navigator.scene.whole.left_out)
    assert not missing()
    view = navigator.scene.view
    assert view.names[view.center] == "RAG"
    assert {NodeKind.PAPER, NodeKind.CONCEPT} <= set(view.kinds.tolist())


def reads_a_japanese_sentence(keys, names):
    window = keys.window
    rag = window.canvas.current
    arrows = iter((Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down))
    while window.canvas.current == rag:
        keys.press(next(arrows))
    assert "link" in window.status.focus_words and "RAG" in window.status.focus_words
    keys.press(Qt.Key.Key_Slash)
    rows = window.left_panel.list
    before = rows.model.lines
    keys.type(names.japanese)
    keys.wait(lambda: rows.model.lines != before)
    assert rows.model.name_at(0) == names.japanese
    keys.press(Qt.Key.Key_Down)
    assert rows.table.hasFocus()
    keys.press(Qt.Key.Key_Down)
    keys.press_until(Qt.Key.Key_Up, lambda: window.navigator.state.selection == {rows.model.node_at(0)})
    keys.press(Qt.Key.Key_E)
    assert any(ord(letter) in SCRIPTS for text in keys.said() for letter in text)
    keys.press_until(Qt.Key.Key_Tab, window.canvas.hasFocus)


def goes_deeper_and_nothing_moves(keys):
    navigator = keys.window.navigator
    before = navigator.scene
    keys.press(Qt.Key.Key_2)
    after = navigator.scene
    held, shown = set(before.view.ids.tolist()), set(after.view.ids.tolist())
    # a view that is full already has no room: it counts what it leaves out
    assert held <= shown if before.view.left_out else held < shown
    assert len(held) + before.view.left_out < len(shown) + after.view.left_out
    rows = [after.view.row_of(node) for node in before.view.ids.tolist()]
    assert np.array_equal(after.pos[rows], before.pos)


def finds_the_path(keys, library, names):
    start, middle, end = names.path
    keys.go(start)
    keys.press(Qt.Key.Key_P)
    keys.choose(end)
    scene = keys.window.navigator.scene
    assert keys.window.navigator.state.title.startswith(f"Path {start} → ")
    assert middle in scene.view.names
    ends = [ask(library, find_node, name) for name in (start, end)]
    answer = ask(library, find_path, *ends)
    best = (answer.paths or answer.weaker)[0]  # the window shows what is stated, else what is named together
    assert best.hops and all(hop.quotes for hop in best.hops)
    assert all(shown_sentence(hop.quotes[0]) in keys.said() for hop in best.hops)


def sees_prior_and_derivative(keys):
    keys.go("RLHF")
    keys.open_part("Lineage")
    assert any("DPO" in text for text in keys.said())
    keys.go("DPO")
    said = " ".join(keys.said())  # the part stays open
    assert "RLHF" in said and "KTO" in said


def tags_an_island(keys, library, names):
    window = keys.window
    keys.press(Qt.Key.Key_O if names.has_islands else Qt.Key.Key_N, SHIFT)
    island = window.navigator.state.selection
    assert ask(library, find_node, "DPO") in island and len(island) > 2
    assert len(island) < len(window.navigator.scene.view.ids) or not names.has_islands
    keys.press(Qt.Key.Key_T)
    keys.type(TAG)
    keys.press(Qt.Key.Key_Return)
    assert (TAG, len(island)) in [(tag.name, tag.count) for tag in ask(library, overview).tags]
    assert TAG in window.navigator.scene.view.names


def brushes_a_time(keys):
    window, strip = keys.window, keys.window.time_strip

    def filters():
        return window.navigator.state.query.filters

    def papers():
        view = window.navigator.scene.view
        return set(view.ids[view.kinds == NodeKind.PAPER].tolist())

    keys.go("RAG")
    keys.press(Qt.Key.Key_2)
    before = papers()
    keys.press_until(
        Qt.Key.Key_BracketLeft, lambda: strip.span is not None and strip.span.since.isoformat()[:7] <= SINCE
    )
    keys.press_until(Qt.Key.Key_BracketRight, lambda: strip.span.until.isoformat()[:7] >= UNTIL, SHIFT)
    keys.wait(lambda: filters().until == strip.span.until.isoformat())
    assert filters().since >= EARLIEST
    assert filters().until <= LATEST
    assert papers() and before - papers()


def saves_the_view(keys, library):
    keys.press(Qt.Key.Key_S, CTRL | SHIFT)
    keys.press(Qt.Key.Key_A, CTRL)
    keys.type(VIEW)
    keys.press(Qt.Key.Key_Return)
    assert ask(library, overview).views == (VIEW,)


def exports(keys, folder):
    for suffix, mark in ((".svg", "<svg"), (".bib", "@"), (".html", "<html")):
        file = folder / f"walk{suffix}"
        keys.export(file)
        assert mark in file.read_text(encoding="utf-8")


def comes_back(keys, before, view):
    window = keys.window
    assert window.session.come_back(window.session.begin())
    keys.wait(lambda: window.navigator.scene is not None)
    after = told(window)
    del after["camera"]  # the screen of nobody is smaller than the window was
    assert after == {name: value for name, value in before.items() if name != "camera"}
    window.activateWindow()
    window.canvas.setFocus()
    keys.go("RLHF")
    keys.press(Qt.Key.Key_1, CTRL)
    assert window.navigator.state.name == VIEW
    assert window.navigator.scene.view.names == view.names
    assert np.allclose(window.navigator.scene.pos, before["pos"])
