"""The command line of the window: pictures, exit codes, words on standard error."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from explorer.render.theme import theme
from tests.unit.render.test_painter import agree_within_a_shade

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture
def start(tmp_path):
    """Runs the program in a home of its own."""
    home = tmp_path / "home"
    home.mkdir()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("XDG_")}
    environment |= {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}

    def run(*words):
        command = [sys.executable, "-W", "error", "-m", "explorer", *map(str, words)]
        return subprocess.run(
            command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    return run


def test_a_picture_of_a_library_is_drawn_in_the_size_and_scheme_asked_for(start, library, tmp_path):
    out = tmp_path / "window.png"
    view = json.dumps({"center": "RAG", "depth": 2})
    done = start(library, "--screenshot", out, "--view", view, "--scheme", "dark", "--size", "1100x700")
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
    image = QImage(str(out))
    assert (image.width(), image.height()) == (1100, 700)
    assert image.pixelColor(4, 4).name() == theme("dark").panel
    colours = {image.pixelColor(x, y).name() for x in range(300, 800, 3) for y in range(60, 600, 3)}
    assert theme("dark").canvas in colours and len(colours) > 20
    assert [path.name for path in tmp_path.glob("*.part")] == []


def test_two_pictures_of_one_view_are_the_same(start, library, tmp_path):
    for name in ("a.png", "b.png"):
        assert (
            start(shutil.copy(library, tmp_path / "same.db"), "--screenshot", tmp_path / name).returncode == 0
        )
    assert agree_within_a_shade(QImage(str(tmp_path / "a.png")), QImage(str(tmp_path / "b.png")))


def test_without_a_library_the_cards_are_drawn(start, tmp_path):
    assert start("--screenshot", tmp_path / "first.png").returncode == 0
    assert (tmp_path / "first.png").stat().st_size > 5_000


@pytest.mark.parametrize(
    ("words", "said", "code"),
    [
        (["nowhere.db"], "nowhere.db", 1),
        (["library.db", "--view", '{"center": "No such method"}'], "No such method", 1),
        (["library.db", "--view", "{"], "JSON", 2),
    ],
)
def test_what_goes_wrong_is_said_on_standard_error(start, library, tmp_path, words, said, code):
    done = start(*words, "--screenshot", tmp_path / "x.png")
    assert done.returncode == code and done.stdout == ""
    assert said in done.stderr and "Traceback" not in done.stderr
    assert not (tmp_path / "x.png").exists()


def test_a_picture_that_cannot_be_written_is_an_error(start, library, tmp_path):
    done = start(library, "--screenshot", tmp_path / "no" / "folder" / "x.png")
    assert done.returncode == 1 and "x.png" in done.stderr and "Traceback" not in done.stderr


def test_heavy_libraries_stay_out_of_the_window(start, library, tmp_path):
    code = (
        "import sys; from explorer.ui import app; "
        f"code = app.main([{str(library)!r}, '--screenshot', {str(tmp_path / 'x.png')!r}]); "
        "bad = {'torch', 'sentence_transformers', 'openvino', 'openTSNE', 'pyvis'} & set(sys.modules); "
        "sys.exit(f'{code} {bad}' if code or bad else 0)"
    )
    environment = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
