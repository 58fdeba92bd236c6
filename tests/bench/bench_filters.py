"""Filters on 50,000 nodes and 250,000 links: the mask and the counts of every value. Processor time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np

from explorer.graph.filter_columns import CARRIERS, NO_TRUST, EdgeColumns, FilterColumns, Members
from explorer.graph.filter_masks import kept_rows, sift
from explorer.graph.filters import READ_STATES, Filters
from explorer.model import NodeKind
from tests.bench.figure import Figure

NODES, EDGES, RUNS = 50_000, 250_000, 5
LIMIT_MS = 50
#: share of each kind in a library of conference lists, digests and reports
SHARES = {
    NodeKind.PAPER: 0.36,
    NodeKind.PERSON: 0.44,
    NodeKind.EDITION: 0.0005,
    NodeKind.ISSUE: 0.004,
    NodeKind.CONCEPT: 0.19,
    NodeKind.TAG: 0.002,
    NodeKind.DOCUMENT: 0.0035,
}
#: facet -> (values, values of a paper): people and methods are many, few have one each
FACETS = {
    "methods": (9_500, 4.0),
    "tags": (100, 1.5),
    "editions": (25, 1.0),
    "weeks": (200, 0.5),
    "people": (22_000, 4.0),
}


def measure() -> Iterator[Figure]:
    """The slowest of some filters; what is ticked is what most papers have."""
    columns = some_columns()
    for what, filters in wanted().items():
        taken = min(ms(lambda f=filters: sift(columns, f)) for _ in range(RUNS))
        yield Figure(f"50,000 nodes: every count, {what}", taken, "ms", LIMIT_MS)
    busy = wanted()["all facets in use"]
    taken = min(ms(lambda: kept_rows(columns, busy)) for _ in range(RUNS))
    yield Figure("50,000 nodes: the mask alone, all facets in use", taken, "ms", LIMIT_MS)
    near = np.isin(np.arange(NODES), np.random.default_rng(5).choice(NODES, 2_000, replace=False))
    taken = min(ms(lambda: sift(columns, busy, near)) for _ in range(RUNS))
    yield Figure("50,000 nodes: every count within reach of a node", taken, "ms", LIMIT_MS)


def wanted() -> dict[str, Filters]:
    """Filters by what a person would call them."""
    ja = Filters(languages=frozenset({"ja"}))
    busy = Filters(
        methods=frozenset(range(200)),
        tags=frozenset(range(40)),
        editions=frozenset(range(10)),
        weeks=frozenset(range(80)),
        languages=frozenset({"en", "ja"}),
        people=frozenset(range(2_000)),
        read=frozenset({"unread", "reading"}),
        since="2015",
        until="2025",
        similar=50,
    )
    return {"nothing ticked": Filters(), "one language": ja, "all facets in use": busy}


def some_columns() -> FilterColumns:
    """A library of 50,000 nodes in which a few values have many papers."""
    chance = np.random.default_rng(0)
    kinds = np.sort(chance.choice(list(SHARES), NODES, p=list(SHARES.values()))).astype(np.uint8)
    carriers = np.flatnonzero(np.isin(kinds, CARRIERS))
    members = {
        facet: some_members(chance, carriers, tuple(range(values)), each)
        for facet, (values, each) in FACETS.items()
    }
    members["languages"] = some_members(chance, carriers, ("en", "ja", "zh"), 1.1)
    members["read"] = some_members(chance, carriers, READ_STATES, 1.0)
    days = chance.uniform(14_000, 20_000, len(carriers)).round()
    ends = chance.integers(0, NODES, (EDGES, 2)).astype(np.int32)
    hangs = np.unique(np.concatenate([ends, ends[:, ::-1]]), axis=0)
    hangs = hangs[kinds[hangs[:, 1]] != NodeKind.PAPER]
    return FilterColumns(
        np.arange(NODES, dtype=np.int64),
        kinds,
        chance.random(NODES).astype(np.float32),
        members,
        np.stack([days, days], axis=1),
        carriers.astype(np.int32),
        hangs,
        EdgeColumns(
            ends,
            chance.integers(0, 6, EDGES).astype(np.uint8),
            ("appears", "asserted", "discusses", "names", "similar", "wrote"),
            chance.choice([0, 1, 2, 3, 4, NO_TRUST], EDGES).astype(np.uint8),
            chance.uniform(0, 100, EDGES).astype(np.float32),
        ),
    )


def some_members(
    chance: np.random.Generator, carriers: np.ndarray, keys: tuple[int | str, ...], each: float
) -> Members:
    """Values of papers, the first of them the most common."""
    pairs = round(len(carriers) * each)
    share = (1 + np.arange(len(keys))) ** -0.8
    owners = np.sort(chance.choice(len(keys), pairs, p=share / share.sum()))
    return Members(keys, chance.choice(carriers, pairs).astype(np.int32), owners.astype(np.int32))


def ms(work: Callable[[], object]) -> float:
    """Processor milliseconds."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000
