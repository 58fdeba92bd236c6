"""Boxes that were pushed apart."""

import numpy as np
import pytest

from explorer.compute.separate import clear_of_lines, no_two_on_one_spot, separate


def overlapping(pos, low, high):
    left, right = pos + low, pos + high
    touch = (left[:, None] < right[None] - 1e-6).all(axis=2) & (left[None] < right[:, None] - 1e-6).all(
        axis=2
    )
    np.fill_diagonal(touch, False)
    return int(touch.sum()) // 2


@pytest.mark.parametrize("count", [12, 40, 150])
def test_no_two_boxes_overlap_when_there_is_room(count):
    rng = np.random.default_rng(count)
    pos = rng.uniform(0, 60 * count**0.5, (count, 2))
    low, high = -rng.uniform(5, 40, (count, 2)) * (1, 0.3), rng.uniform(5, 40, (count, 2)) * (1, 0.3)
    assert overlapping(pos, low, high) > 0
    out = separate(pos, low, high, np.zeros(count, bool), rounds=300)
    assert overlapping(out, low, high) == 0


def test_fixed_boxes_stay_and_the_others_give_way():
    pos = np.array([[0.0, 0.0], [1.0, 0.0], [300.0, 0.0]])
    size = np.full((3, 2), 10.0)
    out = separate(pos, -size, size, np.array([True, False, True]))
    assert np.array_equal(out[[0, 2]], pos[[0, 2]])
    assert overlapping(out, -size, size) == 0


def test_boxes_on_the_very_same_spot_come_apart_the_same_way_each_time():
    pos, size = np.zeros((5, 2)), np.full((5, 2), 4.0)
    first, second = (separate(pos, -size, size, np.zeros(5, bool), seed=3) for _ in range(2))
    assert overlapping(first, -size, size) == 0
    assert np.array_equal(first, second)


def test_boxes_that_do_not_overlap_hardly_move():
    pos = np.array([[0.0, 0.0], [100.0, 0.0], [0.0, 100.0]])
    size = np.full((3, 2), 5.0)
    assert np.abs(separate(pos, -size, size, np.zeros(3, bool)) - pos).max() < 0.1


def test_a_node_steps_off_the_line_between_two_others():
    pos = np.array([[0.0, 0.0], [100.0, 0.0], [50.0, 0.5]])
    ends = np.array([(0, 1)], np.int32)
    out = clear_of_lines(pos, ends, np.full(3, 12.0), np.zeros(3, bool))
    assert abs(out[2, 1]) > 10
    assert np.array_equal(out[:2], pos[:2])


def test_a_node_stays_on_its_own_line_and_a_fixed_one_anywhere():
    pos = np.array([[0.0, 0.0], [100.0, 0.0], [50.0, 0.0]])
    ends = np.array([(0, 1), (1, 1)], np.int32)
    out = clear_of_lines(pos, ends, np.full(3, 12.0), np.array([False, False, True]))
    assert np.array_equal(out, pos)


def test_no_two_nodes_share_a_spot_and_given_ones_keep_it():
    pos = np.zeros((40, 2))
    fixed = np.zeros(40, bool)
    fixed[7] = True
    out = no_two_on_one_spot(pos, fixed, 50.0)
    assert len(np.unique(out.round(6), axis=0)) == 40
    assert np.array_equal(out[7], pos[7])
