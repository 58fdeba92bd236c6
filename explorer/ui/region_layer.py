"""Regions on the canvas: shown or not, and which name is under the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF

from explorer.graph.camera import Camera
from explorer.graph.scene import Scene
from explorer.render.labels import Label


class RegionLayer:
    """Keeps the hulls of a scene while they are not shown."""

    def __init__(self) -> None:
        self.is_on = True  #: whether a person wants to see regions
        self._kept: Scene | None = None

    @property
    def has_any(self) -> bool:
        """Whether the scene has regions to show."""
        return self._kept is not None and bool(self._kept.hulls)

    def take(self, scene: Scene) -> Scene:
        """The scene to be shown; one that has lost its hulls here before gets no others."""
        if self.is_on or scene.hulls:
            self._kept = scene
        return scene if self.is_on else replace(scene, hulls=())

    def toggle(self, scene: Scene) -> Scene:
        """The scene with its regions, or without them."""
        self.is_on = not self.is_on
        hulls = self._kept.hulls if self.is_on and self._kept is not None else ()
        return replace(scene, hulls=hulls)


def region_at(scene: Scene, camera: Camera, labels: Iterable[Label], at: QPointF) -> int:
    """Number of the region whose name covers a pixel, or -1."""
    for label in labels:
        if 0 <= label.region < len(scene.hulls):
            x, y = camera.to_screen(np.array([label.anchor]))[0].tolist()
            left, top, right, bottom = label.box(x, y)
            if left <= at.x() <= right and top <= at.y() <= bottom:
                return scene.hulls[label.region].region.id
    return -1
