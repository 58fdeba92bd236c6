"""What rises and declines between lists of papers: shares, log-odds with a prior, and how sure one can be.

A term is counted once per paper, so that of n papers y carry it. Lists of different length are compared by
shares, never by counts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

FALSE_SHARE: Final = 0.02  #: of what is called significant so much may be chance: of forty findings, not one
PRIOR: Final = 0.4  #: weight of the prior, as a share of the papers of the shorter list
LEAST: Final = 6  #: papers of both lists together; fewer can hardly stand out among thousands of terms

Counts = NDArray[np.int64]
Reals = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """T terms between two lists.

    Attributes:
        share_from, share_to: (T,) share of the papers that carry the term, 0 to 1; 0 of an empty list.
        effect: (T,) log-odds of the later list less those of the earlier one, drawn towards 0 by the prior.
        z: (T,) effect in its standard errors.
        p: (T,) chance that a shuffle of the papers between the lists shows as large an effect, either way.
        q: (T,) the smallest share of false findings at which the term would be called significant.
        significant: (T,) bool, q is at most ``FALSE_SHARE``.
    """

    share_from: Reals
    share_to: Reals
    effect: Reals
    z: Reals
    p: Reals
    q: Reals
    significant: NDArray[np.bool_]


def change(before: Counts, after: Counts, papers: tuple[int, int]) -> Change:
    """How T terms changed from one list of papers to another.

    The effect is the log-odds ratio under an informative Dirichlet prior: alpha_w, the pooled share of the
    term times ``PRIOR`` times the papers of the shorter list, is added to both lists (eq. 16). Since a paper
    carries a term or not, its variance keeps the papers without it (eq. 19), which eq. 20 drops.

    Counts of papers are too small for the normal distribution, by which 0 → 8 papers would be nothing. So p
    is exact: a shuffle leaves hypergeometrically many of the papers that carry a term to each list.

    Args:
        before, after: (T,) papers of each list that carry the term.
        papers: How many papers the two lists have.

    References:
        Monroe, Colaresi, Quinn, "Fightin' Words: Lexical Feature Selection and Evaluation for Identifying the
        Content of Political Conflict", Political Analysis 16 (2008), eq. 16 to 22, doi:10.1093/pan/mpn018.
        Fisher, "Statistical Methods for Research Workers", 1934, section 21.02 (the exact test).
    """
    n, m = papers
    total = before + after
    weight = PRIOR * min(papers)
    prior = weight * total / max(n + m, 1)
    sides = [(before + prior, n + weight), (after + prior, m + weight)]
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = [np.log(y / (size - y)) for y, size in sides]
        variance = sum(1 / y + 1 / (size - y) for y, size in sides)
        told = (total > 0) & (total < n + m) & (n > 0) & (m > 0)
        effect = np.where(told, odds[1] - odds[0], 0.0)
        z = np.where(told, effect / np.sqrt(variance), 0.0)
    p = exact_p(before, after, papers)
    q = benjamini_hochberg(p)
    return Change(before / max(n, 1), after / max(m, 1), effect, z, p, q, q <= FALSE_SHARE)


def exact_p(before: Counts, after: Counts, papers: tuple[int, int]) -> Reals:
    """(T,) chance of a split at least as unlikely as the one seen, either way, when papers are shuffled."""
    out = np.ones(len(before))
    total = before + after
    for carrying in np.unique(total).tolist():
        rows = np.flatnonzero(total == carrying)
        low, log_p = _splits(carrying, papers)
        order = np.argsort(log_p, kind="stable")
        sums = np.cumsum(np.exp(log_p[order]))
        # splits that are equally likely count together, whatever the last bits of their logarithms
        last = np.searchsorted(log_p[order], log_p[after[rows] - low] + 1e-7, side="right") - 1
        out[rows] = np.minimum(sums[last], 1.0)
    return out


def one_sided_p(before: int, after: int, papers: tuple[int, int]) -> float:
    """Chance that a shuffle gives the later list at least as many papers that carry a term."""
    low, log_p = _splits(before + after, papers)
    return float(min(np.exp(log_p[after - low :]).sum(), 1.0))


def _splits(carrying: int, papers: tuple[int, int]) -> tuple[int, Reals]:
    """Fewest papers of the later list that can carry a term, and log probabilities from there on."""
    n, m = papers
    low, high = max(0, carrying - n), min(carrying, m)
    k = np.arange(low, high + 1)
    log_p = _log_choose(m, k) + _log_choose(n, carrying - k) - _log_choose(n + m, np.array([carrying]))
    return low, log_p


def _log_choose(n: int, k: Counts) -> Reals:
    from scipy.special import gammaln

    out: Reals = gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1)
    return out


def benjamini_hochberg(p: Reals) -> Reals:
    """(T,) q-values: p times T through its rank, made to ascend with p.

    References:
        Benjamini, Hochberg, "Controlling the False Discovery Rate", J. R. Statist. Soc. B 57 (1995); n-grams
        that share papers depend positively, which it allows (Benjamini, Yekutieli 2001, theorem 1.2).
    """
    if not len(p):
        return p.copy()
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    out = np.empty(len(p))
    out[order] = np.minimum(np.minimum.accumulate(scaled[::-1])[::-1], 1.0)
    return out


@dataclass(frozen=True, slots=True, eq=False)
class Trajectories:
    """T terms over S lists.

    Attributes:
        shares: (S, T) share of the papers that carry the term.
        z: (T,) the trend: above 0 where shares rise.
        q, significant: As in ``Change``.
    """

    shares: Reals
    z: Reals
    q: Reals
    significant: NDArray[np.bool_]


def trajectories(counts: Counts, papers: Counts, times: Reals) -> Trajectories:
    """Whether shares rise or fall steadily over several lists: the Cochran-Armitage test.

    Args:
        counts: (S, T) papers of each list that carry the term.
        papers: (S,) papers of each list.
        times: (S,) when each list is; any unit.

    References:
        Armitage, "Tests for Linear Trends in Proportions and Frequencies", Biometrics 11 (1955), with the
        variance of a permutation, which is exact whatever the shares are.
    """
    from scipy.special import ndtr

    everything = float(papers.sum())
    pooled = counts.sum(axis=0) / max(everything, 1.0)
    mean = float(papers @ times) / max(everything, 1.0)
    spread = float(papers @ (times - mean) ** 2)
    variance = pooled * (1 - pooled) * spread * everything / max(everything - 1, 1.0)
    slope = (times - mean) @ (counts - papers[:, None] * pooled)
    z = np.divide(slope, np.sqrt(variance), out=np.zeros(len(pooled)), where=variance > 0)
    q = benjamini_hochberg(2 * ndtr(-np.abs(z)))
    return Trajectories(counts / np.maximum(papers, 1)[:, None], z, q, q <= FALSE_SHARE)
