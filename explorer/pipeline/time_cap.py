"""Work that is stopped when it takes too long, on whatever thread it runs, in the process that asked.

A process of its own would take half a second to start, more than most files take to read. So the thread
itself is interrupted between two steps of Python. That is safe for work that only reads and returns, as
importers do; single steps (a regular expression, a parser in C) are kept short by limits of their own.

References
----------
Python/C API, Initialization, Finalization, and Threads: PyThreadState_SetAsyncExc.
"""

from __future__ import annotations

import ctypes
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Final

from explorer.errors import ImportFailed

MOST_READ_S: Final = 60.0  #: for a source of any size
_PATIENCE: Final = 10  #: by the clock, for work that waits or shares its core
_STEPS: Final = 1_000  #: of Python, in which an interrupt that is on its way arrives
_BYTES_PER_S: Final = 500_000  #: on top; a slow computer reads a list three times as fast


def most_s(content: bytes) -> float:
    """Seconds that reading these bytes may take."""
    return round(MOST_READ_S + len(content) / _BYTES_PER_S)


class _Late(BaseException):
    """Reaches the edge of the work: nothing on the way catches it."""


class _Alarm:
    """Interrupts one thread, once, when it has worked so long, unless it is put off before.

    What counts is the time of the thread's own work where the system tells it, for a busy computer does not
    make a file a bad one; ``_PATIENCE`` times as long by the clock ends it anyhow.
    """

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._thread = threading.get_ident()
        self._worked = _clock_of(self._thread)
        self._begun = self._worked(), time.monotonic()
        self._lock = threading.Lock()
        self._over = self._has_rung = False
        self._set(seconds)

    def _set(self, seconds: float) -> None:
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _ring(self) -> None:
        with self._lock:
            if self._over:
                return
            left = self._seconds - (self._worked() - self._begun[0])
            if left > 0 and time.monotonic() - self._begun[1] < _PATIENCE * self._seconds:
                self._set(left)
            else:
                self._has_rung = True
                _interrupt(self._thread)

    def put_off(self) -> None:
        """Nothing is raised after this returns."""
        with self._lock:
            self._over = True
            timer = self._timer
        timer.cancel()
        timer.join()
        if self._has_rung:
            for _ in range(_STEPS):  # what rang and was not raised yet is raised here, or never
                pass


def _clock_of(thread: int) -> Callable[[], float]:
    """Seconds that a thread has worked; by the clock where the system does not tell."""
    if not hasattr(time, "pthread_getcpuclockid"):
        return time.monotonic
    return partial(time.clock_gettime, time.pthread_getcpuclockid(thread))


def _interrupt(thread: int) -> None:
    """Raise ``_Late`` in a thread before its next step.

    It is never taken back, with NULL for the error: Python 3.11 then hangs as soon as a profiler runs.
    """
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(_Late))


@contextmanager
def at_most(seconds: float, name: str) -> Iterator[None]:
    """Stop what is done inside after ``seconds``.

    Raises:
        ImportFailed: It was stopped; the message says what ``name`` was allowed.
    """
    alarm = None
    try:
        try:
            alarm = _Alarm(seconds)
            yield
        finally:
            if alarm is not None:
                alarm.put_off()
    except _Late as error:
        raise ImportFailed(
            f"{name} was stopped: reading it may take {seconds:g} seconds.", "Import it in parts."
        ) from error
