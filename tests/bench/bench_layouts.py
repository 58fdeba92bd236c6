"""Layouts: against openTSNE run plainly, small graphs at once, additions that move nothing."""

import time
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import openTSNE
import openTSNE.affinity
import openTSNE.initialization
import scipy.sparse as sp

from explorer.compute.force import place
from explorer.layouts import LAYOUTS, lay_out
from explorer.pipeline.worker import Worker
from tests.bench.figure import Figure
from tests.scenes import big_view
from tests.unit.layouts.test_time_axes import dated

LARGE = (1_500, 5_000)
QUICK = 300
OLD, NEW = 2_000, 11


def measure() -> Iterator[Figure]:
    """Wall time, but for the embedding beside openTSNE: what both compute is told in processor time."""
    with Worker() as worker:
        warm = big_view(1_100, 2)
        worker.call("explorer.compute.force:place", *arguments(warm))
        for nodes in LARGE:
            yield from beside_opentsne(worker, nodes)
    yield from small()
    yield added()


def arguments(view):
    nodes = len(view.ids)
    return nodes, view.ends, view.weights, np.full((nodes, 2), np.nan, np.float32), 0


def beside_opentsne(worker: Worker, nodes: int) -> Iterator[Figure]:
    """The worker, warm, by the clock; the same work here against the bare embedding, in processor time."""
    view = big_view(nodes)
    call = ("explorer.compute.force:place", *arguments(view))
    waited = seconds(lambda: worker.call(*call, progress=lambda done, total: None))
    yield Figure(f"force, {nodes:,} nodes, worker", waited, "s")
    beside = seconds(lambda: plain_tsne(nodes, view.ends, threads=2))
    yield Figure(
        f"force, {nodes:,} nodes, against plain t-SNE of two threads, wall", waited / beside, "x", 1.3
    )
    ours = seconds(lambda: place(*arguments(view)), clock=time.process_time)
    bare = seconds(lambda: plain_tsne(nodes, view.ends), clock=time.process_time)
    yield Figure(f"force, {nodes:,} nodes, against plain t-SNE, processor", ours / bare, "x", 1.3)


def plain_tsne(nodes: int, ends: np.ndarray, threads: int = 1) -> np.ndarray:
    """Graph t-SNE without components, packing, scale or progress."""
    links = sp.coo_matrix((np.ones(len(ends)), (ends[:, 0], ends[:, 1])), shape=(nodes, nodes))
    links = (links + links.T).tocsr()
    links.setdiag(0)
    links.eliminate_zeros()
    links.data[:] = 1
    walk = sp.diags(1 / np.maximum(np.asarray(links.sum(axis=1)).ravel(), 1)) @ links
    joint = ((walk + walk.T) / 2).tocsr()
    joint /= joint.sum()
    begin = openTSNE.initialization.spectral(joint, random_state=0)
    affinities = openTSNE.affinity.PrecomputedAffinities(joint)
    gradient = "bh" if nodes < 10_000 else "fft"
    found = openTSNE.TSNEEmbedding(
        begin, affinities, n_jobs=threads, random_state=0, negative_gradient_method=gradient
    )
    found = found.optimize(120, exaggeration=12, momentum=0.5)
    return np.asarray(found.optimize(180, exaggeration=3, momentum=0.8))


def small() -> Iterator[Figure]:
    """Every layout of a view that a person sees after a key."""
    view = dated(big_view(QUICK, 2))
    depth = np.minimum(np.arange(QUICK), 2)
    view = replace(view, columns=dict(view.columns) | {"depth": depth})
    for key in LAYOUTS:
        lay_out(view, key, 0)
        yield Figure(f"{key}, {QUICK} nodes", seconds(lambda key=key: lay_out(view, key, 0)), "s", 0.3)


def added() -> Figure:
    """How far old nodes move when a digest of ten papers comes to a view of 2,000."""
    nodes, *rest, start, seed = arguments(big_view(OLD + NEW))
    before = place(nodes, *rest, start, seed)
    before[-NEW:] = np.nan
    after = place(nodes, *rest, before, seed)
    moved = float(np.abs(after - before)[:-NEW].max())
    return Figure(f"how far old nodes move when {NEW} come to {OLD:,}", moved, "", 0.0)


def seconds(work, runs: int = 3, clock=time.perf_counter) -> float:
    """Seconds of the quickest of several runs, by a clock."""
    found = []
    for _ in range(runs):
        begun = clock()
        work()
        found.append(clock() - begun)
    return min(found)
