"""Papers and methods into communities with names and hues, in one call of the worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from explorer.compute.communities import NONE, Links, Report, Rows, find, hues, spread
from explorer.compute.community_names import Named, Phrases, names

_OF_A_METHOD: Final = 0.4  #: share of a method's links that lead into its community


@dataclass(frozen=True, slots=True)
class Known:
    """What a community was before."""

    name: str
    hue: int


@dataclass(frozen=True, slots=True, eq=False)
class Grouped:
    """Attributes:
    labels: (N + K,) int32 community of each paper, then of each method, NONE for none.
    named: Community -> name, "" where titles say nothing.
    hues: Community -> hue.
    central: Community -> row of the paper that is linked best within it.
    """

    labels: Rows
    named: Mapping[int, Named]
    hues: Mapping[int, int]
    central: Mapping[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Attributes:
    links: Between the N papers.
    of_methods: Between papers and the K methods behind them, and methods among each other.
    phrases: Of the papers.
    before: (N + K,) int32 earlier communities, NONE for none.
    known: What those communities were.
    hues: How many hues there are.
    """

    links: Links
    of_methods: Links
    phrases: Phrases
    before: Rows
    known: Mapping[int, Known]
    hues: int


def group(material: Material, seed: int, progress: Report | None = None) -> Grouped:
    """Communities of papers; methods join that of their papers where those agree. Called in the worker."""
    count = len(material.phrases.starts) - 1
    own = find(count, material.links, material.before[:count], seed, progress)
    everybody = np.full(len(material.before), NONE, np.int32)
    everybody[:count] = own
    labels = spread(everybody, material.of_methods, rounds=2, least=_OF_A_METHOD)
    labels[:count] = own
    known = material.known
    return Grouped(
        labels,
        names(own, material.phrases, {number: was.name for number, was in known.items()}),
        hues(own, material.links, {number: was.hue for number, was in known.items()}, material.hues),
        _central(own, material.links),
    )


def _central(labels: Rows, links: Links) -> dict[int, int]:
    """Community -> the row with most weight of links inside; the lower row where two have the same."""
    inside = labels[links.ends[:, 0]] == labels[links.ends[:, 1]]
    ends, weights = links.ends[inside], links.weights[inside]
    weight = np.bincount(ends.ravel(), np.repeat(weights, 2), minlength=len(labels))
    out: dict[int, int] = {}
    for row in np.lexsort((np.arange(len(labels)), -weight)).tolist():
        if labels[row] != NONE:
            out.setdefault(int(labels[row]), row)
    return out
