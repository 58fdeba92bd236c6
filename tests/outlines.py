"""Hands that draw on the canvas of a window: outlines around nodes, by mouse."""

import numpy as np
from PySide6.QtCore import QPoint, Qt

from tests.canvases import point_at

LEFT = Qt.MouseButton.LeftButton


def places(window):
    return window.canvas.camera.to_screen(window.canvas.scene.pos)


def spot(window, node):
    x, y = places(window)[window.canvas.scene.view.row_of(node)].tolist()
    return QPoint(round(x), round(y))


def nodes_of(window, kind):
    view = window.canvas.scene.view
    return [int(node) for node, one in zip(view.ids, view.kinds, strict=True) if one == kind]


def draw(qtbot, window, points, modifier=Qt.KeyboardModifier.NoModifier):
    """Draw with the pressed pointer, without letting go."""
    qtbot.mousePress(window.canvas, LEFT, modifier, points[0])
    for point in points[1:]:
        point_at(window.canvas, point, LEFT)


def around(window, nodes):
    """Corners of a strip from the first node to the last."""
    ends = np.array([spot(window, node).toTuple() for node in (nodes[0], nodes[-1])], float)
    along = ends[1] - ends[0] if len(nodes) > 1 else np.array((1.0, 0.0))
    along = along / np.hypot(*along) * 8
    aside = np.array((-along[1], along[0]))
    a, b = ends[0] - along, ends[1] + along
    return [
        QPoint(*np.round(corner).astype(int).tolist())
        for corner in (a + aside, b + aside, b - aside, a - aside)
    ]


def held(window, corners):
    """Node ids in the outline, by hand."""
    found = set()
    for node, (x, y) in zip(window.canvas.scene.view.ids.tolist(), places(window).tolist(), strict=True):
        odd = False
        for a, b in zip(corners, [*corners[1:], corners[0]], strict=True):
            if min(a.y(), b.y()) <= y < max(a.y(), b.y()):
                odd ^= x < (b.x() - a.x()) * (y - a.y()) / (b.y() - a.y()) + a.x()
        if odd:
            found.add(node)
    return found


def lasso(qtbot, window, nodes, modifier=Qt.KeyboardModifier.NoModifier):
    corners = around(window, nodes)
    caught = held(window, corners)
    qtbot.keyClick(window.canvas, Qt.Key.Key_L)
    draw(qtbot, window, corners, modifier)
    qtbot.mouseRelease(window.canvas, LEFT, modifier, corners[-1])
    return caught
