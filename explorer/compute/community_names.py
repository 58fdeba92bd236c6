"""Names of communities: the phrases that stand out in the titles of each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from explorer.compute.communities import NONE, Rows

_LEAST_SHARE: Final = 0.03  #: of a community's papers that have its name in their title or methods
_LEAST: Final = 2
_SWALLOWED: Final = 0.6  #: share of a phrase's papers from which the longer phrase around it counts instead
_STAYS: Final = 0.6  #: of the best score that an earlier name still needs
_CONSIDERED: Final = 60  #: phrases of a community, best first
_TERMS: Final = 5
_WORDS: Final = ((2, 3), (2, 4), (1, 4))  #: of a name, at least and at most, the best first


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Attributes:
    starts, columns: Compressed rows: phrases of paper i are columns[starts[i]:starts[i + 1]], none twice.
    texts: P phrases as they are shown.
    keys: P keys; a phrase lies within another where its key does, at word borders.
    words: (P,) uint8 words of each.
    """

    starts: NDArray[np.int64]
    columns: Rows
    texts: tuple[str, ...]
    keys: tuple[str, ...]
    words: NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Named:
    """A community's name, "" where its titles say nothing, and what else stands out, best first."""

    name: str
    terms: tuple[str, ...]


def class_tfidf(labels: Rows, phrases: Phrases) -> tuple[NDArray[np.int32], csr_array, csr_array]:
    """Communities (C,) ascending, their counts and scores (C, P): how much a phrase stands out in each.

    tf · log(1 + A / f): tf is the share of the community's papers that have the phrase, f the papers of all
    communities that have it, A the mean number of phrases of a community.

    References:
        Grootendorst, "BERTopic: Neural topic modeling with a class-based TF-IDF procedure", 2022,
        arXiv:2203.05794, section 3.3.
    """
    told = np.flatnonzero(labels != NONE)
    numbers, of_row = np.unique(labels[told], return_inverse=True)
    data = np.ones(len(phrases.columns))
    has = csr_array((data, phrases.columns, phrases.starts), shape=(len(labels), len(phrases.texts)))
    sums = csr_array((np.ones(len(told)), (of_row, told)), shape=(len(numbers), len(labels)))
    counts = csr_array(sums @ has)
    everywhere = np.asarray(counts.sum(axis=0)).ravel()
    mean = float(counts.sum()) / max(len(numbers), 1)
    sizes = np.bincount(of_row, minlength=len(numbers))
    scores = counts.copy()
    rows = np.repeat(np.arange(len(numbers)), np.diff(counts.indptr))
    scores.data = counts.data / sizes[rows] * np.log1p(mean / everywhere[counts.indices])
    return numbers.astype(np.int32), counts, scores


def names(labels: Rows, phrases: Phrases, before: Mapping[int, str]) -> dict[int, Named]:
    """Community -> name of two or three words, no two the same; none lies within another if it can be helped.

    The community in which a phrase stands out most takes it. An earlier name stays while it says nearly as
    much as the best one.

    Args:
        before: Names that communities had.
    """
    numbers, counts, scores = class_tfidf(labels, phrases)
    offers: list[tuple[float, int, int]] = []
    terms: dict[int, list[int]] = {}
    for place, number in enumerate(numbers.tolist()):
        found = _candidates(place, (counts, scores), int((labels == number).sum()), phrases)
        best = max((score for score, _ in found), default=0.0)
        terms[number] = [column for _, column in found]
        for score, column in found:
            stays = phrases.texts[column] == before.get(number) and score >= _STAYS * best
            offers.append((score + best if stays else score, number, column))
    taken: dict[int, int] = {}
    offers.sort(key=lambda offer: (-offer[0], offer[1], offer[2]))
    for _, number, column in offers:
        if number not in taken and not _is_like_another(column, taken.values(), phrases):
            taken[number] = column
    for _, number, column in offers:  # better a name that lies within another than none
        if number not in taken and column not in taken.values():
            taken[number] = column
    return {
        number: Named(
            phrases.texts[taken[number]] if number in taken else "",
            _terms(terms[number], taken.get(number, -1), phrases),
        )
        for number in numbers.tolist()
    }


def _candidates(
    place: int, tables: tuple[csr_array, csr_array], size: int, phrases: Phrases
) -> list[tuple[float, int]]:
    """(score, column) of what could name a community, best first; single words only where nothing else is."""
    counts, scores = tables
    part = slice(counts.indptr[place], counts.indptr[place + 1])
    columns, often, score = counts.indices[part], counts.data[part], scores.data[part]
    enough = often >= max(_LEAST, _LEAST_SHARE * size)
    for least, most in _WORDS:
        kept = np.flatnonzero(enough & (phrases.words[columns] >= least))
        kept = kept[np.lexsort((columns[kept], -score[kept]))][:_CONSIDERED]
        often_of = dict(zip(columns[kept].tolist(), often[kept].tolist(), strict=True))
        found = [
            (float(score[at]), int(columns[at]))
            for at in kept.tolist()
            if phrases.words[columns[at]] <= most and not _is_swallowed(int(columns[at]), often_of, phrases)
        ]
        if found:
            break
    return found


def _is_swallowed(column: int, often: Mapping[int, float], phrases: Phrases) -> bool:
    """Whether most papers that have a phrase have one and the same longer phrase around it."""
    least = _SWALLOWED * often[column]
    key = phrases.keys[column]
    return any(
        count >= least and other != column and _lies_within(key, phrases.keys[other])
        for other, count in often.items()
    )


def _lies_within(key: str, other: str) -> bool:
    return len(key) < len(other) and (f" {key} " in f" {other} " if key.isascii() else key in other)


def _is_like_another(column: int, others: Iterable[int], phrases: Phrases) -> bool:
    key = phrases.keys[column]
    return any(
        key == phrases.keys[other]
        or _lies_within(key, phrases.keys[other])
        or _lies_within(phrases.keys[other], key)
        for other in others
    )


def _terms(columns: Sequence[int], name: int, phrases: Phrases) -> tuple[str, ...]:
    """The next phrases that are neither the name nor a part of one another."""
    chosen = [name] if name >= 0 else []
    for column in columns:
        if len(chosen) > _TERMS:
            break
        if not _is_like_another(column, chosen, phrases):
            chosen.append(column)
    return tuple(phrases.texts[column] for column in chosen if column != name)
