"""Pieces of a scene: what hangs together with a node, and which neighbour lies in a direction. No Qt."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from itertools import compress

import numpy as np
from numpy.typing import NDArray

from explorer.graph.scene import Scene
from explorer.graph.view import Appearances, GraphView

_CONE = np.cos(np.radians(65.0))  # half angle within which a neighbour counts as lying in a direction


def part_of(scene: Scene, nodes: NDArray[np.int64], edges: NDArray[np.int64]) -> Scene:
    """A scene of some nodes and some of the edges between them, as they look in the whole.

    Args:
        nodes: Rows, ascending and distinct.
        edges: Rows whose ends are all among ``nodes``.
    """
    view = scene.view
    center = np.flatnonzero(nodes == view.center)
    rank = np.empty(len(view.ids), np.int64)
    rank[scene.label_order] = np.arange(len(view.ids))
    part = GraphView(
        ids=view.ids[nodes],
        kinds=view.kinds[nodes],
        names=tuple(view.names[row] for row in nodes.tolist()),
        ends=np.searchsorted(nodes, view.ends[edges]).astype(np.int32).reshape(-1, 2),
        edge_kinds=view.edge_kinds[edges],
        edge_labels=view.edge_labels,
        predicates=tuple(view.predicates[row] for row in edges.tolist()),
        weights=view.weights[edges],
        sources=view.sources[edges],
        columns={name: column[nodes] for name, column in view.columns.items()},
        center=int(center[0]) if len(center) else -1,
        stands_for=None if view.stands_for is None else view.stands_for[nodes],
    )
    return Scene(
        view=part,
        pos=scene.pos[nodes],
        radius=scene.radius[nodes],
        labels=tuple(scene.labels[row] for row in nodes.tolist()),
        label_order=np.argsort(rank[nodes], kind="stable").astype(np.int32),
        looks=scene.looks[edges] if len(scene.looks) else scene.looks,
        lanes=scene.lanes[edges] if len(scene.lanes) else scene.lanes,
        spacing=scene.spacing,
    )


def nodes_among(view: GraphView, ids: Collection[int]) -> GraphView:
    """The view of some of its nodes, with the edges and appearances of these."""
    nodes = np.flatnonzero(np.isin(view.ids, np.fromiter(ids, np.int64, len(ids))))
    if len(nodes) == len(view.ids):
        return view
    row_of = np.full(len(view.ids), -1, np.int64)
    row_of[nodes] = np.arange(len(nodes))
    edges = np.flatnonzero((row_of[view.ends] >= 0).all(axis=1))
    seen = view.appearances
    stays = row_of[seen.rows] >= 0
    return replace(
        view,
        ids=view.ids[nodes],
        kinds=view.kinds[nodes],
        names=tuple(view.names[row] for row in nodes.tolist()),
        ends=row_of[view.ends[edges]].astype(np.int32).reshape(-1, 2),
        edge_kinds=view.edge_kinds[edges],
        predicates=tuple(view.predicates[row] for row in edges.tolist()),
        weights=view.weights[edges],
        sources=view.sources[edges],
        columns={name: column[nodes] for name, column in view.columns.items()},
        center=int(row_of[view.center]) if view.center >= 0 else -1,
        appearances=Appearances(
            row_of[seen.rows[stays]].astype(np.int32),
            seen.nodes[stays],
            seen.kinds[stays],
            seen.days[stays],
            seen.papers[stays],
            tuple(compress(seen.names, stays)),
            tuple(compress(seen.series, stays)),
            None if seen.until is None else seen.until[stays],
            tuple(compress(seen.told, stays)),
        ),
    )


def edges_of(scene: Scene, nodes: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rows, ascending, of the edges with an end among ``nodes``."""
    return np.flatnonzero(np.isin(scene.view.ends, nodes).any(axis=1))


def neighbour_towards(scene: Scene, row: int, direction: tuple[float, float]) -> int:
    """The neighbour of a node that lies nearest in a direction, or -1: how the arrow keys walk.

    Args:
        direction: Unit vector in world units, (0, 1) is down.
    """
    ends = scene.view.ends[edges_of(scene, np.array([row]))]
    others = np.setdiff1d(ends.ravel(), [row])
    if not len(others):
        return -1
    way = scene.pos[others].astype(np.float64) - scene.pos[row]
    distance = np.maximum(np.hypot(way[:, 0], way[:, 1]), 1e-9)
    cosine = way @ np.array(direction) / distance
    inside = cosine >= _CONE
    if not inside.any():
        return -1
    return int(others[np.where(inside, distance / cosine.clip(1e-9) ** 2, np.inf).argmin()])
