"""Overview: what a library holds, for the filter panel, the status line and first run."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import NodeKind


@dataclass(frozen=True, slots=True)
class Facet:
    """A line of the filter panel: a node, its name and how many papers (or nodes) stand behind it."""

    id: int
    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Overview:
    """Attributes:
    counts: Node kind -> number of nodes.
    editions: Conference editions and digest series, by papers.
    tags: Trend tags by number of tagged nodes.
    top_concepts: Concepts that stand in most distinct sources: where exploring starts.
    edges: Number of edges.
    undo, redo: Label of the step that undo or redo would take, or "".
    engine: Name of the engine whose similarities are shown, or "".
    sample: Whether the library holds the sample documents.
    weeks: (ISO date, papers) of digest issues and editions for the time histogram, by date.
    """

    counts: dict[NodeKind, int]
    editions: tuple[Facet, ...]
    tags: tuple[Facet, ...]
    top_concepts: tuple[Facet, ...]
    edges: int
    undo: str
    redo: str
    engine: str
    sample: bool
    weeks: tuple[tuple[str, int], ...]
