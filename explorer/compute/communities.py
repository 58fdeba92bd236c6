"""Communities of papers: Leiden on the graph of similar papers, the same from run to run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array
from scipy.spatial import cKDTree

Rows = NDArray[np.int32]
Weights = NDArray[np.float64]
Report = Callable[[int, int], None]

NONE: Final = -1  #: of a paper that belongs to no community, or of which nothing is known
LEAST: Final = 4  #: papers of a community; fewer join the one that they are linked to best
_LEAST_SHARE: Final = 0.003  #: of all papers
_OF_METHOD: Final = 0.5  #: what all links of one paper through one method weigh together
_MOST_USED: Final = 25  #: papers of a method that says something of them
_BESIDE: Final = 5  #: papers around one that is linked to nobody, to which it belongs for want of better
_WEIGHT_BESIDE: Final = 0.1
_KNOWN: Final = 0.75  #: share of papers with a community from which the old ones are where it begins
_KEPT: Final = 0.3  #: share of the papers of two communities that are in both, for one to be the other
_TRIALS: Final = 4
_ITERATIONS: Final = 4
_STEPS: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Undirected, weighted: ends (M, 2) int32 rows, weights (M,) float64 > 0."""

    ends: Rows
    weights: Weights


def resolution_for(count: int) -> float:
    """Resolution of modularity that gives communities a person can take in, for so many linked papers.

    At resolution 1 the graph of one year's ICML falls into 25 parts, and one five times as large into hardly
    more. A smooth function, so that a few papers more do not change it.
    """
    return float(np.clip((count / 600) ** 0.35, 0.8, 2.0))


def shared_methods(papers: Rows, methods: Rows) -> Links:
    """Links between papers that use the same method; papers and methods (K,) int32, aligned, no pair twice.

    A method of few papers says more than one of many; one of more than 25 says nothing.
    """
    order = np.lexsort((papers, methods))
    papers, methods = papers[order], methods[order]
    _, first, counts = np.unique(methods, return_index=True, return_counts=True)
    ends, weights = [np.zeros((0, 2), np.int32)], [np.zeros(0)]
    for start, used in zip(first.tolist(), counts.tolist(), strict=True):
        if 2 <= used <= _MOST_USED:
            one, other = np.triu_indices(used, 1)
            members = papers[start : start + used]
            ends.append(np.stack([members[one], members[other]], axis=1))
            weights.append(np.full(len(one), _OF_METHOD / (used - 1)))
    return Links(np.concatenate(ends), np.concatenate(weights))


def joined(one: Links, other: Links) -> Links:
    """Both; between the same two rows their weights add up."""
    ends = np.concatenate([one.ends, other.ends]).astype(np.int64)
    weights = np.concatenate([one.weights, other.weights])
    ends = ends[:, ::-1].copy() if not len(ends) else np.sort(ends, axis=1)
    apart = ends[:, 0] != ends[:, 1]
    ends, weights = ends[apart], weights[apart]
    kept, place = np.unique(ends, axis=0, return_inverse=True)
    total = np.bincount(place.ravel(), weights, minlength=len(kept))
    return Links(kept.astype(np.int32).reshape(-1, 2), total.astype(np.float64))


def beside(places: NDArray[np.float32], rows: NDArray[np.int64]) -> Links:
    """Weak links from some rows to their nearest others on the map; places (N, 2) float32, NaN for none."""
    placed = np.flatnonzero(np.isfinite(places).all(axis=1))
    rows = rows[np.isin(rows, placed)]
    near = min(_BESIDE + 1, len(placed))
    if near < 2 or not len(rows):
        return Links(np.zeros((0, 2), np.int32), np.zeros(0))
    _, found = cKDTree(places[placed]).query(places[rows], near)
    ends = np.stack([np.repeat(rows, near), placed[found].ravel()], axis=1).astype(np.int32)
    ends = ends[ends[:, 0] != ends[:, 1]]
    return Links(ends, np.full(len(ends), _WEIGHT_BESIDE))


def find(count: int, links: Links, before: Rows, seed: int, progress: Report | None = None) -> Rows:
    """(count,) int32 community of each row, NONE where it is linked to nobody or to too few.

    Where most rows had a community before, the search begins there, and a community that shares most of its
    rows with an old one takes its number; a new one takes a number that none had. The same arguments give the
    same result.

    Args:
        before: (count,) int32 numbers that rows had, NONE for none.
        progress: Called with (steps done, steps).

    References:
        Traag, Waltman, van Eck, "From Louvain to Leiden: guaranteeing well-connected communities",
        Scientific Reports 9, 5233 (2019).

    >>> square = np.array([(0, 1), (1, 2), (2, 3), (3, 0), (0, 2), (1, 3)], np.int32)
    >>> links = Links(np.concatenate([square, square + 4]), np.ones(12))
    >>> find(9, links, np.full(9, NONE, np.int32), seed=1).tolist()
    [0, 0, 0, 0, 1, 1, 1, 1, -1]
    """
    if not len(links.ends):
        return np.full(count, NONE, np.int32)
    found = _leiden(count, links, before, seed)
    if progress is not None:
        progress(1, _STEPS)
    found = without_small(found, links, max(LEAST, round(_LEAST_SHARE * count)))
    if progress is not None:
        progress(2, _STEPS)
    return renumbered(found, before)


def _leiden(count: int, links: Links, before: Rows, seed: int) -> Rows:
    """(count,) int32, NONE for rows without a link."""
    from graspologic_native import leiden

    linked = np.unique(links.ends)
    names = [str(row) for row in range(count)]
    edges = [
        (names[one], names[other], weight)
        for (one, other), weight in zip(links.ends.tolist(), links.weights.tolist(), strict=True)
    ]
    is_known = bool((before[linked] != NONE).mean() >= _KNOWN)
    _, found = leiden(
        edges,
        _start(linked, before, links) if is_known else None,
        resolution_for(len(linked)),
        iterations=1 if is_known else _ITERATIONS,
        trials=1 if is_known else _TRIALS,
        seed=seed,
    )
    out = np.full(count, NONE, np.int32)
    for name, community in found.items():
        out[int(name)] = community
    return out


def _start(linked: NDArray[np.int32], before: Rows, links: Links) -> dict[str, int]:
    """Row -> the old community, or that of its neighbours; numbers without gaps."""
    begin = spread(before, links)
    alone = begin[linked] == NONE
    numbers = begin[linked].astype(np.int64)
    numbers[alone] = numbers.max(initial=0) + 1 + np.arange(int(alone.sum()))
    _, dense = np.unique(numbers, return_inverse=True)
    return {str(row): int(number) for row, number in zip(linked.tolist(), dense.tolist(), strict=True)}


def spread(known: Rows, links: Links, rounds: int = 3, least: float = 0.0) -> Rows:
    """Rows of NONE get the community that most weight of their links leads to; the others keep theirs.

    Where two weigh the same, the one with the lower number.

    Args:
        least: Share of the weight that has to lead there.
    """
    out = known.copy()
    for _ in range(rounds):
        open_rows = np.flatnonzero(out == NONE)
        if not len(open_rows):
            break
        votes = _votes(out, links)[open_rows]
        best, weight = _strongest(votes)
        told = (weight > 0) & (weight >= least * np.asarray(votes.sum(axis=1)).ravel())
        if not told.any():
            break
        out[open_rows[told]] = best[told]
    return out


def _votes(labels: Rows, links: Links) -> csr_array:
    """(N, C) weight of each row's links to the members of each community."""
    ends = np.concatenate([links.ends, links.ends[:, ::-1]])
    weights = np.concatenate([links.weights, links.weights])
    told = labels[ends[:, 1]] != NONE
    shape = (len(labels), int(labels.max(initial=-1)) + 1)
    rows, columns = ends[told, 0], labels[ends[told, 1]]
    return csr_array(coo_array((weights[told], (rows, columns)), shape=shape))


def _strongest(votes: csr_array) -> tuple[Rows, Weights]:
    """Column of the highest value of each row, and that value; (0, 0.0) of an empty row."""
    best = np.zeros(votes.shape[0], np.int32)
    weight = np.zeros(votes.shape[0])
    votes.sort_indices()
    for row in np.flatnonzero(np.diff(votes.indptr)).tolist():
        part = slice(votes.indptr[row], votes.indptr[row + 1])
        at = int(votes.data[part].argmax())
        best[row], weight[row] = votes.indices[part][at], votes.data[part][at]
    return best, weight


def without_small(labels: Rows, links: Links, least: int) -> Rows:
    """Communities of fewer than ``least`` rows dissolve into those that their rows are linked to."""
    sizes = np.bincount(labels[labels != NONE])
    small = np.flatnonzero((sizes > 0) & (sizes < least))
    if not len(small):
        return labels
    kept = labels.copy()
    kept[np.isin(labels, small)] = NONE
    moved = spread(kept, links)
    moved[labels == NONE] = NONE
    return moved


def renumbered(found: Rows, before: Rows) -> Rows:
    """Communities by the numbers of the old ones whose rows they hold; new ones by falling size.

    Pairs are taken by how many rows they share, each number once; a pair counts from 30 % of the rows that
    had a number (intersection over union).

    >>> renumbered(np.array([0, 0, 0, 1, 1, 1], np.int32), np.array([9, 9, 9, 4, 4, -1], np.int32)).tolist()
    [9, 9, 9, 4, 4, 4]
    """
    number = _inherited(found, before)
    sizes = np.bincount(found[found != NONE], minlength=0)
    fresh = int(before.max(initial=-1)) + 1
    order = np.lexsort((np.arange(len(sizes)), -sizes))
    for community in order.tolist():
        if sizes[community] and community not in number:
            number[community] = fresh
            fresh += 1
    table = np.full(max(len(sizes), 1), NONE, np.int32)
    for community, new in number.items():
        table[community] = new
    return np.where(found == NONE, NONE, table[found]).astype(np.int32)


def _inherited(found: Rows, before: Rows) -> dict[int, int]:
    """New community -> number of the old one that it continues."""
    both = (found != NONE) & (before != NONE)
    pairs, shared = np.unique(np.stack([found[both], before[both]]), axis=1, return_counts=True)
    old = dict(zip(*(part.tolist() for part in np.unique(before[both], return_counts=True)), strict=True))
    new = dict(zip(*(part.tolist() for part in np.unique(found[both], return_counts=True)), strict=True))
    number: dict[int, int] = {}
    for at in np.lexsort((pairs[1], pairs[0], -shared)).tolist():
        one, other = int(pairs[0, at]), int(pairs[1, at])
        union = new[one] + old[other] - int(shared[at])
        if one not in number and other not in number.values() and shared[at] >= _KEPT * union:
            number[one] = other
    return number


def hues(labels: Rows, links: Links, before: Mapping[int, int], count: int) -> dict[int, int]:
    """Community -> hue, 0 to count - 1: linked ones differ where they can, old ones keep theirs."""
    used = np.unique(labels[labels != NONE])
    inside = (labels[links.ends] != NONE).all(axis=1)
    place = np.searchsorted(used, labels[links.ends[inside]])
    between = np.zeros((len(used), len(used)))
    np.add.at(between, (place[:, 0], place[:, 1]), links.weights[inside])
    between += between.T
    out = {number: before[number] % count for number in used.tolist() if number in before}
    sizes = np.bincount(np.searchsorted(used, labels[labels != NONE]), minlength=len(used))
    for at in np.lexsort((used, -sizes)).tolist():
        if int(used[at]) in out:
            continue
        cost = np.zeros(count)
        for other, hue in out.items():
            cost[hue] += between[at, int(np.searchsorted(used, other))] + 1e-6
        out[int(used[at])] = int(cost.argmin())
    return out
