"""One measured figure, and the processor time of a command."""

import os
import resource
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured value; ``limit`` is what the project promises, in the same unit."""

    what: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def missed(self) -> bool:
        return self.limit is not None and self.value > self.limit

    @property
    def _verdict(self) -> str:
        if self.limit is None:
            return ""
        return "  MISSED" if self.missed else "  met"

    def __str__(self) -> str:
        digits = 4 if 0 < abs(self.value) < 0.1 else 2
        promise = "" if self.limit is None else f"   (limit {self.limit:g})"
        return f"{self.what:48} {self.value:10.{digits}f} {self.unit}{promise}{self._verdict}"


def as_installed(folder: Path) -> dict[str, str]:
    """The environment, in which modules are found compiled in ``folder`` after a first run.

    So an installed program finds its own; a checkout may forbid to write bytecode, and then ours alone would
    be compiled anew each time while libraries have theirs.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def seconds_of(command: list[str | Path], folder: Path, runs: int = 3) -> tuple[float, float]:
    """Wall and processor seconds of the quickest of several runs in ``folder``; raises if one fails."""
    walls, processor = [], []
    for _ in range(runs):
        before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run(command, cwd=folder, check=True, capture_output=True, env=as_installed(folder))
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        walls.append(time.perf_counter() - begun)
        processor.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(walls), min(processor)
