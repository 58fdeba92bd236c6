"""A time axis to scale: days to world units and back, and the ticks that a zoom has room for. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

_EPOCH: Final = date(1970, 1, 1).toordinal()
#: (months of a step, 0 for days; days of a step; pixels that its words need)
_STEPS: Final = (
    *((0, 1, 40.0), (0, 7, 52.0), (1, 30, 42.0), (3, 91, 48.0), (6, 182, 52.0)),
    *((12, 365, 46.0), (24, 730, 46.0), (60, 1826, 46.0), (120, 3652, 46.0), (600, 18262, 46.0)),
)
_TICKS_MAX: Final = 400


@dataclass(frozen=True, slots=True)
class TimeScale:
    """x = origin + per_day * day, in world units; days count from 1970-01-01."""

    origin: float
    per_day: float

    def x_of(self, days: NDArray[np.float64]) -> NDArray[np.float64]:
        """World x of days, NaN where the day is."""
        return np.asarray(self.origin + self.per_day * days, np.float64)

    def day_at(self, x: float) -> float:
        """The day at a world x."""
        return (x - self.origin) / self.per_day


@dataclass(frozen=True, slots=True)
class Tick:
    """Attributes:
    day: Days since 1970-01-01.
    unit: "year", "month" or "day": what of its date is new here.
    date: The same as a date.
    """

    day: float
    unit: str
    date: date


def spanning(days: NDArray[np.float64], width: float) -> TimeScale:
    """The scale on which finite days span ``width`` world units around 0; days of one day keep a month."""
    known = days[np.isfinite(days)]
    first, last = (float(known.min()), float(known.max())) if len(known) else (0.0, 30.0)
    per_day = width / max(last - first, 30.0)
    return TimeScale(-per_day * (first + last) / 2, per_day)


def fitted(days: NDArray[np.float64], x: NDArray[np.float64]) -> TimeScale | None:
    """The scale on which most of (N,) days stand at (N,) world x, or None where they tell none.

    Medians, so that a few nodes that a person has moved do not bend it (Theil 1950).
    """
    known = np.isfinite(days) & np.isfinite(x)
    order = np.lexsort((x[known], days[known]))
    d, at = days[known][order], x[known][order]
    half = len(d) // 2
    if not half:
        return None
    apart = d[-half:] - d[:half]
    far = apart > 0
    if not far.any():
        return None
    per_day = float(np.median((at[-half:] - at[:half])[far] / apart[far]))
    if not per_day > 0:
        return None
    return TimeScale(float(np.median(at - per_day * d)), per_day)


def ticks(first: float, last: float, px_per_day: float) -> tuple[Tick, ...]:
    """The ticks between two days: as many as find room for their words.

    Args:
        first, last: Days since 1970-01-01; outside of the calendar's years 1 to 9999 there are none.
        px_per_day: Pixels that a day takes.
    """
    months, step, _ = next((s for s in _STEPS if s[1] * px_per_day >= s[2]), _STEPS[-1])
    low, high = max(first, 1 - _EPOCH), min(last, date.max.toordinal() - _EPOCH)
    if high < low:
        return ()
    dates = _month_starts(low, high, months) if months else _day_starts(low, high, step)
    return tuple(Tick(float(day.toordinal() - _EPOCH), _unit(day), day) for day in dates[:_TICKS_MAX])


def _month_starts(low: float, high: float, months: int) -> list[date]:
    start = date.fromordinal(int(np.ceil(low)) + _EPOCH)
    number = start.year * 12 + start.month - 1
    number += -number % months
    out: list[date] = []
    while number // 12 <= date.max.year and len(out) <= _TICKS_MAX:
        day = date(number // 12, number % 12 + 1, 1) if number // 12 >= 1 else date.min
        if day.toordinal() - _EPOCH > high:
            break
        if day.toordinal() - _EPOCH >= low:
            out.append(day)
        number += months
    return out


def _day_starts(low: float, high: float, step: int) -> list[date]:
    first = int(np.ceil(low)) + _EPOCH
    if step == 7:  # Mondays
        first += -(date.fromordinal(first).weekday()) % 7
    return [date.fromordinal(day) for day in range(first, int(np.floor(high)) + _EPOCH + 1, step)]


def _unit(day: date) -> str:
    if day.day == 1:
        return "year" if day.month == 1 else "month"
    return "day"


def day_of(day: date) -> float:
    """Days since 1970-01-01."""
    return float(day.toordinal() - _EPOCH)


def date_of(day: float) -> date:
    """The date of a day since 1970-01-01, within the calendar."""
    return date.fromordinal(int(min(max(day + _EPOCH, 1), date.max.toordinal())))


def scale_through(
    days: NDArray[np.float64], x: NDArray[np.float64], all_days: NDArray[np.float64], width: float
) -> TimeScale:
    """The scale that given places tell; where they tell none, one on which all days span ``width``."""
    found = fitted(days, x)
    if found is not None:
        return found
    scale = spanning(all_days, width)
    known = np.isfinite(days) & np.isfinite(x)
    if not known.any():
        return scale
    return TimeScale(float(np.median(x[known] - scale.per_day * days[known])), scale.per_day)
