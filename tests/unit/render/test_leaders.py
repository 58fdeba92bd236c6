"""Leaders: names of important nodes in a crowd, and the lines that join them; in the picture and on paper."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from explorer.graph.camera import fit
from explorer.render.frame import make_frame
from explorer.render.labels import LabelRequest, boxes_on, finished, place_labels
from explorer.render.leaders import LEADERS_MAX, Led, leader, led_place
from explorer.render.occupancy import Occupancy
from explorer.render.painter import PaintOptions, all_labels, render_image
from explorer.render.svg import render_svg
from explorer.render.theme import theme
from tests.regions import regions_scene
from tests.scenes import big_scene

pytestmark = pytest.mark.usefixtures("qapp")
PAGE = (1100.0, 760.0)


def crowd(seed=0, count=2500):
    """A dense disc whose most important nodes lie in its middle, where no name has room."""
    chance = np.random.default_rng(seed)
    scene = big_scene(count, 2)
    angle, far = chance.uniform(0, 2 * np.pi, count), np.sqrt(chance.random(count))
    rank = np.argsort(scene.label_order)
    far[rank < 12] *= 0.4
    pos = np.stack([np.cos(angle) * far, np.sin(angle) * far], axis=1).astype(np.float32) * 500
    return replace(scene, pos=pos, spacing=14.0)


def framed(scene, zoom=0.5):
    return make_frame(scene, fit(scene, PAGE).zoomed(zoom, PAGE[0] / 2, PAGE[1] / 2))


def lines_of(frame, labels):
    at = frame.camera.to_screen(np.array([label.anchor for label in labels])).tolist()
    pairs = zip(labels, at, strict=True)
    return {
        place: leader((x, y), label.box(x, y), label.reach)
        for place, (label, (x, y)) in enumerate(pairs)
        if label.led
    }


def along(line):
    share = np.linspace(0, 1, 400)[:, None]
    return np.array(line[:2]) + (np.array(line[2:]) - np.array(line[:2])) * share


def test_the_most_important_are_named_though_they_stand_in_a_crowd():
    frame = framed(crowd())
    labels = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest()))
    without = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest(leaders=0)))
    first = set(frame.scene.label_order[:LEADERS_MAX].tolist())
    assert len(first & {label.row for label in labels}) >= 6
    assert len(first & {label.row for label in without}) <= 2
    assert {label.row for label in labels if label.led} <= first


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10_000), st.sampled_from((0.3, 0.5, 0.8, 1.0, 2.0)))
@example(6753, 0.3)  # a line that cut the corner of a name between two of its pixels
def test_leaders_cross_no_name_and_no_other_leader_and_names_stay_apart(seed, zoom):
    frame = framed(crowd(seed, 900), zoom)
    labels = finished(place_labels(frame, Occupancy(*PAGE), theme("light"), LabelRequest()))
    boxes = boxes_on(frame.camera, labels)
    left, top, right, bottom = boxes.T
    apart = (left[:, None] >= right) | (right[:, None] <= left)
    apart |= (top[:, None] >= bottom) | (bottom[:, None] <= top)
    assert (apart | np.eye(len(boxes), dtype=bool)).all()
    for place, line in lines_of(frame, labels).items():
        x, y = along(line).T[:, :, None]
        inside = (x > left) & (x < right) & (y > top) & (y < bottom)
        assert not np.delete(inside, place, axis=1).any()
        assert (along(line) >= 0).all() and (along(line) <= PAGE).all()


def test_no_leader_crosses_the_name_of_a_region():
    frame = framed(regions_scene(6, 300), 1.0)
    labels = finished(all_labels(frame, theme("light"), PaintOptions()))
    boxes = np.array([box for box, label in zip(boxes_on(frame.camera, labels), labels, strict=True)
                      if label.region >= 0])  # fmt: skip
    assert len(boxes)
    for line in lines_of(frame, labels).values():
        x, y = along(line).T[:, :, None]
        assert not ((x > boxes[:, 0]) & (x < boxes[:, 2]) & (y > boxes[:, 1]) & (y < boxes[:, 3])).any()


numbers = st.integers(-12, 12).map(float)


@given(st.tuples(numbers, numbers, numbers, numbers), st.tuples(numbers, numbers, numbers, numbers))
def test_a_line_is_crossed_by_a_box_where_some_point_of_it_is_in_the_box(line, corners):
    left, right = sorted(corners[::2])
    top, bottom = sorted(corners[1::2])
    x, y = along(line).T
    inside = ((x >= left) & (x <= right) & (y >= top) & (y <= bottom)).any()
    grown = Led(boxes=[(left - 0.1, top - 0.1, right + 0.1, bottom + 0.1)]).crossed_by(line)
    assert Led(boxes=[(left, top, right, bottom)]).crossed_by(line) or not inside
    assert grown or not Led(boxes=[(left, top, right, bottom)]).crossed_by(line)
    if grown and not inside:  # then it passes close to a corner
        near = np.hypot(
            np.maximum(np.maximum(left - x, x - right), 0), np.maximum(np.maximum(top - y, y - bottom), 0)
        )
        assert near.min() < 0.25


def test_where_all_is_taken_there_is_no_leader():
    page = Occupancy(*PAGE)
    page.take_boxes(np.array([[0.0, 0.0]]), np.array([PAGE]))
    assert led_place(page, Led(), ((500.0, 400.0), 5.0), (80.0, 16.0)) is None


def test_a_node_at_its_name_has_no_line():
    assert leader((50.0, 50.0), (40.0, 52.0, 90.0, 70.0), 4.0) is None


def test_paper_holds_the_same_leaders_as_lines():
    scene = crowd()
    text = render_svg(scene, (1100, 760), theme("light")).decode()
    group = re.search(r'<g id="leaders">(.*?)</g>', text, re.S)
    ends = ET.fromstring(f"<g>{group[1]}</g>").findall("line")
    assert len(ends) >= 4
    for line in ends:
        assert 0 <= float(line.get("x2")) <= 1100 and 0 <= float(line.get("y2")) <= 760
    shown = render_image(scene, (1100, 760), theme("light"), 1)
    x, y = ((float(ends[1].get(a)) + float(ends[1].get(b))) / 2 for a, b in (("x1", "x2"), ("y1", "y2")))
    near = [
        shown.pixelColor(round(x) + dx, round(y) + dy).lightness() for dx in (-1, 0, 1) for dy in (-1, 0, 1)
    ]
    assert min(near) < 150
