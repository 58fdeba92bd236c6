"""Axes on paper and screen: the same words, inside the page, clear of names."""

import re
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from explorer.graph.axes import Event
from explorer.graph.lanes import DAY_MAX
from explorer.layouts import lay_out
from explorer.model import NodeKind
from explorer.render.application import ensure_application
from explorer.render.axes import Box, Words, ground, heads, taken_boxes
from explorer.render.frame import make_frame
from explorer.render.labels import LabelRequest
from explorer.render.painter import PaintOptions, all_labels, page_camera, page_options
from explorer.render.svg import render_svg
from explorer.render.theme import theme
from tests.scenes import big_view, ego_view
from tests.unit.graph.test_lanes import view_with
from tests.unit.layouts.test_time_axes import AXES, dated

SIZES = ((1100, 700), (1600, 1000))


@pytest.fixture(autouse=True)
def application():
    ensure_application()


@pytest.mark.parametrize("name", AXES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("nodes", [3, 17, 300])
def test_all_words_stand_on_the_page_as_text(name, size, nodes):
    scene = lay_out(dated(ego_view() if nodes == 17 else big_view(nodes)), name, 0)
    svg = render_svg(scene, size, theme("light"))
    texts = list(ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"))
    drawn = ["".join(element.itertext()) for element in texts]
    for words in heads(scene.axes, page_camera(scene, size), theme("light")):
        if isinstance(words, Words):
            assert words.text in drawn
            assert words.at[0] >= 0 and words.at[0] + words.width <= size[0] + 0.5
            assert 0 < words.at[1] < size[1]


@pytest.mark.parametrize("name", AXES)
def test_names_of_nodes_keep_clear_of_the_axes(name):
    scene = lay_out(dated(big_view(120)), name, 0)
    camera = page_camera(scene, SIZES[0])
    frame, options = make_frame(scene, camera), page_options(scene)
    labels = list(_value(all_labels(frame, theme("light"), options)))
    taken = taken_boxes(scene.axes, camera, theme("light"))
    assert len(taken)
    for label in labels:
        x, y = camera.to_screen(np.array([label.anchor]))[0].tolist()
        left, top, right, bottom = label.box(x, y)
        clear = (
            (right <= taken[:, 0]) | (left >= taken[:, 2]) | (bottom <= taken[:, 1]) | (top >= taken[:, 3])
        )
        assert clear.all(), label.text


def _value(generator):
    while True:
        try:
            next(generator)
        except StopIteration as end:
            return end.value


@pytest.mark.parametrize("name", AXES)
def test_the_same_view_writes_the_same_bytes(name):
    first, second = (
        render_svg(lay_out(dated(ego_view()), name, 0), SIZES[0], theme("dark")) for _ in range(2)
    )
    assert first == second


def test_lanes_without_marks_are_a_page_with_an_axis_and_no_row():
    scene = lay_out(dated(big_view(3)), "lanes", 0)
    empty = lay_out(scene.view, "lanes", 0)
    assert empty.axes.lanes == ()
    assert re.search(rb"<svg", render_svg(empty, SIZES[0], theme("light")))


def test_a_scene_without_axes_takes_no_room():
    assert LabelRequest().taken.shape == (0, 4)
    assert taken_boxes(
        None, page_camera(lay_out(ego_view(), "force", 0), SIZES[0]), theme("light")
    ).shape == (0, 4)
    assert PaintOptions().legend is False


def test_days_without_room_share_the_number_of_what_is_not_drawn():
    rows = [(0, 1000 * day + n, NodeKind.ISSUE, 40.0 * day) for day in (1, 2, 30) for n in range(DAY_MAX + 5)]
    scene = lay_out(view_with(1, rows), "lanes", 0)
    camera = page_camera(scene, (1100.0, 700.0))
    said = [shape for shape in heads(scene.axes, camera, theme("light")) if isinstance(shape, Words)]
    counts = [words for words in said if words.text.startswith("+")]
    assert [pile.more for pile in scene.axes.piles] == [5, 5, 5]
    assert sum(int(words.text) for words in counts) == 15
    ends = sorted((words.at[0], words.at[0] + words.width) for words in counts)
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


def test_the_time_of_the_filter_is_shaded_to_scale_and_open_to_the_rim():
    scene = lay_out(dated(ego_view()), "timeline", 0)
    camera = page_camera(scene, (1100.0, 700.0))
    colours = theme("light")
    days = (
        scene.axes.time.day_at(camera.to_world(300, 0)[0]),
        scene.axes.time.day_at(camera.to_world(500, 0)[0]),
    )

    def shaded(brush):
        shapes = ground(replace(scene.axes, brush=brush), camera, colours)
        return [
            shape.box[::2] for shape in shapes if isinstance(shape, Box) and shape.colour == colours.selection
        ]

    np.testing.assert_allclose(shaded(days), [(300, 500)], atol=0.01)
    np.testing.assert_allclose(shaded((days[0], np.inf)), [(300, camera.width)], atol=0.01)
    assert shaded(None) == []


def test_of_two_editions_without_room_for_both_names_the_one_with_more_papers_is_named():
    scene = lay_out(dated(ego_view()), "lanes", 0)
    day = scene.axes.events[0].first if scene.axes.events else float(np.nanmin(scene.view.columns["date"]))
    near = (Event("A small edition", day, day + 6, 1), Event("A large edition", day + 1, day + 7, 9))
    axes = replace(scene.axes, events=near)
    said = [
        one.text
        for one in heads(axes, page_camera(scene, SIZES[0]), theme("light"))
        if isinstance(one, Words)
    ]
    assert "A large edition" in said and "A small edition" not in said
