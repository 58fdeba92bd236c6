"""Years of weeks whose headings do not say them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.text.dates import Period, add_days, days_between, weekday

_CLEAR_SHARE = 0.5  #: of a week's papers that must agree on the year


@dataclass(frozen=True, slots=True)
class DatedWeek:
    """Attributes:
    covers: ISO dates, ("", "") where nothing tells the year.
    doubt: Why a person should look at the year, or "".
    """

    covers: tuple[str, str]
    doubt: str = ""


def date_weeks(periods: Sequence[Period], months: Sequence[Sequence[str]]) -> tuple[DatedWeek, ...]:
    """Dates of weekly issues in the order of their document.

    A year that a heading states stands. Else the papers tell it: the first year
    in which the week ends no earlier than the month of most of its arXiv ids,
    checked against the weekday on which the other weeks start, which decides
    where the papers do not agree. Where both are silent the week lies beside
    its neighbours in the document.

    Args:
        periods: Of the headings.
        months: Per week, the months ("2024-05") of its papers' arXiv ids.
    """
    stated = [period.dates() for period in periods]
    usual = _usual_weekday([dates[0] for dates in stated if dates[0]])
    weeks = [
        DatedWeek(dates) if dates[0] else _from_papers(period, ids, usual)
        for dates, period, ids in zip(stated, periods, months, strict=True)
    ]
    return tuple(
        week if week.covers[0] or period.has_year else _from_neighbours(i, period, weeks)
        for i, (week, period) in enumerate(zip(weeks, periods, strict=True))
    )


def _usual_weekday(starts: Sequence[str]) -> int | None:
    """The weekday on which most of the weeks start, or None."""
    common = Counter(map(weekday, starts)).most_common(1)
    return common[0][0] if common and common[0][1] * 2 > len(starts) else None


def _from_papers(period: Period, months: Sequence[str], usual: int | None) -> DatedWeek:
    votes = Counter(year for month in months if (year := _first_year(period, month)))
    if period.has_year or not votes:
        return DatedWeek(("", ""))
    year, count = min(votes.items(), key=lambda vote: (-vote[1], -vote[0]))
    if count <= _CLEAR_SHARE * votes.total():
        fitting = [one for one in votes if usual is not None and weekday(period.dates(one)[0]) == usual]
        year = max(fitting, key=lambda one: (votes[one], one), default=year)
    covers = period.dates(year)
    if usual is not None and weekday(covers[0]) != usual:
        return DatedWeek(
            covers, f"The year {year} is that of the arXiv ids, but the other weeks start on another weekday."
        )
    return DatedWeek(covers)


def _first_year(period: Period, month: str) -> int:
    """The first year in which the period ends in this month or later; 0 where it cannot be."""
    for year in range(int(month[:4]), int(month[:4]) + 2):
        last = period.dates(year)[1]
        if last and last[:7] >= month:
            return year
    return 0


def _from_neighbours(index: int, period: Period, weeks: Sequence[DatedWeek]) -> DatedWeek:
    """The dates closest to where the week stands between dated ones."""
    dated = [i for i, week in enumerate(weeks) if week.covers[0]]
    near = min(dated, key=lambda i: abs(i - index), default=None)
    if near is None:
        return DatedWeek(("", ""), "Neither the heading nor the papers tell the year.")
    newest_first = weeks[dated[0]].covers[0] >= weeks[dated[-1]].covers[0]
    expected = add_days(weeks[near].covers[0], 7 * (near - index if newest_first else index - near))
    years = (int(expected[:4]) + shift for shift in (-1, 0, 1))
    possible = [dates for dates in map(period.dates, years) if dates[0]]
    covers = min(possible, key=lambda dates: abs(days_between(dates[0], expected)), default=("", ""))
    return DatedWeek(
        covers, "The year is only that of the neighbouring weeks: neither heading nor papers tell it."
    )
