"""Opening, refusing, locking, backing up: on real files."""

import sqlite3
from contextlib import closing

import pytest

from explorer.errors import ExplorerError, LibraryDamaged, LibraryLocked, LibraryTooNew
from explorer.model import NodeKind
from explorer.ops import history
from explorer.store import Reader, Store, engine, schema_age
from explorer.store.backup import back_up, verify
from explorer.store.nodes import ensure_tag


def add_newer_step(path):
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(
            """insert into _sqlite_migrations (migration_set, name, applied_at)
               values ('paper-explorer', 'm999_x', '')"""
        )


def test_a_new_library_opens_again_with_its_rows(tmp_path):
    path = tmp_path / "a.db"
    store = Store(path)
    with store.operation("Tag"):
        ensure_tag(store, "long context")
    store.close()
    reader = Reader(path)
    assert reader.rows("select kind, name from node") == [(NodeKind.TAG, "long context")]
    reader.close()


@pytest.mark.parametrize("opening", [Store, Reader])
def test_a_newer_library_is_refused_and_left_as_it_is(tmp_path, opening):
    path = tmp_path / "a.db"
    Store(path).close()
    add_newer_step(path)
    before = path.read_bytes()
    with pytest.raises(LibraryTooNew) as caught:
        opening(path)
    assert caught.value.exit_code == 5
    assert path.read_bytes() == before


@pytest.mark.parametrize("opening", [Store, Reader])
@pytest.mark.parametrize("content", [b"this is no database" * 400, b"\x00" * 5000])
def test_a_file_that_is_no_library_is_refused_in_words(tmp_path, opening, content):
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(LibraryDamaged):
        opening(path)
    assert path.read_bytes() == content


@pytest.mark.parametrize("opening", [Store, Reader])
def test_another_programs_database_is_refused(tmp_path, opening):
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("create table other (x)")
    before = path.read_bytes()
    with pytest.raises(LibraryDamaged):
        opening(path)
    assert path.read_bytes() == before


def test_a_missing_library_is_not_made_by_reading(tmp_path):
    path = tmp_path / "a.db"
    for opening in (lambda: Reader(path), lambda: Store(path, create=False)):
        with pytest.raises(ExplorerError, match="no library"):
            opening()
    assert not path.exists()


def test_a_lock_of_another_program_is_said_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(engine, "BUSY_MS", 50)
    path = tmp_path / "a.db"
    store = Store(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin immediate")
        with pytest.raises(LibraryLocked) as caught, store.operation("Tag"):
            ensure_tag(store, "x")
        other.execute("rollback")
    assert caught.value.exit_code == 4
    with store.operation("Tag"):
        ensure_tag(store, "x")
    store.close()


def test_a_failed_operation_leaves_nothing_behind(store):
    with pytest.raises(ZeroDivisionError), store.operation("Tag"):
        ensure_tag(store, "x")
        raise ZeroDivisionError
    assert store.reader.rows("select * from node") == []
    assert store.undo_step() is None
    with store.operation("Tag"):
        ensure_tag(store, "y")
    assert store.undo_step().label == "Tag"


def test_a_reader_sees_one_state_while_the_writer_commits(store):
    reader = Reader(store.path)
    with store.operation("Tag"):
        ensure_tag(store, "x")
    with reader.at_once():
        assert reader.value("select count(*) from node") == 1
    reader.close()


def test_a_reader_cannot_write(store):
    reader = Reader(store.path)
    with pytest.raises(ExplorerError, match="cannot be written"):
        reader.rows("insert into meta values ('x', 'y')")
    reader.close()


def test_another_thread_may_not_write(store):
    from threading import Thread

    caught = []

    def write():
        try:
            with store.operation("Tag"):
                pass
        except RuntimeError as error:
            caught.append(error)

    thread = Thread(target=write)
    thread.start()
    thread.join()
    assert len(caught) == 1


def test_a_backup_is_a_sound_copy_made_beside_an_open_connection(store, tmp_path):
    with store.operation("Tag"):
        ensure_tag(store, "x")
    copy = store.back_up(tmp_path / "copy.db")
    verify(copy)
    reader = Reader(copy)
    assert reader.value("select name from node") == "x"
    reader.close()
    assert not list(tmp_path.glob("*.partial"))


def test_a_backup_that_cannot_be_made_leaves_no_file(store, tmp_path):
    with pytest.raises(ExplorerError, match="could not be made"):
        back_up(store.path, tmp_path / "no" / "folder" / "copy.db")


def test_a_library_is_backed_up_before_it_is_migrated(tmp_path, monkeypatch):
    path = tmp_path / "a.db"
    Store(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("update _sqlite_migrations set name = 'm000_before' where name = 'm001_library'")
    known = engine.migrations

    class Older:
        """The same steps, and one that the file has; so m001 is pending on a library that is not new."""

        _migrations = (*known._migrations, type("M", (), {"name": "m000_before"})())
        pending = staticmethod(known.pending)

        @staticmethod
        def apply(db):
            db.execute("create table migrated (x)")

    monkeypatch.setattr(engine, "migrations", Older)
    monkeypatch.setattr(schema_age, "migrations", Older)
    Store(path, today="2026-01-31").close()
    verify(tmp_path / "a.before-m001_library.2026-01-31.db")


def test_a_library_that_was_moved_away_while_it_is_open_is_refused_in_words(tmp_path):
    store = Store(tmp_path / "a.db")
    with store.operation("Tag"):
        ensure_tag(store, "long context")
    store.path.rename(tmp_path / "b.db")
    with pytest.raises(ExplorerError, match="cannot be written or opened"), store.operation("Tag"):
        ensure_tag(store, "short context")
    with pytest.raises(ExplorerError, match="cannot be written or opened"):
        history.undo(store)
    with pytest.raises(ExplorerError, match="cannot be written or opened"):
        assert store.reader.state
    store.close()
