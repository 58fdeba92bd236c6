"""One edition with its papers and methods; or two, with what both have in the middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.errors import ExplorerError, NotFound
from explorer.graph.style import SPACING
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.edition_facts import methods_in, standing
from explorer.store.graph import edges_among, nodes

HOLDERS = (NodeKind.EDITION, NodeKind.ISSUE)
METHODS_SHOWN = 36  #: in each region
PAPERS_SHOWN = 60
_METHODS_READ = 400
_PAPERS_READ = 3_000
_STEP = 2.1 * SPACING  # between neighbours of a region
_GAP = 3.0 * SPACING  # between regions
_MIDDLE = 2.0  # nodes that would have room where the first one stands: an edition is large
_TURN = np.pi * (3.0 - np.sqrt(5.0))


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """Nodes with places: ids (N,) int64 ascending, pos (N, 2) float32 world units."""

    title: str
    ids: NDArray[np.int64]
    pos: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Regions:
    """Nodes of each region, the most important first.

    Attributes:
        own: For each edition: itself, then the methods and papers that only it has.
        shared: Methods and papers that stand in both; empty for one edition.
    """

    own: tuple[tuple[int, ...], ...]
    shared: tuple[int, ...]


def compare(reader: Reader, editions: Sequence[int]) -> Drawn:
    """One or two editions (or issues of a digest), drawn by regions, the earlier one at the left.

    Raises:
        ExplorerError: They are no such, or more than two.
    """
    rows = {row.id: row for row in nodes(reader, editions)}
    if len(set(editions)) != len(editions) or not 1 <= len(editions) <= 2:
        raise ExplorerError("One edition is shown, or two are compared.", "Select one or two.")
    for edition in editions:
        if edition not in rows:
            raise NotFound(f"There is nothing with the id {edition}.", "Look for it with search.")
        if rows[edition].kind not in HOLDERS:
            raise ExplorerError(f"“{rows[edition].name}” is no edition.", "Choose editions or issues.")
    in_time = sorted(editions, key=lambda edition: (rows[edition].date, edition))
    ids, pos = _placed(regions_of(reader, in_time))
    return Drawn(" ↔ ".join(rows[edition].name for edition in in_time), ids, pos)


def regions_of(reader: Reader, editions: Sequence[int]) -> Regions:
    """Which methods and papers each edition has alone, and which both have.

    Methods are chosen by the number of papers; of the papers those that are linked with a chosen method, the
    most important first.
    """
    methods = [dict(methods_in(reader, edition)[:_METHODS_READ]) for edition in editions]
    papers = [[row.paper for row in standing(reader, edition, _PAPERS_READ)] for edition in editions]
    both = set(methods[0]).intersection(*methods[1:]) if len(editions) > 1 else set()
    common = set(papers[0]).intersection(*papers[1:]) if len(editions) > 1 else set()
    weight = {node: sum(m.get(node, 0) for m in methods) for m in methods for node in m}
    shared = sorted(both, key=lambda node: (-min(m[node] for m in methods), -weight[node], node))
    chosen = [
        sorted(set(own) - both, key=lambda node: (-weight[node], node))[:METHODS_SHOWN] for own in methods
    ]
    shared = shared[:METHODS_SHOWN]
    named = {*shared, *(node for own in chosen for node in own)}
    own = tuple(
        (edition, *alone, *_linked(reader, [p for p in listed if p not in common], named))
        for edition, alone, listed in zip(editions, chosen, papers, strict=True)
    )
    return Regions(own, (*shared, *_linked(reader, [p for p in papers[0] if p in common], named)))


def _linked(reader: Reader, papers: Sequence[int], methods: set[int]) -> list[int]:
    """Papers that an edge joins with one of the methods, in their order; else the first ones."""
    wanted = set(papers)
    near = {
        end
        for edge in edges_among(reader, wanted | methods)
        for end, other in ((edge.source, edge.target), (edge.target, edge.source))
        if end in wanted and other in methods
    }
    return [*(p for p in papers if p in near), *(p for p in papers if p not in near)][:PAPERS_SHOWN]


def _placed(regions: Regions) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """A disk for each region, from left to right: the first edition, what both have, the second."""
    parts = [part for part in (regions.own[0], regions.shared, *regions.own[1:]) if part]
    left, columns = 0.0, []
    for part in parts:
        disk = _disk(len(part))
        reach = float(np.abs(disk).max()) if len(disk) > 1 else 0.0
        columns.append(disk + np.array([left + reach, 0.0]))
        left += 2 * reach + _GAP
    ids = np.array([node for part in parts for node in part], np.int64)
    pos = np.concatenate(columns).astype(np.float32)
    order = np.argsort(ids)
    return ids[order], pos[order]


def _disk(count: int) -> NDArray[np.float64]:
    """(count, 2) places of even density, the first in the middle (a sunflower's seeds).

    References:
        Vogel, "A better way to construct the sunflower head", Mathematical Biosciences 44 (1979).
    """
    number = np.arange(count, dtype=np.float64)
    radius, angle = _STEP * np.sqrt(number + np.where(number > 0, _MIDDLE, 0.0)), number * _TURN
    return np.stack([radius * np.cos(angle), radius * np.sin(angle)], axis=1)
