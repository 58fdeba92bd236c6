"""Compare engines: how far two of them agree on which papers are near, and where they disagree most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.compare import Overlap, overlap
from explorer.compute.groups import Group
from explorer.compute.neighbours import NOBODY, Floats, Rows
from explorer.compute.similarity import Space, Texts
from explorer.errors import ExplorerError
from explorer.model import NodeId
from explorer.pipeline.shipped import shipped_for
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.vectors import SpaceRow, VectorRows, read_vectors, spaces

Ids = NDArray[np.int64]

K: Final = 10
_SHOWN: Final = 10  #: papers that the engines disagree on most


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A paper with its nearest ones by either engine, (id, title) each.

    Attributes:
        share: Of its k nearest papers that both engines have, 0 to 1.
    """

    id: NodeId
    title: str
    share: float
    one: tuple[tuple[NodeId, str], ...]
    other: tuple[tuple[NodeId, str], ...]


@dataclass(frozen=True, slots=True)
class EngineComparison:
    """Attributes:
    one, other: The engines, as they are written on the command line.
    papers, asked: How many have both vectors, and of how many of them the neighbours were compared.
    overlap, low, high: Mean share of k neighbours in common; 95 % of resamples lie between the two.
    chance: What unrelated engines reach.
    """

    one: str
    other: str
    k: int
    papers: int
    asked: int
    overlap: float
    low: float
    high: float
    chance: float
    disagree: tuple[Disagreement, ...]


def engines(reader: Reader) -> tuple[str, ...]:
    """Engines whose vectors the library has, as they are written on the command line."""
    return tuple(_spoken(row) for row in spaces(reader))


def compare_engines(reader: Reader, one: str, other: str, k: int = K) -> EngineComparison:
    """Mutual nearest-neighbour overlap of two engines on the papers that have vectors of both.

    Raises:
        ExplorerError: The library lacks vectors of an engine, or has fewer than three papers with both.
    """
    rows = (_space(reader, one), _space(reader, other))
    if rows[0].id == rows[1].id:
        raise ExplorerError("An engine agrees with itself.", f"There are: {', '.join(engines(reader))}.")
    found = [read_vectors(reader, row) for row in rows]
    papers = np.intersect1d(found[0].nodes, found[1].nodes)
    if len(papers) < 3:
        raise ExplorerError("Too few papers have vectors of both engines.", "Run embed with each of them.")
    one_of, other_of = (_centred(row, vectors, papers) for row, vectors in zip(rows, found, strict=True))
    made = overlap(one_of, other_of, max(k, 1))
    return EngineComparison(
        one=_spoken(rows[0]),
        other=_spoken(rows[1]),
        k=made.one.shape[1],
        papers=len(papers),
        asked=len(made.asked),
        overlap=round(made.mean, 4),
        low=round(made.low, 4),
        high=round(made.high, 4),
        chance=round(made.chance, 5),
        disagree=_worst(reader, papers, made),
    )


def compare_first(reader: Reader) -> EngineComparison:
    """The first two engines compared, e5-small before others where it is there."""
    names = sorted(dict.fromkeys(engines(reader)), key=lambda name: (name == "lexical", name))
    if len(names) < 2:
        raise ExplorerError("Only one engine has been used here.", "Run embed with another one.")
    return compare_engines(reader, names[0], "lexical" if "lexical" in names[1:] else names[1])


def _centred(row: SpaceRow, found: VectorRows, papers: Ids) -> Floats:
    """(N, d) vectors of some papers without what their language and kind have in common."""
    places = np.searchsorted(found.nodes, papers)
    groups = tuple(Group(found.languages[place], found.kinds[place]) for place in places.tolist())
    texts = Texts(found.vectors[places], np.zeros((len(papers), 0), np.float32), groups)
    return Space(texts, shipped_for(row.engine, row.dim, 0)).meaning


def _worst(reader: Reader, papers: Ids, made: Overlap) -> tuple[Disagreement, ...]:
    worst = np.argsort(made.shares, kind="stable")[:_SHOWN]
    lists = [table[worst] for table in (made.one, made.other)]
    wanted = {
        int(papers[row]) for row in [*made.asked[worst].tolist(), *np.unique(lists).tolist()] if row >= 0
    }
    titles = {row.id: row.name for row in nodes(reader, wanted)}

    def named(rows: Rows) -> tuple[tuple[NodeId, str], ...]:
        ids = [int(papers[row]) for row in rows.tolist() if row != NOBODY]
        return tuple((node, titles[node]) for node in ids if node in titles)

    return tuple(
        Disagreement(
            int(papers[made.asked[place]]),
            titles.get(int(papers[made.asked[place]]), ""),
            round(float(made.shares[place]), 3),
            named(one),
            named(other),
        )
        for place, one, other in zip(worst.tolist(), lists[0], lists[1], strict=True)
    )


def _space(reader: Reader, engine: str) -> SpaceRow:
    """The newest vectors of an engine."""
    wanted = engine.replace("-", "_")
    found = [row for row in spaces(reader) if row.engine == wanted]
    if not found:
        known = ", ".join(engines(reader)) or "none"
        raise ExplorerError(
            f"The library has no vectors of {engine}.", f"There are: {known}. Run embed with it."
        )
    return found[-1]


def _spoken(row: SpaceRow) -> str:
    return row.engine.replace("_", "-")
