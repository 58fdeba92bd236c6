"""What a lasso holds, and what that does to a selection."""

import time

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from explorer.graph.camera import Camera
from explorer.graph.lasso import combined, inside
from explorer.graph.picking import Picker
from tests.scenes import ego_scene

NUMBERS = st.integers(-40, 40).map(lambda n: n / 4)
IDS = st.frozensets(st.integers(1, 12))


def naive(point, outline):
    """Even-odd by hand, side by side."""
    x, y = point
    odd = False
    for (x0, y0), (x1, y1) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if min(y0, y1) <= y < max(y0, y1) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            odd = not odd
    return odd


@given(
    arrays(np.float64, st.tuples(st.integers(0, 30), st.just(2)), elements=NUMBERS),
    arrays(np.float64, st.tuples(st.integers(0, 14), st.just(2)), elements=NUMBERS),
)
def test_a_lasso_holds_what_the_even_odd_rule_says(points, outline):
    wanted = [len(outline) > 2 and naive(point, outline.tolist()) for point in points.tolist()]
    assert inside(points, outline).tolist() == wanted


def test_an_outline_that_crosses_itself_has_holes():
    star = np.array([(np.cos(a), np.sin(a)) for a in 4 * np.pi / 5 * np.arange(5)])
    assert inside(np.array([(0.0, 0.0), (0.8, 0.0)]), star).tolist() == [False, True]


@given(IDS, IDS)
def test_adding_and_taking_away_are_each_others_opposite(before, caught):
    assert combined(combined(before, caught, "add"), caught, "remove") == before - caught
    assert combined(combined(before, caught, "remove"), caught, "add") == before | caught
    assert combined(before, caught, "") == caught
    assert combined(combined(before, caught, "add"), caught, "add") == before | caught


@given(st.floats(0.2, 5.0), st.integers(-200, 200))
def test_a_rectangle_drawn_by_hand_holds_what_a_band_does(scale, aside):
    scene = ego_scene()
    camera = Camera(float(aside), 3.0, scale, 860.0, 740.0)
    picker = Picker(scene)
    box = np.array([(120.3, 80.7), (611.9, 80.7), (611.9, 590.1), (120.3, 590.1)])
    band = picker.nodes_in(camera, (120.3, 80.7), (611.9, 590.1))
    assert picker.nodes_inside(camera, box).tolist() == band.tolist()


def test_fifty_thousand_points_in_a_hand_drawn_outline_take_less_than_a_frame():
    random = np.random.default_rng(3)
    points = random.random((50_000, 2)) * 1000
    angle = np.linspace(0, 2 * np.pi, 600, endpoint=False)
    reach = 380 + 60 * np.sin(9 * angle) + 10 * random.random(600)
    outline = np.stack([500 + reach * np.cos(angle), 500 + reach * np.sin(angle)], axis=1)
    spent = []
    for _ in range(5):
        begin = time.process_time()
        found = inside(points, outline)
        spent.append(time.process_time() - begin)
    assert 0.3 < found.mean() < 0.6
    assert min(spent) <= 0.020, f"{min(spent) * 1000:.1f} ms"
