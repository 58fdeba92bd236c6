"""The columns of a library, read once for each state of it and shared by all threads."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from threading import Lock
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from explorer.graph.dated import days as day_of
from explorer.graph.filter_columns import CARRIERS, NO_TRUST, EdgeColumns, FilterColumns, Members
from explorer.graph.filter_masks import day_span
from explorer.graph.filters import UNREAD, Trust, Value
from explorer.model import NodeKind
from explorer.store import Reader, facets
from explorer.store.engine import Row

Key: TypeAlias = tuple[str, int, int, int]
Triples: TypeAlias = frozenset[tuple[int, int, str]]
TrustRule: TypeAlias = Callable[[int, int, str, str, int], Trust | None]

#: kinds of edges that say something of a document's words, and so are trusted more or less
TRUSTED = frozenset({"asserted", "names", "discusses"})
_TRUSTS = tuple(Trust)
_KEPT = 2  # libraries whose columns are kept
_cache: OrderedDict[Key, tuple[FilterColumns, Mapping[int, str]]] = OrderedDict()
_reading = Lock()


def columns_of(reader: Reader) -> FilterColumns:
    """The columns of the library as it is now."""
    return _of(reader)[0]


def names_of(reader: Reader) -> Mapping[int, str]:
    """Node -> name, of all nodes that can be ticked."""
    return _of(reader)[1]


def _of(reader: Reader) -> tuple[FilterColumns, Mapping[int, str]]:
    stat = reader.path.stat()
    key = str(reader.path), stat.st_ino, stat.st_mtime_ns, facets.revision(reader)
    with _reading:
        if key not in _cache:
            _cache[key] = read_columns(reader), facets.names(reader)
            while len(_cache) > _KEPT:
                _cache.popitem(last=False)
        _cache.move_to_end(key)
        return _cache[key]


def read_columns(reader: Reader) -> FilterColumns:
    """The same, read anew."""
    rows = facets.nodes(reader)
    ids = np.array([row[0] for row in rows], np.int64)
    kinds = np.array([row[1] for row in rows], np.uint8)
    importance = np.array([row[2] for row in rows], np.float32)
    carries = np.isin(kinds, CARRIERS)
    states = [
        (node, state or UNREAD)
        for (node, _, _, state), is_carrier in zip(rows, carries.tolist(), strict=True)
        if state or is_carrier
    ]
    pairs: dict[str, Iterable[Row]] = {
        "methods": facets.methods(reader),
        "tags": facets.tags(reader),
        **_by_kind(facets.stands(reader), ids, kinds),
        "languages": facets.languages(reader),
        "people": facets.people(reader),
        "read": states,
    }
    members = {facet: _members(ids, found) for facet, found in pairs.items()}
    dated = [(node, *_span(text)) for node, text in facets.dates(reader)]
    spans = np.array(sorted(row for row in dated if np.isfinite(row[1])), np.float64).reshape(-1, 3)
    at = _rows_of(ids, spans[:, 0].astype(np.int64))
    hangs = _hangs(ids, kinds, facets.hangs_on(reader))
    return FilterColumns(ids, kinds, importance, members, spans[:, 1:], at, hangs, _edge_columns(reader, ids))


def _span(iso: str) -> tuple[float, float]:
    """Of something that is dated: NaN where it is not."""
    return day_span(iso) if np.isfinite(day_of(iso)) or len(iso) == 4 else (float("nan"), float("nan"))


def _rows_of(ids: NDArray[np.int64], nodes: NDArray[np.int64]) -> NDArray[np.int32]:
    return np.searchsorted(ids, nodes).astype(np.int32)


def _by_kind(stands: Iterable[Row], ids: NDArray[np.int64], kinds: NDArray[np.uint8]) -> dict[str, list[Row]]:
    issues = frozenset(ids[kinds == NodeKind.ISSUE].tolist())
    out: dict[str, list[Row]] = {"editions": [], "weeks": []}
    for row in stands:
        out["weeks" if row[1] in issues else "editions"].append(row)
    return out


def _members(ids: NDArray[np.int64], pairs: Iterable[Row]) -> Members:
    """Who has which value, from (node, value) rows; the same pair counts once."""
    found = sorted(set(pairs), key=lambda row: (row[1], row[0]))
    keys: tuple[Value, ...] = tuple(dict.fromkeys(row[1] for row in found))
    number_of = {key: number for number, key in enumerate(keys)}
    nodes = np.array([row[0] for row in found], np.int64)
    return Members(
        keys, _rows_of(ids, nodes), np.array([number_of[row[1]] for row in found], np.int32).reshape(-1)
    )


def _hangs(ids: NDArray[np.int64], kinds: NDArray[np.uint8], pairs: list[Row]) -> NDArray[np.int32]:
    if not pairs:
        return np.zeros((0, 2), np.int32)
    rows = _rows_of(ids, np.array(pairs, np.int64).ravel()).reshape(-1, 2)
    return np.unique(rows[kinds[rows[:, 1]] != NodeKind.PAPER], axis=0)


def trust_rule(reader: Reader) -> TrustRule:
    """How well an edge is founded, by (source, target, kind, predicate, sources); None: it states nothing."""
    denied = frozenset((a, b, str(verb)) for a, b, verb in facets.denied(reader))
    own = frozenset((a, b, str(verb)) for a, b, verb in facets.own(reader))
    return partial(_trust, denied, own)


def _trust(
    denied: Triples, own: Triples, source: int, target: int, kind: str, verb: str, sources: int
) -> Trust | None:
    if kind == "proposed":
        return Trust.PROPOSED
    if kind not in TRUSTED:
        return None
    if kind == "asserted" and (source, target, verb) in denied:
        return Trust.DISPUTED
    if sources == 0:
        return Trust.ONE if (source, target, verb) in own else Trust.RULE
    return Trust.SEVERAL if sources > 1 else Trust.ONE


def _edge_columns(reader: Reader, ids: NDArray[np.int64]) -> EdgeColumns:
    proposals = [(a, b, "proposed", verb, 0, 1.0) for a, b, verb in facets.proposed(reader)]
    rows = [*facets.edges(reader), *proposals]
    labels = tuple(sorted({row[2] for row in rows}))
    number_of = {label: number for number, label in enumerate(labels)}
    rule = trust_rule(reader)
    trusts = [rule(*row[:5]) for row in rows]
    ends = np.array([row[:2] for row in rows], np.int64).reshape(-1)
    weights = np.array([row[5] for row in rows], np.float32)
    kinds = np.array([number_of[row[2]] for row in rows], np.uint8)
    is_similar = kinds == number_of.get("similar", NO_TRUST)
    ranks = np.full(len(rows), 100, np.float32)
    ranks[is_similar] = percentiles(weights[is_similar])
    return EdgeColumns(
        _rows_of(ids, ends).reshape(-1, 2),
        kinds,
        labels,
        np.array([NO_TRUST if trust is None else _TRUSTS.index(trust) for trust in trusts], np.uint8),
        ranks,
    )


def percentiles(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """(K,) float32, percent of all weights that are not greater: the greatest has 100, none has 0."""
    below = np.searchsorted(np.sort(weights), weights, "right")
    return (100 * below / max(len(weights), 1)).astype(np.float32)
