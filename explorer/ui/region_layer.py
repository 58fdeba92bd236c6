"""Regions on the canvas: shown or not, and which name is under the pointer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF

from explorer.graph.camera import Camera
from explorer.graph.hulls import Hull
from explorer.graph.scene import Scene
from explorer.render.labels import Label


class RegionLayer:
    """Keeps the hulls of a scene while they are not shown."""

    def __init__(self) -> None:
        self.is_on = True  #: whether the view shows regions
        self._kept: tuple[Hull, ...] = ()

    @property
    def has_any(self) -> bool:
        """Whether the scene has regions to show."""
        return bool(self._kept)

    def take(self, scene: Scene) -> Scene:
        """A new scene, with the regions that it comes with or without them."""
        self._kept = scene.hulls
        return self.shown(scene)

    def shown(self, scene: Scene) -> Scene:
        """The scene that was taken, as it has become since, with its regions or without them."""
        return replace(scene, hulls=self._kept if self.is_on else ())


def region_at(scene: Scene, camera: Camera, labels: Iterable[Label], at: QPointF) -> int:
    """Number of the region whose name covers a pixel, or -1."""
    for label in labels:
        if 0 <= label.region < len(scene.hulls):
            x, y = camera.to_screen(np.array([label.anchor]))[0].tolist()
            left, top, right, bottom = label.box(x, y)
            if left <= at.x() <= right and top <= at.y() <= bottom:
                return scene.hulls[label.region].region.id
    return -1
