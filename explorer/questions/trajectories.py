"""Trajectories: shares of terms and methods over several slices, and whether they rise or fall steadily."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from explorer.compute.trends import LEAST
from explorer.compute.trends import trajectories as compute
from explorer.errors import ExplorerError
from explorer.model import Direction, NodeId
from explorer.questions.slices import Slice
from explorer.questions.trends import PLAIN, Carried, Wish, carried_methods, carried_terms, counts_in
from explorer.store import Reader


@dataclass(frozen=True, slots=True)
class Trajectory:
    """Attributes:
    concept: Of a method; None of a term.
    counts, shares: Papers of each slice that carry it, and their share.
    z: The trend over the slices, above 0 where shares rise.
    """

    term: str
    concept: NodeId | None
    counts: tuple[int, ...]
    shares: tuple[float, ...]
    z: float
    q: float
    significant: bool

    @property
    def direction(self) -> Direction:
        return Direction.RISING if self.z > 0 else Direction.DECLINING


def trajectories(reader: Reader, slices: Sequence[Slice], wish: Wish = PLAIN) -> tuple[Trajectory, ...]:
    """Terms, then methods; of each the significant ones first, then by how steadily they go.

    The slices count as equally far apart, in the order in which they are given.

    Raises:
        ExplorerError: Fewer than two slices have papers.
    """
    there = [one for one in slices if one.papers]
    if len(there) < 2:
        raise ExplorerError("Fewer than two of these have papers.", "Import their lists first.")
    papers = [paper for one in there for paper in one.papers]
    terms = carried_terms(reader, papers, wish)
    methods, _ = carried_methods(reader, there, wish.least or LEAST)
    return (*_paths(terms, there), *_paths(methods, there))


def _paths(carried: Carried, slices: Sequence[Slice]) -> list[Trajectory]:
    sizes = np.array([len(one.papers) for one in slices], np.int64)
    counts = counts_in(carried, sizes.tolist())
    found = compute(counts, sizes, np.arange(len(slices), dtype=np.float64))
    order = np.lexsort((np.array(carried.texts, np.str_), -np.abs(found.z), ~found.significant))
    return [
        Trajectory(
            carried.texts[row],
            carried.concepts[row] if carried.concepts else None,
            tuple(counts[:, row].tolist()),
            tuple(found.shares[:, row].tolist()),
            float(found.z[row]),
            float(found.q[row]),
            bool(found.significant[row]),
        )
        for row in order.tolist()
    ]
