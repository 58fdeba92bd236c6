"""Many nodes at once: lasso, keys, menus, acts on all of them, and the way back from each."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from explorer.model import NodeKind
from explorer.ops.library import ask
from explorer.questions.overview import overview
from explorer.ui.dialogs.hidden_sheet import HiddenSheet
from explorer.ui.dialogs.tag_sheet import TagSheet
from tests.canvases import drag
from tests.outlines import LEFT, around, draw, held, lasso, nodes_of, places, spot

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NAME = "pruning / 枝刈り / 剪枝"


@pytest.fixture
def papers(window):
    found = nodes_of(window, NodeKind.PAPER)
    assert len(found) >= 2
    return found


def test_a_lasso_is_waited_for_drawn_and_told_of(window, qtbot, papers, settle):
    canvas = window.canvas
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    assert canvas.is_lassoing and canvas.cursor().shape() == Qt.CursorShape.CrossCursor
    assert "Esc" in window.status._focus.text()
    corners = around(window, papers[:2])
    caught = held(window, corners)
    draw(qtbot, window, corners)
    assert window.status._focus.text() == f"{len(caught)} nodes inside"
    assert canvas.selection != caught  # not before the button is let go
    qtbot.mouseRelease(canvas, LEFT, pos=corners[-1])
    settle(window)
    assert canvas.selection == caught >= set(papers[:2]) and not canvas.is_lassoing
    assert f"{len(caught)} selected" in window.status._counts.text()


def test_shift_adds_and_control_takes_away_with_the_lasso(window, qtbot, papers):
    first = lasso(qtbot, window, papers[:1])
    assert window.canvas.selection == first
    more = lasso(qtbot, window, papers[1:2], SHIFT)
    assert window.canvas.selection == first | more
    gone = lasso(qtbot, window, papers[:1], CTRL)
    assert window.canvas.selection == (first | more) - gone


def test_escape_drops_an_outline_then_the_lasso_then_the_selection(window, qtbot, papers):
    canvas = window.canvas
    canvas.select(papers[:2])
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    draw(qtbot, window, around(window, papers[:1]))
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selection == set(papers[:2]) and not canvas.is_lassoing
    qtbot.mouseRelease(canvas, LEFT, pos=QPoint(3, 3))
    assert canvas.selection == set(papers[:2])
    qtbot.keyClick(canvas, Qt.Key.Key_L)
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.is_lassoing and canvas.selection
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.selection


def test_an_outline_outlives_a_scene_that_comes_meanwhile(window, qtbot, papers, settle):
    corners = around(window, papers[:2])
    qtbot.keyClick(window.canvas, Qt.Key.Key_L)
    draw(qtbot, window, corners)
    window.acts.readings.mark_one(papers[0])
    settle(window)
    caught = held(window, corners)
    qtbot.mouseRelease(window.canvas, LEFT, pos=corners[-1])
    assert window.canvas.selection == caught >= set(papers[:2])


def test_escape_while_dragging_puts_the_node_back(window, qtbot, papers):
    before = window.canvas.scene.pos.copy()
    draw(qtbot, window, [spot(window, papers[0]) + QPoint(step, step) for step in (0, 10, 40)])
    assert not np.array_equal(window.canvas.scene.pos, before)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Escape)
    qtbot.mouseRelease(window.canvas, LEFT, pos=QPoint(3, 3))
    assert np.array_equal(window.canvas.scene.pos, before)
    assert not window.navigator.state.pinned


def test_a_move_is_undone_and_done_again_with_its_pin(window, qtbot, papers, settle):
    before = window.canvas.scene.pos.copy()
    start = spot(window, papers[0])
    drag(qtbot, window.canvas, start, start + QPoint(50, -30))
    after = window.canvas.scene.pos.copy()
    assert window.navigator.state.pinned == {papers[0]} and window.acts.missing("undo") == ""
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert np.allclose(window.canvas.scene.pos, before) and not window.navigator.state.pinned
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, CTRL | SHIFT)
    settle(window)
    assert np.allclose(window.canvas.scene.pos, after) and window.navigator.state.pinned == {papers[0]}


def test_an_island_is_tagged_in_three_languages_in_one_step(window, qtbot, papers, settle, library):
    caught = lasso(qtbot, window, papers[:2])
    settle(window)
    before = ask(library, overview).counts
    qtbot.keyClick(window.canvas, Qt.Key.Key_T)
    sheet = window.findChild(TagSheet)
    sheet.line.setText(NAME)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    settle(window)
    (tag,) = ask(library, overview).tags
    assert (tag.name, tag.count) == (NAME, len(caught))
    assert NAME in window.canvas.scene.view.names
    assert [row for row in window.left_panel.filter.facets if NAME in row.box.accessibleName()]
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert ask(library, overview).counts == before and not ask(library, overview).tags
    assert NAME not in window.canvas.scene.view.names


def test_what_is_hidden_is_counted_listed_and_shown_again(window, qtbot, papers, settle):
    everything = set(window.canvas.scene.view.ids.tolist())
    window.canvas.select(papers[:2])
    qtbot.keyClick(window.canvas, Qt.Key.Key_H)
    settle(window)
    assert everything - set(window.canvas.scene.view.ids.tolist()) >= set(papers[:2])
    assert window.status.hidden.isVisible() and window.status.hidden.text().startswith("2 hidden")
    window.status.hidden.click()
    settle(window)
    sheet = window.findChild(HiddenSheet)
    assert sheet.list.count() == 2
    qtbot.keyClick(sheet.list, Qt.Key.Key_Return)
    settle(window)
    assert len(window.navigator.state.query.hidden) == 1
    sheet._all.click()
    settle(window)
    assert set(window.canvas.scene.view.ids.tolist()) == everything
    assert not window.status.hidden.isVisible()


def test_hide_pin_and_tag_are_undone_in_the_order_of_doing(window, qtbot, papers, settle, library):
    everything = set(window.canvas.scene.view.ids.tolist())
    window.canvas.select(papers[:2])
    settle(window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Space)
    qtbot.keyClick(window.canvas, Qt.Key.Key_R)
    settle(window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_H)
    settle(window)
    assert window.actions_by_id["edit.undo"].text() == "Undo: Hide 2 nodes"
    for there, pinned, label in (
        (True, True, "Mark 2 items"),
        (True, True, "Pin 2 nodes"),
        (True, False, ""),
    ):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Z, CTRL)
        settle(window)
        assert (set(window.canvas.scene.view.ids.tolist()) == everything) is there
        assert (window.navigator.state.pinned == set(papers[:2])) is pinned
        assert label in window.undo_order.undo_label
    for _ in range(3):
        qtbot.keyClick(window.canvas, Qt.Key.Key_Z, CTRL | SHIFT)
        settle(window)
    assert window.navigator.state.query.hidden == set(papers[:2]) == window.navigator.state.pinned


def test_hiding_the_middle_of_the_view_is_taken_back_with_it(window, qtbot, settle):
    center = window.navigator.state.query.centers
    everything = set(window.canvas.scene.view.ids.tolist())
    window.canvas.select(center)
    qtbot.keyClick(window.canvas, Qt.Key.Key_H)
    settle(window)
    assert window.navigator.state.query.centers == ()
    qtbot.keyClick(window.canvas, Qt.Key.Key_Z, CTRL)
    settle(window)
    assert window.navigator.state.query.centers == center
    assert set(window.canvas.scene.view.ids.tolist()) == everything


def test_keys_select_all_the_others_and_neighbours(window, qtbot, papers, settle):
    everything = set(window.canvas.scene.view.ids.tolist())
    qtbot.keyClick(window.canvas, Qt.Key.Key_A, CTRL)
    assert window.canvas.selection == everything
    window.canvas.select(papers[:1])
    qtbot.keyClick(window.canvas, Qt.Key.Key_A, CTRL | SHIFT)
    assert window.canvas.selection == everything - set(papers[:1])
    window.canvas.select(papers[:1])
    qtbot.keyClick(window.canvas, Qt.Key.Key_N, SHIFT)
    view = window.canvas.scene.view
    ends = view.ids[view.ends]
    assert window.canvas.selection == set(ends[(ends == papers[0]).any(axis=1)].ravel().tolist())


def test_control_walks_without_selecting_and_control_space_toggles(window, qtbot, settle):
    canvas = window.canvas
    center = window.navigator.state.query.centers[0]
    canvas.select([center])
    qtbot.keyClick(canvas, Qt.Key.Key_Right, CTRL)
    if canvas.current == center:
        qtbot.keyClick(canvas, Qt.Key.Key_Left, CTRL)
    other = canvas.current
    assert other != center and canvas.selection == {center}
    qtbot.keyClick(canvas, Qt.Key.Key_Space, CTRL)
    assert canvas.selection == {center, other}
    qtbot.keyClick(canvas, Qt.Key.Key_Space, CTRL)
    assert canvas.selection == {center} and not window.navigator.state.pinned


def test_beside_many_stands_what_they_share_with_buttons_that_fit(window, qtbot, papers, settle):
    window.canvas.select(papers[:2])
    settle(window)
    names = {button.objectName() for button in window.passport.findChildren(type(window.status.needs))}
    assert {"act.edit.tag", "act.edit.read", "act.view.pin", "act.edit.explain", "act.edit.merge"} <= names
    window.canvas.select(window.canvas.scene.view.ids.tolist())
    settle(window)
    buttons = window.passport.findChildren(type(window.status.needs))
    shown = {one.objectName() for one in buttons if one.isVisible()}
    assert "act.edit.tag" in shown and "act.edit.explain" not in shown and "act.edit.merge" not in shown
    next(one for one in buttons if one.objectName() == "act.view.pin" and one.isVisible()).click()
    assert window.navigator.state.pinned == set(window.canvas.scene.view.ids.tolist())


def menu_at(window, at, reason=QContextMenuEvent.Reason.Mouse):
    event = QContextMenuEvent(reason, at, window.canvas.mapToGlobal(at))
    QApplication.sendEvent(window.canvas, event)


def middle(xy, view, edge):
    return QPointF(*xy[view.ends[edge]].mean(axis=0).tolist())


def offered(window):
    return [action.objectName() for action in window.context_menu.menu.actions() if action.objectName()]


def test_menus_hold_what_fits_and_show_its_keys(window, qtbot, papers, settle):
    menu = window.context_menu.menu
    menu_at(window, spot(window, papers[0]))
    assert window.canvas.selection == {papers[0]}
    assert {"edit.tag", "edit.read", "view.pin", "view.hide", "go.center"} <= set(offered(window))
    assert "go.bridges" not in offered(window) and "edit.merge" not in offered(window)
    assert all(a.isShortcutVisibleInContextMenu() for a in menu.actions() if a.objectName())
    menu.close()
    window.canvas.select(papers[:2])
    menu_at(window, spot(window, papers[0]), QContextMenuEvent.Reason.Keyboard)
    assert window.canvas.selection == set(papers[:2])
    assert {"edit.merge", "edit.explain"} <= set(offered(window))
    menu.close()
    window.canvas.select([])
    menu_at(window, QPoint(2, window.canvas.height() - 3))
    assert {"view.fit", "select.all", "select.lasso"} <= set(offered(window))
    assert "edit.tag" not in offered(window) and "view.hidden" not in offered(window)
    menu.close()


def test_the_menu_of_a_link_decides_on_that_link(window, qtbot, settle):
    view = window.canvas.scene.view
    xy = places(window)
    edge = next(
        row
        for row in range(len(view.ends))
        if window.canvas.hit_at(middle(xy, view, row)).edge == row
        and view.edge_labels[view.edge_kinds[row]] == "asserted"
    )
    menu_at(window, middle(xy, view, edge).toPoint())
    settle(window)
    assert window.canvas.selection == set(view.ids[view.ends[edge]].tolist())
    assert {"edit.explain", "edit.accept", "edit.reject"} <= set(offered(window))
    link = window.graph_link.hovered_link
    menu = window.context_menu.menu
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(window.actions_by_id["edit.reject"]).center())
    settle(window)
    assert window.undo_order.undo_label.startswith("Reject") and link is not None
    assert window.graph_link.hovered_link is None


def test_expanding_and_collapsing_are_each_others_opposite(window, qtbot, papers, settle):
    before = set(window.canvas.scene.view.ids.tolist())
    window.canvas.select(papers[:1])
    qtbot.keyClick(window.canvas, Qt.Key.Key_Return)
    settle(window)
    more = set(window.canvas.scene.view.ids.tolist())
    assert before < more
    window.canvas.select(papers[:1])
    qtbot.keyClick(window.canvas, Qt.Key.Key_Return, SHIFT)
    settle(window)
    assert set(window.canvas.scene.view.ids.tolist()) == before
    window.canvas.select(papers[:1])
    qtbot.keyClick(window.canvas, Qt.Key.Key_Return, SHIFT)
    assert "Nothing came only through it" in window.notice_bar.words


def test_collapsing_takes_away_what_a_deeper_view_walked_through(window, qtbot, papers, settle):
    window.navigator.set_depth(2)
    settle(window)
    deep = set(window.canvas.scene.view.ids.tolist())
    near = [n for n in nodes_of(window, NodeKind.PAPER) if n in papers]
    window.navigator.select(frozenset(near))
    qtbot.keyClick(window.canvas, Qt.Key.Key_Return, SHIFT)
    settle(window)
    assert set(near) <= set(window.canvas.scene.view.ids.tolist()) < deep
    window.navigator.expand(frozenset(near))
    settle(window)
    assert set(window.canvas.scene.view.ids.tolist()) >= deep
