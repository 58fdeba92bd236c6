"""Two processes that write, a full disk, a folder that cannot be written: in words, and nothing half-written.

``EXPLORER_FULL`` sets at how many points the disk is full, ``EXPLORER_WRITES`` how often each process writes.
"""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from explorer.errors import ExplorerError
from explorer.ops import tagging
from explorer.ops.backups import look_into
from explorer.ops.importing import apply
from explorer.ops.library import ask, findings
from explorer.questions.dump import dump
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

#: somebody who may read, not write; what root may do is given away
GUEST = """
import json, os, sys
from pathlib import Path
from explorer.errors import ExplorerError
from explorer.ops import history, notes, tagging
from explorer.ops.session import Session
import explorer.ops.backups, explorer.questions.dump, encodings.idna
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
library = Path(sys.argv[1])
session, refused = Session(library, create=False), []
paper = session.read(lambda reader: reader.value("select min(id) from paper")).result()
for act in (
    lambda store: tagging.tag(store, "x", [paper]),
    lambda store: notes.note(store, paper, "x"),
    lambda store: history.undo(store),
):
    try:
        session.write(act).result()
    except ExplorerError as error:
        refused.append([error.message, error.hint])
papers = session.read(lambda reader: reader.value("select count(*) from paper")).result()
read_only = session.is_read_only
session.close()
print(json.dumps({"read_only": read_only, "papers": papers, "refused": refused}))
"""


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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs file permissions as POSIX has them")
@pytest.mark.parametrize("file_mode", [0o444, 0o666], ids=["file and folder", "folder"])
def test_a_library_that_may_only_be_read_says_so_and_stays(file_mode):
    with tempfile.TemporaryDirectory() as name:  # a folder that others may enter
        library = Path(name) / "mine.db"
        store = new_store(library)
        import_files(store, WEEKS_EN)
        papers = store.reader.value("select count(*) from paper")
        store.close()
        before = {path.name: path.read_bytes() for path in library.parent.iterdir()}
        library.chmod(file_mode)
        library.parent.chmod(0o555)
        try:
            words = [sys.executable, "-c", GUEST, str(library)]
            run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
        finally:
            library.parent.chmod(0o700)
        assert run.stderr == ""
        said = json.loads(run.stdout)
        assert said["read_only"] and said["papers"] == papers
        assert len(said["refused"]) == 3
        for message, hint in said["refused"]:
            assert "cannot be written" in message and "may be written" in hint
        assert {path.name: path.read_bytes() for path in library.parent.iterdir()} == before


@pytest.mark.parametrize(
    "look", [look_into, findings, lambda path: ask(path, dump)], ids=["held", "check", "ask"]
)
def test_what_a_program_left_half_written_is_taken_back_by_whoever_looks_first(library, tmp_path, look):
    before, left = ask(library, dump), tmp_path / "left.db"
    with closing(sqlite3.connect(library, isolation_level=None)) as killed:
        killed.execute("pragma cache_size = 1")  # so that pages are written before the commit
        killed.execute("begin")
        killed.execute("update block set text = upper(text) || hex(randomblob(3000))")
        for end in ("", "-journal"):  # as they lie on the disk at this moment
            shutil.copy(f"{library}{end}", f"{left}{end}")
        killed.execute("rollback")
    assert left.read_bytes() != library.read_bytes()
    assert look(left) is not None
    assert ask(left, dump) == before and findings(left) == []


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
