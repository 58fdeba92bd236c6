"""Layouts by keys: G goes round, each keeps its places, lanes tell what is said, a long one can stop."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from explorer.graph.lane_places import hidden_mark
from explorer.graph.lanes import DAY_MAX
from explorer.graph.query import Filters, ViewQuery
from explorer.layouts import lay_out
from explorer.model import NodeKind
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into
from explorer.questions.lookup import find_node
from explorer.questions.overview import overview
from explorer.questions.views import edition_view
from explorer.render.piles import pile_numbers
from explorer.ui.canvas.events import DaysChosen
from explorer.ui.laying_out import LayingOut
from explorer.ui.view_state import ViewState
from explorer.ui.workspace import Workspace
from tests.canvases import point_at, wheel
from tests.scenes import big_view
from tests.unit.graph.test_lanes import view_with

SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE_MS = 60_000


@pytest.fixture
def rag(window, library, settle):
    node = ask(library, find_node, "RAG")
    window.navigator.go_to(node)
    settle(window)
    return node


def is_on(window, layout):
    return window.top_bar.layouts.findChild(object, layout).isChecked()


def test_g_goes_round_and_each_layout_keeps_its_places(window, press, rag):
    first = window.navigator.scene
    seen = [window.navigator.state.layout]
    for _ in range(4):
        press(Qt.Key.Key_G)
        seen.append(window.navigator.state.layout)
    assert seen == ["force", "timeline", "lanes", "radial", "force"]  # no map before similarities
    np.testing.assert_array_equal(window.navigator.scene.pos, first.pos)


def test_lanes_turn_to_sources_and_back(window, press, rag):
    press(Qt.Key.Key_G, SHIFT)
    assert window.navigator.scene.axes.what == "methods"
    assert is_on(window, "lanes")
    press(Qt.Key.Key_G, SHIFT)
    assert window.navigator.scene.axes.what == "sources"
    assert is_on(window, "lanes")
    assert window.canvas.lane_switch.isVisible()
    press(Qt.Key.Key_G)
    assert window.navigator.state.layout == "radial"
    assert not window.canvas.lane_switch.isVisible()


def mark(window, kind):
    """Row and pixel of a mark of that kind in the lane of the center."""
    scene = window.navigator.scene
    method = window.navigator.state.query.centers[0]
    there = (scene.view.columns["method"] == method) & (scene.view.kinds == kind)
    row = int(np.flatnonzero(there)[0])
    x, y = window.canvas.camera.to_screen(scene.pos[row : row + 1])[0].tolist()
    return row, QPoint(round(x), round(y))


def test_a_mark_selects_what_it_stands_for_and_its_card_has_the_sentence(window, press, rag, qtbot, settle):
    press(Qt.Key.Key_G, SHIFT)
    row, at = mark(window, NodeKind.ISSUE)
    scene = window.navigator.scene
    point_at(window.canvas, at)
    qtbot.waitUntil(lambda: window.canvas._card.isVisible(), timeout=PATIENCE_MS)
    said = window.canvas._card.accessibleName()
    assert said.startswith("RAG in ")
    assert "RAG" in said.removeprefix("RAG in ")
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=at)
    settle(window)
    node = int(scene.view.nodes[row])
    assert window.navigator.state.selection == {node}
    assert window.passport.shown.id == node
    assert window.canvas.selection == scene.view.ids_of({node})


def test_the_name_of_a_lane_selects_its_method(window, press, rag, qtbot, settle):
    press(Qt.Key.Key_G, SHIFT)
    other = next(lane for lane in window.navigator.scene.axes.lanes if lane.node != rag)
    y = window.canvas.camera.to_screen(np.array([[0.0, other.y]]))[0, 1]
    qtbot.mouseClick(window.canvas, Qt.MouseButton.LeftButton, pos=QPoint(30, round(y)))
    settle(window)
    assert window.navigator.state.selection == {other.node}


def test_arrows_walk_along_the_marks(window, press, rag):
    press(Qt.Key.Key_G, SHIFT)
    press(Qt.Key.Key_Right)
    first = window.canvas.current
    assert first is not None
    view = window.canvas.scene.view
    lane = view.columns["lane"][view.row_of(first)]
    press(Qt.Key.Key_Up if lane else Qt.Key.Key_Down)
    assert view.columns["lane"][view.row_of(window.canvas.current)] != lane
    words = window.canvas.accessibleDescription()
    lanes = [lane.name for lane in window.navigator.scene.axes.lanes]
    assert words.split(":")[0] in lanes


def test_a_view_without_methods_says_so_on_lanes(window, press, rag, settle):
    press(Qt.Key.Key_G, SHIFT)
    window.navigator.show_all()
    settle(window)
    window.navigator.set_filters(Filters(frozenset({NodeKind.PAPER})))
    settle(window)
    assert window.navigator.state.layout == "lanes"
    assert len(window.navigator.scene.view.ids) == 0
    assert "No method" in window.canvas.accessibleDescription()


@pytest.fixture
def laying(qtbot):
    workspace = Workspace()
    yield LayingOut(workspace, workspace)
    workspace.close()


def lay(laying, nodes, seed=7):
    laying.lay(big_view(nodes, 3, seed), ViewState(ViewQuery(limit=5000), "force"))


def test_a_large_graph_is_laid_out_in_the_worker_with_progress(laying, qtbot):
    states = []
    laying.parent().task_moved.connect(states.append)
    with qtbot.waitSignal(laying.placed, timeout=PATIENCE_MS) as heard:
        lay(laying, 1500)
    assert any(state.total == 300 and state.done > 0 for state in states)
    assert states[-1].finished
    assert np.array_equal(heard.args[0].pos, lay_out(big_view(1500, 3), "force", 0).pos)


def test_a_long_layout_can_be_stopped_and_the_worker_begins_anew(laying, qtbot):
    numbers = []
    laying.parent().task_moved.connect(lambda state: numbers.append(state.number))
    with qtbot.waitSignal(laying.stopped, timeout=PATIENCE_MS):
        lay(laying, 4000)
        laying.parent().stop(numbers[-1])
    with qtbot.waitSignal(laying.placed, timeout=PATIENCE_MS):
        lay(laying, 1200)


def test_the_newest_of_two_long_layouts_wins(laying, qtbot):
    scenes = []
    laying.placed.connect(scenes.append)
    lay(laying, 4000)
    with qtbot.waitSignal(laying.placed, timeout=PATIENCE_MS):
        lay(laying, 1100)
    qtbot.waitUntil(lambda: not laying.parent().is_busy, timeout=PATIENCE_MS)
    assert [len(scene.view.ids) for scene in scenes] == [1100]


def test_a_mark_left_of_the_page_is_reached_by_its_sign_and_by_arrows(window, press, rag, qtbot, settle):
    press(Qt.Key.Key_G, SHIFT)
    canvas = window.canvas
    scene = canvas.scene
    lane = next(lane for lane in scene.axes.lanes if lane.node == rag)
    canvas.set_camera(canvas.camera.panned(-2 * canvas.width(), 0))
    assert hidden_mark(scene, canvas.camera, lane) >= 0
    y = canvas.camera.to_screen(np.array([[0.0, lane.y]]))[0, 1]
    sign = QPoint(round(scene.axes.head_px - 5), round(y))
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=sign)
    row = scene.view.row_of(canvas.current)
    assert str(scene.view.columns["lane_name"][row]) == lane.name

    def is_in_sight():
        x = canvas.camera.to_screen(scene.pos[row : row + 1])[0, 0]
        return scene.axes.head_px < x < canvas.width()

    qtbot.waitUntil(is_in_sight, timeout=PATIENCE_MS)


def test_editions_compared_are_drawn_alike_after_other_layouts(window, library, digest, press, settle):
    import_into(library, Wish((str(digest),)))
    issues = [facet.id for facet in ask(library, overview).issues]
    window.navigator.restore(ask(library, edition_view, tuple(issues)))
    settle(window)
    window.canvas.setFocus()
    first = window.navigator.scene
    assert len(first.view.ids) and set(issues) <= set(first.view.ids.tolist())
    for layout in ("timeline", "lanes", "lanes_by_source", "radial", "force"):
        window.navigator.set_layout(layout)
        settle(window)
        there = window.navigator.scene.whole
        np.testing.assert_array_equal(there.ids, first.view.ids)
        assert (there.predicates, there.edge_labels) == (first.view.predicates, first.view.edge_labels)
    np.testing.assert_array_equal(window.navigator.scene.pos, first.pos)
    np.testing.assert_array_equal(window.navigator.scene.looks, first.looks)
    assert window.navigator.scene.labels == first.labels


def crowded(window):
    """Lanes of one method with a day that has no room for all; the ids of what stands on it."""
    rows = [(0, 1000 + n, NodeKind.ISSUE, 40.0) for n in range(DAY_MAX + 5)]
    window.canvas.set_scene(lay_out(view_with(1, [*rows, (0, 90, NodeKind.ISSUE, 300.0)]), "lanes", 0))
    return frozenset(node for _, node, _, _ in rows)


def test_the_number_above_a_crowded_day_opens_the_list_of_all_that_stands_there(window, rag, qtbot, settle):
    there, canvas = crowded(window), window.canvas
    (number,) = pile_numbers(canvas.scene.axes, canvas.camera, canvas.theme)
    left, top, right, bottom = number.box
    with qtbot.waitSignal(canvas.days_chosen) as heard:
        spot = QPoint(round((left + right) / 2), round((top + bottom) / 2))
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    assert heard.args[0].nodes == there
    assert [lane for lane, _ in heard.args[0].days] == ["method 0"]


def test_enter_on_a_mark_of_a_crowded_day_lists_all_of_it_and_says_so(window, rag, qtbot):
    there, canvas = crowded(window), window.canvas
    canvas.select({int(canvas.scene.view.ids[-1])})
    assert "5 more on this day" in canvas.accessibleDescription()
    with qtbot.waitSignal(canvas.days_chosen) as heard:
        qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert heard.args[0].nodes == there


def test_a_day_is_listed_until_all_is_asked_for_or_another_view(window, library, qtbot, settle, rag):
    rows, scene = window.left_panel.list, window.navigator.scene
    some = frozenset(scene.whole.ids[:3].tolist())

    def list_day():
        window.canvas.days_chosen.emit(DaysChosen(some, (("RAG", 19_900.0),)))
        settle(window)

    list_day()
    assert {rows.model.node_at(row) for row in range(rows.model.rowCount())} == some
    assert window.left_panel.is_list and window.focusWidget() is rows.table
    qtbot.mouseClick(rows.findChild(QPushButton, "list_whole"), Qt.MouseButton.LeftButton)
    settle(window)
    assert rows.model.rowCount() == len(scene.whole.ids)
    list_day()
    window.navigator.set_depth(2)
    settle(window)
    assert rows.model.rowCount() == len(window.navigator.scene.whole.ids) > len(some)


def test_lanes_are_counted_in_appearances_not_in_links(window, press, rag):
    press(Qt.Key.Key_G, SHIFT)
    window.canvas.select(())
    words = window.canvas.accessibleDescription()
    assert f"{len(window.canvas.scene.view.ids)} appearances in" in words
    assert "link" not in words


def test_the_wheel_over_the_names_of_lanes_and_the_page_keys_scroll_them(window, press, rag):
    press(Qt.Key.Key_G, SHIFT)
    canvas = window.canvas
    before = canvas.camera
    wheel(canvas, QPoint(10, 200), -1)
    assert (canvas.camera.scale, canvas.camera.x) == (before.scale, before.x)
    assert canvas.camera.y > before.y
    press(Qt.Key.Key_PageUp)
    assert canvas.camera.y < before.y
