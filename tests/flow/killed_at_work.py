"""A window that is killed in the middle of work: folder of settings, library, what it does, a digest."""

from __future__ import annotations

import itertools
import json
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from explorer.settings import Settings
from explorer.ui import session_keeper
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.main_window import MainWindow
from tests.flow.intake_hand import say_import
from tests.flow.last_session import steps_of, told


def main(folder: Path, library: Path, moment: str, digest: Path) -> None:
    application = QApplication(["killed"])
    window = MainWindow(Settings(motion="off"), folder / "settings.toml", "light")
    window.resize(1200, 800)
    window.show()
    window.session.begin()
    window.workspace.open(library)
    settling = itertools.islice(steps_of(window), 19)  # until all is kept
    work = itertools.chain(settling, [lambda: print(json.dumps(told(window)), flush=True)])
    busy = iter(WORK[moment](window, digest))

    def step() -> None:
        if window.workspace.is_busy:
            return
        act = next(work, None)
        (act if act is not None else next(busy, lambda: None))()

    clock = QTimer()
    clock.timeout.connect(step)
    clock.start(60)
    application.exec()


def moving(window: MainWindow, _digest: Path):
    """A pinned node on its way, again and again."""
    (node,) = window.navigator.state.pinned
    yield lambda: print("moving", flush=True)
    for number in itertools.count():
        yield lambda number=number: window.navigator.place_moved(((node, float(number), 5.0),))


def importing(window: MainWindow, digest: Path):
    """The digest is accepted; the writer is at work when the line is told."""
    yield lambda: window.acts.files.import_words((str(digest),))
    yield lambda: None
    yield lambda: say_import(window)
    yield lambda: None

    def accept() -> None:
        window.findChild(ImportSheet).accept.click()
        print("importing", flush=True)

    yield accept


def saving(window: MainWindow, _digest: Path):
    """The session is being written, over and over."""
    yield lambda: print("saving", flush=True)
    for _ in itertools.count():
        yield lambda: session_keeper.keep(window.session._file, *window.session._now())


WORK = {"moving": moving, "importing": importing, "saving": saving}

if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], Path(sys.argv[4]))
