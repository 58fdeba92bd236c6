"""Shares over time: how many papers of each week, month or edition carry which tag, method or region."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.graph.filter_masks import day_span
from explorer.graph.query import ViewQuery
from explorer.graph.time_bins import PaperDays, TimeBins, bins_of
from explorer.graph.timescale import date_of
from explorer.questions.tag_series import particular_tags
from explorer.questions.when import When, when_shown
from explorer.store import Reader, facets
from explorer.store.communities import all_communities, community_rows
from explorer.store.term_counts import concept_names
from explorer.store.times import EditionPapers, venue_papers

MOST: Final = 8  #: series that have a colour of their own; the rest is one more
_FACETS: Final = {"tags": "tags", "methods": "methods", "regions": ""}  # whose own filter does not count

Pairs = list[tuple[int, int]]


class By(StrEnum):
    """What papers are told apart by."""

    TAGS = "tags"
    METHODS = "methods"
    REGIONS = "regions"


class Per(StrEnum):
    """What stands beside each other."""

    TIME = "time"
    EDITION = "edition"


@dataclass(frozen=True, slots=True)
class SharesWish:
    """What a chart is to show."""

    by: By = By.METHODS
    per: Per = Per.TIME
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Series:
    """Attributes:
    key: Id of the tag or method, number of the region.
    papers: How many of those counted carry it, each once.
    """

    key: int
    name: str
    papers: int


@dataclass(frozen=True, slots=True, eq=False)
class TimelineShares:
    """B columns side by side, from left to right; S series, those of most papers first.

    Attributes:
        unit: "week", "month" or "year" of a column of time; "edition" of a conference.
        names: (B,) of editions; () of times.
        days: (B, 2) float64 first day of each column and the day after its last, since 1970.
        counts: (S + 1, B) int64 papers of a column that carry a series; the last row: none of these series,
            but another.
        stacked: (S + 1, B) float64 the same, but a paper with k of the series counts 1/k in each: a column
            sums to its papers that carry anything.
        papers: (B,) int64 all papers of a column.
        undated: Papers that are in no column.
    """

    wish: SharesWish
    unit: str
    series: tuple[Series, ...]
    names: tuple[str, ...]
    days: NDArray[np.float64]
    counts: NDArray[np.int64]
    stacked: NDArray[np.float64]
    papers: NDArray[np.int64]
    undated: int = 0

    @property
    def carrying(self) -> NDArray[np.float64]:
        """(B,) papers of a column that carry anything."""
        out: NDArray[np.float64] = self.stacked.sum(axis=0)
        return out

    @property
    def shares(self) -> NDArray[np.float64]:
        """(S + 1, B) part of the papers that carry anything, 0 to 1; a column sums to 1, or to 0."""
        out: NDArray[np.float64] = self.stacked / np.maximum(self.carrying, 1e-9)
        return np.where(self.carrying > 0, out, 0.0)

    def column_name(self, column: int) -> str:
        """ "2024-04-29" of a week, "2024-04", "2024", or the name of an edition."""
        if self.names:
            return self.names[column]
        return self.first_day(column)[: {"week": 10, "month": 7}.get(self.unit, 4)]

    def first_day(self, column: int) -> str:
        """ISO date on which a column begins."""
        return date_of(float(self.days[column, 0])).isoformat()


@dataclass(frozen=True, slots=True, eq=False)
class _Columns:
    """(K,) papers and the column that each stands in; a paper may stand in several."""

    unit: str
    names: tuple[str, ...]
    days: NDArray[np.float64]
    papers: NDArray[np.int64]
    columns: NDArray[np.int64]


def timeline_shares(
    reader: Reader, library: When, query: ViewQuery, wish: SharesWish | None = None
) -> TimelineShares:
    """Papers that a view may show, by time or edition, and by what they carry.

    The filter on what they are told apart by does not count: else one series would be left.

    Args:
        library: As ``library_days`` says.
    """
    wish = wish or SharesWish()
    facet = _FACETS[wish.by]
    open_query = replace(query, filters=query.filters.without(facet)) if facet else query
    shown = when_shown(reader, library, open_query)
    pairs, names = _carried(reader, wish)
    columns = _by_edition(venue_papers(reader), shown.found) if wish.per is Per.EDITION else _by_time(shown)
    return _counted(columns, (pairs, names), wish, shown.found.undated)


def _carried(reader: Reader, wish: SharesWish) -> tuple[Pairs, Mapping[int, str]]:
    """(node, what it carries), and the names."""
    if wish.by is By.REGIONS:
        return list(all_communities(reader).items()), {row.id: row.name for row in community_rows(reader)}
    if wish.by is By.TAGS:
        pairs = particular_tags(reader, wish.most)
        return pairs, facets.names(reader) if pairs else {}
    pairs = [(int(node), int(concept)) for node, concept in facets.methods(reader)]
    names = concept_names(reader, sorted({concept for _, concept in pairs}))
    return pairs, {concept: name for concept, (name, _) in names.items()}


def _by_time(shown: When) -> _Columns:
    """The bars of the time strip; a paper counts once in each of them that it has a day in."""
    bins: TimeBins = bins_of(shown.found, shown.whole)
    edges = bins.edges
    size = len(bins)
    found = shown.found
    at = np.clip(np.searchsorted(edges, found.days, side="right") - 1, 0, max(size - 1, 0))
    keys = np.unique(found.papers * max(size, 1) + at) if size else np.zeros(0, np.int64)
    days = np.column_stack([edges[:-1], edges[1:]])
    return _Columns(bins.unit, (), days, keys // max(size, 1), keys % max(size, 1))


def _by_edition(rows: Iterable[EditionPapers], found: PaperDays) -> _Columns:
    """Conference editions whose days are known, in their order."""
    among = np.unique(found.papers)
    there = [(row, np.intersect1d(np.array(row.papers, np.int64), among)) for row in rows]
    kept = [(row, papers) for row, papers in there if len(papers)]
    spans = [_span(row) for row, _ in kept]
    return _Columns(
        "edition",
        tuple(row.name for row, _ in kept),
        np.array(spans, np.float64).reshape(-1, 2),
        np.concatenate([np.zeros(0, np.int64), *(papers for _, papers in kept)]),
        np.repeat(np.arange(len(kept)), [len(papers) for _, papers in kept]).astype(np.int64),
    )


def _span(row: EditionPapers) -> tuple[float, float]:
    return day_span(row.first)[0], day_span(row.last)[1] + 1


def _counted(
    columns: _Columns, carried: tuple[Pairs, Mapping[int, str]], wish: SharesWish, undated: int
) -> TimelineShares:
    pairs, names = carried
    size = len(columns.days)
    papers, rows = np.unique(columns.papers, return_inverse=True)
    ends = np.unique(np.array([pair for pair in pairs if pair[1] in names], np.int64).reshape(-1, 2), axis=0)
    ends = ends[np.isin(ends[:, 0], papers)]
    keys, counts = np.unique(ends[:, 1], return_counts=True)
    first = np.lexsort((keys, -counts))[: wish.most]
    series = tuple(Series(int(keys[i]), names[int(keys[i])], int(counts[i])) for i in first.tolist())
    member = _members(ends, [one.key for one in series], papers)
    parts = member / np.maximum(member.sum(axis=1, keepdims=True), 1)
    per_column = np.zeros((len(series) + 1, size), np.int64)
    stacked = np.zeros((len(series) + 1, size))
    for row in range(len(series) + 1):
        per_column[row] = np.bincount(columns.columns, member[rows, row], minlength=size).astype(np.int64)
        stacked[row] = np.bincount(columns.columns, parts[rows, row], minlength=size)
    total = np.bincount(columns.columns, minlength=size).astype(np.int64)
    unit, days = columns.unit, columns.days
    return TimelineShares(wish, unit, series, columns.names, days, per_column, stacked, total, undated)


def _members(ends: NDArray[np.int64], keys: list[int], papers: NDArray[np.int64]) -> NDArray[np.float64]:
    """(P, S + 1) 1 where a paper carries a series; in the last column, where it carries others alone."""
    out = np.zeros((len(papers), len(keys) + 1))
    at = np.searchsorted(papers, ends[:, 0])
    for number, key in enumerate(keys):
        out[at[ends[:, 1] == key], number] = 1
    out[at, -1] = 1
    out[out[:, :-1].any(axis=1), -1] = 0
    return out
