"""Pins and read states are the same on the screen and on paper, and the legend names them."""

import re
from dataclasses import replace

import numpy as np
import pytest

from explorer.render.marks import PINNED, READ, READING, node_marks
from explorer.render.painter import page_camera, render_image
from explorer.render.svg import render_svg
from explorer.render.theme import theme
from tests.scenes import ego_scene

SIZE = (900, 640)


def marked():
    """The first node is read, the second is being read, the third is pinned."""
    scene = ego_scene()
    states = np.zeros(len(scene.view.ids), np.uint8)
    states[:2] = (2, 1)
    view = replace(scene.view, columns={**scene.view.columns, "read_state": states})
    return replace(scene, view=view, pinned=frozenset({int(view.ids[2])}))


def test_each_mark_stands_beside_its_node():
    scene = marked()
    marks = node_marks(scene, page_camera(scene, SIZE))
    assert sorted(mark.what for mark in marks) == sorted([READ, READING, PINNED])
    xy = page_camera(scene, SIZE).to_screen(scene.pos)
    for mark, row in ((READ, 0), (READING, 1), (PINNED, 2)):
        (one,) = [other for other in marks if other.what == mark]
        assert 0 < one.at[0] - xy[row, 0] < 25
        assert bool(one.at[1] < xy[row, 1]) is (mark == PINNED)


def test_a_scene_without_marks_has_none_and_its_legend_names_none():
    scene = ego_scene()
    assert node_marks(scene, page_camera(scene, SIZE)) == ()
    assert b">pinned<" not in render_svg(scene, SIZE, theme("light"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_and_drawings_carry_the_marks_and_their_words(scheme):
    scene, colours = marked(), theme(scheme)
    text = render_svg(scene, SIZE, colours).decode()
    group = re.search(r'<g id="marks">(.*?)</g>', text, re.S).group(1)
    assert group.count("<circle") == 2 * 3 and group.count("<path") == 1
    for word in ("pinned", "being read", "read"):
        assert f">{word}</text>" in text
    bare, drawn = (
        render_image(one, SIZE, colours, 1.0, page_camera(scene, SIZE)) for one in (ego_scene(), scene)
    )
    for mark in node_marks(scene, page_camera(scene, SIZE)):
        x, y = round(mark.at[0]) - 1, round(mark.at[1])
        assert drawn.pixelColor(x, y).name() == (colours.ink if mark.what == PINNED else colours.good)
        assert bare.pixelColor(x, y) != drawn.pixelColor(x, y)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_ring_of_what_is_selected_stands_out(scheme):
    def light(colour):
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        line = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * line[0] + 0.7152 * line[1] + 0.0722 * line[2]

    colours = theme(scheme)
    for one in (colours.accent, colours.ink, colours.good):
        high, low = sorted((light(one), light(colours.canvas)), reverse=True)
        assert (high + 0.05) / (low + 0.05) >= 3
