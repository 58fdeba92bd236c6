"""Labels that touch neither each other nor a node, at any zoom."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explorer.graph.camera import fit
from explorer.render.frame import make_frame
from explorer.render.labels import LabelRequest, finished, kept_apart, place_labels, turned_points
from explorer.render.occupancy import CELL_PX, Occupancy
from explorer.render.painter import PaintOptions, all_labels
from explorer.render.shapes import HALF_EXTENT
from explorer.render.theme import theme
from tests.scenes import big_scene, ego_scene

pytestmark = pytest.mark.usefixtures("qapp")
PAGE = (1100.0, 760.0)


def boxes_of(frame, labels):
    """(K, 4) boxes of names, pixels."""
    at = frame.camera.to_screen(np.array([label.anchor for label in labels]).reshape(-1, 2))
    return np.array([label.box(x, y) for label, (x, y) in zip(labels, at.tolist(), strict=True)])


def overlapping_pairs(first, second):
    """How many boxes of the first (K, 4) overlap one of the second (L, 4)."""
    return (
        (first[:, None, 0] < second[:, 2]) & (first[:, None, 2] > second[:, 0])
        & (first[:, None, 1] < second[:, 3]) & (first[:, None, 3] > second[:, 1])
    )  # fmt: skip


@pytest.mark.parametrize("zoom", [0.5, 1.0, 2.0, 5.0, 12.0])
def test_five_hundred_japanese_and_chinese_names_overlap_nothing_at_any_zoom(zoom):
    scene = big_scene(500, 2)
    frame = make_frame(scene, fit(scene, PAGE).zoomed(zoom, 550, 380))
    labels = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest()))
    assert len(labels) >= 5
    boxes = boxes_of(frame, labels)
    among = overlapping_pairs(boxes, boxes)
    np.fill_diagonal(among, False)
    assert not among.any()
    rows = frame.nodes[frame.radius[frame.nodes] >= 2.6]
    half = np.array([HALF_EXTENT[kind] for kind in scene.view.kinds[rows]]) * frame.radius[rows, None]
    nodes = np.concatenate([frame.xy[rows] - half, frame.xy[rows] + half], axis=1)
    assert not overlapping_pairs(boxes, nodes).any()
    assert (boxes[:, :2] >= 0).all()
    assert (boxes[:, 2:] <= PAGE).all()


def test_the_important_are_named_before_the_others():
    scene = big_scene(500, 2)
    frame = make_frame(scene, fit(scene, PAGE))
    rows = [
        label.row for label in finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest()))
    ]
    rank = np.argsort(scene.label_order)
    assert np.diff(rank[rows]).min() > 0
    assert rank[rows[0]] < 20  # the very first may stand in a crowd


def test_what_is_selected_gets_a_name_even_in_a_crowd():
    scene = big_scene(3000, 2)
    frame = make_frame(scene, fit(scene, PAGE))
    focus = scene.label_order[-3:].astype(np.int64)
    labels = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest(focus, focus)))
    assert set(focus.tolist()) <= {label.row for label in labels}


def test_no_name_stands_on_the_legend_or_the_minimap():
    scene = big_scene(500, 2)
    frame = make_frame(scene, fit(scene, PAGE))
    taken = np.array([(0.0, 700.0, 600.0, 760.0), (900.0, 600.0, 1100.0, 760.0)])
    labels = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest(taken=taken)))
    assert not overlapping_pairs(boxes_of(frame, labels), taken).any()


def test_a_name_keeps_its_side_where_that_costs_little():
    scene = ego_scene()
    frame = make_frame(scene, fit(scene, PAGE))
    rows = range(len(scene.pos))
    kept = LabelRequest(sides=dict.fromkeys(rows, (1.0, 0.0)))
    first = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest()))
    again = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), kept))
    right = [sum(label.side == (1.0, 0.0) for label in labels) for labels in (first, again)]
    assert right[1] > right[0]


def test_verbs_stand_on_the_edges_of_the_center_and_are_read_from_it():
    scene = ego_scene()
    frame = make_frame(scene, fit(scene, (860, 740)))
    center = np.array([0])
    labels = finished(all_labels(frame, theme("light"), PaintOptions(focus=center, ringed=center)))
    verbs = {label.text: label for label in labels if label.verb}
    assert {"surveyed by", "criticised by", "is the basis of"} <= set(verbs)
    assert "surveys" not in verbs
    assert all(0 in scene.view.ends[label.row] for label in verbs.values())
    assert all(-90 < label.angle <= 90 for label in verbs.values())  # never upside down


def test_verbs_overlap_neither_names_nor_each_other():
    scene = ego_scene(parallel=True)
    frame = make_frame(scene, fit(scene, (860, 740)))
    center = np.array([0])
    labels = finished(all_labels(frame, theme("light"), PaintOptions(focus=center, ringed=center)))
    names = boxes_of(frame, [label for label in labels if not label.verb])
    clouds = []
    for label in labels:
        if label.verb:
            at = frame.camera.to_screen(np.array([label.anchor]))[0] + label.offset
            clouds.append(turned_points(at, (label.size[0] - 1, label.size[1] - 1), label.angle))
    assert len(clouds) >= 5
    for k, cloud in enumerate(clouds):
        for left, top, right, bottom in names:
            x, y = cloud.T
            assert not ((x > left) & (x < right) & (y > top) & (y < bottom)).any()
        for other in clouds[:k]:
            nearest = np.hypot(*(cloud[:, None] - other[None]).transpose(2, 0, 1)).min()
            assert nearest > 0.5


@given(st.lists(st.tuples(*[st.floats(0, 300)] * 2, *[st.floats(1, 90)] * 2), min_size=1, max_size=40))
@settings(max_examples=60)
def test_boxes_that_are_kept_never_overlap_and_the_first_is_kept(raw):
    boxes = np.array([(x, y, x + w, y + h) for x, y, w, h in raw])
    keep = kept_apart(boxes)
    left = boxes[keep]
    among = overlapping_pairs(left, left)
    np.fill_diagonal(among, False)
    assert keep[0]
    assert not among.any()


@given(*[st.floats(5, 200)] * 4, *[st.floats(5, 90)] * 4)
def test_two_boxes_that_the_page_lets_stand_do_not_overlap(x1, y1, x2, y2, w1, h1, w2, h2):
    page = Occupancy(320, 320)
    first, second = (x1, y1, x1 + w1, y1 + h1), (x2, y2, x2 + w2, y2 + h2)
    page.take_boxes(np.array([first[:2]]), np.array([first[2:]]))
    touches = x1 < x2 + w2 and x2 < x1 + w1 and y1 < y2 + h2 and y2 < y1 + h1
    assert not (page.free(*second) and touches)
    assert page.taken(*first) > 0


def test_lines_make_a_place_busy_but_leave_it_free():
    page = Occupancy(300, 300)
    page.mark_lines(np.array([(10.0, 50.0, 290.0, 50.0)]))
    assert page.free(20, 40, 80, 60)
    assert page.busy(20, 40, 80, 60) > page.busy(20, 100, 80, 120) == 0


def test_turned_points_cover_the_box_without_gaps():
    points = turned_points(np.array([100.0, 100.0]), (60.0, 14.0), 30.0)
    probe = turned_points(np.array([100.0, 100.0]), (58.0, 12.0), 30.0)
    assert np.hypot(*(probe[:, None] - points[None]).transpose(2, 0, 1)).min(axis=1).max() <= CELL_PX


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([0.7, 1.0, 3.0, 8.0, 20.0]), st.sampled_from(["ja", "en"]))
def test_no_name_touches_another_or_even_a_dot_whatever_the_graph(seed, zoom, names):
    scene = big_scene(260, 2, seed=seed, names=names)
    frame = make_frame(scene, fit(scene, PAGE).zoomed(zoom, 550, 380))
    boxes = boxes_of(frame, finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest())))
    boxes = boxes.reshape(-1, 4)
    among = overlapping_pairs(boxes, boxes)
    np.fill_diagonal(among, False)
    assert not among.any()
    half = np.array([HALF_EXTENT[kind] for kind in scene.view.kinds[frame.nodes]]).reshape(-1, 2)
    half = half * frame.radius[frame.nodes, None]
    xy = frame.xy[frame.nodes]
    assert not overlapping_pairs(boxes, np.concatenate([xy - half, xy + half], axis=1)).any()
