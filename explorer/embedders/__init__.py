"""One file per embedding engine. Libraries are imported by ``load``, in the worker process only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from explorer.errors import WrongUse
from explorer.registry import Registry


class Encoder(Protocol):
    """A loaded engine."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(N, dim) float32 unit vectors, row i for text i; any order of lengths inside.

        An engine may give zeros for a text that holds nothing it knows.
        """
        ...


@dataclass(frozen=True, slots=True)
class Identity:
    """What stands with every vector; vectors of two identities are never compared.

    Attributes:
        engine: Id of the drawer's file.
        model: Name or path of the model.
        version: Version of the library and weights.
        recipe: What is done to the text before ("query: " prefix ...).
        dim: Length of a vector.
    """

    engine: str
    model: str
    version: str
    recipe: str
    dim: int


@dataclass(frozen=True, slots=True)
class Embedder:
    """Attributes:
    label: Name for people.
    missing: () -> "" where the engine can run here, else the line that installs it.
    identify: (model) -> Identity; imports nothing heavy. "" is the default model.
    load: (model) -> Encoder; called in the worker.
    batch: Texts handed over at once; small, so that cancelling is quick.
    """

    label: str
    missing: Callable[[], str]
    identify: Callable[[str], Identity]
    load: Callable[[str], Encoder]
    batch: int = 16


EMBEDDERS: Registry[Embedder] = Registry(
    __name__, "EMBEDDER", first=("e5_small", "lexical", "sentence_transformers")
)


def embedder(engine: str) -> Embedder:
    """The engine with this id, hyphens or underscores; ExplorerError lists those there are."""
    if (part := EMBEDDERS.get(engine.replace("-", "_"))) is None:
        known = ", ".join(name.replace("_", "-") for name in EMBEDDERS)
        raise WrongUse(f"There is no engine {engine}.", f"Known engines: {known}.")
    return part


@lru_cache(maxsize=2)
def _loaded(engine: str, model: str) -> Encoder:
    return embedder(engine).load(model)


def encode(engine: str, model: str, texts: Sequence[str]) -> NDArray[np.float32]:
    """(N, dim) float32 vectors of texts; the engine stays loaded. Called in the worker process."""
    return _loaded(engine, model)(texts)
