"""Views that come back: saved by name, opened by key, undone; back and forward with place and camera."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from explorer.graph.filters import Filters
from explorer.model import NodeKind
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into
from explorer.questions.overview import overview
from explorer.ui.dialogs.views_sheet import SaveViewSheet, ViewsSheet

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def looks(window):
    """Nodes with their places, camera, layout, depth, pins and selection."""
    scene, camera, state = window.navigator.scene, window.canvas.camera, window.navigator.state
    return (
        scene.view.ids.tolist(),
        scene.pos.tolist(),
        window.canvas.scene.pos.tolist(),
        (camera.x, camera.y, camera.scale),
        (state.layout, state.query, state.pinned, state.selection),
    )


@pytest.fixture
def save(qtbot, settle):
    def keep(window, name, over=False):
        window.canvas.setFocus()
        qtbot.keyClick(window.canvas, Qt.Key.Key_S, CTRL | SHIFT)
        sheet = window.findChildren(SaveViewSheet)[-1]
        sheet.line.setText(name)
        qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
        if over:
            assert "overwrites" in sheet.words and sheet.isVisible()
            qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
        assert not sheet.isVisible()
        settle(window)

    return keep


def wander(window, settle):
    """Make a view that no layout would make again."""
    navigator = window.navigator
    navigator.set_depth(2)
    settle(window)
    nodes = navigator.scene.view.ids.tolist()
    navigator.hide(frozenset({nodes[-1]}))
    settle(window)
    navigator.place_moved(((nodes[0], 511.5, -60.25), (nodes[1], -333.125, 7.0)))
    navigator.select(frozenset(nodes[:2]))
    window.canvas.set_scene(navigator.scene)
    window.canvas.set_camera(window.canvas.camera.zoomed(1.37, 211, 97))
    settle(window)


def test_a_saved_view_comes_back_to_the_pixel(window, qtbot, settle, save):
    wander(window, settle)
    save(window, "別の図 A")
    before = looks(window)
    window.navigator.show_all()
    settle(window)
    window.navigator.set_layout("radial")
    settle(window)
    assert looks(window) != before
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_1, CTRL)
    settle(window)
    assert looks(window) == before
    assert "別の図 A" in [crumb.text for crumb in crumbs(window)][-1]


def crumbs(window):
    from explorer.ui.showing import crumbs_of

    return crumbs_of(window.navigator.state, None)


def test_what_is_new_takes_a_place_beside_its_neighbours_and_the_old_stay(
    window, qtbot, settle, save, digest, library
):
    save(window, "before")
    before = dict(
        zip(window.navigator.scene.view.ids.tolist(), window.navigator.scene.pos.tolist(), strict=True)
    )
    window.close()
    import_into(library, Wish((str(digest),)))
    again = type(window)(window.settings, window.settings_file, "light")
    qtbot.addWidget(again)
    again.resize(1200, 800)
    again.show()
    again.workspace.open(library)
    settle(again)
    again.acts.readings.open_view("before")
    settle(again)
    scene = again.navigator.scene
    places = dict(zip(scene.view.ids.tolist(), scene.pos.tolist(), strict=True))
    assert len(places) > len(before) and {node: places[node] for node in before} == before
    assert np.isfinite(scene.pos).all()
    again.close()


def test_views_are_overwritten_renamed_and_deleted_and_taken_back(window, qtbot, settle, save, library):
    save(window, "one")
    window.navigator.set_depth(2)
    settle(window)
    save(window, "ONE", over=True)
    save(window, "two")
    qtbot.keyClick(window.canvas, Qt.Key.Key_V)
    sheet = window.findChildren(ViewsSheet)[-1]
    qtbot.keyClick(sheet.view, Qt.Key.Key_F2)
    sheet.line.setText("uno")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    settle(window)
    assert ask(library, overview).views == ("uno", "two")
    qtbot.keyClick(sheet.view, Qt.Key.Key_Delete)
    settle(window)
    assert ask(library, overview).views == ("two",)
    for _ in range(2):
        window.acts.views.undo()
        settle(window)
    assert ask(library, overview).views == ("one", "two")
    qtbot.keyClick(sheet.view, Qt.Key.Key_Up)
    qtbot.keyClick(sheet.view, Qt.Key.Key_Return)
    settle(window)
    assert window.navigator.state.query.depth == 2 and window.navigator.state.name == "one"


def test_a_key_without_a_view_says_so(window, qtbot, settle):
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_7, CTRL)
    assert "No view is saved" in window.notice_bar.words


def test_a_saved_view_stands_in_the_palette_by_its_name(window, settle, save, qtbot):
    save(window, "Retrieval in May")
    window.acts.views.palette()
    qtbot.keyClicks(window.top_bar.search, "retrieval in may")
    titles = [entry.title for entry in window.palette_view.entries]
    assert any("Retrieval in May" in title for title in titles)


def test_back_brings_place_camera_and_selection_again(window, qtbot, settle):
    wander(window, settle)
    before = looks(window)
    other = int(window.navigator.scene.view.ids[2])
    window.navigator.go_to(other)
    settle(window)
    window.canvas.set_camera(window.canvas.camera.panned(50, 50))
    after = looks(window)
    qtbot.keyClick(window.canvas, Qt.Key.Key_Left, ALT)
    settle(window)
    assert looks(window) == before
    qtbot.keyClick(window.canvas, Qt.Key.Key_Right, ALT)
    settle(window)
    assert looks(window) == after


def test_the_filters_of_a_view_come_back_with_it(window, qtbot, settle, save, library):
    issue = ask(library, overview).issues[0].id
    window.navigator.show_all()
    settle(window)
    filters = Filters(frozenset({NodeKind.PAPER}), weeks=frozenset({issue}))
    window.navigator.set_filters(filters)
    settle(window)
    save(window, "papers of a week")
    before = looks(window)
    window.navigator.set_filters(Filters())
    settle(window)
    with qtbot.waitSignal(window.navigator.filters_changed) as told:
        window.acts.readings.open_view("papers of a week")
    settle(window)
    assert looks(window) == before and told.args[0] == filters


def test_the_direction_of_links_is_part_of_the_view(window, qtbot, settle):
    both = set(window.navigator.scene.view.ids.tolist())
    qtbot.keyClick(window.canvas, Qt.Key.Key_D)
    settle(window)
    out = set(window.navigator.scene.view.ids.tolist())
    qtbot.keyClick(window.canvas, Qt.Key.Key_D)
    settle(window)
    led = set(window.navigator.scene.view.ids.tolist())
    center = set(window.navigator.state.query.centers)
    assert out | led == both and out & led == center and out != led
    qtbot.keyClick(window.canvas, Qt.Key.Key_Left, ALT)
    settle(window)
    assert window.navigator.state.query.direction == "out"


def test_what_a_search_finds_is_drawn(window, qtbot, settle):
    window.left_panel.show_list()
    window.left_panel.list.search.setText("RAG")
    qtbot.keyClick(window.left_panel.list.search, Qt.Key.Key_G, CTRL)
    settle(window)
    names = window.navigator.scene.view.names
    assert any("RAG" in name for name in names) and not any("KAN" in name for name in names)


def test_two_issues_are_compared_with_what_both_have_in_the_middle(window, qtbot, settle, digest, library):
    import_into(library, Wish((str(digest),)))
    first, second = [facet.id for facet in ask(library, overview).issues]
    window.navigator.select(frozenset({first, second}))  # from the list: the graph does not show them
    window.acts.readings.show_editions()
    settle(window)
    scene = window.navigator.scene
    x = dict(zip(scene.view.ids.tolist(), scene.pos[:, 0].tolist(), strict=True))
    names = {node.name for node in window.navigator.known(window.navigator.state.selection)}
    assert len(names) == 2 and names <= {
        block.accessibleName() for block in window.passport.findChildren(QWidget)
    }
    rag = next(
        node
        for node, name in zip(scene.view.ids.tolist(), scene.view.names, strict=True)
        if name in ("RAG", "Retrieval-Augmented Generation")
    )
    assert x[first] != x[second]
    low, high = sorted((x[first], x[second]))
    assert low < x[rag] < high
