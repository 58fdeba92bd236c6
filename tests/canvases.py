"""A canvas on the screen of nobody, and the hands for it."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from explorer.ui.canvas import Canvas
from tests.scenes import EGO_NODES, ego_scene

KEYS = list(EGO_NODES)
NODE = {key: 101 + row for row, key in enumerate(KEYS)}


def shown_canvas(qtbot):
    """The graph around RAG, on the screen, drawn to its end however slow the machine is just now."""
    widget = Canvas()
    qtbot.addWidget(widget)
    widget.resize(860, 740)
    widget.set_scene(ego_scene())
    widget.show()
    qtbot.waitExposed(widget)
    widget.finish_drawing()
    return widget


def told(signal):
    """A list that fills with what the signal tells."""
    out = []
    signal.connect(out.append)
    return out


def place(canvas, key):
    row = KEYS.index(key)
    x, y = canvas.camera.to_screen(canvas.scene.pos[row : row + 1])[0].tolist()
    return QPoint(round(x), round(y))


def middle_of_edge(canvas, a, b):
    ends = place(canvas, a), place(canvas, b)
    return QPoint((ends[0].x() + ends[1].x()) // 2, (ends[0].y() + ends[1].y()) // 2)


def wheel(canvas, at, steps):
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def point_at(canvas, at, buttons=Qt.MouseButton.NoButton):
    """Move the pointer there. Sent straight: the screen's cursor may be over another test's window."""
    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(canvas.mapToGlobal(at)),
        Qt.MouseButton.NoButton, buttons, Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def drag(qtbot, canvas, start, end, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, modifier, start)
    for share in (0.2, 0.6, 1.0):
        point_at(canvas, start + (end - start) * share, Qt.MouseButton.LeftButton)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, modifier, end)
