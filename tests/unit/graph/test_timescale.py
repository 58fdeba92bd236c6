"""Time to scale: days to places and back, and ticks that leave room for their words."""

from datetime import date

import numpy as np
import pytest

from explorer.graph.timescale import TimeScale, date_of, day_of, fitted, scale_through, spanning, ticks

YEARS = day_of(date(2020, 1, 1)), day_of(date(2026, 1, 1))


@pytest.mark.parametrize("px_per_day", [0.001, 0.01, 0.05, 0.2, 0.5, 1.0, 3.0, 9.0, 45.0])
def test_ticks_stand_at_least_as_far_apart_as_their_words_are_wide(px_per_day):
    days = [tick.day for tick in ticks(*YEARS, px_per_day)]
    assert np.all(np.diff(days) * px_per_day >= 38.0)


def test_far_out_there_are_years_and_near_there_are_days():
    assert {tick.unit for tick in ticks(*YEARS, 0.15)} == {"year"}
    assert {tick.unit for tick in ticks(*YEARS, 0.6)} == {"year", "month"}
    assert [tick.date.day for tick in ticks(YEARS[0], YEARS[0] + 3, 60.0)] == [1, 2, 3, 4]


def test_weeks_begin_on_monday():
    assert {tick.date.weekday() for tick in ticks(*YEARS, 9.0)} == {0}


def test_outside_of_the_calendar_there_are_no_ticks():
    assert ticks(-1e9, -9e8, 1.0) == ()
    assert ticks(5e6, 6e6, 1.0) == ()
    assert date_of(-1e12) == date.min and date_of(1e12) == date.max


def test_a_scale_is_found_again_in_places_though_some_were_moved():
    days = np.sort(np.random.default_rng(1).uniform(*YEARS, 40))
    scale = TimeScale(-700.0, 0.3)
    x = scale.x_of(days)
    x[::9] += 400.0
    found = fitted(days, x)
    assert found.per_day == pytest.approx(0.3, rel=0.02)
    assert found.day_at(float(scale.x_of(days[1:2])[0])) == pytest.approx(days[1], abs=30)


def test_places_of_one_day_tell_no_scale():
    assert fitted(np.full(5, 19_000.0), np.arange(5.0)) is None
    assert fitted(np.array([np.nan, 3.0]), np.array([1.0, 2.0])) is None


def test_without_given_places_the_days_span_the_width():
    days = np.array([19_000.0, np.nan, 19_400.0])
    x = scale_through(np.full(3, np.nan), np.full(3, np.nan), days, 800.0).x_of(days)
    assert x[[0, 2]].tolist() == pytest.approx([-400.0, 400.0])
    assert np.isnan(x[1])


def test_one_given_place_is_kept_by_the_scale():
    days = np.array([19_000.0, 19_400.0])
    given = np.array([np.nan, 19_400.0])
    scale = scale_through(given, np.array([np.nan, 1000.0]), days, 800.0)
    assert scale.x_of(days).tolist() == pytest.approx([200.0, 1000.0])


def test_no_days_at_all_make_a_scale_all_the_same():
    assert spanning(np.array([np.nan]), 100.0).per_day > 0
