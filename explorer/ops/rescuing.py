"""A damaged library: what can be read of it in a new one; a sound one with small faults, mended."""

from __future__ import annotations

import glob
from dataclasses import dataclass
from pathlib import Path

from explorer.errors import ExplorerError, LibraryDamaged, LibraryLocked, LibraryOld, LibraryTooNew, NotFound
from explorer.ops.backups import BEFORE, backup_stamp, free_name, set_aside
from explorer.ops.clock import now
from explorer.ops.library import findings
from explorer.pipeline.relate import relate
from explorer.store import Reader, Store
from explorer.store.backup import back_up, verify
from explorer.store.check import Finding, check
from explorer.store.repair import rebuild
from explorer.store.rescue import TableRescue, finds_its_words
from explorer.store.rescue import rescue as rescue_rows


@dataclass(frozen=True, slots=True)
class Rescued:
    """``aside``: where the damaged file stands, untouched; None where the library was sound and left alone.

    ``findings``: what the new library still lacks.
    """

    library: Path
    aside: Path | None
    tables: tuple[TableRescue, ...]
    findings: tuple[Finding, ...]

    @property
    def was_sound(self) -> bool:
        return self.aside is None

    @property
    def kept_rows(self) -> int:
        return sum(table.kept for table in self.tables)

    @property
    def lost_rows(self) -> int:
        """As far as anyone can tell: a table whose number of rows cannot be read counts for nothing."""
        return sum(table.lost or 0 for table in self.tables)


@dataclass(frozen=True, slots=True)
class Repaired:
    """``backup``: the library before. ``removed``: rows of each table that pointed at nothing."""

    backup: Path
    removed: dict[str, int]
    findings: tuple[Finding, ...]


def rescue(library: Path, at: str = "") -> Rescued:
    """Keep a damaged library aside and put what can be read of it in its place; a sound one stays as it is.

    Raises:
        NotFound: There is no such file.
        LibraryLocked: Another program uses it.
        LibraryTooNew: It is of a newer version, which knows more rows than this one.
        LibraryDamaged: Nothing can be read; the file stays where it is.
        ExplorerError: The folder cannot be written.
    """
    if not library.is_file():
        raise NotFound(f"There is no library {library.name}.", "Check the name.")
    if _is_sound(library):
        return Rescued(library, None, (), ())
    new = free_name(library, "rescued")
    tables = rescue_rows(library, new)
    try:
        store = Store(new, create=False, today=(at or now())[:10])
        try:
            findings = _relate_all(store, at or now())
        finally:
            store.close()
        aside = set_aside(library, backup_stamp(at or now()))
        new.rename(library)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    finally:
        new.with_name(new.name + "-journal").unlink(missing_ok=True)
        for copy in library.parent.glob(f"{glob.escape(new.stem)}.{BEFORE}-*.db"):
            copy.unlink()  # of what was rescued from an older version: the damaged file itself is kept
    return Rescued(library, aside, tables, findings)


def _is_sound(library: Path) -> bool:
    """Whether nothing is wrong with a library; one of an older version is brought up to date for that."""
    try:
        try:
            Reader(library).close()
        except LibraryOld:
            verify(library)
        return not findings(library) and finds_its_words(library)
    except (LibraryLocked, LibraryTooNew):
        raise
    except ExplorerError:
        return False


def _relate_all(store: Store, at: str) -> tuple[Finding, ...]:
    with store.operation("Rescue", "derived", at):
        relate(store, [row[0] for row in store.reader.rows("select id from node")])
    return tuple(check(store.reader))


def repair(library: Path, at: str = "") -> Repaired:
    """Write derived tables and full text again and remove rows that point at nothing, after a backup.

    Raises:
        LibraryDamaged: SQLite cannot read the file; then only a backup or a rescue helps.
    """
    stamp = backup_stamp(at or now())
    store = Store(library, create=False, today=(at or now())[:10])
    try:
        if any(
            answer != "ok" and "row" not in str(answer) and "wrong #" not in str(answer)
            for (answer,) in store.reader.rows("pragma quick_check(5)")
        ):
            raise LibraryDamaged(f"{library.name} has pages that cannot be read.", "Restore a backup.")
        kept = back_up(library, free_name(library, f"kept-{stamp}"))
        with store.operation("Repair", "derived", at or now()):
            store.execute("pragma defer_foreign_keys = on")
            removed = rebuild(store)
            relate(store, [row[0] for row in store.reader.rows("select id from node")])
        return Repaired(kept, removed, tuple(check(store.reader)))
    finally:
        store.close()
