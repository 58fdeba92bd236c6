"""Similar: the papers nearest in meaning to a paper or a text, each with the reasons that can be named."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from explorer.compute.groups import Group
from explorer.compute.neighbours import NOBODY, Nearest
from explorer.compute.similarity import Texts
from explorer.errors import ExplorerError
from explorer.model import NodeId
from explorer.pipeline.similar import Comparable, comparable
from explorer.questions.evidence import Reason
from explorer.questions.reasons import reasons, shared_by
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.undecided import untitled
from explorer.store.vectors import SpaceRow, current_space

_NO_VECTORS: Final = "The library has no similarities yet."


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
    """The k papers with a title nearest to a paper; ExplorerError where it has no vector yet."""
    known = _comparable(reader)
    row = _row_of(known, paper)
    hits = _near(reader, known, row, k)
    why = reasons(reader, known, paper, [hit.id for hit in hits])
    explained = tuple(replace(hit, reasons=why[hit.id]) for hit in hits)
    title = next((row.name for row in nodes(reader, [paper])), "")
    return SimilarAnswer(paper, title, _spoken(known.row), explained)


def hit_among(reader: Reader, paper: NodeId, other: NodeId, k: int) -> SimilarPaper | None:
    """The other paper where it is one of the k nearest, with what both share; its sentences are not read."""
    known = _comparable(reader)
    hits = _near(reader, known, _row_of(known, paper), k)
    found = next((hit for hit in hits if hit.id == other), None)
    return found and replace(found, reasons=shared_by(reader, paper, [other]).get(other, ()))


def _row_of(known: Comparable, paper: NodeId) -> int:
    row = int(np.searchsorted(known.nodes, paper))
    if row == len(known.nodes) or known.nodes[row] != paper:
        raise ExplorerError("This paper has not been compared with the others yet.", "Run embed again.")
    return row


def _near(reader: Reader, known: Comparable, row: int, k: int) -> tuple[SimilarPaper, ...]:
    without = _untitled(reader, known)
    found = known.space.nearest_to_row(row, max(k, 1) + len(without))
    return _hits(reader, known, found, ([known.space.groups[row]], without))[0][: max(k, 1)]


def _untitled(reader: Reader, known: Comparable) -> frozenset[NodeId]:
    """Papers that were compared and have no title: they are no answer."""
    return frozenset(untitled(reader)) & frozenset(known.nodes.tolist())


def similar_to_vectors(
    reader: Reader, names: Sequence[str], texts: Texts, k: int = 10
) -> list[SimilarAnswer]:
    """The k papers nearest to each text from elsewhere, whose vectors are of the library's engine."""
    known = _comparable(reader)
    without = _untitled(reader, known)
    found = known.space.nearest_to(texts, max(k, 1) + len(without))
    hits = _hits(reader, known, found, (texts.groups, without))
    return [
        SimilarAnswer(name, "", _spoken(known.row), own[: max(k, 1)])
        for name, own in zip(names, hits, strict=True)
    ]


def shown_space(reader: Reader) -> SpaceRow:
    """The space that questions are answered from; ExplorerError before the first embed."""
    row = current_space(reader)
    if row is None:
        raise ExplorerError(_NO_VECTORS, "Run embed first.")
    return row


def is_compared(reader: Reader) -> bool:
    """Whether papers have vectors to be compared by."""
    return current_space(reader) is not None


def _comparable(reader: Reader) -> Comparable:
    return comparable(reader, shown_space(reader))


def _spoken(row: SpaceRow) -> str:
    return row.engine.replace("_", "-")


def _hits(
    reader: Reader, known: Comparable, found: Nearest, about: tuple[Sequence[Group], frozenset[NodeId]]
) -> list[tuple[SimilarPaper, ...]]:
    """Hits of each text; ``about`` are the groups of the texts, and papers that are none."""
    groups, without = about
    percentiles = known.space.percentiles(groups, found)
    wanted = known.nodes[np.unique(found.rows[found.rows != NOBODY])]
    titles = {row.id: row.name for row in nodes(reader, set(wanted.tolist()) - without)}
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
