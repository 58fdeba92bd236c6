"""Legend and minimap share the bottom of the page without touching."""

import pytest

from explorer.render.legend import legend_box, legend_places
from explorer.render.text import text_width
from explorer.ui.canvas import Canvas
from tests.scenes import ego_scene


@pytest.mark.parametrize("width", [430, 620, 800, 1100, 1600])
def test_the_legend_wraps_in_front_of_the_minimap(qtbot, width):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(width, 600)
    canvas.set_scene(ego_scene(), keep_camera=False)
    assert not canvas._minimap.isHidden()
    left, top, right, bottom = canvas._legend_box()
    corner = canvas._minimap.geometry()
    assert right <= corner.left()
    assert 0 <= left < right
    assert 0 < top < bottom <= 600
    page = canvas._legend_page()
    assert legend_box(canvas.scene, page) == (left, top, right, bottom)
    ends = [p.word[0] + text_width(p.entry.word, "", 11.0, False) for p in legend_places(canvas.scene, page)]
    assert max(ends) <= right


def test_without_a_minimap_the_legend_has_the_whole_width(qtbot):
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.resize(700, 600)
    canvas.set_scene(ego_scene(), keep_camera=False)
    before = canvas._legend_box()
    canvas.toggle_minimap()
    assert canvas._legend_box()[1] > before[1]
