"""The graph that paths are sought in: links that are stated, and weaker edges where these do not reach."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.compute.paths import Want, best_paths, hub_cost, trust_cost
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.walks import degrees, edges_of_kinds, named_together, stated_links

ONE_SOURCE = 0.5  #: how far one document is believed: the second and the third still add to it
_PROPOSED = 0.5  #: of that, where nobody has checked the link
TOGETHER = "together"  #: kind of the edge between two concepts that one passage names
#: how far an edge says that its ends have to do with each other, by each document behind it
_WEAK = {TOGETHER: 0.12, "names": 0.1, "discusses": 0.08, "wrote": 0.08, "tagged": 0.06, "appears": 0.03}
#: edges without which a node of a kind stands alone
_NEEDED = {
    NodeKind.PERSON: ("wrote",),
    NodeKind.EDITION: ("appears",),
    NodeKind.ISSUE: ("appears", "discusses"),
    NodeKind.TAG: ("tagged",),
}
_HUB_DEGREE = 150  #: weak edges are not followed through a node with more edges
_ROUNDS = 6  #: at most so many steps are followed, from both ends together
_MOST_EDGES = 20_000


@dataclass(frozen=True, slots=True)
class WalkEdge:
    """An edge that can be walked both ways: a link (its id), or an edge of a weaker kind (link 0)."""

    source: int
    target: int
    kind: str
    trust: float
    link: int = 0


@dataclass(frozen=True, slots=True)
class Walk:
    """A path: node ids from one end to the other, and the edge of each step."""

    cost: float
    nodes: tuple[int, ...]
    edges: tuple[WalkEdge, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Walkable:
    """Edges as arrays that align.

    Attributes:
        ends: (M, 2) int64 node ids, source and target.
        trust: (M,) float64, 0 to 1.
        links: (M,) int64 ids of links, 0 where an edge is of a weaker kind.
        kinds: (M,) names of edge kinds.
    """

    ends: NDArray[np.int64]
    trust: NDArray[np.float64]
    links: NDArray[np.int64]
    kinds: NDArray[np.str_]

    def edge(self, row: int) -> WalkEdge:
        source, target = self.ends[row].tolist()
        return WalkEdge(source, target, str(self.kinds[row]), float(self.trust[row]), int(self.links[row]))

    def with_edges(self, edges: Sequence[WalkEdge]) -> Walkable:
        """These and others."""
        ends = np.array([(edge.source, edge.target) for edge in edges], np.int64).reshape(-1, 2)
        return Walkable(
            np.concatenate([self.ends, ends]),
            np.append(self.trust, [edge.trust for edge in edges]),
            np.append(self.links, [edge.link for edge in edges]).astype(np.int64),
            np.append(self.kinds, [edge.kind for edge in edges]),
        )


def stated(reader: Reader) -> Walkable:
    """All links as edges: the more documents say one, and the surer they are, the more it is trusted.

    One document is believed half, and independent ones add up (noisy-or): 1 - (1 - confidence / 2) ** n. What
    a person states is true; a proposal that nobody has checked counts half.
    """
    table = stated_links(reader)
    trust = 1 - (1 - ONE_SOURCE * table[:, 3]) ** np.maximum(table[:, 4], 1)
    trust = np.where(table[:, 5] > 0, trust * _PROPOSED, trust)
    trust = np.where(table[:, 6] > 0, 1.0, trust)
    ids = table[:, :3].astype(np.int64)
    return Walkable(ids[:, 1:], trust, ids[:, 0], np.full(len(ids), "asserted"))


def weak_kinds(kinds: Sequence[NodeKind]) -> frozenset[str]:
    """Edge kinds that are walked between two nodes of these kinds where no stated link joins them."""
    return frozenset({"names", *(edge for kind in kinds for edge in _NEEDED.get(kind, ()))})


def weak_edges(reader: Reader, a: int, b: int, kinds: Collection[str]) -> list[WalkEdge]:
    """Edges of weaker kinds around two nodes, until what is reached from one meets what is from the other."""
    reached: tuple[set[int], set[int]] = ({a}, {b})
    frontiers = [{a}, {b}]
    found: dict[tuple[int, int, str], WalkEdge] = {}
    for _ in range(_ROUNDS):
        side = 0 if len(frontiers[0]) <= len(frontiers[1]) else 1
        if not frontiers[side]:
            side = 1 - side
        here = _weak_at(reader, frontiers[side], kinds)
        found |= {(edge.source, edge.target, edge.kind): edge for edge in here}
        fresh = {node for edge in here for node in (edge.source, edge.target)} - reached[side]
        reached[side].update(fresh)
        if not reached[0].isdisjoint(reached[1]) or len(found) > _MOST_EDGES:
            break
        crowd = degrees(reader, fresh)
        frontiers[side] = {node for node in fresh if crowd.get(node, 0) <= _HUB_DEGREE}
    return [found[key] for key in sorted(found)]


def _weak_at(reader: Reader, nodes: Collection[int], kinds: Collection[str]) -> list[WalkEdge]:
    pairs = [(min(a, b), max(a, b), TOGETHER, documents) for a, b, documents in named_together(reader, nodes)]
    return [
        WalkEdge(a, b, kind, 1 - (1 - _WEAK[kind]) ** max(sources, 1))
        for a, b, kind, sources in [*edges_of_kinds(reader, nodes, kinds), *pairs]
    ]


def walks(edges: Walkable, a: int, b: int, count: int, crowd: Mapping[int, int]) -> list[Walk]:
    """The best paths between two nodes over some edges, cheapest first.

    Args:
        crowd: Neighbours of nodes beyond those edges; a node counts with the larger number.
    """
    ids, rows = np.unique(np.append(edges.ends, (a, b)), return_inverse=True)
    rows = rows.reshape(-1).astype(np.int64)
    pairs = rows[:-2].reshape(-1, 2)
    low, high = pairs.min(axis=1, initial=len(ids)), pairs.max(axis=1, initial=0)
    joined = np.unique(low * len(ids) + high)  # pairs that several links join count once
    degree = np.bincount(np.append(joined // len(ids), joined % len(ids)), minlength=len(ids))
    if crowd:
        degree = np.maximum(degree, np.array([crowd.get(node, 0) for node in ids.tolist()], np.int64))
    want = Want(int(rows[-2]), int(rows[-1]), count)
    return [
        Walk(path.cost, tuple(ids[list(path.nodes)].tolist()), tuple(edges.edge(row) for row in path.edges))
        for path in best_paths(pairs, trust_cost(edges.trust), hub_cost(degree), want)
    ]
