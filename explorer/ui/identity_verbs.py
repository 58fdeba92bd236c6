"""Decisions on the identity of papers, imported on the thread that carries them out."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import Changes
from explorer.questions.needs_you import NeedsYou, Side, all_places, needs_you, sides_of

ASKED_AT_ONCE = 200  #: things that wait, shown at a time


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person decides.

    Attributes:
        verb: "merge", "apart", "settle", "named" (one without a title is a paper of the library) or "split".
        papers: The paper that is kept first, then the other.
        number: Of a contradiction, for "settle"; ``decision`` says how.
        places: Appearances that leave, for "split".
        words: The title or id that was typed, for "named".
    """

    verb: str
    papers: tuple[int, ...] = ()
    reason: str = ""
    number: int = 0
    decision: str = ""
    places: tuple[int, ...] = ()
    words: str = ""


def decide(store, wish: Wish) -> Changes:
    """Carry a decision out as one undo step."""
    from explorer.ops import identity

    if wish.verb == "merge":
        return identity.merge(store, *wish.papers, wish.reason)
    if wish.verb == "apart":
        return identity.keep_apart(store, *wish.papers, wish.reason)
    if wish.verb == "named":
        return identity.merge_with(store, wish.papers[0], wish.words)
    if wish.verb == "split":
        return identity.split(store, wish.papers[0], wish.places, wish.reason)
    return identity.settle(store, wish.number, wish.decision, wish.reason)


def waiting(reader) -> NeedsYou:
    """What waits for a person, the first of it."""
    return needs_you(reader, ASKED_AT_ONCE)


def two_sides(reader, papers: tuple[int, int]) -> tuple[Side, ...]:
    """Two papers to compare, the one that stands in more places first."""
    found = sides_of(reader, papers)
    known = [found[paper] for paper in papers if paper in found]
    return tuple(sorted(known, key=lambda side: (-len(side.places) - side.more, -len(side.ids), side.id)))


def one_side(reader, paper: int) -> Side | None:
    """A paper with every place that names it; None where it is gone."""
    return all_places(reader, paper)
