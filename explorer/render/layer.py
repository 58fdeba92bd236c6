"""The canvas's picture: crisp when it rests, a copy of the last one while it moves."""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from explorer.graph.camera import Camera
from explorer.graph.parts import part_of
from explorer.graph.scene import Scene
from explorer.graph.style import zoom_factor
from explorer.render.axes import taken_boxes
from explorer.render.frame import make_frame
from explorer.render.hulls import TITLES_MAX, place_region_names
from explorer.render.label_images import LabelImages, draw_leader
from explorer.render.labels import Label, LabelRequest, boxes_on, finished, kept_apart, place_labels
from explorer.render.occupancy import Occupancy
from explorer.render.painter import PaintOptions, Step, paint_steps
from explorer.render.sprites import Atlas, atlas
from explorer.render.theme import Theme
from explorer.render.verbs import place_verbs

GROWN = 0.2  # of the viewport that is drawn beyond each side, so that a pan shows no blank rim
_DIMMED = 0.3  # opacity of labels that are not lit while others are


@dataclass(frozen=True, slots=True, eq=False)
class Wish:
    """What the picture is to show.

    Attributes:
        scene, camera, theme: As for the painter.
        dpr: Device pixels per pixel.
        focus: Node rows whose edges stand out; they get labels first.
        taken: (K, 4) boxes of the viewport where no label may stand.
    """

    scene: Scene
    camera: Camera
    theme: Theme
    dpr: float
    focus: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    taken: NDArray[np.float64] = field(default_factory=lambda: np.zeros((0, 4)))


class Layer:
    """Draws a wish in small portions and keeps the last picture that was finished. GUI thread only."""

    def __init__(self) -> None:
        self._image: QImage | None = None
        self._shown: Wish | None = None  # what the image shows
        self._labels: tuple[Label, ...] = ()
        self._work: Iterator[None] | None = None
        self._atlas: tuple[str, float, Atlas] | None = None
        self._images = LabelImages(1.0)
        self.cost_ms = 0.0  #: what the last finished picture took
        self._spent_ms = 0.0

    @property
    def busy(self) -> bool:
        """Whether a picture is being drawn."""
        return self._work is not None

    @property
    def labels(self) -> tuple[Label, ...]:
        """Labels of the picture that is shown, most important first."""
        return self._labels

    def start(self, wish: Wish) -> None:
        """Begin a picture; one that was begun before is dropped, the finished one stays until then."""
        self._spent_ms = 0.0
        self._work = self._draw(wish)

    def work(self, budget_ms: float) -> bool:
        """Go on for about so long; whether the picture is finished."""
        begin = time.perf_counter()
        finished = False
        while self._work is not None and not finished:
            finished = next(self._work, True) is True
            if (time.perf_counter() - begin) * 1000 >= budget_ms:
                break
        self._spent_ms += (time.perf_counter() - begin) * 1000
        if finished:
            self._work = None
            self.cost_ms = self._spent_ms
        return self._work is None

    def stop(self) -> None:
        """Drop what was begun."""
        self._work = None

    def forget(self) -> None:
        """Show nothing of the old scene any more."""
        self._work, self._image, self._shown, self._labels = None, None, None, ()

    def covers(self, camera: Camera) -> bool:
        """Whether the picture reaches all sides of the viewport at about its own scale."""
        if self._shown is None:
            return False
        old = self._shown.camera
        share = camera.scale / old.scale
        half_width = camera.width / 2 / camera.scale
        half_height = camera.height / 2 / camera.scale
        reach = 0.5 + GROWN
        return (
            0.5 < share < 2.0
            and abs(camera.x - old.x) + half_width <= old.width * reach / old.scale
            and abs(camera.y - old.y) + half_height <= old.height * reach / old.scale
        )

    def _draw(self, wish: Wish) -> Generator[None, None, None]:
        margin = (wish.camera.width * GROWN, wish.camera.height * GROWN)
        size = QSize(
            round((wish.camera.width + 2 * margin[0]) * wish.dpr),
            round((wish.camera.height + 2 * margin[1]) * wish.dpr),
        )
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(wish.dpr)
        image.fill(QColor(wish.theme.canvas))
        options = PaintOptions(
            focus=wish.focus, atlas=self._sprites(wish.theme, wish.dpr), margin_px=margin, names=False
        )
        yield
        for step in paint_steps(wish.scene, wish.camera, wish.theme, options):
            _apply(step, image, margin)
            yield
        labels = yield from self._place(wish)
        self._image, self._shown, self._labels = image, wish, labels

    def _place(self, wish: Wish) -> Generator[None, None, tuple[Label, ...]]:
        """Names, verbs, and the pictures of both."""
        frame = make_frame(wish.scene, wish.camera)
        page = Occupancy(wish.camera.width, wish.camera.height)
        sides = {label.row: label.side for label in self._labels if not label.verb}
        beside = taken_boxes(wish.scene.axes, wish.camera, wish.theme)
        request = LabelRequest(
            wish.focus, wish.focus, np.concatenate([wish.taken.reshape(-1, 4), beside]), sides
        )
        yield
        regions = place_region_names(frame, page, wish.theme, request.taken)
        if regions:
            request = replace(request, most=TITLES_MAX, names=boxes_on(wish.camera, regions))
            yield
        names = yield from place_labels(frame, page, wish.theme, request)
        verbs = yield from place_verbs(frame, page, wish.theme, wish.focus)
        if self._images.dpr != wish.dpr:
            self._images = LabelImages(wish.dpr)
        for label in regions + names + verbs:
            self._images.prepare(label)
            yield
        return regions + names + verbs

    def _sprites(self, theme: Theme, dpr: float) -> Atlas:
        if self._atlas is None or self._atlas[:2] != (theme.name, dpr):
            self._atlas = (theme.name, dpr, atlas(theme.name, dpr))
        return self._atlas[2]

    def draw_ground(self, painter: QPainter, camera: Camera, colour: str) -> None:
        """Copy the picture, moved and scaled to the camera; the rest of the viewport in ``colour``."""
        page = QRectF(0, 0, camera.width, camera.height)
        if self._image is None or self._shown is None:
            painter.fillRect(page, QColor(colour))
            return
        old, dpr = self._shown.camera, self._shown.dpr
        share = camera.scale / old.scale
        width, height = self._image.width() / dpr * share, self._image.height() / dpr * share
        left = camera.width / 2 + (old.x - camera.x) * camera.scale - width / 2
        top = camera.height / 2 + (old.y - camera.y) * camera.scale - height / 2
        target = QRectF(left, top, width, height)
        if not target.contains(page):
            painter.fillRect(page, QColor(colour))
        if share == 1.0:
            painter.drawImage(QPointF(round(left * dpr) / dpr, round(top * dpr) / dpr), self._image)
        else:
            painter.drawImage(target, self._image)

    def draw_labels(
        self, painter: QPainter, camera: Camera, lit: frozenset[int] | None = None, lit_edge: int = -1
    ) -> None:
        """Copy the labels' pictures to where their nodes are now; after a zoom only those that stay apart.

        Args:
            lit: Node rows whose names stay as they are while the others fade; None fades none.
            lit_edge: Edge row whose verb stays as well.
        """
        if self._shown is None or not self._labels:
            return
        xy = self.label_middles(camera)
        keep = np.ones(len(xy), np.bool_)
        if camera.scale != self._shown.camera.scale:
            half = np.array([_turned_half(label) for label in self._labels])
            keep = kept_apart(np.concatenate((xy - half, xy + half), axis=1))
        for label, (x, y), stays in zip(self._labels, xy.tolist(), keep.tolist(), strict=True):
            if not stays or not (-200 < x < camera.width + 200 and -50 < y < camera.height + 50):
                continue
            is_lit = lit is None or (0 <= label.row == lit_edge if label.verb else label.row in lit)
            painter.setOpacity(1.0 if is_lit else _DIMMED)
            if label.led:
                draw_leader(painter, label, (x - label.offset[0], y - label.offset[1]))
            self._images.draw(painter, label, x, y)
        painter.setOpacity(1.0)

    def draw_label(self, painter: QPainter, camera: Camera, label: Label) -> None:
        """Draw one label that is not part of the picture, such as the hovered node's."""
        x, y = camera.to_screen(np.array([label.anchor], np.float64))[0].tolist()
        self._images.draw(painter, label, x + label.offset[0], y + label.offset[1])

    def more_labels(
        self, camera: Camera, rows: NDArray[np.int64], named: NDArray[np.int64]
    ) -> tuple[Label, ...]:
        """Names for nodes that the picture has none for, clear of those that it has for others of ``rows``.

        Args:
            rows: Node rows, ascending; what is hovered, with its neighbours.
            named: Those of them that get a name in any case.
        """
        if self._shown is None:
            return ()
        boxes = self.label_boxes(camera)
        bare = [row for row in rows.tolist() if row not in boxes]
        if not bare:
            return ()
        taken = np.array([boxes[row] for row in rows.tolist() if row in boxes], np.float64).reshape(-1, 4)
        part = part_of(self._shown.scene, rows, np.zeros(0, np.int64))
        focus = np.searchsorted(rows, [row for row in named.tolist() if row not in boxes])
        frame, page = make_frame(part, camera), Occupancy(camera.width, camera.height)
        labels = finished(
            place_labels(frame, page, self._shown.theme, LabelRequest(focus, taken=taken, leaders=0))
        )
        wanted = frozenset(np.searchsorted(rows, bare).tolist())
        return tuple(label for label in labels if label.row in wanted)

    def label_middles(self, camera: Camera) -> NDArray[np.float64]:
        """(K, 2) pixels of the middles of the labels' boxes, nodes having grown or shrunk with the zoom."""
        if self._shown is None or not self._labels:
            return np.zeros((0, 2))
        anchors = np.array([label.anchor for label in self._labels], np.float64)
        offset = np.array([label.offset for label in self._labels])
        side = np.array([label.side for label in self._labels])
        reach = np.array([label.reach for label in self._labels])
        spacing = self._shown.scene.spacing
        then = zoom_factor(self._shown.camera.scale * spacing)
        growth = zoom_factor(camera.scale * spacing) / then - 1
        out: NDArray[np.float64] = camera.to_screen(anchors) + offset + side * (reach * growth)[:, None]
        return out

    def label_boxes(self, camera: Camera) -> dict[int, tuple[float, float, float, float]]:
        """node row -> left, top, right, bottom of its name, pixels."""
        out: dict[int, tuple[float, float, float, float]] = {}
        for label, (x, y) in zip(self._labels, self.label_middles(camera).tolist(), strict=True):
            if not label.verb:
                half_width, half_height = label.size[0] / 2, label.size[1] / 2
                out[label.row] = (x - half_width, y - half_height, x + half_width, y + half_height)
        return out

    def follow(self, scene: Scene) -> None:
        """Let the labels hang on the moved nodes of ``scene``, which has the same rows."""
        if self._shown is None:
            return
        self._labels = tuple(
            label if label.verb else replace(label, anchor=tuple(scene.pos[label.row].tolist()))
            for label in self._labels
        )


def _apply(step: Step, image: QImage, margin: tuple[float, float]) -> None:
    """One stroke of the brush; no painter stays open while the event loop runs."""
    painter = QPainter(image)
    try:
        painter.translate(*margin)
        step(painter)
    finally:
        painter.end()


def _turned_half(label: Label) -> tuple[float, float]:
    """Half width and half height of the upright box around a label."""
    c, s = abs(np.cos(np.radians(label.angle))), abs(np.sin(np.radians(label.angle)))
    width, height = label.size
    return float(width * c + height * s) / 2, float(width * s + height * c) / 2
