"""One file per output format: a Snapshot in, a file out, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from explorer.graph.snapshot import Snapshot
from explorer.registry import Registry


@dataclass(frozen=True, slots=True)
class Written:
    """What was written into a folder.

    Attributes:
        notes: All that the view asks for.
        kept: Those that stayed as they were because the person had changed them.
        beside: Of these, for how many new text stands beside.
        same: Those that had nothing new.
    """

    notes: int
    kept: int = 0
    beside: int = 0
    same: int = 0


@dataclass(frozen=True, slots=True)
class Exporter:
    """Attributes:
    label: Name of the format for people.
    suffix: End of the file name from its first dot on, the id first; ``export`` picks the format by it.
    write: (snapshot, path) -> None; raises ExplorerError where the file cannot be written.
    drawn: Whether it shows places; nothing is laid out for one that does not.
    quoted: Whether one that shows no places carries the sentences behind the links; all others do.
    write_notes: For a folder of files (suffix "/"): (snapshot, folder, step) -> what was written, where
        step(done, total) is called before each file and may raise; None for a format of one file.
    """

    label: str
    suffix: str
    write: Callable[[Snapshot, Path], None]
    drawn: bool = True
    quoted: bool = False
    write_notes: Callable[[Snapshot, Path, Callable[[int, int], None]], Written] | None = None


def exporter_by_name(name: str) -> Exporter | None:
    """The format of a file by its name: the longest suffix that it ends with; ".json" alone is CSL-JSON."""
    lower = name.lower()
    parts = sorted(
        (part for part in EXPORTERS.values() if not part.write_notes),
        key=lambda part: len(part.suffix),
        reverse=True,
    )
    found = next((part for part in parts if lower.endswith(part.suffix)), None)
    return found or (EXPORTERS["csl"] if lower.endswith(".json") else None)


#: as people look for them
_ORDER = ("png", "svg", "pdf", "html", "bib", "ris", "csl", "csv", "md", "obsidian")

EXPORTERS: Registry[Exporter] = Registry(__name__, "EXPORTER", first=_ORDER, shared=("safe",))
