"""Merge, split and keep apart: what a person decides on who an author is, each one undo step."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError, NotFound
from explorer.model import Changes, NodeKind
from explorer.ops.clock import now
from explorer.pipeline import persons
from explorer.questions.name_form import paper_groups
from explorer.store import Store, person_names
from explorer.store.history import Operation
from explorer.store.links import ends_of

SAME, OTHER, PARTED = "the same person", "not the same person", "another person"  #: where no reason is given


def merge(store: Store, keep: int, other: int, reason: str = "") -> Changes:
    """Two authors are one person: ``keep`` takes over all papers, also later ones, under either name."""
    names = _pair(store, keep, other)
    with store.operation(f"Merge “{names[1]}” into “{names[0]}”", at=now()) as operation:
        _done(operation, persons.merge(store, keep, other, _clean(reason, SAME)))
    return operation.changes


def keep_apart(store: Store, a: int, b: int, reason: str = "") -> Changes:
    """Two authors are not one person: they are never proposed again."""
    names = _pair(store, a, b)
    with store.operation(f"Keep “{names[0]}” and “{names[1]}” apart", at=now()) as operation:
        persons.keep_apart(store, a, b, _clean(reason, OTHER))
        _done(operation, {a, b})
    return operation.changes


def split(store: Store, person: int, papers: Sequence[int] = (), reason: str = "") -> Changes:
    """Some papers under a name are another person's: of the one who was merged in, or of a new one.

    Args:
        papers: Ids of the papers that leave; empty for what the latest merge brought, or else for the
            smaller of two groups of papers that share no co-author.
    """
    (name,) = _names(store, person)
    own = sorted(person_names.papers_of(store.reader, [person]))
    leaving = sorted(set(papers) or persons.latest_merge(store.reader, person) or _smaller(store, person))
    if not leaving:
        raise ExplorerError(
            f"Nothing says which papers are not by “{name}”.", "Say which papers leave it: --paper."
        )
    if strange := [paper for paper in leaving if paper not in own]:
        raise NotFound(f"{strange[0]} is no paper by “{name}”.", f"Its papers: {', '.join(map(str, own))}.")
    if len(leaving) == len(own):
        raise ExplorerError(
            "All papers would leave it.", "Leave at least one; or merge it into another person."
        )
    with store.operation(f"Split “{name}”", at=now()) as operation:
        made, touched = persons.split(store, person, leaving, _clean(reason, PARTED))
        _done(operation, touched | {made})
    return operation.changes


def _smaller(store: Store, person: int) -> tuple[int, ...]:
    groups = paper_groups(store.reader, person)
    return groups[1] if len(groups) == 2 else ()


def _pair(store: Store, a: int, b: int) -> tuple[str, str]:
    if a == b:
        raise ExplorerError("That is one person already.", "Choose two.")
    first, second = _names(store, a, b)
    return first, second


def _names(store: Store, *people: int) -> list[str]:
    found = {int(node): (int(kind), str(name)) for node, kind, name in ends_of(store.reader, people)}
    for person in people:
        if person not in found:
            raise NotFound(f"There is nothing with the id {person}.", "Look for it with search.")
        if found[person][0] != NodeKind.PERSON:
            raise ExplorerError(f"“{found[person][1]}” is not a person.", "Choose authors.")
    return [found[person][1] for person in people]


def _clean(reason: str, otherwise: str) -> str:
    return " ".join(reason.split()) or otherwise


def _done(operation: Operation, touched: set[int]) -> None:
    operation.touched |= touched
    operation.tables |= {"node", "edge"}
