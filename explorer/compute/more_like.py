"""More like these, less like those: papers ranked by a few marked ones, and how well the marked ones tell.

Two kinds of evidence, each in spreads above the middle of all papers, count the same: what the texts mean
(a linear discriminant, the whitened mean of the marked vectors) and what they name (terms and methods,
weighed by how much more often the marked papers have them). The first ten papers found then count half as
much as the marked ones do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy import sparse

Floats = NDArray[np.float64]
Rows = NDArray[np.int64]

TOP: Final = 20  #: papers among which a marked one counts as found again
_RIDGE: Final = 1.0  #: added to the variance of each direction, in means of all directions
_SAMPLE: Final = 4_000  #: rows that the variances are told from
_MARKS: Final = 60  #: terms and methods that count
_ECHO_OF: Final = 10  #: papers found first that count as marked ones in a second round
_ECHO: Final = 0.5  #: weight of that round
_AGAINST: Final = 0.25  #: weight of what papers that are not meant have in common
_MOST_FOLDS: Final = 40  #: marked papers that are left out one by one


@dataclass(frozen=True, slots=True, eq=False)
class Traits:
    """What is known of N papers.

    Attributes:
        meaning: (N, d) float32 centred vectors.
        marks: (N, T) 0 or 1: whether the paper has a term or method; those that any marked paper has.
        lengths: (N,) about how many words are known of each.
    """

    meaning: NDArray[np.float32]
    marks: sparse.csr_matrix
    lengths: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Attributes:
    scores: (N,) higher is more alike.
    weights: (T,) what each term or method counts; 0 for most.
    """

    scores: Floats
    weights: Floats


class MoreLike:
    """Ranks papers by marked ones; the same for the same input."""

    def __init__(self, traits: Traits) -> None:
        self._traits = traits
        self._totals = np.asarray(traits.marks.sum(axis=0), np.float64).ravel()
        self._damping = np.sqrt(traits.lengths + 20.0)

    @cached_property
    def _centre(self) -> NDArray[np.float32]:
        centre: NDArray[np.float64] = self._traits.meaning.mean(axis=0, dtype=np.float64)
        return centre.astype(np.float32)

    @cached_property
    def _factor(self) -> tuple[Floats, bool]:
        """Cholesky factor of the ridged covariance, from rows spread evenly over all."""
        from scipy import linalg

        meaning = self._traits.meaning
        rows = np.unique(np.linspace(0, len(meaning) - 1, min(len(meaning), _SAMPLE)).astype(np.int64))
        away = meaning[rows] - self._centre
        spread = (away.T @ away).astype(np.float64) / len(rows)
        ridge = max(_RIDGE * float(np.trace(spread)) / len(spread), 1e-9)
        factor, lower = linalg.cho_factor(spread + ridge * np.eye(len(spread)))
        return factor, bool(lower)

    def rank(self, more: Rows, less: Rows) -> Ranking:
        """All papers by rows that are meant (one at least) and rows that are not."""
        scores, weights = self._ranked([(more, less)])
        return Ranking(scores[:, 0], weights[:, 0])

    def found_again(self, more: Rows, less: Rows) -> Rows:
        """(F,) place that each marked paper gets from the other ones, 1 is the first; 0 where it is alone.

        Leave-one-out; of more than 40 papers 40 spread evenly over their rows are left out one by one.
        """
        if len(more) < 2:
            return np.zeros(len(more), np.int64)
        picked = np.unique(np.linspace(0, len(more) - 1, min(len(more), _MOST_FOLDS)).astype(np.int64))
        scores, _ = self._ranked([(np.delete(more, place), less) for place in picked])
        places = np.empty(len(picked), np.int64)
        for fold, place in enumerate(picked):
            own = scores[:, fold]
            others = np.ones(len(own), bool)
            others[more] = others[less] = False
            places[fold] = 1 + np.count_nonzero(own[others] > own[more[place]])
        return places

    def _ranked(self, wishes: Sequence[tuple[Rows, Rows]]) -> tuple[Floats, Floats]:
        """(N, W) scores and (T, W) weights of W wishes."""
        first, weights = self._round(wishes)
        echoes = []
        for wish, (more, less) in enumerate(wishes):
            own = first[:, wish].copy()
            own[more] = own[less] = -np.inf
            order = np.argsort(-own, kind="stable")[:_ECHO_OF]
            echoes.append((order[np.isfinite(own[order])], less))
        if any(len(echo) == 0 for echo, _ in echoes):
            return first, weights
        again, _ = self._round(echoes)
        return first + _ECHO * again, weights

    def _round(self, wishes: Sequence[tuple[Rows, Rows]]) -> tuple[Floats, Floats]:
        weights = np.stack([self._weigh(more, less) for more, less in wishes], axis=1)
        named = np.asarray(self._traits.marks @ weights) / self._damping[:, None]
        return _in_spreads(self._mean(wishes)) + _in_spreads(named), weights

    def _mean(self, wishes: Sequence[tuple[Rows, Rows]]) -> Floats:
        """(N, W) discriminants of what texts mean."""
        meaning = self._traits.meaning
        sides = []
        for more, less in wishes:
            side = meaning[more].mean(axis=0, dtype=np.float64) - self._centre
            if len(less):
                side -= _AGAINST * (meaning[less].mean(axis=0, dtype=np.float64) - self._centre)
            sides.append(side)
        from scipy import linalg

        directions = linalg.cho_solve(self._factor, np.stack(sides, axis=1)).astype(np.float32)
        return np.asarray(meaning @ directions, np.float64)

    def _weigh(self, more: Rows, less: Rows) -> Floats:
        """(T,) weight of each term and method."""
        weights = self._relevance(more)
        if len(less):
            against = self._relevance(less)
            weights = weights - _AGAINST * np.where(weights > 0, 0.0, against)
        return weights

    def _relevance(self, rows: Rows) -> Floats:
        """(T,) how much more often papers have a mark than all papers do; the 60 that tell most.

        References:
            Robertson, Sparck Jones, "Relevance Weighting of Search Terms", JASIS 27 (1976), formula F4;
            Robertson, "On Term Selection for Query Expansion", Journal of Documentation 46 (1990).
        """
        total, size = len(self._damping), len(rows)
        have = np.asarray(self._traits.marks[rows].sum(axis=0), np.float64).ravel()
        rest = np.maximum(total - self._totals - size + have, 0) + 0.5
        odds = np.log((have + 0.5) / (size - have + 0.5) * rest / (self._totals - have + 0.5))
        odds[(have < (2 if size > 2 else 1)) | (odds < 0)] = 0.0
        telling = have * odds
        telling[np.argsort(-telling, kind="stable")[_MARKS:]] = 0.0
        return telling / max(size, 1)


def _in_spreads(scores: Floats) -> Floats:
    """(N, W) columns with mean 0 and standard deviation 1; zeros where all are equal."""
    spread = scores.std(axis=0)
    return np.asarray((scores - scores.mean(axis=0)) / np.where(spread > 1e-12, spread, np.inf), np.float64)


def mark_table(columns: Sequence[Rows], rows: int) -> sparse.csr_matrix:
    """(rows, T) 0 or 1, from the rows that have each of T terms or methods."""
    from scipy import sparse  # a quarter of a second that other verbs can do without

    ends = np.concatenate([[0], np.cumsum([len(column) for column in columns])]).astype(np.int64)
    indices = np.concatenate(columns) if columns else np.zeros(0, np.int64)
    values = np.ones(len(indices))
    return sparse.csc_matrix((values, indices, ends), shape=(rows, len(columns))).tocsr()
