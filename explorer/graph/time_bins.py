"""Bins of a time histogram: weeks, months or years without gaps, and days to places among them. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.graph.timescale import date_of, day_of

_WEEKS_MAX: Final = 53  # more than this many weeks are shown as months
_MONTHS_MAX: Final = 120  # and more months as years
_YEARS_MAX: Final = 150
_OLDER_SHARE: Final = 0.02  # what lies so far before the rest that it would squeeze it is one first bin


@dataclass(frozen=True, slots=True, eq=False)
class PaperDays:
    """On which days papers appeared, K times; one paper may have its own day, a digest's and a conference's.

    Attributes:
        papers: (K,) int64 ids of papers.
        days: (K,) float64 days since 1970, finite: the first day of a month that is all that is known.
        lasts: (K,) float64 the last day of it; the same where the day is known.
        at_venue: (K,) bool whether that is the day of a conference.
        undated: Papers that have no day at all.
    """

    papers: NDArray[np.int64]
    days: NDArray[np.float64]
    lasts: NDArray[np.float64]
    at_venue: NDArray[np.bool_]
    undated: int = 0


def no_days() -> PaperDays:
    """Of no papers."""
    return PaperDays(np.zeros(0, np.int64), np.zeros(0), np.zeros(0), np.zeros(0, np.bool_))


@dataclass(frozen=True, slots=True, eq=False)
class TimeBins:
    """Attributes:
    unit: "week", "month" or "year" that a bin is.
    edges: (B + 1,) float64 first day of each bin, and the day after the last.
    venue: (B,) int64 papers of each bin that were at a conference then.
    other: (B,) int64 the other papers of the bin: digests, arXiv.
    has_older: Whether the first bin also holds all that is older.
    """

    unit: str
    edges: NDArray[np.float64]
    venue: NDArray[np.int64]
    other: NDArray[np.int64]
    has_older: bool = False

    def __len__(self) -> int:
        return len(self.venue)

    @property
    def totals(self) -> NDArray[np.int64]:
        """(B,) papers of each bin."""
        return self.venue + self.other

    def share_of(self, day: float) -> float:
        """Where a day lies from the left end, 0, to the right, 1; each bin is as wide as any other."""
        places = np.arange(len(self.edges), dtype=np.float64)
        return float(np.interp(day, self.edges, places)) / max(len(self), 1)

    def day_at(self, share: float) -> float:
        """The day at such a place: the other way round."""
        places = np.arange(len(self.edges), dtype=np.float64)
        return float(np.interp(share * len(self), places, self.edges))

    def bin_at(self, share: float) -> int:
        """The bin at such a place; the first or last one outside."""
        return int(min(max(share * len(self), 0), len(self) - 1))

    def bin_of(self, day: float) -> int:
        """The bin of a day; -1 before all, ``len`` after."""
        return int(np.searchsorted(self.edges, day, side="right")) - 1


def no_bins() -> TimeBins:
    """Of nothing that has a date."""
    none = np.zeros(0, np.int64)
    return TimeBins("month", np.zeros(1), none, none)


def bins_of(found: PaperDays, frame: PaperDays | None = None) -> TimeBins:
    """Papers by week where there are few weeks, else by month or year; a paper counts once in a bin.

    Args:
        frame: Whose days decide which bins there are (all papers of the library), so that bars stay where
            they are while fewer papers are counted; None: the same.
    """
    whole = found if frame is None else frame
    if not len(whole.days):
        return no_bins()
    unit, edges, has_older = _edges(whole.days)
    at = np.clip(np.searchsorted(edges, found.days, side="right") - 1, 0, len(edges) - 2)
    size = len(edges) - 1
    keys = (
        found.papers * size + at
    ) * 2 + ~found.at_venue  # of one paper in one bin, a conference comes first
    keys = np.sort(keys)
    keys = keys[np.flatnonzero(np.diff(keys // 2, prepend=-1))]
    bins, venue = keys // 2 % size, keys % 2 == 0
    return TimeBins(
        unit,
        edges,
        np.bincount(bins[venue], minlength=size).astype(np.int64),
        np.bincount(bins[~venue], minlength=size).astype(np.int64),
        has_older,
    )


def papers_in(found: PaperDays, since: date, until: date) -> int:
    """How many papers have a day from one date to another, both included; a month is any of its days."""
    there = (found.lasts >= day_of(since)) & (found.days <= day_of(until))
    return len(np.unique(found.papers[there]))


def _edges(days: NDArray[np.float64]) -> tuple[str, NDArray[np.float64], bool]:
    """Unit, edges, and whether the first bin reaches further back than the others."""
    first, last = float(days.min()), float(days.max())
    begin = _begin(days) if last - first > _MONTHS_MAX * 31 else first
    weeks, months = (last - begin) / 7, (last - begin) / 30.5
    unit = "week" if weeks <= _WEEKS_MAX else "month" if months <= _MONTHS_MAX else "year"
    starts = [_floor(date_of(begin), unit)]
    end = date_of(last)
    while starts[-1] <= end and starts[-1] < date(date.max.year, 12, 1):
        starts.append(_next(starts[-1], unit))
    edges = np.array([day_of(day) for day in starts[-_YEARS_MAX - 1 :]])
    has_older = bool(edges[0] > first)
    if has_older:
        edges = np.concatenate([[day_of(_floor(date_of(first), unit))], edges])
    return unit, edges, has_older


def _begin(days: NDArray[np.float64]) -> float:
    """First day of those that are not a few far before the rest."""
    ordered = np.sort(days)
    first = ordered[min(int(len(ordered) * _OLDER_SHARE) + 1, len(ordered) - 1)]
    return float(first)


def _floor(day: date, unit: str) -> date:
    if unit == "week":
        return date.fromordinal(max(day.toordinal() - day.weekday(), 1))
    return day.replace(day=1) if unit == "month" else day.replace(month=1, day=1)


def _next(day: date, unit: str) -> date:
    if unit == "week":
        return date.fromordinal(day.toordinal() + 7)
    if unit == "year":
        return day.replace(year=day.year + 1)
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
