"""One writable connection (Store) and read-only ones (Reader) on one library file.

No WAL: the SQLite of today's Pythons (3.7.0 to 3.51.2) can corrupt a database
whose WAL is reset while another connection checkpoints (sqlite.org/wal.html).
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote

from sqlite_utils import Database

from explorer.errors import ExplorerError, LibraryDamaged
from explorer.model import Changes
from explorer.store import history, steps
from explorer.store.backup import back_up, roll_back
from explorer.store.migrations import migrations
from explorer.store.schema_age import refuse_newer, refuse_older, refuse_unknown_kinds
from explorer.store.sqlite_words import damaged, in_words

Value: TypeAlias = str | int | float | bytes | None
Cell: TypeAlias = Any
Row: TypeAlias = tuple[Any, ...]  #: STRICT tables say of what type a column is

BUSY_MS = 5_000  #: how long a statement waits for another program's lock
_LOOK_S = 0.001  # between two looks at the lock, times 1 to 8
_PRAGMAS = """
    pragma journal_mode = truncate;
    pragma synchronous = full;
    pragma cache_spill = off;
    pragma foreign_keys = on;
    pragma temp_store = memory;
"""


class Reader:
    """Read-only view of a library. Make one per thread; every call fetches all and finishes."""

    def __init__(self, path: Path, connection: sqlite3.Connection | None = None) -> None:
        self.path = path
        if connection is None:
            if not path.is_file():
                raise ExplorerError(
                    f"There is no library {path}.", "Make one with: paper-explorer init LIBRARY"
                )
            with in_words(path):
                uri = f"file:{quote(os.fsencode(path.resolve()))}?mode=ro"
                connection = sqlite3.connect(
                    uri, uri=True, timeout=BUSY_MS / 1000, isolation_level=None, check_same_thread=False
                )
            try:
                self._connection = connection
                refuse_newer(path, self.rows)
                if not self.rows("select 1 from sqlite_master where name = 'operation'"):
                    raise LibraryDamaged(f"{path.name} is not a library.", "Choose another file.")
                refuse_older(path, self.rows)
                refuse_unknown_kinds(path, self.rows)
            except BaseException:
                connection.close()
                raise
        self._connection = connection

    def rows(self, sql: str, args: Sequence[Value] = ()) -> list[Row]:
        """All rows; LibraryLocked or LibraryDamaged where SQLite says so."""
        with in_words(self.path):
            try:
                return self._fetched(sql, args)
            except UnicodeDecodeError as error:  # names in the schema, or what SQLite says of them
                raise damaged(self.path) from error

    def _fetched(self, sql: str, args: Sequence[Value]) -> list[Row]:
        try:
            return self._connection.execute(sql, args).fetchall()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        roll_back(self.path)
        return self._connection.execute(sql, args).fetchall()

    def row(self, sql: str, args: Sequence[Value] = ()) -> Row | None:
        """First row or None."""
        found = self.rows(sql, args)
        return found[0] if found else None

    def value(self, sql: str, args: Sequence[Value] = ()) -> Cell:
        """First column of the first row, or None."""
        found = self.rows(sql, args)
        return found[0][0] if found else None

    @property
    def state(self) -> steps.State:
        """Tells the states of the library apart, also after a restart and after steps of other programs.

        ExplorerError where its file is there no more.
        """
        try:
            stat = self.path.stat()
        except OSError as error:
            raise ExplorerError(
                f"{self.path} cannot be written or opened.",
                "Check that the folder exists and may be written.",
            ) from error
        revision = int(self.value("select value from meta where key = 'revision'"))
        return stat.st_dev, stat.st_ino, stat.st_mtime_ns, revision

    @contextmanager
    def at_once(self) -> Iterator[Reader]:
        """All reads inside see one state of the library."""
        if self._connection.in_transaction:
            yield self
            return
        self._connection.execute("begin")
        try:
            yield self
        finally:
            self._connection.rollback()

    def close(self) -> None:
        self._connection.close()


class Store:
    """The writer. Lives on the writer thread and nowhere else.

    Args:
        path: The library file; made when ``create``.
        create: Whether a missing file is made.
        today: ISO date that names the backup made before a migration.
    """

    def __init__(self, path: Path, create: bool = True, today: str = "") -> None:
        self.path = path
        self._thread = threading.get_ident()
        self._recording = False
        if not create and not path.is_file():
            raise ExplorerError(f"There is no library {path}.", "Make one with: paper-explorer init LIBRARY")
        fresh = not path.exists() or path.stat().st_size == 0
        with in_words(path):
            connection = sqlite3.connect(path, timeout=BUSY_MS / 1000, isolation_level=None)
        self.db = Database(connection, execute_plugins=False)
        self.reader = Reader(path, connection)  #: sees what this transaction has written
        try:
            self._open(fresh, today)
        except BaseException:
            connection.close()
            raise

    def _open(self, fresh: bool, today: str) -> None:
        with in_words(self.path):
            if not fresh:
                refuse_newer(self.path, self.reader.rows)
                if not self.reader.rows("select 1 from sqlite_master where name = '_sqlite_migrations'"):
                    raise LibraryDamaged(f"{self.path.name} is not a library.", "Choose another file.")
            self.db.executescript(_PRAGMAS)
            if migrations.pending(self.db):
                self._bring_up_to_date(fresh, today)
            self.db.conn.create_function("recording", 0, lambda: self._recording)
            history.install(self.db)

    def _bring_up_to_date(self, fresh: bool, today: str) -> None:
        """All schema steps as one transaction; another program may have taken them while this one waited."""
        self._begin()
        try:
            pending = migrations.pending(self.db)
            if pending and not fresh:
                name = f"{self.path.stem}.before-{pending[0].name}.{today}.db"
                back_up(self.path, self.path.with_name(name))
            migrations.apply(self.db)
            self.db.execute("commit")
        except BaseException:
            self.db.rollback()
            raise

    # -- operations

    @contextmanager
    def operation(self, label: str, kind: str = "decision", at: str = "") -> Iterator[history.Operation]:
        """One transaction, one undo step, one Changes (``operation.changes`` after the block).

        Args:
            label: What the person does, in words; the text of undo.
            kind: "decision" (rows before and after are kept), "import" (``operation.payload`` is kept)
                or "derived" (no undo step: vectors, similarity, measures).
            at: ISO time of the operation.
        """
        if threading.get_ident() != self._thread:
            raise RuntimeError("the store was opened on another thread")
        operation = history.Operation(label, kind, at)
        with in_words(self.path):
            self._begin()
            try:
                before = self.reader.state
                self._recording = kind == "decision"
                history.begin(self.db, operation)
                yield operation
                self._recording = False
                changed = history.finish(self.db, operation)
                version = self._version()
                self.db.execute("commit")
            except BaseException:
                self._recording = False
                self.db.rollback()
                raise
            if kind == "decision" and steps.marks_only(changed, operation.tables):
                self._note_marks(before, version)

    def _version(self) -> int:
        """Changes with every commit of another connection, also of one that counts no revision."""
        return int(self.reader.value("pragma data_version"))

    def _note_marks(self, before: steps.State, version: int) -> None:
        """Tell that a step changed marks only, unless another program has written since it was committed."""
        try:
            after = self.reader.state
            if self._version() == version:
                steps.note(before, after)
        except ExplorerError:
            return  # in use or moved by another program: the step is done all the same

    def _begin(self) -> None:
        """Take the write lock. SQLite looks ten times a second: beside a busy program that finds no gap."""
        until = time.monotonic() + BUSY_MS / 1000
        self.db.execute("pragma busy_timeout = 0")
        try:
            while not self._has_begun(is_last=time.monotonic() > until):
                time.sleep(_LOOK_S * (1 + time.monotonic_ns() % 8))  # not in step with the other program
        finally:
            self.db.execute(f"pragma busy_timeout = {BUSY_MS}")

    def _has_begun(self, is_last: bool) -> bool:
        try:
            self.db.execute("begin immediate")
        except sqlite3.OperationalError as error:
            if is_last or "locked" not in str(error):
                raise
            return False
        return True

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Note the rows of decisions that change inside, whatever the operation is (merges of an import)."""
        before, self._recording = self._recording, True
        try:
            yield
        finally:
            self._recording = before

    def noted(self) -> list[history.Change]:
        """What has been noted since the operation or transaction began."""
        return history.noted(self.db)

    def undo_step(self) -> history.Step | None:
        """The operation that undo would take back, or None."""
        return history.last_done(self.reader.rows)

    def redo_step(self) -> history.Step | None:
        """The operation that redo would do again, or None."""
        return history.first_undone(self.reader.rows)

    def replay(self, step: history.Step, forward: bool) -> Changes:
        """Undo or redo the rows of a decision inside the caller's transaction; returns what it touched."""
        with in_words(self.path):
            return history.replay(self.db, step, forward)

    @contextmanager
    def transaction(self, of: history.Step | None = None) -> Iterator[None]:
        """A transaction that is no undo step of its own: the undo or redo of a step, or of something else."""
        with in_words(self.path):
            self._begin()
            try:
                before = self.reader.state
                self.db.execute("pragma defer_foreign_keys = on")
                history.clear(self.db)
                yield
                history.bump(self.db)
                version = self._version()
                self.db.execute("commit")
            except BaseException:
                self.db.rollback()
                raise
            if of is not None and of.kind == "decision" and steps.marks_only(json.loads(of.changes)):
                self._note_marks(before, version)

    # -- small tools for the files of this package

    def execute(self, sql: str, args: Sequence[Value] = ()) -> int:
        """Run one statement; the number of rows it changed."""
        return self.db.conn.execute(sql, args).rowcount

    def insert(self, sql: str, args: Sequence[Value]) -> int:
        """Run one insert; the id of the new row."""
        return int(self.db.conn.execute(sql, args).lastrowid or 0)

    def insert_many(self, sql: str, rows: Iterable[Sequence[Value]]) -> None:
        self.db.conn.executemany(sql, rows)

    def next_id(self, table: str) -> int:
        """The id that the next row of a table may take; ids are handed out in order within a transaction.

        The id of a node that was merged into another is never given to a new one: it still finds the work.
        """
        highest = int(self.reader.value(f"select coalesce(max(id), 0) from {table}"))
        if table == "node":
            highest = max(highest, int(self.reader.value("select coalesce(max(b), 0) from same_as")))
        return highest + 1

    def back_up(self, target: Path) -> Path:
        """A verified copy of the library at ``target``."""
        return back_up(self.path, target)

    def close(self) -> None:
        self.db.conn.close()
