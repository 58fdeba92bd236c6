"""Politeness: one request at a time per host, with a gap after each."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol

from explorer.errors import Cancelled

_POLL_S = 0.1


class Cancel(Protocol):
    """What a caller hands over so that a person can stop the work (``ops.task.CancelToken`` is one)."""

    def is_cancelled(self) -> bool: ...

    def wait(self, seconds: float) -> bool:
        """Sleep unless cancelled; True where cancelled."""
        ...


class Never:
    """For callers that cannot be stopped."""

    def is_cancelled(self) -> bool:
        return False

    def wait(self, seconds: float) -> bool:
        time.sleep(seconds)
        return False


NEVER = Never()


def check(cancel: Cancel) -> None:
    """Raise Cancelled where the person stopped the work."""
    if cancel.is_cancelled():
        raise Cancelled("Stopped.", "What was done before stays.")


@dataclass(slots=True)
class _Lane:
    lock: threading.Lock = field(default_factory=threading.Lock)
    ready_at_s: float = float("-inf")


class Limiter:
    """Turns per host, shared by all threads that fetch.

    Args:
        gap_s: Least time between the end of a request and the next one to the same host.
        clock: Monotonic seconds.
    """

    def __init__(self, gap_s: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._gap_s = gap_s
        self._clock = clock
        self._lock = threading.Lock()
        self._lanes: dict[str, _Lane] = {}

    @contextmanager
    def turn(self, host: str, cancel: Cancel) -> Iterator[None]:
        """Wait until the host may be asked, and keep others from it meanwhile; raises Cancelled."""
        lane = self._lane(host)
        while not lane.lock.acquire(timeout=_POLL_S):
            check(cancel)
        try:
            check(cancel)
            while (left_s := lane.ready_at_s - self._clock()) > 0:
                if cancel.wait(left_s):
                    check(cancel)
            yield
        finally:
            lane.ready_at_s = max(lane.ready_at_s, self._clock() + self._gap_s)
            lane.lock.release()

    def hold_off(self, host: str, seconds: float) -> None:
        """Let nobody ask the host for so long, because it said so or because it failed."""
        lane = self._lane(host)
        lane.ready_at_s = max(lane.ready_at_s, self._clock() + seconds)

    def _lane(self, host: str) -> _Lane:
        # arXiv counts its hosts together: https://info.arxiv.org/help/api/tou.html
        name = "arxiv.org" if host.endswith(".arxiv.org") else host
        with self._lock:
            return self._lanes.setdefault(name, _Lane())
