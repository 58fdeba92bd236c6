"""The columns of a library, read once for each state of it and shared by all threads.

What no person marks is kept from one state to the next as long as only tags, notes and read states change:
of 15,000 nodes that is nearly all of the work.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock

import numpy as np
from numpy.typing import NDArray

from explorer.graph.filter_base import BaseColumns, members_of, read_base, rows_of
from explorer.graph.filter_columns import CARRIERS, NO_TRUST, EdgeColumns, FilterColumns, Members
from explorer.graph.filters import UNREAD
from explorer.model import NodeKind
from explorer.store import Reader, facets
from explorer.store.steps import State, root_of

_KEPT = 2  # libraries whose columns are kept
_cache: OrderedDict[State, tuple[FilterColumns, Mapping[int, str]]] = OrderedDict()
_bases: OrderedDict[State, BaseColumns] = OrderedDict()
_reading = Lock()


def columns_of(reader: Reader) -> FilterColumns:
    """The columns of the library as it is now."""
    return _of(reader)[0]


def names_of(reader: Reader) -> Mapping[int, str]:
    """Node -> name, of all nodes that can be ticked."""
    return _of(reader)[1]


def _of(reader: Reader) -> tuple[FilterColumns, Mapping[int, str]]:
    with _reading, reader.at_once():
        state = reader.state
        if state not in _cache:
            base = _base(reader, root_of(state))
            _cache[state] = with_marks(reader, base), {**base.names, **dict(facets.tag_nodes(reader))}
            while len(_cache) > _KEPT:
                _cache.popitem(last=False)
        _cache.move_to_end(state)
        return _cache[state]


def _base(reader: Reader, root: State) -> BaseColumns:
    if root not in _bases:
        _bases[root] = read_base(reader)
        while len(_bases) > _KEPT:
            _bases.popitem(last=False)
    _bases.move_to_end(root)
    return _bases[root]


def read_columns(reader: Reader) -> FilterColumns:
    """The columns, read anew."""
    return with_marks(reader, read_base(reader))


def with_marks(reader: Reader, base: BaseColumns) -> FilterColumns:
    """The columns of a library whose base is known: tags, importance and read states as they are now."""
    tags = np.array([row[0] for row in facets.tag_nodes(reader)], np.int64)
    ids = np.sort(np.concatenate([base.ids, tags]))
    at = rows_of(ids, base.ids)
    kinds = np.full(len(ids), NodeKind.TAG, np.uint8)
    kinds[at] = base.kinds
    tagged = rows_of(ids, np.array(facets.tagged(reader), np.int64).ravel()).reshape(-1, 2)
    members = {facet: _moved(known, at) for facet, known in base.members.items()}
    members["tags"] = members_of(ids, facets.tags(reader))
    members["read"] = _read(reader, ids, kinds)
    both = np.concatenate([tagged, tagged[:, ::-1]])
    return FilterColumns(
        ids,
        kinds,
        _importance(reader, ids),
        members,
        base.days,
        at[base.dated],
        np.concatenate([at[base.hangs], both[kinds[both[:, 1]] != NodeKind.PAPER]]),
        _with_tagged(base.edges, at, tagged),
    )


def _moved(known: Members, at: NDArray[np.int32]) -> Members:
    return Members(known.keys, at[known.rows], known.owners)


def _importance(reader: Reader, ids: NDArray[np.int64]) -> NDArray[np.float32]:
    pairs = np.array(facets.importance(reader), np.float64).reshape(-1, 2)
    out = np.zeros(len(ids), np.float32)
    out[rows_of(ids, pairs[:, 0].astype(np.int64))] = pairs[:, 1]
    return out


def _read(reader: Reader, ids: NDArray[np.int64], kinds: NDArray[np.uint8]) -> Members:
    states: dict[int, str] = dict.fromkeys(ids[np.isin(kinds, CARRIERS)].tolist(), UNREAD)
    states.update((node, state) for node, state in facets.read_states(reader))
    return members_of(ids, states.items())


def _with_tagged(edges: EdgeColumns, at: NDArray[np.int32], tagged: NDArray[np.int32]) -> EdgeColumns:
    """All links: those of the base, then those to tags, which nobody has to trust."""
    labels = tuple(sorted({*edges.labels, *(["tagged"] if len(tagged) else [])}))
    places = np.array([labels.index(label) for label in edges.labels], np.uint8)
    kinds = places[edges.kinds] if len(places) else edges.kinds
    count = len(tagged)
    own = np.full(count, labels.index("tagged") if count else 0, np.uint8)
    return EdgeColumns(
        np.concatenate([at[edges.ends], tagged]),
        np.concatenate([kinds, own]),
        labels,
        np.concatenate([edges.trust, np.full(count, NO_TRUST, np.uint8)]),
        np.concatenate([edges.ranks, np.full(count, 100, np.float32)]),
    )
