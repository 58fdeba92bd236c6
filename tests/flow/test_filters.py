"""Filters by hand: a tick, its count, the chip that says so, the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from explorer.graph.filters import Filters, Trust
from explorer.model import NodeKind
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into
from explorer.questions.facets import facets
from explorer.questions.lookup import find_node
from explorer.questions.views import view_from_words, view_text
from tests.libraries import WEEK_JA

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def library(library):
    """With a week in Japanese."""
    assert not import_into(library, Wish((str(WEEK_JA),))).failed
    return library


@pytest.fixture
def all_of(window, settle):
    """The whole library, with all of its papers."""
    window.navigator.show_all()
    settle(window)
    while window.navigator.scene.whole.left_out:
        window.navigator.show_more()
        settle(window)
    return window


def row_of(window, facet, key):
    return next(row for row in window.left_panel.filter.sections[facet].rows if row.key == key)


def tick(window, settle, facet, key):
    """Click a value's box; what stood beside it before."""
    row = row_of(window, facet, key)
    count = row.count
    row.box.click()
    settle(window)
    return count


def nodes_of(window, *kinds):
    view = window.navigator.scene.whole
    return {int(n) for n, kind in zip(view.ids, view.kinds, strict=True) if not kinds or kind in kinds}


def chips(window):
    return [chip.text() for chip in window.left_panel.chips.chips]


def test_a_language_that_is_ticked_shows_as_many_as_its_count_said_and_back_takes_it_away(
    all_of, settle, qtbot
):
    window, before = all_of, nodes_of(all_of)
    count = tick(window, settle, "languages", "ja")
    shown = nodes_of(window, NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT)
    assert 0 < count == len(shown) < len(before)
    assert nodes_of(window, NodeKind.CONCEPT)  # what its papers are about stays
    assert chips(window) == ["Language: 日本語  ✕", "Clear all"]
    qtbot.keyClick(window.canvas, Qt.Key.Key_Left, ALT)
    settle(window)
    assert nodes_of(window) == before and not window.left_panel.chips.isVisible()
    assert not row_of(window, "languages", "ja").box.isChecked()


def test_values_of_a_facet_add_up_and_facets_hold_at_once(all_of, settle):
    window = all_of
    tick(window, settle, "languages", "ja")
    ja = nodes_of(window, NodeKind.PAPER)
    both = tick(window, settle, "languages", "en")
    assert nodes_of(window, NodeKind.PAPER) > ja and both
    unread = row_of(window, "read", "unread").count
    tick(window, settle, "read", "unread")
    assert len(nodes_of(window, NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT)) == unread
    assert row_of(window, "read", "read").count == 0 and row_of(window, "read", "read").box.property("empty")


def test_a_person_keeps_their_papers(all_of, settle):
    window = all_of
    row = window.left_panel.filter.sections["people"].rows[0]
    person, count = row.key, row.count
    row.box.click()
    settle(window)
    papers = nodes_of(window, NodeKind.PAPER)
    assert len(papers) == count > 0
    assert person not in nodes_of(window)  # people are not among the kinds shown
    tick(window, settle, "kinds", NodeKind.PERSON)
    assert person in nodes_of(window)


def test_what_was_read_is_found_by_its_state_and_counts_follow_the_library(all_of, settle, qtbot):
    window = all_of
    paper = min(nodes_of(window, NodeKind.PAPER))
    assert row_of(window, "read", "reading").count == 0
    window.navigator.select(frozenset({paper}))
    settle(window)
    window.acts.readings.mark_read()
    settle(window)
    assert row_of(window, "read", "reading").count == 1
    tick(window, settle, "read", "reading")
    assert nodes_of(window, NodeKind.PAPER) == {paper}


def test_links_that_are_trusted_less_leave_the_view(window, settle, library):
    window.navigator.go_to(ask(library, find_node, "RAG", NodeKind.CONCEPT))
    settle(window)
    one, before = row_of(window, "trust", Trust.ONE).count, len(nodes_of(window))
    assert one > 0
    tick(window, settle, "trust", Trust.ONE)
    view = window.navigator.scene.whole
    trusted = {"asserted", "names", "discusses"}
    left = [row for row in range(len(view.ends)) if view.edge_labels[view.edge_kinds[row]] in trusted]
    assert all(view.sources[row] != 1 for row in left) and len(nodes_of(window)) < before
    assert row_of(window, "trust", Trust.ONE).count == one  # what ticking it again would show
    tick(window, settle, "trust", Trust.ONE)
    assert len(nodes_of(window)) == before


def test_proposals_are_a_value_of_trust_and_a_key(window, settle, qtbot):
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_P, SHIFT)
    settle(window)
    assert row_of(window, "trust", Trust.PROPOSED).box.isChecked()
    assert chips(window)[0].startswith("Trust in links: + proposed")


def test_filters_are_saved_with_a_view_and_named_on_the_command_line(all_of, settle, library):
    window = all_of
    tick(window, settle, "languages", "ja")
    wanted = window.navigator.wanted()

    again = ask(library, view_from_words, view_text(wanted))
    assert again.query == wanted.query and again.query.filters == Filters(languages=frozenset({"ja"}))
    named = ask(library, view_from_words, '{"filters": {"methods": ["RAG"], "since": "2024-04"}}')
    rag = ask(library, find_node, "RAG", NodeKind.CONCEPT)
    assert named.query.filters == Filters(methods=frozenset({rag}), since="2024-04")
    window.navigator.restore(named)
    settle(window)
    assert row_of(window, "methods", rag).box.isChecked() and chips(window)[0] == "Methods: RAG  ✕"


def test_a_view_that_filters_empty_says_which_one_and_a_key_clears_them(all_of, settle, qtbot):
    window, before = all_of, nodes_of(all_of)
    window.navigator.set_filters(Filters(read=frozenset({"read"}), languages=frozenset({"ja"})))
    settle(window)
    assert not nodes_of(window)
    assert "Without “Read state”" in window.left_panel.chips.words
    assert "Without “Read state”" in window.canvas.accessibleDescription()
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_X, SHIFT)
    settle(window)
    assert nodes_of(window) == before and window.navigator.state.query.filters == Filters()
    assert not window.left_panel.chips.words


def test_a_chip_takes_its_filter_away_by_keyboard(all_of, settle, qtbot):
    window = all_of
    window.navigator.set_filters(
        Filters(read=frozenset({"unread"}), languages=frozenset({"ja"}), since="2000", until="2030")
    )
    settle(window)
    for left in (("languages", "read"), ("read",), ()):
        chip = next(chip for chip in window.left_panel.chips.chips if chip.objectName() not in left)
        chip.setFocus()
        qtbot.keyClick(chip, Qt.Key.Key_Space)
        settle(window)
        assert window.navigator.state.query.filters.active == left


def test_the_keyboard_reaches_every_box(window, settle, qtbot):
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_F, SHIFT)
    rows = window.left_panel.filter.facets
    assert rows[0].box.hasFocus()
    reached = set()
    for _ in range(3 * len(rows)):
        reached.add(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert {row.box for row in rows} <= reached
    rows[0].box.setFocus()
    qtbot.keyClick(rows[0].box, Qt.Key.Key_Down)
    assert rows[1].box.hasFocus()
    was = rows[1].box.isChecked()
    qtbot.keyClick(rows[1].box, Qt.Key.Key_Space)
    settle(window)
    assert window.left_panel.filter.facets[1].box.isChecked() != was and rows[1].box.hasFocus()


def test_a_long_facet_is_searched(all_of, qtbot):
    section = all_of.left_panel.filter.sections["people"]
    shown = len(section.rows)
    assert "more" in section.more.text() and not section.search.isVisible()
    section.more.click()
    assert len(section.rows) > shown and section.search.hasFocus()
    name = section.rows[-1].box.accessibleName().rsplit(",", 1)[0]
    qtbot.keyClicks(section.search, name.upper())
    assert [row.box.accessibleName().rsplit(",", 1)[0] for row in section.rows] == [name]


def test_around_a_node_values_count_what_is_within_reach(window, settle, library):
    rag = ask(library, find_node, "RAG", NodeKind.CONCEPT)
    window.navigator.go_to(rag)
    settle(window)
    near = ask(library, facets, window.navigator.state.query)
    window.navigator.show_all()
    settle(window)
    whole = ask(library, facets, window.navigator.state.query)
    tables = near.tables["kinds"], whole.tables["kinds"]
    papers = [int(table.counts[table.keys.index(NodeKind.PAPER)]) for table in tables]
    assert 0 < papers[0] < papers[1]
