"""Camera: what stays where when one zooms, pans and fits."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.camera import Camera, Margins, estimated_boxes, fit, fit_beside, fit_page
from explorer.graph.hulls import hulls_of
from explorer.graph.scene import empty_scene
from explorer.graph.style import make_scene
from tests.regions import regions_view
from tests.scenes import big_scene, ego_scene

CAMERA = Camera(10.0, -20.0, 3.0, 800.0, 600.0)
pixel = st.floats(-2000, 3000)


@given(pixel, pixel, st.floats(0.2, 5.0))
def test_the_world_point_under_the_pointer_stays_under_it_when_zooming(x, y, factor):
    before = CAMERA.to_world(x, y)
    after = CAMERA.zoomed(factor, x, y).to_world(x, y)
    assert after == pytest.approx(before, abs=1e-6)


def test_pixels_and_world_points_are_each_others_inverse():
    places = np.array([[0.0, 0.0], [55.5, -80.25]])
    there = CAMERA.to_screen(places)
    back = [CAMERA.to_world(x, y) for x, y in there.tolist()]
    assert np.allclose(back, places)


def test_panning_moves_the_picture_by_so_many_pixels():
    place = np.array([[3.0, 4.0]])
    moved = CAMERA.panned(17, -5).to_screen(place) - CAMERA.to_screen(place)
    assert np.allclose(moved, [[17, -5]])


def test_zooming_stops_before_numbers_break():
    camera = CAMERA
    for _ in range(500):
        camera = camera.zoomed(10.0, 1, 1)
    assert np.isfinite([camera.scale, camera.x, camera.y]).all()


def test_fit_shows_every_node_and_name_inside_the_margins():
    scene = ego_scene()
    margins = Margins(30, 40, 50, 60)
    boxes = estimated_boxes(scene, fit(scene, (900, 700), margins))
    assert boxes[:, 0].min() >= 30 - 0.1
    assert boxes[:, 1].min() >= 40 - 0.1
    assert boxes[:, 2].max() <= 900 - 50 + 0.1
    assert boxes[:, 3].max() <= 700 - 60 + 0.1


def test_fit_is_as_close_as_it_can_be():
    boxes = estimated_boxes(scene := ego_scene(), fit(scene, (900, 700), Margins(0, 0, 0, 0)))
    width, height = boxes[:, 2].max() - boxes[:, 0].min(), boxes[:, 3].max() - boxes[:, 1].min()
    assert width == pytest.approx(900, abs=1) or height == pytest.approx(700, abs=1)


def test_two_nodes_do_not_fill_the_page():
    scene = ego_scene()
    camera = fit(scene, (4000, 4000))
    assert camera.scale * scene.spacing <= 211


def test_fit_of_nothing_and_into_nothing_is_a_camera_all_the_same():
    assert fit(empty_scene(), (800, 600)).scale == 1.0
    camera = fit(ego_scene(), (0, 0))
    assert np.isfinite([camera.x, camera.y, camera.scale]).all()
    assert camera.scale > 0


def test_fit_of_some_rows_centres_them():
    scene = ego_scene()
    rows = np.array([2, 5])
    camera = fit(scene, (800, 600), Margins(0, 0, 0, 0), rows)
    middle = scene.pos[rows].mean(axis=0)
    assert abs(camera.x - middle[0]) * camera.scale < 60
    assert abs(camera.y - middle[1]) * camera.scale < 60


def test_nothing_stands_below_the_minimap_when_fitted_beside_it():
    scene = big_scene(200)
    corner = (160.0, 110.0)
    boxes = estimated_boxes(scene, fit_beside(scene, (900, 700), Margins(), corner))
    below = (boxes[:, 2] > 900 - 160 + 0.5) & (boxes[:, 3] > 700 - 110 + 0.5)
    assert not below.any()


def test_a_camera_on_the_way_ends_exactly_at_its_goal():
    goal = Camera(1.0, 2.0, 8.0, 640.0, 480.0)
    assert CAMERA.between(goal, 1.0) == goal
    assert CAMERA.between(goal, 0.5).scale == pytest.approx((3.0 * 8.0) ** 0.5)


@pytest.mark.parametrize("corner", [None, (160.0, 110.0)])
def test_the_outlines_of_regions_stand_on_the_page_too(corner):
    view, pos = regions_view()
    of = [pos[view.columns["community"] == number] for number in range(6)]
    middles = np.repeat([np.median(places, axis=0) for places in of], 60, axis=0)
    pos = (middles + np.clip(pos - middles, -200, 200)).astype(np.float32)  # no strays
    scene = make_scene(view, pos)
    scene = replace(scene, hulls=hulls_of(view, scene.pos, scene.spacing))
    size, margins = (700.0, 320.0), Margins(top=0.0)
    plain = fit(scene, size, margins)
    outlines = np.concatenate([loop for hull in scene.hulls for loop in hull.loops])
    assert plain.to_screen(outlines)[:, 1].min() < 0  # cut at the top
    camera = fit_page(scene, size, margins, corner)
    xy = camera.to_screen(outlines)
    assert xy.min() >= -1.0 and (xy.max(axis=0) <= np.array(size) + 1.0).all()


def test_a_page_without_regions_is_fitted_as_before():
    scene = ego_scene()
    assert fit_page(scene, (900.0, 700.0), Margins(), None) == fit(scene, (900.0, 700.0), Margins())
