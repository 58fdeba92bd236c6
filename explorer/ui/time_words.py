"""Times in words: of a span, of a bar of the histogram, of what a screen reader says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from math import isfinite

from PySide6.QtCore import QCoreApplication, QLocale

from explorer.graph.time_bins import TimeBins
from explorer.graph.time_brush import Span, days_between
from explorer.graph.timescale import date_of
from explorer.ui.words import counted, number

_SHORT = QLocale.FormatType.ShortFormat


def _tr(text: str) -> str:
    return QCoreApplication.translate("TimeWords", text)


def papers_words(papers: int) -> str:
    """ "214 papers"."""
    return counted(papers, _tr("{n} paper"), _tr("{n} papers"))


def span_words(span: Span) -> str:
    """ "Dec 2023 – May 2024"; days where the span is not of whole months, "2024" where it is of years."""
    first, last = span.since, span.until
    after = last + timedelta(days=1) if last < date.max else last
    if (first.day, after.day) != (1, 1):
        return _from_to(_day(first), _day(last))
    if (first.month, after.month) == (1, 1):
        return _from_to(str(first.year), str(last.year))
    return _from_to(_month(first), _month(last))


def times_words(since: str, until: str) -> str:
    """The same of two ISO dates, months or years: "since Dec 2023" where one is open; "" where both."""
    between = days_between(since, until)
    if between is None:
        return ""
    first, after = between
    if isfinite(first) and isfinite(after):
        one, other = sorted((date_of(first), date_of(after - 1)))
        return span_words(Span(one, other))
    if isfinite(first):
        return _tr("since {day}").format(day=_day(date_of(first)))
    return _tr("until {day}").format(day=_day(date_of(after - 1)))


def _from_to(first: str, last: str) -> str:
    return first if first == last else f"{first} – {last}"


def _month(day: date) -> str:
    name = QLocale().standaloneMonthName(day.month, _SHORT)
    return _tr("{month} {year}").format(month=name, year=day.year)


def _day(day: date) -> str:
    return QLocale().toString(day, _tr("d MMM yyyy"))


def spoken(span: Span | None, papers: int) -> str:
    """What a screen reader says: "2023-12-01 to 2024-05-31, 214 papers"."""
    if span is None:
        return _tr("All times, {papers}").format(papers=papers_words(papers))
    words = _tr("{since} to {until}, {papers}")
    return words.format(
        since=span.since.isoformat(), until=span.until.isoformat(), papers=papers_words(papers)
    )


def bar_words(bins: TimeBins, index: int, events: Sequence[str]) -> str:
    """A bar: "March 2024: 148 papers, 3 of them at a conference (ICLR 2024)"."""
    first, last = date_of(float(bins.edges[index])), date_of(float(bins.edges[index + 1]) - 1)
    if bins.has_older and not index:
        when = _tr("until {day}").format(day=_day(last))
    elif bins.unit == "week":
        when = _from_to(_day(first), _day(last))
    else:
        when = QLocale().toString(first, _tr("MMMM yyyy")) if bins.unit == "month" else str(first.year)
    words = f"{when}: {papers_words(int(bins.totals[index]))}"
    if bins.venue[index]:
        words += _tr(", {n} of them at a conference").format(n=number(int(bins.venue[index])))
    return f"{words} ({', '.join(events)})" if events else words


def undated_words(undated: int, is_bound: bool) -> str:
    """What becomes of papers without a date; "" where there are none."""
    if not undated:
        return ""
    if is_bound:
        return counted(undated, _tr("{n} without a date is left out"), _tr("{n} without a date are left out"))
    return counted(
        undated, _tr("{n} more has no date: no bar"), _tr("{n} more have no date: they are in no bar")
    )
