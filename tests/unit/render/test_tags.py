"""Tags have the colour that a person gave them, and a dotted pill where only a document claims them."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from explorer.model import NodeKind
from explorer.render.legend import draw_legend, legend_entries, legend_places
from explorer.render.painter import page_camera, render_image
from explorer.render.svg import render_svg
from explorer.render.tags import own_looks, pill
from explorer.render.theme import theme
from tests.scenes import ego_scene

SIZE = (900, 640)
OWN = 0x2A9D8F


def scene_with(colour, claimed):
    scene = ego_scene()
    row = scene.view.kinds.tolist().index(NodeKind.TAG)
    colours, claims = np.full(len(scene.view.ids), -1, np.int32), np.zeros(len(scene.view.ids), np.uint8)
    colours[row], claims[row] = colour, claimed
    columns = {**scene.view.columns, "tag_colour": colours, "tag_claimed": claims}
    return replace(scene, view=replace(scene.view, columns=columns)), row


def inside(scene, row, scheme):
    x, y = page_camera(scene, SIZE).to_screen(scene.pos)[row].round().astype(int).tolist()
    return render_image(scene, SIZE, theme(scheme), 1.0, page_camera(scene, SIZE)).pixelColor(x, y).name()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_tag_is_drawn_in_its_own_colour(scheme):
    scene, row = scene_with(OWN, claimed=0)
    assert inside(scene, row, scheme) == "#2a9d8f"
    assert 'fill="#2a9d8f"' in render_svg(scene, SIZE, theme(scheme)).decode()
    plain, row = scene_with(-1, claimed=0)
    assert inside(plain, row, scheme) == theme(scheme).nodes[NodeKind.TAG]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_tag_that_only_a_document_claims_is_a_dotted_outline(scheme):
    scene, row = scene_with(OWN, claimed=1)
    assert inside(scene, row, scheme) == theme(scheme).canvas
    text = render_svg(scene, SIZE, theme(scheme)).decode()
    assert 'stroke="#2a9d8f"' in text and "stroke-linecap" in text


def test_a_claimed_tag_that_is_too_small_for_dots_is_filled():
    assert not pill(("", True), 2.0, theme("light")).dotted
    assert pill(("", True), 8.0, theme("light")).dotted


def test_a_scene_from_before_has_no_looks():
    assert own_looks(ego_scene().view) == {}


def legend_words(scene):
    return [entry.word for entry in legend_entries(scene, 2000.0)]


def test_the_legend_tells_a_claimed_tag_from_one_that_a_person_made():
    made, _ = scene_with(OWN, claimed=0)
    claimed, _ = scene_with(-1, claimed=1)
    assert "trend" in legend_words(made) and "claimed trend" not in legend_words(made)
    assert "trend" not in legend_words(claimed) and "claimed trend" in legend_words(claimed)
    assert ">claimed trend</text>" in render_svg(claimed, SIZE, theme("light")).decode()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_sign_of_a_claimed_tag_is_hollow(scheme):
    scene, _ = scene_with(-1, claimed=1)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(theme(scheme).canvas)
    painter = QPainter(image)
    draw_legend(painter, scene, theme(scheme), SIZE)
    painter.end()
    (place,) = [one for one in legend_places(scene, SIZE) if one.entry.mark]
    assert image.pixelColor(*map(round, place.sign)).name() == theme(scheme).canvas
