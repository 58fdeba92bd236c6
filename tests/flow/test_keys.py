"""Keys reach the canvas and the library, and only from where they should."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.questions.overview import overview
from explorer.questions.passport import passport
from explorer.ui.dialogs.shortcut_sheet import ShortcutSheet
from explorer.ui.dialogs.tag_sheet import TagSheet

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def rag(window, library, settle):
    """Id of the method RAG, which is in the middle of the view."""
    node = ask(library, find_node, "RAG")
    window.navigator.go_to(node)
    settle(window)
    return node


def type_into(window, text, settle):
    QApplication.focusWidget().insert(text)
    settle(window)


def test_the_window_opens_on_one_method_at_depth_one(window, library):
    top = ask(library, overview).top_concepts[0]
    assert window.navigator.state.query.centers == (top.id,)
    assert window.navigator.state.query.depth == 1
    assert window.passport.shown.id == top.id


def test_digits_change_the_depth_and_the_nodes_there_stay(window, press, rag):
    before = window.navigator.scene
    press(Qt.Key.Key_2)
    after = window.navigator.scene
    assert window.navigator.state.query.depth == 2
    assert len(after.view.ids) > len(before.view.ids)
    rows = [after.view.row_of(node) for node in before.view.ids.tolist()]
    np.testing.assert_array_equal(after.pos[rows], before.pos)
    press(Qt.Key.Key_1)
    assert window.navigator.scene.view.ids.tolist() == before.view.ids.tolist()


def test_tag_undo_and_redo_by_keys_reach_the_library(window, library, press, rag, settle):
    press(Qt.Key.Key_T)
    assert isinstance(QApplication.focusWidget().parent(), TagSheet)
    type_into(window, "retrieval / 検索拡張", settle)
    press(Qt.Key.Key_Return)
    assert [name for _, name in ask(library, passport, rag).tags] == ["retrieval / 検索拡張"]
    assert "検索拡張" in window.top_bar.undo.accessibleName()
    window.canvas.setFocus()
    press(Qt.Key.Key_Z, CTRL)
    assert ask(library, passport, rag).tags == ()
    assert "検索拡張" in window.top_bar.redo.accessibleName()
    press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert len(ask(library, passport, rag).tags) == 1


def test_a_tag_is_taken_off_again_from_the_same_sheet(window, library, press, rag, settle, qtbot):
    press(Qt.Key.Key_T)
    type_into(window, "one", settle)
    press(Qt.Key.Key_Return)
    window.canvas.setFocus()
    press(Qt.Key.Key_T)
    window.findChild(TagSheet).take_off("one")
    settle(window)
    assert ask(library, passport, rag).tags == ()


def test_letters_in_a_text_field_are_letters(window, press, rag, settle):
    press(Qt.Key.Key_Slash)
    assert QApplication.focusWidget() is window.left_panel.list.search
    depth = window.navigator.state.query.depth
    for key in (Qt.Key.Key_T, Qt.Key.Key_H, Qt.Key.Key_3, Qt.Key.Key_G, Qt.Key.Key_Question):
        press(key)
    assert window.left_panel.list.search.text() == "th3g?"
    assert window.navigator.state.query.depth == depth
    assert window.navigator.state.query.hidden == frozenset()
    assert not window.findChildren(TagSheet) and not window.findChildren(ShortcutSheet)


def test_control_z_in_a_text_field_undoes_typing_and_not_a_step(window, library, press, rag, settle):
    press(Qt.Key.Key_T)
    type_into(window, "kept", settle)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Slash)
    press(Qt.Key.Key_X)
    press(Qt.Key.Key_Z, CTRL)
    assert window.left_panel.list.search.text() == ""
    assert len(ask(library, passport, rag).tags) == 1


def test_hide_leaves_the_node_out_and_back_brings_it_again(window, press, rag, settle):
    other = next(node for node in window.navigator.scene.view.ids.tolist() if node != rag)
    window.navigator.select(frozenset({other}))
    settle(window)
    press(Qt.Key.Key_H)
    assert window.navigator.scene.view.row_of(other) == -1
    press(Qt.Key.Key_Left, ALT)
    assert window.navigator.scene.view.row_of(other) >= 0
    press(Qt.Key.Key_Right, ALT)
    assert window.navigator.scene.view.row_of(other) == -1


def test_back_and_forward_restore_view_selection_and_places(window, press, rag, settle):
    first = window.navigator.scene
    other = next(node for node in first.view.ids.tolist() if node != rag)
    window.navigator.go_to(other)
    settle(window)
    assert window.passport.shown.id == other
    press(Qt.Key.Key_Left, ALT)
    assert window.navigator.state.query.centers == (rag,)
    assert window.passport.shown.id == rag
    np.testing.assert_array_equal(window.navigator.scene.pos, first.pos)
    press(Qt.Key.Key_Right, ALT)
    assert window.navigator.state.query.centers == (other,)


def test_g_takes_the_next_layout_that_can_be_drawn(window, press, rag):
    before = window.navigator.state.layout
    press(Qt.Key.Key_G)
    assert window.navigator.state.layout not in (before, "map")


def test_e_shows_what_lies_between_the_center_and_the_selection(window, press, rag, settle):
    view = window.navigator.scene.view
    rows = view.ends[(view.ends == view.row_of(rag)).any(axis=1)][0]
    other = next(int(view.ids[row]) for row in rows if int(view.ids[row]) != rag)
    window.navigator.select(frozenset({other}))
    settle(window)
    heard = []
    window.navigator.between_ready.connect(heard.append)
    press(Qt.Key.Key_E)
    assert heard[0].statements
    assert window.passport.shown is None


def test_e_with_nothing_to_explain_says_so(window, press, rag):
    press(Qt.Key.Key_E)
    assert window.notice_bar.isVisible() and "two" in window.notice_bar.words


def test_space_pins_and_lets_go(window, press, rag):
    press(Qt.Key.Key_Space)
    assert window.navigator.state.pinned == {rag}
    press(Qt.Key.Key_Space)
    assert window.navigator.state.pinned == frozenset()


def test_return_shows_the_neighbours_of_the_selection(window, press, rag, settle):
    before = set(window.navigator.scene.view.ids.tolist())
    other = next(node for node in sorted(before) if node != rag)
    window.navigator.select(frozenset({other}))
    settle(window)
    press(Qt.Key.Key_Return)
    assert window.navigator.state.query.expanded == (other,)
    assert before <= set(window.navigator.scene.view.ids.tolist())


def test_control_k_finds_a_method_and_enter_goes_there(window, press, settle, qtbot):
    press(Qt.Key.Key_K, CTRL)
    assert window.palette_view.isVisible()
    type_into(window, "kolmogorov", settle)
    qtbot.waitUntil(lambda: any(entry.node for entry in window.palette_view.entries))
    press(Qt.Key.Key_Return)
    assert not window.palette_view.isVisible()
    assert "KAN" in window.passport.shown.name
    assert window.canvas.hasFocus()


def test_the_palette_runs_a_command_and_escape_leaves_it(window, press, settle):
    press(Qt.Key.Key_K, CTRL)
    type_into(window, "whole lib", settle)
    press(Qt.Key.Key_Return)
    assert window.navigator.state.query.centers == ()
    press(Qt.Key.Key_K, CTRL)
    press(Qt.Key.Key_Escape)
    assert not window.palette_view.isVisible()


def test_enter_belongs_to_the_input_method_while_it_composes(window, press, settle):
    press(Qt.Key.Key_K, CTRL)
    box = window.top_bar.search
    QApplication.sendEvent(box, QInputMethodEvent("けんさく", []))
    press(Qt.Key.Key_Return)
    assert window.palette_view.isVisible()
    done = QInputMethodEvent("", [])
    done.setCommitString("検索")
    QApplication.sendEvent(box, done)
    settle(window)
    assert box.text() == "検索"


def test_the_canvas_refuses_input_methods(window):
    assert not window.canvas.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_question_mark_shows_all_keys_and_escape_closes_the_sheet(window, press):
    press(Qt.Key.Key_Question)
    sheet = window.findChild(ShortcutSheet)
    assert sheet.isVisible()
    press(Qt.Key.Key_Question)
    visible = [sheet for sheet in window.findChildren(ShortcutSheet) if sheet.isVisible()]
    assert len(visible) == 1
    press(Qt.Key.Key_Escape)
    assert not visible[0].isVisible()


def test_tab_leaves_the_canvas(window, press):
    press(Qt.Key.Key_Tab)
    assert not window.canvas.hasFocus()


def test_m_hides_the_minimap_and_zero_and_f_move_the_camera_only(window, press, rag):
    scene = window.navigator.scene
    for key in (Qt.Key.Key_M, Qt.Key.Key_F, Qt.Key.Key_0):
        press(key)
    assert window.navigator.scene is scene
