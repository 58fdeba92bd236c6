"""Force: nodes that are linked come close, all others keep away."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from explorer.compute.packing import rows_given
from explorer.graph.room import make_room
from explorer.graph.style import SPACING
from explorer.graph.view import GraphView
from explorer.layouts import Layout, Run

_COMPUTE = "explorer.compute.force:place"
LONG_FROM = 1_000  # nodes: above, all pairs are too many and a neighbour embedding takes seconds
_FARTHEST_PX = 220.0  # that a new node may step aside for old ones: it stays with its neighbours
_STRETCH = 1.25  # pages are wider than high, and so are names


def place(view: GraphView, start: NDArray[np.float32], seed: int) -> NDArray[np.float32]:
    """(N, 2) float32; stress majorisation for up to 1,000 connected nodes, a neighbour embedding above.

    References:
        Gansner, Koren, North, "Graph Drawing by Stress Majorization", GD 2004.
    """

    def here(_function: str, *args: object) -> object:
        from explorer.compute.force import place as place_by_force  # scipy: not before the window stands

        return place_by_force(*args)  # type: ignore[arg-type]

    return place_by(view, start, seed, here)


def place_by(view: GraphView, start: NDArray[np.float32], seed: int, run: Run) -> NDArray[np.float32]:
    """The same, with the forces computed wherever ``run`` runs them."""
    given = rows_given(start)
    if given.all():
        return start
    unit = np.float32(SPACING)
    raw = run(_COMPUTE, len(view.ids), view.ends, view.weights, start / unit, seed)
    pos = np.asarray(raw, np.float32) * unit
    placed = pos.astype(np.float64)
    if given.any():
        out = make_room(view, placed, given, seed, _FARTHEST_PX)
    else:
        out = make_room(view, _laid_flat(placed), given, seed)
    out[given] = start[given]
    return out


def is_long(view: GraphView, start: NDArray[np.float32]) -> bool:
    """Whether this takes seconds; a few new nodes among old ones do not."""
    return len(view.ids) > LONG_FROM and 2 * int(rows_given(start).sum()) < len(view.ids)


def _laid_flat(pos: NDArray[np.float64]) -> NDArray[np.float64]:
    """The same drawing turned so that its longer side lies, and a little stretched that way."""
    centred = pos - pos.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False) if len(pos) > 1 else (None, None, np.eye(2))
    axes = axes * np.where(axes[np.arange(2), np.abs(axes).argmax(axis=1)] < 0, -1.0, 1.0)[:, None]
    flat: NDArray[np.float64] = centred @ axes.T * (_STRETCH, 1.0)
    return flat


LAYOUT = Layout("Force", place, is_long=is_long, place_by=place_by, has_regions=True)
