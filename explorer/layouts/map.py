"""Map: papers where their meaning is, whatever is shown beside them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.compute.packing import rows_given
from explorer.graph.room import make_room
from explorer.graph.style import SPACING
from explorer.graph.view import GraphView
from explorer.layouts import Layout

_FARTHEST_PX = 70.0  # that names may move a node: a map is about places
_ROUNDS = 8  # hops over which a node without a place of its own is drawn to those that have one


def place(view: GraphView, start: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """(N, 2) float32: the columns map_x and map_y; nodes without them stand among their neighbours."""
    given = rows_given(start)
    if given.all():
        return start
    raw = np.stack([np.asarray(view.columns[name], np.float64) for name in ("map_x", "map_y")], axis=1)
    raw = _aligned(raw, start.astype(np.float64))
    raw[given] = start[given]
    pos = _filled(raw, view.ends)
    out = make_room(view, pos, given, seed, _FARTHEST_PX)
    out[given] = start[given]
    return out


def _aligned(raw: NDArray[np.float64], start: NDArray[np.float64]) -> NDArray[np.float64]:
    """Map places in world units: as the given rows have them, else a fixed number of units each."""
    both = np.flatnonzero(np.isfinite(raw).all(axis=1) & np.isfinite(start).all(axis=1))
    if not len(both):
        return raw * SPACING
    centred, wanted = raw[both] - raw[both].mean(axis=0), start[both] - start[both].mean(axis=0)
    spread = float((centred**2).sum())
    scale = float((centred * wanted).sum()) / spread if spread > 1e-12 else SPACING
    if not scale > 0:
        scale = SPACING
    out: NDArray[np.float64] = (raw - raw[both].mean(axis=0)) * scale + start[both].mean(axis=0)
    return out


def _filled(pos: NDArray[np.float64], ends: NDArray[np.int32]) -> NDArray[np.float64]:
    """Rows without a place get the mean of their neighbours that have one; the rest stands below the map."""
    out = pos.copy()
    for _ in range(_ROUNDS):
        known = np.isfinite(out.sum(axis=1))
        if known.all() or not len(ends):
            break
        pairs = np.concatenate([ends, ends[:, ::-1]])
        pairs = pairs[~known[pairs[:, 0]] & known[pairs[:, 1]]]
        if not len(pairs):
            break
        count = np.bincount(pairs[:, 0], minlength=len(out))
        reached = count > 0
        for axis in (0, 1):
            total = np.bincount(pairs[:, 0], out[pairs[:, 1], axis], len(out))
            out[reached, axis] = total[reached] / count[reached]
    return _below(out)


def _below(pos: NDArray[np.float64]) -> NDArray[np.float64]:
    """Rows that are still without a place, in lines below the others."""
    rest = np.flatnonzero(~np.isfinite(pos.sum(axis=1)))
    if not len(rest):
        return pos
    known = np.delete(pos, rest, axis=0) if len(rest) < len(pos) else np.zeros((1, 2))
    left, right, bottom = float(known[:, 0].min()), float(known[:, 0].max()), float(known[:, 1].max())
    columns = max(int(np.ceil(np.sqrt(len(rest)) * 1.5)), int((right - left) / SPACING))
    index = np.arange(len(rest))
    out = pos.copy()
    out[rest, 0] = left + index % columns * SPACING
    out[rest, 1] = bottom + (1.5 + index // columns) * SPACING
    return out


LAYOUT = Layout("Map", place, ("map_x", "map_y"), has_regions=True)
