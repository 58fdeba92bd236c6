"""Since when: a day, a step of the history, the last import, or the time of a saved view or a snapshot."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Final

from explorer.errors import NotFound
from explorer.store import Reader
from explorer.store import news as reads
from explorer.store.saved_views import saved_views, view_named
from explorer.store.snapshots import snapshot_named

LAST_IMPORT: Final = "last-import"
_DAY = re.compile(r"\d{4}-\d\d(-\d\d([T ]\d\d:\d\d(:\d\d)?)?)?(Z|[+-]\d\d:\d\d)?")
HINT: Final = "Give a day (2024-05-06), the number of a step, last-import, or the name of a view or snapshot."


class SinceKind(StrEnum):
    TIME = "time"
    STEP = "step"
    VIEW = "view"
    SNAPSHOT = "snapshot"


@dataclass(frozen=True, slots=True)
class Since:
    """Attributes:
    at: ISO time (UTC); what came then or later counts, so that a step is told with what it brought itself.
    name: The day, the step's label, or the name of the view or snapshot.
    step: Number of the step, or 0.
    """

    kind: SinceKind
    at: str
    name: str
    step: int = 0


def find_since(reader: Reader, words: str) -> Since:
    """What a person means.

    Raises:
        NotFound: No such step, view or snapshot, or no day.
    """
    words = words.strip()
    if _DAY.fullmatch(words):
        return Since(SinceKind.TIME, _utc(words), words)
    if words.isdecimal() or words.casefold() == LAST_IMPORT:
        return since_step(reader, int(words) if words.isdecimal() else None)
    view = view_named(reader, words)
    if view is not None:
        return Since(SinceKind.VIEW, view.at, view.name)
    if (kept := snapshot_named(reader, words)) is not None:
        return Since(SinceKind.SNAPSHOT, kept.at, kept.name)
    known = ", ".join(f"“{view.name}”" for view in saved_views(reader))
    raise NotFound(
        f"“{words}” is no day, no step and no saved view.", f"Saved views: {known}." if known else HINT
    )


def since_step(reader: Reader, number: int | None) -> Since:
    """A step of the history, the last import where no number is given."""
    found = reads.last_import(reader) if number is None else reads.step(reader, number)
    if found is None:
        what = "Nothing was imported yet" if number is None else f"There is no step {number}"
        raise NotFound(f"{what}, or it was undone.", HINT)
    return Since(SinceKind.STEP, found.at, found.label, found.id)


def _utc(words: str) -> str:
    """A time with its zone in UTC, as the library writes its times; anything less as it is."""
    if len(words) <= len("2024-05-06"):
        _check(words)
        return words
    time = _check(words)
    return time.astimezone(UTC).isoformat(timespec="seconds") if time.tzinfo else time.isoformat()


def _check(words: str) -> datetime:
    try:
        return datetime.fromisoformat(f"{words}-01" if len(words) == len("2024-05") else words)
    except ValueError as error:
        raise NotFound(f"There is no day {words}.", HINT) from error
