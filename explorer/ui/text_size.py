"""The size of texts that a person chooses: everything in the window grows with them, so nothing is cut."""

from __future__ import annotations

from collections.abc import MutableMapping

_FACTOR = "QT_SCALE_FACTOR"  #: what Qt multiplies every size with, read when the application is made


def scale_texts(choice: str, environment: MutableMapping[str, str]) -> None:
    """Let Qt draw larger, on top of what the screen asks for; before the application is made.

    Args:
        choice: Per cent, or "system": as the screen has it.
        environment: Of the process; a factor that a person has put there stays.
    """
    if choice.isdigit() and _FACTOR not in environment:
        environment[_FACTOR] = str(int(choice) / 100)
