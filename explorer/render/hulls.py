"""Hulls of regions on the page: pale grounds below everything, and where their names stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from explorer.graph.camera import Camera
from explorer.graph.hulls import Hull, are_named, strength_at
from explorer.graph.scene import Scene
from explorer.render.frame import Frame
from explorer.render.labels import OBSTACLE_PX, Label
from explorer.render.occupancy import Occupancy
from explorer.render.text import LINE, Ink, text_width
from explorer.render.theme import Theme

RIM_OPACITY = 0.3
_NAMES_PX = (14.0, 12.0)  # sizes of a name: as it should be, and where that finds no room
_LINES_OFF = (0.0, -1.0, 1.0, -2.0, 2.0)  # where a name stands, in its heights from the heart
_ASIDE = (0.0, -0.25, 0.25)  # and in its widths
_FAR = 20.0  # cells of nodes that a height from the heart is worth
TITLES_MAX = 6  # of nodes, while regions are named


@dataclass(frozen=True, slots=True)
class Ground:
    """A hull as it is filled: a path in world units, fill and rim as "#rrggbb", how strong."""

    hull: Hull
    fill: str
    rim: str
    strength: float


def grounds(scene: Scene, camera: Camera, theme: Theme) -> tuple[Ground, ...]:
    """What is filled at this distance; () near, where titles have room."""
    strength = strength_at(scene.spacing * camera.scale) if scene.hulls else 0.0
    if strength <= 0:
        return ()
    count = len(theme.regions)
    return tuple(
        Ground(
            hull,
            theme.regions[hull.region.hue % count],
            theme.region_inks[hull.region.hue % count],
            strength,
        )
        for hull in scene.hulls
    )


def bends(loop: NDArray[np.float64]) -> Iterator[tuple[float, float, float, float]]:
    """Control point and end of the curves that round a closed line off; the first begins at ``begin``."""
    after = (loop + np.roll(loop, -1, axis=0)) / 2
    for (x, y), (to_x, to_y) in zip(loop.tolist(), after.tolist(), strict=True):
        yield x, y, to_x, to_y


def begin(loop: NDArray[np.float64]) -> tuple[float, float]:
    """Point at which the curves of a closed line begin and end."""
    x, y = ((loop[-1] + loop[0]) / 2).tolist()
    return x, y


def coarser(loop: NDArray[np.float64]) -> NDArray[np.float64]:
    """Every other point: the curves between them are as smooth."""
    return loop[::2] if len(loop) >= 16 else loop


@lru_cache(maxsize=256)
def _path(hull: Hull) -> QPainterPath:
    """The outline in world units."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for loop in map(coarser, hull.loops):
        path.moveTo(QPointF(*begin(loop)))
        for x, y, to_x, to_y in bends(loop):
            path.quadTo(x, y, to_x, to_y)
        path.closeSubpath()
    return path


def draw_ground(painter: QPainter, ground: Ground, camera: Camera) -> None:
    """Fill one hull."""
    to_page = QTransform(
        camera.scale,
        0,
        0,
        camera.scale,
        camera.width / 2 - camera.x * camera.scale,
        camera.height / 2 - camera.y * camera.scale,
    )
    fill, rim = QColor(ground.fill), QColor(ground.rim)
    fill.setAlphaF(ground.strength)
    rim.setAlphaF(RIM_OPACITY * ground.strength)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill)
    painter.setPen(QPen(rim, 1.0))
    painter.drawPath(to_page.map(_path(ground.hull)))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def place_region_names(
    frame: Frame, page: Occupancy, theme: Theme, taken: NDArray[np.float64]
) -> tuple[Label, ...]:
    """Names of the regions in sight, the largest first; ``page`` then holds what they take.

    No two overlap, nor what stands on the page already (``taken``, (K, 4) boxes); each stands where it covers
    fewest nodes that are more than dots.
    """
    scene = frame.scene
    if not scene.hulls or not are_named(scene.spacing * frame.camera.scale):
        return ()
    page.take_boxes(taken[:, :2], taken[:, 2:])
    nodes = Occupancy(page.width, page.height)
    rows = frame.nodes[frame.radius[frame.nodes] >= OBSTACLE_PX]
    radius = frame.radius[rows, None].astype(np.float64)
    nodes.take_boxes(frame.xy[rows] - radius, frame.xy[rows] + radius)
    out: list[Label] = []
    for place, hull in enumerate(scene.hulls):
        label = _name(place, hull, frame, (page, nodes), theme)
        if label is not None:
            out.append(label)
    return tuple(out)


def _name(
    place: int, hull: Hull, frame: Frame, pages: tuple[Occupancy, Occupancy], theme: Theme
) -> Label | None:
    page, nodes = pages
    x, y = frame.camera.to_screen(np.array([hull.heart]))[0].tolist()
    for size_px in _NAMES_PX:
        colour = theme.region_inks[hull.region.hue % len(theme.region_inks)]
        ink = Ink(size_px, True, colour, theme.canvas)
        width = text_width(hull.region.name, "", size_px, True) + 4
        height = size_px * LINE
        best: tuple[float, tuple[float, float]] | None = None
        for lines in _LINES_OFF:
            for aside in _ASIDE:
                middle = x + aside * width, y + lines * height
                box = _box(middle, (width, height))
                if page.free(*box):
                    cost = nodes.taken(*box) + _FAR * (abs(lines) + 3 * abs(aside))
                    best = min(best, (cost, middle)) if best else (cost, middle)
        if best is not None:
            page.take(*_box(best[1], (width, height)))
            anchor = frame.camera.to_world(*best[1])
            size = (width, height)
            return Label(-1, hull.region.name, "", ink, anchor, (0.0, 0.0), size, verb=True, region=place)
    return None


def _box(middle: tuple[float, float], size: tuple[float, float]) -> tuple[float, float, float, float]:
    x, y = middle
    return x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2
