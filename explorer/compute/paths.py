"""The k best paths between two nodes of a weighted graph, without loops."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Steps = list[list[tuple[int, int, float]]]  # of each node: (neighbour, edge row, cost), neighbours ascending
_Found = tuple[float, tuple[int, ...], tuple[int, ...]]  # cost, node rows, edge rows


@dataclass(frozen=True, slots=True)
class FoundPath:
    """Attributes:
    cost: What its edges and the nodes between its ends cost together.
    nodes: Rows of its nodes, from source to target.
    edges: Rows of its edges, one fewer.
    """

    cost: float
    nodes: tuple[int, ...]
    edges: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Want:
    """Rows of the ends of the paths that are wanted, and how many paths."""

    source: int
    target: int
    count: int


def hub_cost(degree: NDArray[np.int64]) -> NDArray[np.float64]:
    """(N,) what passing through a node costs, by its number of neighbours: their natural logarithm.

    What everything is linked with links nothing in particular: a path through it says little.

    References:
        Ciampaglia, Shiralkar, Rocha, Bollen, Menczer, Flammini, "Computational Fact Checking from Knowledge
        Networks", PLoS ONE 10(6), 2015, equation 1: a path is worth 1 / (1 + the sum of log k over the nodes
        between its ends).
    """
    return np.log(np.maximum(degree, 1).astype(np.float64))


def trust_cost(trust: NDArray[np.float64]) -> NDArray[np.float64]:
    """(M,) what an edge costs that is true with probability ``trust``: one step, and what is doubtful of it.

    The sum of -log p is least where the product of the p is greatest: on the most reliable path.
    """
    return 1.0 - np.log(np.clip(trust, 1e-6, 1.0))


def best_paths(
    ends: NDArray[np.int64], edge_costs: NDArray[np.float64], node_costs: NDArray[np.float64], want: Want
) -> list[FoundPath]:
    """The cheapest paths, ascending cost; edges are walked both ways and of parallel ones the cheapest.

    One search from the target tells every node what is left to go; with that as the estimate of an A* search
    the detours of Yen's algorithm look at few nodes. Of equal costs the path of smaller rows comes first.

    Args:
        ends: (M, 2) rows of the nodes that each edge joins.
        edge_costs: (M,), >= 0.
        node_costs: (N,), >= 0, for passing through a node; the ends of a path cost nothing.

    References:
        Yen, "Finding the K Shortest Loopless Paths in a Network", Management Science 17(11), 1971; Lawler,
        "A Procedure for Computing the K Best Solutions …", Management Science 18(7), 1972 (no detour is
        sought twice); Martins, Pascoal, "A New Implementation of Yen's Ranking Loopless Paths Algorithm",
        4OR 1, 2003 (the tree of what is left to go).

    >>> ends = np.array([(0, 1), (1, 2), (0, 3), (3, 2)])
    >>> found = best_paths(ends, np.array([1.0, 1.0, 2.0, 2.0]), np.zeros(4), Want(0, 2, 2))
    >>> [(path.cost, path.nodes) for path in found]
    [(2.0, (0, 1, 2)), (4.0, (0, 3, 2))]
    """
    if want.source == want.target or want.count < 1:
        return []
    graph = _Graph(_steps(ends, edge_costs, len(node_costs)), node_costs.tolist(), want.target)
    first = graph.search(want.source, frozenset(), frozenset())
    waiting: list[tuple[_Found, int]] = [(first, 0)] if first else []
    found: list[_Found] = []
    while waiting and len(found) < want.count:
        path, begin = heapq.heappop(waiting)
        found.append(path)
        for at in range(begin, len(path[2])):
            detour = _detour(graph, path, at, found)
            if detour is not None:
                heapq.heappush(waiting, (detour, at))
    return [FoundPath(*path) for path in found]


def _steps(ends: NDArray[np.int64], costs: NDArray[np.float64], count: int) -> _Steps:
    cheapest: dict[tuple[int, int], tuple[float, int]] = {}
    for row, ((a, b), cost) in enumerate(zip(ends.tolist(), costs.tolist(), strict=True)):
        pair = (a, b) if a < b else (b, a)
        if a != b and (pair not in cheapest or cost < cheapest[pair][0]):
            cheapest[pair] = cost, row
    out: _Steps = [[] for _ in range(count)]
    for (a, b), (cost, row) in sorted(cheapest.items()):
        out[a].append((b, row, cost))
        out[b].append((a, row, cost))
    return out


class _Graph:
    """Neighbours, what nodes cost, and what is left to go from each of them to the target."""

    def __init__(self, steps: _Steps, node_costs: list[float], target: int) -> None:
        self._steps = steps
        self._entering = node_costs
        self._entering[target] = 0.0
        self._target = target
        self._left = self._distances()

    def _distances(self) -> list[float]:
        """Cost from each node to the target, without its own; infinite where no way leads there."""
        left = [math.inf] * len(self._steps)
        left[self._target] = 0.0
        heap = [(0.0, self._target)]
        while heap:
            gone, node = heapq.heappop(heap)
            if gone > left[node]:
                continue
            gone += self._entering[node]
            for other, _, cost in self._steps[node]:
                if gone + cost < left[other]:
                    left[other] = gone + cost
                    heapq.heappush(heap, (gone + cost, other))
        return left

    def search(self, start: int, avoided: frozenset[int], not_first: frozenset[int]) -> _Found | None:
        """The cheapest path to the target past some nodes; its first step leads to none of others."""
        left = self._left
        gone = {start: 0.0}
        came: dict[int, tuple[int, int]] = {}
        heap = [(left[start], start)] if left[start] < math.inf else []
        done: set[int] = set()
        while heap:
            _, node = heapq.heappop(heap)
            if node == self._target:
                return gone[node], *_walked(came, start, node)
            if node in done:
                continue
            done.add(node)
            for other, row, cost in self._steps[node]:
                if other in avoided or other in done or (node == start and other in not_first):
                    continue
                total = gone[node] + cost + self._entering[other]
                if left[other] < math.inf and total < gone.get(other, math.inf):
                    gone[other] = total
                    came[other] = node, row
                    heapq.heappush(heap, (total + left[other], other))
        return None

    def cost_until(self, path: _Found, at: int) -> float:
        """Cost of the first steps of a path, entering the node at which it is left included."""
        _, nodes, rows = path
        return sum(self._cost(nodes[i], rows[i]) + self._entering[nodes[i + 1]] for i in range(at))

    def _cost(self, node: int, row: int) -> float:
        return next(cost for _, edge, cost in self._steps[node] if edge == row)


def _walked(
    came: dict[int, tuple[int, int]], start: int, node: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    nodes, rows = [node], []
    while node != start:
        node, row = came[node]
        nodes.append(node)
        rows.append(row)
    return tuple(reversed(nodes)), tuple(reversed(rows))


def _detour(graph: _Graph, path: _Found, at: int, found: list[_Found]) -> _Found | None:
    """The cheapest path that shares the first ``at`` steps of a path and then none that was found."""
    _, nodes, rows = path
    taken = frozenset(other[1][at + 1] for other in found if other[1][: at + 1] == nodes[: at + 1])
    rest = graph.search(nodes[at], frozenset(nodes[:at]), taken)
    if rest is None:
        return None
    cost = graph.cost_until(path, at) + rest[0]
    return cost, nodes[:at] + rest[1], rows[:at] + rest[2]
