"""How far two engines agree on which papers are near: mutual nearest-neighbour overlap."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.neighbours import NOBODY, nearest

Floats = NDArray[np.float32]
Rows = NDArray[np.int32]

_PAIRS: Final = 8_000_000  #: pairs that are compared: all of 2,800 papers, 400 queries among 20,000
_RESAMPLES: Final = 1_000
_SEED: Final = 11


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """Attributes:
    mean: Mean share of its k nearest papers that a paper keeps from one engine to the other, 0 to 1.
    low, high: 95 % of bootstrap resamples of the papers lie between.
    chance: What two engines that have nothing to do with each other reach.
    asked: (Q,) rows whose neighbours were compared; all, or so many spread evenly.
    shares: (Q,) share that each keeps.
    one, other: (Q, k) their neighbours, nearest first; NOBODY where there are fewer.
    """

    mean: float
    low: float
    high: float
    chance: float
    asked: Rows
    shares: NDArray[np.float64]
    one: Rows
    other: Rows


def overlap(one: Floats, other: Floats, k: int) -> Overlap:
    """Mutual nearest-neighbour overlap of two engines' centred vectors (N, d) and (N, e) of the same papers.

    For each paper the intersection of its two sets of k nearest papers, divided by k; the mean of these.

    References:
        Huh, Cheung, Wang, Isola, "The Platonic Representation Hypothesis", ICML 2024, appendix A, equation 11
        (mutual nearest-neighbor metric).
    """
    total = len(one)
    k = min(k, max(total - 1, 1))
    count = min(total, max(_PAIRS // max(total, 1), 100))
    asked = np.unique(np.linspace(0, max(total - 1, 0), count).astype(np.int32))[:total]
    lists = [nearest(vectors[asked], vectors, k, asked).rows for vectors in (one, other)]
    shares = _shares(lists[0], lists[1])
    if not len(shares):
        return Overlap(0.0, 0.0, 0.0, 0.0, asked, shares, lists[0], lists[1])
    chance = np.random.default_rng(_SEED)
    means = [float(shares[chance.integers(0, len(shares), len(shares))].mean()) for _ in range(_RESAMPLES)]
    low, high = np.quantile(means, [0.025, 0.975])
    by_chance = k / max(total - 1, 1)
    return Overlap(
        float(shares.mean()), float(low), float(high), by_chance, asked, shares, lists[0], lists[1]
    )


def _shares(one: Rows, other: Rows) -> NDArray[np.float64]:
    """(Q,) size of the intersection of two sets in each row, divided by k."""
    both = (one[:, :, None] == other[:, None, :]) & (one != NOBODY)[:, :, None]
    return np.asarray(both.any(axis=2).sum(axis=1) / max(one.shape[1], 1), np.float64)
