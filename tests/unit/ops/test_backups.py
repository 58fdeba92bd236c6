"""Backups are made in steps, verified, thinned out, listed and put back; nothing that was there is lost."""

import os
import sqlite3
import threading
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta

import pytest

from explorer.cli import main
from explorer.errors import BackupPostponed, Cancelled, ExplorerError, LibraryDamaged, NotFound
from explorer.ops import tagging
from explorer.ops.backups import backup_folder, backups_of, find_backup, restore, save_copy
from explorer.ops.library import ask, findings
from explorer.store import Store, backup
from explorer.store.backup import back_up, look_into, put_back, verify
from explorer.store.retention import worth_keeping
from tests.libraries import graph_of

DAY = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setattr("explorer.ops.backups.user_data_path", lambda name: tmp_path / "data" / name)


def tag_all(path, name):
    store = Store(path)
    nodes = [row[0] for row in store.reader.rows("select id from paper order by id limit 3")]
    tagging.tag(store, name, nodes)
    store.close()


def all_of(path):
    store = Store(path)
    graph = graph_of(store)
    store.close()
    return graph


def test_a_backup_comes_only_after_a_change_and_is_verified(library):
    first = save_copy(library, at="2026-03-01T09:00:00+00:00")
    assert first.made and first.made.parent == backup_folder(library)
    verify(first.made)
    assert save_copy(library).made is None
    tag_all(library, "long context")
    second = save_copy(library, at="2026-03-02T09:00:00+00:00")
    assert look_into(second.made).tags == 1 and look_into(first.made).tags == 0
    assert not list(backup_folder(library).glob("*.partial*"))


def test_old_backups_are_thinned_out_and_other_files_left(library):
    folder = backup_folder(library)
    times = [DAY + timedelta(hours=9 * n) for n in range(150)]
    for number, at in enumerate(times):
        if number % 30 == 0:
            tag_all(library, f"tag {number}")
            save_copy(library, at=at.isoformat())
        else:
            (folder / f"{at:%Y-%m-%dT%H-%M-%SZ}.db").write_bytes(b"older")
    (folder / "my own Z.db").write_bytes(b"mine")
    tag_all(library, "the last")
    done = save_copy(library, at=(times[-1] + timedelta(hours=1)).isoformat())
    left = {path.name for path in folder.iterdir()}
    expected = worth_keeping([*times, times[-1] + timedelta(hours=1)])
    assert left == {f"{at:%Y-%m-%dT%H-%M-%SZ}.db" for at in expected} | {"my own Z.db"}
    assert done.made.name in left


def test_a_writer_hardly_waits_while_a_backup_is_made(library, monkeypatch):
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("create table ballast (x blob)")
        connection.executemany("insert into ballast values (randomblob(4000))", [()] * 6_000)
    monkeypatch.setattr(backup, "_BREATH_S", 0.005)
    store, waits, outcome = Store(library), [], []
    thread = threading.Thread(target=lambda: outcome.append(save_copy(library)))
    thread.start()
    for number in range(3):
        began = time.perf_counter()
        tagging.tag(store, f"tag {number}", [store.reader.value("select min(id) from paper")])
        waits.append(time.perf_counter() - began)
    thread.join()
    store.close()
    assert outcome[0].made or outcome[0].is_postponed
    assert max(waits) < 2.0  # a copy made in one go holds the lock to its end; a busy machine may be slow


def test_a_copy_that_is_begun_again_and_again_is_put_off(library):
    pace = backup._Pace(backup.never)
    with pytest.raises(BackupPostponed):
        for left in (5, 9) * 20:
            pace(0, left, 10)


def test_a_backup_that_is_stopped_leaves_nothing(library, tmp_path):
    with pytest.raises(Cancelled):
        back_up(library, tmp_path / "copy.db", in_steps=True, stop=lambda: True)
    assert not list(tmp_path.glob("copy*"))


def test_a_full_disk_is_an_outcome_in_words_and_leaves_nothing_half_written(library, monkeypatch):
    real = sqlite3.connect

    def small(where, *args, **kwargs):
        connection = real(where, *args, **kwargs)
        if str(where).endswith(".partial"):
            connection.execute("pragma max_page_count = 12")
        return connection

    monkeypatch.setattr(backup.sqlite3, "connect", small)
    done = save_copy(library)
    assert done.made is None and "could not be made" in done.trouble and not done.is_damaged
    assert list(backup_folder(library).iterdir()) == []


def test_what_killed_backups_left_half_made_is_cleared_away_once_it_is_old(library):
    folder = backup_folder(library)
    folder.mkdir(parents=True)
    old, young, other = (
        folder / f"{name}.db.partial" for name in ("2026-01-01T09-00-00Z", "2026-01-02T09-00-00Z", "mine")
    )
    for path in (old, old.with_name(old.name + "-journal"), young, other):
        path.write_bytes(b"half")
        if path is not young:
            os.utime(path, (0, 0))
    made = save_copy(library, at="2026-03-01T09:00:00+00:00").made
    assert set(folder.iterdir()) == {made, young, other}


def test_a_damaged_library_is_never_copied_over_its_backups(library):
    good = save_copy(library, at="2026-03-01T09:00:00+00:00").made
    content = bytearray(library.read_bytes())
    content[4096 * 5 : 4096 * 40] = bytes(4096 * 35)
    library.write_bytes(content)
    done = save_copy(library, at="2026-03-02T09:00:00+00:00")
    assert done.made is None and done.is_damaged and done.hint
    assert list(backup_folder(library).iterdir()) == [good]


def test_restoring_brings_back_what_was_and_keeps_what_is(library):
    before = all_of(library)
    save_copy(library, at="2026-03-01T09:00:00+00:00")
    tag_all(library, "too much")
    after = all_of(library)
    done = restore(library, find_backup(library))
    assert all_of(library) == before and all_of(done.kept) == after
    assert findings(library) == []
    restore(library, find_backup(library, done.kept.name))
    assert all_of(library) == after


def test_a_library_that_is_open_elsewhere_is_restored_in_one_transaction(library):
    save_copy(library)
    store = Store(library)
    tagging.tag(store, "open", [store.reader.value("select min(id) from paper")])
    restore(library, find_backup(library))
    assert store.reader.value("select count(*) from tag") == 0
    tagging.tag(store, "again", [store.reader.value("select min(id) from paper")])
    store.close()
    assert findings(library) == []


def test_a_damaged_library_is_moved_aside_untouched_and_its_backup_takes_its_place(library):
    before = all_of(library)
    save_copy(library)
    library.write_bytes(b"torn" * 5000)
    done = restore(library, find_backup(library))
    assert ".damaged-" in done.kept.name and done.kept.read_bytes() == b"torn" * 5000
    assert all_of(library) == before


def test_a_library_that_is_gone_is_restored(library):
    save_copy(library)
    library.unlink()
    assert restore(library, find_backup(library)).kept is None
    assert findings(library) == []


def test_a_damaged_backup_is_refused_and_the_library_stays(library, tmp_path):
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"nothing" * 1000)
    before = library.read_bytes()
    for attempt in (restore, lambda a, b: put_back(b, a)):
        with pytest.raises(LibraryDamaged):
            attempt(library, bad)
    assert library.read_bytes() == before


def test_a_locked_library_is_not_restored(library, monkeypatch):
    backup_in_hand = save_copy(library).made
    monkeypatch.setattr(backup, "LOCK_WAIT_S", 0.1)
    with closing(sqlite3.connect(library, isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(ExplorerError) as caught:
            restore(library, backup_in_hand)
        assert save_copy(library).is_postponed
        other.execute("rollback")
    assert caught.value.exit_code == 4
    assert findings(library) == []


def test_a_backup_is_found_by_the_beginning_of_its_time(library):
    with pytest.raises(NotFound, match=r"no backup of mine\.db"):
        find_backup(library)
    one = save_copy(library, at="2026-03-01T09:00:00+00:00").made
    tag_all(library, "x")
    save_copy(library, at="2026-03-02T09:00:00+00:00")
    assert find_backup(library, "2026-03-01") == one
    with pytest.raises(NotFound, match="Several"):
        find_backup(library, "2026-03")
    assert [copy.held.tags for copy in backups_of(library).copies] == [1, 0]


def test_two_libraries_of_one_name_have_backups_of_their_own(tmp_path):
    assert backup_folder(tmp_path / "a" / "x.db") != backup_folder(tmp_path / "b" / "x.db")


def test_the_command_line_backs_up_lists_and_restores(library, capsys):
    tags = "select count(*) from tag"
    assert main(["backup", str(library)]) == 0
    assert main(["backup", str(library)]) == 0
    assert "Nothing has changed" in capsys.readouterr().out
    tag_all(library, "later")
    assert main(["backups", str(library)]) == 0
    assert "papers" in capsys.readouterr().out
    assert main(["restore", str(library)]) == 0
    assert "kept in" in capsys.readouterr().out
    assert ask(library, lambda reader: reader.value(tags)) == 0
    assert main(["backups", str(library), "--json"]) == 0
    assert '"why": "kept"' in capsys.readouterr().out
    assert main(["restore", str(library), "1999"]) == 1
