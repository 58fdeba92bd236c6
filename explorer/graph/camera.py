"""Camera: which part of the world stands in the viewport, and at what scale."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from explorer.graph.hulls import strength_at
from explorer.graph.scene import Scene
from explorer.graph.style import label_width_px, zoom_factor

SCALE_LIMITS = (1e-6, 1e5)
FIT_SPACING_PX = 210.0  # a view of two nodes does not fill the page: neighbours come no farther apart
_LABELLED_MAX = 2000  # beyond this labels do not all show at once, and leave no room free at the rim
#: distance of lanes on the screen: the least, and what they get where the width allows; sources name marks
ROW_PX = {"methods": (16.0, 22.0), "sources": (26.0, 40.0)}
_NARROW_PX, _RIM_PX = 300.0, 24.0
_LINE_PX = 20.0  # a label below its node
_OUTLINE_RIM_PX = 4.0  # kept free between the outline of a region and the rim of the page


@dataclass(frozen=True, slots=True)
class Camera:
    """Attributes:
    x, y: World point in the middle of the viewport.
    scale: Device-independent pixels per world unit.
    width, height: Viewport, device-independent pixels.
    """

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    width: float = 1.0
    height: float = 1.0

    def to_screen(self, pos: NDArray[np.floating]) -> NDArray[np.float64]:
        """(N, 2) float64 pixels of (N, 2) world positions."""
        out = pos.astype(np.float64)
        out -= (self.x, self.y)
        out *= self.scale
        out += (self.width / 2, self.height / 2)
        return out

    def to_world(self, x_px: float, y_px: float) -> tuple[float, float]:
        """World point under a pixel."""
        return self.x + (x_px - self.width / 2) / self.scale, self.y + (y_px - self.height / 2) / self.scale

    def panned(self, dx_px: float, dy_px: float) -> Camera:
        """The camera after the picture has moved by so many pixels."""
        return replace(self, x=self.x - dx_px / self.scale, y=self.y - dy_px / self.scale)

    def zoomed(self, factor: float, x_px: float, y_px: float) -> Camera:
        """The camera after zooming; the world point under the pixel stays under it."""
        scale = min(max(self.scale * factor, SCALE_LIMITS[0]), SCALE_LIMITS[1])
        x, y = self.to_world(x_px, y_px)
        dx, dy = (x_px - self.width / 2) / scale, (y_px - self.height / 2) / scale
        return replace(self, x=x - dx, y=y - dy, scale=scale)

    def resized(self, width: float, height: float) -> Camera:
        """The same middle and scale in another viewport."""
        return replace(self, width=max(width, 1.0), height=max(height, 1.0))

    def between(self, other: Camera, share: float) -> Camera:
        """A camera on the way to ``other``, from share 0 to 1; the scale goes evenly by factor."""
        scale = self.scale ** (1 - share) * other.scale**share
        return replace(
            other,
            x=self.x + (other.x - self.x) * share,
            y=self.y + (other.y - self.y) * share,
            scale=other.scale if share >= 1 else scale,
        )


@dataclass(frozen=True, slots=True)
class Margins:
    """Pixels kept free at the rim of the viewport."""

    left: float = 24.0
    top: float = 24.0
    right: float = 24.0
    bottom: float = 24.0


def margins_beside(scene: Scene, margins: Margins) -> Margins:
    """The margins, and the rims that the axes of a scene take."""
    if scene.axes is None:
        return margins
    left, top, right, bottom = scene.axes.rims_px
    return Margins(
        max(margins.left, left), max(margins.top, top), max(margins.right, right), margins.bottom + bottom
    )


def fit(
    scene: Scene,
    size: tuple[float, float],
    margins: Margins = Margins(),
    rows: NDArray[np.int64] | None = None,
) -> Camera:
    """The closest camera that shows all nodes (or ``rows``) with their labels inside the margins.

    Args:
        size: Width and height of the viewport, device-independent pixels.
    """
    rows = scene.home_rows if rows is None else rows
    is_named = len(rows) <= _LABELLED_MAX
    rows = rows if is_named else _outermost(scene, rows)
    width, height = max(size[0], 1.0), max(size[1], 1.0)
    if not len(rows):
        return Camera(0.0, 0.0, 1.0, width, height)
    half = _label_half_px(scene, rows) if is_named else np.zeros(len(rows))
    room = (
        max(width - margins.left - margins.right, 10.0),
        max(height - margins.top - margins.bottom, 10.0),
    )
    low = _closest(scene, rows, half, room)
    if low <= SCALE_LIMITS[0] and half.any():  # the page is narrower than a label
        half = np.zeros(len(rows))
        low = _closest(scene, rows, half, room)
    return _looking(scene, (rows, half), (width, height), (margins, low))


def fit_rows(scene: Scene, size: tuple[float, float], margins: Margins) -> Camera:
    """As ``fit``, but rows of lanes can be read: where they have no room, the last ones lie below the page.

    On a narrow page notes beside the rows give way; where even that is too narrow, older days lie left of it.
    """
    if scene.axes is None or not scene.axes.what:
        return fit(scene, size, margins)
    if size[0] - margins.left - margins.right < _NARROW_PX:
        margins = replace(margins, right=min(margins.right, _RIM_PX))
    camera = fit(scene, size, margins)
    apart = float(np.abs(np.diff([lane.y for lane in scene.axes.lanes])).min(initial=np.inf))
    least, wished = (px / max(apart, 1e-6) for px in ROW_PX[scene.axes.what])
    rows = scene.home_rows
    if wished <= camera.scale or not np.isfinite(apart) or not len(rows):
        return camera
    half = _label_half_px(scene, rows)
    widest = _closest(scene, rows, half, (max(size[0] - margins.left - margins.right, 10.0), np.inf))
    scale = max(min(wished, widest), least, camera.scale)
    camera = _looking(scene, (rows, half), size, (margins, scale))
    if scale <= widest:
        return camera
    end = float(scene.pos[rows, 0].max()) * scale + margins.right  # the newest stays on the page
    return replace(camera, x=(end - camera.width / 2) / scale)


def _looking(
    scene: Scene,
    shown: tuple[NDArray[np.int64], NDArray[np.float64]],
    size: tuple[float, float],
    frame: tuple[Margins, float],
) -> Camera:
    """The camera with rows, whose labels have such half widths, in the middle of a page.

    Args:
        frame: What stays free at the rim, and the scale.
    """
    (rows, half), (width, height), (margins, low) = shown, size, frame
    pos = scene.pos[rows].astype(np.float64)
    left, top, right, bottom = _extent_px(pos, _radius(scene, rows, low), half, low)
    x = ((left + right) / 2 + (margins.right - margins.left) / 2) / low
    y = ((top + bottom) / 2 + (margins.bottom - margins.top) / 2) / low
    if scene.axes is not None and scene.axes.lanes:  # rows begin below their head
        y = (top - margins.top + height / 2) / low
    return Camera(float(x), float(y), low, width, height)


def _closest(
    scene: Scene, rows: NDArray[np.int64], half: NDArray[np.float64], room: tuple[float, float]
) -> float:
    """The greatest scale at which the rows, with labels of half widths ``half`` pixels, fit into a room."""
    pos = scene.pos[rows].astype(np.float64)
    low, high = SCALE_LIMITS[0], FIT_SPACING_PX / scene.spacing
    for _ in range(60):
        middle = float(np.sqrt(low * high))
        left, top, right, bottom = _extent_px(pos, _radius(scene, rows, middle), half, middle)
        fits = right - left <= room[0] and bottom - top <= room[1]
        low, high = (middle, high) if fits else (low, middle)
    return low


def estimated_boxes(scene: Scene, camera: Camera) -> NDArray[np.float64]:
    """(N, 4) left, top, right, bottom pixels of the nodes with labels below them, without asking a font."""
    rows = np.arange(len(scene.pos))
    xy, radius = camera.to_screen(scene.pos), _radius(scene, rows, camera.scale)
    half = _label_half_px(scene, rows)
    side, below = np.maximum(radius, half), radius + np.where(half > 0, _LINE_PX, 0.0)
    return np.stack([xy[:, 0] - side, xy[:, 1] - radius, xy[:, 0] + side, xy[:, 1] + below], axis=1)


def fit_beside(
    scene: Scene, size: tuple[float, float], margins: Margins, corner: tuple[float, float]
) -> Camera:
    """As ``fit``, but nothing stands in the lower right corner of that width and height, pixels."""
    camera = fit(scene, size, margins)
    boxes = estimated_boxes(scene, camera)
    if not ((boxes[:, 2] > size[0] - corner[0]) & (boxes[:, 3] > size[1] - corner[1])).any():
        return camera
    narrower = fit(scene, size, replace(margins, right=max(margins.right, corner[0])))
    lower = fit(scene, size, replace(margins, bottom=max(margins.bottom, corner[1])))
    return max(narrower, lower, key=lambda candidate: candidate.scale)


def fit_page(
    scene: Scene, size: tuple[float, float], margins: Margins, corner: tuple[float, float] | None
) -> Camera:
    """As ``fit_rows``, or ``fit_beside`` in a page with a corner; outlines of regions have room, too."""

    def fitted(within: Margins) -> Camera:
        return fit_rows(scene, size, within) if corner is None else fit_beside(scene, size, within, corner)

    camera = fitted(margins)
    grown = _with_outlines(scene, camera, margins)
    return camera if grown == margins else fitted(grown)


def _with_outlines(scene: Scene, camera: Camera, margins: Margins) -> Margins:
    """Margins that leave room for the outlines, too, where a camera that fits the nodes cuts them."""
    if not scene.hulls or not strength_at(camera.scale * scene.spacing):
        return margins
    xy = camera.to_screen(np.concatenate([loop for hull in scene.hulls for loop in hull.loops]))
    low, high = xy.min(axis=0), xy.max(axis=0)
    return Margins(
        margins.left + max(_OUTLINE_RIM_PX - float(low[0]), 0.0),
        margins.top + max(_OUTLINE_RIM_PX - float(low[1]), 0.0),
        margins.right + max(float(high[0]) - (camera.width - _OUTLINE_RIM_PX), 0.0),
        margins.bottom + max(float(high[1]) - (camera.height - margins.bottom), 0.0),
    )


def _outermost(scene: Scene, rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows that can touch the rim of the page at some scale: nothing as large lies further out."""
    radius = scene.radius[rows]
    large = np.flatnonzero(radius >= np.partition(radius, len(radius) * 9 // 10)[len(radius) * 9 // 10])
    kept = []
    for key in (scene.pos[rows, 0], -scene.pos[rows, 0], scene.pos[rows, 1], -scene.pos[rows, 1]):
        outer = large[np.argmin(key[large])]  # spares sorting most of those further in, which are smaller
        some = np.flatnonzero((key <= key[outer]) | (radius > radius[outer]))
        order = some[np.argsort(key[some], kind="stable")]
        largest = np.maximum.accumulate(radius[order])
        kept.append(order[np.concatenate(([True], radius[order][1:] > largest[:-1]))])
    return rows[np.unique(np.concatenate(kept))]


def _label_half_px(scene: Scene, rows: NDArray[np.int64]) -> NDArray[np.float64]:
    if len(rows) > _LABELLED_MAX:
        return np.zeros(len(rows))
    return np.array([label_width_px(scene.labels[row]) / 2 for row in rows.tolist()])


def _radius(scene: Scene, rows: NDArray[np.int64], scale: float) -> NDArray[np.float32]:
    return scene.radius[rows] * np.float32(zoom_factor(scale * scene.spacing))


def _extent_px(
    pos: NDArray[np.float64], radius: NDArray[np.float32], half: NDArray[np.float64], scale: float
) -> tuple[float, float, float, float]:
    """Left, top, right, bottom in pixels from the world's origin."""
    side = np.maximum(radius, half)
    x, y = pos[:, 0] * scale, pos[:, 1] * scale
    below = radius + np.where(half > 0, _LINE_PX, 0.0)
    return (
        float((x - side).min()),
        float((y - radius).min()),
        float((x + side).max()),
        float((y + below).max()),
    )
