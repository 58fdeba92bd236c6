"""A card finds a place that covers nothing it speaks of."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.free_place import free_place

PAGE = (800.0, 600.0)
NONE = np.zeros((0, 4))


def overlaps(place, size, box):
    left, top = place
    return left < box[2] and left + size[0] > box[0] and top < box[3] and top + size[1] > box[1]


@given(st.floats(0, 800), st.floats(0, 600), st.floats(0, 800), st.floats(0, 600))
def test_it_stays_on_the_page_and_off_both_ends(ax, ay, bx, by):
    never = np.array([(x - 60, y - 25, x + 60, y + 40) for x, y in ((ax, ay), (bx, by))])
    size = (300.0, 110.0)
    place = free_place(size, PAGE, ((ax + bx) / 2, (ay + by) / 2), never, NONE)
    assert place is not None
    assert 0 <= place[0] <= PAGE[0] - size[0]
    assert 0 <= place[1] <= PAGE[1] - size[1]
    assert not any(overlaps(place, size, box) for box in never)


def test_it_avoids_other_names_where_that_is_not_far():
    size, near = (200.0, 80.0), (400.0, 300.0)
    first = free_place(size, PAGE, near, NONE, NONE)
    assert first is not None
    name = np.array([(first[0] + 50, first[1] + 20, first[0] + 90, first[1] + 36)])
    second = free_place(size, PAGE, near, NONE, name)
    assert second is not None
    assert not overlaps(second, size, name[0])


def test_there_is_none_on_a_page_that_is_too_small_or_full():
    assert free_place((300.0, 100.0), (200.0, 100.0), (10.0, 10.0), NONE, NONE) is None
    everything = np.array([(0.0, 0.0, 800.0, 600.0)])
    assert free_place((300.0, 100.0), PAGE, (10.0, 10.0), everything, NONE) is None
