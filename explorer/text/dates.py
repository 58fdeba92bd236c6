"""Dates and periods as digests, reports and lists write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from explorer.text.mapped import normalise

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)"
)
_TH = r"(?:st|nd|rd|th)?"
_YEAR = r"(?:,\s?|\s)(\d{4})(?!\d)"
_DATE = re.compile(
    rf"(?<!\d)(\d{{4}})\s?[-/.年]\s?(\d{{1,2}})\s?[-/.月]\s?(\d{{1,2}})(?!\d)(?:\s?[日号])?"  # 1-3
    rf"|(?<!\d)(\d{{1,2}})\s?月\s?(\d{{1,2}})\s?[日号]"  # 4-5
    rf"|(?<![a-z])({_MONTH})\.?\s?(\d{{1,2}}){_TH}(?!\d)(?:{_YEAR})?"  # 6-8
    rf"|(?<!\d)(\d{{1,2}}){_TH}\s(?:of\s)?({_MONTH})(?![a-z])\.?(?:{_YEAR})?",  # 9-11
    re.I,
)
_WEEKDAY = r"(?:\s?[(\[][^()\[\]]{1,9}[)\]])?"
_BETWEEN = re.compile(
    rf"{_WEEKDAY}\s{{0,3}}(?:~|〜|∼|-|‐|‑|–|—|−|―|→|\bto\b|\bthrough\b|から|至|到)\s{{0,3}}", re.I
)
_REST = re.compile(r"(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)|(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:\s?[日号])?", re.I)
_YEAR_AFTER = re.compile(
    r"\s?[)\]】]?\s?[-–—,/]?\s?[(\[]?(?:of\s)?((?:19|20)\d{2})(?!\d|\s?[-/.年]\s?\d)", re.I
)
_LEAP_YEAR = 2024
_LONGEST_WRAP_DAYS = 62  #: a longer one over New Year is two dates, not a period
_LEADING_SPAN = re.compile(r"(?<!\d)(\d{1,2})\s?[-–—~]\s?(?=\d{1,2}\s[A-Za-z]{3})")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day of a month; ``year`` is 0 where the text does not say it."""

    year: int
    month: int
    day: int

    def iso(self, year: int = 0) -> str:
        """ISO date in the stated year, else in ``year``; "" where there is no such day."""
        return _iso(self.year or year, self.month, self.day)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days as written. Attributes: start, end: where it stands in the text that was searched."""

    first: PartialDate
    last: PartialDate
    start: int
    end: int

    @property
    def has_year(self) -> bool:
        return bool(self.first.year or self.last.year)

    def dates(self, end_year: int = 0) -> tuple[str, str]:
        """(first, last) ISO dates; ``end_year`` is the year of the last day where none is stated.

        A period that runs over New Year begins in the year before. ("", "") where it cannot be.
        """
        last_year = self.last.year or end_year
        wraps = (self.last.month, self.last.day) < (self.first.month, self.first.day)
        if self.first.year and not self.last.year:
            last_year = self.first.year + wraps
        first, last = self.first.iso(last_year - wraps), self.last.iso(last_year)
        plausible = (
            first and last and first <= last and (not wraps or last <= add_days(first, _LONGEST_WRAP_DAYS))
        )
        return (first, last) if plausible else ("", "")


def parse_date(text: str) -> str:
    """The first complete date in a text as ISO, or ""."""
    return next((found.iso() for found, _, _ in _dates(normalise(text)) if found.year and found.iso()), "")


def without_dates(text: str) -> str:
    """The normalised text without its complete dates: "Notes, 12 March 2025" → "Notes, "."""
    text = normalise(text)
    for found, start, end in reversed(list(_dates(text))):
        if found.year and found.iso():
            text = text[:start] + text[end:]
    return text


def find_period(text: str) -> Period | None:
    """The first period in a text: "2024-04-29~ 2024-05-05", "May 22-28", "(December 30 - January 5) - 2025".

    Offsets are into the normalised text.
    """
    text = normalise(text)
    for first, start, end in _dates(text):
        between = _BETWEEN.match(text, end)
        found = (
            _second(text, between.end(), first, start) if between else _day_before(text, first, start, end)
        )
        if found is not None:
            return found
    return None


def add_days(iso: str, days: int) -> str:
    return (date.fromisoformat(iso) + timedelta(days=days)).isoformat()


def days_between(first: str, last: str) -> int:
    """Days from one ISO date to another; negative where the second is earlier."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days


def weekday(iso: str) -> int:
    """0 for Monday to 6 for Sunday."""
    return date.fromisoformat(iso).weekday()


def _second(text: str, at: int, first: PartialDate, start: int) -> Period | None:
    """The period that ``first``, at ``start``, opens and whose other end stands at ``at``."""
    found = _DATE.match(text, at)
    if found:
        last, end = _read(found), found.end()
    else:
        rest = _REST.match(text, at)
        if rest is None:
            return None
        day = int(rest[2] or rest[3])
        month = int(rest[1] or first.month + (day < first.day))  # "29 April to 5": the next month
        last, end = PartialDate(0, (month - 1) % 12 + 1, day), rest.end()
    if not (first.iso(_LEAP_YEAR) and last.iso(_LEAP_YEAR)):
        return None
    return _with_year_after(text, Period(first, last, start, end))


def _day_before(text: str, last: PartialDate, start: int, end: int) -> Period | None:
    """ "29 - 31 May 2024": the day before the dash has the month and year after it."""
    lead = _LEADING_SPAN.search(text, max(start - 8, 0), end)
    if lead is None or lead.end() != start:
        return None
    first = PartialDate(last.year, last.month, int(lead[1]))
    return Period(first, last, lead.start(), end) if first.iso(_LEAP_YEAR) else None


def _with_year_after(text: str, period: Period) -> Period:
    """The period with the year that stands behind it: "(March 24 - March 30) - 2025"."""
    found = None if period.has_year else _YEAR_AFTER.match(text, period.end)
    if found is None:
        return period
    last = PartialDate(int(found[1]), period.last.month, period.last.day)
    return Period(period.first, last, period.start, found.end())


def _dates(text: str) -> Iterator[tuple[PartialDate, int, int]]:
    for found in _DATE.finditer(text):
        yield _read(found), found.start(), found.end()


def _read(found: re.Match[str]) -> PartialDate:
    if found[1]:
        return PartialDate(int(found[1]), int(found[2]), int(found[3]))
    if found[4]:
        return PartialDate(0, int(found[4]), int(found[5]))
    if found[6]:
        return PartialDate(int(found[8] or 0), _MONTHS.index(found[6][:3].lower()) + 1, int(found[7]))
    return PartialDate(int(found[11] or 0), _MONTHS.index(found[10][:3].lower()) + 1, int(found[9]))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""
