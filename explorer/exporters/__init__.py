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
    suffix: File suffix with the dot; ``export`` picks the format by it.
    write: (snapshot, path) -> None; raises ExplorerError where the file cannot be written.
    drawn: Whether it shows places or sentences; a bibliography shows neither, so nothing is laid out for it.
    """

    label: str
    suffix: str
    write: Callable[[Snapshot, Path], None]
    drawn: bool = True


EXPORTERS: Registry[Exporter] = Registry(__name__, "EXPORTER", first=("png", "svg", "html"), shared=("safe",))
