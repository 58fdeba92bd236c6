"""Paths over 20,000 stated links: the search alone, and the question with its sentences. Processor time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from explorer.compute.paths import Want, best_paths, hub_cost, trust_cost
from explorer.questions.path import find_path
from explorer.store import Store
from tests.bench.figure import Figure
from tests.libraries import digest, import_text

NODES, LINKS, ASKED = 8_000, 20_000, 12


def measure() -> Iterator[Figure]:
    """The slowest of a dozen pairs, five paths each."""
    ends = some_links()
    pairs = np.random.default_rng(1).choice(NODES, (ASKED, 2), replace=False).tolist()
    costs = trust_cost(np.full(len(ends), 0.4))
    crowd = hub_cost(np.bincount(ends.ravel(), minlength=NODES))
    alone = [ms(lambda a=a, b=b: best_paths(ends, costs, crowd, Want(a, b, 5))) for a, b in pairs]
    yield Figure("20,000 links: five paths, the search", max(alone), "ms", 200)
    with TemporaryDirectory() as folder:
        store = Store(Path(folder) / "library.db")
        first = fill(store, ends)
        asked = [ms(lambda a=a, b=b: find_path(store.reader, first + a, first + b, 5)) for a, b in pairs]
        yield Figure("20,000 links: five paths, the question", max(asked), "ms", 200)
        store.close()


def some_links() -> np.ndarray:
    """(20,000, 2) different pairs of rows; a few nodes have many links, as in a library."""
    chance = np.random.default_rng(0)
    share = (1 + np.arange(NODES)) ** -0.6
    drawn = chance.choice(NODES, (4 * LINKS, 2), p=share / share.sum())
    pairs = np.unique(np.sort(drawn[drawn[:, 0] != drawn[:, 1]], axis=1), axis=0)
    return chance.permutation(pairs)[:LINKS].astype(np.int64)


def fill(store: Store, ends: np.ndarray) -> int:
    """Put concepts and links with evidence into a library; id of the first concept."""
    import_text(store, "a.md", digest("May 6 - May 12", [("One Paper", "Speaks of many methods.", "")]))
    block, start, end, exact = store.reader.row(
        "select id, start, end, text from block order by id desc limit 1"
    )
    first = store.next_id("node")
    link = store.next_id("link")
    with store.operation("", "derived"):
        ids = [(first + i, 5, f"m{i}", f"Method {i}") for i in range(NODES)]
        store.insert_many("insert into node (id, kind, key, name) values (?, ?, ?, ?)", ids)
        store.insert_many(
            "insert into concept (id, kind) values (?, 'method')", [(node,) for node, *_ in ids]
        )
        rows = [(link + i, first + a, first + b) for i, (a, b) in enumerate(ends.tolist())]
        store.insert_many(
            """insert into link (id, subject, predicate, object, confidence, asserted_by)
               values (?, ?, 'builds_on', ?, 0.8, 'document')""",
            rows,
        )
        store.insert_many(
            'insert into evidence (link, block, start, "end", exact) values (?, ?, ?, ?, ?)',
            [(number, block, start, end, exact) for number, *_ in rows],
        )
        store.insert_many(
            """insert into edge (source, target, kind, predicate, weight, sources)
               values (?, ?, 'asserted', 'builds_on', 0.8, 1)""",
            [(a, b) for _, a, b in rows],
        )
    return first


def ms(work: Callable[[], object]) -> float:
    """Processor milliseconds."""
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000
