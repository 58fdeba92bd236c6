"""The session file: what the window showed last, so that it comes back after a restart or a crash. No Qt."""

from __future__ import annotations

import json
import os
import tempfile
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path

VERSION = 1
_NAME = "session.json"


@dataclass(frozen=True, slots=True)
class Kept:
    """Attributes:
    library: Path of the library that was open, or "".
    view: Its view as ``questions.views.view_text`` writes it, or "".
    sizes: Widths of the left panel, the canvas and the passport, pixels.
    left, right: Whether those panels were shown.
    list_in_front: Whether the list stood before the filters.
    columns: Widths of the columns of the list that a person has drawn, pixels; 0 for the others.
    geometry: Of the window, base64 as Qt writes it, or "".
    """

    library: str = ""
    view: str = ""
    sizes: tuple[int, ...] = ()
    left: bool = True
    right: bool = True
    list_in_front: bool = False
    geometry: str = ""
    columns: tuple[int, ...] = ()


def session_path(settings_file: Path) -> Path:
    """The session stands beside the settings."""
    return settings_file.with_name(_NAME)


def write_session(path: Path, kept: Kept) -> bool:
    """Write the session whole or not at all; whether that worked. A full disk is no reason to stop work."""
    text = json.dumps({"version": VERSION, **asdict(kept)}, sort_keys=True)
    part = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as file:
            part = file.name
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(path)
    except OSError:
        if part is not None:
            Path(part).unlink(missing_ok=True)
        return False
    return True


def read_session(path: Path) -> tuple[Kept, str]:
    """The session, and what is wrong with its file in words; a damaged one is as good as none."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Kept(), ""
    except (OSError, UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        return Kept(), str(error)
    if not isinstance(said, dict) or said.get("version") != VERSION:
        return Kept(), f"version {said.get('version')}" if isinstance(said, dict) else "no object"
    names = {entry.name: type(entry.default) for entry in fields(Kept)}
    for name in ("sizes", "columns"):
        sizes = said.get(name, [])
        if not isinstance(sizes, list) or not all(
            type(size) is int and 0 <= size < 100_000 for size in sizes
        ):
            return Kept(), name
        said[name] = tuple(sizes)
    for name, kind in names.items():
        if name in said and type(said[name]) is not kind:
            return Kept(), name
    return Kept(**{name: said[name] for name in names if name in said}), ""


def left_at(path: Path) -> str:
    """ISO time (UTC) at which the session was written last, "" where there is none."""
    try:
        seconds = int(path.stat().st_mtime)
    except OSError:
        return ""
    return datetime.fromtimestamp(seconds, UTC).isoformat()
