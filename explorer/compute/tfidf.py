"""Which of many texts a short text describes best: cosine of TF-IDF vectors of whole words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from scipy import sparse

Rows = NDArray[np.int64]
_WORD = re.compile(r"[a-z0-9]{2,}")
_CHUNK = 256  #: queries whose scores against all texts are in memory at once


@dataclass(frozen=True, slots=True, eq=False)
class WordIndex:
    """Attributes:
    columns: Word → column.
    weights: (W,) float32 inverse document frequency.
    rows: (N, W) unit vectors of the texts, compressed sparse rows, float32.
    """

    columns: dict[str, int]
    weights: NDArray[np.float32]
    rows: sparse.csr_matrix


def index_words(texts: Iterable[str]) -> WordIndex:
    """The texts as vectors: (1 + log tf) · (log((1 + N) / (1 + df)) + 1), of length 1.

    References:
        Manning, Raghavan, Schütze, "Introduction to Information Retrieval" (2008), section 6.4, scheme ltc.
    """
    columns: dict[str, int] = {}
    counts = _counted(texts, lambda word: columns.setdefault(word, len(columns)), columns)
    df = np.bincount(counts.indices, minlength=len(columns))
    weights = (np.log((1 + counts.shape[0]) / (1 + df)) + 1).astype(np.float32)
    return WordIndex(columns, weights, _unit(counts, weights))


def top_two(
    index: WordIndex, queries: Sequence[str], groups: Sequence[Rows]
) -> list[list[tuple[int, float, float]]]:
    """The text that each query describes best, in each group of texts.

    Args:
        groups: Rows of the index; each group is judged by itself.

    Returns:
        For each query one (row, its cosine, cosine of the second) per group; row -1 where nothing is shared.
    """
    vectors = _unit(_counted(queries, lambda word: index.columns.get(word, -1), index.columns), index.weights)
    found: list[list[tuple[int, float, float]]] = []
    for start in range(0, vectors.shape[0], _CHUNK):
        scores = (vectors[start : start + _CHUNK] @ index.rows.T).toarray()
        found += [[_best(row, group) for group in groups] for row in scores]
    return found


def _best(scores: NDArray[np.float32], group: Rows) -> tuple[int, float, float]:
    """Best row of a group with its score and the second score; the lower row where two are equal."""
    own = scores[group]
    if not len(own) or own.max() <= 0:
        return -1, 0.0, 0.0
    first = int(own.argmax())
    others = np.delete(own, first)
    return int(group[first]), float(own[first]), float(others.max()) if len(others) else 0.0


def _counted(
    texts: Iterable[str], column_of: Callable[[str], int], columns: dict[str, int]
) -> sparse.csr_matrix:
    """(N, W) 1 + log of how often each word stands in each text; words without a column are left out."""
    indices: list[int] = []
    values: list[int] = []
    ends = [0]
    for text in texts:
        for word, count in Counter(_WORD.findall(text.lower())).items():
            if (column := column_of(word)) >= 0:
                indices.append(column)
                values.append(count)
        ends.append(len(indices))
    data = (1 + np.log(np.array(values, np.float32))).astype(np.float32)
    from scipy import sparse  # a quarter of a second that most verbs can do without

    return sparse.csr_matrix((data, indices, ends), shape=(len(ends) - 1, len(columns)), dtype=np.float32)


def _unit(counts: sparse.csr_matrix, weights: NDArray[np.float32]) -> sparse.csr_matrix:
    rows = counts.copy()
    rows.data *= weights[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1), np.float32)).ravel()
    lengths[lengths == 0] = 1
    rows.data /= np.repeat(lengths, np.diff(rows.indptr))
    return rows
