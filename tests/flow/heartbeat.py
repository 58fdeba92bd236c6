"""Heartbeat: how long the event loop takes from one beat to the next while something is going on."""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QObject, Qt, QTimer, Slot

BEAT_MS = 5
STEP_MAX_MS = 100.0
TRIES = 4
_LATE_S = 0.05  #: from here on a beat that does not come is looked into
_LOOK_S = 0.01
_FRAMES = 6  #: of the program that a line about a slow step names


class Heartbeat(QObject):
    """Beats every five milliseconds unless something holds the event loop up."""

    def __init__(self) -> None:
        super().__init__()
        self.beats = 0
        self.longest_ms = 0.0  #: from a beat to the next, beyond the interval
        self.longest_cpu_ms = 0.0  #: processor time of this thread between two beats
        self.last = (time.perf_counter(), time.thread_time())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(BEAT_MS)

    @Slot()
    def _beat(self) -> None:
        now = (time.perf_counter(), time.thread_time())
        self.beats += 1
        self.longest_ms = max(self.longest_ms, (now[0] - self.last[0]) * 1000 - BEAT_MS)
        self.longest_cpu_ms = max(self.longest_cpu_ms, (now[1] - self.last[1]) * 1000)
        self.last = now

    def stop(self) -> None:
        """Beat no more."""
        self._beat()
        self._timer.stop()


class Watcher:
    """Looks from a thread of its own at what holds a heart up; use as a context."""

    def __init__(self, heart: Heartbeat) -> None:
        self._heart = heart
        self._watched = threading.get_ident()
        self._seen: Counter[str] = Counter()
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watcher")

    def __enter__(self) -> Watcher:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ends.set()
        self._thread.join()

    @property
    def where(self) -> str:
        """The calls that were found most often while a beat was late, the innermost last."""
        return self._seen.most_common(1)[0][0] if self._seen else ""

    def _look(self) -> None:
        while not self._ends.wait(_LOOK_S):
            if time.perf_counter() - self._heart.last[0] > _LATE_S:
                self._seen[_calls(sys._current_frames()[self._watched])] += 1


def _calls(frame: FrameType) -> str:
    """ "import_sheet.py:60 _add_table > …": the innermost calls of the program itself."""
    lines = [line for line in traceback.extract_stack(frame) if f"{os.sep}explorer{os.sep}" in line.filename]
    shown = lines[-_FRAMES:]
    return " > ".join(f"{Path(line.filename).name}:{line.lineno} {line.name}" for line in shown)


@dataclass(frozen=True, slots=True)
class Step:
    """Something that a person does, and the longest turn of the event loop that it took, milliseconds.

    Attributes:
        wall_ms: On the clock, where other programs count as well.
        cpu_ms: Computing on the thread of the window.
        where: The calls that were found most often while the window did not answer.
    """

    name: str
    wall_ms: float
    cpu_ms: float
    where: str

    def __str__(self) -> str:
        return (
            f"{self.cpu_ms:6.0f} ms computing, {self.wall_ms:6.0f} ms by the clock: {self.name} {self.where}"
        )


class Steps:
    """A list of steps, each measured by a heart of its own."""

    def __init__(self) -> None:
        self.taken: list[Step] = []

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """What is done inside is one step."""
        heart = Heartbeat()
        with Watcher(heart) as watcher:
            try:
                yield
            finally:
                heart.stop()
        self.taken.append(Step(name, heart.longest_ms, heart.longest_cpu_ms, watcher.where))

    def slow(self, most_ms: float = STEP_MAX_MS) -> list[Step]:
        """Those in which the window computed for longer, the slowest first."""
        return sorted((step for step in self.taken if step.cpu_ms > most_ms), key=lambda step: -step.cpu_ms)


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
