"""Terms of titles as people are shown them: none begins or ends in a function word, none is told twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.text.ngrams import (
    LONGEST,
    NGrams,
    Words,
    closed_compounds,
    folded,
    literal_texts,
    lowered,
    ngrams,
    surfaces,
    words_of,
)
from explorer.text.phrases import FUNCTION_WORDS, as_name

LENGTHS: Final = tuple(range(1, LONGEST + 1))
_SAME_PAPERS: Final = 0.8  #: of a term's papers that a longer one around it has, from which on it is that one
_CUT: Final = (0.8, 0.5, 0.5)  #: of its places within a hyphened word, from which on it is a piece; by length

Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class TermTable:
    """T terms of N titles.

    Attributes:
        texts: (T,) as they are shown.
        lengths: (T,) int8 words of each.
        starts, titles: The titles that carry term t, each once: titles[starts[t]:starts[t + 1]], ascending.
    """

    texts: tuple[str, ...]
    lengths: NDArray[np.int8]
    starts: NDArray[np.int64]
    titles: NDArray[np.int32]


def title_terms(titles: Sequence[str], least: int, lengths: Sequence[int] = LENGTHS) -> TermTable:
    """The terms of some lengths that at least ``least`` titles carry."""
    written = closed_compounds(words_of(titles, pairs=True))
    words = folded(written)
    found = [ngrams(words, n, least) for n in LENGTHS]
    good = [_good(words, grams, n) & (n in lengths) for n, grams in zip(LENGTHS, found, strict=True)]
    kept = [
        grams.chosen(ok & ~told)
        for grams, ok, told in zip(found, good, _told_by_longer(found, good), strict=True)
    ]
    parts = [(n, kept[n - 1]) for n in LENGTHS]
    return _table(parts, [as_name(text) for n, part in parts for text in surfaces(written, part, n)])


def literal_terms(titles: Sequence[str], least: int, lengths: Sequence[int]) -> TermTable:
    """All literal n-grams of some lengths (see ``explorer.text.ngrams``)."""
    words = lowered(words_of(titles))
    parts = [(n, ngrams(words, n, least)) for n in lengths]
    return _table(parts, [text for _, part in parts for text in literal_texts(words, part)])


def _table(parts: Sequence[tuple[int, NGrams]], texts: Sequence[str]) -> TermTable:
    counts = np.concatenate([part.counts for _, part in parts])
    sizes = np.concatenate([np.full(len(part.words), n, np.int8) for n, part in parts])
    titles = np.concatenate([part.titles for _, part in parts])
    return TermTable(tuple(texts), sizes, np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), titles)


def _good(words: Words, grams: NGrams, n: int) -> Mask:
    """(T,) whether an n-gram could be a term: whole words, and none at its edges that only joins others.

    What a hyphen joins is one word: "off-policy" begins in no function word, "shot learning" cuts one.
    """
    joins = np.array([form in FUNCTION_WORDS for form in words.forms], np.bool_)
    thin = np.array([len(form) < 2 for form in words.forms], np.bool_)
    number = np.array([not any(map(str.isalpha, form)) for form in words.forms], np.bool_)
    first, last = grams.words[:, 0], grams.words[:, n - 1]
    after = np.append(words.hyphened, False)
    heads, tails = words.hyphened[grams.ats - n + 1], after[grams.ats + 1]
    glued_head, glued_tail = after[grams.ats - n + 2], words.hyphened[grams.ats]
    loose_head = joins[first] & (_share(grams, heads | ~glued_head) > 0.5)
    loose_tail = joins[last] & (_share(grams, tails | ~glued_tail) > 0.5)
    cut = _share(grams, heads | tails) > _CUT[n - 1]
    numbers = np.all([number[grams.words[:, place]] for place in range(n)], axis=0)
    alone = thin[first] & (n == 1)
    out: Mask = ~(loose_head | loose_tail | cut | numbers | alone)
    return out


def _share(grams: NGrams, places: Mask) -> NDArray[np.float64]:
    """(T,) share of the places of each n-gram at which something is so."""
    if not len(grams.words):
        return np.zeros(0)
    sums = np.add.reduceat(places.astype(np.float64), grams.at_starts[:-1])
    out: NDArray[np.float64] = sums / np.diff(grams.at_starts)
    return out


def _told_by_longer(found: Sequence[NGrams], good: Sequence[Mask]) -> list[Mask]:
    """(T,) masks, shortest first: a longer term has nearly the same papers."""
    told = [np.zeros(len(grams.words), np.bool_) for grams in found]
    row_of = [{tuple(row): i for i, row in enumerate(grams.words.tolist())} for grams in found]
    for size in range(len(found) - 1, 0, -1):
        counts = found[size].counts.tolist()
        for row, words in enumerate(found[size].words.tolist()):
            if good[size][row]:
                for shorter, inner in _inner(tuple(words[: size + 1])):
                    at = row_of[shorter - 1][inner + (-1,) * (LONGEST - shorter)]
                    if counts[row] >= _SAME_PAPERS * found[shorter - 1].counts[at]:
                        told[shorter - 1][at] = True
    return told


def _inner(words: tuple[int, ...]) -> list[tuple[int, tuple[int, ...]]]:
    """(length, words) of the runs of words within a longer one."""
    if len(words) == 2:
        return [(1, (words[0],)), (1, (words[1],))]
    return [(2, pair) for pair in pairwise(words)] + [(1, (word,)) for word in words]
