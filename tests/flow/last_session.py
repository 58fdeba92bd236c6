"""A window in a process of its own that is killed: arguments are the folder of settings and the library."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from explorer.settings import Settings
from explorer.ui.main_window import MainWindow


def main(folder: Path, library: Path) -> None:
    application = QApplication(["killed"])
    window = MainWindow(Settings(motion="off"), folder / "settings.toml", "light")
    window.resize(1200, 800)
    window.show()
    window.session.begin()
    window.workspace.open(library)
    steps = iter(steps_of(window))

    def step() -> None:
        if not window.workspace.is_busy:
            next(steps)()

    clock = QTimer()
    clock.timeout.connect(step)
    clock.start(120)
    application.exec()


def steps_of(window: MainWindow):
    """What a person does, one after the other; then the state is told and nothing more happens."""
    navigator = window.navigator
    yield from (lambda: None for _ in range(3))
    yield lambda: navigator.set_depth(2)
    yield lambda: None
    node = int(navigator.scene.view.ids[-1])
    yield lambda: navigator.place_moved(((node, 123.25, -77.5),))
    yield lambda: navigator.select(frozenset({node}))
    yield lambda: window.canvas.set_camera(window.canvas.camera.zoomed(1.7, 300, 200))
    yield lambda: window.hide_panels(True, False)
    yield lambda: window.canvas.set_camera(window.canvas.camera.panned(31, -12))
    yield from (lambda: None for _ in range(10))
    yield lambda: print(json.dumps(told(window)), flush=True)
    while True:
        yield lambda: None


def told(window: MainWindow) -> dict[str, object]:
    """What must be there again."""
    scene, camera = window.navigator.scene, window.canvas.camera
    return {
        "ids": scene.view.ids.tolist(),
        "pos": scene.pos.tolist(),
        "camera": [camera.x, camera.y, camera.scale],
        "selection": sorted(window.navigator.state.selection),
        "pinned": sorted(window.navigator.state.pinned),
        "depth": window.navigator.state.query.depth,
        "layout": window.navigator.state.layout,
        "passport": window.passport.shown.id,
        "left": window.left_panel.isVisible(),
    }


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
