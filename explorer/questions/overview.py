"""Overview: what a library holds, for the filter panel, the status line and first run."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.questions.curation import count_curation
from explorer.questions.needs_you import count_undecided
from explorer.questions.tag_tree import tag_paths
from explorer.store import Reader
from explorer.store import overview as reads
from explorer.store.curation import count_proposed
from explorer.store.engine import Row
from explorer.store.history import first_undone, last_done
from explorer.store.saved_views import saved_views
from explorer.store.vectors import current_space


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
    editions: Conference editions, newest first, by papers.
    issues: Digest weeks, newest first, by papers.
    series: (series, issues, works) of digests, reports and talks; ``id`` is 0.
    tags: Trend tags by number of tagged nodes.
    top_concepts: Concepts that stand in most distinct sources: where exploring starts.
    edges: Number of edges.
    undo, redo: Label of the step that undo or redo would take, or "".
    engine: Name of the engine whose similarities are shown, or "".
    sample: Whether the library holds the sample documents.
    weeks: (ISO date, papers) of digest issues and editions for the time histogram, by date.
    needs_you: How many things wait for a person: papers, people, proposed links and names.
    views: Names of the saved views, in the order of their keys.
    tag_paths: Aligned with ``tags``: "alignment › DPO" for one that stands under another, else its name.
    """

    counts: dict[NodeKind, int]
    editions: tuple[Facet, ...]
    issues: tuple[Facet, ...]
    series: tuple[Facet, ...]
    tags: tuple[Facet, ...]
    top_concepts: tuple[Facet, ...]
    edges: int
    undo: str
    redo: str
    engine: str
    sample: bool
    weeks: tuple[tuple[str, int], ...]
    needs_you: int = 0
    proposals: int = 0
    views: tuple[str, ...] = ()
    tag_paths: tuple[str, ...] = ()


def overview(reader: Reader) -> Overview:
    """Counts and starting points of a library."""
    space = current_space(reader)
    undo, redo = last_done(reader.rows), first_undone(reader.rows)
    tags = tuple(Facet(*row) for row in reads.tags(reader))
    paths = tag_paths(reader)
    return Overview(
        {NodeKind(kind): count for kind, count in reads.counts(reader).items()},
        _told_apart(reads.editions(reader, "venue")),
        _told_apart(reads.editions(reader, "digest")),
        tuple(Facet(0, str(series), papers) for _, series, _, papers in reads.series(reader)),
        tags,
        tuple(Facet(*row) for row in reads.top_concepts(reader, 12)),
        reads.edge_count(reader),
        undo.label if undo else "",
        redo.label if redo else "",
        space.engine.replace("_", "-") if space else "",
        reads.has_sample(reader),
        tuple((str(day), papers) for day, papers in reads.weeks(reader)),
        count_undecided(reader) + count_curation(reader),
        count_proposed(reader),
        tuple(view.name for view in saved_views(reader)),
        tuple(paths.get(tag.id, tag.name) for tag in tags),
    )


def _told_apart(rows: list[Row]) -> tuple[Facet, ...]:
    """Facets of editions; two of one name, such as one week of two digests, also say their series."""
    seen = Counter(name for _, name, *_ in rows)
    return tuple(
        Facet(node, f"{name} · {series}" if seen[name] > 1 else str(name), papers)
        for node, name, papers, series in rows
    )
