"""Edges that speak: ends, marks, widths and density."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.camera import fit
from explorer.graph.style import EdgeLook
from explorer.render.edge_shapes import Marks, Stroke, pieces
from explorer.render.edges import SINGLE_EDGES, single_edges, strokes
from explorer.render.frame import make_frame
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


def hairlines(items):
    """(K, 4) ends and (K,) opacities of the texture."""
    lines = [item for item in items if isinstance(item, Stroke) and item.width == 0]
    return (
        np.concatenate([item.ends for item in lines]),
        np.concatenate([np.full(len(item.ends), item.opacity) for item in lines]),
    )


def test_thousands_of_edges_become_a_texture_that_keeps_short_edges_and_fades_long_ones():
    scene = big_scene(5000)
    assert len(scene.view.ends) > SINGLE_EDGES
    frame, items = drawn(scene)
    ends, opacity = hairlines(items)
    shown = _lengths(ends)
    every = _lengths(frame.xy[scene.view.ends[frame.edges].ravel()].reshape(-1, 4))
    third = np.quantile(every, 1 / 3)
    ink = [(opacity * (shown > low) * (shown <= high)).sum() for low, high in ((0, third), (third * 6, 1e9))]
    count = [((every > low) & (every <= high)).sum() for low, high in ((0, third), (third * 6, 1e9))]
    assert ink[0] / max(count[0] - SINGLE_EDGES, 1) > 3 * ink[1] / count[1]
    assert 0 < opacity.min() < opacity.max() <= 1


def test_edges_with_an_end_on_the_page_keep_their_looks_where_thousands_pass_through():
    scene = big_scene(5000)
    camera = fit(scene, (900.0, 700.0)).zoomed(30, 450, 350)
    frame = make_frame(scene, camera)
    x, y = frame.xy.T
    on_page = (x >= 0) & (y >= 0) & (x <= 900) & (y <= 700)
    mine = np.flatnonzero(on_page[scene.view.ends].any(axis=1))
    assert 0 < len(mine) <= SINGLE_EDGES
    tight = make_frame(big_scene(20_000), fit(big_scene(20_000), (900.0, 700.0)).zoomed(12, 450, 350))
    assert len(tight.edges) > SINGLE_EDGES
    assert len(single_edges(tight)) <= SINGLE_EDGES
    assert np.isin(mine, single_edges(frame)).all()


def test_better_supported_edges_are_told_apart_first():
    scene = big_scene(5000)
    sources = np.ones(len(scene.view.ends), np.int32)
    strong = np.arange(0, len(sources), 40)
    sources[strong] = 3
    scene = replace(scene, view=replace(scene.view, sources=sources))
    frame = make_frame(scene, fit(scene, (900.0, 700.0)))
    assert np.isin(strong, single_edges(frame)).all()


def test_edges_of_the_focus_are_opaque_and_drawn_last_on_the_most_crowded_page():
    scene = big_scene(5000)
    row = int(scene.label_order[0])
    frame, items = drawn(scene, np.array([row]))
    own = int((scene.view.ends == row).any(axis=1).sum())
    last = [item for item in items if isinstance(item, Stroke)][-1]
    assert last.opacity == 1.0
    assert last.width > 0
    assert 0.5 * own <= len(last.ends) <= own  # those between nodes that touch are left out
    nearest = np.minimum(*(np.hypot(*(last.ends[:, c] - frame.xy[row]).T) for c in ([0, 1], [2, 3])))
    assert (nearest < 25).all()


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
