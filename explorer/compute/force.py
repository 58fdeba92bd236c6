"""Layout of graphs of any size: stress majorisation up to 1,000 nodes, a neighbour embedding above."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_array, csr_array, csr_matrix, diags_array
from scipy.spatial import cKDTree

from explorer.compute import stress
from explorer.compute.packing import Floats, Rows, place_components, rows_given

if TYPE_CHECKING:
    from openTSNE import TSNEEmbedding

STRESS_MAX: Final = 1_000  #: nodes of a component up to which every pair of nodes counts
_FFT_FROM: Final = 3_000  #: nodes from which forces are interpolated on a grid
_PHASES: Final = ((120, 12.0, 0.5), (180, 3.0, 0.8))  #: iterations, exaggeration, momentum
_ROUNDS: Final = 60  #: of settling free nodes among given ones
_NEAR: Final = 6  #: nodes that push a free node away

_TELL_EVERY: Final = 10  #: iterations

Matrix = NDArray[np.float64]
Report = Callable[[int, int], None]


def _tell_nobody(done: int, total: int) -> None:
    """For callers that show nothing."""


def place(
    n_nodes: int, ends: Rows, weights: Floats, start: Floats, seed: int, progress: Report = _tell_nobody
) -> Floats:
    """(N, 2) float32 positions; a typical edge is 1 long. Arguments as in ``explorer.compute.stress.place``.

    Loads openTSNE where a component has more than 1,000 nodes: call it in the worker process then.

    Args:
        progress: Hears (iterations done, iterations in all) of the largest component.

    References:
        Böhm, Berens, Kobak, "Attraction-Repulsion Spectrum in Neighbor Embeddings", JMLR 2022, sections 3
        and 5: high exaggeration looks like ForceAtlas2, low exaggeration separates clusters.
    """
    assert start.shape == (n_nodes, 2)
    return place_components(ends, weights, start, seed, partial(_place_component, progress))


def _place_component(
    progress: Report, n_nodes: int, ends: Rows, weights: Floats, start: Floats, seed: int
) -> Floats:
    if n_nodes <= STRESS_MAX:
        return stress.place_component(n_nodes, ends, weights, start, seed)
    given = rows_given(start)
    if given.all():
        return start
    links = _adjacency(n_nodes, ends)
    if 2 * given.sum() >= n_nodes:
        return _settle(links, start.astype(np.float64), given, seed).astype(np.float32)
    positions = _embed(links, seed, progress)
    positions /= max(float(np.median(_lengths(positions, ends))), 1e-9)
    if given.any():
        positions = _fitted(positions, start.astype(np.float64), given)
        positions[given] = start[given]
    return positions.astype(np.float32)


def _adjacency(n_nodes: int, ends: Rows) -> csr_array:
    """(N, N) with 1 for each pair that an edge joins."""
    links = coo_array((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(n_nodes, n_nodes)).tocsr()
    links = links + links.T
    links.data[:] = 1
    return links


def _lengths(positions: Matrix, ends: Rows) -> Matrix:
    lengths: Matrix = np.linalg.norm(positions[ends[:, 0]] - positions[ends[:, 1]], axis=1)
    return lengths


def _embed(links: csr_array, seed: int, progress: Report) -> Matrix:
    """(N, 2) t-SNE whose affinities are the steps of a random walk along the edges."""
    import openTSNE
    from openTSNE import affinity, initialization

    walk = diags_array(1 / np.asarray(links.sum(axis=1)).ravel()) @ links
    joint = csr_matrix((walk + walk.T) / 2)
    joint /= joint.sum()
    embedding: TSNEEmbedding = openTSNE.TSNEEmbedding(
        initialization.spectral(joint, random_state=seed),
        affinity.PrecomputedAffinities(joint),
        negative_gradient_method="bh" if links.shape[0] < _FFT_FROM else "fft",
        n_jobs=1,  # a second thread spins while it waits, unless the process forbids it
        random_state=seed,
    )
    done, total = 0, sum(iterations for iterations, _, _ in _PHASES)
    for iterations, exaggeration, momentum in _PHASES:
        embedding = embedding.optimize(
            iterations,
            exaggeration=exaggeration,
            momentum=momentum,
            callbacks=partial(_tell, progress, done, total),
            callbacks_every_iters=_TELL_EVERY,
        )
        done += iterations
    positions: Matrix = np.array(embedding, np.float64)
    return positions


def _tell(progress: Report, before: int, total: int, iteration: int, _error: float, _at: object) -> None:
    """What openTSNE calls between iterations; anything true would stop it."""
    progress(before + iteration, total)


def _fitted(positions: Matrix, start: Matrix, given: NDArray[np.bool_]) -> Matrix:
    """Positions turned, mirrored, scaled and moved so that the given rows come close to where they are."""
    here, there = positions[given].mean(axis=0), start[given].mean(axis=0)
    centred, wanted = positions[given] - here, start[given] - there
    spread = float((centred**2).sum())
    if spread < 1e-9:
        return np.asarray(positions - here + there, np.float64)
    left, strengths, right = np.linalg.svd(wanted.T @ centred)
    scale = float(strengths.sum()) / spread or 1.0
    fitted: Matrix = (positions - here) @ (left @ right).T * scale + there
    return fitted


def _settle(links: csr_array, start: Matrix, given: NDArray[np.bool_], seed: int) -> Matrix:
    """Put the free nodes near their neighbours and away from whatever is close; given rows stay."""
    positions = _beside_neighbours(links, start, given, seed)
    free = np.flatnonzero(~given)
    pull = links[free].tocoo()
    unit = _unit(links, positions)
    for step in np.linspace(0.3, 0.02, _ROUNDS):
        towards = _centre(pull.row, positions[pull.col], positions[free], unit) - positions[free]
        _, near = cKDTree(positions).query(positions[free], k=_NEAR + 1)
        away = positions[free][:, None] - positions[near]
        distance = np.maximum(np.linalg.norm(away, axis=2, keepdims=True), 1e-3 * unit)
        push = (away / distance * np.maximum(unit - distance, 0)).sum(axis=1)
        positions[free] += step * (towards + push)
    return positions


def _centre(rows: NDArray[np.int32], there: Matrix, here: Matrix, unit: float) -> Matrix:
    """(F, 2): where each free node wants to be, a step of Weiszfeld's towards the geometric median.

    One neighbour at the other end of the map does not drag a node out of its cluster, as a mean would let it.
    """
    weights = 1 / np.maximum(np.linalg.norm(there - here[rows], axis=1), unit)
    total = np.bincount(rows, weights, len(here))
    sums = [np.bincount(rows, weights * there[:, axis], len(here)) for axis in (0, 1)]
    return np.stack(sums, axis=1) / total[:, None]


def _unit(links: csr_array, positions: Matrix) -> float:
    edges = links.tocoo()
    lengths = np.linalg.norm(positions[edges.row] - positions[edges.col], axis=1)
    return max(float(np.median(lengths)), 1e-6)


def _beside_neighbours(links: csr_array, start: Matrix, given: NDArray[np.bool_], seed: int) -> Matrix:
    """Free nodes at the mean of the neighbours that have a place, outwards from the given ones."""
    positions, known = np.where(given[:, None], start, 0.0), given.copy()
    while not known.all():
        counts = links @ known.astype(np.float64)
        front = np.flatnonzero(~known & (counts > 0))
        positions[front] = (links @ (positions * known[:, None]))[front] / counts[front, None]
        known[front] = True
    free = np.flatnonzero(~given)
    unit = _unit(links, positions)
    positions[free] += np.random.default_rng(seed).normal(0, 0.2 * unit, (len(free), 2))
    return positions
