"""The map: places in the plane where papers of like meaning lie together. In the worker process only."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from explorer.compute.neighbours import NOBODY, Floats, Nearest, Report

if TYPE_CHECKING:
    from openTSNE import TSNEEmbedding
    from scipy.sparse import csr_matrix

Matrix = NDArray[np.float64]

NEIGHBOURS: Final = 90  #: of each paper that the map looks at: three times the perplexity
_PERPLEXITY: Final = 30.0
_PHASES: Final = ((250, 12.0, 0.5), (500, 1.0, 0.8))  #: openTSNE's own: iterations, exaggeration, momentum
_RATE_MIN: Final = 10.0  #: a learning rate of N / exaggeration alone leaves a small map a dot
_ADDED: Final = (250, 4.0, 0.8)  #: iterations and so on for papers that come later
_ADDED_PERPLEXITY: Final = 10.0
_ADDED_BETWEEN: Final = 5  #: nearest papers between which a new one starts
_FFT_FROM: Final = 3_000  #: papers from which forces are interpolated on a grid
_TELL_EVERY: Final = 25


def place(found: Nearest, before: Floats, seed: int, progress: Report | None = None) -> Floats:
    """(N, 2) float32 places of papers, centred on (0, 0); the same seed gives the same bytes.

    Args:
        found: Each paper's neighbours among the same N, up to NEIGHBOURS of them. Scores are similarities on
            any scale; only their differences within a row count.
        before: (N, 2) places on the map that this one replaces, NaN for none: the new one is turned and
            mirrored so that it resembles the old.
        seed: Of the start.
        progress: Called with (iterations done, all iterations).

    References:
        van der Maaten, Hinton, "Visualizing Data using t-SNE", JMLR 2008; Poličar et al., "openTSNE", JSS
        2024. The start is a spectral embedding of the neighbour graph, after Kobak, Linderman,
        "Initialization is critical", Nature Biotechnology 2021.
    """
    total = len(found.rows)
    if total < 5:
        return _on_a_circle(total)
    joint = _affinities(found, total, _PERPLEXITY)
    embedding = _embedding(_spectral_start(joint, seed), joint, seed)
    tell = _Teller(progress, sum(iterations for iterations, _, _ in _PHASES))
    for iterations, exaggeration, momentum in _PHASES:
        embedding = embedding.optimize(
            iterations,
            learning_rate=max(_RATE_MIN, total / exaggeration),
            exaggeration=exaggeration,
            momentum=momentum,
            callbacks=tell.callback,
            callbacks_every_iters=_TELL_EVERY,
        )
        tell.before += iterations
    places = np.array(embedding, np.float64)
    return _turned(places - places.mean(axis=0), before).astype(np.float32)


def add(places: Floats, found: Nearest, seed: int) -> Floats:
    """(M, 2) float32 places of papers that come later; the papers on the map stay where they are.

    Args:
        places: (N, 2) of the papers on the map.
        found: Neighbours of the M new papers among those N.
        seed: Of the random numbers.

    References:
        Poličar, Stražar, Zupan, "Embedding to reference t-SNE space addresses batch effects", DS 2019.
    """
    total = len(places)
    if total < 5 or not len(found.rows):
        return np.zeros((len(found.rows), 2), np.float32) + _on_a_circle(len(found.rows))
    from openTSNE.tsne import PartialTSNEEmbedding
    from scipy.sparse import csr_matrix

    weights = _affinities(found, total, _ADDED_PERPLEXITY, later=True)
    reference = _embedding(places.astype(np.float64), csr_matrix((total, total)), seed)
    start = _medians(places[found.rows[:, :_ADDED_BETWEEN]].astype(np.float64))
    partial = PartialTSNEEmbedding(start, reference, weights, negative_gradient_method="bh", n_jobs=1)
    iterations, exaggeration, momentum = _ADDED
    moved = partial.optimize(
        iterations, learning_rate=0.1, exaggeration=exaggeration, momentum=momentum, max_grad_norm=0.25
    )
    return np.array(moved, np.float32)


def _affinities(found: Nearest, total: int, perplexity: float, later: bool = False) -> csr_matrix:
    """(Q, total): how likely a paper picks each neighbour, as sharply as the perplexity says.

    Symmetric and of sum 1; for papers that come later each row has sum 1.
    """
    from openTSNE.affinity import joint_probabilities_nn

    known = int((found.rows != NOBODY).sum(axis=1).min())
    kept = min(int(3 * perplexity), known)
    rows, scores = found.rows[:, :kept], found.scores[:, :kept].astype(np.float64)
    distances = np.sqrt(np.maximum(scores[:, :1] - scores, 0) + 1e-6)
    joint: csr_matrix = joint_probabilities_nn(
        rows.astype(np.int64),
        distances,
        [min(perplexity, max(1.0, (kept - 1) / 3))],
        symmetrize=not later,
        normalization="point-wise" if later else "pair-wise",
        n_reference_samples=total,
        n_jobs=1,
    )
    return joint


def _embedding(start: Matrix, joint: csr_matrix, seed: int) -> TSNEEmbedding:
    import openTSNE
    from openTSNE.affinity import PrecomputedAffinities

    return openTSNE.TSNEEmbedding(
        start,
        PrecomputedAffinities(joint, normalize=False),
        negative_gradient_method="bh" if len(start) < _FFT_FROM else "fft",
        n_jobs=1,
        random_state=seed,
    )


def _spectral_start(joint: csr_matrix, seed: int) -> Matrix:
    """(N, 2), tiny: the slowest modes of a walk between neighbours; signs fixed."""
    from scipy.sparse import coo_array, csr_matrix
    from scipy.sparse.linalg import eigsh

    total = joint.shape[0]
    mass = np.asarray(joint.sum(axis=1)).ravel()
    scale = 1 / np.sqrt(np.maximum(mass, 1e-12))
    coordinates = coo_array(joint)
    values = coordinates.data * scale[coordinates.row] * scale[coordinates.col]
    walk = csr_matrix((values, (coordinates.row, coordinates.col)), shape=joint.shape)
    chance = np.random.default_rng(seed)
    _, vectors = eigsh(walk, k=3, which="LA", v0=chance.normal(size=total), tol=1e-4)
    modes = vectors[:, ::-1][:, 1:] * scale[:, None]
    modes *= np.where(modes[np.abs(modes).argmax(axis=0), [0, 1]] < 0, -1, 1)
    start: Matrix = modes / max(float(modes[:, 0].std()), 1e-12) * 1e-4
    return start + chance.normal(0, 1e-6, start.shape)


def _turned(places: Matrix, before: Floats) -> Matrix:
    """Places turned or mirrored about (0, 0) to come close to earlier ones (orthogonal Procrustes)."""
    known = np.isfinite(before).all(axis=1)
    if known.sum() < 3:
        return places
    wanted = before[known] - before[known].mean(axis=0)
    left, _, right = np.linalg.svd(wanted.T @ places[known])
    turned: Matrix = places @ (left @ right).T
    return turned


def _medians(points: Matrix) -> Matrix:
    """(M, 2) geometric medians of (M, k, 2) points: where most of them are, whatever the others say.

    References:
        Weiszfeld, "Sur le point pour lequel la somme des distances de n points donnés est minimum", 1937.
    """
    centres = np.median(points, axis=1)
    for _ in range(20):
        weights = 1 / np.maximum(np.linalg.norm(points - centres[:, None], axis=2), 0.5)
        centres = (points * weights[:, :, None]).sum(axis=1) / weights.sum(axis=1, keepdims=True)
    return np.asarray(centres)


def _on_a_circle(count: int) -> Floats:
    angles = 2 * np.pi * np.arange(count) / max(count, 1)
    return np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)


class _Teller:
    """Carries openTSNE's callbacks to a progress function."""

    def __init__(self, progress: Report | None, total: int) -> None:
        self._progress = progress
        self._total = total
        self.before = 0  #: iterations of the phases that are done

    @property
    def callback(self) -> Callable[[int, float, Matrix], None] | None:
        return self._tell if self._progress is not None else None

    def _tell(self, iteration: int, error: float, embedding: Matrix) -> None:
        if self._progress is not None:
            self._progress(self.before + iteration, self._total)
