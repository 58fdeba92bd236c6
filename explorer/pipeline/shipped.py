"""Means and scales that come with the program for the engines it ships."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from explorer.compute.groups import Group, Means
from explorer.compute.similarity import Scale, Shipped
from explorer.resources import resource


def shipped_for(engine: str, dim: int, wording_dim: int) -> Shipped:
    """Means and scales for an engine; empty where the program knows none.

    Args:
        engine: Id of the engine.
        dim: Length of its vectors.
        wording_dim: Length of the lexical vectors beside them, or 0.
    """
    scales = {
        (one, other): Scale(quantiles) for (one, other), quantiles in _read("scales.npz", engine).items()
    }
    wording = _means("lexical") if wording_dim else {}
    return Shipped(Means(_means(engine), dim), Means(wording, wording_dim), scales)


def _means(engine: str) -> dict[Group, NDArray[np.float32]]:
    return {Group(language, kind): mean for (language, kind), mean in _read("means.npz", engine).items()}


@cache
def _read(name: str, engine: str) -> dict[tuple[str, str], NDArray[np.float32]]:
    """Arrays of a file whose keys are "engine/one/two", by (one, two)."""
    with np.load(resource("vectors", name)) as file:
        parts = [key.split("/") for key in sorted(file.files)]
        return {(one, two): file[f"{owner}/{one}/{two}"] for owner, one, two in parts if owner == engine}
