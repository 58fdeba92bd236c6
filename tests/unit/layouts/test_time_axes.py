"""Timeline and lanes: x is the date to scale, nothing lies on anything, what is new moves nothing."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.room import boxes_px
from explorer.graph.view import GraphView
from explorer.layouts import lay_out
from tests.scenes import appearances, big_view, ego_view

AXES = ("timeline", "lanes", "lanes_by_source")


def dated(view: GraphView) -> GraphView:
    rng = np.random.default_rng(2)
    count = len(view.ids)
    columns = dict(view.columns)
    columns["date"] = np.where(np.arange(count) % 6 == 5, np.nan, rng.integers(19_000, 20_200, count))
    columns["series"] = np.array(["ICML", "weekly", "arXiv"] * count, np.str_)[:count]
    return replace(view, columns=columns, appearances=appearances(view))


@pytest.mark.parametrize("name", AXES)
@pytest.mark.parametrize("nodes", [17, 300, 2500])
def test_places_are_at_their_dates_to_scale(name, nodes):
    scene = lay_out(dated(ego_view() if nodes == 17 else big_view(nodes)), name, 0)
    days = np.asarray(scene.view.columns["date"], np.float64)
    known = np.isfinite(days)
    off = np.abs(scene.axes.time.x_of(days[known]) - scene.pos[known, 0])
    assert off.max() < (3.0 if nodes < 1000 else 8.0)  # marks of one day in one crowded row step aside
    assert np.median(off) < 0.05


@pytest.mark.parametrize("view", [ego_view(), big_view(60), big_view(250)])
def test_on_the_timeline_no_two_nodes_with_their_names_overlap(view):
    view = dated(view)
    scene = lay_out(view, "timeline", 0)
    low, high = boxes_px(view)
    low, high = low + scene.pos, high + scene.pos
    shared = np.minimum(high[:, None], high[None]) - np.maximum(low[:, None], low[None])
    overlap = (shared > 0.1).all(axis=2)
    np.fill_diagonal(overlap, False)
    assert not overlap.any()


def test_what_has_no_date_stands_in_a_band_below():
    scene = lay_out(dated(ego_view()), "timeline", 0)
    undated = ~np.isfinite(np.asarray(scene.view.columns["date"], np.float64))
    (band,) = scene.axes.bands
    assert scene.pos[undated, 1].min() > band.top > scene.pos[~undated, 1].max()
    assert band.bottom > scene.pos[undated, 1].max()


def test_marks_of_a_lane_lie_beside_one_another():
    scene = lay_out(dated(big_view(120)), "lanes", 0)
    way = scene.pos[:, None].astype(np.float64) - scene.pos[None]
    apart = np.hypot(way[..., 0], way[..., 1]) - (scene.radius[:, None] + scene.radius[None])
    np.fill_diagonal(apart, np.inf)
    assert apart.min() > 0


def test_rows_do_not_reach_into_one_another():
    axes = lay_out(dated(big_view(300)), "lanes", 0).axes
    cuts = axes.cuts
    assert len(cuts) == len(axes.lanes) + 1
    for lane, top, bottom in zip(axes.lanes, cuts[:-1], cuts[1:], strict=True):
        assert top <= lane.y - lane.half and lane.y + lane.half <= bottom
        assert axes.lane_at(lane.y) is lane
    assert axes.lane_at(float(cuts[0]) - 1) is None


@pytest.mark.parametrize("name", AXES)
def test_what_is_new_finds_its_place_on_the_old_axis(name):
    whole = dated(big_view(200))
    first = lay_out(whole, name, 0)
    kept = np.arange(len(first.view.ids)) % 10 != 0

    def start_of(view):
        start = first.pos.copy()
        start[~kept] = np.nan
        return start

    second = lay_out(whole, name, 0, start_of)
    assert np.array_equal(second.pos[kept], first.pos[kept])
    assert second.axes.time.per_day == pytest.approx(first.axes.time.per_day, rel=1e-3)
    days = np.asarray(second.view.columns["date"], np.float64)[~kept]
    new = np.isfinite(days)
    assert np.abs(second.axes.time.x_of(days[new]) - second.pos[~kept][new, 0]).max() < 3.0
