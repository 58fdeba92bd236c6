"""What filters look at: the nodes and links of a library as numpy columns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from explorer.graph.filters import Value
from explorer.model import NodeKind

#: kinds that have values of their own: what they state, when, in which language
CARRIERS = (NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT)
NO_TRUST = 255  #: of edges that state nothing (who wrote what, tags, places, similarity)


@dataclass(frozen=True, slots=True, eq=False)
class Members:
    """Which rows have which values of one facet, E pairs.

    Attributes:
        keys: V values, ascending.
        rows: (E,) int32 rows of nodes.
        owners: (E,) int32, ascending: the value that each has, as index into ``keys``.
    """

    keys: tuple[Value, ...]
    rows: NDArray[np.int32]
    owners: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class EdgeColumns:
    """Attributes:
    ends: (M, 2) int32 rows of nodes.
    kinds: (M,) uint8 index into ``labels``.
    labels: Ids of edge kinds.
    trust: (M,) uint8 index into ``list(Trust)``, or NO_TRUST.
    ranks: (M,) float32 percentile of a similarity among all similarities; 100 for other edges.
    """

    ends: NDArray[np.int32]
    kinds: NDArray[np.uint8]
    labels: tuple[str, ...]
    trust: NDArray[np.uint8]
    ranks: NDArray[np.float32]


def no_edges() -> EdgeColumns:
    """Of a library without links."""
    small = np.zeros(0, np.uint8)
    return EdgeColumns(np.zeros((0, 2), np.int32), small, (), small, np.zeros(0, np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class FilterColumns:
    """Row i of every node column is the same node.

    Attributes:
        ids: (N,) int64 node ids, ascending.
        kinds: (N,) uint8 NodeKind values.
        importance: (N,) float32.
        members: Facet -> who has which value.
        days: (D, 2) float64 first and last day, since 1970, of something that is dated.
        dated: (D,) int32 its row; a paper may stand for several days.
        hangs: (L, 2) int32 rows: the second hangs on the first, and is no paper.
        edges: The links.
    """

    ids: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    importance: NDArray[np.float32]
    members: Mapping[str, Members] = field(default_factory=dict)
    days: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 2)))
    dated: NDArray[np.int32] = field(default_factory=lambda: np.zeros(0, np.int32))
    hangs: NDArray[np.int32] = field(default_factory=lambda: np.zeros((0, 2), np.int32))
    edges: EdgeColumns = field(default_factory=no_edges)
