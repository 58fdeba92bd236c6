"""Layout of small graphs: places whose distances are those along the edges, by stress majorisation."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra
from scipy.sparse.linalg import eigsh
from scipy.spatial.distance import cdist

from explorer.compute.packing import Floats, Rows, place_components, rows_given

_ROUNDS: Final = 120
_DENSE: Final = 60  #: matrices up to this size are decomposed as a whole
_SETTLED: Final = 1e-3  #: relative drop of the stress below which a round is the last
_NEAR: Final = 1e-3  #: places closer than this are pushed apart by chance

Matrix = NDArray[np.float64]


def place(n_nodes: int, ends: Rows, weights: Floats, start: Floats, seed: int) -> Floats:
    """(N, 2) float32 positions; a typical edge is 1 long. Numpy and scipy only; cubic, for up to 1,000 nodes.

    Args:
        n_nodes: N.
        ends: (M, 2) int32 rows; direction, loops and repetitions do not matter.
        weights: (M,) float32 >= 0; a heavier edge is drawn shorter.
        start: (N, 2) float32; rows that are not NaN are given and come back unchanged.
        seed: Two runs with the same seed give the same bytes.

    References:
        Gansner, Koren, North, "Graph Drawing by Stress Majorization", GD 2004, sections 2 to 4 (edge lengths
        that grow with the neighbourhoods: section 4.3).
    """
    assert start.shape == (n_nodes, 2)
    return place_components(ends, weights, start, seed, place_component)


def place_component(n_nodes: int, ends: Rows, weights: Floats, start: Floats, seed: int) -> Floats:
    """The same for a graph that is connected."""
    given = rows_given(start)
    if given.all():
        return start
    if n_nodes == 1:
        return np.zeros((1, 2), np.float32)
    distances = _distances(n_nodes, ends, weights)
    chance = np.random.default_rng(seed)
    positions = _begin(distances, start.astype(np.float64), given, chance)
    return _majorise(positions, distances, given).astype(np.float32)


def _distances(n_nodes: int, ends: Rows, weights: Floats) -> Matrix:
    """(N, N) lengths of the shortest paths."""
    low, high = ends.min(axis=1), ends.max(axis=1)
    keys, inverse = np.unique(low.astype(np.int64) * n_nodes + high, return_inverse=True)
    strength = np.zeros(len(keys))
    np.maximum.at(strength, inverse, weights)
    low, high = keys // n_nodes, keys % n_nodes
    links = coo_array((np.ones(len(keys)), (low, high)), shape=(n_nodes, n_nodes)).tocsr()
    links = links + links.T
    degree = np.asarray(links.sum(axis=1)).ravel()
    shared = np.asarray((links @ links)[low, high]).ravel()
    apart = np.sqrt(np.maximum(degree[low] + degree[high] - 2 * shared, 1.0))
    lengths = apart / np.median(apart) * np.clip(1.25 - strength / (4 * max(strength.max(), 1e-9)), 1, 1.25)
    lengths = np.clip(lengths, 0.6, 3.0)
    graph = coo_array((lengths, (low, high)), shape=(n_nodes, n_nodes)).tocsr()
    return np.asarray(dijkstra(graph, directed=False), np.float64)


def _begin(distances: Matrix, start: Matrix, given: NDArray[np.bool_], chance: np.random.Generator) -> Matrix:
    """Where to begin: beside what is given, else classical scaling."""
    if not given.any():
        return _classical_scaling(distances) + chance.normal(0, _NEAR, (len(start), 2))
    positions = start.copy()
    known = np.flatnonzero(given)
    for row in np.flatnonzero(~given):
        near = known[np.argsort(distances[row, known], kind="stable")[:3]]
        pull = 1 / distances[row, near] ** 2
        positions[row] = (pull[:, None] * start[near]).sum(axis=0) / pull.sum()
    free = int((~given).sum())
    positions[~given] += chance.normal(0, 0.3, (free, 2))
    return positions


def _classical_scaling(distances: Matrix) -> Matrix:
    """(N, 2) principal coordinates of a distance matrix (Torgerson 1952); signs fixed."""
    size = len(distances)
    squared = distances**2
    centred = -(squared - squared.mean(axis=0) - squared.mean(axis=1)[:, None] + squared.mean()) / 2
    if size <= _DENSE:
        values, vectors = np.linalg.eigh(centred)
    else:
        values, vectors = eigsh(centred, k=2, which="LA", v0=np.linspace(1, 2, size), tol=1e-3)
    vectors = vectors[:, ::-1][:, :2]
    vectors = vectors * np.where(vectors[np.abs(vectors).argmax(axis=0), [0, 1]] < 0, -1, 1)
    scaled: Matrix = vectors * np.sqrt(np.maximum(values[::-1][:2], 0))
    return scaled


def _majorise(positions: Matrix, distances: Matrix, given: NDArray[np.bool_]) -> Matrix:
    """Lower the stress round by round; given rows stay. Each round solves one linear system."""
    size = len(positions)
    pull = np.zeros_like(distances)
    apart = distances > 0
    pull[apart] = 1 / distances[apart] ** 2
    laplacian = np.diag(pull.sum(axis=1)) - pull
    free = np.flatnonzero(~given)
    if not given.any():
        laplacian += 1 / size  # the centre of gravity is held, else every translation is a solution
    factor = cho_factor(laplacian[np.ix_(free, free)])
    fixed = laplacian[np.ix_(free, np.flatnonzero(given))] @ positions[given]
    targets = pull * distances
    before = np.inf
    for _ in range(_ROUNDS):
        drawn = cdist(positions, positions)
        stress = float((pull * (drawn - distances) ** 2).sum())
        if before - stress < _SETTLED * stress:
            break
        before = stress
        ratio = targets / np.maximum(drawn, _NEAR)
        push = ratio.sum(axis=1)[:, None] * positions - ratio @ positions
        positions = positions.copy()
        positions[free] = cho_solve(factor, push[free] - fixed)
    return positions
