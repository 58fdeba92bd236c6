"""Traits: what is known of all papers, as far as some marked ones are concerned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.more_like import Traits, mark_table
from explorer.pipeline.similar import Comparable
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.term_places import (
    methods_of,
    papers_with,
    places_of,
    sizes,
    speaking_blocks,
    texts_of,
)
from explorer.text.bigrams import match_query
from explorer.text.telling_words import commonest_words

_WORDS: Final = 240  #: of the marked papers that are looked up
_TEXTS: Final = 60  #: marked papers whose words are read
_CHARACTERS: Final = 7.0  #: of a word with its space

Rows = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Mark:
    """A term, or a method with its id."""

    name: str
    method: int | None = None


def read_traits(reader: Reader, known: Comparable, marked: Sequence[int]) -> tuple[Traits, tuple[Mark, ...]]:
    """Traits of all papers of a space, and what its columns of marks are.

    Args:
        marked: Papers that are meant or not; terms and methods are theirs.
    """
    words = _words(reader, marked)
    methods = methods_of(reader, marked)
    names = {row.id: row.name for row in nodes(reader, methods)}
    found = [*_papers_of_words(reader, words), *_papers_of_methods(reader, methods)]
    marks = mark_table([_rows(known.nodes, papers) for papers in found], len(known.nodes))
    labels = [*(Mark(word) for word in words), *(Mark(names.get(m, ""), m) for m in methods)]
    return Traits(known.space.meaning, marks, _lengths(reader, known.nodes)), tuple(labels)


def _words(reader: Reader, marked: Sequence[int]) -> list[str]:
    picked = np.unique(np.linspace(0, len(marked) - 1, min(len(marked), _TEXTS)).astype(int))
    texts = texts_of(reader, [marked[place] for place in picked.tolist()])
    return commonest_words(texts, 2 if len(texts) > 2 else 1, _WORDS)


def _papers_of_words(reader: Reader, words: Sequence[str]) -> list[Rows]:
    """Papers that have each word in their titles or in what is said of them."""
    pairs = np.array(speaking_blocks(reader), np.int64).reshape(-1, 2)
    found = []
    for word in words:
        in_names, in_blocks = places_of(reader, match_query(f'"{word}"'))
        rows = _rows(pairs[:, 0], np.array(in_blocks, np.int64))
        found.append(np.union1d(np.array(in_names, np.int64), pairs[rows, 1]))
    return found


def _papers_of_methods(reader: Reader, methods: Sequence[int]) -> list[Rows]:
    pairs = np.array(papers_with(reader, methods), np.int64).reshape(-1, 2)
    ends = np.searchsorted(pairs[:, 0], [*methods, np.iinfo(np.int64).max])
    return [pairs[start:end, 1] for start, end in pairwise(ends.tolist())]


def _rows(known: Rows, wanted: Rows) -> Rows:
    """Places of those of some ids that stand in an ascending array."""
    place = np.searchsorted(known, wanted).clip(0, max(len(known) - 1, 0))
    return place[known[place] == wanted] if len(known) else place[:0]


def _lengths(reader: Reader, papers: Rows) -> NDArray[np.float64]:
    pairs = np.array(sizes(reader), np.int64).reshape(-1, 2)
    lengths = np.zeros(len(papers))
    rows = _rows(pairs[:, 0], papers)
    lengths[np.isin(papers, pairs[:, 0])] = pairs[rows, 1] / _CHARACTERS
    return lengths
