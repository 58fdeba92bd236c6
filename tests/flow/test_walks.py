"""P and B: paths and bridges as views, with their sentences beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into
from explorer.questions.lookup import find_node
from explorer.ui.dialogs.choose_sheet import ChooseSheet
from explorer.ui.widgets.text_block import TextBlock
from tests.libraries import digest

ROWS = [
    ("ZetaNet: Sparse Experts", "ZetaNet outperforms DPO.", "2405.00001"),
    ("Words on Preferences", "KTO outperforms DPO by far. RAG helps.", "2405.00002"),
]


@pytest.fixture
def library(library, tmp_path):
    """The small library with another week, which states more."""
    path = tmp_path / "more.md"
    path.write_text(digest("May 6 - May 12", ROWS), encoding="utf-8")
    import_into(library, Wish((str(path),)))
    return library


@pytest.fixture
def choose(window, library, settle):
    """Selects nodes by name; their ids."""

    def on(*names):
        found = [ask(library, find_node, name) for name in names]
        window.navigator.select(frozenset(found))
        settle(window)
        window.canvas.setFocus()
        return found

    return on


def panel_texts(window):
    return [block.text for block in window.passport.findChildren(TextBlock)]


def test_p_lays_the_path_out_from_left_to_right_with_its_sentences(window, press, choose):
    ends = choose("ZetaNet", "KTO")
    press(Qt.Key.Key_P)
    scene = window.navigator.scene
    assert set(scene.view.names) == {"ZetaNet", "DPO", "KTO"}
    x = dict(zip(scene.view.names, scene.pos[:, 0].tolist(), strict=True))
    assert sorted(x, key=x.get) in (["ZetaNet", "DPO", "KTO"], ["KTO", "DPO", "ZetaNet"])
    assert window.navigator.state.selection == frozenset(scene.view.ids.tolist()) > set(ends)
    assert any("KTO outperforms DPO by far." in text for text in panel_texts(window))


def test_with_one_node_p_asks_for_the_other_end(window, press, choose, settle):
    choose("ZetaNet")
    press(Qt.Key.Key_P)
    (sheet,) = window.findChildren(ChooseSheet)
    assert QApplication.focusWidget() is sheet.line
    sheet.line.setText("KTO")
    sheet._pause.timeout.emit()
    settle(window)
    assert sheet.entries[0].title == "KTO"
    press(Qt.Key.Key_Return)
    assert set(window.navigator.scene.view.names) == {"ZetaNet", "DPO", "KTO"}
    assert window.navigator.state.title == "Path ZetaNet → KTO"


def test_back_brings_the_path_and_its_sentences_again(window, press, choose, settle):
    choose("ZetaNet", "KTO")
    press(Qt.Key.Key_P)
    before = window.navigator.scene
    window.navigator.go_to(ask(window.workspace.path, find_node, "RAG"))
    settle(window)
    assert len(window.navigator.scene.view.ids) > 3  # the next view is not bound to the path
    window.acts.views.back()
    settle(window)
    assert window.navigator.scene.view.names == before.view.names
    assert (window.navigator.scene.pos == before.pos).all()
    assert any("KTO outperforms DPO by far." in text for text in panel_texts(window))


def test_a_sentence_of_a_path_opens_its_document_with_enter(window, press, choose, settle, qtbot):
    choose("ZetaNet", "KTO")
    press(Qt.Key.Key_P)
    source = next(
        block
        for block in window.passport.findChildren(TextBlock)
        if block.focusPolicy() is Qt.FocusPolicy.StrongFocus
        and "ZetaNet" not in block.text
        and "KTO" not in block.text
    )
    source.setFocus()
    qtbot.keyClick(source, Qt.Key.Key_Return)
    settle(window)
    assert window.passport.shown is not None and window.passport.shown.kind.name == "DOCUMENT"


def test_nothing_that_joins_two_is_said_and_the_view_stays(window, press, choose):
    before = window.navigator.scene.view.names
    choose("KAN", "KTO")
    press(Qt.Key.Key_P)
    assert window.navigator.scene.view.names == before
    assert window.notice_bar.isVisible()


def test_b_shows_the_methods_between_two_digests(window, press, library, settle):
    hits = ask(library, _issues)
    window.navigator.select(frozenset(hits))
    settle(window)
    window.canvas.setFocus()
    press(Qt.Key.Key_B)
    assert {"DPO", "RAG"} <= set(window.navigator.scene.view.names)
    assert window.navigator.state.title.startswith("Bridges ")
    texts = panel_texts(window)
    assert any("RAG helps." in text for text in texts)
    assert any("surprise" in text for text in texts)


def test_b_on_one_source_offers_the_others_before_anything_is_typed(window, press, library, settle):
    one, other = sorted(ask(library, _issues))
    window.navigator.select(frozenset({one}))
    settle(window)
    window.canvas.setFocus()
    press(Qt.Key.Key_B)
    settle(window)
    sheet = window.findChild(ChooseSheet)
    offered = [entry.node for entry in sheet.entries]
    assert other in offered and one not in offered
    while sheet.entries[sheet._view.currentIndex().row()].node != other:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    settle(window)
    assert window.navigator.state.title.startswith("Bridges ")


def test_b_on_a_method_says_what_it_needs(window, press, choose):
    choose("RAG")
    press(Qt.Key.Key_B)
    assert window.notice_bar.isVisible()
    assert not window.navigator.state.query.is_walk


def test_explain_tells_what_two_methods_share(window, press, choose):
    choose("KTO", "DPO")
    press(Qt.Key.Key_E)
    assert any("Words on Preferences" in text for text in panel_texts(window))


def test_the_sheet_of_keys_names_path_and_bridges(window):
    rows = [row for _, group in window.key_groups() for row in group]
    assert ("P", "Path…") in rows and ("B", "Bridges…") in rows


def _issues(reader):
    return [row[0] for row in reader.rows("select id from node where kind = 4 order by id")]
