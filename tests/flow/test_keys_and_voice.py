"""What the keys act on is spoken: in the status line and to screen readers."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.ui.canvas import voice as canvas_voice
from explorer.ui.canvas.voice import link_words, words_of
from tests.scenes import ego_view

ARROWS = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Down)


@pytest.fixture
def rag(window, library, settle):
    """Id of the method RAG, in the middle of the view and selected."""
    node = ask(library, find_node, "RAG")
    window.navigator.go_to(node)
    settle(window)
    window.canvas.select([node])
    return node


@pytest.fixture
def announced(monkeypatch):
    """Texts of the announcements that screen readers get."""
    heard = []

    class Announcement(QAccessibleAnnouncementEvent):
        def __init__(self, widget, words):
            heard.append(words)
            super().__init__(widget, words)

    monkeypatch.setattr(canvas_voice, "QAccessibleAnnouncementEvent", Announcement)
    return heard


def walk(window, qtbot, settle):
    """Press arrows until one leads somewhere."""
    start = window.canvas.current
    for key in ARROWS:
        qtbot.keyClick(window.canvas, key)
        settle(window)
        if window.canvas.current != start:
            return
    raise AssertionError("no arrow leads away")


def test_an_arrow_speaks_the_node_and_the_link_it_walked(window, rag, qtbot, settle, announced):
    window.canvas.setFocus()
    walk(window, qtbot, settle)
    scene = window.canvas.scene
    row, before = scene.view.row_of(window.canvas.current), scene.view.row_of(rag)
    said = window.status.focus_words
    assert said.startswith(words_of(scene, row))
    assert link_words(scene.view, row, before) in said
    assert "RAG: " in said and "source" in said
    assert announced[-1] == said == window.canvas.accessibleDescription()


def test_a_selection_that_is_made_elsewhere_is_not_read_out_from_the_graph(window, rag, settle, announced):
    window.left_panel.show_list()
    window.left_panel.list.table.setFocus()
    other = next(node for node in window.canvas.scene.view.ids.tolist() if node != rag)
    window.left_panel.list.table.selectRow(window.left_panel.list.model.row_of(other))
    settle(window)
    assert window.canvas.selection == {other}
    assert announced == []


def test_screen_readers_find_the_graph_with_name_words_and_focus(window, rag):
    window.canvas.setFocus()
    seen = QAccessible.queryAccessibleInterface(window.canvas)
    assert seen is not None and seen.isValid()
    assert seen.text(QAccessible.Text.Name) == "Graph"
    assert seen.text(QAccessible.Text.Description).startswith("method RAG")
    assert seen.state().focusable


def test_rows_of_the_list_are_read_with_kind_and_state(window, rag):
    window.left_panel.show_list()
    table = QAccessible.queryAccessibleInterface(window.left_panel.list.table)
    assert table.text(QAccessible.Text.Name) == "List of nodes"
    names = [table.child(at).text(QAccessible.Text.Name) for at in range(min(table.childCount(), 40))]
    assert any(name.startswith("method RAG") for name in names)


def test_the_words_name_each_verb_between_two_nodes_with_its_direction():
    view = ego_view()
    edge = next(row for row, verb in enumerate(view.predicates) if verb)
    a, b = (int(end) for end in view.ends[edge])
    verb = view.predicates[edge].replace("_", " ")
    assert link_words(view, a, b).startswith(f"link to {view.names[b]}: ") and verb in link_words(view, a, b)
    assert link_words(view, b, a).startswith(f"link from {view.names[a]}: ")
    apart = next(
        row
        for row in range(len(view.ids))
        if row != a and not (np.sort(view.ends, axis=1) == sorted((a, row))).all(axis=1).any()
    )
    assert link_words(view, a, apart) == ""


def test_the_words_leave_when_the_pointer_does(window, rag):
    from explorer.ui.canvas.events import Hovered

    said = window.status.focus_words
    window.canvas.hovered.emit(Hovered(edge=0))
    assert window.status.focus_words != said
    window.canvas.hovered.emit(Hovered())
    assert window.status.focus_words == said
