"""Whether a library is of this version: a newer one is left as it is, an older one brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from explorer.errors import LibraryOld, LibraryTooNew
from explorer.model.kinds import NodeKind
from explorer.store.migrations import migrations
from explorer.store.sqlite_words import damaged


def refuse_newer(path: Path, rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    """Raise LibraryTooNew where the file holds a schema step that this version does not know."""
    if not rows("select 1 from sqlite_master where name = '_sqlite_migrations'"):
        return
    known = {m.name for m in migrations._migrations}
    applied = {str(name) for (name,) in rows("select name from _sqlite_migrations")}
    if applied - known:
        raise LibraryTooNew(
            f"{path.name} was written by a newer version; it was not changed.", "Update Paper Explorer."
        )


def refuse_older(path: Path, rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    """Raise LibraryOld where the file lacks a schema step: a reader cannot make it."""
    applied = {str(name) for (name,) in rows("select name from _sqlite_migrations")}
    if {m.name for m in migrations._migrations} - applied:
        raise LibraryOld(f"{path.name} was written by an older version.", "Open it once in the window.")


def refuse_unknown_kinds(path: Path, rows: Callable[[str], list[tuple[object, ...]]]) -> None:
    """Raise LibraryDamaged where a node is of a kind that this version does not know: no version wrote it."""
    if rows(f"select 1 from node where kind < {min(NodeKind)} or kind > {max(NodeKind)} limit 1"):
        raise damaged(path)
