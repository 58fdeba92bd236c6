"""What the thread that opens libraries runs: make one, or let one go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from explorer.ops.session import Session


def made(make: Callable[[], Path]) -> Session:
    """The library that ``make`` gives, open."""
    return Session(make(), False)


def part(session: Session, farewell: Callable[[Path], object] | None) -> None:
    """Close a library, then say farewell to its file (a backup)."""
    session.close()
    if farewell is not None:
        farewell(session.path)
