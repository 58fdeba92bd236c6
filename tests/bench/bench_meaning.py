"""Neighbours. Processor time, so that a busy machine does not blur it."""

import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from explorer.compute.groups import Group, Means
from explorer.compute.neighbours import nearest
from explorer.compute.similarity import Shipped, Space, Texts
from explorer.store import Store
from explorer.store.vectors import ensure_space, read_vectors, save_vectors
from tests.bench.figure import Figure


def measure() -> Iterator[Figure]:
    """All-pairs neighbours, one paper among many, loading."""
    vectors = random_vectors(10_000, 384)
    own = np.arange(len(vectors), dtype=np.int32)
    yield Figure(
        "10,000 x 384: ten nearest of each", seconds(lambda: nearest(vectors, vectors, 10, own)), "s", 1.5
    )
    yield from among_many(50_000)


def among_many(count: int) -> Iterator[Figure]:
    """One paper among many with both terms, and the vectors out of a library."""
    texts = Texts(random_vectors(count, 384), random_vectors(count, 1024), (Group("en", "abstract"),) * count)
    space = Space(texts, Shipped(Means({}, 384), Means({}, 1024), {}))
    space.nearest_to_row(0, 10)
    yield Figure(f"one paper among {count:,}", seconds(lambda: space.nearest_to_row(7, 10), 9) * 1e3, "ms")
    vectors = texts.meaning
    yield Figure(
        f"one among {count:,}, meaning only",
        seconds(lambda: nearest(vectors[:1], vectors, 10), 9) * 1e3,
        "ms",
        20,
    )
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "library.db")
        fill(store, vectors)
        row = ensure_space(store, "bench", "bench", "1", "", 384)
        yield Figure(
            f"{count:,} vectors from a library",
            seconds(lambda: read_vectors(store.reader, row)) * 1e3,
            "ms",
            100,
        )
        store.close()


def fill(store: Store, vectors: np.ndarray) -> None:
    with store.operation("", "derived"):
        store.insert_many(
            "insert into node (id, kind, name) values (?, 1, ?)", [(n, str(n)) for n in range(len(vectors))]
        )
        space = ensure_space(store, "bench", "bench", "1", "", vectors.shape[1])
        save_vectors(store, space.id, [(n, str(n), "en", "abstract") for n in range(len(vectors))], vectors)


def random_vectors(count: int, dim: int) -> np.ndarray:
    """(count, dim) float32 unit vectors in two hundred clusters."""
    chance = np.random.default_rng(0)
    found = chance.normal(size=(200, dim))[chance.integers(0, 200, count)] + chance.normal(size=(count, dim))
    return (found / np.linalg.norm(found, axis=1, keepdims=True)).astype(np.float32)


def seconds(work, runs: int = 3) -> float:
    """Processor seconds of the quickest of some runs."""
    found = []
    for _ in range(runs):
        begun = time.process_time()
        work()
        found.append(time.process_time() - begun)
    return min(found)
