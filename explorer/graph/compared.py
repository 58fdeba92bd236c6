"""Compared: two graphs as one view, in which nodes say whether they came, went or changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from explorer.graph.difference import Change, Difference, Side, edge_rows, matched
from explorer.graph.view import GraphView

COLUMN = "change"  #: (N,) uint8 Change values
_NOTHING = {"community": -1, "tag_colour": -1}  # what a whole-number column says of a node that has none


def compared_view(before: Side, after: Side, difference: Difference) -> GraphView:
    """The later graph with what only the earlier one had beside it, and the column "change".

    What is gone keeps its id, or gets one below zero where a node of the later graph has that id.
    """
    rows = matched(before, after)
    gone, old, new = list(rows.gone), before.graph, after.graph
    lost = old.ids[gone]
    lost = np.where(np.isin(lost, new.ids), -1 - np.arange(len(lost)), lost)
    ids = np.concatenate([new.ids, lost])
    order = np.argsort(ids, kind="stable")
    place = np.empty(len(ids), np.int64)
    place[order] = np.arange(len(ids))
    names = (*new.names, *(old.names[row] for row in gone))
    now_of = dict(rows.pairs) | {row: len(new.ids) + at for at, row in enumerate(gone)}
    there = np.array([now_of[row] for row in range(len(old.ids))], np.int64)
    merged = replace(
        _with_edges((before, after), place[there], place),
        ids=ids[order],
        kinds=np.concatenate([new.kinds, old.kinds[gone]])[order],
        names=tuple(names[row] for row in order.tolist()),
        columns={name: column[order] for name, column in _columns(new, old, gone).items()},
        center=int(place[new.center]) if new.center >= 0 else -1,
        appearances=replace(new.appearances, rows=place[new.appearances.rows].astype(np.int32)),
        regions=tuple({region.id: region for region in (*old.regions, *new.regions)}.values()),
    )
    states = _states(new, frozenset(rows.new), difference) + [int(Change.GONE)] * len(gone)
    return replace(merged, columns={**merged.columns, COLUMN: np.array(states, np.uint8)[order]})


def _states(new: GraphView, fresh: frozenset[int], difference: Difference) -> list[int]:
    changed = {node.id for node in difference.nodes_that(Change.CHANGED)}
    states = (
        Change.NEW if row in fresh else Change.CHANGED if node in changed else Change.SAME
        for row, node in enumerate(new.ids.tolist())
    )
    return [int(state) for state in states]


def _columns(new: GraphView, old: GraphView, gone: Sequence[int]) -> dict[str, NDArray[np.generic]]:
    """Columns of either graph, rows of the later one and then those that are gone."""
    found: dict[str, NDArray[np.generic]] = {}
    for name in sorted({*new.columns, *old.columns}):
        like = new.columns.get(name, old.columns.get(name))
        if like is not None:
            first = new.columns.get(name, _empty(like, len(new.ids), name))
            last = old.columns.get(name, _empty(like, len(old.ids), name))[gone]
            found[name] = np.concatenate([first, last])
    return found


def _empty(like: NDArray[np.generic], count: int, name: str) -> NDArray[np.generic]:
    if like.dtype.kind == "f":
        return np.full(count, np.nan, like.dtype)
    return np.full(count, "" if like.dtype.kind == "U" else _NOTHING.get(name, 0), like.dtype)


def _with_edges(sides: tuple[Side, Side], was: NDArray[np.int64], now: NDArray[np.int64]) -> GraphView:
    """The edges of the later graph, then those that only the earlier one has.

    Args:
        was, now: Row of either graph -> row of the view.
    """
    before, after = sides
    old, new = before.graph, after.graph
    known = edge_rows(after)
    gone = [row for key, row in edge_rows(before).items() if key not in known]
    labels = tuple(sorted({*old.edge_labels, *new.edge_labels}))
    kinds = [labels.index(new.edge_labels[kind]) for kind in new.edge_kinds.tolist()]
    kinds += [labels.index(old.edge_labels[kind]) for kind in old.edge_kinds[gone].tolist()]
    ends = np.concatenate([now[new.ends].reshape(-1, 2), was[old.ends[gone]].reshape(-1, 2)])
    return replace(
        new,
        ends=ends.astype(np.int32),
        edge_kinds=np.array(kinds, np.uint8),
        edge_labels=labels,
        predicates=(*new.predicates, *(old.predicates[row] for row in gone)),
        weights=np.concatenate([new.weights, old.weights[gone]]),
        sources=np.concatenate([new.sources, old.sources[gone]]),
    )
