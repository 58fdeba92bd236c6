"""What SQLite says, as errors that a person can act on."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from explorer.errors import ExplorerError, LibraryDamaged, LibraryLocked


@contextmanager
def in_words(path: Path) -> Iterator[None]:
    """Turn SQLite's errors that a person can act on into ExplorerErrors."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error).replace("disk I/O", "disk i/o")
        if "locked" in words or "busy" in words:
            raise LibraryLocked(
                f"{path.name} is in use by another program.", "Close the other program, then try again."
            ) from error
        if "disk is full" in words:
            raise ExplorerError("The disk is full; nothing was changed.", "Free some space.") from error
        if is_damage(words):
            raise damaged(path) from error
        if "disk i/o error" in words and may_write(path):
            raise ExplorerError(
                f"The disk of {path.name} does not answer; nothing was changed.", "Check the disk."
            ) from error
        if any(part in words for part in ("readonly", "unable to open", "disk i/o error")):
            raise ExplorerError(
                f"{path} cannot be written or opened.", "Check that the folder exists and may be written."
            ) from error
        raise
    except sqlite3.DatabaseError as error:
        if is_damage(str(error)):
            raise damaged(path) from error
        raise


def may_write(library: Path) -> bool:
    """Whether this person may write the file, its folder and the journal that stands there."""
    journal = library.with_name(library.name + "-journal")
    places = (library, library.absolute().parent, *([journal] if journal.exists() else []))
    return all(os.access(place, os.W_OK) for place in places)


#: how SQLite says that a file, or its full text, is not as it was written
_DAMAGE = ("not a database", "malformed", "vtable constructor failed", "fts5 file format", "Could not decode")


def is_damage(words: str) -> bool:
    """Whether SQLite says by these words that a file is not as it was written."""
    return any(part in words for part in _DAMAGE)


def damaged(path: Path) -> LibraryDamaged:
    """The error for a file that is not as it was written."""
    return LibraryDamaged(
        f"{path.name} is damaged or not a library.", "Restore a backup, or rescue what can be read."
    )
