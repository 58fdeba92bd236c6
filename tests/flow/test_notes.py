"""Notes and read states in the window, by keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from explorer.ops.library import ask
from explorer.questions.passport import passport
from explorer.questions.search import search
from explorer.ui.dialogs.note_sheet import NoteSheet, NotesWish
from explorer.ui.panels.note_editor import NoteWish

CTRL = Qt.KeyboardModifier.ControlModifier


def paper_in(window):
    scene = window.navigator.scene
    return next(int(i) for i, kind in zip(scene.view.ids, scene.view.kinds, strict=True) if kind == 1)


def chosen(window, settle):
    node = paper_in(window)
    window.navigator.select(frozenset({node}))
    settle(window)
    window.canvas.setFocus()
    return node


def test_a_note_is_typed_below_the_passport_and_kept_on_leaving(window, qtbot, settle, library):
    node = chosen(window, settle)
    notes = window.passport.notes
    assert notes.add.isVisible() and not notes.field.isVisible()
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    assert notes.field.hasFocus()
    notes.field.insertPlainText("要約を読む\n**later**")
    qtbot.keyClick(notes.field, Qt.Key.Key_Escape)
    settle(window)
    assert window.canvas.hasFocus()
    assert ask(library, passport, node).note == "要約を読む\n**later**"
    assert ask(library, search, "要約").hits[0].id == node
    window.acts.views.undo()
    settle(window)
    assert ask(library, passport, node).note == "" and not notes.field.isVisible()
    window.acts.views.redo()
    settle(window)
    assert notes.text() == "要約を読む\n**later**" and notes.field.isVisible()


def test_a_note_is_kept_when_another_node_is_chosen_while_it_is_typed(window, qtbot, settle, library):
    node = chosen(window, settle)
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    window.passport.notes.field.insertPlainText("half a thought")
    window.navigator.select(frozenset(window.navigator.state.query.centers))
    settle(window)
    assert ask(library, passport, node).note == "half a thought"
    assert window.passport.notes.text() == ""


def test_what_is_typed_outlives_a_refresh_of_the_passport(window, qtbot, settle):
    node = chosen(window, settle)
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    window.passport.notes.field.insertPlainText("still typing")
    window.acts.readings.mark_one(node)
    settle(window)
    assert window.passport.notes.text() == "still typing"


def test_a_window_that_closes_keeps_the_note(window, qtbot, settle, library):
    node = chosen(window, settle)
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    window.passport.notes.field.insertPlainText("last words")
    window.close()
    assert ask(library, passport, node).note == "last words"


def test_read_states_go_round_by_key_and_are_marked_everywhere(window, qtbot, settle, library):
    node = chosen(window, settle)
    states = []
    for _ in range(3):
        qtbot.keyClick(window.canvas, Qt.Key.Key_R)
        settle(window)
        states.append(ask(library, passport, node).reading)
        if states[-1]:
            view = window.navigator.scene.view
            assert view.columns["read_state"][view.row_of(node)] == len(states)
            line = next(one for one in window.left_panel.list.model.lines if one.id == node)
            assert line.reading == states[-1]
            assert states[-1][:4] in window.passport.notes.state.accessibleName()
    assert states == ["reading", "read", ""]
    assert "read_state" not in window.navigator.scene.view.columns


def test_many_are_marked_at_once(window, qtbot, settle, library):
    nodes = window.navigator.scene.view.ids.tolist()
    window.navigator.select(frozenset(nodes))
    settle(window)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_R)
    settle(window)
    papers = [node for node in nodes if ask(library, passport, node).kind == 1]
    assert len(papers) > 1
    assert {ask(library, passport, node).reading for node in papers} == {"reading"}
    window.acts.views.undo()
    settle(window)
    assert {ask(library, passport, node).reading for node in papers} == {""}


def many(window, settle):
    nodes = window.navigator.scene.view.ids.tolist()[:3]
    window.navigator.select(frozenset(nodes))
    settle(window)
    window.canvas.setFocus()
    return nodes


def notes_of(library, nodes):
    return [ask(library, passport, node).note for node in nodes]


def test_several_get_a_paragraph_below_their_notes_in_one_step(window, qtbot, settle, library):
    nodes = many(window, settle)
    window.acts.readings.write_note(NoteWish(nodes[0], "mine"))
    settle(window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    settle(window)
    sheet = window.findChild(NoteSheet)
    assert sheet.field.hasFocus()
    assert any("1 of them has a note" in part.text() for part in sheet.findChildren(QLabel))
    sheet.field.insertPlainText("読む会で話す\nfor Monday")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return, CTRL)
    settle(window)
    said = "読む会で話す\nfor Monday"
    assert notes_of(library, nodes) == [f"mine\n\n{said}", said, said]
    assert window.canvas.hasFocus()
    window.acts.views.undo()
    settle(window)
    assert notes_of(library, nodes) == ["mine", "", ""]


def test_the_notes_of_several_are_taken_off_in_one_step(window, qtbot, settle, library):
    nodes = many(window, settle)
    window.acts.readings._write_notes(NotesWish(tuple(nodes), "same"))
    settle(window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    settle(window)
    button = next(
        b for b in window.findChild(NoteSheet).findChildren(QPushButton) if b.text() == "Delete 3 notes"
    )
    button.click()
    settle(window)
    assert notes_of(library, nodes) == ["", "", ""]
    window.acts.views.undo()
    settle(window)
    assert notes_of(library, nodes) == ["same"] * 3


def test_words_for_several_that_are_left_by_escape_come_back(window, qtbot, settle, library):
    nodes = many(window, settle)
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    sheet = window.findChild(NoteSheet)
    sheet.field.insertPlainText("half a thought")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Escape)
    settle(window)
    assert notes_of(library, nodes) == [""] * 3
    qtbot.keyClick(window.canvas, Qt.Key.Key_N)
    settle(window)
    assert [one.field.toPlainText() for one in window.findChildren(NoteSheet) if one.isVisible()] == [
        "half a thought"
    ]
