"""Radial: what the view is about in the middle, each hop on a ring of its own."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.compute.packing import rows_given
from explorer.compute.separate import no_two_on_one_spot
from explorer.graph.style import SPACING
from explorer.graph.view import GraphView
from explorer.layouts import Layout

_RING = 1.5 * SPACING  # from one ring to the next
_ARC = 0.75 * SPACING  # that a node takes of its ring
_BRANCH = 0.5  # of its size that a node adds to its parent's: a bare node is not squeezed by bushy ones
_STRETCH = 1.3  # rings are ellipses: pages are wider than high, and so are names


def place(view: GraphView, start: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """(N, 2) float32; a node stands at the middle of the sector that its branch of the tree of hops takes.

    Args:
        seed: Not used: there is nothing to choose by chance.

    References:
        Yee, Fisher, Dhamija, Hearst, "Animated Exploration of Dynamic Graphs with Radial
        Layout", InfoVis 2001, section 3.
    """
    given = rows_given(start)
    if not len(given) or given.all():
        return start
    ring = _rings(view)
    angle = _angles(view, ring)
    radius = _radii(ring)[ring]
    pos = np.stack([radius * np.cos(angle) * _STRETCH, radius * np.sin(angle)], axis=1)
    if given.any() and view.center >= 0 and given[view.center]:
        pos += start[view.center]
    pos[given] = start[given]
    out = no_two_on_one_spot(pos, given, SPACING).astype(np.float32)
    out[given] = start[given]
    return out


def _rings(view: GraphView) -> NDArray[np.int64]:
    """(N,) number of each node's ring; nodes without a depth stand on the outermost."""
    depth = np.asarray(view.columns["depth"], np.float64)
    known = np.isfinite(depth) & (depth >= 0)
    outer = int(depth[known].max()) + 1 if known.any() else 1
    return np.where(known, np.nan_to_num(depth, nan=0.0, posinf=0.0, neginf=0.0), outer).astype(np.int64)


def _radii(ring: NDArray[np.int64]) -> NDArray[np.float64]:
    """Radius of each ring, wide enough for its nodes; the innermost is a point for one node."""
    count = np.bincount(ring)
    out = np.zeros(len(count))
    for number, nodes in enumerate(count.tolist()):
        inner = out[number - 1] + _RING if number else 0.0
        out[number] = max(inner, nodes * _ARC / (2 * np.pi)) if number or nodes > 1 else 0.0
    return out


def _angles(view: GraphView, ring: NDArray[np.int64]) -> NDArray[np.float64]:
    """(N,) radians: a branch shares its sector among its children by their size, in the order of the rows."""
    parent = _parents(view, ring)
    order = np.lexsort((np.arange(len(ring)), ring))
    size = np.ones(len(ring))
    for row in order[::-1].tolist():
        if parent[row] >= 0:
            size[parent[row]] += _BRANCH * size[row]
    children: dict[int, list[int]] = {}
    for row in order.tolist():
        children.setdefault(int(parent[row]), []).append(row)
    sector = np.zeros((len(ring), 2))  # begin and end, in turns
    for row in [-1, *order.tolist()]:
        low, high = sector[row] if row >= 0 else (0.0, 1.0)
        rows = children.get(row, [])
        cuts = low + (high - low) * np.cumsum([0.0, *size[rows]]) / max(size[rows].sum(), 1e-9)
        sector[rows] = np.stack([cuts[:-1], cuts[1:]], axis=1)
    out: NDArray[np.float64] = 2 * np.pi * sector.mean(axis=1) - np.pi / 2
    return out


def _parents(view: GraphView, ring: NDArray[np.int64]) -> NDArray[np.int64]:
    """(N,) row of the first neighbour one ring further in, or -1."""
    out = np.full(len(ring), -1, np.int64)
    pairs = np.concatenate([view.ends, view.ends[:, ::-1]])
    pairs = pairs[ring[pairs[:, 0]] == ring[pairs[:, 1]] + 1]
    for child, parent in pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))][::-1].tolist():
        out[child] = parent
    return out


LAYOUT = Layout("Radial", place, ("depth",))
