"""Damaged libraries: only errors in words come out, what can be read is rescued, the file is kept.

``EXPLORER_DAMAGED`` sets how many are made.
"""

import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from explorer.cli import main
from explorer.errors import ExplorerError, LibraryDamaged
from explorer.ops.backups import look_into
from explorer.ops.library import ask, findings
from explorer.ops.rescuing import repair, rescue
from explorer.questions.overview import overview
from explorer.questions.search import search
from tests.libraries import WEEKS_EN, import_files, new_store

ROOT = Path(__file__).parents[3]
DAMAGED = int(os.environ.get("EXPLORER_DAMAGED", "12"))


#: somebody who may read, not write; what root may do is given away
GUEST = """
import encodings.idna, os, sys
from pathlib import Path
from explorer.errors import ExplorerError
from explorer.ops.rescuing import rescue
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    print("sound" if rescue(Path(sys.argv[1])).was_sound else "rescued")
except ExplorerError as error:
    print(error.message, error.hint)
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "whole.db"
    store = new_store(path)
    import_files(store, WEEKS_EN)
    store.close()
    return path


@pytest.fixture
def library(whole, tmp_path):
    return shutil.copy(whole, tmp_path / "mine.db")


def flip(content, chance):
    for _ in range(chance.randint(1, 60)):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)


def cut(content, chance):
    del content[chance.randrange(100, len(content)) :]


def empty_pages(content, chance):
    for _ in range(chance.randint(1, 6)):
        at = 4096 * chance.randrange(len(content) // 4096)
        content[at : at + 4096] = bytes(4096)


def spoil_magic(content, chance):
    content[:16] = bytes(chance.randrange(256) for _ in range(16))


KINDS = (flip, cut, empty_pages, spoil_magic)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(DAMAGED))
def test_of_a_damaged_library_only_words_come_out(library, seed):
    chance = random.Random(seed)
    content = bytearray(library.read_bytes())
    KINDS[seed % len(KINDS)](content, chance)
    library.write_bytes(content)
    for question in (lambda r: overview(r), lambda r: search(r, "model", 5)):
        try:
            ask(library, question)
        except ExplorerError as error:
            assert error.message and error.hint
    look_into(library)
    try:
        findings(library)
    except ExplorerError as error:
        assert error.message
    try:
        done = rescue(library, "2026-01-01T00:00:00+00:00")
    except ExplorerError as error:
        assert error.message and library.exists()
        return
    assert done.was_sound or (done.kept_rows >= 0 and done.aside.exists())
    assert not [f for f in findings(library) if "SQLite" in f.rule or "reference" in f.rule]


def test_an_unreadable_page_costs_its_rows_and_no_others(library):
    with closing(sqlite3.connect(library)) as connection:
        total = connection.execute("select count(*) from block").fetchone()[0]
        (page,) = connection.execute("select rootpage from sqlite_master where name = 'block'").fetchone()
    content = bytearray(library.read_bytes())
    kind = content[4096 * (page - 1)]
    assert kind == 5  # an interior page of a table: its last child is one leaf
    leaf = int.from_bytes(content[4096 * (page - 1) + 8 : 4096 * (page - 1) + 12], "big")
    content[4096 * (leaf - 1) : 4096 * leaf] = bytes(4096)
    library.write_bytes(content)
    before = library.read_bytes()
    done = rescue(library)
    assert done.aside.read_bytes() == before and not done.was_sound
    blocks = next(table for table in done.tables if table.table == "block")
    assert 0 < total - blocks.kept < total / 2
    papers = next(table for table in done.tables if table.table == "paper")
    assert papers.kept and not papers.lost


def test_a_spoiled_beginning_costs_nothing(library):
    before = look_into(library)
    library.write_bytes(b"x" * 16 + library.read_bytes()[16:])
    done = rescue(library)
    assert done.lost_rows == 0 and done.findings == ()
    assert look_into(library).papers == before.papers


def test_a_sound_library_is_called_sound_and_left_as_it_is(library, capsys):
    before = library.read_bytes()
    assert rescue(library).was_sound
    capsys.readouterr()
    assert main(["rescue", str(library)]) == 0
    assert "mine.db is sound; nothing was done to it" in capsys.readouterr().out
    assert main(["rescue", str(library), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["was_sound"] and said["aside"] is None and said["tables"] == []
    assert library.read_bytes() == before
    assert [path.name for path in library.parent.iterdir()] == ["mine.db"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs file permissions as POSIX has them")
@pytest.mark.parametrize("is_damaged", [False, True], ids=["sound", "damaged"])
@pytest.mark.parametrize("modes", [(0o444, 0o777), (0o644, 0o555)], ids=["file", "folder"])
def test_what_may_only_be_read_is_rescued_only_where_it_is_damaged(whole, modes, is_damaged):
    with tempfile.TemporaryDirectory() as name:  # a folder that others may enter
        library = Path(name) / "mine.db"
        shutil.copyfile(whole, library)
        if is_damaged:
            library.write_bytes(b"x" * 16 + whole.read_bytes()[16:])
        before = library.read_bytes()
        library.chmod(modes[0])
        library.parent.chmod(modes[1])
        try:
            words = [sys.executable, "-c", GUEST, str(library)]
            run = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
        finally:
            library.parent.chmod(0o700)
        is_folder = modes[1] == 0o555
        said = f"{name} cannot be written or opened. Check that the folder exists and may be written."
        assert run.stderr == ""
        assert run.stdout.strip() == ("sound" if not is_damaged else said if is_folder else "rescued")
        assert (library.read_bytes() == before) == (is_folder or not is_damaged)
        assert len(list(library.parent.iterdir())) == (2 if is_damaged and not is_folder else 1)


def test_of_a_damaged_library_of_an_older_version_no_copy_of_its_own_stays(whole, tmp_path):
    library = Path(shutil.copy(ROOT / "db" / "versions" / "m001_library.db", tmp_path / "old.db"))
    library.write_bytes(b"x" * 16 + library.read_bytes()[16:])
    done = rescue(library)
    assert {path.name for path in tmp_path.iterdir()} == {"old.db", done.aside.name}


def test_a_library_whose_full_text_forgot_its_rows_is_not_called_sound(library, capsys):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("insert into node_fts (node_fts) values ('delete-all')")
    assert main(["rescue", str(library), "--json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert not said["was_sound"] and said["findings"] == []
    assert ask(library, search, "model", 5).hits


def test_a_node_of_no_known_kind_is_damage_and_costs_that_node_alone(library):
    with closing(sqlite3.connect(library)) as connection, connection:
        total = connection.execute("select count(*) from node").fetchone()[0]
        connection.execute("insert into node (kind, key, name) values (13, 'strange', 'Strange')")
    with pytest.raises(LibraryDamaged):
        ask(library, overview)
    assert not rescue(library).was_sound
    assert ask(library, lambda reader: reader.value("select count(*) from node")) == total


def test_a_library_of_a_newer_version_is_not_rescued_of_what_it_has_more(library, capsys):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at)"
            " select migration_set, 'm999_more', applied_at from _sqlite_migrations limit 1"
        )
    before = library.read_bytes()
    assert main(["rescue", str(library)]) == 5
    assert library.read_bytes() == before


def test_where_nothing_can_be_read_the_file_stays(library):
    library.write_bytes(b"nothing" * 3000)
    with pytest.raises(LibraryDamaged):
        rescue(library)
    assert library.read_bytes() == b"nothing" * 3000
    assert [path.name for path in library.parent.iterdir()] == ["mine.db"]


def test_a_repair_writes_derived_rows_again_and_removes_orphans(library, capsys):
    with closing(sqlite3.connect(library)) as connection, connection:
        edges = connection.execute("select count(*) from edge").fetchone()[0]
        connection.execute("delete from edge")
        connection.execute("insert into node_fts (node_fts) values ('delete-all')")
        connection.execute("insert into note (node, text, at) values (999999, 'lost', '')")
    assert main(["check", str(library)]) == 1
    done = repair(library)
    assert done.removed == {"note": 1} and done.findings == () and done.backup.exists()
    assert ask(library, lambda reader: reader.value("select count(*) from edge")) == edges
    assert ask(library, search, "model", 5).hits
    capsys.readouterr()
    assert main(["check", str(library), "--repair"]) == 0
    assert "Before the repair" in capsys.readouterr().err
