"""A real window on a real library; every test gets its own copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QPalette, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.ops.importing import Wish
from explorer.ops.library import import_into, make
from explorer.settings import Settings
from explorer.ui.acts import files
from explorer.ui.main_window import MainWindow
from tests.flow import material
from tests.flow.strays import Watch

PATIENCE_MS = 20_000


@pytest.fixture(autouse=True)
def no_key_is_held(qapp) -> Iterator[None]:
    """Qt remembers the modifiers of the last key click: with Ctrl "held", a row is toggled, not chosen."""
    yield
    QTest.keyClick(QWindow(), Qt.Key.Key_F35)


@pytest.fixture
def strays(qapp) -> Iterator[list[str]]:
    """Classes of the widgets that became windows."""
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch.seen
    qapp.removeEventFilter(watch)


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A library that nobody writes to."""
    folder = tmp_path_factory.mktemp("built")
    (folder / "first.md").write_text(material.FIRST, encoding="utf-8")
    library = folder / "built.db"
    make(library)
    report = import_into(library, Wish((str(folder / "first.md"),)))
    assert not report.failed and report.documents[0].found.papers == 4
    return library


@pytest.fixture
def library(built, tmp_path) -> Path:
    """A copy to write to."""
    return Path(shutil.copy(built, tmp_path / "library.db"))


@pytest.fixture
def digest(tmp_path) -> Path:
    """A file that the library does not know."""
    path = tmp_path / "second.md"
    path.write_text(material.SECOND, encoding="utf-8")
    return path


@pytest.fixture
def make_window(qtbot, tmp_path, monkeypatch) -> Iterator[Callable[..., MainWindow]]:
    """Makes windows that keep nothing outside the test's folder, and clears them away."""
    monkeypatch.setattr(files, "new_library_path", lambda: tmp_path / "own.db")
    monkeypatch.setattr(files, "sample_path", lambda: tmp_path / "sample.db")
    application = QApplication.instance()
    application.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    font = application.font()
    windows: list[MainWindow] = []

    def make_one(settings: Settings | None = None, scheme: str = "light") -> MainWindow:
        window = MainWindow(settings or Settings(), tmp_path / "config" / "settings.toml", scheme)
        window.resize(1200, 800)
        windows.append(window)
        window.show()
        qtbot.waitExposed(window)
        return window

    make_one.forget = windows.clear
    yield make_one
    for window in windows:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.setStyleSheet("")
    application.setPalette(QPalette())
    application.setFont(font)


@pytest.fixture
def settle(qtbot) -> Callable[[MainWindow], None]:
    """Waits until a window has every answer that it asked for, twice in a row."""

    def wait(window: MainWindow) -> None:
        for _ in range(2):
            qtbot.waitUntil(lambda: not window.workspace.is_busy, timeout=PATIENCE_MS)
            QApplication.processEvents()
        qtbot.waitUntil(lambda: not window.workspace.is_busy, timeout=PATIENCE_MS)

    return wait


@pytest.fixture
def window(make_window, library, settle) -> MainWindow:
    """A window with the library open and its first view shown."""
    made = make_window()
    made.workspace.open(library)
    settle(made)
    assert made.navigator.scene is not None
    made.activateWindow()
    made.canvas.setFocus()
    return made


@pytest.fixture
def press(qtbot, settle, window) -> Callable[..., None]:
    """Presses a key where the keyboard is, and waits for what follows."""

    def on(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)
        settle(window)

    return on
