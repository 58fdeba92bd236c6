"""Heartbeat: how long the event loop takes from one beat to the next while something is going on."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Slot

BEAT_MS = 5
STEP_MAX_MS = 100.0
TRIES = 4


class Heartbeat(QObject):
    """Beats every five milliseconds unless something holds the event loop up."""

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self.longest_ms = 0.0  #: from a beat to the next, beyond the interval
        self.longest_cpu_ms = 0.0  #: processor time of this thread between two beats
        self._last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    @Slot()
    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.beats += 1
        self.longest_ms = max(self.longest_ms, (now[0] - self._last[0]) * 1000 - BEAT_MS)
        self.longest_cpu_ms = max(self.longest_cpu_ms, (now[1] - self._last[1]) * 1000)
        self._last = now

    def stop(self) -> None:
        """Beat no more."""
        self._beat()
        self._timer.stop()


def limit_ms() -> float:
    """The longest step allowed on the clock: more where other programs keep every core busy."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 1.0
    return STEP_MAX_MS * max(1.0, 2 * load / (os.cpu_count() or 1))


def calmest(scene: Callable[[], None]) -> Heartbeat:
    """The calmest of a few runs: another program on the machine can disturb one of them, a slow step all."""
    best: Heartbeat | None = None
    for _ in range(TRIES):
        heart = Heartbeat()
        try:
            scene()
        finally:
            heart.stop()
        if best is None or heart.longest_ms < best.longest_ms:
            best = heart
        if best.longest_ms < STEP_MAX_MS:
            break
    return best
