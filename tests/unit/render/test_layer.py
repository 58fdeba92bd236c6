"""The canvas's picture: in slices, copied while moving, never half drawn."""

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.graph.camera import fit
from explorer.render.layer import Layer, Wish
from explorer.render.theme import theme
from tests.scenes import big_scene, ego_scene

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (640, 480)


def shot(layer, camera):
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    try:
        layer.draw_ground(painter, camera, "#ffffff")
        layer.draw_labels(painter, camera)
    finally:
        painter.end()
    view = np.frombuffer(image.constBits(), np.uint8).reshape(SIZE[1], SIZE[0], 4)
    return view[:, :, :3].copy()


@pytest.fixture
def wish():
    scene = ego_scene()
    return Wish(scene, fit(scene, SIZE), theme("light"), 1.0, np.array([0]))


@pytest.fixture
def layer(wish):
    out = Layer()
    out.start(wish)
    assert out.work(1e9)
    return out


def test_a_picture_is_drawn_in_slices_and_shown_when_it_is_whole():
    scene = big_scene(3000)
    layer = Layer()
    layer.start(Wish(scene, fit(scene, SIZE), theme("light"), 1.0))
    slices = 1
    while not layer.work(0.0):
        assert (shot(layer, fit(scene, SIZE)) == 255).all()
        slices += 1
    assert slices > 20
    assert not layer.busy
    assert (shot(layer, fit(scene, SIZE)) != 255).any()


def test_the_old_picture_stays_until_the_new_one_is_whole(layer, wish):
    before = shot(layer, wish.camera)
    layer.start(Wish(wish.scene, wish.camera, theme("dark"), 1.0))
    layer.work(0.0)
    assert layer.busy
    assert np.array_equal(shot(layer, wish.camera), before)
    layer.work(1e9)
    assert not np.array_equal(shot(layer, wish.camera), before)


def test_a_pan_moves_the_picture_without_drawing_it_anew(layer, wish):
    still = shot(layer, wish.camera)
    moved = shot(layer, wish.camera.panned(30, 20))
    assert np.array_equal(moved[20 + 100 : 400, 30 + 100 : 500], still[100:380, 100:470])


def test_a_pan_shows_no_blank_rim_within_a_fifth_of_the_page(layer, wish):
    assert layer.covers(wish.camera)
    assert layer.covers(wish.camera.panned(SIZE[0] * 0.19, -SIZE[1] * 0.19))
    assert not layer.covers(wish.camera.panned(SIZE[0] * 0.21, 0))
    assert not layer.covers(wish.camera.zoomed(2.5, 320, 240))
    assert not Layer().covers(wish.camera)


def test_while_zooming_out_labels_thin_out_instead_of_overlapping(layer, wish):
    boxes = layer.label_boxes(wish.camera)
    assert len(boxes) == len(wish.scene.pos)
    crisp, small = (shot(layer, camera) for camera in (wish.camera, wish.camera.zoomed(0.3, 320, 240)))
    dark = [(picture.max(axis=2) < 90).sum() for picture in (crisp, small)]
    assert dark[1] < dark[0]


def test_labels_follow_a_node_that_is_dragged(layer, wish):
    pos = wish.scene.pos.copy()
    pos[3] += (10, 0)
    before = layer.label_boxes(wish.camera)[3]
    layer.follow(wish.scene.moved(pos))
    after = layer.label_boxes(wish.camera)[3]
    assert after[0] - before[0] == pytest.approx(10 * wish.camera.scale, abs=0.01)


def test_names_for_what_is_hovered_are_clear_of_those_that_are_there():
    scene = big_scene(3000, 2)
    camera = fit(scene, SIZE)
    layer = Layer()
    layer.start(Wish(scene, camera, theme("light"), 1.0))
    layer.work(1e9)
    there = layer.label_boxes(camera)
    bare = next(row for row in scene.label_order[::-1].tolist() if row not in there)
    rows = np.unique([bare, *list(there)[:3]])
    more = layer.more_labels(camera, rows, np.array([bare]))
    assert [scene.labels[bare]] == [label.text for label in more]


def test_a_forgotten_picture_shows_nothing(layer, wish):
    layer.forget()
    assert (shot(layer, wish.camera) == 255).all()
    assert layer.labels == ()
