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
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from explorer.errors import ImportFailed

MOST_READ_S: Final = 60.0  #: for a source of any size
_BYTES_PER_S: Final = 500_000  #: on top; a slow computer reads a list three times as fast


def most_s(content: bytes) -> float:
    """Seconds that reading these bytes may take."""
    return round(MOST_READ_S + len(content) / _BYTES_PER_S)


class _Late(BaseException):
    """Reaches the edge of the work: nothing on the way catches it."""


class _Alarm:
    """Interrupts one thread, once, unless it is put off before."""

    def __init__(self, seconds: float) -> None:
        self._thread = threading.get_ident()
        self._lock = threading.Lock()
        self._over = False
        self._timer = threading.Timer(seconds, self._ring)
        self._timer.daemon = True
        self._timer.start()

    def _ring(self) -> None:
        with self._lock:
            if not self._over:
                _interrupt(self._thread, _Late)

    def put_off(self) -> None:
        """Nothing is raised after this returns."""
        with self._lock:
            self._over = True
            _interrupt(self._thread, None)
        self._timer.cancel()
        self._timer.join()


def _interrupt(thread: int, error: type[BaseException] | None) -> None:
    """Raise ``error`` in a thread before its next step; None takes back what was not raised yet."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(
        ctypes.c_ulong(thread), None if error is None else ctypes.py_object(error)
    )


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
