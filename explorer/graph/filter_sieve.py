"""Filters for ``build_view``: the nodes and the links of a library that pass."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

import numpy as np

from explorer.graph.filter_base import TrustRule, percentiles, trust_rule
from explorer.graph.filter_masks import kept_rows
from explorer.graph.filter_read import columns_of
from explorer.graph.filters import DEFAULT_TRUST, Filters
from explorer.store import Reader
from explorer.store.facets import similar_weights
from explorer.store.graph import EdgeLine

Passes: TypeAlias = Callable[[EdgeLine], bool]


def chosen(reader: Reader, filters: Filters) -> frozenset[int] | None:
    """Ids of the nodes that filters let through; None where they choose none from the rest."""
    if not filters.selects:
        return None
    columns = columns_of(reader)
    return frozenset(columns.ids[kept_rows(columns, filters)].tolist())


def most_important_chosen(reader: Reader, filters: Filters, limit: int) -> dict[int, float]:
    """Node -> importance, of the most important nodes that filters let through."""
    columns = columns_of(reader)
    rows = np.flatnonzero(kept_rows(columns, filters))
    first = rows[np.argsort(-columns.importance[rows], kind="stable")[:limit]]
    return dict(zip(columns.ids[first].tolist(), columns.importance[first].tolist(), strict=True))


def edge_sieve(reader: Reader, filters: Filters) -> Passes:
    """Whether a link passes the filters."""
    rule = None if filters.trust >= DEFAULT_TRUST else trust_rule(reader)
    return partial(_passes, filters, rule, _least_weight(reader, filters.similar))


def _passes(filters: Filters, rule: TrustRule | None, least: float, edge: EdgeLine) -> bool:
    if filters.edge_kinds and edge.kind not in filters.edge_kinds:
        return False
    if edge.kind == "similar":
        return float(np.float32(edge.weight)) >= least
    if rule is None:
        return True
    trust = rule(edge.source, edge.target, edge.kind, edge.predicate, edge.sources)
    return trust is None or trust in filters.trust


def _least_weight(reader: Reader, percentile: int) -> float:
    """The least weight above a percentile of all similarities; infinite where there is none."""
    if not percentile:
        return float("-inf")
    weights = np.array(similar_weights(reader), np.float32)
    high = weights[percentiles(weights) > percentile]
    return float(high.min()) if len(high) else float("inf")
