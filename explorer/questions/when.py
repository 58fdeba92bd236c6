"""When: the days of all papers, and of those that a view may show whatever its time filter says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from explorer.graph.axes import Event
from explorer.graph.build import reach
from explorer.graph.filter_masks import day_span, kept_rows
from explorer.graph.filter_read import columns_of
from explorer.graph.filter_sieve import edge_sieve
from explorer.graph.filters import DATES
from explorer.graph.query import ViewQuery
from explorer.graph.time_bins import PaperDays, no_days
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.times import all_papers, paper_days, venue_days


@dataclass(frozen=True, slots=True, eq=False)
class When:
    """Attributes:
    whole: Days of all papers of the library: which bins a histogram has.
    found: Days of those that are counted.
    events: Conference editions by day, as the library knows them.
    """

    whole: PaperDays
    found: PaperDays
    events: tuple[Event, ...] = ()


def no_time() -> When:
    """Of no library."""
    return When(no_days(), no_days())


def library_days(reader: Reader) -> When:
    """All papers of a library, all of them counted."""
    rows = [(paper, *day_span(day), at_venue) for paper, day, at_venue in paper_days(reader)]
    known = [row for row in rows if isfinite(row[1])]
    papers = np.array([row[0] for row in known], np.int64)
    undated = len(np.setdiff1d(np.array(all_papers(reader), np.int64), papers))
    whole = PaperDays(
        papers,
        np.array([row[1] for row in known], np.float64),
        np.array([row[2] for row in known], np.float64),
        np.array([bool(row[3]) for row in known], np.bool_),
        undated,
    )
    spans = [
        (name, *day_span(first), *day_span(last), papers) for name, first, last, papers in venue_days(reader)
    ]
    events = [Event(str(row[0]), row[1], row[4], int(row[5])) for row in spans if isfinite(row[1])]
    return When(whole, whole, tuple(events))


def when_shown(reader: Reader, library: When, query: ViewQuery) -> When:
    """The days of the papers that a view may show, if it asked for all times.

    Args:
        library: As ``library_days`` says, so that it is read once.
    """
    papers = _possible(reader, query)
    return library if papers is None else replace(library, found=days_among(library.whole, papers))


def _possible(reader: Reader, query: ViewQuery) -> NDArray[np.int64] | None:
    """Ids of papers within reach that pass all filters but the time; None where those are all there are."""
    filters = query.filters.without(*DATES)
    filters = replace(filters, kinds=frozenset({NodeKind.PAPER}))
    if not query.centers and query.only is None and not query.hidden and not filters.selects:
        return None
    columns = columns_of(reader)
    papers = columns.ids[kept_rows(columns, filters)]
    if query.only is not None:
        papers = papers[np.isin(papers, list(query.only))]
    if query.centers:
        papers = papers[np.isin(papers, list(reach(reader, query, edge_sieve(reader, query.filters))[0]))]
    return papers[~np.isin(papers, list(query.hidden))]


def days_among(whole: PaperDays, papers: NDArray[np.int64]) -> PaperDays:
    """The days of some papers only."""
    there = np.isin(whole.papers, papers)
    undated = len(np.setdiff1d(papers, whole.papers))
    return PaperDays(
        whole.papers[there], whole.days[there], whole.lasts[there], whole.at_venue[there], undated
    )
