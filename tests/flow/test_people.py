"""Authors are merged and split in the window, with the keys of papers and from their passport."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.questions.needs_you import needs_you
from explorer.ui.dialogs.identity_sheets import MergeSheet
from explorer.ui.dialogs.needs_you_sheet import NeedsYouSheet
from explorer.ui.dialogs.split_person_sheet import SplitPersonSheet
from explorer.ui.panels.passport_kinds import pages_of
from tests.libraries import import_text, new_store
from tests.people import PAPERS, papers_by, people

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def library(tmp_path):
    """ "C. Lu" and "Chris Lu" with the same two co-authors; Wei Wang of boats and of proteins."""
    path = tmp_path / "people.db"
    store = new_store(path)
    import_text(store, "s.jsonl", PAPERS)
    store.close()
    return path


def choose(window, settle, *nodes):
    window.navigator.go_to(nodes[0])
    settle(window)
    window.navigator.select(frozenset(nodes))
    settle(window)


def test_two_selected_people_are_merged_by_the_key_of_papers(window, library, settle):
    found = ask(library, people)
    choose(window, settle, found["Chris Lu"], found["C. Lu"])
    window.actions_by_id["edit.merge"].trigger()
    settle(window)
    sheet = window.findChild(MergeSheet)
    assert sheet.title.text() == "Merge two people" and sheet.keeps[0].isChecked()
    sheet.reason.setText("one page")
    sheet.decide.click()
    settle(window)
    assert ask(library, find_node, "C. Lu") == found["Chris Lu"]
    assert window.passport.shown.id == found["Chris Lu"]
    assert dict(window.passport.shown.facts)["Name forms"] == "Chris Lu, C. Lu"
    window.actions_by_id["edit.undo"].trigger()
    settle(window)
    assert ask(library, find_node, "C. Lu") == found["C. Lu"]


@pytest.mark.parametrize("title", ["Boats without Keels", "Boats with Keels"])  # on the canvas, not on it
def test_a_paper_and_a_person_are_no_pair(window, library, settle, title):
    choose(window, settle, ask(library, people)["Chris Lu"], ask(library, find_node, title))
    window.actions_by_id["edit.merge"].trigger()
    settle(window)
    assert window.notice_bar.words == "Select two papers or two people."
    assert window.findChild(MergeSheet) is None


def test_a_person_is_split_by_the_papers_that_are_ticked(window, library, settle):
    wang = ask(library, people)["Wei Wang"]
    choose(window, settle, wang)
    window.actions_by_id["edit.split"].trigger()
    settle(window)
    sheet = window.findChild(SplitPersonSheet)
    assert [box.isChecked() for box in sheet.boxes] == [False, False, True, False]
    sheet.boxes[2].setChecked(False)
    assert not sheet.decide.isEnabled()
    sheet.boxes[2].setChecked(True)
    sheet.decide.click()
    settle(window)
    assert "Protein Tokenizers" not in ask(library, papers_by, wang)
    assert len(ask(library, papers_by, wang)) == 3


def test_the_papers_of_a_person_say_where_they_stand_not_that_they_were_written(window, library, settle):
    wang = ask(library, people)["Wei Wang"]
    window.navigator.go_to(wang)
    settle(window)
    page = next(page for page in pages_of(window.passport.shown) if page.id == "papers")
    rows = page.sections[0].rows
    places = {paper: place.name for place in window.passport.shown.appearances for paper, _ in place.papers}
    assert rows and [row.detail for row in rows] == [places.get(row.target, "") for row in rows]


def test_the_passport_of_a_person_offers_both(window, library, settle):
    window.navigator.go_to(ask(library, people)["C. Lu"])
    settle(window)
    buttons = {b.text(): b for b in window.passport.findChildren(QPushButton)}
    buttons["Merge…"].click()
    settle(window)
    sheet = window.findChild(MergeSheet)
    assert [keep.accessibleName() for keep in sheet.keeps] == ["Keep Chris Lu", "Keep C. Lu"]
    sheet.close_up()
    window.navigator.go_to(ask(library, people)["Eva Fink"])
    settle(window)
    buttons = {b.text(): b for b in window.passport.findChildren(QPushButton)}
    buttons["Merge…"].click()
    settle(window)
    assert window.notice_bar.words.startswith("No other name here fits.")
    buttons["Split…"].click()
    settle(window)
    assert window.notice_bar.words == "There is only one paper under this name: nothing to split."


def test_people_that_may_be_one_are_decided_in_the_list_with_one_key(window, library, settle, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_D, CTRL)
    settle(window)
    sheet = window.findChild(NeedsYouSheet)
    assert sheet.current.kind == "people" and sheet.title.text() == "Needs you (1)"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_M)
    settle(window)
    assert ask(library, needs_you).total == 0
    assert ask(library, find_node, "C. Lu") == ask(library, find_node, "Chris Lu")
