"""Processes that are killed at work: started, killed at a random moment, and what they had acknowledged.

``EXPLORER_KILLS`` sets how often each kind of work is killed.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

KILLS = int(os.environ.get("EXPLORER_KILLS", "2"))
ROOT = Path(__file__).parents[1]
PATIENCE_S = 120


@dataclass(frozen=True, slots=True)
class Killed:
    """Attributes:
    at_work: Whether the kill found the process alive.
    seconds: How long it lived after its first line.
    told: What it had acknowledged, line by line, as JSON.
    """

    at_work: bool
    seconds: float
    told: list[object]


def kill_at_work(
    work: str, library: Path, seconds: float = PATIENCE_S, folder: Path | None = None, lines: int = 1
) -> Killed:
    """Start ``tests.at_work``, wait for so many of its lines, and kill it some seconds after that."""
    words = [sys.executable, "-m", "tests.at_work", work, str(library), str(folder or library.parent)]
    environment = os.environ | {"XDG_DATA_HOME": str(library.parent / "data")}
    process = subprocess.Popen(
        words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    told, began = [process.stdout.readline()], time.monotonic()
    told += [process.stdout.readline() for _ in range(1, lines)]
    reader = threading.Thread(target=lambda: told.extend(process.stdout))
    reader.start()
    kill_after(process, seconds)
    lasted = time.monotonic() - began
    reader.join()
    said = process.stderr.read()
    process.stdout.close()
    process.stderr.close()
    at_work = process.returncode != 0
    assert not said and told[0], said
    return Killed(at_work, lasted, [json.loads(line) for line in told if line.endswith("\n")])


def kill_after(process: subprocess.Popen[str], seconds: float) -> None:
    """Let a process run for that long, then no more."""
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
    process.wait(timeout=PATIENCE_S)


def moments(lasts: float, kills: int = KILLS, seed: int = 7) -> list[float]:
    """When to kill work that takes so many seconds."""
    chance = random.Random(seed)
    return [chance.uniform(0.0, lasts) for _ in range(kills)]
