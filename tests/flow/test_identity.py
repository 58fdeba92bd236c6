"""Merge, split and settle in the window: one key each, and one key to take it back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.questions.needs_you import all_places, needs_you
from explorer.questions.passport import passport
from explorer.ui.dialogs.identity_sheets import MergeSheet, SplitSheet
from explorer.ui.dialogs.needs_you_sheet import NeedsYouSheet
from tests.libraries import digest, import_text, new_store

FOO, BAR = "Foo Nets for Vision", "Networks of Foo"
JAPANESE = "拡散モデルによる少数例学習の改善"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def library(tmp_path):
    """Two papers that may be one, an id between two papers, a total that is not the counted one."""
    path = tmp_path / "undecided.db"
    store = new_store(path)
    rows = [(FOO, "compares foo with BERT.", "2404.00001"), (JAPANESE, "BERT の話。", "2404.00002")]
    import_text(store, "a.md", digest("April 29 - May 5", rows))
    rows = [(BAR, "the same with BERT.", "2405.00003"), ("Bar <b>Sampling</b>", "BERT.", "2405.00004")]
    import_text(store, "b.md", digest("May 6 - May 12", rows))
    found = dict(store.reader.rows("select name, id from node where kind = 1"))
    store.execute(
        "insert into same_as (a, b, decision, reason) values (?, ?, 'proposed', 'the same title')",
        [found[FOO], found[BAR]],
    )
    store.execute(
        """insert into contradiction (document, kind, detail, appearance, other)
           select document, 'id', 'two papers claim 2405.00004', id, ? from appearance where paper = ?""",
        [found[JAPANESE], max(found.values())],
    )
    store.execute(
        "insert into contradiction (document, kind, detail) select min(id), 'total', 'ten' from document"
    )
    store.close()
    return path


@pytest.fixture
def sheet(window, settle, qtbot):
    """The list of what needs a person, opened by its key."""
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    settle(window)
    return window.findChild(NeedsYouSheet)


def press(qtbot, settle, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget(), key, modifiers)
    settle(window)


def test_the_status_line_counts_what_waits_and_opens_it(window, settle):
    assert window.status.needs.text() == "Needs you (3)"
    window.status.needs.click()
    settle(window)
    sheet = window.findChild(NeedsYouSheet)
    assert sheet.isVisible() and sheet.title.text() == "Needs you (3)"
    assert [row.kind for row in sheet._rows] == ["contradiction", "contradiction", "same"]


def test_one_key_decides_and_the_next_row_moves_up(window, sheet, library, settle, qtbot):
    assert QApplication.focusWidget() is sheet.list
    press(qtbot, settle, window, Qt.Key.Key_A)
    assert sheet.title.text() == "Needs you (2)" and sheet.current.topic == "total"
    press(qtbot, settle, window, Qt.Key.Key_S)
    assert sheet.current.kind == "same" and QApplication.focusWidget() is sheet.list
    press(qtbot, settle, window, Qt.Key.Key_M)
    assert sheet.title.text() == "Needs you (0)" and sheet.current is None
    assert ask(library, needs_you).total == 0
    assert ask(library, find_node, BAR) == ask(library, find_node, FOO)
    assert not window.status.needs.isVisible()
    assert BAR in window.top_bar.undo.accessibleName()


def test_ctrl_z_takes_the_decision_back_and_the_row_is_there_again(window, sheet, library, settle, qtbot):
    press(qtbot, settle, window, Qt.Key.Key_A)
    press(qtbot, settle, window, Qt.Key.Key_Z, CTRL)
    assert sheet.title.text() == "Needs you (3)"
    assert ask(library, needs_you).total == 3


def test_a_reason_is_typed_and_kept_with_the_decision(window, sheet, library, settle, qtbot):
    sheet.list.setCurrentIndex(sheet.list.model().index(2, 0))
    press(qtbot, settle, window, Qt.Key.Key_R)
    assert QApplication.focusWidget() is sheet.reason
    qtbot.keyClicks(sheet.reason, "am sure")
    press(qtbot, settle, window, Qt.Key.Key_Return)
    facts = dict(ask(library, passport, ask(library, find_node, FOO)).facts)
    assert facts["Merged from"] == f"“{BAR}” (am sure)"


def test_the_buttons_name_their_keys_and_every_control_its_purpose(window, sheet):
    texts = [button.text() for button in sheet.findChildren(QWidget) if hasattr(button, "chosen")]
    assert [text.rsplit(" ", 1)[-1] for text in texts] == ["A", "M", "I"]
    focusable = [w for w in sheet.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    nameless = [w for w in focusable if not w.accessibleName() and "viewport" not in w.objectName()]
    assert focusable and not nameless
    assert all(w.textFormat() == Qt.TextFormat.PlainText for w in sheet.findChildren(QLabel) if w.text())


def test_keys_of_the_list_stand_on_the_sheet_of_keys(window):
    groups = dict(window.key_groups())
    assert ("A", "Keep apart: two papers") in groups["In the list of what needs you"]


def test_two_selected_papers_are_merged_from_the_graph(window, library, settle):
    foo, bar = ask(library, find_node, FOO), ask(library, find_node, BAR)
    window.navigator.select(frozenset({foo, bar}))
    window.actions_by_id["edit.merge"].trigger()
    settle(window)
    sheet = window.findChild(MergeSheet)
    sheet.keeps[1].setChecked(True)
    sheet.reason.setText("by hand")
    sheet.decide.click()
    settle(window)
    assert ask(library, find_node, FOO) == ask(library, find_node, BAR) == max(foo, bar)
    assert window.navigator.state.selection == frozenset({max(foo, bar)})
    assert window.passport.shown.id == max(foo, bar)


def test_what_is_no_pair_of_papers_is_said(window, settle):
    center = window.navigator.state.query.centers[0]
    window.navigator.select(frozenset({center}))
    settle(window)
    for key, words in (
        ("edit.merge", "Select two papers or two people."),
        ("edit.split", "Select one paper or person."),
    ):
        window.actions_by_id[key].trigger()
        settle(window)
        assert window.notice_bar.words == words


def test_the_places_that_are_ticked_leave_a_paper(window, library, settle):
    from explorer.ops import identity

    foo, bar = ask(library, find_node, FOO), ask(library, find_node, BAR)
    window.workspace.do(identity.merge, foo, bar)
    settle(window)
    window.navigator.select(frozenset({foo}))
    settle(window)
    window.actions_by_id["edit.split"].trigger()
    settle(window)
    sheet = window.findChild(SplitSheet)
    assert not sheet.decide.isEnabled() and len(sheet.boxes) == 2
    for box in sheet.boxes:
        box.setChecked(True)
    assert not sheet.decide.isEnabled()
    sheet.boxes[0].setChecked(False)
    sheet.decide.click()
    settle(window)
    assert ask(library, find_node, BAR) == bar
    assert len(ask(library, all_places, foo).places) == 1


def test_the_passport_says_what_waits_and_leads_there(window, library, settle):
    window.navigator.go_to(ask(library, find_node, FOO))
    settle(window)
    assert window.passport.shown.waits == (f"may be “{BAR}”: the same title",)
    window.passport.decision_wanted.emit()
    settle(window)
    assert window.findChild(NeedsYouSheet).isVisible()


def test_a_paper_without_a_title_is_named_by_typing(make_window, tmp_path, settle, qtbot):
    path = tmp_path / "untitled.db"
    store = new_store(path)
    import_text(
        store, "a.md", digest("April 29 - May 5", [(FOO, "with BERT.", "2404.00001"), (BAR, "BERT.", "")])
    )
    paper = find_node(store.reader, BAR)
    store.execute('update appearance set stated = \'{"authors": ["Mia Lind"]}\' where paper = ?', [paper])
    fold_anew(store, paper)
    store.close()
    window = make_window()
    window.workspace.open(path)
    settle(window)
    window.acts.identities.show_needs()
    settle(window)
    sheet = window.findChild(NeedsYouSheet)
    assert sheet.current.kind == "untitled" and sheet.current.sides[0].title == "[Mia Lind]"
    press(qtbot, settle, window, Qt.Key.Key_M)
    assert QApplication.focusWidget() is sheet.reason
    qtbot.keyClicks(sheet.reason, "2404.00001")
    press(qtbot, settle, window, Qt.Key.Key_Return)
    assert ask(path, needs_you).total == 0
    assert dict(ask(path, passport, ask(path, find_node, FOO)).people)


def fold_anew(store, paper):
    from explorer.pipeline.merging import mend

    with store.operation("Fold", "derived"):
        mend(store, [paper], set())
