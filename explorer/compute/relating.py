"""Neighbours of all texts and the edges between them, made anew or from those of most of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.groups import Group
from explorer.compute.neighbours import NOBODY, Nearest, Pairs, Report, Rows, merged, mutual_pairs
from explorer.compute.similarity import Shipped, Space, Texts

EDGES_OF_ONE: Final = 10  #: neighbours of a text that can become edges
LEAST: Final = 3.3  #: relative score of an edge; two random pairs in a thousand reach it
LEAST_OF_FEW: Final = (
    2.5  #: of an edge of a text that has fewer than two such neighbours; eight in a thousand
)
_NEAREST_KEPT: Final = 2  #: neighbours of a text that the threshold comes down to
KEPT: Final = 3 * EDGES_OF_ONE  #: neighbours of each text that edges are made from, and that are kept
_DRIFT: Final = 0.05  #: share of the texts behind a mean that may come or go before all is made anew
_SHIPPED_WEIGHT: Final = 200  #: texts that a shipped mean is worth, as in explorer.compute.groups
_FEW: Final = 1000  #: texts that are compared anew in less time than it takes to look what has changed


@dataclass(frozen=True, slots=True, eq=False)
class Related:
    """Attributes:
    found: (N, k) nearest texts of each text, relative scores.
    pairs: Those that are near in both directions.
    frame: What the scores were measured with.
    """

    found: Nearest
    pairs: Pairs
    frame: Shipped


def relate(texts: Texts, shipped: Shipped, k: int, progress: Report | None = None) -> Related:
    """Neighbours and mutual pairs among texts. Called in the worker process."""
    space = Space(texts, shipped)
    found = space.neighbours(k, progress)
    return Related(found, edges_of(found), space.frame())


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Neighbours that were kept, as they stand among the texts of today.

    Attributes:
        found: (N, KEPT) in rows of today; whatever for rows that are stale.
        fresh: (F,) rows whose text is new or has changed, ascending.
        stale: (S,) those, and rows that had a neighbour which is gone or has changed.
    """

    found: Nearest
    fresh: Rows
    stale: Rows


def relate_more(texts: Texts, frame: Shipped, known: Known, k: int) -> tuple[Nearest, Nearest, Pairs]:
    """(N, KEPT) neighbours of all, (S, k) of the stale ones, and the pairs. Called in the worker process.

    Costs what comparing the stale and fresh rows with all costs; the same as starting anew in this frame.
    """
    of_stale = Space(texts, frame, True).nearest_to_rows(known.stale, k)
    rest = np.setdiff1d(np.arange(len(texts.groups)), known.stale)
    rows, scores = known.found.rows.copy(), known.found.scores.copy()
    if len(known.fresh) and len(rest):
        near = Space(_taken(texts, known.fresh), frame, True).nearest_to(_taken(texts, rest), KEPT)
        inside = np.where(near.rows == NOBODY, NOBODY, known.fresh[near.rows]).astype(np.int32)
        best = merged(Nearest(rows[rest], scores[rest]), Nearest(inside, near.scores))
        rows[rest], scores[rest] = best.rows, best.scores
    rows[known.stale], scores[known.stale] = of_stale.rows[:, :KEPT], of_stale.scores[:, :KEPT]
    found = Nearest(rows, scores)
    return found, of_stale, edges_of(found)


def _taken(texts: Texts, rows: NDArray[np.integer]) -> Texts:
    return Texts(texts.meaning[rows], texts.wording[rows], tuple(texts.groups[row] for row in rows.tolist()))


def holds(before: Counter[Group], now: Counter[Group], moved: int) -> bool:
    """Whether the frame of other texts still serves: means and scales have hardly moved since.

    It does while of the texts behind the mean of each group (the library's and the 200 that a shipped one is
    worth) no more than one in twenty has come or gone, no more than that have changed in all, and there is no
    language that it has no scale for. Small libraries are compared anew every time.
    """
    total = sum(before.values())
    if min(total, sum(now.values())) < _FEW or moved > _DRIFT * (total + _SHIPPED_WEIGHT):
        return False
    if {group.language for group in now} - {group.language for group in before}:
        return False
    return all(
        abs(now[group] - before[group]) <= _DRIFT * (before[group] + _SHIPPED_WEIGHT)
        for group in before.keys() | now.keys()
    )


def edges_of(found: Nearest) -> Pairs:
    """Mutual pairs among neighbours with relative scores, above a threshold that adapts to each text.

    Where a subject is crowded only close pairs are edges; a text that stands apart keeps its two nearest that
    have it among theirs. Of 2,634 abstracts of one conference 22 in a hundred had no edge with one threshold
    for all, and one in a hundred has none so; the most edges of one are ten in both cases.
    """
    found = Nearest(found.rows[:, :KEPT], found.scores[:, :KEPT])
    second = found.scores[:, min(_NEAREST_KEPT, found.scores.shape[1]) - 1]
    return mutual_pairs(found, EDGES_OF_ONE, np.clip(second, LEAST_OF_FEW, LEAST))
