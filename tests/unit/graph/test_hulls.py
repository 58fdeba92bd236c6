"""Hulls hold most of their nodes, never overlap, and are there only far out."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.graph.contours import contours
from explorer.graph.hulls import FEW, are_named, hulls_of, strength_at
from explorer.graph.regions import members
from tests.regions import regions_scene, regions_view


def inside(loops, points):
    """Which points lie within an odd number of closed lines (ray casting)."""
    odd = np.zeros(len(points), bool)
    for loop in loops:
        x0, y0 = loop.T
        x1, y1 = np.roll(loop, -1, axis=0).T
        for k in range(len(loop)):
            spans = (y0[k] > points[:, 1]) != (y1[k] > points[:, 1])
            slope = (x1[k] - x0[k]) / ((y1[k] - y0[k]) or 1.0)
            odd ^= spans & (points[:, 0] < x0[k] + slope * (points[:, 1] - y0[k]))
    return odd


@settings(max_examples=6, deadline=None)
@given(st.integers(2, 7), st.integers(20, 90), st.integers(0, 99))
def test_a_hull_holds_most_of_its_nodes_and_no_point_lies_in_two(groups, size, seed):
    scene = regions_scene(groups, max(size, FEW // groups + 1), seed)
    pos = scene.pos.astype(np.float64)
    held = np.zeros(len(pos), int)
    for hull in scene.hulls:
        within = inside(hull.loops, pos)
        held += within
        assert within[hull.rows].mean() > 0.5
        assert inside(hull.loops, np.array([hull.heart])).all()
    assert len(scene.hulls) >= 2 and held.max() <= 1


def test_few_nodes_have_no_hulls():
    view, pos = regions_view(groups=2, size=FEW // 2 - 1)
    assert hulls_of(view, pos, 50.0) == ()
    view, pos = regions_view(groups=2, size=FEW // 2)
    assert len(hulls_of(view, pos, 50.0)) == 2


def test_one_region_alone_has_no_hull():
    view, pos = regions_view(groups=1, size=200)
    assert hulls_of(view, pos, 50.0) == ()


def test_a_view_without_communities_has_none():
    view, pos = regions_view()
    assert hulls_of(replace(view, columns={}), pos, 50.0) == ()


def test_a_region_whose_nodes_lie_apart_has_no_hull():
    view, pos = regions_view(groups=3, size=60)
    pos[:60] = np.random.default_rng(1).uniform(pos.min() * 4, pos.max() * 4, (60, 2))
    scene = regions_scene(3, 60)
    found = {hull.region.id for hull in hulls_of(view, pos, scene.spacing)}
    assert found == {1, 2}


def test_the_same_view_gives_the_same_hulls():
    one, other = regions_scene(), regions_scene()
    for a, b in zip(one.hulls, other.hulls, strict=True):
        assert a.heart == b.heart and all(map(np.array_equal, a.loops, b.loops))


def test_all_nodes_on_one_spot_do_no_harm():
    view, pos = regions_view()
    hulls_of(view, np.zeros_like(pos), 1e-6)


def test_hulls_fade_as_one_comes_near():
    strengths = [strength_at(px) for px in (5, 18, 25, 32, 38, 100)]
    assert strengths[0] == strengths[1] == 1.0 and strengths[-1] == strengths[-2] == 0.0
    assert strengths == sorted(strengths, reverse=True)
    assert are_named(10) and not are_named(37)


def test_members_are_the_nodes_of_a_region():
    view, _ = regions_view(groups=3, size=40)
    assert members(view, 1) == frozenset(range(41, 81))
    assert members(replace(view, columns={}), 1) == frozenset()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(3, 14))
def test_contours_part_the_cells_above_zero_from_the_others(seed, size):
    field = np.random.default_rng(seed).normal(0, 1, (size, size)).astype(np.float32)
    field[[0, -1], :] = field[:, [0, -1]] = -1.0
    loops = contours(field)
    lines, columns = np.mgrid[0:size, 0:size]
    points = np.stack([columns.ravel(), lines.ravel()], axis=1).astype(np.float64)
    assert np.array_equal(inside(loops, points + 1e-9), field.ravel() > 0)


@pytest.mark.parametrize("value", [-1.0, 0.0])
def test_a_field_that_is_nowhere_above_zero_has_no_contour(value):
    assert contours(np.full((5, 5), value, np.float32)) == []
