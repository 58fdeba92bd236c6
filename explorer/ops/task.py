"""Task: a long piece of work that reports how far it is and can be stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable

from explorer.errors import Cancelled

Progress = Callable[[int, int, str], None]  #: done, total (0 unknown), what is being done


class CancelToken:
    """Set by the person, looked at by the work."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        self._event.set()

    def is_cancelled(self) -> bool:
        return self._event.is_set()

    def check(self) -> None:
        """Raise Cancelled where the person stopped the work."""
        if self._event.is_set():
            raise Cancelled("Stopped.", "What was done before stays.")

    def wait(self, seconds: float) -> bool:
        """Sleep unless cancelled; True where cancelled."""
        return self._event.wait(seconds)


def no_progress(done: int, total: int, what: str) -> None:
    """For callers that show nothing."""
