"""How soon the program answers and shows its window on the sample library."""

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.figure import Figure, seconds_of

PROGRAM = [sys.executable, "-m", "explorer"]


def measure() -> Iterator[Figure]:
    """Seconds of ``--version``, ``--help`` and of the window with the sample, drawn without a screen."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        yield Figure("--version, wall", seconds_of([*PROGRAM, "--version"], folder)[0], "s", 0.2)
        yield Figure("--help, wall", seconds_of([*PROGRAM, "--help"], folder)[0], "s", 1.0)
        window = [*PROGRAM, "--sample", "--screenshot", "window.png"]
        wall, processor = seconds_of(window, folder)
        yield Figure("the window on the sample, wall", wall, "s", 2.0)
        yield Figure("the window on the sample, processor", processor, "s")
