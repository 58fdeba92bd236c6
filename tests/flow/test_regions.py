"""Regions on the canvas: O shows and hides them, a click on a name selects, the list opens one."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from explorer.questions.regions import RegionLine, Regions
from explorer.ui.canvas import Canvas
from explorer.ui.dialogs.regions_sheet import RegionsSheet
from tests.canvases import told
from tests.regions import regions_scene


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
    assert canvas.toggle_regions() is False
    canvas.finish_drawing()
    assert names(canvas) == set() and canvas.grab().toImage() != with_grounds
    assert canvas.toggle_regions() is True
    canvas.finish_drawing()
    assert names(canvas) == shown


def test_hidden_regions_stay_hidden_in_the_next_scene(canvas):
    canvas.toggle_regions()
    canvas.set_scene(regions_scene(seed=1))
    assert canvas.scene.hulls == () and canvas.regions.has_any
    canvas.toggle_regions()
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
    sheet.line.setText("REGRET")
    assert [entry.node for entry in sheet.entries] == [3]
    chosen = told(sheet.chosen)
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert chosen == [3]
