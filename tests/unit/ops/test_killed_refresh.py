"""A reading killed at any moment leaves a sound library; the next one brings what it would have brought."""

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from explorer.ops import following
from explorer.ops.importing import Wish
from explorer.ops.library import ask, change, findings, import_into, make, with_session
from explorer.questions.dump import dump
from explorer.store.followed import followed_sources
from tests.kills import KILLS, PATIENCE_S, ROOT, kill_after
from tests.libraries import digest

OLD = [(f"Harbour {i}: Boats", f"Harbour-{i} builds on LoRA.", f"2403.{10000 + i}") for i in range(40)]
NEW = [(f"Lantern {i}: Lights", f"Lantern-{i} outperforms DPO.", f"2404.{10000 + i}") for i in range(40)]

pytestmark = pytest.mark.slow


@pytest.fixture
def grown(tmp_path):
    """A library that follows two files which have grown since they were read."""
    library = tmp_path / "followed.db"
    files = [tmp_path / "a.md", tmp_path / "b.md"]
    for file, days in zip(files, ("May 6 - May 12", "May 13 - May 19"), strict=True):
        file.write_text(digest(days, OLD), encoding="utf-8")
    make(library)
    import_into(library, Wish(tuple(map(str, files))))
    change(library, following.follow, tuple(map(str, files)))
    for file, days in zip(files, ("May 6 - May 12", "May 13 - May 19"), strict=True):
        file.write_text(digest(days, [*OLD, *NEW]), encoding="utf-8")
    return library


def said(library):
    """What the library holds, but for the order in which rows came."""
    graph = ask(library, dump)
    papers = sorted((p["title"], p["arxiv_id"], len(p["appearances"])) for p in graph["papers"])
    return json.dumps([papers, sorted(c["name"] for c in graph["concepts"]), len(graph["documents"])])


def start(library):
    words = [sys.executable, "-m", "explorer", "refresh", str(library), "--quiet"]
    return subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def test_a_killed_reading_leaves_a_sound_library_and_the_next_one_ends_it(grown, tmp_path):
    whole = Path(shutil.copy(grown, tmp_path / "whole.db"))
    began = time.monotonic()
    start(whole).communicate(timeout=PATIENCE_S)
    lasts, expected = time.monotonic() - began, said(whole)
    chance, hit = random.Random(7), 0
    for number in range(KILLS):
        library = Path(shutil.copy(grown, tmp_path / f"{number}.db"))
        process = start(library)
        kill_after(process, chance.uniform(0.3, 0.95) * lasts)
        process.stderr.close()
        hit += process.returncode != 0
        assert findings(library) == []
        assert not with_session(library, following.refresh).failed
        assert findings(library) == [] and said(library) == expected
        assert {one.last.outcome for one in ask(library, followed_sources)} <= {"new", "unchanged"}
    assert hit
