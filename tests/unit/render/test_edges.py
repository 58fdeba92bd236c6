"""Edges that speak: ends, marks, widths and density."""

import numpy as np
import pytest

from explorer.graph.camera import fit
from explorer.graph.style import EdgeLook
from explorer.render.edges import Marks, Stroke, pieces, strokes
from explorer.render.frame import DETAIL_EDGES, make_frame
from explorer.render.theme import theme
from tests.scenes import EGO_EDGES, EGO_NODES, big_scene, ego_scene

LIGHT = theme("light")
NO_FOCUS = np.zeros(0, np.int64)
KEYS = list(EGO_NODES)


def drawn(scene, focus=NO_FOCUS, page=(900.0, 700.0)):
    frame = make_frame(scene, fit(scene, page))
    return frame, list(strokes(frame, LIGHT, focus))


def test_an_arrowhead_stands_at_the_newer_end():
    scene = ego_scene()
    frame, items = drawn(scene)
    tips = np.concatenate([item.heads[:, 0] for item in items if isinstance(item, Marks)])
    newer = [KEYS.index(edge[0]) for edge in EGO_EDGES if edge[2] == "builds_on"]
    assert len(tips) == len(newer)
    for row in newer:
        nearest = np.hypot(*(tips - frame.xy[row]).T).min()
        assert frame.radius[row] < nearest < frame.radius[row] + 6


def test_edges_end_at_the_rims_of_their_nodes():
    scene = ego_scene()
    frame, items = drawn(scene)
    lines = [item for item in items if isinstance(item, Stroke) and not item.lanes.any()]
    ends = np.concatenate([item.ends for item in lines]).reshape(-1, 2)
    distance = np.hypot(*(ends[:, None] - frame.xy[None]).transpose(2, 0, 1))
    assert (distance > frame.radius[None]).all()


def test_versus_has_a_cross_bar_evaluation_dots_and_similarity_is_broken():
    _, items = drawn(ego_scene())
    bars = [item for item in items if isinstance(item, Stroke) and np.allclose(_lengths(item.ends), 14)]
    assert sum(len(item.ends) for item in bars) == 2
    assert sum(len(item.dots) for item in items if isinstance(item, Marks)) == 2
    broken = [item for item in items if isinstance(item, Stroke) and item.dashed]
    assert sum(len(item.ends) for item in broken) == sum(edge[3] == "similar" for edge in EGO_EDGES)


def _lengths(ends):
    return np.hypot(ends[:, 2] - ends[:, 0], ends[:, 3] - ends[:, 1])


def test_more_sources_make_a_wider_line_and_the_focus_a_wider_one_still():
    _, items = drawn(ego_scene())
    _, focused = drawn(ego_scene(), np.array([0]))
    widths = [max(item.width for item in list_ if isinstance(item, Stroke)) for list_ in (items, focused)]
    assert len({item.width for item in items if isinstance(item, Stroke)}) >= 3
    assert widths[1] > widths[0]


def test_parallel_edges_do_not_hide_each_other():
    scene = ego_scene(parallel=True)
    _, items = drawn(scene)
    bowed = [item for item in items if isinstance(item, Stroke) and item.lanes.any()]
    curves = [
        pieces(Stroke(i.ends[k : k + 1], i.lanes[k : k + 1], "", 1))
        for i in bowed
        for k in np.flatnonzero(i.lanes)
    ]
    assert len(curves) == 4
    middles = np.array([curve[len(curve) // 2, :2] for curve in curves])
    gaps = np.hypot(*(middles[:, None] - middles[None]).transpose(2, 0, 1)) + np.eye(4) * 99
    assert gaps.min() > 8


def test_edges_between_nodes_that_touch_are_left_out():
    scene = ego_scene()
    scene = scene.moved(np.zeros_like(scene.pos))
    _, items = drawn(scene)
    assert not [item for item in items if isinstance(item, Stroke) and len(item.ends)]


def test_dashes_are_short_pieces_with_gaps_along_the_line():
    line = Stroke(np.array([[0.0, 0.0, 80.0, 0.0]]), np.zeros(1, np.float32), "#000000", 1.0, dashed=True)
    dashes = pieces(line)
    assert (dashes[1:, 0] > dashes[:-1, 2]).all()
    assert dashes[0, 0] == 0
    assert dashes[-1, 2] == 80
    assert 3 < (dashes[:, 2] - dashes[:, 0]).mean() < 6


def test_thousands_of_edges_become_a_texture_that_keeps_short_edges_and_fades_long_ones():
    scene = big_scene(5000)
    assert len(scene.view.ends) > DETAIL_EDGES
    frame, items = drawn(scene)
    assert not frame.detail
    assert all(isinstance(item, Stroke) and item.width == 0 for item in items)
    shown = np.concatenate([_lengths(item.ends) for item in items])
    every = _lengths(frame.xy[scene.view.ends[frame.edges].ravel()].reshape(-1, 4))
    median = np.median(every)
    is_short = every <= median
    assert (shown <= median).sum() >= 0.9 * is_short.sum()
    faint = min(item.opacity for item in items)
    dark = max(item.opacity for item in items)
    assert 0 < faint < dark <= 0.85


def test_the_same_edges_are_chosen_in_every_frame():
    scene = big_scene(5000)
    once, again = (drawn(scene)[1] for _ in range(2))
    assert all(np.array_equal(a.ends, b.ends) for a, b in zip(once, again, strict=True))


@pytest.mark.parametrize("zoom", [1.0, 4.0])
def test_only_edges_that_touch_the_viewport_are_drawn(zoom):
    scene = big_scene(2000, 2)
    camera = fit(scene, (900, 700)).zoomed(zoom, 450, 350)
    frame = make_frame(scene, camera)
    a, b = (frame.xy[scene.view.ends[:, side]] for side in (0, 1))
    for t in np.linspace(0, 1, 9):
        point = a + (b - a) * t
        inside = ((point >= 0) & (point <= (900, 700))).all(axis=1)
        assert np.isin(np.flatnonzero(inside), frame.edges).all()
    assert (len(frame.edges) < len(scene.view.ends)) is (zoom > 1)


def test_every_look_is_drawn_in_the_colour_of_its_token():
    _, items = drawn(ego_scene())
    assert {item.colour for item in items} <= {LIGHT.edges[look] for look in EdgeLook}
