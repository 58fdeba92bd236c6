"""What filters look at, without what a person marks: it is kept while only tags and read states change."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from explorer.graph.dated import days as day_of
from explorer.graph.filter_columns import NO_TRUST, EdgeColumns, Members
from explorer.graph.filter_masks import day_span
from explorer.graph.filters import Trust, Value
from explorer.model import NodeKind
from explorer.store import Reader, facets
from explorer.store.engine import Row

Triples: TypeAlias = frozenset[tuple[int, int, str]]
TrustRule: TypeAlias = Callable[[int, int, str, str, int], Trust | None]

#: kinds of edges that say something of a document's words, and so are trusted more or less
TRUSTED = frozenset({"asserted", "names", "discusses"})
_TRUSTS = tuple(Trust)
_PAPER, _CAN_BE_TICKED = NodeKind.PAPER, (2, 3, 4, 5)


@dataclass(frozen=True, slots=True, eq=False)
class BaseColumns:
    """The columns of all nodes that are no tags, see ``FilterColumns``; rows are among these.

    Attributes:
        names: Node -> name, of those that can be ticked.
        members: Of the facets that no person marks.
        hangs, edges: Without the links to tags.
    """

    ids: NDArray[np.int64]
    kinds: NDArray[np.uint8]
    names: Mapping[int, str]
    members: Mapping[str, Members]
    days: NDArray[np.float64]
    dated: NDArray[np.int32]
    hangs: NDArray[np.int32]
    edges: EdgeColumns


def read_base(reader: Reader) -> BaseColumns:
    """The base of a library, read anew."""
    rows = facets.nodes_but_tags(reader)
    ids = np.array([row[0] for row in rows], np.int64)
    kinds = np.array([row[1] for row in rows], np.uint8)
    pairs: dict[str, Iterable[Row]] = {
        "methods": facets.methods(reader),
        **_by_kind(facets.stands(reader), ids, kinds),
        "languages": facets.languages(reader),
        "people": facets.people(reader),
    }
    members = {facet: members_of(ids, found) for facet, found in pairs.items()}
    dated = [(node, *_span(text)) for node, text in facets.dates(reader)]
    spans = np.array(sorted(row for row in dated if np.isfinite(row[1])), np.float64).reshape(-1, 3)
    at = rows_of(ids, spans[:, 0].astype(np.int64))
    names = {node: name for node, kind, name in rows if kind in _CAN_BE_TICKED}
    hangs = _hangs(ids, kinds, facets.hangs_on(reader))
    return BaseColumns(ids, kinds, names, members, spans[:, 1:], at, hangs, _edge_columns(reader, ids))


def _span(iso: str) -> tuple[float, float]:
    """Of something that is dated: NaN where it is not."""
    return day_span(iso) if np.isfinite(day_of(iso)) or len(iso) == 4 else (float("nan"), float("nan"))


def rows_of(ids: NDArray[np.int64], nodes: NDArray[np.int64]) -> NDArray[np.int32]:
    """Places of nodes among ascending ids that hold them."""
    return np.searchsorted(ids, nodes).astype(np.int32)


def _by_kind(stands: Iterable[Row], ids: NDArray[np.int64], kinds: NDArray[np.uint8]) -> dict[str, list[Row]]:
    issues = frozenset(ids[kinds == NodeKind.ISSUE].tolist())
    out: dict[str, list[Row]] = {"editions": [], "weeks": []}
    for row in stands:
        out["weeks" if row[1] in issues else "editions"].append(row)
    return out


def members_of(ids: NDArray[np.int64], pairs: Iterable[Row]) -> Members:
    """Who has which value, from (node, value) rows; the same pair counts once."""
    found = sorted(set(pairs), key=lambda row: (row[1], row[0]))
    keys: tuple[Value, ...] = tuple(dict.fromkeys(row[1] for row in found))
    number_of = {key: number for number, key in enumerate(keys)}
    nodes = np.array([row[0] for row in found], np.int64)
    return Members(
        keys, rows_of(ids, nodes), np.array([number_of[row[1]] for row in found], np.int32).reshape(-1)
    )


def _hangs(ids: NDArray[np.int64], kinds: NDArray[np.uint8], pairs: list[Row]) -> NDArray[np.int32]:
    rows = rows_of(ids, np.array(pairs, np.int64).ravel()).reshape(-1, 2)
    rows = rows[kinds[rows[:, 1]] != _PAPER]
    keys = np.unique(rows[:, 0].astype(np.int64) * len(ids) + rows[:, 1])
    return np.column_stack(np.divmod(keys, max(len(ids), 1))).astype(np.int32)


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
        rows_of(ids, ends).reshape(-1, 2),
        kinds,
        labels,
        np.array([NO_TRUST if trust is None else _TRUSTS.index(trust) for trust in trusts], np.uint8),
        ranks,
    )


def percentiles(weights: NDArray[np.float32]) -> NDArray[np.float32]:
    """(K,) float32, percent of all weights that are not greater: the greatest has 100, none has 0."""
    below = np.searchsorted(np.sort(weights), weights, "right")
    return (100 * below / max(len(weights), 1)).astype(np.float32)
