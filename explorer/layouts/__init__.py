"""One file per layout: a GraphView in, positions out. Pure and seeded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.graph.view import GraphView
from explorer.registry import Registry


@dataclass(frozen=True, slots=True)
class Layout:
    """Attributes:
    label: Name on the layout control.
    place: (view, start, seed) -> (N, 2) float32 world units. ``start`` is (N, 2) float32 with given places;
        rows that are NaN are free. Given rows come back unchanged. All values finite.
    columns: Columns of the view that the layout needs; without them it is greyed out with a reason.
    """

    label: str
    place: Callable[[GraphView, NDArray[np.float32], int], NDArray[np.float32]]
    columns: tuple[str, ...] = ()


LAYOUTS: Registry[Layout] = Registry(__name__, "LAYOUT", first=("force", "map"))
