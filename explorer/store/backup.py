"""Copies of a library, made by SQLite's backup API and opened before they count.

A plain file copy beside an open connection breaks SQLite's POSIX locks
(sqlite.org/howtocorrupt.html, section 2.2).
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from explorer.errors import ExplorerError


def back_up(library: Path, target: Path) -> Path:
    """Copy ``library`` to ``target``, whole or not at all; ExplorerError where the copy is not sound."""
    partial = target.with_name(target.name + ".partial")
    partial.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(library)) as source, closing(sqlite3.connect(partial)) as copy:
            source.backup(copy)
        verify(partial)
        partial.replace(target)
    except (sqlite3.Error, OSError) as error:
        raise ExplorerError(
            f"The backup {target.name} could not be made: {error}.", "Free space or choose another folder."
        ) from error
    finally:
        partial.unlink(missing_ok=True)
    return target


def verify(path: Path) -> None:
    """Open a copy and check it; ExplorerError where SQLite finds a fault."""
    with closing(sqlite3.connect(path)) as copy:
        answer = copy.execute("pragma integrity_check").fetchone()[0]
    if answer != "ok":
        raise ExplorerError(f"{path.name} is damaged: {answer}.", "The library itself was not touched.")
