"""Which backups stay: one a day for a while, then one a week, then one a month."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

DAILY, WEEKLY, MONTHLY = 12, 10, 9  #: how many of each stay


def worth_keeping(times: Iterable[datetime]) -> frozenset[datetime]:
    """The times whose backups stay: the last one of each of the newest days, ISO weeks and months.

    The newest of all always stays, never more than ``DAILY + WEEKLY + MONTHLY`` do, and thinning after
    every backup comes to the same as thinning once at the end.
    """
    newest_first = sorted(set(times), reverse=True)
    return frozenset(
        time
        for period, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY))
        for time in _newest_of_each(newest_first, period)[:most]
    )


def _newest_of_each(newest_first: list[datetime], period: Callable[[datetime], str]) -> list[datetime]:
    first: dict[str, datetime] = {}
    for time in newest_first:
        first.setdefault(period(time), time)
    return list(first.values())


def _day(time: datetime) -> str:
    return time.strftime("%Y-%m-%d")


def _week(time: datetime) -> str:
    return time.strftime("%G-%V")


def _month(time: datetime) -> str:
    return time.strftime("%Y-%m")
