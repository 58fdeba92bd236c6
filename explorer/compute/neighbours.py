"""Exact nearest neighbours by inner product, in blocks of bounded memory, and the graph they make."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Rows = NDArray[np.int32]
Report = Callable[[int, int], None]

NOBODY: Final = -1  #: row number where there are fewer than k neighbours
_BLOCK_VALUES: Final = 8_000_000  #: scores that are in memory at once (32 MB)
_PROBES: Final = 1024  #: base rows whose scores tell how high the k-th best will be
_SPARE: Final = 6  #: candidates kept beyond k until they are scored again in float64


@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """Attributes:
    rows: (Q, k) int32 rows of the base, best first; NOBODY where the base is too small.
    scores: (Q, k) float32 inner products; -inf where there is NOBODY.
    """

    rows: Rows
    scores: Floats


def nearest(
    queries: Floats, base: Floats, k: int, skip: Rows | None = None, progress: Report | None = None
) -> Nearest:
    """The k base rows with the highest inner product, for each query.

    Args:
        queries: (Q, d) float32.
        base: (B, d) float32.
        k: How many.
        skip: (Q,) int32, a base row that each query must not find (itself), NOBODY for none.
        progress: Called with (queries done, Q).

    The candidates are scored again in float64 and equal scores go by row number, so that the result does not
    depend on the size of the blocks; exact but for differences below float32's precision.
    """
    total = len(queries)
    rows = np.full((total, k), NOBODY, np.int32)
    scores = np.full((total, k), -np.inf, np.float32)
    if not len(base) or not total or k < 1:
        return Nearest(rows, scores)
    step = max(1, min(1024, _BLOCK_VALUES // len(base)))
    for start in range(0, total, step):
        block = slice(start, min(start + step, total))
        table = queries[block] @ base.T
        if skip is not None:
            own = np.flatnonzero(skip[block] >= 0)
            table[own, skip[block][own]] = -np.inf
        candidates = _candidates(table, min(k + _SPARE, len(base)))
        found = _rescored(queries[block], base, candidates, table)
        width = min(k, found.rows.shape[1])
        rows[block, :width], scores[block, :width] = found.rows[:, :width], found.scores[:, :width]
        if progress is not None:
            progress(block.stop, total)
    return Nearest(rows, scores)


def _candidates(table: Floats, k: int) -> Rows:
    """(Q, k) columns with the highest values of each row, in no order.

    A sample of the columns tells a bound that few values exceed, so that few are sorted.
    """
    count = table.shape[1]
    if count <= max(4 * k, _PROBES):
        return np.argpartition(table, count - k, axis=1)[:, count - k :].astype(np.int32)
    sample = table[:, :: count // _PROBES]
    place = sample.shape[1] - 1 - int(np.ceil(sample.shape[1] * 3.0 * k / count))
    bound = np.partition(sample, place, axis=1)[:, place]
    above, columns = np.divmod(np.flatnonzero(table >= bound[:, None]), count)  # np.nonzero: 15 times slower
    values = table[above, columns]
    counts = np.bincount(above, minlength=len(table))
    order = np.lexsort((-values, above))
    first = np.concatenate([[0], np.cumsum(counts)[:-1]])
    result = np.empty((len(table), k), np.int32)
    full = np.flatnonzero(counts >= k)
    result[full] = columns[order[first[full][:, None] + np.arange(k)]]
    for row in np.flatnonzero(counts < k):
        result[row] = np.argpartition(table[row], count - k)[count - k :]
    return result


def _rescored(queries: Floats, base: Floats, candidates: Rows, table: Floats) -> Nearest:
    """The candidates in order of their float64 scores, then of their rows."""
    exact = np.einsum("qd,qkd->qk", queries, base[candidates], dtype=np.float64)
    exact[~np.isfinite(np.take_along_axis(table, candidates, axis=1))] = -np.inf
    order = np.lexsort((candidates, -exact), axis=1)
    rows = np.take_along_axis(candidates, order, axis=1)
    scores = np.take_along_axis(exact, order, axis=1)
    rows[~np.isfinite(scores)] = NOBODY
    return Nearest(rows, scores.astype(np.float32))


def merged(one: Nearest, other: Nearest) -> Nearest:
    """The best k of two lists per query about different base rows; k is that of the first."""
    rows = np.concatenate([one.rows, other.rows], axis=1)
    scores = np.concatenate([one.scores, other.scores], axis=1)
    order = np.lexsort((rows, -scores), axis=1)[:, : one.rows.shape[1]]
    return Nearest(np.take_along_axis(rows, order, axis=1), np.take_along_axis(scores, order, axis=1))


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Attributes:
    ends: (M, 2) int32 rows, the smaller first, in ascending order.
    scores: (M,) float32 inner products.
    """

    ends: Rows
    scores: Floats


def mutual_pairs(found: Nearest, k: int, floor: float | Floats) -> Pairs:
    """Edges of the mutual k-nearest-neighbour graph, hubs damped, weak pairs left out.

    Hubs, near to everything, are damped by local scaling: a pair's score counts relative to how near both are
    to their own neighbours (CSLS), and both must have the other among the k best on that scale.

    Args:
        found: Neighbours of every row in the same rows, more than k of them (three times k does).
        k: Neighbours that count.
        floor: Lowest score of an edge, for all or (N,) one per row, of which the lower one counts.

    References:
        Conneau et al., "Word Translation Without Parallel Data", ICLR 2018, section 2.3, equation 4.
    """
    total = len(found.rows)
    real = found.rows != NOBODY
    near = np.where(real, found.scores, 0)[:, :k].sum(axis=1) / np.maximum(real[:, :k].sum(axis=1), 1)
    scaled = np.where(real, 2 * found.scores - near[:, None] - near[found.rows], -np.inf)
    order = np.lexsort((found.rows, -scaled), axis=1)[:, :k]
    sources = np.repeat(np.arange(total, dtype=np.int64), order.shape[1])
    targets = np.take_along_axis(found.rows, order, axis=1).ravel().astype(np.int64)
    scores = np.take_along_axis(found.scores, order, axis=1).ravel()
    kept = targets != NOBODY
    sources, targets, scores = sources[kept], targets[kept], scores[kept]
    low, high = np.minimum(sources, targets), np.maximum(sources, targets)
    keys, first, seen = np.unique(low * total + high, return_index=True, return_counts=True)
    bounds = np.broadcast_to(np.asarray(floor, np.float32), (total,))
    chosen = (seen == 2) & (scores[first] >= np.minimum(bounds[keys // total], bounds[keys % total]))
    ends = np.stack([keys[chosen] // total, keys[chosen] % total], axis=1).astype(np.int32)
    return Pairs(ends.reshape(-1, 2), scores[first][chosen])
