"""Decisions on the identity of papers and people, imported on the thread that carries them out."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import Changes
from explorer.questions.alike_people import fitting
from explorer.questions.needs_you import NeedsYou, Side, all_places, needs_you, person_sides, sides_of
from explorer.questions.person_papers import PersonPapers, person_papers

ASKED_AT_ONCE = 200  #: things that wait, shown at a time


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person decides.

    Attributes:
        verb: "merge", "apart", "settle", "named" (one without a title is a paper of the library) or "split";
            "merge_people", "apart_people" or "split_person"; "accept_offer" or "refuse_offer".
        papers: The paper (or person) that is kept first, then the other.
        number: Of a contradiction, for "settle"; ``decision`` says how. Of an offer.
        places: Appearances that leave, for "split"; papers that leave, for "split_person".
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
    from explorer.ops import identity, offers, people

    if wish.verb == "accept_offer":
        return offers.accept(store, wish.number, wish.papers[0])
    if wish.verb == "refuse_offer":
        return offers.refuse(store, wish.number)
    if wish.verb == "merge_people":
        return people.merge(store, *wish.papers, wish.reason)
    if wish.verb == "apart_people":
        return people.keep_apart(store, *wish.papers, wish.reason)
    if wish.verb == "split_person":
        return people.split(store, wish.papers[0], wish.places, wish.reason)
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


def two_people(reader, people: tuple[int, ...]) -> tuple[Side, ...]:
    """Two authors to compare, the longer name first."""
    found = person_sides(reader, people)
    return tuple(sorted(found.values(), key=lambda side: (-len(side.title), side.id)))


def likely_pair(reader, person: int) -> tuple[Side, ...]:
    """An author and the one whose name fits best; the author alone where none does."""
    return two_people(reader, (person, *fitting(reader, person)[:1]))


def groups_of(reader, person: int) -> PersonPapers | None:
    """The papers of an author in groups that share no co-author; None where the author is gone."""
    return person_papers(reader, person)
