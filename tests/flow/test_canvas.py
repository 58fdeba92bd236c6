"""The canvas under a person's hands: mouse, wheel, keys, and what it tells."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from explorer.graph.camera import Camera
from explorer.ui.canvas import Canvas
from explorer.ui.canvas.events import NodeActivated, NodesChosen
from tests.canvases import KEYS, NODE, drag, middle_of_edge, place, shown_canvas, told, wheel


@pytest.fixture
def canvas(qtbot):
    return shown_canvas(qtbot)


def test_a_new_scene_is_shown_whole(canvas):
    xy = canvas.camera.to_screen(canvas.scene.pos)
    assert (xy > 10).all()
    assert (xy < (850, 730)).all()


@pytest.mark.parametrize("steps", [1, -2, 5])
def test_the_wheel_zooms_at_the_pointer(canvas, steps):
    at = QPoint(200, 500)
    before = canvas.camera.to_world(at.x(), at.y())
    scale = canvas.camera.scale
    wheel(canvas, at, steps)
    assert canvas.camera.to_world(at.x(), at.y()) == pytest.approx(before, abs=1e-6)
    assert (canvas.camera.scale > scale) is (steps > 0)


def test_dragging_the_ground_pans(canvas, qtbot):
    start = QPoint(20, 650)
    world = canvas.camera.to_world(start.x(), start.y())
    drag(qtbot, canvas, start, QPoint(90, 600))
    assert canvas.camera.to_world(90, 600) == pytest.approx(world, abs=1e-6)
    assert canvas.selection == frozenset()


def test_a_click_selects_and_control_adds_and_takes_away(canvas, qtbot):
    changes = told(canvas.selection_changed)
    left, add = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
    qtbot.mouseClick(canvas, left, pos=place(canvas, "rag"))
    qtbot.mouseClick(canvas, left, add, place(canvas, "repo"))
    assert canvas.selection == {NODE["rag"], NODE["repo"]}
    qtbot.mouseClick(canvas, left, add, place(canvas, "rag"))
    assert canvas.selection == {NODE["repo"]}
    qtbot.mouseClick(canvas, left, pos=QPoint(20, 650))
    assert canvas.selection == frozenset()
    assert [change.ids for change in changes] == [
        {NODE["rag"]}, {NODE["rag"], NODE["repo"]}, {NODE["repo"]}, frozenset(),
    ]  # fmt: skip
    assert changes[1].current == NODE["repo"]


def test_a_click_on_an_edge_selects_its_ends(canvas, qtbot):
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=middle_of_edge(canvas, "coap", "study"))
    assert canvas.selection == {NODE["coap"], NODE["study"]}


def test_shift_drag_selects_what_is_in_the_band(canvas, qtbot):
    canvas.select([NODE["rag"]])
    drag(qtbot, canvas, QPoint(5, 5), place(canvas, "repo") + QPoint(8, 8), Qt.KeyboardModifier.ShiftModifier)
    xy = canvas.camera.to_screen(canvas.scene.pos)
    corner = place(canvas, "repo") + QPoint(8, 8)
    inside = {101 + row for row in np.flatnonzero((xy <= (corner.x(), corner.y())).all(axis=1)).tolist()}
    assert canvas.selection == inside | {NODE["rag"]}
    assert len(inside) >= 2


def test_a_dragged_node_stays_where_it_is_let_go_and_is_told(canvas, qtbot):
    moved = told(canvas.moved)
    before = canvas.scene.pos.copy()
    drag(qtbot, canvas, place(canvas, "coa"), place(canvas, "coa") + QPoint(60, 40))
    row = KEYS.index("coa")
    assert [entry[0] for entry in moved[0].places] == [NODE["coa"]]
    assert np.allclose(moved[0].places[0][1:], canvas.scene.pos[row])
    assert np.allclose((canvas.scene.pos[row] - before[row]) * canvas.camera.scale, (60, 40), atol=2)
    others = np.setdiff1d(np.arange(len(before)), [row])
    assert np.array_equal(canvas.scene.pos[others], before[others])
    # it is found at its new place
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=place(canvas, "coa"))
    assert canvas.selection == {NODE["coa"]}


def test_selected_nodes_are_dragged_together(canvas, qtbot):
    canvas.select([NODE["icml"], NODE["repo"]])
    before = canvas.scene.pos.copy()
    drag(qtbot, canvas, place(canvas, "repo"), place(canvas, "repo") + QPoint(0, 50))
    step = canvas.scene.pos - before
    rows = [KEYS.index("icml"), KEYS.index("repo")]
    assert np.allclose(step[rows[0]], step[rows[1]])
    assert np.count_nonzero(step.any(axis=1)) == 2


def test_double_click_and_enter_ask_for_more(canvas, qtbot):
    asked = told(canvas.node_activated)
    qtbot.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=place(canvas, "icl"))
    canvas.select([NODE["rag"]])
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert asked == [NodeActivated(NODE["icl"]), NodeActivated(NODE["rag"])]


def test_arrows_begin_at_the_center_and_walk_along_links(canvas, qtbot):
    qtbot.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selection == {NODE["rag"]}
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.selection == {NODE["repo"]}
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.selection == {NODE["icml"]}
    qtbot.keyClick(canvas, Qt.Key.Key_Left)  # nothing lies that way
    assert canvas.selection == {NODE["icml"]}
    assert canvas.current == NODE["icml"]


def test_a_node_that_is_reached_by_keys_comes_into_view(canvas, qtbot):
    canvas.select([NODE["rag"]])
    canvas.set_camera(canvas.camera.zoomed(6.0, *[float(v) for v in place(canvas, "rag").toTuple()]))
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    at = place(canvas, "repo")
    assert canvas.rect().adjusted(50, 50, -50, -50).contains(at)


def test_space_and_the_window_ask_to_pin_and_hide(canvas, qtbot):
    pinned, hidden = told(canvas.pin_requested), told(canvas.hide_requested)
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    canvas.select([NODE["sel"]])
    qtbot.keyClick(canvas, Qt.Key.Key_Space)
    canvas.request_hide()
    assert pinned == hidden == [NodesChosen(frozenset({NODE["sel"]}))]


def test_escape_lets_the_selection_go_and_letters_are_left_to_the_window(canvas, qtbot):
    canvas.select([NODE["sel"]])
    scale = canvas.camera.scale
    for key in (Qt.Key.Key_F, Qt.Key.Key_H, Qt.Key.Key_M, Qt.Key.Key_0):
        qtbot.keyClick(canvas, key)
    assert canvas.selection == {NODE["sel"]}
    assert canvas.camera.scale == scale
    qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selection == frozenset()


def test_plus_and_minus_zoom_at_the_middle(canvas, qtbot):
    middle = canvas.camera.to_world(430, 370)
    scale = canvas.camera.scale
    qtbot.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.camera.scale == pytest.approx(scale * 1.25)
    qtbot.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.camera.scale == pytest.approx(scale)
    assert canvas.camera.to_world(430, 370) == pytest.approx(middle)


def test_fit_comes_back_from_anywhere(canvas):
    fitted = canvas.camera
    canvas.set_camera(Camera(1e5, -1e5, 0.01, 1.0, 1.0))
    canvas.fit()
    assert canvas.camera == fitted


def test_focus_brings_the_selection_near_with_its_neighbours(canvas):
    canvas.select([NODE["study"]])
    canvas.focus_selection()
    page = canvas.rect()
    assert page.contains(place(canvas, "study"))
    assert page.contains(place(canvas, "coap"))
    assert not page.contains(place(canvas, "icml"))


def test_the_menu_selects_what_it_is_asked_on(canvas):
    asked = told(canvas.context_requested)
    at = place(canvas, "ralm")
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.mapToGlobal(at))
    QApplication.sendEvent(canvas, event)
    assert canvas.selection == {NODE["ralm"]}
    assert asked[0].node == NODE["ralm"]
    assert (asked[0].x, asked[0].y) == canvas.mapToGlobal(at).toTuple()


def test_the_menu_key_asks_at_the_current_node(canvas):
    asked = told(canvas.context_requested)
    canvas.select([NODE["coa"]])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), QPoint(1, 1))
    QApplication.sendEvent(canvas, event)
    assert asked[0].node == NODE["coa"]


def test_tab_leaves_the_canvas_and_input_methods_are_refused(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    canvas, field = Canvas(), QLineEdit()
    row.addWidget(canvas)
    row.addWidget(field)
    window.show()
    qtbot.waitExposed(window)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert not canvas.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    qtbot.keyClick(canvas, Qt.Key.Key_Tab)
    assert window.focusWidget() is field
