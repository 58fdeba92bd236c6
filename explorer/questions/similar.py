"""Similar: the papers nearest in meaning to a paper or a text, each with the reasons that can be named."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from explorer.compute.groups import Group
from explorer.compute.neighbours import NOBODY, Nearest
from explorer.compute.similarity import Texts
from explorer.errors import ExplorerError
from explorer.model import NodeId, NodeKind
from explorer.pipeline.similar import Comparable, comparable
from explorer.store import Reader
from explorer.store.graph import NodeRow, edges_at, nodes
from explorer.store.vectors import SpaceRow, current_space

_MOST_REASONS: Final = 5
_KINDS: Final = {
    NodeKind.CONCEPT: "method",
    NodeKind.PERSON: "person",
    NodeKind.TAG: "tag",
    NodeKind.ISSUE: "issue",
    NodeKind.EDITION: "edition",
}
_WORTH: Final = {"method": 1.0, "person": 1.0, "tag": 0.8, "issue": 0.5, "edition": 0.2}
_NO_VECTORS: Final = "The library has no similarities yet."


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that two papers share.

    Attributes:
        kind: method, person, tag, issue or edition.
        text: Its name.
        weight: 0 to 1; what few papers share weighs more.
    """

    kind: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class SimilarPaper:
    """Attributes:
    score: How far above random pairs of the same two languages, in their spreads; 0 is the middle.
    percentile: Share of such pairs that are less alike, 0 to 100.
    """

    id: NodeId
    title: str
    score: float
    percentile: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class SimilarAnswer:
    """Attributes:
    paper: Id of the paper asked about, or the id that a text from elsewhere came with.
    title: Its title; "" for a text.
    engine: Engine of the vectors, as it is written on the command line.
    hits: Best first.
    """

    paper: NodeId | str
    title: str
    engine: str
    hits: tuple[SimilarPaper, ...]


def similar(reader: Reader, paper: NodeId, k: int = 10) -> SimilarAnswer:
    """The k papers nearest to a paper; ExplorerError where it has no vector yet."""
    known = _comparable(reader)
    row = int(np.searchsorted(known.nodes, paper))
    if row == len(known.nodes) or known.nodes[row] != paper:
        raise ExplorerError("This paper has not been compared with the others yet.", "Run embed again.")
    found = known.space.nearest_to_row(row, max(k, 1))
    hits = _hits(reader, known, found, [known.space.groups[row]])[0]
    shared = _shared(reader, paper, [hit.id for hit in hits])
    explained = tuple(
        SimilarPaper(hit.id, hit.title, hit.score, hit.percentile, shared.get(hit.id, ())) for hit in hits
    )
    title = next((row.name for row in nodes(reader, [paper])), "")
    return SimilarAnswer(paper, title, _spoken(known.row), explained)


def similar_to_vectors(
    reader: Reader, names: Sequence[str], texts: Texts, k: int = 10
) -> list[SimilarAnswer]:
    """The k papers nearest to each text from elsewhere, whose vectors are of the library's engine."""
    known = _comparable(reader)
    found = known.space.nearest_to(texts, max(k, 1))
    hits = _hits(reader, known, found, texts.groups)
    return [SimilarAnswer(name, "", _spoken(known.row), own) for name, own in zip(names, hits, strict=True)]


def shown_space(reader: Reader) -> SpaceRow:
    """The space that questions are answered from; ExplorerError before the first embed."""
    row = current_space(reader)
    if row is None:
        raise ExplorerError(_NO_VECTORS, "Run embed first.")
    return row


def _comparable(reader: Reader) -> Comparable:
    return comparable(reader, shown_space(reader))


def _spoken(row: SpaceRow) -> str:
    return row.engine.replace("_", "-")


def _hits(
    reader: Reader, known: Comparable, found: Nearest, groups: Sequence[Group]
) -> list[tuple[SimilarPaper, ...]]:
    percentiles = known.space.percentiles(groups, found)
    wanted = known.nodes[np.unique(found.rows[found.rows != NOBODY])]
    titles = {row.id: row.name for row in nodes(reader, wanted.tolist())}
    return [
        tuple(
            SimilarPaper(node, titles[node], round(float(score), 3), round(float(percentile), 2), ())
            for node, score, percentile in zip(
                known.nodes[rows[rows != NOBODY]].tolist(), scores, own, strict=False
            )
            if node in titles
        )
        for rows, scores, own in zip(found.rows, found.scores, percentiles, strict=True)
    ]


def _shared(reader: Reader, paper: NodeId, others: Sequence[NodeId]) -> dict[NodeId, tuple[Reason, ...]]:
    """For each other paper, what both it and the paper are linked with."""
    linked: dict[NodeId, set[NodeId]] = defaultdict(set)
    for edge in edges_at(reader, [paper, *others]):
        linked[edge.source].add(edge.target)
        linked[edge.target].add(edge.source)
    common = {other: linked[paper] & linked[other] for other in others}
    rows = {row.id: row for row in nodes(reader, set().union(*common.values()))}
    return {
        other: tuple(
            sorted(_reasons(rows, shared), key=lambda r: (-r.weight, r.kind, r.text))[:_MOST_REASONS]
        )
        for other, shared in common.items()
    }


def _reasons(rows: dict[NodeId, NodeRow], shared: set[NodeId]) -> list[Reason]:
    found = []
    for node in shared:
        kind = _KINDS.get(NodeKind(rows[node].kind)) if node in rows else None
        if kind is not None:
            rarity = 1 / (1 + math.log2(max(rows[node].degree, 2) / 2))
            found.append(Reason(kind, rows[node].name, round(_WORTH[kind] * rarity, 3)))
    return found
