"""Which nodes and links filters let through, and what each value would show. Pure numpy.

A paper, a digest, a talk or a document passes where it has one of the ticked values of every facet, and a
day within the dates. Methods, people, editions, tags, digests and documents pass with it: what hangs on
something that passes is shown. A paper never passes through another. Kinds are asked for at the end.

The count beside a value is what there would be if it alone were ticked in its facet and the other facets
stayed: of a kind, nodes; of edge kinds and trust, links; of the rest, papers and texts of the kinds shown.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from explorer.graph.filter_columns import CARRIERS, NO_TRUST, EdgeColumns, FilterColumns, Members
from explorer.graph.filters import PAPER_FACETS, Filters, Trust, Value
from explorer.model import NodeKind

_EPOCH = date(1970, 1, 1)
_TRUSTS = tuple(Trust)


@dataclass(frozen=True, slots=True, eq=False)
class Sifted:
    """Attributes:
    nodes: (N,) bool, the nodes that are shown.
    counts: Facet -> (V,) int64, aligned with the keys of its members; "kinds" with NodeKind values from 0,
        "edge_kinds" with the labels of the edges, "trust" with ``list(Trust)``.
    """

    nodes: NDArray[np.bool_]
    counts: dict[str, NDArray[np.int64]]


def day_span(iso: str) -> tuple[float, float]:
    """First and last day, since 1970, of an ISO date, month or year; infinite both ways where it is none."""
    parts = iso.split("-")
    try:
        year, *rest = (int(part) for part in parts)
        month, day = rest[0] if rest else 1, rest[1] if len(rest) > 1 else 1
        first = date(year, month, day)
        last_month = month if rest else 12
        last = first if len(rest) > 1 else date(year, last_month, monthrange(year, last_month)[1])
    except ValueError:
        return float("-inf"), float("inf")
    return float((first - _EPOCH).days), float((last - _EPOCH).days)


def has_any(members: Members, ticked: Iterable[Value], size: int) -> NDArray[np.bool_]:
    """(size,) bool, the rows that have one of some values."""
    wanted = frozenset(ticked)
    numbers = [number for number, key in enumerate(members.keys) if key in wanted]
    out = np.zeros(size, bool)
    for begin, end in zip(
        np.searchsorted(members.owners, numbers, "left").tolist(),
        np.searchsorted(members.owners, numbers, "right").tolist(),
        strict=True,
    ):
        out[members.rows[begin:end]] = True
    return out


def within_dates(columns: FilterColumns, since: str, until: str) -> NDArray[np.bool_]:
    """(N,) bool, the rows with a day from ``since`` to ``until``; what has no date has none."""
    first = day_span(since)[0] if since else float("-inf")
    last = day_span(until)[1] if until else float("inf")
    is_in = (columns.days[:, 0] <= last) & (columns.days[:, 1] >= first)
    out = np.zeros(len(columns.ids), bool)
    out[columns.dated[is_in]] = True
    return out


def _paper_masks(columns: FilterColumns, filters: Filters) -> dict[str, NDArray[np.bool_]]:
    """Facet that is in use -> (N,) bool; dates under "dates"."""
    size = len(columns.ids)
    empty = Members((), np.zeros(0, np.int32), np.zeros(0, np.int32))
    masks = {
        facet: has_any(columns.members.get(facet, empty), filters.ticked(facet), size)
        for facet in PAPER_FACETS
        if filters.ticked(facet)
    }
    if filters.since or filters.until:
        masks["dates"] = within_dates(columns, filters.since, filters.until)
    return masks


def _with_what_hangs(columns: FilterColumns, passes: NDArray[np.bool_]) -> NDArray[np.bool_]:
    out = passes.copy()
    out[columns.hangs[passes[columns.hangs[:, 0]], 1]] = True
    return out


def kept_rows(columns: FilterColumns, filters: Filters) -> NDArray[np.bool_]:
    """(N,) bool, the nodes of the kinds shown that pass."""
    passes = np.ones(len(columns.ids), bool)
    for mask in _paper_masks(columns, filters).values():
        passes &= mask
    kept = _with_what_hangs(columns, passes) if filters.selects else passes
    return kept & _is_kind(columns, filters.kinds)


def _is_kind(columns: FilterColumns, kinds: Iterable[NodeKind]) -> NDArray[np.bool_]:
    shown = np.zeros(256, bool)
    shown[[int(kind) for kind in kinds]] = True
    return shown[columns.kinds]


def sift(
    columns: FilterColumns,
    filters: Filters,
    among: NDArray[np.bool_] | None = None,
    linked: NDArray[np.bool_] | None = None,
) -> Sifted:
    """What filters let through, with the counts of all values.

    Args:
        among: (N,) bool, the nodes that are counted; None is all.
        linked: (N,) bool, the nodes whose links are counted, where those are others.
    """
    size = len(columns.ids)
    among = np.ones(size, bool) if among is None else among
    masks = _paper_masks(columns, filters)
    missed = np.zeros(size, np.uint8)
    for mask in masks.values():
        missed += ~mask
    passes = missed == 0
    held = _with_what_hangs(columns, passes) if masks else passes
    shown = held & _is_kind(columns, filters.kinds)
    counts = {"kinds": np.bincount(columns.kinds[held & among], minlength=max(NodeKind) + 1)}
    counted = _counted(columns, filters) & among
    for facet, members in columns.members.items():
        others = (missed == ~masks[facet]) if facet in masks else passes
        is_there = (others & counted)[members.rows]
        counts[facet] = np.bincount(members.owners[is_there], minlength=len(members.keys))
    counts |= edge_counts(columns.edges, filters, shown & (among if linked is None else linked))
    return Sifted(shown & among, counts)


def _counted(columns: FilterColumns, filters: Filters) -> NDArray[np.bool_]:
    """Rows that counts are of: of the kinds shown; papers and texts, too, where none of those is shown."""
    kinds = filters.kinds if filters.kinds & set(CARRIERS) else filters.kinds | set(CARRIERS)
    return _is_kind(columns, kinds)


def edge_masks(edges: EdgeColumns, filters: Filters) -> dict[str, NDArray[np.bool_]]:
    """Facet of links -> (M,) bool, the links that pass it."""
    is_kind = np.array([not filters.edge_kinds or kind in filters.edge_kinds for kind in edges.labels], bool)
    is_trusted = np.ones(256, bool)
    is_trusted[: len(_TRUSTS)] = [trust in filters.trust for trust in _TRUSTS]
    return {
        "edge_kinds": is_kind[edges.kinds] if len(edges.labels) else np.zeros(0, bool),
        "trust": is_trusted[edges.trust],
        "similar": edges.ranks > filters.similar,
    }


def edge_counts(
    edges: EdgeColumns, filters: Filters, shown: NDArray[np.bool_]
) -> dict[str, NDArray[np.int64]]:
    """Links among the nodes shown by edge kind and by trust, each under the other filters."""
    masks = edge_masks(edges, filters)
    there = shown[edges.ends[:, 0]] & shown[edges.ends[:, 1]] & masks["similar"]
    by_kind = edges.kinds[there & masks["trust"]]
    by_trust = edges.trust[there & masks["edge_kinds"] & (edges.trust != NO_TRUST)]
    return {
        "edge_kinds": np.bincount(by_kind, minlength=len(edges.labels)),
        "trust": np.bincount(by_trust, minlength=len(_TRUSTS)),
    }
