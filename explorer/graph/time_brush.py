"""A span of time on a histogram: where its grips are, how it is drawn, moved and stepped. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from math import isfinite
from typing import Final

from explorer.graph.filter_masks import day_span
from explorer.graph.time_bins import TimeBins
from explorer.graph.timescale import date_of, day_of

GRIP_PX: Final = 6.0  #: to both sides of an end, where it can be taken
_DAY: Final = 1.0


@dataclass(frozen=True, slots=True)
class Span:
    """From one date to another, both included."""

    since: date
    until: date

    @property
    def days(self) -> tuple[float, float]:
        """First day, and the day after the last, since 1970."""
        return day_of(self.since), day_of(self.until) + _DAY


def span_read(since: str, until: str, bins: TimeBins) -> Span | None:
    """The span between two ISO dates, months or years, "" as far as the histogram goes; None: both open."""
    between = days_between(since, until)
    if between is None:
        return None
    first = between[0] if isfinite(between[0]) else min(float(bins.edges[0]), between[1] - _DAY)
    after = between[1] if isfinite(between[1]) else max(float(bins.edges[-1]), first + _DAY)
    one, other = date_of(first), date_of(after - _DAY)
    return Span(min(one, other), max(one, other))


def days_between(since: str, until: str) -> tuple[float, float] | None:
    """First day, and the day after the last, between two ISO dates, months or years.

    Infinite where one is ""; None where both are.
    """
    first, after = day_span(since)[0], day_span(until)[1] + _DAY
    return (first, after) if isfinite(first) or isfinite(after) else None


def span_of(bins: TimeBins, one: int, other: int) -> Span:
    """The span of whole bins between two, both included, in either order."""
    first, last = min(one, other), max(one, other)
    first, last = max(first, 0), min(last, len(bins) - 1)
    return Span(date_of(float(bins.edges[first])), date_of(float(bins.edges[last + 1]) - _DAY))


def bins_in(bins: TimeBins, span: Span) -> tuple[int, int] | None:
    """First and last bin that a span touches; None where it lies outside of them all."""
    first, last = bins.bin_of(day_of(span.since)), bins.bin_of(day_of(span.until))
    if not len(bins) or last < 0 or first >= len(bins):
        return None
    return max(first, 0), min(last, len(bins) - 1)


def shares_of(bins: TimeBins, span: Span) -> tuple[float, float]:
    """Where a span begins and ends, 0 to 1 from left to right."""
    first, after = span.days
    return bins.share_of(first), bins.share_of(after)


def stepped(bins: TimeBins, span: Span | None, by: int) -> Span:
    """The span so many bins later (earlier where negative), as wide as it is, within the histogram.

    Without one: the newest bin on the way back, the oldest on the way on.
    """
    if span is None or (there := bins_in(bins, span)) is None:
        end = 0 if by > 0 else len(bins) - 1
        return span_of(bins, end, end)
    first, last = there
    step = min(max(by, -first), len(bins) - 1 - last)
    return span_of(bins, first + step, last + step)


def widened(bins: TimeBins, span: Span | None, by: int) -> Span:
    """The span with its end so many bins later or earlier, at least one bin wide.

    Where it ends with the histogram, it begins earlier instead. Without one: the newest bin.
    """
    if span is None or (there := bins_in(bins, span)) is None:
        return stepped(bins, None, -1)
    first, last = there
    lack = max(last + by - (len(bins) - 1), 0)
    return span_of(bins, first - lack, max(last + by, first))


@dataclass(frozen=True, slots=True)
class Grip:
    """What of a brush a pointer has taken.

    Attributes:
        part: "new" (a span is drawn anew), "move", "since" or "until" (that end).
        start: Place of the pointer when it was pressed, 0 to 1 from left to right.
        span: The span then, or None.
    """

    part: str
    start: float
    span: Span | None = None


def part_at(x: float, ends: tuple[float, float] | None) -> str:
    """What a pixel of the strip would take of a brush with such ends: as ``Grip.part``.

    The ends of a narrow brush leave its middle free to be moved.
    """
    if ends is None:
        return "new"
    left, right = ends
    inner = min(GRIP_PX, (right - left) / 3)
    if left - GRIP_PX <= x <= left + inner:
        return "since"
    if right - inner <= x <= right + GRIP_PX:
        return "until"
    return "move" if left < x < right else "new"


def dragged(bins: TimeBins, grip: Grip, share: float) -> Span:
    """The span, in whole bins, that a grip makes once the pointer is at another place, 0 to 1.

    The end that is not moved keeps its day, whether a bin begins there or not.
    """
    there = bins_in(bins, grip.span) if grip.span is not None else None
    if grip.part == "new" or grip.span is None or there is None:
        return span_of(bins, bins.bin_at(grip.start), bins.bin_at(share))
    first, last = there
    if grip.part == "move":
        by = round((share - grip.start) * len(bins))
        return stepped(bins, grip.span, by) if by else grip.span
    edge = min(max(round(share * len(bins)), 0), len(bins))
    if grip.part == "since":
        moved = span_of(bins, last, edge) if edge <= last else span_of(bins, last, edge - 1)
        return replace(moved, until=grip.span.until) if edge <= last else moved
    moved = span_of(bins, first, edge - 1) if edge > first else span_of(bins, first, edge)
    return replace(moved, since=grip.span.since) if edge > first else moved
