"""What is shown stays where it is when papers are added, and comes back after a crash at work."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from explorer.ops.importing import Wish
from explorer.ops.library import ask, findings, import_into, make
from explorer.questions.lookup import find_node
from explorer.settings import Settings
from explorer.ui.dialogs.import_sheet import ImportSheet
from tests.flow.intake_hand import is_listed, say_import
from tests.flow.last_session import told
from tests.flow.material import week

WEEKS, ROWS = 110, 10
METHODS = (
    "LoRA",
    "RLHF",
    "DPO",
    "RAG",
    "Mamba",
    "Mixture of Experts",
    "FlashAttention",
    "PPO",
    "CLIP",
    "KTO",
)

SMALL = ("force", "timeline", "lanes", "radial")

pytestmark = pytest.mark.slow


def rows_of(number: int) -> tuple[tuple[str, str, str], ...]:
    """Ten rows of a digest's week, each with a method of its own."""
    out = []
    for row in range(ROWS):
        paper = number * ROWS + row
        one, other = METHODS[paper % 10], METHODS[(paper * 3 + 1) % 10]
        said = f"proposes Harbour-{paper}, which builds on {one} and outperforms {other} by {row} points."
        out.append((f"Harbour-{paper}: {one} for Boats of Class {paper}", said, f"2403.{10000 + paper}"))
    return tuple(out)


@pytest.fixture(scope="module")
def large(tmp_path_factory) -> Path:
    """A library of 1,100 papers and as many methods, with similarities."""
    folder = tmp_path_factory.mktemp("large")
    days = (
        f"{month} {day} - {month} {day + 2}"
        for month in ("March", "May", "July", "August")
        for day in range(1, 29)
    )
    weeks = [week(days_, rows_of(number)) for number, days_ in zip(range(WEEKS), days, strict=False)]
    (folder / "weeks.md").write_text("\n".join(weeks), encoding="utf-8")
    library = folder / "large.db"
    make(library)
    import_into(library, Wish((str(folder / "weeks.md"),)))
    subprocess.run(
        [sys.executable, "-m", "explorer", "embed", str(library), "--engine", "lexical", "--quiet"],
        check=True,
    )
    return library


@pytest.fixture
def copied(large, tmp_path) -> Path:
    library = tmp_path / "copy.db"
    library.write_bytes(large.read_bytes())  # nobody has it open
    return library


def positions(window) -> dict[int, tuple[float, float]]:
    scene = window.canvas.scene
    return dict(zip(scene.view.ids.tolist(), map(tuple, scene.pos.tolist()), strict=True))


@pytest.mark.parametrize("layout", ["force", "map"])
def test_a_digest_of_ten_papers_moves_no_node_of_a_view_of_two_thousand(
    layout, make_window, copied, settle, tmp_path, qtbot
):
    window = make_window(Settings(motion="off", engine="lexical"))
    window.workspace.open(copied)
    settle(window)
    state = window.navigator.state
    whole = replace(state, query=replace(state.query.around(), limit=2_100), layout=layout, places=None)
    window.navigator.visit(whole)
    qtbot.waitUntil(lambda: not window.workspace.is_busy, timeout=120_000)
    settle(window)
    before, camera = positions(window), window.canvas.camera
    assert len(before) >= 2_000 and window.navigator.state.layout == layout
    digest = tmp_path / "new.md"
    digest.write_text(week("December 2 - December 8", rows_of(WEEKS)), encoding="utf-8")
    window.acts.files.import_words((str(digest),))
    qtbot.waitUntil(lambda: is_listed(window), timeout=20_000)
    say_import(window)
    qtbot.waitUntil(lambda: window.findChild(ImportSheet) is not None, timeout=20_000)
    window.findChild(ImportSheet).accept.click()
    settle(window)
    window.acts.views.show_more()  # the new ones stand behind the old ones in a full view
    qtbot.waitUntil(lambda: not window.workspace.is_busy, timeout=120_000)
    settle(window)
    after = positions(window)
    assert len(after) > len(before)
    assert {node: after[node] for node in before} == before
    assert np.isfinite(np.array(list(after.values()))).all()
    assert window.workspace.path == copied and camera.width == window.canvas.camera.width


VIEWS = {
    "large": {"limit": 1_000},
    "map": {"limit": 600, "layout": "map"},
    **{key: {"limit": 40, "layout": key} for key in SMALL},
}
EXPORTS = """
import json, sys
from explorer.__main__ import main
library, folder, views = sys.argv[1:]
for name, view in json.loads(views).items():
    main(["export", library, f"{folder}/{name}.svg", "--view", json.dumps(view), "--quiet"])
"""


@pytest.fixture(scope="module")
def written_twice(large, tmp_path_factory) -> tuple[Path, Path]:
    """Folders of the same drawings, each written by a process with chance and threads of its own."""
    folders = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("two")
    for folder, seed in zip(folders, ("1", "7732"), strict=True):
        environment = os.environ | {"PYTHONHASHSEED": seed, "OMP_NUM_THREADS": seed[-1]}
        words = [sys.executable, "-c", EXPORTS, str(large), str(folder), json.dumps(VIEWS)]
        subprocess.run(words, check=True, env=environment, stdout=subprocess.DEVNULL)
    return folders


@pytest.mark.parametrize("name", VIEWS)
def test_two_processes_write_the_same_svg(name, written_twice):
    one, two = ((folder / f"{name}.svg").read_bytes() for folder in written_twice)
    assert one == two
    names = list(ET.fromstring(one).iter("{http://www.w3.org/2000/svg}title"))
    assert len(names) > min(VIEWS[name]["limit"], 1_000) / 2


@pytest.mark.parametrize("moment", ["moving", "importing", "saving"])
def test_a_window_that_is_killed_at_work_comes_back_with_a_sound_library(
    moment, make_window, library, digest, settle, tmp_path
):
    config = tmp_path / "config"
    words = [
        sys.executable,
        "-m",
        "tests.flow.killed_at_work",
        str(config),
        str(library),
        moment,
        str(digest),
    ]
    child = subprocess.Popen(words, stdout=subprocess.PIPE)
    try:
        before = json.loads(child.stdout.readline())
        child.stdout.readline()  # in the middle of it
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
    assert findings(library) == []
    window = make_window(Settings(motion="off"))
    assert window.session.come_back(window.session.begin())
    settle(window)
    after = told(window)
    known = dict(zip(before["ids"], before["pos"], strict=True))
    moved = dict(zip(after["ids"], after["pos"], strict=True))
    assert {node: moved[node] for node in known if node not in before["pinned"]} == {
        node: place for node, place in known.items() if node not in before["pinned"]
    }
    for key in ("camera", "selection", "pinned", "depth", "layout"):
        assert after[key] == before[key], key
    assert not [part for part in config.iterdir() if part.name.startswith(".session") and moment != "saving"]
    papers = len(ask(library, lambda reader: reader.rows("select 1 from paper")))
    assert papers in (4, 7)  # all of the digest or none of it
    assert ask(library, find_node, "RAG")
