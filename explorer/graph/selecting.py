"""Selections that follow from a view: neighbours, a community, the others. No Qt."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.graph.view import GraphView


def neighbours_of(view: GraphView, chosen: frozenset[int]) -> frozenset[int]:
    """The chosen nodes and those at the other ends of their edges."""
    touched = np.isin(view.ends, _rows(view, chosen)).any(axis=1)
    return chosen | frozenset(view.nodes[view.ends[touched].ravel()].tolist())


def community_of(view: GraphView, chosen: frozenset[int]) -> frozenset[int]:
    """The chosen nodes and all of their communities; they alone where none is in one."""
    numbers = _communities(view)
    mine = numbers[_rows(view, chosen)]
    return chosen | frozenset(view.nodes[np.isin(numbers, mine[mine >= 0])].tolist())


def has_communities(view: GraphView) -> bool:
    """Whether any node of a view is in a community."""
    return bool((_communities(view) >= 0).any())


def others_than(view: GraphView, chosen: frozenset[int]) -> frozenset[int]:
    """All nodes of a view but the chosen ones."""
    return frozenset(view.nodes.tolist()) - chosen


def walked_through(view: GraphView, nodes: frozenset[int], depth: int) -> frozenset[int]:
    """Those of some nodes that a view of this depth walks on from: neither at its rim nor its middle."""
    depths = view.columns.get("depth")
    if depths is None or view.center < 0:
        return frozenset()
    far = np.asarray(depths, np.int64)
    rows = [row for row in _rows(view, nodes).tolist() if 0 < far[row] < depth]
    return frozenset(view.nodes[rows].tolist())


def _rows(view: GraphView, nodes: frozenset[int]) -> NDArray[np.int64]:
    return np.flatnonzero(np.isin(view.nodes, np.fromiter(nodes, np.int64, len(nodes))))


def _communities(view: GraphView) -> NDArray[np.int64]:
    """(N,) community numbers, -1 for none."""
    column = view.columns.get("community")
    if column is None:
        return np.full(len(view.ids), -1, np.int64)
    return np.nan_to_num(np.asarray(column, np.float64), nan=-1.0).astype(np.int64)
