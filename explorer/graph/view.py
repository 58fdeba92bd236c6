"""GraphView: the visible part of the graph as aligned numpy arrays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class GraphView:
    """Immutable. Row i of every node array is the same node; row j of every edge array the same edge.

    Attributes:
        ids: (N,) int64 node ids, ascending.
        kinds: (N,) uint8 NodeKind values.
        names: N display names, in full.
        ends: (M, 2) int32 row numbers (source, target), not ids.
        edge_kinds: (M,) uint8 index into ``edge_labels``.
        edge_labels: Ids of the edge kinds (``explorer.edges`` modules) that occur.
        predicates: M verbs such as "builds_on", "" where the kind says it all.
        weights: (M,) float32, >= 0.
        sources: (M,) int32, number of distinct sources behind the edge; 0 for derived edges.
        columns: name -> (N,) array: importance, degree_total, date (days since 1970, NaN unknown),
            community, map_x, map_y, depth (ego distance), language ...
        center: Row of the node the view is about, or -1.
        left_out: How many nodes within reach are not shown because of the limit.
    """

    ids: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    names: tuple[str, ...]
    ends: NDArray[np.int32]
    edge_kinds: NDArray[np.uint8]
    edge_labels: tuple[str, ...]
    predicates: tuple[str, ...]
    weights: NDArray[np.float32]
    sources: NDArray[np.int32]
    columns: Mapping[str, NDArray[np.generic]] = field(default_factory=dict)
    center: int = -1
    left_out: int = 0

    def row_of(self, node_id: int) -> int:
        """Row of a node id, or -1 where the view does not hold it."""
        row = int(np.searchsorted(self.ids, node_id))
        return row if row < len(self.ids) and int(self.ids[row]) == node_id else -1


def empty_view() -> GraphView:
    """A view without nodes: what is shown before a library is open."""
    return GraphView(
        np.zeros(0, np.int64),
        np.zeros(0, np.uint8),
        (),
        np.zeros((0, 2), np.int32),
        np.zeros(0, np.uint8),
        (),
        (),
        np.zeros(0, np.float32),
        np.zeros(0, np.int32),
    )
