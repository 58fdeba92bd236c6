"""A second start on an open library shows the window that has it."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from explorer.settings import Settings
from explorer.ui import app, second_start
from explorer.ui.second_start import FirstWindow, hand_over, server_name

ROOT = Path(__file__).parents[2]
SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from explorer.ui.second_start import hand_over
application = QCoreApplication(["second"])
sys.exit(0 if hand_over(Path(sys.argv[1]), sys.argv[2]) else 7)
"""


@pytest.fixture(autouse=True)
def own_config(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config_home"))


def second(library, view=""):
    return subprocess.Popen([sys.executable, "-c", SECOND, str(library), view], cwd=ROOT)


def test_a_second_start_brings_the_first_window_with_the_view(make_window, library, settle, qtbot):
    window = make_window()
    FirstWindow(window)
    window.workspace.open(library)
    settle(window)
    child = second(library, '{"center": "RAG", "depth": 2}')
    qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
    settle(window)
    assert child.returncode == 0
    assert window.workspace.path == library
    assert window.navigator.state.query.depth == 2


def test_another_library_gets_a_window_of_its_own(make_window, library, settle, qtbot, tmp_path):
    window = make_window()
    FirstWindow(window)
    window.workspace.open(library)
    settle(window)
    assert not hand_over(tmp_path / "other.db", "")


def test_a_socket_that_a_crash_left_behind_is_no_window(make_window, library, settle, qtbot):
    name = server_name(library)
    code = (
        "import os, sys; from PySide6.QtCore import QCoreApplication as A; from PySide6.QtNetwork import *;"
        "a = A([]); s = QLocalServer(); s.listen(sys.argv[1]); os._exit(0)"
    )
    subprocess.run([sys.executable, "-c", code, name], check=True)
    assert not hand_over(library, "")
    window = make_window()
    FirstWindow(window)
    window.workspace.open(library)
    settle(window)
    child = second(library)
    qtbot.waitUntil(lambda: child.poll() is not None, timeout=20_000)
    assert child.returncode == 0


def test_what_is_no_message_of_ours_changes_nothing(window, library, settle, qtbot):
    first = FirstWindow(window)
    first._listen(library)
    socket = QLocalSocket()
    socket.connectToServer(server_name(library))
    assert socket.waitForConnected(1000)
    socket.write(b"\xff not json\n")
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.UnconnectedState)
    assert window.workspace.path == library


def test_a_window_that_does_not_answer_is_not_waited_for(library, monkeypatch, qapp):
    monkeypatch.setattr(second_start, "ANSWER_MS", 50)
    server = QLocalServer()
    assert server.listen(server_name(library))
    assert not hand_over(library, "")
    server.close()


def test_pictures_the_sample_and_new_never_ask_for_another_window(monkeypatch, library):
    monkeypatch.setattr(app, "hand_over", lambda path, view: True)
    settings = Settings(recent=(str(library),))
    for words in (["--new"], ["--screenshot", "x.png"], ["--sample"]):
        assert not app._is_shown_elsewhere(app.parse(words), settings)
    assert app._is_shown_elsewhere(app.parse([]), settings)
    assert not app._is_shown_elsewhere(app.parse([]), Settings())
