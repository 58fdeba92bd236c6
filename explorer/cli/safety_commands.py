"""Verbs that keep a library safe: check, backup, backups, restore."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from explorer.cli.options import json_option, library_argument, quiet_option
from explorer.cli.speak import say, say_json, show_lines
from explorer.errors import ExplorerError
from explorer.ops import backups as backup_ops
from explorer.ops import library, rescuing
from explorer.ops.backups import Backup, Backups
from explorer.ops.rescuing import Repaired


@click.command()
@library_argument
@click.option("--repair", is_flag=True, help="Write derived tables and full text again, remove orphan rows.")
@json_option
@quiet_option
def check(path: Path, repair: bool, as_json: bool, quiet: bool) -> int:
    """Is the library sound, and every quote a slice of its source?"""
    if repair:
        done = rescuing.repair(path)
        show_lines(() if quiet else _repair_lines(done), err=True)
    findings = library.findings(path)
    if as_json:
        say_json({"sound": not findings, "findings": findings})
    else:
        show_lines([f"{f.rule}: {f.detail}" for f in findings] or ["The library is sound."])
    return 1 if findings else 0


@click.command()
@library_argument
@click.argument("target", required=False, type=click.Path(path_type=Path, dir_okay=False))
@json_option
def backup(path: Path, target: Path | None, as_json: bool) -> None:
    """A verified copy of the library, at TARGET or among its automatic backups."""
    made = library.back_up(path, target) if target is not None else _saved(path)
    if as_json:
        say_json({"backup": made})
    else:
        say(f"Wrote {made}." if made else "Nothing has changed since the last backup.")


@click.command()
@library_argument
@json_option
def backups(path: Path, as_json: bool) -> None:
    """The backups of LIBRARY, newest first, with what they hold."""
    found = backup_ops.backups_of(path)
    say_json(_plain(found)) if as_json else show_lines(_lines(found))


@click.command()
@library_argument
@click.argument("which", required=False, default="")
@json_option
def restore(path: Path, which: str, as_json: bool) -> None:
    """Put a backup in the place of LIBRARY: WHICH (a name, the beginning of its time, a file) or the newest.

    What LIBRARY holds now is kept in a file beside it.
    """
    done = backup_ops.restore(path, backup_ops.find_backup(path, which))
    if as_json:
        say_json(done)
        return
    say(f"Restored {path} from {done.backup.name}.")
    if done.kept is not None:
        say(f"What was there before is kept in {done.kept}.")


@click.command()
@library_argument
@json_option
def rescue(path: Path, as_json: bool) -> int:
    """Put what can be read of a damaged LIBRARY in its place; the damaged file is kept beside it.

    A sound LIBRARY is left as it is.
    """
    done = rescuing.rescue(path)
    if as_json:
        say_json(_rescued(done))
    elif done.was_sound:
        say(f"{path} is sound; nothing was done to it.")
    else:
        for table in done.tables:
            lost = "an unknown number" if table.lost is None else f"{table.lost:,}"
            if table.kept or table.lost != 0:
                say(f"{table.table:<20} {table.kept:>9,} rescued, {lost} lost")
        show_lines(f"{f.rule}: {f.detail}" for f in done.findings)
        say(f"The damaged file is kept in {done.aside}.")
    return 3 if done.lost_rows or done.findings else 0


def _repair_lines(done: Repaired) -> Iterator[str]:
    yield f"Before the repair: {done.backup}"
    for table, count in sorted(done.removed.items()):
        yield f"Removed {count:,} of {table} that pointed at nothing."


def _saved(path: Path) -> Path | None:
    """The automatic backup that was made now; None where nothing has changed since the last one."""
    library.ask(path, lambda _reader: None)  # what is no library is refused in words
    done = backup_ops.save_copy(path)
    if done.trouble:
        raise ExplorerError(done.trouble, done.hint)
    if done.is_postponed:
        raise ExplorerError("The library is being written to all the time.", "Try again later.")
    return done.made


def _lines(found: Backups) -> Iterator[str]:
    if not found.copies:
        yield f"There is no backup of {found.library.name} yet. They are kept in {found.folder}."
    for copy in found.copies:
        made = copy.at[:16].replace("T", " ")
        yield f"{made}  {copy.size_bytes / 1e6:>8.1f} MB  {_held(copy)}  {copy.path.name}"
    if found.copies:
        yield f"In {found.folder} and beside the library; times are UTC."


def _rescued(done: rescuing.Rescued) -> dict[str, object]:
    return {
        "library": str(done.library),
        "was_sound": done.was_sound,
        "aside": str(done.aside) if done.aside else None,
        "tables": done.tables,
        "findings": done.findings,
    }


def _held(copy: Backup) -> str:
    if copy.held is None:
        return "cannot be read".ljust(36)
    held = copy.held
    return f"{held.papers:>7,} papers {held.tags:>4,} tags {held.notes:>5,} notes"


def _plain(found: Backups) -> dict[str, object]:
    return {
        "library": str(found.library),
        "folder": str(found.folder),
        "held": found.held,
        "backups": [
            {"path": str(c.path), "at": c.at, "why": c.why, "size_bytes": c.size_bytes, "held": c.held}
            for c in found.copies
        ],
    }
