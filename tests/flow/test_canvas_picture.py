"""What the canvas shows while scenes, sizes and pointers change: cards, fading, slices, the minimap."""

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from explorer.graph.scene import empty_scene
from explorer.graph.style import make_scene
from explorer.layouts import LAYOUTS
from explorer.ui.canvas import Canvas
from explorer.ui.canvas.events import Hovered
from explorer.ui.hover_card import CardQuote, HoverCard
from tests.canvases import KEYS, NODE, middle_of_edge, place, point_at, shown_canvas, told, wheel
from tests.scenes import big_scene, ego_view

CARD = HoverCard(
    "Chain of Agents",
    "addresses a limit of",
    "RAG",
    (CardQuote("検索が弱いと文脈が欠ける。", "Study group", "ja"), CardQuote("It reads all of it.", "Notes")),
    "stated in 2 sources",
)


@pytest.fixture
def canvas(qtbot):
    return shown_canvas(qtbot)


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


def test_a_screen_reader_hears_what_the_keys_act_on(canvas):
    assert canvas.accessibleName()
    assert "17" in canvas.accessibleDescription()
    canvas.select([NODE["coa"]])
    assert canvas.accessibleDescription() == "method Chain of Agents, 3 links"
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
