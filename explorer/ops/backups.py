"""Backups of a library: made while it is worked in, thinned out, listed, put back."""

from __future__ import annotations

import glob
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_data_path

from explorer.errors import BackupPostponed, Cancelled, ExplorerError, LibraryDamaged, LibraryLocked, NotFound
from explorer.ops.clock import now
from explorer.store.backup import Held, Stop, back_up, look_into, never, put_back, verify
from explorer.store.retention import worth_keeping

_STAMP = "%Y-%m-%dT%H-%M-%SZ"
_KEPT, _DAMAGED, BEFORE = "kept", "damaged", "before"  # words in the names of files beside a library


@dataclass(frozen=True, slots=True)
class Backup:
    """A copy of a library.

    Attributes:
        at: When it was made, ISO 8601, UTC.
        why: "backup" (made while working), "kept" (the file that a restore replaced) or "before" (an
            update of the schema).
        held: What it holds, or None where it cannot be read.
    """

    path: Path
    at: str
    why: str
    size_bytes: int
    held: Held | None


@dataclass(frozen=True, slots=True)
class Backups:
    """What there is of a library, newest first; ``held`` is what the library itself holds now."""

    library: Path
    folder: Path
    held: Held | None
    copies: tuple[Backup, ...]


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """How a backup ended. ``made`` None and no trouble: nothing had changed, or it comes later."""

    made: Path | None = None
    trouble: str = ""
    hint: str = ""
    is_damaged: bool = False
    is_postponed: bool = False


@dataclass(frozen=True, slots=True)
class Restored:
    """``kept``: where the file that was replaced stands now, or None where there was none."""

    library: Path
    backup: Path
    kept: Path | None


def backup_folder(library: Path) -> Path:
    """Where the backups of a library stand: with the data of the person, so that they outlive its folder."""
    place = str(library.resolve())
    key = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:8]
    return user_data_path("paper-explorer") / "backups" / f"{library.stem}-{key}"


def save_copy(library: Path, stop: Stop = never, at: str = "") -> SaveOutcome:
    """Back a library up where it has changed since its last backup, then thin the old ones out."""
    folder = backup_folder(library)
    try:
        held, stamps = look_into(library), _stamps(folder)
    except LibraryLocked:
        return SaveOutcome(is_postponed=True)
    if held is None:
        words = f"{library.name} cannot be read, so no backup was made."
        return SaveOutcome(None, words, "Restore an earlier backup.", is_damaged=library.is_file())
    if stamps and look_into(stamps[max(stamps)]) == held:
        return SaveOutcome()
    target = folder / f"{backup_stamp(at or now())}.db"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        back_up(library, target, in_steps=True, stop=stop)
        _thin_out(folder)
    except (BackupPostponed, Cancelled, LibraryLocked):
        return SaveOutcome(is_postponed=True)
    except ExplorerError as error:
        return SaveOutcome(None, error.message, error.hint, isinstance(error, LibraryDamaged))
    except OSError as error:
        words = f"The backup folder cannot be written: {error.strerror}."
        return SaveOutcome(None, words, f"Check {folder}.")
    return SaveOutcome(target)


def _thin_out(folder: Path) -> None:
    stamps = _stamps(folder)
    for time in stamps.keys() - worth_keeping(stamps):
        stamps[time].unlink(missing_ok=True)


def _stamps(folder: Path) -> dict[datetime, Path]:
    """The backups of a folder by their times; files with other names are not ours."""
    found = {}
    for path in folder.glob("*Z.db"):
        try:
            found[datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC)] = path
        except ValueError:
            continue
    return found


def backup_stamp(at: str) -> str:
    """An ISO time as it stands in names of files."""
    return _time(at).strftime(_STAMP)


def _time(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone(UTC)


def backups_of(library: Path) -> Backups:
    """The backups of a library and the copies that stand beside it."""
    folder = backup_folder(library)
    copies = [_copy(path, time.isoformat(), "backup") for time, path in _stamps(folder).items()]
    for why in (_KEPT, BEFORE):
        pattern = f"{glob.escape(library.stem)}.{why}-*.db"
        copies += [_copy(path, _changed(path), why) for path in library.absolute().parent.glob(pattern)]
    copies.sort(key=lambda copy: (copy.at, copy.path.name), reverse=True)
    return Backups(library, folder, look_into(library) if library.is_file() else None, tuple(copies))


def _copy(path: Path, at: str, why: str) -> Backup:
    return Backup(path, at, why, path.stat().st_size, look_into(path))


def _changed(path: Path) -> str:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0).isoformat()


def find_backup(library: Path, which: str = "") -> Path:
    """The backup that a person means: a file, the beginning of its name or time, else the newest.

    Raises:
        NotFound: There is none, or several begin so.
    """
    if which and Path(which).is_file():
        return Path(which)
    copies = [copy for copy in backups_of(library).copies if copy.held is not None]
    if not which:
        copies = [copy for copy in copies if copy.why == "backup"][:1]
    else:
        wanted = which.replace(":", "-")
        copies = [c for c in copies if c.path.name.startswith(wanted) or c.at.startswith(which)]
    if len(copies) == 1:
        return copies[0].path
    names = ", ".join(copy.path.name for copy in copies)
    if copies:
        raise NotFound(f"Several backups begin with {which}.", f"One of: {names}.")
    if not backups_of(library).copies:
        raise NotFound(f"There is no backup of {library.name}.", "Check the name of the library.")
    raise NotFound(
        f"There is no such backup of {library.name}.", "List them with: paper-explorer backups LIBRARY"
    )


def restore(library: Path, backup: Path, at: str = "") -> Restored:
    """Put a backup in the place of a library; what is there now is kept beside it first.

    A sound file is copied, then overwritten in one transaction; a damaged one is moved aside untouched.
    """
    verify(backup)
    stamp = backup_stamp(at or now())
    if not library.exists():
        return Restored(library, back_up(backup, library), None)
    try:
        kept = back_up(library, free_name(library, f"{_KEPT}-{stamp}"))
        put_back(backup, library)
    except LibraryDamaged:
        kept = set_aside(library, stamp)
        back_up(backup, library)
    return Restored(library, backup, kept)


def set_aside(library: Path, stamp: str) -> Path:
    """Move a damaged file, with its journal, to a name beside it; nothing in it is changed."""
    target = free_name(library, f"{_DAMAGED}-{stamp}")
    journal = library.with_name(library.name + "-journal")
    try:
        if journal.exists():
            journal.rename(target.with_name(target.name + "-journal"))
        library.rename(target)
    except OSError as error:
        raise ExplorerError(
            f"{library.name} could not be kept aside: {error.strerror}.", f"Check {library.parent}."
        ) from error
    return target


def free_name(library: Path, word: str) -> Path:
    """A name beside the library that no file has."""
    names = [f"{library.stem}.{word}.db", *(f"{library.stem}.{word}-{n}.db" for n in range(2, 100))]
    return next(path for name in names if not (path := library.with_name(name)).exists())
