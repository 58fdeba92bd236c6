"""A process that shows one window and tells what that took: ``python -m tests.bench.first_frame [SCENE]``.

Without a scene it is a bare window with numpy. Crisp means nodes, edges, names, legend and minimap as they
stay: nothing is left to a later slice. Prints processor seconds since the start of the process, and
the most memory that it held, in megabytes.
"""

import pickle
import resource
import sys
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication, QWidget


def show(scene: str) -> None:
    """Show a window until its picture is crisp."""
    app = QApplication([])
    if scene:
        from explorer.ui.canvas import Canvas

        window: QWidget = Canvas()
    else:
        window = QWidget()
    window.resize(1280, 800)
    window.show()
    if scene:
        window.set_scene(pickle.loads(Path(scene).read_bytes()), keep_camera=False)
        window.finish_drawing()
    app.processEvents()
    window.grab()
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(used.ru_utime + used.ru_stime, peak_mb())


def peak_mb() -> float:
    """Most memory that this process held; what its parent held before the start does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    np.zeros(1)
    show(sys.argv[1] if len(sys.argv) > 1 else "")
