"""One file per embedding engine. Libraries are imported by ``load``, in the worker process only."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from explorer.registry import Registry


class Encoder(Protocol):
    """A loaded engine."""

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """(N, dim) float32 unit vectors, row i for text i; any order of lengths inside."""
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
