"""Lanes: which rows there are, which marks stand in them, what they tell together."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.camera import ROW_PX, Margins, fit, fit_rows, margins_beside
from explorer.graph.lane_places import hidden_mark, mark_radius, pile_of, place_marks
from explorer.graph.lanes import (
    DAY_MAX,
    LANES_MAX,
    lane_note,
    mark_towards,
    method_marks,
    source_marks,
    standing_in,
)
from explorer.graph.view import Appearances, GraphView, empty_view
from explorer.layouts import lay_out
from explorer.model import NodeKind

CONCEPT, PAPER, ISSUE, EDITION = NodeKind.CONCEPT, NodeKind.PAPER, NodeKind.ISSUE, NodeKind.EDITION


def view_with(methods: int, rows: list[tuple[int, int, NodeKind, float]]) -> GraphView:
    """A view of methods; rows are (row of the method, node id, kind, day)."""
    names = tuple(f"{NodeKind(kind).name} {node}" for _, node, kind, _ in rows)
    found = Appearances(
        np.array([row[0] for row in rows], np.int32),
        np.array([row[1] for row in rows], np.int64),
        np.array([row[2] for row in rows], np.uint8),
        np.array([row[3] for row in rows], np.float64),
        np.ones(len(rows), np.int32),
        names,
        tuple({PAPER: "arXiv", ISSUE: "weekly", EDITION: "ICML"}[row[2]] for row in rows),
    )
    columns = {"date": np.full(methods, np.nan), "importance": np.arange(methods)[::-1].astype(np.float32)}
    return replace(
        empty_view(),
        ids=np.arange(10, 10 + methods),
        kinds=np.full(methods, CONCEPT, np.uint8),
        names=tuple(f"method {number}" for number in range(methods)),
        columns=columns,
        appearances=found,
    )


def test_a_place_of_two_methods_has_a_mark_in_both_lanes():
    marks = method_marks(view_with(2, [(0, 90, EDITION, 100.0), (1, 90, EDITION, 100.0)]))
    assert marks.nodes.tolist() == [90, 90]
    assert len(set(marks.ids.tolist())) == 2
    assert marks.ids_of({90}) == frozenset(marks.ids.tolist())
    assert marks.nodes_at(marks.ids[:1].tolist()) == {90}


def test_lanes_are_in_the_order_of_the_first_appearance():
    rows = [(0, 90, ISSUE, 300.0), (1, 91, ISSUE, 100.0), (2, 92, ISSUE, 200.0)]
    marks = method_marks(view_with(3, rows))
    first = {
        int(lane): str(name)
        for lane, name in zip(marks.columns["lane"], marks.columns["lane_name"], strict=True)
    }
    assert first == {0: "method 1", 1: "method 2", 2: "method 0"}


def test_what_does_not_fit_is_counted():
    marks = method_marks(view_with(LANES_MAX + 5, [(n, 90, ISSUE, 100.0) for n in range(LANES_MAX + 5)]))
    assert len(set(marks.columns["lane"].tolist())) == LANES_MAX
    assert set(marks.columns["lanes_left_out"].tolist()) == {5}


def test_a_paper_years_before_all_else_is_older_than_the_axis():
    rows = [(0, 90, PAPER, 100.0), (0, 91, ISSUE, 5000.0), (0, 92, ISSUE, 5100.0), (1, 92, ISSUE, 5100.0)]
    marks = method_marks(view_with(2, rows))
    assert dict(zip(marks.nodes.tolist(), marks.columns["older"].tolist(), strict=True)) == {
        90: True,
        91: False,
        92: False,
    }


def crowded(marks: int) -> GraphView:
    """One method in many digests of one day, and in one of another."""
    return view_with(1, [*((0, 100 + n, ISSUE, 50.0) for n in range(marks)), (0, 99, ISSUE, 90.0)])


def test_a_day_has_so_many_marks_and_counts_the_others():
    marks = method_marks(crowded(DAY_MAX + 7))
    assert len(marks.ids) == DAY_MAX + 1
    assert sorted(marks.columns["crowd"].tolist())[-2:] == [0, 7]
    assert not method_marks(crowded(DAY_MAX)).columns["crowd"].any()


@pytest.mark.parametrize("turn", [method_marks, source_marks])
def test_marks_of_a_crowded_lane_do_not_lie_on_each_other(turn):
    rng = np.random.default_rng(3)
    rows = [(0, 100 + n, ISSUE, float(day)) for n, day in enumerate(rng.integers(0, 90, 400))]
    marks = turn(view_with(1, rows))
    pos = place_marks(marks, np.full((len(marks.ids), 2), np.nan, np.float32), 0).astype(np.float64)
    apart = np.hypot(*(pos[:, None] - pos[None]).transpose(2, 0, 1))
    reach = mark_radius(marks)[:, None] + mark_radius(marks)[None]
    np.fill_diagonal(apart, np.inf)
    assert len(pos) == 400
    assert (apart >= reach).all()


def test_what_is_older_than_the_axis_lies_to_scale_left_of_what_is_shown_first():
    rows = [(0, 90, PAPER, 100.0), (0, 91, ISSUE, 5000.0), (0, 92, ISSUE, 5100.0)]
    scene = lay_out(view_with(1, rows), "lanes", 0)
    days = scene.axes.time
    np.testing.assert_allclose(scene.pos[:, 0], days.x_of(scene.view.columns["date"]), atol=0.01)
    assert scene.home_rows.tolist() == np.flatnonzero(np.isin(scene.view.nodes, [91, 92])).tolist()
    page = fit(scene, (800.0, 600.0), margins_beside(scene, Margins()))
    x = dict(zip(scene.view.nodes.tolist(), page.to_screen(scene.pos)[:, 0].tolist(), strict=True))
    assert x[90] < 0 < scene.axes.head_px < x[91] < x[92] < 800
    assert [hidden_mark(scene, page, lane) for lane in scene.axes.lanes] == [
        scene.view.nodes.tolist().index(90)
    ]


def test_a_view_without_methods_has_no_lanes():
    assert len(method_marks(view_with(2, [])).ids) == 0


def test_sources_are_lanes_with_each_place_once():
    rows = [(0, 90, EDITION, 100.0), (1, 90, EDITION, 100.0), (0, 91, ISSUE, 120.0), (1, 92, PAPER, 90.0)]
    marks = source_marks(view_with(2, rows))
    assert marks.nodes.tolist() == [90, 91, 92]
    lanes = dict(zip(marks.columns["lane_name"].tolist(), marks.columns["lane"].tolist(), strict=True))
    assert lanes == {"ICML": 0, "arXiv": 1, "weekly": 2}


@pytest.mark.parametrize(
    ("marks", "kind", "days", "start"),
    [
        ([(PAPER, 0.0), (ISSUE, 10.0), (EDITION, 87.0)], "lead", 77, "digest"),
        ([(PAPER, 0.0), (EDITION, 195.0)], "lead", 195, "arXiv"),
        ([(PAPER, 0.0), (ISSUE, 10.0)], "waiting", 0, ""),
    ],
)
def test_a_lane_tells_its_lead_time(marks, kind, days, start):
    kinds = np.array([mark[0] for mark in marks], np.uint8)
    note = lane_note(
        kinds, np.array([mark[1] for mark in marks]), np.array(["x"] * (len(marks) - 1) + ["ICML"])
    )
    assert (note.kind, note.days, note.start) == (kind, days, start)


def test_a_general_term_waits_for_no_conference():
    assert lane_note(np.array([ISSUE], np.uint8), np.array([1.0]), np.array(["weekly"])) is None


def test_arrows_walk_along_a_lane_and_from_lane_to_lane():
    marks = method_marks(
        view_with(2, [(0, 90, ISSUE, 0.0), (0, 91, ISSUE, 50.0), (1, 92, ISSUE, 40.0), (1, 93, ISSUE, 300.0)])
    )
    pos = np.stack([marks.columns["date"], np.asarray(marks.columns["lane"]) * 50.0], axis=1).astype(
        np.float32
    )
    at = {node: row for row, node in enumerate(marks.nodes.tolist())}
    assert mark_towards(marks, pos, at[90], (1.0, 0.0)) == at[91]
    assert mark_towards(marks, pos, at[91], (1.0, 0.0)) == -1
    assert mark_towards(marks, pos, at[91], (0.0, 1.0)) == at[92]
    assert mark_towards(marks, pos, at[93], (0.0, -1.0)) == at[91]
    assert mark_towards(marks, pos, at[93], (0.0, 1.0)) == -1


@pytest.mark.parametrize("layout", ["lanes", "lanes_by_source"])
def test_what_a_crowded_day_has_no_room_for_can_be_told(layout):
    crowd = [(0, 1000 + n, ISSUE, 40.0) for n in range(DAY_MAX + 5)]
    view = view_with(2, [*crowd, (0, 90, ISSUE, 300.0), (1, 2000, EDITION, 40.0)])
    scene = lay_out(view, layout, 0)
    (pile,) = scene.axes.piles
    assert standing_in(scene.whole, (pile,)) == {node for _, node, _, _ in crowd}
    there = {int(mark) for mark in scene.view.ids if pile_of(scene, int(mark))}
    assert scene.view.nodes_at(there) < standing_in(scene.whole, (pile,))
    assert len(there) == DAY_MAX


@pytest.mark.parametrize("size", [(900.0, 260.0), (900.0, 420.0), (420.0, 900.0), (360.0, 300.0)])
@pytest.mark.parametrize("layout", ["lanes", "lanes_by_source"])
def test_rows_of_a_low_page_can_be_read_and_days_stay_on_it(layout, size):
    rows = [(n % LANES_MAX, 500 + n, ISSUE, 40.0 * n) for n in range(2 * LANES_MAX)]
    view = view_with(LANES_MAX, rows)
    kept = replace(view.appearances, series=tuple(f"series {n % 9}" for n in range(len(rows))))
    scene = lay_out(replace(view, appearances=kept), layout, 0)
    margins = margins_beside(scene, Margins())
    camera = fit_rows(scene, size, margins)
    places = camera.to_screen(scene.pos)
    apart = np.diff([lane.y for lane in scene.axes.lanes]).min() * camera.scale
    least, wished = ROW_PX[scene.axes.what]
    assert apart >= least * 0.999
    assert apart >= wished * 0.999 or size[0] < 900
    assert size[0] < 900 or places[:, 0].min() >= margins.left - 1
    assert places[:, 0].max() <= size[0] - 1
    assert places[:, 1].min() >= scene.axes.top_px
