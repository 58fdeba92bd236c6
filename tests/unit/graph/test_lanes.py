"""Lanes: which rows there are, which marks stand in them, what they tell together."""

from dataclasses import replace

import numpy as np
import pytest

from explorer.graph.lanes import LANES_MAX, lane_note, mark_towards, method_marks, source_marks
from explorer.graph.view import Appearances, GraphView, empty_view
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
    assert 90 not in marks.nodes
    assert dict(zip(marks.columns["lane_name"].tolist(), marks.columns["older"].tolist(), strict=True)) == {
        "method 0": True,
        "method 1": False,
    }


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
