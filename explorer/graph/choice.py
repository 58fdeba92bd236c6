"""Which of many nodes within reach are shown: well linked with one another, and not all of one kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from explorer.store import Reader
from explorer.store.graph import edges_among

_ASKED_MAX = 1200  # nodes whose links among one another are looked at
_FEW = 2000  # of a larger view nothing is chosen: it holds the whole library, about
_LINK = 1.2  # what links to shown nodes are worth, times the logarithm of their number
_PROMISE = 0.5  # what links to nodes that may still be chosen are worth, likewise
_KIND = 2.2  # what a kind that already has all the places loses
_ORDER = 3.0  # what the first of the order is ahead of the last
_NOBODY = np.zeros(0, np.int64)


class Candidate(NamedTuple):
    """Attributes:
    id, kind: Of the node.
    tier: All of a lower tier are shown before any of a higher one.
    """

    id: int
    kind: int
    tier: tuple[bool, int]


def choose(reader: Reader, ranked: Sequence[Candidate], room: int) -> list[int]:
    """Ids of ``room`` nodes: all of the lower tiers, and a choice from the tier that has not room for all.

    Greedy: each time the node that stands early in the order, has links to what is chosen already, and is of
    a kind that has few places yet.

    Args:
        ranked: By tier, then the most wanted first.
    """
    if len(ranked) <= room or room > _FEW or not room or ranked[room - 1].tier != ranked[room].tier:
        return [node.id for node in ranked[:room]]
    sure = [node for node in ranked if node.tier < ranked[room].tier]
    open_to = [node for node in ranked if node.tier == ranked[room].tier][:_ASKED_MAX]
    asked = sure + open_to
    links = _links(reader, [node.id for node in asked])
    codes = np.array([node.kind for node in asked], np.int64)
    counts = np.bincount(codes[: len(sure)], minlength=int(codes.max()) + 1)
    met = np.bincount(np.concatenate([_NOBODY, *links[: len(sure)]]), minlength=len(asked)).astype(np.float64)
    worth = np.concatenate([np.full(len(sure), -np.inf), np.linspace(_ORDER, 0.0, len(open_to))])
    worth += _PROMISE * np.log1p(np.array([len(rows) for rows in links]))
    chosen = list(range(len(sure)))
    while len(chosen) < min(room, len(asked)):
        share = counts[codes] / (len(chosen) + 1)
        row = int((worth + _LINK * np.log1p(met) - _KIND * share).argmax())
        worth[row] = -np.inf
        chosen.append(row)
        counts[codes[row]] += 1
        met[links[row]] += 1
    return [asked[row].id for row in chosen]


def _links(reader: Reader, asked: Sequence[int]) -> list[NDArray[np.int64]]:
    """For each node the rows of those that it is linked with, each once."""
    row_of = {node: row for row, node in enumerate(asked)}
    near: list[set[int]] = [set() for _ in asked]
    for edge in edges_among(reader, asked):
        a, b = row_of[edge.source], row_of[edge.target]
        near[a].add(b)
        near[b].add(a)
    return [_rows(rows) for rows in near]


def _rows(rows: Iterable[int]) -> NDArray[np.int64]:
    return np.array(sorted(rows), np.int64)
