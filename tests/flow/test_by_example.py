"""More like these, suggestions for a tag, reading lists: asked, decided and taken back by keys."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from explorer.model import NodeKind
from explorer.ops.library import ask, change
from explorer.ops.tagging import tag
from explorer.questions.lookup import find_node
from explorer.store import Store
from explorer.store.taggings import carriers, taken_off
from explorer.ui.dialogs.picks_sheet import PicksSheet
from explorer.ui.dialogs.preferences import PreferencesSheet
from tests.libraries import digest, import_text, new_store
from tests.vectors import embed_by_words

SHIFT = Qt.KeyboardModifier.ShiftModifier
ROWS = [
    ("Splines on Edges of Networks", "puts splines on the edges of a network.", "2405.00001"),
    ("Networks of Learnable Splines", "learns splines on the edges of a network.", "2405.00002"),
    ("Edges with Splines for Physics", "uses splines on edges for physics.", "2405.00003"),
    ("スプラインを辺に置くネットワーク", "ネットワークの辺にスプラインを置く。", "2405.00004"),
    ("Self-Play for Preferences", "aligns a language model by self-play.", "2405.00005"),
    ("Preferences as Games", "aligns a language model as a game of preferences.", "2405.00006"),
    ("Speech of Many Voices", "synthesises speech of many voices.", "2405.00007"),
]


@pytest.fixture(scope="module")
def embedded(tmp_path_factory):
    path = tmp_path_factory.mktemp("examples") / "library.db"
    store = new_store(path)
    import_text(store, "own.md", digest("April 29 - May 5", ROWS))
    embed_by_words(store)
    store.close()
    change(path, tag, "splines", [paper(path, ROWS[0][0]), paper(path, ROWS[1][0])])
    return path


@pytest.fixture
def library(embedded, tmp_path):
    return shutil.copy(embedded, tmp_path / "library.db")


def paper(path, title):
    return ask(path, find_node, title, NodeKind.PAPER)


def the_tag(path):
    return ask(path, find_node, "splines", NodeKind.TAG)


def ids_of_kind(reader, kind):
    return [row[0] for row in reader.rows("select id from node where kind = ?", [int(kind)])]


def sheet(window):
    return next(found for found in window.findChildren(PicksSheet) if found.isVisible())


def test_suggestions_are_accepted_rejected_and_taken_back_by_keys(window, library, press, settle):
    spline = the_tag(library)
    window.navigator.go_to(spline)
    settle(window)
    window.canvas.setFocus()
    press(Qt.Key.Key_A, SHIFT)
    picks = sheet(window)
    assert "splines" in picks.title.text() and "Of 2, 2" in picks.about.text()
    first, second = picks.entries[0].node, picks.entries[1].node
    assert first == paper(library, ROWS[2][0]) and "splines" in picks.entries[0].detail
    press(Qt.Key.Key_A)
    assert first in ask(library, carriers, spline) and sheet(window).entries[0].node != first
    rejected = sheet(window).entries[0].node
    press(Qt.Key.Key_X)
    assert ask(library, taken_off, spline) == [rejected]
    assert rejected not in [entry.node for entry in sheet(window).entries]
    window.undo_order.undo()
    settle(window)
    assert ask(library, taken_off, spline) == []
    assert rejected in [entry.node for entry in sheet(window).entries]
    assert second


def test_papers_like_selected_ones_are_refined_by_marks_and_shown_as_a_graph(window, library, press, settle):
    window.navigator.select(frozenset({paper(library, ROWS[4][0])}))
    settle(window)
    window.canvas.setFocus()
    press(Qt.Key.Key_A, SHIFT)
    before = [entry.node for entry in sheet(window).entries]
    assert before[0] == paper(library, ROWS[5][0])
    press(Qt.Key.Key_X)
    assert "1 meant, 1 not" in sheet(window).about.text()
    assert before[0] not in [entry.node for entry in sheet(window).entries]
    press(Qt.Key.Key_U)
    assert [entry.node for entry in sheet(window).entries] == before
    press(Qt.Key.Key_G)
    assert set(window.navigator.scene.whole.nodes.tolist()) >= set(before)


def test_a_reading_list_of_a_digest_is_marked_and_opened(window, library, press, settle):
    issue = ask(library, ids_of_kind, NodeKind.ISSUE)
    window.navigator.select(frozenset(issue))
    window.canvas.setFocus()
    press(Qt.Key.Key_R, SHIFT)
    picks = sheet(window)
    titles = [entry.title for entry in picks.entries]
    assert sorted(titles) == sorted(row[0] for row in ROWS) and "100 %" in picks.entries[-1].side
    press(Qt.Key.Key_R)
    first = picks.entries[0].node
    press(Qt.Key.Key_Return)
    assert window.passport.shown.id == first and window.passport.shown.reading == "reading"


def test_a_reading_list_says_how_many_papers_it_could_not_compare(window, library, press, settle):
    store = Store(library)
    import_text(store, "later.md", digest("May 6 - May 12", [("Robots Fold", "folds.", "2405.00009")]))
    store.close()
    window.workspace.open(library)
    settle(window)
    window.navigator.select(frozenset(ask(library, ids_of_kind, NodeKind.PAPER)))
    window.canvas.setFocus()
    press(Qt.Key.Key_R, SHIFT)
    words = sheet(window).about.text()
    assert words.startswith("8 papers · 7 compared, 1 left out: compute similarity for them · ")


def test_one_engine_alone_is_compared_with_nothing_and_says_so(window, qtbot):
    with qtbot.waitSignal(window.workspace.notice) as told:
        window.acts.examples.compare_engines()
    assert "Only one engine" in told.args[0].message


def test_the_passport_of_a_tag_leads_to_suggestions_whatever_is_selected(window, library, settle):
    window.navigator.go_to(the_tag(library))
    settle(window)
    (suggest,) = [made for made in window.passport.findChildren(QPushButton) if made.text() == "Suggestions…"]
    suggest.click()
    settle(window)
    assert sheet(window).title.text() == "Suggestions for splines"


def test_engines_are_compared_from_the_preferences(window, press, settle):
    press(Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    preferences = window.findChild(PreferencesSheet)
    (compare,) = [made for made in preferences.findChildren(QPushButton) if "Compare" in made.text()]
    compare.click()
    settle(window)
    assert "Only one engine" in window.notice_bar.words
