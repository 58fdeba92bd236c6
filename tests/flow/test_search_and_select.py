"""The list and the canvas are twins; filters and links lead somewhere."""

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from explorer.graph.filters import Filters
from explorer.model import NodeKind
from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.questions.overview import overview
from explorer.ui.canvas.events import Hovered, NodeActivated


@pytest.fixture
def rows(window):
    return window.left_panel.list


def names(rows):
    return [rows.model.name_at(row) for row in range(rows.model.rowCount())]


def test_the_list_holds_what_the_graph_shows_and_typing_looks_through_the_library(
    window, rows, settle, qtbot
):
    window.left_panel.show_list()
    everything = rows.model.rowCount()
    assert {line.id for line in rows.model.lines} == set(window.navigator.scene.view.ids.tolist())
    rows.search.setText("kolmog")
    qtbot.waitUntil(lambda: 0 < rows.model.rowCount() < everything)
    settle(window)
    assert any("Kolmogorov" in name for name in names(rows))
    rows.search.clear()
    qtbot.waitUntil(lambda: rows.model.rowCount() == everything)


def test_a_row_that_is_chosen_is_selected_on_the_canvas_and_shows_its_passport(window, rows, settle):
    window.left_panel.show_list()
    center = window.navigator.state.query.centers[0]
    other = next(
        n for n in window.navigator.scene.view.ids.tolist() if n != center and rows.model.row_of(n) >= 0
    )
    rows.table.selectRow(rows.model.row_of(other))
    settle(window)
    assert window.canvas.selection == {other}
    assert window.passport.shown.id == other


def test_a_node_that_is_selected_on_the_canvas_is_selected_in_the_list(window, rows, settle):
    window.left_panel.show_list()
    ids = [node for node in window.navigator.scene.view.ids.tolist() if rows.model.row_of(node) >= 0][:2]
    window.canvas.select(ids)
    settle(window)
    chosen = {rows.model.node_at(index.row()) for index in rows.table.selectionModel().selectedRows(0)}
    assert chosen == set(ids) == window.navigator.state.selection
    assert window.passport.shown is None


def test_a_row_that_is_not_in_view_keeps_its_selection_and_enter_goes_there(window, rows, settle, qtbot):
    window.left_panel.show_list()
    rows.search.setText("kolmog")
    qtbot.waitUntil(lambda: any("Kolmogorov" in name for name in names(rows)))
    settle(window)
    view = window.navigator.scene.view
    row = next(r for r in range(rows.model.rowCount()) if view.row_of(rows.model.node_at(r)) < 0)
    node = rows.model.node_at(row)
    rows.table.selectRow(row)
    settle(window)
    assert window.navigator.state.selection == {node}
    assert window.passport.shown.id == node
    rows.table.activated.emit(rows.model.index(row, 0))
    settle(window)
    assert window.navigator.state.query.centers == (node,)
    assert window.canvas.selection == {node}


def test_the_list_is_sorted_by_a_click_and_the_selection_stays_on_its_nodes(window, rows, settle):
    window.left_panel.show_list()
    node = rows.model.node_at(3)
    rows.table.selectRow(3)
    settle(window)
    rows.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    shown = names(rows)
    assert shown == sorted(shown, key=str.casefold)
    (index,) = rows.table.selectionModel().selectedRows(0)
    assert rows.model.node_at(index.row()) == node


def test_a_kind_that_is_unticked_leaves_view_and_list_and_comes_back(window, rows, settle):
    paper_rows = [row for row in window.left_panel.filter.facets if row.key is NodeKind.PAPER]
    before = set(window.navigator.scene.view.ids.tolist())
    paper_rows[0].box.click()
    settle(window)
    view = window.navigator.scene.view
    kept = {int(node) for node, kind in zip(view.ids, view.kinds, strict=True) if kind == NodeKind.PAPER}
    assert kept <= set(window.navigator.state.query.centers)
    assert NodeKind.PAPER not in {line.kind for line in rows.model.lines}
    paper_rows[0].box.click()
    settle(window)
    assert set(window.navigator.scene.view.ids.tolist()) == before


def test_an_edition_that_is_ticked_keeps_only_what_stands_in_it(window, library, settle):
    issue = ask(library, overview).issues[0]
    window.navigator.show_all()
    settle(window)
    everything = len(window.navigator.scene.view.ids)
    window.navigator.set_filters(Filters(weeks=frozenset({issue.id})))
    settle(window)
    view = window.navigator.scene.view
    assert view.row_of(issue.id) >= 0
    assert 4 < len(view.ids) <= everything
    window.navigator.back()
    settle(window)
    assert window.left_panel.filter.filters.weeks == frozenset()


def test_a_name_on_the_passport_leads_to_its_node(window, library, settle):
    rag = ask(library, find_node, "RAG")
    window.passport.wanted.emit(rag)
    settle(window)
    assert window.navigator.state.query.centers == (rag,)
    assert window.passport.shown.id == rag


def test_the_crumbs_say_where_one_is_and_lead_to_the_library(window, library, settle):
    window.navigator.go_to(ask(library, find_node, "RAG"))
    settle(window)
    assert [crumb.text for crumb in window.top_bar.crumbs] == ["Library", "Methods", "RAG", "depth 1"]
    window.top_bar.crumb_chosen.emit("library")
    settle(window)
    assert [crumb.text for crumb in window.top_bar.crumbs] == ["Library"]


def test_an_edge_under_the_pointer_asks_for_its_sentence(window, library, settle, monkeypatch):
    window.navigator.go_to(ask(library, find_node, "RAG"))
    settle(window)
    cards = []
    monkeypatch.setattr(window.canvas, "show_card", cards.append)
    for edge in range(len(window.navigator.scene.view.ends)):
        window.canvas.hovered.emit(Hovered(edge=edge))
        settle(window)
    assert len(cards) == len(window.navigator.scene.view.ends)
    assert any("builds on RAG" in quote.text for card in cards for quote in card.quotes)


def test_an_activated_node_brings_its_neighbours(window, library, settle):
    rag = ask(library, find_node, "RAG")
    window.navigator.go_to(rag)
    settle(window)
    before = set(window.navigator.scene.view.ids.tolist())
    window.canvas.node_activated.emit(NodeActivated(next(node for node in sorted(before) if node != rag)))
    settle(window)
    assert before < set(window.navigator.scene.view.ids.tolist())


def test_an_answer_to_an_older_question_is_dropped(window, library, settle):
    heard = []
    window.navigator.show_all()
    settle(window)
    window.navigator.passport_ready.connect(heard.append)
    nodes = [window.left_panel.list.model.node_at(row) for row in range(6)]
    for node in nodes:
        window.navigator.select(frozenset({node}))
    settle(window)
    assert [answer.id for answer in heard] == [nodes[-1]]


def test_markup_in_names_stays_text(make_window, tmp_path, settle, library):
    from explorer.ops.tagging import tag

    window = make_window()
    window.workspace.open(library)
    settle(window)
    node = window.navigator.state.query.centers[0]
    nasty = "<img src=x onerror=alert(1)>&amp; <b>bold</b>"
    window.workspace.do(tag, nasty, (node,))
    settle(window)
    assert nasty in [row.box.accessibleName().rpartition(",")[0] for row in window.left_panel.filter.facets]
    window.left_panel.show_list()
    window.left_panel.list.table.selectionModel().select(
        window.left_panel.list.model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    settle(window)
    assert nasty in window.notice_bar.words
