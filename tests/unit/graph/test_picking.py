"""Picking: the node or edge that a person means."""

import numpy as np
import pytest

from explorer.graph.camera import Camera, fit
from explorer.graph.picking import BOW_PX, Picker, control_points, curve_points, edge_at
from explorer.graph.scene import empty_scene
from explorer.graph.style import zoom_factor
from tests.scenes import big_scene, ego_scene

PAGE = (900.0, 700.0)


@pytest.fixture
def scene():
    return ego_scene(parallel=True)


@pytest.fixture
def camera(scene):
    return fit(scene, PAGE)


def test_a_node_is_found_at_its_middle_and_at_its_rim_but_not_beyond(scene, camera):
    picker = Picker(scene)
    factor = zoom_factor(camera.scale * scene.spacing)
    for row, (x, y) in enumerate(camera.to_screen(scene.pos).tolist()):
        assert picker.node_at(camera, x, y) == row
        assert picker.node_at(camera, x + float(scene.radius[row]) * factor, y) == row
        assert picker.node_at(camera, x + float(scene.radius[row]) * factor + 9, y) != row


@pytest.mark.parametrize("zoom", [0.3, 1.0, 6.0])
def test_the_grid_finds_what_looking_at_every_node_finds(zoom):
    scene = big_scene(3000)
    camera = fit(scene, PAGE).zoomed(zoom, 450, 350)
    picker = Picker(scene)
    xy = camera.to_screen(scene.pos)
    reach = scene.radius * zoom_factor(camera.scale * scene.spacing) + 3.0
    for x, y in np.random.default_rng(2).uniform((0, 0), PAGE, (300, 2)):
        distance = np.hypot(xy[:, 0] - x, xy[:, 1] - y)
        inside = distance <= reach
        found = picker.node_at(camera, x, y)
        if inside.any():
            assert distance[found] == pytest.approx(distance[inside].min(), abs=1e-3)
        else:
            assert found == -1


def test_a_rectangle_takes_the_nodes_whose_middles_it_holds_from_any_corner(scene, camera):
    xy = camera.to_screen(scene.pos)
    wanted = np.flatnonzero((xy[:, 0] <= 450) & (xy[:, 1] <= 400))
    picker = Picker(scene)
    assert picker.nodes_in(camera, (0, 0), (450, 400)).tolist() == wanted.tolist()
    assert picker.nodes_in(camera, (450, 400), (0, 0)).tolist() == wanted.tolist()
    assert picker.nodes_in(camera, (-50, -50), (-10, -10)).tolist() == []


def test_nothing_is_found_in_an_empty_scene():
    picker = Picker(empty_scene())
    assert picker.node_at(Camera(width=100, height=100), 50, 50) == -1
    assert len(picker.nodes_in(Camera(width=100, height=100), (0, 0), (100, 100))) == 0


def test_each_edge_is_found_at_the_middle_of_its_curve(scene, camera):
    rows = np.arange(len(scene.view.ends))
    ends = camera.to_screen(scene.pos[scene.view.ends.ravel()]).reshape(-1, 4)
    middle = curve_points(ends, scene.lanes, 2)[:, 1]
    for row, (x, y) in enumerate(middle.tolist()):
        found = edge_at(scene, camera, rows, x, y)
        near = np.hypot(*(middle[found] - (x, y)))
        assert found == row or near < 6 or _crosses(ends, scene.lanes, found, (x, y))


def _crosses(ends, lanes, row, point):
    curve = curve_points(ends[row : row + 1], lanes[row : row + 1], 400)[0]
    return np.hypot(*(curve - point).T).min() < 1.0


def test_parallel_edges_can_be_told_apart(scene, camera):
    pair = np.flatnonzero(scene.lanes != 0)
    ends = camera.to_screen(scene.pos[scene.view.ends[pair].ravel()]).reshape(-1, 4)
    middle = curve_points(ends, scene.lanes[pair], 2)[:, 1]
    found = {edge_at(scene, camera, pair, *point) for point in middle.tolist()}
    assert found == set(pair.tolist())


def test_no_edge_is_found_far_from_all_and_among_none(scene, camera):
    assert edge_at(scene, camera, np.arange(len(scene.view.ends)), 2.0, 690.0) == -1
    assert edge_at(scene, camera, np.zeros(0, np.int64), 450.0, 350.0) == -1


def test_a_bow_stands_aside_by_its_lane_and_not_at_all_on_a_very_short_edge():
    ends = np.array([[0.0, 0.0, 300.0, 0.0], [0.0, 0.0, 3.0, 0.0]])
    lanes = np.array([1.0, 1.0], np.float32)
    middle = curve_points(ends, lanes, 2)[:, 1]
    assert abs(middle[0, 1]) == pytest.approx(BOW_PX)
    assert abs(middle[1, 1]) <= 1.0
    straight = control_points(ends, np.zeros(2, np.float32))
    assert np.allclose(straight, [[150, 0], [1.5, 0]])
