"""Facets: every value that can be ticked, with what it would show among the nodes within reach of a view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from explorer.edges import EDGES
from explorer.graph.build import reach
from explorer.graph.filter_columns import FilterColumns
from explorer.graph.filter_masks import edge_masks, kept_rows, sift
from explorer.graph.filter_read import columns_of, names_of
from explorer.graph.filter_sieve import edge_sieve
from explorer.graph.filters import ID_FACETS, READ_STATES, Filters, Trust, Value
from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store import overview as reads

SIMILAR_STEPS = (50, 75, 90, 95, 99)  #: percentiles that can be ticked
_EDGE_FIELDS = ("edge_kinds", "trust", "similar")
_PROPOSED = tuple(Trust).index(Trust.PROPOSED)


@dataclass(frozen=True, slots=True, eq=False)
class FacetTable:
    """The values of one facet, in the order in which they are shown.

    Attributes:
        keys: V values.
        names: V names of nodes; "" of words, which the window names.
        counts: (V,) int64, what there would be if the value alone were ticked in its facet.
    """

    keys: tuple[Value, ...]
    names: tuple[str, ...]
    counts: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Facets:
    """Attributes:
    filters: Under which it was counted.
    tables: Facet -> its values.
    ticked: Node -> name, of the nodes that are ticked; those that are gone are left out.
    shown: Nodes within reach that pass, however many of them are drawn.
    freed: Field of the filters -> nodes that would be there without it; only where nothing passes.
    """

    filters: Filters
    tables: Mapping[str, FacetTable]
    ticked: Mapping[int, str]
    shown: int
    freed: Mapping[str, int] = field(default_factory=dict)


def facets(reader: Reader, query: ViewQuery) -> Facets:
    """Counts for the filters of a view.

    Around centers they are of the nodes within reach at its depth, whether or not the limit lets them be
    drawn; of a search or a walk, of its nodes; else of the library.
    """
    columns, names = columns_of(reader), names_of(reader)
    filters = query.filters
    among = _among(reader, columns, query)
    linked = among
    if query.centers and filters.active and set(filters.active) & set(_EDGE_FIELDS):
        linked = _among(reader, columns, replace(query, filters=filters.without(*_EDGE_FIELDS)))
    sifted = sift(columns, filters, among, linked)
    trust = sifted.counts["trust"].copy()
    trust[_PROPOSED] = _proposed(reader, columns, query) if query.centers else trust[_PROPOSED]
    tables = {
        "kinds": _kinds(columns, sifted.counts["kinds"]),
        "edge_kinds": _edge_kinds(columns, sifted.counts["edge_kinds"], filters),
        "trust": FacetTable(tuple(Trust), ("",) * len(Trust), trust),
        "similar": _similar(columns, filters, sifted.nodes),
        "read": _listed(READ_STATES, columns, sifted.counts, "read"),
        "languages": _by_count(columns, sifted.counts["languages"], "languages", {}),
    }
    for facet in ("methods", "tags", "people"):
        tables[facet] = _by_count(columns, sifted.counts[facet], facet, names)
    tables["editions"] = _places(reader, columns, sifted.counts, "editions")
    tables["weeks"] = _places(reader, columns, sifted.counts, "weeks")
    ids = {int(value) for facet in ID_FACETS for value in filters.ticked(facet)}
    ticked = {node: names[node] for node in sorted(ids) if node in names}
    shown = int(sifted.nodes.sum())
    freed = {} if shown else _freed(columns, filters, among)
    return Facets(filters, tables, ticked, shown, freed)


def _proposed(reader: Reader, columns: FilterColumns, query: ViewQuery) -> int:
    """Unchecked links around centers if they were followed: only then their other ends are within reach."""
    filters = query.filters.without(*_EDGE_FIELDS).showing_proposals(True)
    within = _among(reader, columns, replace(query, filters=filters))
    return int(sift(columns, filters, within, within).counts["trust"][_PROPOSED])


def _among(reader: Reader, columns: FilterColumns, query: ViewQuery) -> NDArray[np.bool_] | None:
    """(N,) bool, the nodes that a view chooses from; None is all."""
    if query.centers:
        found = set(reach(reader, query, edge_sieve(reader, query.filters))[0])
        found = found if query.only is None else found & query.only
    elif query.only is not None:
        found = set(query.only)
    elif query.hidden:
        return ~np.isin(columns.ids, list(query.hidden))
    else:
        return None
    found -= query.hidden
    return np.isin(columns.ids, np.fromiter(found, np.int64, len(found)))


def _kinds(columns: FilterColumns, counts: NDArray[np.int64]) -> FacetTable:
    """Kinds of nodes that the library holds."""
    held = tuple(NodeKind(kind) for kind in np.unique(columns.kinds).tolist())
    return FacetTable(held, ("",) * len(held), counts[list(held)])


def _edge_kinds(columns: FilterColumns, counts: NDArray[np.int64], filters: Filters) -> FacetTable:
    """Kinds of links that the library holds, or that are ticked, in the order of their module names."""
    held = dict(zip(columns.edges.labels, counts.tolist(), strict=True))
    keys = tuple(kind for kind in EDGES if kind in held or kind in filters.edge_kinds)
    return FacetTable(
        keys,
        tuple(EDGES[key].label for key in keys),
        np.array([held.get(key, 0) for key in keys], np.int64),
    )


def _similar(columns: FilterColumns, filters: Filters, shown: NDArray[np.bool_]) -> FacetTable:
    """Similarities that would be shown above each percentile; no values where there are none."""
    edges = columns.edges
    if "similar" not in edges.labels:
        return FacetTable((), (), np.zeros(0, np.int64))
    masks = edge_masks(edges, filters)
    there = shown[edges.ends[:, 0]] & shown[edges.ends[:, 1]] & masks["edge_kinds"]
    ranks = edges.ranks[there & (edges.kinds == edges.labels.index("similar"))]
    counts = np.array([(ranks > step).sum() for step in SIMILAR_STEPS], np.int64)
    return FacetTable(SIMILAR_STEPS, ("",) * len(SIMILAR_STEPS), counts)


def _listed(
    keys: Sequence[Value], columns: FilterColumns, counts: Mapping[str, NDArray[np.int64]], facet: str
) -> FacetTable:
    """The values of a facet in a given order, 0 where nothing has one."""
    held = dict(zip(columns.members[facet].keys, counts[facet].tolist(), strict=True))
    return FacetTable(tuple(keys), ("",) * len(keys), np.array([held.get(key, 0) for key in keys], np.int64))


def _by_count(
    columns: FilterColumns, counts: NDArray[np.int64], facet: str, names: Mapping[int, str]
) -> FacetTable:
    """Most first; as many by their ids, which stay as they are."""
    keys = columns.members[facet].keys
    order = np.argsort(-counts, kind="stable")
    ordered = tuple(keys[number] for number in order.tolist())
    return FacetTable(
        ordered, tuple(names.get(key, "") if isinstance(key, int) else "" for key in ordered), counts[order]
    )


def _places(
    reader: Reader, columns: FilterColumns, counts: Mapping[str, NDArray[np.int64]], facet: str
) -> FacetTable:
    """Editions, or digests and talks, newest first, those of which nothing is there last.

    Two of one name also say their series.
    """
    series = ("venue",) if facet == "editions" else ("digest", "report", "talk", "study_group")
    rows = [row for kind in series for row in reads.editions(reader, kind)]
    seen = Counter(row[1] for row in rows)
    told = [f"{row[1]} · {row[3]}" if seen[row[1]] > 1 and row[3] else str(row[1]) for row in rows]
    listed = _listed([row[0] for row in rows], columns, counts, facet)
    order = np.argsort(listed.counts == 0, kind="stable")
    keys = tuple(listed.keys[number] for number in order.tolist())
    return FacetTable(keys, tuple(told[number] for number in order.tolist()), listed.counts[order])


def _freed(columns: FilterColumns, filters: Filters, among: NDArray[np.bool_] | None) -> dict[str, int]:
    """Nodes that would be there without each filter that is in use; two dates are one filter."""
    names = [name for name in filters.active if name not in _EDGE_FIELDS and name != "until"]
    if filters.until and not filters.since:
        names.append("until")
    out = {}
    for name in names:
        without = filters.without(*(("since", "until") if name in ("since", "until") else (name,)))
        kept = kept_rows(columns, without)
        out[name] = int((kept if among is None else kept & among).sum())
    return out
