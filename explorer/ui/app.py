"""Start of the window: its words, its safety net, its one loop."""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import traceback
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from explorer import __version__
from explorer.errors import ExplorerError
from explorer.settings import Settings, load_settings, settings_path
from explorer.ui.backup_keeper import BackupKeeper
from explorer.ui.language import install, languages
from explorer.ui.main_window import MainWindow
from explorer.ui.places import crash_report_path
from explorer.ui.screenshot import Screenshot
from explorer.ui.second_start import FirstWindow, hand_over
from explorer.ui.session_file import Kept
from explorer.ui.text_size import scale_texts
from explorer.ui.workspace import Notice

COLLECT_MS = 100  #: how often the garbage collector may look at what is new, on the GUI thread
_OLD_EVERY = 50  # looks from one at what is old to the next
_OLD_MAX = 250_000  # blocks of memory whose objects are gone through in one step, which takes some 20 ms


@dataclass(frozen=True, slots=True)
class Words:
    """What was said on the command line."""

    library: Path | None
    sample: bool
    screenshot: Path | None
    view: str
    scheme: str
    language: str
    size: tuple[int, int] | None
    new: bool = False
    as_json: bool = False


def main(argv: Sequence[str]) -> int:
    """Run the window; its exit code. With ``--screenshot`` it draws a file and ends."""
    words = parse(argv)
    if words.screenshot and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if lacks_display(os.environ, sys.platform):
        sys.stderr.write(
            "There is no display to open a window on. --screenshot FILE draws one; "
            "paper-explorer --help lists what works without.\n"
        )
        return 1
    file = settings_path()
    settings, complaint = _settings(file)
    if _is_shown_elsewhere(words, settings):
        return 0
    scale_texts(settings.text_size, os.environ)
    application = QApplication.instance() or QApplication(["paper-explorer"])
    application.setApplicationName("Paper Explorer")
    application.setApplicationVersion(__version__)
    application.setStyle("Fusion")
    install(application, words.language or settings.language)
    window = MainWindow(settings, file, words.scheme)
    net = SafetyNet(window)
    net.install()
    collector = Collector(window)
    collector.start()
    if complaint:
        window.notice_bar.show_notice(complaint)
    return _run(application, window, words)


def lacks_display(environment: Mapping[str, str], platform: str) -> bool:
    """Whether Qt would end the process because nobody said where windows go."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform.startswith("linux") and not any(environment.get(name) for name in named)


def _is_shown_elsewhere(words: Words, settings: Settings) -> bool:
    """Whether another window has the library open and came to the front for it."""
    if words.screenshot or words.sample or words.new:
        return False
    wanted = words.library or (Path(settings.recent[0]) if settings.recent else None)
    return wanted is not None and hand_over(wanted, words.view)


def _run(application: QApplication, window: MainWindow, words: Words) -> int:
    shot = Screenshot(window, words.screenshot) if words.screenshot else None
    if words.view:
        window.navigator.wish_for(words.view)
    window.restore() if words.size is None else window.resize(*words.size)
    if shot and words.size is None:
        window.resize(1440, 900)
    window.show()
    if shot is None:
        keeper = BackupKeeper(window.workspace)
        keeper.told.connect(window.notice_bar.show_notice)
        keeper.begin()
        FirstWindow(window)
    _open(window, words, Kept() if shot else window.session.begin())
    code = application.exec()
    if shot:
        window.close()
        if words.as_json and not (code or shot.exit_code):
            sys.stdout.write(json.dumps({"screenshot": str(words.screenshot)}, ensure_ascii=False) + "\n")
        return code or shot.exit_code
    return code


def _open(window: MainWindow, words: Words, kept: Kept) -> None:
    recent = window.settings.recent
    window.acts.files.samples.compares = not words.screenshot
    if words.sample:
        window.acts.files.open_sample()
    elif words.library is not None:
        if not words.view:
            window.session.wish_for(kept, words.library)
        window.acts.files.open_path(str(words.library))
    elif not words.view and window.session.come_back(kept):
        return
    elif not words.screenshot and recent and Path(recent[0]).is_file():
        window.acts.files.open_path(recent[0])


def _settings(file: Path) -> tuple[Settings, Notice | None]:
    try:
        return load_settings(file), None
    except ExplorerError as error:
        return Settings(), Notice(error.message, error.hint, failed=True)


def parse(argv: Sequence[str]) -> Words:
    """The words of the command line; wrong ones end the program with exit code 2."""
    parser = argparse.ArgumentParser("paper-explorer", description="Open the window.", allow_abbrev=False)
    parser.add_argument("library", nargs="?", type=Path, metavar="LIBRARY")
    parser.add_argument("--sample", action="store_true", help="open the sample library")
    parser.add_argument("--screenshot", type=Path, metavar="FILE", help="draw the window to a PNG and end")
    parser.add_argument(
        "--view", default="", metavar="JSON", help='for example {"center": "RAG", "depth": 2}'
    )
    parser.add_argument("--scheme", choices=("light", "dark"), default="")
    parser.add_argument("--language", choices=languages(), default="", help="of the interface")
    parser.add_argument("--size", type=_size, metavar="WxH", help="size of the window, 1440x900")
    parser.add_argument("--new", action="store_true", help="another window, also where one has it open")
    parser.add_argument("--json", action="store_true", help="with --screenshot: say so as JSON")
    parser.add_argument(
        "--quiet", action="store_true", help="as every verb takes it; the window tells nothing"
    )
    said = parser.parse_args(list(argv))
    look = (said.screenshot, said.view, said.scheme, said.language, said.size)
    return Words(said.library, said.sample, *look, said.new, said.json)


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if (
        not (width.isdigit() and height.isdigit())
        or not 0 < int(width) <= 10_000
        or not 0 < int(height) <= 10_000
    ):
        raise argparse.ArgumentTypeError("write it like 1440x900")
    return int(width), int(height)


class SafetyNet(QObject):
    """A bug goes into a report and is told in words; the window stays."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._is_telling = False

    def install(self) -> None:
        """Hear every exception that nobody caught: slots and paint events reach only this hook."""
        sys.excepthook = self._hear

    def _hear(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        sys.stderr.write(text)
        if self._is_telling:
            return
        self._is_telling = True
        try:
            self._tell(text)
        finally:
            self._is_telling = False

    def _tell(self, text: str) -> None:
        stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
        try:
            path = crash_report_path(stamp)
            path.write_text(f"Paper Explorer {__version__}\n{text}", encoding="utf-8", newline="\n")
            hint = self.tr("The report stands in {path}").format(path=path)
        except OSError as error:
            hint = self.tr("The report could not be written: {why}").format(why=error)
        words = self.tr("Something in the program failed; your library is as it was before.")
        self._window.notice_bar.show_notice(Notice(words, hint, failed=True))


class Collector(QObject):
    """Runs the garbage collector on the GUI thread only: on another it would destroy Qt objects there.

    It looks often, so that there is little to go through each time, however much an import makes meanwhile.
    Of old objects it goes through a limited number: where there are more (the plan of a large import), they
    are set aside for good. Those are freed as others are once nothing refers to them; only a ring among them
    would stay.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = 0
        self._set_aside = 0  # blocks of memory there were when all was left alone for good
        self._old = 0  # more than that, after the last time that they were gone through
        self._timer = QTimer(self)
        self._timer.setInterval(COLLECT_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Leave what is there now alone for good, and collect by the clock from now on."""
        gc.collect()
        self._leave_alone()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Let the interpreter collect again when it likes."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    @Slot()
    def collect(self) -> None:
        """One look: at what is new, and now and then at what is old."""
        self._looks += 1
        young, often = gc.get_count()[0], gc.get_threshold()[0]
        if young > often:
            gc.collect(1)
        if self._looks % _OLD_EVERY == 0:
            self._collect_old(often)

    def _collect_old(self, often: int) -> None:
        old = self._since()
        if old > _OLD_MAX:
            self._leave_alone()
        elif old > 1.25 * self._old + often:
            gc.collect(2)
            self._old = self._since()

    def _leave_alone(self) -> None:
        gc.freeze()
        self._set_aside, self._old = sys.getallocatedblocks(), 0

    def _since(self) -> int:
        """Blocks of memory that came since all was left alone.

        The objects themselves would be counted by ``gc.get_objects``, which holds all of them for a moment:
        a thread that is just making a tuple then fails with a SystemError.
        """
        return sys.getallocatedblocks() - self._set_aside
