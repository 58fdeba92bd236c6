"""Marks: where the library stood before each step that added nodes or links."""

from __future__ import annotations

from typing import TypeAlias

from sqlite_utils import Database

Standing: TypeAlias = tuple[int, int]  #: highest ids of a node and of a link

_STANDING = "select (select coalesce(max(id), 0) from node), (select coalesce(max(id), 0) from link)"


def standing(db: Database) -> Standing:
    """Where the library stands now."""
    row = db.execute(_STANDING).fetchone()
    return int(row[0]), int(row[1])


def note(db: Database, at: str, before: Standing) -> None:
    """Keep where it stood before a step of that time, if the step added something."""
    now = standing(db)
    if at and (now[0] > before[0] or now[1] > before[1]):
        db.execute("insert into mark (at, node, link) values (?, ?, ?)", [at, *before])
