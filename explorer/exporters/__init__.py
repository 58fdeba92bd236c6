"""One file per output format: a Snapshot in, a file out, whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from explorer.graph.snapshot import Snapshot
from explorer.registry import Registry


@dataclass(frozen=True, slots=True)
class Exporter:
    """Attributes:
    label: Name of the format for people.
    suffix: End of the file name from its first dot on, the id first; ``export`` picks the format by it.
    write: (snapshot, path) -> None; raises ExplorerError where the file cannot be written.
    drawn: Whether it shows places; nothing is laid out for one that does not.
    quoted: Whether one that shows no places carries the sentences behind the links; all others do.
    """

    label: str
    suffix: str
    write: Callable[[Snapshot, Path], None]
    drawn: bool = True
    quoted: bool = False


def exporter_by_name(name: str) -> Exporter | None:
    """The format of a file by its name: the longest suffix that it ends with; ".json" alone is CSL-JSON."""
    lower = name.lower()
    parts = sorted(EXPORTERS.values(), key=lambda part: len(part.suffix), reverse=True)
    found = next((part for part in parts if lower.endswith(part.suffix)), None)
    return found or (EXPORTERS["csl"] if lower.endswith(".json") else None)


EXPORTERS: Registry[Exporter] = Registry(
    __name__, "EXPORTER", first=("png", "svg", "pdf", "html"), shared=("safe",)
)
