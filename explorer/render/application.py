"""The Qt application that fonts need, also where no window is opened."""

from __future__ import annotations

import os
import sys
import threading

from PySide6.QtGui import QGuiApplication

from explorer.render.quick_imports import spare_sources

spare_sources()
_made: list[QGuiApplication] = []  # Qt ends the application when the last reference goes


def ensure_application() -> None:
    """Have an application: the one that runs, else one without a screen.

    Raises:
        RuntimeError: There is none, and this is not the main thread, where Qt wants it to be made.
    """
    if QGuiApplication.instance() is not None:
        return
    if threading.current_thread() is not threading.main_thread():
        raise RuntimeError(
            "Make a QGuiApplication in the main thread first: Qt aborts where fonts find none."
        )
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # who has loaded widgets will show some one day, and then a QGuiApplication would stand in the way
    widgets = sys.modules.get("PySide6.QtWidgets")
    kind = QGuiApplication if widgets is None else widgets.QApplication
    _made.append(kind(["paper-explorer"]))
