"""Places: where nodes stood, to be kept from one view to the next, and from one day to the next."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.graph.scene import Scene
from explorer.graph.view import GraphView


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


def places_of(scene: Scene, layout: str, about: tuple[int, ...] = ()) -> Places:
    """The places of a scene, to be kept."""
    return Places(layout, scene.view.ids, scene.pos, about)
