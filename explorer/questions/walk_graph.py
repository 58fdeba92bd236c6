"""The graph that paths are sought in: links that are stated, and weaker edges where these do not reach."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from explorer.compute.paths import Want, best_paths, hub_cost, trust_cost
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.walks import Stated, degrees, edges_of_kinds, named_together

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


def stated_edge(link: Stated) -> WalkEdge:
    """A link as an edge: the more documents say it, and the surer they are, the more it is trusted.

    One document is believed half, and independent ones add up (noisy-or): 1 - (1 - confidence / 2) ** n. What
    a person states is true; a proposal that nobody has checked counts half.
    """
    if link.asserted_by == "user" and link.status == "accepted":
        return WalkEdge(link.subject, link.object, "asserted", 1.0, link.link)
    trust = 1 - (1 - ONE_SOURCE * link.confidence) ** max(link.sources, 1)
    if link.status == "proposed":
        trust *= _PROPOSED
    return WalkEdge(link.subject, link.object, "asserted", trust, link.link)


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


def walks(edges: Sequence[WalkEdge], a: int, b: int, count: int, crowd: dict[int, int]) -> list[Walk]:
    """The best paths between two nodes over some edges, cheapest first.

    Args:
        crowd: Neighbours of nodes beyond those edges; a node counts with the larger number.
    """
    ends = np.array([(edge.source, edge.target) for edge in edges], np.int64).reshape(-1, 2)
    ids, rows = np.unique(np.append(ends, (a, b)), return_inverse=True)
    rows = rows.reshape(-1).astype(np.int64)
    pairs = rows[:-2].reshape(-1, 2)
    joined = np.unique(np.sort(pairs, axis=1), axis=0)
    degree = np.bincount(joined.ravel(), minlength=len(ids))
    if crowd:
        degree = np.maximum(degree, np.array([crowd.get(int(node), 0) for node in ids], np.int64))
    costs = trust_cost(np.array([edge.trust for edge in edges], np.float64))
    want = Want(int(rows[-2]), int(rows[-1]), count)
    return [
        Walk(path.cost, tuple(ids[list(path.nodes)].tolist()), tuple(edges[row] for row in path.edges))
        for path in best_paths(pairs, costs, hub_cost(degree), want)
    ]
