"""Description against abstract: which paper of a venue's list a digest's words fit best."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from explorer.pipeline.identity import Work
from explorer.text.language import language_of
from explorer.text.markup import without_markup


@dataclass(frozen=True, slots=True)
class Fit:
    """How well a description fits the abstract that it fits best in a list.

    Attributes:
        work: Id of the work with the abstract.
        score, second: Cosines of the best and the second abstract of the list.
    """

    work: int
    edition: str
    score: float
    second: float

    def is_clear(self, score: float, ratio: float) -> bool:
        """Whether the best reaches ``score`` and is ``ratio`` times as good as the second."""
        return self.score >= score and self.score >= ratio * self.second


def description_of(work: Work) -> str:
    """What documents say of a work, with their titles; "" where nobody describes it in English."""
    text = " ".join(sorted(work.descriptions))
    return f"{' '.join(sorted(work.titles))} {text}" if text and language_of(text) == "en" else ""


def fits(described: Iterable[Work], listed: Iterable[Work]) -> dict[int, tuple[Fit, ...]]:
    """For each described work its best abstract in every edition of the lists, by work id."""
    from explorer.compute.tfidf import index_words, top_two  # scipy is slow to load and often not needed

    queries = [(work.id, text) for work in described if (text := description_of(work))]
    works = [work for work in listed if work.abstract and work.editions]
    if not queries or not works:
        return {}
    rows: dict[str, list[int]] = defaultdict(list)
    for row, work in enumerate(works):
        for edition in work.editions:
            rows[edition].append(row)
    names = sorted(rows)
    index = index_words(without_markup(f"{' '.join(sorted(work.titles))} {work.abstract}") for work in works)
    groups = [np.array(rows[name], np.int64) for name in names]
    best = top_two(index, [without_markup(text) for _, text in queries], groups)
    return {work: _fits(works, names, found) for (work, _), found in zip(queries, best, strict=True)}


def _fits(
    works: Sequence[Work], names: Sequence[str], found: Sequence[tuple[int, float, float]]
) -> tuple[Fit, ...]:
    return tuple(
        Fit(works[row].id, name, score, second)
        for name, (row, score, second) in zip(names, found, strict=True)
        if row >= 0
    )
