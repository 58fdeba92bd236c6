"""GraphView: the visible part of the graph as aligned numpy arrays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from explorer.graph.regions import Region  # which reads the library


@dataclass(frozen=True, slots=True, eq=False)
class Appearances:
    """Where the methods of a view stand in time, K times. Index k of every array is the same appearance.

    Attributes:
        rows: (K,) int32 row of the method.
        nodes: (K,) int64 id of the edition, issue or document, or of the paper that introduces it.
        kinds: (K,) uint8 NodeKind values: the shape that it is drawn in.
        days: (K,) float64 days since 1970, finite.
        papers: (K,) int32 papers through which it stands there, 0 where the text itself names it.
        names, series: K names of the nodes, and of what they are a part of ("ICML", "arXiv").
        until: (K,) float64 last day of an issue's period; None where each is a day of its own.
        told: K days as far as they are known: an ISO day, a month, or a month with the edition that dates
            it, "2023-12 NeurIPS 2023"; () where each is a day.
    """

    rows: NDArray[np.int32]
    nodes: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    days: NDArray[np.float64]
    papers: NDArray[np.int32]
    names: tuple[str, ...]
    series: tuple[str, ...]
    until: NDArray[np.float64] | None = None
    told: tuple[str, ...] = ()

    @property
    def ends(self) -> NDArray[np.float64]:
        """(K,) float64 last days, finite."""
        return self.days if self.until is None else np.fmax(self.until, self.days)

    @property
    def said(self) -> tuple[str, ...]:
        """K days as they are told, "" where each is a whole day."""
        return self.told or ("",) * len(self.days)


def no_appearances() -> Appearances:
    """Of a view without methods, or whose methods stand nowhere."""
    whole, small = np.zeros(0, np.int32), np.zeros(0, np.uint8)
    return Appearances(whole, np.zeros(0, np.int64), small, np.zeros(0), whole, (), ())


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
        columns: name -> (N,) array: importance, degree_total, date (days since 1970, NaN unknown; of a
            method its first appearance), until (the last day of an edition or issue), series, community,
            map_x, map_y, depth (ego distance), language ...
        center: Row of the node the view is about, or -1.
        left_out: How many nodes within reach are not shown because of the limit; of the whole
            library only that there are some (1).
        appearances: Where its methods stand in time.
        stands_for: (N,) int64 node ids where one node may be drawn in several places, each row with an id of
            its own; None where the ids are the nodes'.
        regions: The communities that occur in the column of that name.
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
    appearances: Appearances = field(default_factory=no_appearances)
    stands_for: NDArray[np.int64] | None = None
    regions: tuple[Region, ...] = ()

    @property
    def nodes(self) -> NDArray[np.int64]:
        """(N,) int64 ids of the nodes that the rows stand for."""
        return self.ids if self.stands_for is None else self.stands_for

    def nodes_at(self, ids: Iterable[int]) -> frozenset[int]:
        """The nodes that some rows, given by their ids, stand for."""
        if self.stands_for is None:
            return frozenset(ids)
        rows = (self.row_of(row_id) for row_id in ids)
        return frozenset(int(self.stands_for[row]) for row in rows if row >= 0)

    def ids_of(self, nodes: Iterable[int]) -> frozenset[int]:
        """Ids of all rows that stand for some nodes."""
        if self.stands_for is None:
            return frozenset(nodes)
        wanted = np.fromiter(nodes, np.int64)
        return frozenset(self.ids[np.isin(self.stands_for, wanted)].tolist())

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
