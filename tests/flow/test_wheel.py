"""The built wheel works alone: installed in a new environment, started from elsewhere."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

from explorer import __version__

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    run_in(ROOT, *build)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def environment(wheel, tmp_path_factory) -> Path:
    """Folder of the programs of a new environment that holds the wheel.

    What the wheel depends on is lent by the running environment, so that
    nothing is downloaded. Its path comes last: our own code would be found in
    the new environment first, and the checkout is not on the lent path.
    """
    folder = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(folder, with_pip=False, symlinks=os.name != "nt")
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = [sys.executable, "-m", "pip", "--python", programs / "python", "--disable-pip-version-check"]
    run_in(folder, *pip, "install", "--quiet", "--no-deps", "--no-index", wheel)
    packages = run_in(
        folder, programs / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"
    )
    lent = Path(packages.strip(), "lent.pth")
    lent.write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return programs


def run_in(folder: Path, *command: str | Path) -> str:
    """Standard output of a command that must succeed, run without the checkout on its path."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    run = subprocess.run(command, cwd=folder, env=kept, capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{command}\n{run.stdout}\n{run.stderr}"
    return run.stdout


def test_the_wheel_carries_the_database_seeds_and_the_resources(wheel):
    inside = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("db", "resources"):
        for path in (ROOT / folder).rglob("*"):
            name = path.relative_to(ROOT).as_posix()
            if path.is_file() and "__pycache__" not in name and not name.startswith("resources/screenshots/"):
                assert f"explorer/{name}" in inside
    assert "explorer/db/README.md" in inside
    assert any(name.startswith("explorer/resources/sample/") for name in inside)
    assert not [name for name in inside if name.startswith(("tests/", "db/", "resources/"))]


def test_the_installed_program_tells_its_version_from_its_own_code(environment, tmp_path):
    assert run_in(tmp_path, environment / "paper-explorer", "--version") == f"paper-explorer {__version__}\n"
    place = run_in(tmp_path, environment / "python", "-c", "import explorer; print(explorer.__file__)")
    assert Path(place.strip()).is_relative_to(environment.parent)


def test_the_installed_program_draws_its_window_on_the_sample_library(environment, tmp_path):
    run_in(tmp_path, environment / "paper-explorer", "--sample", "--screenshot", "window.png")
    picture = (tmp_path / "window.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 20_000, "an empty window compresses to less than this"
