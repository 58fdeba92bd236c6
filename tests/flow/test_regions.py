"""Regions on the canvas: O shows and hides them, a click on a name selects, the list opens one."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from explorer.ops.exporting import build_scene
from explorer.ops.library import ask
from explorer.questions.regions import RegionLine, Regions
from explorer.questions.views import WantedView, view_from_json, view_text
from explorer.store import Store
from explorer.store.communities import CommunityRow, replace_communities
from explorer.store.vectors import replace_map
from explorer.ui.answers import Shown
from explorer.ui.canvas import Canvas
from explorer.ui.dialogs.regions_sheet import RegionsSheet
from explorer.ui.panels.passport_head import RegionRow
from tests.canvases import told
from tests.libraries import digest, import_text, new_store
from tests.outlines import nodes_of
from tests.regions import regions_scene

SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def canvas(qtbot):
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(960, 760)
    widget.set_scene(regions_scene())
    widget.show()
    qtbot.waitExposed(widget)
    widget.finish_drawing()
    return widget


def names(canvas):
    return {label.text for label in canvas._picture.layer.labels if label.region >= 0}


def test_regions_are_shown_hidden_and_shown_again(canvas):
    shown, with_grounds = names(canvas), canvas.grab().toImage()
    assert len(shown) == 6
    canvas.show_regions(False)
    canvas.finish_drawing()
    assert names(canvas) == set() and canvas.grab().toImage() != with_grounds
    canvas.show_regions(True)
    canvas.finish_drawing()
    assert names(canvas) == shown


def test_hidden_regions_stay_hidden_in_the_next_scene(canvas):
    canvas.show_regions(False)
    canvas.set_scene(regions_scene(seed=1))
    assert canvas.scene.hulls == () and canvas.regions.has_any
    canvas.show_regions(True)
    assert len(canvas.scene.hulls) == 6


def test_a_click_on_a_name_selects_the_region(canvas, qtbot):
    chosen = told(canvas.selection_changed)
    label = next(label for label in canvas._picture.layer.labels if label.region >= 0)
    region = canvas.scene.hulls[label.region].region
    spot = next(at for at in spots(canvas, label) if canvas.hit_at(at.toPointF()).node < 0)
    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=spot)
    column = canvas.scene.view.columns["community"]
    assert chosen[-1].ids == frozenset(canvas.scene.view.ids[column == region.id].tolist())


def spots(canvas, label):
    x, y = canvas.camera.to_screen(canvas.scene.pos[:1] * 0 + label.anchor)[0].tolist()
    left, top, right, bottom = label.box(x, y)
    for step in range(1, 60):
        yield QPoint(
            round(left + (right - left) * step / 60), round(top + (bottom - top) * (step % 5 + 1) / 7)
        )


def test_a_window_without_regions_says_why(window, settle, qtbot):
    words = told(window.acts.told)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_O)
    settle(window)
    assert words and "no regions" in words[-1].message


def test_the_list_of_regions_narrows_by_what_is_typed(window, settle):
    window.actions_by_id["go.regions"].trigger()
    settle(window)
    sheet = window.findChild(RegionsSheet)
    assert sheet.accessibleName() and sheet.entries == ()
    lines = [RegionLine(3, "linear bandits", 9, ("regret",), ()), RegionLine(5, "強化学習", 1, (), ())]
    sheet.show_regions(Regions(tuple(lines)))
    assert [entry.title for entry in sheet.entries] == ["linear bandits", "強化学習"]
    assert sheet.height() > 400  # room for the rows that came after it opened
    sheet.line.setText("REGRET")
    assert [entry.node for entry in sheet.entries] == [3]
    chosen = told(sheet.chosen)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert chosen == [3]


def press_o(window, modifier=Qt.KeyboardModifier.NoModifier):
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_O, modifier)


def test_hidden_regions_belong_to_the_view_its_history_and_what_is_kept_of_it(window, settle, library):
    navigator, canvas = window.navigator, window.canvas
    scene = regions_scene()
    navigator.scene = scene
    window.graph_link.show_scene(Shown(scene, False))
    assert len(canvas.scene.hulls) == 6
    press_o(window)
    assert canvas.scene.hulls == () and not navigator.state.regions
    kept = view_text(navigator.wanted())
    navigator.show_all()
    settle(window)
    press_o(window)  # this view has none: nothing changes
    assert not navigator.state.regions
    navigator.restore(ask(library, view_from_json, "{}"))
    settle(window)
    assert navigator.state.regions and canvas.regions.is_on
    navigator.back()
    settle(window)
    assert not navigator.state.regions and not canvas.regions.is_on
    navigator.restore(WantedView(ViewQuery(), "force", ""))
    navigator.restore(ask(library, view_from_json, kept))
    settle(window)
    assert not canvas.regions.is_on


def test_a_view_without_regions_is_exported_without_them(tmp_path):
    store = new_store(tmp_path / "library.db")
    rows = [(f"Paper {n}", f"About {n}.", f"2401.{n:05}") for n in range(90)]
    import_text(store, "week.md", digest("May 6 - May 12", rows))
    papers = [row[0] for row in store.reader.rows("select id from paper order by id")]
    group(store, {paper: 1 + place % 2 for place, paper in enumerate(papers)})
    wanted = view_from_json(store.reader, '{"limit": 500, "kinds": ["paper"]}')
    start = np.array([(7 * (n % 9) + 900 * (n % 2), 7 * (n // 9)) for n in range(90)], np.float32)
    assert len(build_scene(store.reader, wanted, start).hulls) == 2
    hidden = view_from_json(store.reader, '{"limit": 500, "kinds": ["paper"], "regions": false}')
    assert build_scene(store.reader, hidden, start).hulls == ()
    store.close()


def group(store, found):
    rows = [CommunityRow(n, f"field {n}", "[]", len(found), n % 6) for n in sorted(set(found.values()))]
    with store.operation("Find communities", "derived"):
        replace_communities(store, found, rows)


@pytest.fixture
def grouped(window, library, settle):
    """Two papers of the window are in a region, the others in none."""
    papers = nodes_of(window, NodeKind.PAPER)[:2]
    store = Store(library)
    group(store, dict.fromkeys(papers, 4))
    store.close()
    window.navigator.show_all()
    settle(window)
    return papers


def test_shift_o_selects_the_whole_community_of_what_is_selected(window, settle, grouped):
    window.navigator.select(frozenset(grouped[:1]))
    press_o(window, SHIFT)
    settle(window)
    assert window.canvas.selection == set(grouped)
    assert "2 selected" in window.status._counts.text()


def test_shift_o_in_a_view_without_communities_says_so(window, settle):
    heard = told(window.acts.told)
    window.canvas.select(nodes_of(window, NodeKind.PAPER)[:1])
    press_o(window, SHIFT)
    settle(window)
    assert "communit" in heard[-1].message and len(window.canvas.selection) == 1


def test_the_region_on_a_passport_leads_to_its_view(window, settle, grouped, qtbot):
    window.navigator.select(frozenset(grouped[:1]))
    settle(window)
    row = window.passport.findChild(RegionRow)
    assert row.accessibleName() == "Region field 4"
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    settle(window)
    assert window.navigator.state.title == "field 4"
    assert set(window.navigator.scene.view.ids.tolist()) == set(grouped)


def put_papers_on_the_map(library):
    store = Store(library)
    papers = [row[0] for row in store.reader.rows("select id from paper order by id")]
    with store.operation("Compare papers", "derived"):
        replace_map(store, papers, np.arange(2 * len(papers), dtype=np.float32).reshape(-1, 2))
    store.close()
    return papers


def test_shift_m_shows_all_papers_on_the_map_and_nothing_else(window, library, settle, qtbot):
    papers = put_papers_on_the_map(library)
    qtbot.keyClick(window.canvas, Qt.Key.Key_M, SHIFT)
    settle(window)
    assert window.navigator.state.layout == "map"
    assert sorted(window.navigator.scene.view.ids.tolist()) == papers
    window.navigator.back()
    settle(window)
    assert window.navigator.state.layout != "map"


def test_a_map_of_a_few_nodes_of_the_library_offers_all_papers(window, library, settle):
    put_papers_on_the_map(library)
    window.navigator.show_all()
    settle(window)
    heard = told(window.acts.told)
    window.top_bar.layout_chosen.emit("map")
    settle(window)
    assert not heard  # everything is there already
    window.navigator.set_layout("force")
    state = window.navigator.state
    window.navigator.visit(replace(state, query=replace(state.query, limit=2)))
    settle(window)
    window.top_bar.layout_chosen.emit("map")
    assert heard[-1].offer.command == "go.map"


def test_without_a_map_its_command_says_what_makes_one(window, settle, qtbot):
    heard = told(window.workspace.notice)
    qtbot.keyClick(window.canvas, Qt.Key.Key_M, SHIFT)
    settle(window)
    assert "no map" in heard[-1].message


def test_more_of_the_whole_library_is_shown_until_nothing_is_left(window, settle):
    window.navigator.show_all()
    settle(window)
    everything = len(window.navigator.scene.view.ids)
    state = window.navigator.state
    window.navigator.visit(replace(state, query=replace(state.query, limit=everything - 1), held=None))
    settle(window)
    assert len(window.navigator.scene.view.ids) == everything - 1
    assert window.acts.missing("more") == ""
    window.acts.views.show_more()
    settle(window)
    assert len(window.navigator.scene.view.ids) == everything
    assert window.acts.missing("more")
