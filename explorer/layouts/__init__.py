"""One file per layout: a GraphView in, positions out. Pure and seeded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from explorer.graph.hulls import hulls_of
from explorer.graph.scene import Scene
from explorer.graph.style import make_scene
from explorer.graph.view import GraphView
from explorer.registry import Registry

Places = NDArray[np.float32]
#: runs "module:function" of explorer.compute with arguments, here or in another process
Run = Callable[..., object]


def _as_it_is(view: GraphView) -> GraphView:
    return view


def _without_axes(scene: Scene) -> Scene:
    return scene


@dataclass(frozen=True, slots=True)
class Layout:
    """Attributes:
    label: Name on the layout control.
    place: (view, start, seed) -> (N, 2) float32 world units. ``start`` is (N, 2) float32 with given places;
        rows that are NaN are free. Given rows come back unchanged. All values finite.
    columns: Columns of the view that the layout needs; without them it is greyed out with a reason.
    drawn: The view whose rows are placed and drawn, where that is another: one node may stand in many places.
    finish: Puts axes on a scene that was made of the positions.
    under: Id of the layout that this is another form of; it has no segment of its own on the control.
    has_regions: Whether nodes of one region come to lie together, so that it can have a hull.
    is_long: Whether placing a view from a start may take seconds; ``place_by`` then runs it elsewhere.
    place_by: As ``place``, with a Run as the last argument.
    """

    label: str
    place: Callable[[GraphView, Places, int], Places]
    columns: tuple[str, ...] = ()
    drawn: Callable[[GraphView], GraphView] = _as_it_is
    finish: Callable[[Scene], Scene] = _without_axes
    under: str = ""
    has_regions: bool = False
    is_long: Callable[[GraphView, Places], bool] | None = None
    place_by: Callable[[GraphView, Places, int, Run], Places] | None = None

    @property
    def has_axes(self) -> bool:
        """Whether places mean something by themselves: those of another layout are then no good here."""
        return self.finish is not _without_axes


LAYOUTS: Registry[Layout] = Registry(
    __name__, "LAYOUT", first=("force", "map", "timeline", "lanes", "lanes_by_source", "radial")
)


def main_layouts() -> tuple[str, ...]:
    """Ids of the layouts that have a segment of their own, in its order."""
    return tuple(key for key, layout in LAYOUTS.items() if not layout.under)


def lay_out(
    view: GraphView,
    key: str,
    seed: int,
    start_of: Callable[[GraphView], Places] | None = None,
    run: Run | None = None,
) -> Scene:
    """The scene of a view in a layout.

    Args:
        start_of: Given places, (N, 2) with NaN where free, for the rows of the view that is drawn.
        run: Where the heavy part of a long layout runs; None: here.
    """
    layout = LAYOUTS[key]
    drawn = layout.drawn(view)
    start = start_of(drawn) if start_of else np.full((len(drawn.ids), 2), np.nan, np.float32)
    if run is not None and layout.place_by is not None:
        pos = layout.place_by(drawn, start, seed, run)
    else:
        pos = layout.place(drawn, start, seed)
    scene = layout.finish(make_scene(drawn, pos))
    hulls = hulls_of(drawn, scene.pos, scene.spacing) if layout.has_regions else ()
    return replace(scene, graph=view, hulls=hulls)
