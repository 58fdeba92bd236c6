"""The pictures of the README, drawn from the sample library: python -m tests.shots [FOLDER]."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "screenshots"
SHOTS = {
    "window.png": ["--scheme", "light"],
    "window-dark.png": ["--scheme", "dark", "--view", '{"center": "DPO", "depth": 2}'],
    "lanes.png": ["--view", '{"center": "RLHF", "depth": 1, "layout": "lanes"}'],
    "map.png": ["--view", '{"layout": "map", "kinds": ["paper", "concept"], "limit": 120}'],
}


def explorer(*words: str) -> None:
    """Run the program as a person would, without a display."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-m", "explorer", *words], check=True, env=environment)


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        library = str(Path(scratch) / "sample.db")
        explorer("init", library, "--sample")
        explorer("embed", library, "--quiet")
        for name, words in SHOTS.items():
            explorer(library, "--screenshot", str(folder / name), *words)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER)
