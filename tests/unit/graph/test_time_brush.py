"""The brush: what a pixel takes of it, what a drag makes of it, steps that stay within the strip."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.time_bins import bins_of
from explorer.graph.time_brush import (
    Grip,
    Span,
    bins_in,
    days_between,
    dragged,
    part_at,
    shares_of,
    span_of,
    span_read,
    stepped,
    widened,
)
from explorer.graph.timescale import day_of
from tests.unit.graph.test_time_bins import on

MONTHS = bins_of(on(date(2023, 1, 10), date(2024, 12, 20)))  # 24 of them
WEEKS = bins_of(on(date(2024, 1, 1), date(2024, 3, 30)))
SPRING = Span(date(2023, 12, 1), date(2024, 5, 31))
numbers = st.integers(0, len(MONTHS) - 1)


def share(month: float) -> float:
    return month / len(MONTHS)


def test_whole_months_are_a_span_with_both_its_ends():
    assert span_of(MONTHS, 16, 11) == SPRING
    assert bins_in(MONTHS, SPRING) == (11, 16)
    assert shares_of(MONTHS, SPRING) == (share(11), share(17))


@pytest.mark.parametrize(
    ("since", "until", "span"),
    [
        ("2023-12-01", "2024-05-31", SPRING),
        ("2023-12", "2024-05", SPRING),
        ("2024", "2024", Span(date(2024, 1, 1), date(2024, 12, 31))),
        ("", "2023-02", Span(date(2023, 1, 1), date(2023, 2, 28))),
        ("2024-11", "", Span(date(2024, 11, 1), date(2024, 12, 31))),
        ("", "", None),
        ("2024-05", "2023-12", Span(date(2023, 12, 31), date(2024, 5, 1))),
    ],
)
def test_dates_of_a_filter_are_a_span(since, until, span):
    assert span_read(since, until, MONTHS) == span


def test_a_filter_that_begins_after_the_strip_is_off_it():
    span = span_read("2030", "", MONTHS)
    assert span is not None and bins_in(MONTHS, span) is None


def test_an_open_end_has_no_day():
    first, after = days_between("2024-05", "")
    assert first == day_of(date(2024, 5, 1)) and after == float("inf")
    assert days_between("", "") is None


def test_keys_begin_at_the_newest_on_the_way_back_and_at_the_oldest_on_the_way_on():
    assert stepped(MONTHS, None, -1) == span_of(MONTHS, 23, 23)
    assert stepped(MONTHS, None, 1) == span_of(MONTHS, 0, 0)


def test_a_step_is_a_bin():
    assert stepped(MONTHS, SPRING, 1) == Span(date(2024, 1, 1), date(2024, 6, 30))
    week = stepped(WEEKS, None, 1)
    assert (week.since, week.until) == (date(2024, 1, 1), date(2024, 1, 7))
    assert stepped(WEEKS, week, 1).since == date(2024, 1, 8)


@given(numbers, numbers, st.integers(-40, 40))
def test_steps_keep_the_width_and_stay_on_the_strip(one, other, by):
    before = span_of(MONTHS, one, other)
    first, last = bins_in(MONTHS, stepped(MONTHS, before, by))
    assert last - first == abs(one - other)
    assert 0 <= first <= last < len(MONTHS)


@given(numbers, numbers, st.integers(-40, 40))
def test_widening_changes_the_width_until_there_is_no_more_room(one, other, by):
    before = abs(one - other) + 1
    first, last = bins_in(MONTHS, widened(MONTHS, span_of(MONTHS, one, other), by))
    assert last - first + 1 == min(max(before + by, 1), len(MONTHS))


def test_the_end_grows_first_then_the_beginning():
    assert bins_in(MONTHS, widened(MONTHS, span_of(MONTHS, 20, 21), 1)) == (20, 22)
    assert bins_in(MONTHS, widened(MONTHS, span_of(MONTHS, 22, 23), 1)) == (21, 23)


@pytest.mark.parametrize(
    ("x", "part"),
    [(80, "new"), (95, "since"), (104, "since"), (150, "move"), (197, "until"), (205, "until"), (210, "new")],
)
def test_what_a_pixel_takes(x, part):
    assert part_at(x, (100.0, 200.0)) == part


def test_a_narrow_brush_can_still_be_moved():
    assert [part_at(x, (100.0, 106.0)) for x in (101, 103, 105)] == ["since", "move", "until"]
    assert part_at(50, None) == "new"


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_drag_draws_what_lies_between_its_ends(start, end):
    drawn = dragged(MONTHS, Grip("new", start), end)
    first, last = bins_in(MONTHS, drawn)
    low, high = sorted((start, end))
    assert first == MONTHS.bin_at(low) and last == MONTHS.bin_at(high)


@given(numbers, numbers, st.floats(0, 1), st.floats(0, 1))
def test_a_moved_brush_keeps_its_width(one, other, start, end):
    span = span_of(MONTHS, one, other)
    first, last = bins_in(MONTHS, dragged(MONTHS, Grip("move", start, span), end))
    assert last - first == abs(one - other)


@given(numbers, numbers, st.sampled_from(["since", "until"]), st.floats(0, 1))
def test_an_end_follows_and_may_pass_the_other(one, other, part, end):
    span = span_of(MONTHS, one, other)
    low, high = bins_in(MONTHS, span)
    first, last = bins_in(MONTHS, dragged(MONTHS, Grip(part, 0.5, span), end))
    fixed = high if part == "since" else low
    assert first == fixed or last == fixed
    assert abs((first if last == fixed else last + 1) - end * len(MONTHS)) <= 1.5 or first == last


@given(numbers, numbers)
def test_an_end_that_is_taken_and_not_moved_changes_nothing(one, other):
    span = span_of(MONTHS, one, other)
    left, right = shares_of(MONTHS, span)
    assert dragged(MONTHS, Grip("since", left, span), left) == span
    assert dragged(MONTHS, Grip("until", right, span), right) == span
    assert dragged(MONTHS, Grip("move", left, span), left) == span


def test_the_end_that_is_not_moved_keeps_its_day():
    odd = Span(date(2023, 12, 5), date(2024, 5, 17))
    assert dragged(MONTHS, Grip("until", share(17), odd), share(20)) == Span(
        date(2023, 12, 5), date(2024, 8, 31)
    )
    assert dragged(MONTHS, Grip("since", share(11), odd), share(6)) == Span(
        date(2023, 7, 1), date(2024, 5, 17)
    )
