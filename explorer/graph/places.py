"""Places: where nodes stood, to be kept from one view to the next, and from one day to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.graph.scene import Scene
from explorer.graph.view import GraphView

_SPOT = 12.0  # world units: on one spot, two nodes would lie on each other


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """Where nodes stood: ids (N,) int64 ascending, pos (N, 2) float32 world units, of one layout.

    ``about`` are the centers of the view that they are from.
    """

    layout: str
    ids: NDArray[np.int64]
    pos: NDArray[np.float32]
    about: tuple[int, ...] = ()

    def start_for(self, view: GraphView) -> NDArray[np.float32]:
        """(N, 2) float32, the places of the view's nodes; NaN where a node is new."""
        start = np.full((len(view.ids), 2), np.nan, np.float32)
        if len(self.ids):
            at = np.minimum(np.searchsorted(self.ids, view.ids), len(self.ids) - 1)
            known = self.ids[at] == view.ids
            start[known] = self.pos[at[known]]
        return start

    def beside(self, older: Places) -> Places:
        """The same, with what stood in older places and is not here now: it will come back to them.

        An older place on which another node stands now is given up.
        """
        away = ~np.isin(older.ids, self.ids) & ~np.isin(_spots(older.pos), _spots(self.pos))
        ids = np.concatenate([self.ids, older.ids[away]])
        order = np.argsort(ids, kind="stable")
        pos = np.concatenate([self.pos, older.pos[away]])[order]
        return Places(self.layout, ids[order], pos, self.about)


def _spots(pos: NDArray[np.float32]) -> NDArray[np.int64]:
    """(N,) int64, the same number for places that are as good as one."""
    cell = np.round(pos.astype(np.float64) / _SPOT).astype(np.int64)
    return np.asarray(cell[:, 0] * 0x7FFFFFFF + cell[:, 1], np.int64)


def places_of(scene: Scene, layout: str, about: tuple[int, ...] = ()) -> Places:
    """The places of a scene, to be kept."""
    return Places(layout, scene.view.ids, scene.pos, about)
