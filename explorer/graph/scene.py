"""Scene: everything a painter needs, and nothing it must look up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.graph.view import GraphView


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """Attributes:
    view: The graph drawn; rows align with everything below.
    pos: (N, 2) float32, world units (one unit is about one mean edge length / 50; fit to the page by a camera).
    radius: (N,) float32, device-independent pixels at camera scale 1.
    labels: N strings, shortened for drawing; "" draws none.
    label_order: (N,) int32 rows by falling importance: who gets a label first.
    """

    view: GraphView
    pos: NDArray[np.float32]
    radius: NDArray[np.float32]
    labels: tuple[str, ...]
    label_order: NDArray[np.int32]
