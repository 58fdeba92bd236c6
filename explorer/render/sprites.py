"""Node sprites: one pixmap with every kind at every size, so that 50,000 nodes are a few calls into Qt.

A sprite is drawn when it is first asked for: a picture needs a few sizes of the 35.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from explorer.model import NodeKind
from explorer.render.shapes import HALF_EXTENT, OUTLINE_PX, draw_node
from explorer.render.theme import theme

#: radii that have a sprite, device-independent pixels; steps of 12 % cannot be told apart
LEVELS = np.array([0.5 * 1.125**k for k in range(35)], np.float64)
_KINDS = tuple(NodeKind)


@dataclass(frozen=True, slots=True, eq=False)
class Atlas:
    """Attributes:
    pixmap: All sprites.
    boxes: (kinds, levels, 4) float64 x, y, width, height in the pixmap, whole device pixels.
    dpr: Device pixels per pixel that it was drawn for.
    scheme: Colour scheme.
    drawn: (kinds, levels) bool, the sprites that are in the pixmap.
    """

    pixmap: QPixmap
    boxes: NDArray[np.float64]
    dpr: float
    scheme: str
    drawn: NDArray[np.bool_]

    def fragments(
        self, kinds: NDArray[np.uint8], xy: NDArray[np.float64], radius: NDArray[np.float32]
    ) -> NDArray[np.float64]:
        """(K, 10) rows laid out as QPainter.PixmapFragment, for a painter in device-independent pixels.

        Draws the sprites that they need and that the pixmap lacks; GUI thread only, as for all of a pixmap.

        Args:
            kinds: (K,) NodeKind values.
            xy: (K, 2) middles, device-independent pixels.
            radius: (K,) device-independent pixels.
        """
        level = np.searchsorted((LEVELS[1:] + LEVELS[:-1]) / 2, radius)
        row = kinds.astype(np.intp) - 1
        self._draw(row, level)
        box = self.boxes[row, level]
        out = np.zeros((len(xy), 10))
        whole = np.round(xy * self.dpr - box[:, 2:] / 2) + box[:, 2:] / 2  # sprite edges on device pixels
        out[:, 0:2] = whole / self.dpr
        out[:, 2:6] = box
        out[:, 6:8] = 1 / self.dpr
        out[:, 9] = 1
        return out

    def _draw(self, rows: NDArray[np.intp], levels: NDArray[np.intp]) -> None:
        """Draw the sprites of these cells of ``drawn`` that are not there yet."""
        wanted = np.zeros_like(self.drawn)
        wanted[rows, levels] = True
        missing = np.argwhere(wanted & ~self.drawn).tolist()
        if not missing:
            return
        painter = QPainter(self.pixmap)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(self.dpr, self.dpr)
            for row, level in missing:
                x, y, w, h = self.boxes[row, level].tolist()
                middle = ((x + w / 2) / self.dpr, (y + h / 2) / self.dpr)
                draw_node(painter, _KINDS[row], middle, float(LEVELS[level]), theme(self.scheme))
        finally:
            painter.end()
        np.logical_or(self.drawn, wanted, out=self.drawn)


def atlas(scheme: str, dpr: float) -> Atlas:
    """An atlas of a colour scheme, nothing drawn yet; GUI thread only, for it is a QPixmap."""
    cells = np.zeros((len(_KINDS), len(LEVELS), 2))
    for row, kind in enumerate(_KINDS):
        half = np.array(HALF_EXTENT[kind])
        cells[row] = 2 * np.ceil((LEVELS[:, None] * half + 1.25 * OUTLINE_PX) * dpr) + 2
    height = cells[:, :, 1].max(axis=0)
    top = np.concatenate(([0.0], np.cumsum(height)))
    width = cells[:, :, 0].max(axis=1)
    left = np.concatenate(([0.0], np.cumsum(width)))
    image = QImage(int(left[-1]), int(top[-1]), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    boxes = np.zeros((len(_KINDS), len(LEVELS), 4))
    boxes[:, :, 0], boxes[:, :, 1], boxes[:, :, 2:] = left[:-1, None], top[None, :-1], cells
    return Atlas(QPixmap.fromImage(image), boxes, dpr, scheme, np.zeros(boxes.shape[:2], np.bool_))
