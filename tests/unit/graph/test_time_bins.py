"""Bins without gaps: a paper counts once in each; places on the strip and days turn into each other."""

from datetime import date

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.time_bins import PaperDays, bins_of, no_bins, no_days, papers_in
from explorer.graph.timescale import date_of, day_of

dates = st.dates(date(1990, 1, 1), date(2035, 12, 31))


def seen(*rows: tuple[int, str, bool]) -> PaperDays:
    """Papers by day: (paper, ISO day, whether at a conference)."""
    days = np.array([day_of(date.fromisoformat(day)) for _, day, _ in rows])
    papers = np.array([paper for paper, _, _ in rows], np.int64)
    return PaperDays(papers, days, days, np.array([at_venue for _, _, at_venue in rows], np.bool_))


def on(*days: date) -> PaperDays:
    """A paper of its own on each day."""
    return seen(*((number, day.isoformat(), False) for number, day in enumerate(days)))


def starts(bins):
    return [date_of(edge).isoformat() for edge in bins.edges.tolist()]


def test_few_weeks_are_shown_as_weeks_without_gaps():
    bins = bins_of(seen((1, "2024-05-05", False), (2, "2024-04-29", False), (3, "2024-05-20", False)))
    assert bins.unit == "week"
    assert starts(bins) == ["2024-04-29", "2024-05-06", "2024-05-13", "2024-05-20", "2024-05-27"]
    assert bins.totals.tolist() == [2, 0, 0, 1]


def test_years_are_shown_as_months():
    bins = bins_of(seen((1, "2022-12-10", False), (2, "2024-02-01", False), (3, "2024-02-29", False)))
    assert (bins.unit, len(bins)) == ("month", 15)
    assert (starts(bins)[0], bins.totals[-1]) == ("2022-12-01", 2)


def test_decades_are_shown_as_years():
    bins = bins_of(on(*(date(year, 6, 1) for year in range(1990, 2025))))
    assert (bins.unit, len(bins)) == ("year", 35)


def test_a_paper_of_a_bin_counts_once_and_at_its_conference():
    rows = [
        (1, "2024-07-02", False),
        (1, "2024-07-21", True),
        (2, "2024-07-21", True),
        (3, "2024-07-03", False),
    ]
    bins = bins_of(seen(*rows), on(date(2022, 1, 1), date(2024, 7, 30)))
    assert (int(bins.venue[-1]), int(bins.other[-1])) == (2, 1)


def test_bars_stay_where_they_are_while_fewer_papers_are_counted():
    whole = on(*(date(2023, month, 1) for month in range(1, 13)), date(2025, 3, 1))
    few = bins_of(on(date(2024, 1, 5)), whole)
    assert starts(few) == starts(bins_of(whole))
    assert few.totals.sum() == 1


def test_a_few_papers_long_before_the_rest_share_the_first_bin():
    rest = [date.fromordinal(date(2023, 1, 1).toordinal() + step) for step in range(0, 700, 3)]
    bins = bins_of(on(date(1958, 3, 1), *rest))
    assert bins.has_older and bins.unit == "month"
    assert bins.totals[0] == 1 and date_of(bins.edges[0]) == date(1958, 3, 1)


def test_nothing_that_is_dated_has_no_bins():
    assert len(bins_of(no_days())) == len(no_bins()) == 0
    assert bins_of(no_days(), on(date(2024, 1, 1))).totals.tolist() == [0]


@given(st.lists(dates, min_size=1, max_size=60))
def test_every_paper_is_in_exactly_one_bin(days):
    bins = bins_of(on(*days))
    assert bins.totals.sum() == len(days)
    assert (np.diff(bins.edges) > 0).all()
    for day in days:
        at = bins.bin_of(day_of(day))
        assert bins.edges[at] <= day_of(day) < bins.edges[at + 1]


@given(st.lists(dates, min_size=1, max_size=20), st.floats(0, 1))
def test_a_place_on_the_strip_and_its_day_turn_into_each_other(days, share):
    bins = bins_of(on(*days))
    assert abs(bins.share_of(bins.day_at(share)) - share) < 1e-9
    inner = bins.day_at(share)
    assert bins.edges[bins.bin_at(share)] - 1e-6 <= inner <= bins.edges[bins.bin_at(share) + 1] + 1e-6


@given(st.lists(dates, min_size=1, max_size=60), dates, dates)
def test_papers_in_a_span_are_counted_with_both_its_ends(days, one, other):
    since, until = min(one, other), max(one, other)
    assert papers_in(on(*days), since, until) == sum(since <= day <= until for day in days)


def test_a_month_is_any_of_its_days():
    month = PaperDays(
        np.array([1]),
        np.array([day_of(date(2024, 5, 1))]),
        np.array([day_of(date(2024, 5, 31))]),
        np.array([False]),
    )
    assert papers_in(month, date(2024, 5, 20), date(2024, 6, 1)) == 1
    assert papers_in(month, date(2024, 6, 1), date(2024, 6, 1)) == 0
