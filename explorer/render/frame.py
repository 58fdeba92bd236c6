"""A scene as one camera sees it, in pixels: what both inner loops of the painter, and the SVG, start from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from explorer.graph.camera import Camera
from explorer.graph.scene import Scene
from explorer.graph.style import zoom_factor

_RIM_PX = 48.0  # the largest node and its rim


@dataclass(frozen=True, slots=True, eq=False)
class Frame:
    """Attributes:
    scene, camera: What is seen, and from where.
    xy: (N, 2) float64 pixels.
    radius: (N,) float32 pixels.
    nodes: (V,) int64 rows in sight, the most important last: they are drawn on top.
    edges: (E,) int64 rows whose box touches the viewport.
    zoom: What radii are multiplied by at this scale.
    """

    scene: Scene
    camera: Camera
    xy: NDArray[np.float64]
    radius: NDArray[np.float32]
    nodes: NDArray[np.int64]
    edges: NDArray[np.int64]
    zoom: float


def make_frame(scene: Scene, camera: Camera, margin_px: tuple[float, float] = (0.0, 0.0)) -> Frame:
    """Project a scene; ``margin_px`` is what is drawn beyond the viewport, sideways and up and down."""
    xy = camera.to_screen(scene.pos)
    left, top = -margin_px[0], -margin_px[1]
    right, bottom = camera.width + margin_px[0], camera.height + margin_px[1]
    x, y = xy[:, 0], xy[:, 1]
    inside = (x > left - _RIM_PX) & (x < right + _RIM_PX) & (y > top - _RIM_PX) & (y < bottom + _RIM_PX)
    order = scene.label_order[::-1].astype(np.int64)
    # one bit per side that a node lies beyond: an edge with both ends beyond the same side is out of sight
    beyond = (x < left).view(np.uint8) | (x > right).view(np.uint8) << 1
    beyond |= (y < top).view(np.uint8) << 2 | (y > bottom).view(np.uint8) << 3
    ends = scene.view.ends
    edges = np.flatnonzero((beyond[ends[:, 0]] & beyond[ends[:, 1]]) == 0)
    zoom = zoom_factor(camera.scale * scene.spacing)
    radius = scene.radius * np.float32(zoom)
    return Frame(scene, camera, xy, radius, order[inside[order]], edges, zoom)
