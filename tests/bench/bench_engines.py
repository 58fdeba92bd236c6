"""The built-in engine against sentence-transformers in float32, on the same weights and texts.

The peer needs the extra: ``make bench VENV=.venv-st EXTRAS=sentence-transformers ARGS=engines``.
Texts are abstracts of the shared corpus where it lies beside the checkout, else sentences drawn by chance.
"""

import json
import os
import random
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from explorer.embedders import EMBEDDERS
from tests.bench.figure import Figure
from tests.model_folder import write_model_folder

Vectors = np.ndarray
ROOT = Path(__file__).resolve().parents[2]
COUNT = 400
WORDS = (
    "graph",
    "agent",
    "method",
    "weight",
    "sparse",
    "token",
    "reward",
    "policy",
    "noise",
    "kernel",
    "bound",
)


def measure() -> Iterator[Figure]:
    """Ratio of texts per processor second, and how alike the ten nearest are."""
    texts = abstracts(COUNT)
    part = EMBEDDERS["e5_small"]
    own, per_second = timed(part.load(""), texts, part.batch)
    yield Figure(f"e5_small: {COUNT} abstracts, each", 1000 / per_second, "ms")
    lexical = EMBEDDERS["lexical"]
    yield Figure("lexical: the same, each", 1000 / timed(lexical.load(""), texts, lexical.batch)[1], "ms")
    if line := EMBEDDERS["sentence_transformers"].missing():
        print(f"engines    sentence-transformers is not compared: {line}", flush=True)
        return
    with TemporaryDirectory() as folder:
        model = write_model_folder(Path(folder) / "multilingual-e5-small")
        peer, peer_per_second = timed(EMBEDDERS["sentence_transformers"].load(str(model)), texts, COUNT)
    yield Figure("sentence_transformers: the same, each", 1000 / peer_per_second, "ms")
    yield Figure("processor time, of the peer's", peer_per_second / per_second, "x", 0.5)
    yield Figure("of ten nearest not the peer's", 1 - same_nearest(own, peer, 10), "of 1", 0.02)


def abstracts(count: int) -> list[str]:
    """Texts of a conference, the same ones each time."""
    folder = Path(os.environ.get("EXPLORER_CORPUS") or ROOT.parent / "shared" / "corpus")
    chance = random.Random(0)
    file = folder / "venues" / "ICML_2024_Events.json"
    if not file.is_file():
        return [" ".join(chance.choices(WORDS, k=180)) for _ in range(count)]
    events = json.loads(file.read_text(encoding="utf-8"))
    return chance.sample([text for event in events if len(text := event.get("abstract") or "") > 300], count)


def timed(encode: Callable[[Sequence[str]], Vectors], texts: list[str], batch: int) -> tuple[Vectors, float]:
    """Vectors, and texts per processor second of a warm engine, ``batch`` texts handed over at once."""
    encode(texts[:16])
    begun = time.process_time()
    vectors = np.concatenate([encode(texts[row : row + batch]) for row in range(0, len(texts), batch)])
    return vectors, len(texts) / (time.process_time() - begun)


def same_nearest(one: Vectors, other: Vectors, k: int) -> float:
    """Mean share of the k nearest of a row that both sets of (N, dim) unit vectors name."""
    rows = []
    for vectors in (one, other):
        alike = vectors @ vectors.T
        np.fill_diagonal(alike, -np.inf)
        rows.append(np.argsort(-alike, axis=1)[:, :k])
    return float(
        np.mean([len(set(a) & set(b)) / k for a, b in zip(*map(np.ndarray.tolist, rows), strict=True)])
    )
