"""The two sentences of two papers that are most alike, where they are more alike than chance makes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from explorer.compute.neighbours import NOBODY, Floats
from explorer.compute.similarity import Space, Texts

_AROUND: Final = 3  #: nearest sentences of other papers that tell how common a sentence is
_MOST: Final = 99.99  #: more than a sample of pairs can tell
_STANDS_OUT: Final = 0.5  #: twice the spreads by which a pair is nearer than sentences of other papers are
_RARE: Final = 0.95  #: share of unrelated pairs of papers whose best pair of sentences is less alike
_LEAST: Final = 95.0  #: percentile that even a single pair of sentences must reach


@dataclass(frozen=True, slots=True)
class BestPair:
    """Attributes:
    one, other: Row of the first paper's sentence, and of the second's.
    score: Relative, in spreads above random pairs of the two languages.
    percentile: Share of random pairs of sentences that are less alike, 0 to 100.
    """

    one: int
    other: int
    score: float
    percentile: float


def best_pair(crowd: Space, one: Texts, other: Texts) -> BestPair | None:
    """The most alike sentences of two papers, or None where chance would do as well.

    Sentences that stand in many papers ("Code is available.") are damped like hubs of the neighbour graph: a
    score counts relative to how near both sentences are to those of other papers. Of A × B pairs of unrelated
    sentences the best one is high by chance: its percentile must exceed the A·B-th root of 0.95.

    Args:
        crowd: One sentence of each of many other papers.
        one, other: The sentences of the two.

    References:
        Conneau et al., "Word Translation Without Parallel Data", ICLR 2018, section 2.3, equation 4.
        Šidák, "Rectangular Confidence Regions", JASA 62 (1967), for the root.
    """
    if not len(one.groups) or not len(other.groups):
        return None
    scores, percentiles = crowd.compare(one, other)
    damped = 2 * scores - _commonness(crowd, one)[:, None] - _commonness(crowd, other)[None, :]
    damped[percentiles < needed(scores.size)] = -np.inf
    row, column = np.unravel_index(int(np.argmax(damped)), damped.shape)
    if damped[row, column] < _STANDS_OUT:
        return None
    place = int(row), int(column)
    return BestPair(*place, round(float(scores[place]), 3), round(min(float(percentiles[place]), _MOST), 2))


def needed(pairs: int) -> float:
    """Percentile that the best of some random pairs reaches in one case of twenty; at least 95."""
    return max(_LEAST, 100.0 * float(_RARE ** (1.0 / max(pairs, 1))))


def _commonness(crowd: Space, texts: Texts) -> Floats:
    """(N,) mean relative score of the nearest sentences of other papers; 0 where there are none."""
    found = crowd.nearest_to(texts, _AROUND)
    real = found.rows != NOBODY
    near: Floats = np.where(real, found.scores, 0).sum(axis=1) / np.maximum(real.sum(axis=1), 1)
    return near
