"""Reading list: the k papers that together stand for all of a selection best."""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy import sparse

Floats = NDArray[np.float32]
Rows = NDArray[np.int64]

_METHODS: Final = 0.3  #: share of what two papers have in common that methods count for
_MOST: Final = 500  #: papers that coverage is measured on; of more, as many spread evenly
_AT_ONCE: Final = 64  #: gains that are told anew together
_VALUES: Final = 4_000_000  #: similarities that are in memory at once


@dataclass(frozen=True, slots=True, eq=False)
class Field:
    """N papers, aligned.

    Attributes:
        meaning: (N, d) float32 unit vectors.
        methods: (N, M) float32 unit rows of their methods; a row of zeros where none is known.
    """

    meaning: Floats
    methods: sparse.csr_matrix


@dataclass(frozen=True, slots=True, eq=False)
class Cover:
    """Attributes:
    picks: (k,) rows, in the order in which they were chosen.
    gains: (k,) share of the whole that each covers beyond those before it, 0 to 1.
    known: Share that was covered before the first.
    nearest: (N,) which pick each paper is nearest to, by its place in the list; -1 for one that is
        nearer to what was covered before, or near to none.
    """

    picks: Rows
    gains: NDArray[np.float64]
    known: float
    nearest: Rows


def method_table(rows: Rows, columns: Rows, shape: tuple[int, int]) -> sparse.csr_matrix:
    """(N, M) float32 0 or 1, from the row and column of each paper that speaks of a method."""
    from scipy import sparse  # a quarter of a second that other verbs can do without

    return sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)


def weighed(methods: sparse.csr_matrix) -> sparse.csr_matrix:
    """(N, M) float32 rows of length 1, what few papers have weighing more (inverse document frequency)."""
    from scipy import sparse

    total, often = methods.shape[0], np.asarray(methods.sum(axis=0)).ravel()
    heavier = methods @ sparse.diags(np.log((1 + total) / (1 + often)) + 1)
    lengths = np.sqrt(np.asarray(heavier.multiply(heavier).sum(axis=1)).ravel())
    return sparse.csr_matrix(sparse.diags(1 / np.where(lengths > 0, lengths, 1)) @ heavier, dtype=np.float32)


def cover(field: Field, k: int, known: Rows) -> Cover:
    """The k papers that cover a field best: facility location, chosen greedily.

    What a set covers of a paper is its similarity to the nearest of the set; the sum is submodular, so the
    greedy choice reaches (1 - 1/e) of the best possible one at least. Of more than 500 papers, what is
    covered is measured on 500 of them. Equal gains go by row.

    Args:
        known: Rows that count as covered by themselves and are not chosen (read already).

    References:
        Nemhauser, Wolsey, Fisher, "Analysis of approximations for maximizing submodular set functions I",
        Mathematical Programming 14 (1978), theorem 4.2; Minoux, "Accelerated greedy algorithms for maximizing
        submodular set functions", Optimization Techniques (1978): lazy evaluation.
    """
    total = len(field.meaning)
    places = np.unique(np.linspace(0, max(total - 1, 0), min(total, _MOST)).astype(np.int64))[:total]
    ground = Field(field.meaning[places], field.methods[places])
    covered = np.zeros(len(places), np.float32)
    for start in range(0, len(known), 256):
        covered = np.maximum(covered, _alike(field, known[start : start + 256], ground).max(axis=0))
    before = float(covered.sum(dtype=np.float64))
    whole = float(_own(ground).sum(dtype=np.float64)) or 1.0
    queue = _first_gains(field, ground, covered, known)
    picks: list[int] = []
    gains: list[float] = []
    while queue and len(picks) < k:
        if queue[0][2] != len(picks):
            stale = [heapq.heappop(queue)[1] for _ in range(min(_AT_ONCE, len(queue)))]
            fresh = np.maximum(_alike(field, np.array(stale), ground) - covered, 0).sum(axis=1)
            for gain, row in zip(fresh.tolist(), stale, strict=True):
                heapq.heappush(queue, (-gain, row, len(picks)))
            continue
        gain, row, _ = heapq.heappop(queue)
        picks.append(row)
        gains.append(-gain / whole)
        covered = np.maximum(covered, _alike(field, np.array([row]), ground)[0])
    chosen = np.array(picks, np.int64)
    return Cover(chosen, np.array(gains), before / whole, _nearest(field, chosen, known))


def _first_gains(field: Field, ground: Field, covered: Floats, known: Rows) -> list[tuple[float, int, int]]:
    """(-gain, row, 0) of each paper that may be chosen, as a heap."""
    step = max(1, _VALUES // max(len(covered), 1))
    free = np.setdiff1d(np.arange(len(field.meaning)), known)
    queue: list[tuple[float, int, int]] = []
    for start in range(0, len(free), step):
        rows = free[start : start + step]
        gains = np.maximum(_alike(field, rows, ground) - covered, 0).sum(axis=1, dtype=np.float64)
        queue += [(-gain, row, 0) for gain, row in zip(gains.tolist(), rows.tolist(), strict=True)]
    heapq.heapify(queue)
    return queue


def _alike(field: Field, rows: Rows, ground: Field) -> Floats:
    """(R, G) how much rows of a field have in common with papers of the ground, 0 to 1."""
    meaning = np.maximum(field.meaning[rows] @ ground.meaning.T, 0)
    shared = (field.methods[rows] @ ground.methods.T).toarray()
    return np.asarray((1 - _METHODS) * meaning + _METHODS * shared, np.float32)


def _own(ground: Field) -> Floats:
    """(G,) what each paper has in common with itself: all that can be covered."""
    meaning = np.einsum("gd,gd->g", ground.meaning, ground.meaning)
    methods = np.asarray(ground.methods.multiply(ground.methods).sum(axis=1)).ravel()
    return np.asarray((1 - _METHODS) * meaning + _METHODS * methods, np.float32)


def _nearest(field: Field, picks: Rows, known: Rows) -> Rows:
    """(N,) place of the nearest pick, the first of equal ones; -1 where a known paper is as near, or none."""
    best = np.zeros(len(field.meaning), np.float32)
    nearest = np.full(len(field.meaning), -1, np.int64)
    for start in range(0, len(known), 64):
        near = _alike(field, known[start : start + 64], field).max(axis=0)
        best = np.maximum(best, near)
    for place, row in enumerate(picks.tolist()):
        similar = _alike(field, np.array([row]), field)[0]
        nearer = similar > best
        best[nearer], nearest[nearer] = similar[nearer], place
    return nearest
