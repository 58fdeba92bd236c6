"""The counts of filters against plain sets: same numbers, nothing lost by clearing, more ticks show more."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from explorer.graph.filter_columns import CARRIERS, NO_TRUST, EdgeColumns, FilterColumns, Members
from explorer.graph.filter_masks import day_span, kept_rows, sift
from explorer.graph.filters import DEFAULT_TRUST, PAPER_FACETS, READ_STATES, Filters, Trust
from explorer.model import NodeKind

NODES = 12
VALUES = {
    "methods": (1, 2, 3),
    "tags": (4, 5),
    "editions": (6, 7),
    "weeks": (8, 9),
    "languages": ("en", "ja"),
    "people": (10, 11, 12),
    "read": READ_STATES,
}
LABELS = ("appears", "asserted", "names", "similar")
ROW = st.integers(0, NODES - 1)
DAYS = st.integers(19_000, 19_010).map(float)
TRUSTS = tuple(Trust)


def iso(day):
    return date.fromordinal(date(1970, 1, 1).toordinal() + int(day)).isoformat()


def members(pairs):
    found = sorted(set(pairs), key=lambda pair: (str(pair[1]), pair[0]))
    keys = tuple(dict.fromkeys(value for _, value in found))
    return Members(
        keys,
        np.array([row for row, _ in found], np.int32),
        np.array([keys.index(value) for _, value in found], np.int32),
    )


@st.composite
def libraries(draw):
    """(columns, facet -> pairs, dated pairs, hanging pairs, edges) of a small library."""
    kinds = np.array(
        draw(st.lists(st.sampled_from(list(NodeKind)), min_size=NODES, max_size=NODES)), np.uint8
    )
    pairs = {
        facet: draw(st.lists(st.tuples(ROW, st.sampled_from(values)), max_size=20))
        for facet, values in VALUES.items()
    }
    dated = draw(st.lists(st.tuples(ROW, DAYS), max_size=10))
    hangs = [
        pair for pair in draw(st.lists(st.tuples(ROW, ROW), max_size=20)) if kinds[pair[1]] != NodeKind.PAPER
    ]
    some = st.tuples(ROW, ROW, st.integers(0, 3), st.sampled_from([*range(5), NO_TRUST]), st.integers(1, 100))
    edges = draw(st.lists(some, max_size=20))
    table = np.array(edges, np.int64).reshape(-1, 5)
    columns = FilterColumns(
        np.arange(NODES, dtype=np.int64),
        kinds,
        np.ones(NODES, np.float32),
        {facet: members(found) for facet, found in pairs.items()},
        np.array([(day, day) for _, day in dated], np.float64).reshape(-1, 2),
        np.array([row for row, _ in dated], np.int32),
        np.array(hangs, np.int32).reshape(-1, 2),
        EdgeColumns(
            table[:, :2].astype(np.int32),
            table[:, 2].astype(np.uint8),
            LABELS,
            table[:, 3].astype(np.uint8),
            table[:, 4].astype(np.float32),
        ),
    )
    return columns, pairs, dated, hangs, edges


DAY = st.just("") | DAYS.map(iso)
FILTERS = st.builds(
    Filters,
    kinds=st.frozensets(st.sampled_from(list(NodeKind))),
    edge_kinds=st.frozensets(st.sampled_from(LABELS), max_size=2),
    trust=st.frozensets(st.sampled_from(TRUSTS)),
    similar=st.sampled_from((0, 50, 99)),
    since=DAY,
    until=DAY,
    **{facet: st.frozensets(st.sampled_from(values), max_size=2) for facet, values in VALUES.items()},
)


def naive(library, filters):
    """Rows that are shown, before and after the kinds, by plain sets."""
    columns, pairs, dated, hangs, _ = library
    passes = set(range(NODES))
    for facet in PAPER_FACETS:
        if filters.ticked(facet):
            passes &= {row for row, value in pairs[facet] if value in filters.ticked(facet)}
    if filters.since or filters.until:
        passes &= {
            row
            for row, day in dated
            if (filters.since or "0") <= iso(day) and iso(day) <= (filters.until or "9")
        }
    held = passes | {hanging for row, hanging in hangs if row in passes}
    return passes, held, {row for row in held if columns.kinds[row] in filters.kinds}


@given(libraries(), FILTERS, st.frozensets(ROW))
def test_masks_and_counts_are_those_of_plain_sets(library, filters, among):
    columns, _, _, _, edges = library
    is_among = np.isin(np.arange(NODES), list(among))
    sifted = sift(columns, filters, is_among)
    _, held, shown = naive(library, filters)
    assert set(np.flatnonzero(sifted.nodes).tolist()) == shown & among
    assert set(np.flatnonzero(kept_rows(columns, filters)).tolist()) == shown
    for kind in NodeKind:
        assert sifted.counts["kinds"][kind] == sum(columns.kinds[row] == kind for row in held & among)
    counted = filters.kinds if filters.kinds & set(CARRIERS) else filters.kinds | set(CARRIERS)
    for facet in PAPER_FACETS:
        for number, value in enumerate(columns.members[facet].keys):
            passes, *_ = naive(library, filters.with_values(facet, {value}))
            there = {row for row in passes & among if columns.kinds[row] in counted}
            assert sifted.counts[facet][number] == len(there)
    there = [edge for edge in edges if {edge[0], edge[1]} <= shown & among and edge[4] > filters.similar]
    for number, kind in enumerate(LABELS):
        found = [e for e in there if e[2] == number and (e[3] == NO_TRUST or TRUSTS[e[3]] in filters.trust)]
        assert sifted.counts["edge_kinds"][number] == len(found), kind
    for number, trust in enumerate(TRUSTS):
        followed = filters.edge_kinds or frozenset(LABELS)
        found = [e for e in there if e[3] == number and LABELS[e[2]] in followed]
        assert sifted.counts["trust"][number] == len(found), trust


@given(libraries(), FILTERS)
def test_clearing_brings_everything_back(library, filters):
    columns = library[0]
    everything = replace(Filters(), kinds=frozenset(NodeKind))
    assert kept_rows(columns, everything).all()
    cleared = filters.without(*(name for name in filters.active)) if filters.active else filters
    assert cleared == Filters() == filters.without()
    assert (kept_rows(columns, cleared) == np.isin(columns.kinds, list(Filters().kinds))).all()


@given(libraries(), FILTERS, st.sampled_from(PAPER_FACETS), st.data())
def test_one_more_tick_in_a_facet_in_use_hides_nothing_and_another_facet_adds_nothing(
    library, filters, facet, data
):
    columns = library[0]
    before = kept_rows(columns, filters)
    more = filters.with_values(facet, filters.ticked(facet) | {data.draw(st.sampled_from(VALUES[facet]))})
    after = kept_rows(columns, more)
    if filters.ticked(facet):
        assert (before <= after).all()
    else:
        papers = columns.kinds == NodeKind.PAPER
        assert (after[papers] <= before[papers]).all()


@pytest.mark.parametrize(
    ("iso_date", "first", "days"),
    [("2024-02", "2024-02-01", 29), ("2023", "2023-01-01", 365), ("2024-05-06", "2024-05-06", 1)],
)
def test_months_and_years_are_spans_of_days(iso_date, first, days):
    begin, end = day_span(iso_date)
    assert (iso(begin), end - begin + 1) == (first, days)


@pytest.mark.parametrize("words", ["May", "2024-13", "2024-02-30", ""])
def test_what_is_no_date_is_open_on_both_sides(words):
    assert day_span(words) == (float("-inf"), float("inf"))


def test_filters_name_what_differs_from_those_that_nobody_touched():
    assert Filters().active == () and not Filters().selects
    filters = Filters(languages=frozenset({"ja"}), until="2024").showing_proposals(True)
    assert filters.active == ("languages", "trust", "until") and filters.selects and filters.proposals
    assert filters.without("trust", "until") == Filters(languages=frozenset({"ja"}))
    assert filters.showing_proposals(False).trust == DEFAULT_TRUST
