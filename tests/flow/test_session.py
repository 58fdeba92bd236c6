"""The window comes back as it was: after a restart, after it was killed, and past a damaged file."""

import json
import subprocess
import sys

from explorer.settings import Settings
from explorer.ui.session_file import Kept, read_session, session_path, write_session
from tests.flow.last_session import told


def test_a_window_that_was_killed_comes_back_as_it_was(make_window, library, settle, tmp_path):
    config = tmp_path / "config"
    child = subprocess.Popen(
        [sys.executable, "-m", "tests.flow.last_session", str(config), str(library)], stdout=subprocess.PIPE
    )
    try:
        before = json.loads(child.stdout.readline())
    finally:
        child.kill()  # SIGKILL: nothing is tidied up
        child.wait()
        child.stdout.close()
    assert before["depth"] == 2 and not before["left"] and before["pinned"]
    window = make_window(Settings(motion="off"))
    kept = window.session.begin()
    assert window.session.come_back(kept)
    settle(window)
    assert told(window) == before
    assert not [part for part in config.iterdir() if part.name.startswith(".session")]


def test_a_window_that_was_closed_comes_back_as_it_was(make_window, library, settle):
    first = make_window(Settings(motion="off"))
    first.session.begin()
    first.workspace.open(library)
    settle(first)
    first.navigator.set_layout("radial")
    settle(first)
    first.canvas.set_camera(first.canvas.camera.zoomed(2.0, 10, 10))
    before = told(first)
    first.close()
    second = make_window(Settings(motion="off"))
    assert second.session.come_back(second.session.begin())
    settle(second)
    assert told(second) == before and before["layout"] == "radial"


def test_a_damaged_session_is_told_of_and_left_behind(make_window, library, settle):
    window = make_window()
    path = session_path(window.settings_file)
    path.parent.mkdir(parents=True, exist_ok=True)
    for text in (
        "{",
        '{"version": 99}',
        "[1]",
        '{"version": 1, "sizes": ["a"]}',
        '{"version": 1, "left": 3}',
    ):
        path.write_text(text, encoding="utf-8")
        assert read_session(path)[0] == Kept() and read_session(path)[1]
    assert window.session.begin() == Kept()
    assert "starts anew" in window.notice_bar.words
    window.workspace.open(library)
    settle(window)
    assert window.navigator.scene is not None


def test_a_session_of_a_view_that_is_gone_opens_the_library_as_usual(make_window, library, settle):
    window = make_window()
    path = session_path(window.settings_file)
    assert write_session(path, Kept(str(library.absolute()), '{"centers": [999999]}'))
    assert window.session.come_back(window.session.begin())
    settle(window)
    assert len(window.navigator.scene.view.ids) > 1


def test_a_session_of_a_library_that_is_gone_opens_nothing(make_window, tmp_path):
    window = make_window()
    write_session(session_path(window.settings_file), Kept(str(tmp_path / "gone.db"), "{}"))
    assert not window.session.come_back(window.session.begin())


def test_a_session_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not write_session(tmp_path / "file" / "session.json", Kept())
