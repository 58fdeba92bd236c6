"""Copies of a library, made by SQLite's backup API and opened before they count.

A plain file copy beside an open connection breaks SQLite's POSIX locks
(sqlite.org/howtocorrupt.html, section 2.2).
"""

import re
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import BackupPostponed, Cancelled, ExplorerError, LibraryDamaged, LibraryLocked

STEP_PAGES = 256  #: copied under one lock, 1 MB: a writer waits a few milliseconds at most
_BREATH_S = 0.002  # between two steps, so that a writer gets its turn
LOCK_WAIT_S = 5.0  #: how long a copy waits for another program's lock
_LOCK_SLEEP_S = 0.05
_LEFT_S = 3600  # a copy that has not grown for so long is nobody's
_OURS = re.compile(r"(\.(before|kept)-.+|\d\dZ)\.db\.partial(-journal)?$")  # names that only we give
_RESTARTS_MAX = 8  # SQLite begins a copy again when another connection has written meanwhile

Stop = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Held:
    """What a library file holds, roughly: how many of each."""

    papers: int
    methods: int
    tags: int
    notes: int
    documents: int
    revision: int


def never() -> bool:
    """For copies that nobody stops."""
    return False


def back_up(library: Path, target: Path, in_steps: bool = False, stop: Stop = never) -> Path:
    """Copy ``library`` to ``target``, whole or not at all.

    Args:
        in_steps: Let writers in between, for a library that is being worked in.
        stop: Asked between two steps; True ends the copy.

    Raises:
        LibraryDamaged: SQLite finds a fault in the copy, so the library has it too.
        BackupPostponed: Others write so often that the copy never gets to its end.
        Cancelled: ``stop`` said so.
        ExplorerError: The copy cannot be written.
    """
    partial = target.with_name(target.name + ".partial")
    try:
        _clear_away(target.parent)
        _drop(partial)
        with closing(sqlite3.connect(library)) as source, closing(sqlite3.connect(partial)) as copy:
            copy.execute("pragma synchronous = full")
            if in_steps:
                source.backup(copy, pages=STEP_PAGES, progress=_Pace(stop), sleep=_LOCK_SLEEP_S)
            else:
                source.backup(copy, progress=_Pace(), sleep=_LOCK_SLEEP_S)
        verify(partial)
        partial.replace(target)
    except (sqlite3.Error, OSError) as error:
        if "malformed" in str(error) or "not a database" in str(error):
            raise LibraryDamaged(
                f"{library.name} is damaged; no backup was made of it.", "Restore an earlier backup."
            ) from error
        _say_locked(library, error)
        raise ExplorerError(
            f"The backup {target.name} could not be made: {error}.", "Free space or choose another folder."
        ) from error
    finally:
        _drop(partial)
    return target


def _say_locked(library: Path, error: Exception) -> None:
    if "locked" in str(error):
        words = f"{library.name} is in use by another program."
        raise LibraryLocked(words, "Close the other program, then try again.") from error


def _drop(partial: Path) -> None:
    """Away with what is left of a copy; a folder that has become read-only is not worth an error."""
    for name in (partial, partial.with_name(partial.name + "-journal")):
        try:
            name.unlink(missing_ok=True)
        except OSError:
            continue


def _clear_away(folder: Path) -> None:
    """Away with copies that killed programs left half-made; a young one may be in the making."""
    for path in folder.glob("*.db.partial*"):
        with suppress(OSError):  # another program was faster
            if _OURS.search(path.name) and time.time() - path.stat().st_mtime > _LEFT_S:
                path.unlink()


class _Pace:
    """Hears how far a copy is, gives others their turn, ends it where it goes round in circles or waits.

    Python's ``backup`` waits for a lock without end.
    """

    def __init__(self, stop: Stop = never) -> None:
        self._stop = stop
        self._left = -1
        self._restarts = 0
        self._waits_since: float | None = None

    def __call__(self, status: int, left: int, _total: int) -> None:
        if self._stop():
            raise Cancelled("The backup was stopped.", "The backups before it stay.")
        if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            self._waits_since = self._waits_since or time.monotonic()
            if time.monotonic() - self._waits_since > LOCK_WAIT_S:
                raise sqlite3.OperationalError("database is locked")
            return
        self._waits_since = None
        self._restarts += 0 <= self._left < left
        self._left = left
        if self._restarts > _RESTARTS_MAX:
            raise BackupPostponed("The library is being written to all the time.", "The backup comes later.")
        if left:
            time.sleep(_BREATH_S)


def verify(path: Path) -> None:
    """Open a copy and check it; LibraryDamaged where SQLite finds a fault or it is no library."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            answer = copy.execute("pragma quick_check").fetchone()[0]
            steps = copy.execute("select count(*) from _sqlite_migrations").fetchone()[0]
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise LibraryDamaged(
            f"{path.name} is damaged or not a library: {error}.", "Choose another backup."
        ) from error
    if answer != "ok" or not steps:
        raise LibraryDamaged(f"{path.name} is damaged: {answer}.", "The library itself was not touched.")


def roll_back(library: Path) -> None:
    """Take back what a program wrote that ended in the middle of it; a reader alone may not do that.

    Every connection that may write does so by itself when it first reads (sqlite.org/atomiccommit.html,
    section 4). Raises sqlite3.Error where the file or its folder cannot be written.
    """
    with closing(sqlite3.connect(library, timeout=LOCK_WAIT_S)) as writer:
        writer.execute("select count(*) from sqlite_master").fetchone()


_HELD = """
    select (select count(*) from paper), (select count(*) from concept), (select count(*) from tag),
        (select count(*) from note), (select count(*) from document),
        coalesce((select cast(value as integer) from meta where key = 'revision'), 0)
"""


def look_into(path: Path) -> Held | None:
    """What a library or a backup holds, without changing it; None where it is damaged, else LibraryLocked."""
    try:
        if _was_left(path):
            roll_back(path)
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as copy:
            return Held(*copy.execute(_HELD).fetchone())
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        _say_locked(path, error)
        return None


def _was_left(library: Path) -> bool:
    """Whether there is a journal: a program is writing, or was ended in the middle of it."""
    journal = library.with_name(library.name + "-journal")
    return journal.is_file() and journal.stat().st_size > 0


def put_back(backup: Path, library: Path) -> None:
    """Make ``library`` hold what ``backup`` holds, in one transaction; others may have it open.

    Raises:
        LibraryDamaged: The backup, or the file that is there, is no sound database.
        ExplorerError: The library cannot be written; it is as it was.
    """
    verify(backup)
    try:
        with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(library)) as target:
            target.execute("pragma journal_mode = truncate")
            target.execute("pragma synchronous = full")
            source.backup(target, progress=_Pace(), sleep=_LOCK_SLEEP_S)
    except sqlite3.Error as error:
        if "malformed" in str(error) or "not a database" in str(error):
            raise LibraryDamaged(f"{library.name} is damaged.", "It has to be kept aside first.") from error
        _say_locked(library, error)
        raise ExplorerError(
            f"{library.name} could not be restored: {error}; it is as it was.",
            "Close other programs that use it, check free space and the folder, then try again.",
        ) from error
