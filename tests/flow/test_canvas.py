"""The canvas under a person's hands: mouse, wheel, keys, cards, and what it tells."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QWidget

from explorer.graph.camera import Camera
from explorer.graph.scene import empty_scene
from explorer.graph.style import make_scene
from explorer.layouts import LAYOUTS
from explorer.ui.canvas import Canvas
from explorer.ui.canvas_events import Hovered, NodeActivated, NodesChosen
from explorer.ui.hover_card import CardQuote, HoverCard
from tests.scenes import EGO_NODES, big_scene, ego_scene, ego_view

KEYS = list(EGO_NODES)
NODE = {key: 101 + row for row, key in enumerate(KEYS)}
CARD = HoverCard(
    "Chain of Agents",
    "addresses a limit of",
    "RAG",
    (CardQuote("検索が弱いと文脈が欠ける。", "Study group", "ja"), CardQuote("It reads all of it.", "Notes")),
    "stated in 2 sources",
)


@pytest.fixture
def canvas(qtbot):
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(860, 740)
    widget.set_scene(ego_scene())
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def told(signal):
    """A list that fills with what the signal tells."""
    out = []
    signal.connect(out.append)
    return out


def place(canvas, key):
    row = KEYS.index(key)
    x, y = canvas.camera.to_screen(canvas.scene.pos[row : row + 1])[0].tolist()
    return QPoint(round(x), round(y))


def middle_of_edge(canvas, a, b):
    ends = place(canvas, a), place(canvas, b)
    return QPoint((ends[0].x() + ends[1].x()) // 2, (ends[0].y() + ends[1].y()) // 2)


def wheel(canvas, at, steps):
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def point_at(canvas, at, buttons=Qt.MouseButton.NoButton):
    """Move the pointer there. Sent straight: the screen's cursor may be over another test's window."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(canvas.mapToGlobal(at)),
        Qt.MouseButton.NoButton, buttons, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def drag(qtbot, canvas, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, modifier, start)
    for share in (0.2, 0.6, 1.0):
        point_at(canvas, start + (end - start) * share, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, modifier, end)


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


def test_until_a_person_moves_the_camera_the_view_fits_every_size(canvas):
    canvas.resize(500, 420)
    assert (canvas.camera.to_screen(canvas.scene.pos) < (500, 420)).all()
    canvas.set_camera(canvas.camera.zoomed(3, 100, 100))
    middle = canvas.camera.to_world(250, 210)
    canvas.resize(700, 600)
    assert canvas.camera.to_world(350, 300) == pytest.approx(middle)


def test_more_nodes_leave_the_camera_and_the_selection_alone(canvas):
    canvas.select([NODE["rag"], NODE["repo"]])
    canvas.set_camera(canvas.camera.zoomed(2, 100, 100))
    camera = canvas.camera
    view = ego_view(parallel=True)
    canvas.set_scene(make_scene(view, canvas.scene.pos))
    assert canvas.camera == camera
    assert canvas.selection == {NODE["rag"], NODE["repo"]}
    canvas.set_scene(make_scene(view, canvas.scene.pos), keep_camera=False)
    assert canvas.camera != camera


def test_a_selected_node_that_is_gone_is_no_longer_selected(canvas):
    changes = told(canvas.selection_changed)
    canvas.select([NODE["rag"]])
    canvas.set_scene(big_scene(50))
    assert canvas.selection == frozenset()
    assert canvas.current is None
    assert [change.ids for change in changes] == [{NODE["rag"]}, frozenset()]


def test_an_edge_under_a_resting_pointer_is_told_and_its_card_covers_neither_end(canvas, qtbot):
    at = middle_of_edge(canvas, "coa", "rag")
    with qtbot.waitSignal(canvas.hovered) as heard:
        point_at(canvas, at)
    edge = heard.args[0].edge
    assert {KEYS[row] for row in canvas.scene.view.ends[edge].tolist()} == {"coa", "rag"}
    canvas.show_card(CARD)
    card = canvas._card
    assert card.isVisible()
    assert canvas.rect().contains(card.geometry())
    for key in ("coa", "rag"):
        row = KEYS.index(key)
        left, top, right, bottom = canvas._picture.layer.label_boxes(canvas.camera)[row]
        assert not card.geometry().contains(place(canvas, key))
        name = QRect(QPoint(int(left), int(top)), QPoint(int(right), int(bottom)))
        assert not card.geometry().intersects(name)
    assert "検索が弱いと文脈が欠ける。" in card.accessibleName()
    with qtbot.waitSignal(canvas.hovered) as left_it:
        point_at(canvas, QPoint(20, 650))
    assert left_it.args[0] == Hovered()
    assert not card.isVisible()


def test_a_card_that_comes_too_late_is_not_shown(canvas):
    canvas.show_card(CARD)
    assert not canvas._card.isVisible()


def test_a_hovered_node_and_its_neighbours_stay_lit(canvas, qtbot):
    with qtbot.waitSignal(canvas.hovered) as heard:
        point_at(canvas, place(canvas, "coap"))
    assert heard.args[0] == Hovered(node=NODE["coap"])
    nodes, edges = canvas.lit_rows()
    assert {KEYS[row] for row in nodes.tolist()} == {"coap", "rag", "coa", "study", "neurips"}
    assert len(edges) == 4


def test_hovering_fades_the_rest(canvas, qtbot):
    canvas.finish_drawing()
    before = canvas.grab().toImage()
    with qtbot.waitSignal(canvas.hovered):
        point_at(canvas, place(canvas, "coap"))
    after = canvas.grab().toImage()
    lit, faded = place(canvas, "coap"), place(canvas, "icml")
    assert after.pixelColor(lit) == before.pixelColor(lit)
    assert after.pixelColor(faded).lightness() > before.pixelColor(faded).lightness() + 30


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


def test_a_screen_reader_hears_what_the_keys_act_on(canvas):
    assert canvas.accessibleName()
    assert "17" in canvas.accessibleDescription()
    canvas.select([NODE["coa"]])
    assert canvas.accessibleDescription() == "Chain of Agents, method, 3 links"
    canvas.set_scene(empty_scene())
    canvas.set_empty_text("Nothing here yet", "Add files to begin.")
    assert canvas.accessibleDescription() == "Nothing here yet Add files to begin."


def test_an_empty_canvas_says_what_to_do(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    blank = canvas.grab().toImage()
    canvas.set_empty_text("Nothing here yet", "Add files to begin.")
    assert canvas.grab().toImage() != blank
    canvas.fit()
    canvas.focus_selection()
    wheel(canvas, QPoint(10, 10), 1)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    qtbot.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.selection == frozenset()


def test_the_scheme_changes_the_ground(canvas):
    corner = QPoint(5, 5)
    canvas.set_scheme("dark")
    canvas.finish_drawing()
    assert canvas.grab().toImage().pixelColor(corner).name() == canvas.theme.canvas


def test_the_minimap_goes_and_comes_and_takes_one_there(canvas, qtbot):
    minimap = canvas._minimap
    assert minimap.isVisible()
    qtbot.mouseClick(
        minimap, Qt.MouseButton.LeftButton, pos=QPoint(minimap.width() // 2, minimap.height() // 2)
    )
    assert canvas.camera.to_world(430, 370) == pytest.approx((minimap._whole.x, minimap._whole.y), abs=1)
    canvas.toggle_minimap()
    assert not minimap.isVisible()
    canvas.toggle_minimap()
    assert minimap.isVisible()


def test_a_large_scene_is_drawn_in_slices_while_events_go_on(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    canvas.show()
    canvas.set_scene(big_scene(3000))
    layer = canvas._picture.layer
    assert layer.busy
    with qtbot.waitSignal(canvas._picture.finished, timeout=10_000):
        pass
    assert not layer.busy
    assert len(layer.labels) > 10


def test_while_the_camera_moves_no_new_picture_is_begun_and_when_it_rests_one_is(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 600)
    canvas.show()
    canvas.set_scene(big_scene(3000))
    canvas.finish_drawing()
    layer = canvas._picture.layer
    for step in range(5):
        canvas.set_camera(canvas.camera.panned(3, step))
        assert not layer.busy
    with qtbot.waitSignal(canvas._picture.finished, timeout=10_000):
        pass
    assert layer.covers(canvas.camera)


def test_a_small_scene_is_crisp_in_every_frame(canvas):
    canvas.finish_drawing()
    canvas._picture._cost_ms = 1.0  # however slow this machine is just now
    canvas.set_camera(canvas.camera.zoomed(1.7, 300, 300))
    moving = canvas.grab().toImage()
    canvas._picture._is_stale = True
    canvas.finish_drawing()
    assert canvas.grab().toImage() == moving


def test_a_canvas_that_is_closed_while_it_draws_leaves_quietly(qtbot):
    canvas = Canvas()
    canvas.resize(800, 600)
    canvas.show()
    canvas.set_scene(big_scene(5000))
    assert canvas._picture.layer.busy
    canvas.close()
    canvas.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def test_each_layout_can_be_shown_one_after_the_other(canvas):
    view = ego_view()
    for name in ("force", "radial"):
        start = np.full((len(view.ids), 2), np.nan, np.float32)
        canvas.set_scene(make_scene(view, LAYOUTS[name].place(view, start, 0)), keep_camera=False)
        canvas.finish_drawing()
        assert len(canvas._picture.layer.labels) >= len(view.ids)
