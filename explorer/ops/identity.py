"""Merge, split and settle: what a person decides on the identity of papers, each one undo step."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError, NotFound, WrongUse
from explorer.model import Changes, NodeKind
from explorer.ops.clock import now
from explorer.pipeline import merging
from explorer.questions.lookup import find_node
from explorer.store import Store, identity, moves, undecided
from explorer.store.history import Operation
from explorer.store.links import ends_of
from explorer.store.undecided import ContradictionRow

SAME, OTHER, PARTED = "the same paper", "not the same paper", "another paper"  #: reasons where none is given
ID_RIGHT, TITLE_RIGHT, IGNORED, NOTED = "id", "title", "ignore", "noted"
_TITLE_CHARS = 60  #: of a title in the text of an undo step


def choices(kind: str) -> tuple[str, ...]:
    """How a contradiction of a kind can be settled; the first is the usual one."""
    return (TITLE_RIGHT, ID_RIGHT, IGNORED) if kind == "id" else (NOTED, IGNORED)


def merge(store: Store, keep: int, other: int, reason: str = "") -> Changes:
    """Two papers are one: ``keep`` takes over all that stands on ``other``, whose id and titles find it."""
    names = _papers(store, keep, other)
    with store.operation(f"Merge “{names[1]}” into “{names[0]}”", at=now()) as operation:
        touched = merging.merge(store, keep, other, _clean(reason, SAME))
        _close_moot(store, keep, _clean(reason, SAME))
        _done(operation, touched)
    return operation.changes


def merge_with(store: Store, paper: int, words: str, reason: str = "") -> Changes:
    """Say which paper of the library one without a title is, by its title or id; that one is kept."""
    return merge(store, find_node(store.reader, words, NodeKind.PAPER), paper, reason)


def keep_apart(store: Store, a: int, b: int, reason: str = "") -> Changes:
    """Two papers are not one: they are never merged nor proposed again, by no import."""
    names = _papers(store, a, b)
    with store.operation(f"Keep “{names[0]}” and “{names[1]}” apart", at=now()) as operation:
        merging.keep_apart(store, a, b, _clean(reason, OTHER))
        _done(operation, {a, b})
    return operation.changes


def split(store: Store, paper: int, appearances: Sequence[int] = (), reason: str = "") -> Changes:
    """Some places that name a paper speak of another one: the paper that was merged in, or a new one.

    Args:
        appearances: Ids of the places; empty for what the latest merge brought.
    """
    (name,) = _names(store, paper)
    own = [row[0] for row in moves.appearances_of(store.reader, [paper])]
    leaving = sorted(set(appearances) or _latest_merge(store, paper))
    if not leaving:
        raise ExplorerError(f"Nothing was merged into “{name}”.", "Say which places leave it: --appearance.")
    if strange := [place for place in leaving if place not in own]:
        raise NotFound(f"{strange[0]} is no place that names “{name}”.", f"Its places: {_listed(own)}.")
    if len(leaving) == len(own):
        raise ExplorerError(
            "All places would leave it.", "Leave at least one; or merge it into another paper."
        )
    with store.operation(f"Split “{name}”", at=now()) as operation:
        made, touched = merging.split(store, paper, leaving, _clean(reason, PARTED))
        _done(operation, touched | {made})
    return operation.changes


def settle(store: Store, number: int, decision: str, note: str = "") -> Changes:
    """Settle a contradiction.

    Args:
        decision: Where a title stands with another paper's id: "id" (the id is right, the title is one more
            name of its paper), "title" (the id is wrong, for good) or "ignore". Else "noted" or "ignore".
    """
    row = undecided.contradiction(store.reader, number)
    if row is None:
        raise NotFound(f"There is no contradiction {number}.", "List them with: paper-explorer needs LIBRARY")
    if row.state == "settled":
        raise ExplorerError("It is settled already.", "Undo takes that back.")
    if decision not in choices(row.kind):
        raise WrongUse(f"It cannot be settled by “{decision}”.", f"One of: {', '.join(choices(row.kind))}.")
    with store.operation(f"Settle “{_short(row.detail)}”", at=now()) as operation:
        _done(operation, _carry_out(store, row, decision, " ".join(note.split())))
    return operation.changes


def _carry_out(store: Store, row: ContradictionRow, decision: str, note: str) -> set[int]:
    undecided.settle(store, row.id, decision, note)
    touched = {row.document}
    if decision not in (ID_RIGHT, TITLE_RIGHT):
        return touched
    if row.paper is None or row.appearance is None or row.other is None or row.paper == row.other:
        if decision == ID_RIGHT:
            raise ExplorerError("The paper that has this id is not in the library.", "Import it first.")
        return touched
    if decision == TITLE_RIGHT:
        merging.keep_apart(store, row.paper, row.other, note or "the id is wrong")
        return touched | {row.paper, row.other}
    undecided.count_again(store, [row.appearance])
    places = moves.appearances_of(store.reader, [row.paper])
    if len(places) > 1:
        return touched | merging.move(store, [row.appearance], row.other)
    touched |= merging.merge(store, row.other, row.paper, note or "the id is right")
    return touched


def _close_moot(store: Store, paper: int, reason: str) -> None:
    """An id that was disputed between two papers is disputed no more once they are one."""
    rows = undecided.moot(store.reader, paper)
    for row in rows:
        undecided.settle(store, row.id, ID_RIGHT, reason)
    undecided.count_again(store, [row.appearance for row in rows if row.appearance is not None])
    if rows:
        merging.refold(store, [paper])


def _latest_merge(store: Store, paper: int) -> list[int]:
    own = {row[0] for row in moves.appearances_of(store.reader, [paper])}
    merged = [row for row in identity.same_rows(store.reader, [paper]) if row.decision == "merged"]
    brought = [identity.brought(row) & own for row in merged if row.a == paper]
    return sorted(next((places for places in reversed(brought) if places), set()))


def _papers(store: Store, a: int, b: int) -> tuple[str, str]:
    if a == b:
        raise ExplorerError("That is one paper already.", "Choose two.")
    first, second = _names(store, a, b)
    return first, second


def _names(store: Store, *papers: int) -> list[str]:
    found = {int(node): (int(kind), str(name)) for node, kind, name in ends_of(store.reader, papers)}
    for paper in papers:
        if paper not in found:
            raise NotFound(f"There is nothing with the id {paper}.", "Look for it with search.")
        if found[paper][0] != NodeKind.PAPER:
            raise ExplorerError(f"“{_short(found[paper][1])}” is not a paper.", "Choose papers.")
    return [_short(found[paper][1]) for paper in papers]


def _short(title: str) -> str:
    return title if len(title) <= _TITLE_CHARS else title[: _TITLE_CHARS - 1].rstrip() + "…"


def _clean(reason: str, otherwise: str) -> str:
    return " ".join(reason.split()) or otherwise


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))


def _done(operation: Operation, touched: set[int]) -> None:
    operation.touched |= touched
    operation.tables |= {"paper", "edge"}
