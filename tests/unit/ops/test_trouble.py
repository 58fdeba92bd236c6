"""Two processes that write, a full disk, a folder that cannot be written: in words, and nothing half-written.

``EXPLORER_FULL`` sets at how many points the disk is full, ``EXPLORER_WRITES`` how often each process writes.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from explorer.errors import ExplorerError
from explorer.ops import tagging
from explorer.ops.importing import apply
from explorer.ops.library import ask, findings
from explorer.store import Store
from tests.libraries import RECORDS, WEEKS_EN, graph_of, import_files, new_store, plan_files

ROOT = Path(__file__).parents[3]
FULL = int(os.environ.get("EXPLORER_FULL", "10"))
WRITES = int(os.environ.get("EXPLORER_WRITES", "60"))
WRITER = """
import sys
from pathlib import Path
from explorer.ops import tagging
from explorer.store import Store
store = Store(Path(sys.argv[1]), create=False)
node = store.reader.value("select min(id) from paper")
for number in range(int(sys.argv[3])):
    tagging.tag(store, f"{sys.argv[2]} {number}", [node])
    print(number, flush=True)
store.close()
"""


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "mine.db"
    store = new_store(path)
    import_files(store, WEEKS_EN)
    store.close()
    return path


@pytest.mark.slow
def test_two_processes_that_write_lose_nothing_that_was_acknowledged(library):
    both = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(library), name, str(WRITES)],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in ("one", "two")
    ]
    said = [process.communicate(timeout=500) for process in both]
    assert [err for _, err in said] == ["", ""]
    assert [len(out.split()) for out, _ in said] == [WRITES, WRITES]
    assert ask(library, lambda reader: reader.value("select count(*) from tag")) == 2 * WRITES
    assert findings(library) == []


@pytest.mark.slow
def test_a_disk_that_is_full_at_any_point_leaves_the_library_as_it_was(library, tmp_path):
    with closing(sqlite3.connect(library)) as connection:
        pages = connection.execute("pragma page_count").fetchone()[0]
    store = Store(library)
    before, plan = graph_of(store), plan_files(store, RECORDS)
    store.close()
    failed = 0
    for point in range(FULL):
        copy = Path(shutil.copy(library, tmp_path / "copy.db"))
        store = Store(copy)
        store.execute(f"pragma max_page_count = {pages + point * 40 // FULL}")
        try:
            apply(store, plan, "2026-01-01T00:00:00+00:00")
        except ExplorerError as error:
            assert "disk is full" in error.message and error.hint
            failed += 1
            assert graph_of(store) == before
        store.execute("pragma max_page_count = 1000000")
        tagging.tag(store, "goes on", [store.reader.value("select min(id) from paper")])
        store.close()
        assert findings(copy) == []
    assert failed


def test_a_library_that_may_only_be_read_says_so_and_stays(library):
    if os.geteuid() == 0:
        pytest.skip("root may write everything")
    before = library.read_bytes()
    library.chmod(0o400)
    library.parent.chmod(0o500)
    try:
        with pytest.raises(ExplorerError, match="cannot be written"):
            store = Store(library)
            try:
                tagging.tag(store, "x", [store.reader.value("select min(id) from paper")])
            finally:
                store.close()
        assert ask(library, lambda reader: reader.value("select count(*) from paper"))
    finally:
        library.parent.chmod(0o700)
        library.chmod(0o600)
    assert library.read_bytes() == before


OPENER = """
import sys
from pathlib import Path
from explorer.store import Store
print("ready", flush=True)
sys.stdin.readline()
Store(Path(sys.argv[1]), today="2026-01-01").close()
"""


def test_programs_that_open_an_old_library_at_once_bring_it_up_to_date_one_after_the_other(tmp_path):
    library = Path(shutil.copy(ROOT / "db" / "versions" / "m001_library.db", tmp_path / "old.db"))
    words = [sys.executable, "-c", OPENER, str(library)]
    pipe = subprocess.PIPE
    programs = [
        subprocess.Popen(words, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(3)
    ]
    assert [program.stdout.readline() for program in programs] == ["ready\n"] * 3
    for program in programs:
        program.stdin.write("go\n")
        program.stdin.flush()
    assert [program.communicate(timeout=60)[1] for program in programs] == ["", "", ""]
    assert findings(library) == []
    assert len(list(tmp_path.glob("*.before-*.db"))) == 1
