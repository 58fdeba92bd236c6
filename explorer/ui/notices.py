"""What the workspace tells the window: something done, something that failed, how far a task is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A command that a notice offers: its id, and the words of the button."""

    command: str
    words: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to tell a person.

    Attributes:
        can_undo: Whether the step it tells of can be undone.
        failed: Whether it tells of something that did not work; then ``exit_code`` is the error's.
        offer: What would help, or None.
    """

    message: str
    hint: str = ""
    can_undo: bool = False
    failed: bool = False
    exit_code: int = 0
    offer: Offer | None = None


@dataclass(frozen=True, slots=True)
class TaskState:
    """How far a task is. ``total`` 0: nobody knows; ``finished``: it has ended, well or not."""

    number: int
    label: str
    done: int = 0
    total: int = 0
    what: str = ""
    seconds: float = 0.0
    stoppable: bool = True
    finished: bool = False
