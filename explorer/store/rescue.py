"""What can still be read of a damaged library, row by row, into a new one."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from explorer.errors import ExplorerError, LibraryDamaged
from explorer.store.engine import Row
from explorer.store.migrations import migrations
from explorer.store.repair import remove_orphans
from explorer.store.sqlite_words import in_words, may_write

_MAGIC = b"SQLite format 3\x00"
_UNREADABLE = (sqlite3.DatabaseError, UnicodeDecodeError)
_FULL = (errno.ENOSPC, errno.EDQUOT)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_FARTHEST = 1 << 33  # beyond any row id: where the search for readable rows ends
_WRITTEN_AGAIN = frozenset({"edge", "measure", "_sqlite_migrations", "sqlite_sequence", "sqlite_stat1"})


@dataclass(frozen=True, slots=True)
class TableRescue:
    """``lost`` is None where not even the number of rows can be read."""

    table: str
    kept: int
    lost: int | None


def rescue(damaged: Path, target: Path) -> tuple[TableRescue, ...]:
    """Write the readable rows of ``damaged`` into the new library ``target``; ``damaged`` stays as it is.

    Rows that point at lost ones are left out and counted as lost.

    Raises:
        LibraryDamaged: Nothing can be read: its first page is gone.
        ExplorerError: The new library cannot be written.
    """
    work, partial = (target.with_name(target.name + end) for end in (".working", ".partial"))
    try:
        _copy_to(damaged, work)
        with closing(sqlite3.connect(work, isolation_level=None)) as source:
            source.text_factory = lambda text: text.decode("utf-8", errors="replace")
            tables = _transfer(source, partial)
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        raise _refusal(error, damaged, target) from error
    finally:
        for path in (work, partial):
            for name in (path, path.with_name(path.name + "-journal")):
                name.unlink(missing_ok=True)
    return tables


def _refusal(error: OSError | sqlite3.Error, damaged: Path, target: Path) -> ExplorerError:
    number = error.errno if isinstance(error, OSError) else None
    if number in _FULL or "disk is full" in str(error):
        return ExplorerError("The disk is full; nothing was changed.", "Free some space.")
    if isinstance(error, OSError) and number in _FORBIDDEN:
        place = damaged if error.filename == str(damaged) else target.parent
        return ExplorerError(
            f"{place} cannot be written or opened.", "Check that the folder exists and may be written."
        )
    return ExplorerError(f"Nothing could be rescued: {error}.", "Check the disk.")


def finds_its_words(library: Path) -> bool:
    """Whether the full text of a library is what its rows say; LibraryLocked where it is in use."""
    try:
        with in_words(library), closing(_writable(library)) as connection:
            connection.execute("begin")
            for index in ("node_fts", "block_fts"):
                connection.execute(f"insert into {index} ({index}, rank) values ('integrity-check', 1)")
            connection.execute("rollback")
    except (LibraryDamaged, sqlite3.DatabaseError):
        return False
    return True


def _writable(library: Path) -> sqlite3.Connection:
    """FTS5 checks only what may be written: of a library that may not, a copy in memory."""
    connection = sqlite3.connect(library, isolation_level=None)
    if may_write(library):
        return connection
    with closing(connection):
        copy = sqlite3.connect(":memory:", isolation_level=None)
        connection.backup(copy)
    return copy


def _copy_to(damaged: Path, work: Path) -> None:
    """A copy to read from, with a header that SQLite takes and zeros where the file was cut off."""
    shutil.copyfile(damaged, work)
    journal = damaged.with_name(damaged.name + "-journal")
    if journal.is_file():
        shutil.copyfile(journal, work.with_name(work.name + "-journal"))
    with work.open("r+b") as file:
        head = file.read(100)
        if len(head) == 100 and head[:16] != _MAGIC:
            file.seek(0)
            file.write(_MAGIC)
        page, pages = int.from_bytes(head[16:18], "big"), int.from_bytes(head[28:32], "big")
        size = damaged.stat().st_size
        if size < page * pages < 64 * size:
            file.truncate(page * pages)


def _transfer(source: sqlite3.Connection, partial: Path) -> tuple[TableRescue, ...]:
    try:
        known = {str(name) for (name,) in source.execute("select name from sqlite_master")}
    except _UNREADABLE as error:
        raise LibraryDamaged("Nothing of the library can be read.", "Restore a backup.") from error
    if not {"node", "document"} & known:
        raise LibraryDamaged("The file holds no library.", "Choose another file.")
    with closing(sqlite3.connect(partial, isolation_level=None)) as connection:
        target = Database(connection, execute_plugins=False)
        _make_schema(source, target)
        connection.execute("pragma foreign_keys = off")
        connection.execute("begin")
        connection.execute("delete from meta")
        tables = [table for table in _tables(connection) if table not in _WRITTEN_AGAIN]
        counts = {table: _fill(source, connection, table) for table in tables if table in known}
        connection.execute("insert or ignore into meta values ('revision', '1')")
        removed = remove_orphans(connection)
        connection.execute("commit")
    return tuple(
        TableRescue(table, kept - removed.get(table, 0), None if total is None else max(total - kept, 0))
        if table not in removed
        else TableRescue(table, kept - removed[table], max((total or kept) - kept, 0) + removed[table])
        for table, (kept, total) in counts.items()
    )


def _make_schema(source: sqlite3.Connection, target: Database) -> None:
    """The schema of the version that the file has; all steps where that cannot be read."""
    steps = [step.name for step in migrations._migrations]
    try:
        applied = {str(name) for (name,) in source.execute("select name from _sqlite_migrations")}
    except _UNREADABLE:
        applied = set(steps)
    missing = [step for step in steps if step not in applied]
    whole = not applied & set(steps) or not missing
    migrations.apply(target, stop_before=None if whole else missing[0])


def _tables(connection: sqlite3.Connection) -> list[str]:
    rows = connection.execute(
        """select name from pragma_table_list where schema = 'main' and type = 'table'
           and name not like 'sqlite_%' order by name"""
    )
    return [str(name) for (name,) in rows]


def _fill(source: sqlite3.Connection, target: sqlite3.Connection, table: str) -> tuple[int, int | None]:
    """(rows that arrived, rows that the damaged table says it has or None)."""
    names = [str(name) for (name,) in target.execute("select name from pragma_table_info(?)", [table])]
    columns = ", ".join(f'"{name}"' for name in names)
    sql = f"insert or ignore into {table} ({columns}) values ({', '.join('?' * len(names))})"
    before = target.execute(f"select count(*) from {table}").fetchone()[0]
    for row in _readable(source, table, columns):
        try:
            target.execute(sql, row)
        except (sqlite3.IntegrityError, sqlite3.DataError, sqlite3.InterfaceError):
            continue  # a row that the schema does not take is counted as lost
    kept = target.execute(f"select count(*) from {table}").fetchone()[0] - before
    try:
        return kept, source.execute(f"select count(*) from {table}").fetchone()[0]
    except _UNREADABLE:
        return kept, None


def _readable(source: sqlite3.Connection, table: str, columns: str) -> Iterator[Row]:
    keys = [str(k) for (k,) in source.execute("select name from pragma_table_info(?) where pk > 0", [table])]
    without_rowid = source.execute("select wr from pragma_table_list where name = ?", [table]).fetchone()
    if without_rowid and without_rowid[0]:
        for turn in ("", " desc"):
            order = ", ".join(f'"{key}"{turn}' for key in keys)
            try:
                yield from source.execute(f"select {columns} from {table} order by {order}")
            except _UNREADABLE:
                continue  # what lies behind the unreadable page is read from the other end
            return
        return
    last: int | None = 0
    while last is not None:
        try:
            sql = f"select rowid, {columns} from {table} where rowid > ? order by rowid"
            for rowid, *row in source.execute(sql, [last]):
                yield tuple(row)
                last = rowid
            return
        except _UNREADABLE:
            last = _past_the_hole(source, table, last)


def _past_the_hole(source: sqlite3.Connection, table: str, last: int) -> int | None:
    """The smallest id behind which rows can be read again; None where there is none."""
    step = 1
    while not _reads(source, table, last + step):
        step *= 2
        if step > _FARTHEST:
            return None
    fails, reads = last + step // 2, last + step
    while reads - fails > 1:
        middle = (fails + reads) // 2
        fails, reads = (fails, middle) if _reads(source, table, middle) else (middle, reads)
    return reads


def _reads(source: sqlite3.Connection, table: str, after: int) -> bool:
    try:
        source.execute(f"select * from {table} where rowid > ? order by rowid limit 1", [after]).fetchall()
    except _UNREADABLE:
        return False
    return True
