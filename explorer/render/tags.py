"""Pills of trend tags: in the colour that a person gave them; dotted where only a document claims them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from explorer.graph.view import GraphView
from explorer.model import NodeKind
from explorer.render.shapes import HALF_EXTENT, corner, rim_width
from explorer.render.theme import Theme

_DOTTED_FROM_PX = 4.0  #: a smaller outline has no room for dots
_OUTLINE_SHARE, _OUTLINE_PX = 0.22, (1.0, 2.2)  #: stroke of a dotted outline, of the radius; its limits


@dataclass(frozen=True, slots=True)
class Pill:
    """Attributes:
    fill: "#rrggbb" of the inside.
    line: "#rrggbb" of the outline.
    width: Of the outline, pixels.
    dotted: Whether it is one of dots.
    """

    fill: str
    line: str
    width: float
    dotted: bool = False


def own_looks(view: GraphView) -> dict[int, tuple[str, bool]]:
    """Row -> ("#rrggbb" or "", is only claimed) of the tags that do not look as all tags do."""
    colours, claimed = view.columns.get("tag_colour"), view.columns.get("tag_claimed")
    if colours is None or claimed is None or not len(colours) == len(claimed) == len(view.ids):
        return {}
    values = np.asarray(colours, np.int64)
    rows = np.flatnonzero((values >= 0) | (np.asarray(claimed) != 0)).tolist()
    return {row: (f"#{values[row]:06x}" if values[row] >= 0 else "", bool(claimed[row])) for row in rows}


def pill(look: tuple[str, bool], radius: float, theme: Theme) -> Pill:
    """How the pill of a tag with that look is drawn."""
    colour, is_claimed = look
    hue = colour or theme.nodes[NodeKind.TAG]
    if is_claimed and radius >= _DOTTED_FROM_PX:
        width = min(max(_OUTLINE_SHARE * radius, _OUTLINE_PX[0]), _OUTLINE_PX[1])
        return Pill(theme.canvas, hue, width, dotted=True)
    return Pill(hue, theme.canvas, rim_width(radius))


def draw_pill(painter: QPainter, at: tuple[float, float], radius: float, shape: Pill) -> None:
    """Draw one tag, pixels; changes the painter's pen and brush."""
    half_width, half_height = (half * radius for half in HALF_EXTENT[NodeKind.TAG])
    box = QRectF(at[0] - half_width, at[1] - half_height, 2 * half_width, 2 * half_height)
    grown = shape.width / 2 * (-1 if shape.dotted else 1)  # half of the pen: dots stay inside the shape
    rounded = (corner(NodeKind.TAG) or 0.0) * radius
    pen = QPen(QColor(shape.line), shape.width)
    if shape.dotted:
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2.0])
    painter.setPen(pen)
    painter.setBrush(QColor(shape.fill))
    painter.drawRoundedRect(box.adjusted(-grown, -grown, grown, grown), rounded, rounded)
