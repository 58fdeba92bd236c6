"""Leads of lanes: what the stretch between a digest and a conference says when the pointer rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QToolTip

from explorer.graph.axes import Axes, Lane, lead_at
from explorer.graph.camera import Camera
from explorer.render.axes import lane_words
from explorer.ui.words import plain_tip

if TYPE_CHECKING:
    from PySide6.QtGui import QHelpEvent

    from explorer.ui.canvas import Canvas

_NEAR_PX = 7.0  # beside the line


def lead_under(axes: Axes | None, camera: Camera, at: tuple[float, float]) -> Lane | None:
    """The row whose lead lies at a pixel of the page, or None."""
    if axes is None or at[0] < axes.head_px or at[1] < axes.top_px:
        return None
    x, y = camera.to_world(*at)
    return lead_at(axes, x, y, _NEAR_PX / camera.scale)


def tell_lead(canvas: Canvas, event: QHelpEvent) -> bool:
    """Show the days of the lead under the pointer, unless a mark lies there."""
    at = event.pos()
    is_mark = bool(canvas.hit_at(at.toPointF()))
    lane = None if is_mark else lead_under(canvas.scene.axes, canvas.camera, at.toTuple())
    if lane is None:
        QToolTip.hideText()
    else:
        QToolTip.showText(event.globalPos(), plain_tip(lane_words(lane)), canvas)
    return True
