"""Pictures of the window, to look at: python -m tests.shots [FOLDER] [--library FILE] [--only NAME].

Without a folder they go to build/shots, and those that the README shows to resources/screenshots as well.
With ``--check`` nothing is kept: each is drawn twice, from two libraries, and those that differ are named.
With a library of your own the map shows its ICML 2024 instead of the sample; such pictures stay out of here.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "shots"
SHOWN = ROOT / "resources" / "screenshots"
IN_README = {"ego.png": "window.png", "lanes.png": "lanes.png", "path.png": "path.png", "map.png": "map.png"}


@dataclass(frozen=True, slots=True)
class Shot:
    """Attributes:
    act: Name of a function of tests.shot_window.
    scheme, language: Of the window.
    factor: Pixels of the file per pixel of the window.
    """

    act: str
    scheme: str = "light"
    language: str = "en"
    factor: int = 1


SHOTS = {
    "first-run.png": Shot("first_run"),
    "import-report.png": Shot("import_report"),
    "ego.png": Shot("ego"),
    "lanes.png": Shot("lanes"),
    "map.png": Shot("map_of_regions"),
    "path.png": Shot("path"),
    "edition.png": Shot("edition"),
    "document.png": Shot("document"),
    "tag-lasso.png": Shot("tag_lasso"),
    "dark.png": Shot("ego", scheme="dark"),
    "twice.png": Shot("ego", factor=2),
    "japanese.png": Shot("ego", language="ja"),
    "trends.png": Shot("timeline"),
}


def environment(scratch: Path, factor: int = 1) -> dict[str, str]:
    """No display, and no settings but those of the pictures."""
    places = {name: str(scratch / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    return os.environ | places | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(factor)}


def make_sample(scratch: Path) -> Path:
    """The sample library with its similarities."""
    library = scratch / "sample.db"
    for words in (["init", str(library), "--sample"], ["embed", str(library), "--quiet"]):
        subprocess.run([sys.executable, "-m", "explorer", *words], check=True, env=environment(scratch))
    return library


def draw(name: str, library: Path, file: Path, scratch: Path, own: bool = False) -> None:
    """One picture, from a copy of the library, in a process of its own."""
    shot = SHOTS[name]
    copy = scratch / "library.db"
    shutil.copy(library, copy)
    act = "edition_map" if own and name == "map.png" else shot.act
    words = [act, str(copy), str(file), shot.scheme, shot.language]
    subprocess.run(
        [sys.executable, "-m", "tests.shot_window", *words],
        check=True,
        env=environment(scratch, shot.factor),
        cwd=ROOT,
    )


def main(folder: Path, library: Path | None = None, only: tuple[str, ...] = ()) -> None:
    """All pictures, or some."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name:
        scratch = Path(name)
        sample = make_sample(scratch)
        for shot in only or SHOTS:
            is_own = library is not None and shot == "map.png"
            draw(shot, library if is_own and library else sample, folder / shot, scratch, is_own)


def differing(only: tuple[str, ...] = (), library: Path | None = None) -> list[str]:
    """Names of the pictures of which a second run, with a sample of its own, writes other bytes."""
    with tempfile.TemporaryDirectory() as name:
        runs = (Path(name) / "first", Path(name) / "second")
        for folder in runs:
            main(folder, library, only)
        return [shot for shot in only or SHOTS if len({(run / shot).read_bytes() for run in runs}) > 1]


if __name__ == "__main__":
    parser = argparse.ArgumentParser("tests.shots")
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--only", nargs="*", choices=list(SHOTS), default=())
    parser.add_argument("--check", action="store_true")
    said = parser.parse_args()
    if said.check:
        wrong = differing(tuple(said.only), said.library)
        sys.exit(f"another run draws other bytes: {', '.join(wrong)}" if wrong else 0)
    main((said.folder or FOLDER).resolve(), said.library, tuple(said.only))
    if said.folder is None and said.library is None:
        for made, shown in IN_README.items():
            if (FOLDER / made).exists():
                shutil.copy(FOLDER / made, SHOWN / shown)
