"""The painter: pictures, in slices, in two ways that agree."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.graph.camera import fit
from explorer.graph.scene import empty_scene
from explorer.model import NodeKind
from explorer.render.painter import PaintOptions, paint, render_image
from explorer.render.pdf import render_pdf
from explorer.render.shapes import HALF_EXTENT, draw_node
from explorer.render.sprites import LEVELS, atlas
from explorer.render.theme import SCHEMES, theme
from tests.scenes import big_scene, ego_scene

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = (640, 480)


def pixels(image):
    copy = image.convertToFormat(QImage.Format.Format_RGB32)
    view = np.frombuffer(copy.constBits(), np.uint8).reshape(copy.height(), copy.width(), 4)
    return view[:, :, :3].astype(np.int64).copy()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_picture_has_the_hue_of_each_kind_at_the_middle_of_its_nodes(scheme):
    scene, colours = ego_scene(), theme(scheme)
    camera = fit(scene, SIZE)
    image = render_image(scene, SIZE, colours, 2, camera)
    assert (image.width(), image.height()) == (1280, 960)
    for row, (x, y) in enumerate(camera.to_screen(scene.pos).tolist()):
        seen = image.pixelColor(round(2 * x), round(2 * y)).name()
        assert seen == colours.nodes[NodeKind(int(scene.view.kinds[row]))]


def agree_within_a_shade(first, second):
    """Qt's glyph caches have a past: a few rims of letters may differ by a shade, and nothing else."""
    apart = np.abs(pixels(first) - pixels(second))
    return apart.max() < 30 and (apart > 0).mean() < 0.001


def test_two_runs_give_the_same_picture():
    scene = ego_scene()
    first, second = (render_image(scene, SIZE, theme("light")) for _ in range(2))
    assert agree_within_a_shade(first, second)


def test_two_runs_give_the_same_pixels_where_there_is_no_text():
    scene = replace(ego_scene(), labels=("",) * len(ego_scene().labels))
    camera = fit(scene, SIZE)
    first, second = (render_image(scene, SIZE, theme("light"), 2, camera) for _ in range(2))
    disk = [
        np.s_[round(2 * y) - 6 : round(2 * y) + 6, round(2 * x) - 6 : round(2 * x) + 6]
        for x, y in camera.to_screen(scene.pos).tolist()
    ]
    assert all(np.array_equal(pixels(first)[at], pixels(second)[at]) for at in disk)


def test_pictures_can_be_drawn_in_several_threads_at_once():
    scene = ego_scene(parallel=True)
    expected = render_image(scene, SIZE, theme("light"))
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(render_image, scene, SIZE, theme("light")) for _ in range(6)]
        pictures = [future.result() for future in futures]
    assert all(agree_within_a_shade(picture, expected) for picture in pictures)


def test_an_empty_scene_is_an_empty_page():
    image = render_image(empty_scene(), SIZE, theme("dark"), 1)
    assert (pixels(image) == pixels(image)[0, 0]).all()


def test_sprites_and_real_shapes_look_alike():
    scene = big_scene(800, 1)
    camera = fit(scene, SIZE)
    shots = []
    for sprites in (atlas("light", 1.0), None):
        image = QImage(*SIZE, QImage.Format.Format_RGB32)
        image.fill(QColor("#ffffff"))
        painter = QPainter(image)
        try:
            for _ in paint(painter, scene, camera, theme("light"), PaintOptions(atlas=sprites, names=False)):
                pass
        finally:
            painter.end()
        shots.append(pixels(image))
    assert np.abs(shots[0] - shots[1]).mean() < 4
    assert (shots[0] != 255).any()


@pytest.mark.parametrize("dpr", [1.0, 2.0])
def test_every_sprite_fits_its_box_and_shows_its_kind(dpr):
    sprites = atlas("light", dpr)
    kinds = np.array(list(NodeKind), np.uint8)
    sprites.fragments(kinds, np.zeros((len(kinds), 2)), np.full(len(kinds), LEVELS[-1], np.float32))
    picture = sprites.pixmap.toImage()
    for row, kind in enumerate(NodeKind):
        level = len(LEVELS) - 1
        x, y, w, h = sprites.boxes[row, level].astype(int).tolist()
        rim = [picture.pixelColor(x, y + k).alpha() for k in range(h)]
        rim += [picture.pixelColor(x + w - 1, y + k).alpha() for k in range(h)]
        assert max(rim) == 0
        # the middle of a person's ring is ground
        colour = picture.pixelColor(x + w // 2, y + h // 2).name()
        assert colour == (theme("light").canvas if kind is NodeKind.PERSON else theme("light").nodes[kind])


def test_a_sprite_is_drawn_when_it_is_first_asked_for_and_no_other_changes():
    sprites = atlas("light", 1.0)
    at, paper = np.zeros((1, 2)), np.array([NodeKind.PAPER], np.uint8)
    sprites.fragments(paper, at, np.array([LEVELS[20]], np.float32))
    first = pixels(sprites.pixmap.toImage())
    assert np.argwhere(sprites.drawn).tolist() == [[NodeKind.PAPER - 1, 20]]

    sprites.fragments(paper, at, np.array([LEVELS[30]], np.float32))

    second = pixels(sprites.pixmap.toImage())
    x, y, w, h = sprites.boxes[NodeKind.PAPER - 1, 30].astype(int).tolist()
    assert (second[y : y + h, x : x + w] != first[y : y + h, x : x + w]).any()
    second[y : y + h, x : x + w] = first[y : y + h, x : x + w]
    assert (second == first).all()


@pytest.mark.parametrize("kind", list(NodeKind))
def test_a_shape_stays_within_its_stated_extent(kind):
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(QColor("#00ff00"))
    painter = QPainter(image)
    try:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_node(painter, kind, (100, 100), 50, theme("light"))
    finally:
        painter.end()
    drawn = (pixels(image) != (0, 255, 0)).any(axis=2)
    rows, columns = np.flatnonzero(drawn.any(axis=1)), np.flatnonzero(drawn.any(axis=0))
    width, height = HALF_EXTENT[kind]
    assert (columns[-1] - columns[0] + 1) / 2 == pytest.approx(50 * width + 1, abs=3)
    assert (rows[-1] - rows[0] + 1) / 2 == pytest.approx(50 * height + 1, abs=3)


def test_painting_a_large_scene_takes_many_small_steps():
    scene = big_scene(5000)
    image = QImage(*SIZE, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    try:
        options = PaintOptions(atlas=atlas("light", 1.0), names=False)
        steps = sum(1 for _ in paint(painter, scene, fit(scene, SIZE), theme("light"), options))
    finally:
        painter.end()
    assert steps >= 10


def test_selected_nodes_have_a_ring_in_the_accent_colour():
    scene, colours = ego_scene(), theme("light")
    accent = np.array(
        [QColor(colours.accent).blue(), QColor(colours.accent).green(), QColor(colours.accent).red()]
    )
    bare = replace(scene, view=replace(scene.view, center=-1))
    with_ring, without = (pixels(render_image(s, SIZE, colours)) for s in (scene, bare))
    close = [(np.abs(picture - accent).sum(axis=2) < 30).sum() for picture in (with_ring, without)]
    assert close[0] > 100
    assert close[1] < close[0] / 10


def test_a_pdf_has_one_page_of_the_size_with_text_that_can_be_searched():
    data = render_pdf(ego_scene(), (960, 720), theme("light"), title="RAG")
    assert data.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 720.000000 540.000000]" in data
    assert b"/ToUnicode" in data
    assert data.count(b"/Type /Page\n") == 1
