from datetime import date

from explorer.ui.panels.time_strip import bar_share, bins_of


def test_few_weeks_are_shown_as_weeks_without_gaps():
    bins = bins_of([("2024-05-05", 10), ("2024-04-29", 3), ("2024-05-20", 1)])
    assert [(entry.start, entry.papers) for entry in bins] == [
        (date(2024, 4, 29), 13),
        (date(2024, 5, 6), 0),
        (date(2024, 5, 13), 0),
        (date(2024, 5, 20), 1),
    ]


def test_years_are_shown_as_months():
    bins = bins_of([("2022-12-10", 2), ("2024-02-01", 5), ("2024-02-29", 1)])
    assert len(bins) == 15 and bins[0].is_month
    assert (bins[-1].start, bins[-1].papers) == (date(2024, 2, 1), 6)


def test_dates_that_are_none_are_left_out():
    assert bins_of([("", 3), ("2024", 2), ("soon", 1)]) == ()


def test_weeks_stay_visible_beside_a_conference():
    assert bar_share(2634, 2634) == 1.0
    assert bar_share(10, 2634) > 0.05
    assert bar_share(40, 2634) == 2 * bar_share(10, 2634)
    assert bar_share(0, 2634) == bar_share(0, 0) == 0.0
