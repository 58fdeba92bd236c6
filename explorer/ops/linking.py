"""What a person says of stated links: accept, reject, correct, or state one by hand."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError, NotFound
from explorer.model import Changes, LinkStatus
from explorer.model.predicates import Predicate, predicates_between
from explorer.ops.clock import now
from explorer.pipeline.relate import relate
from explorer.store import Store
from explorer.store import links as rows
from explorer.store.history import Operation
from explorer.store.links import LinkEnds

_VERB = {LinkStatus.ACCEPTED: "Accept", LinkStatus.REJECTED: "Reject", LinkStatus.PROPOSED: "Reopen"}


def accept(store: Store, links: Sequence[int]) -> Changes:
    """Take links for true; proposals begin to show in the graph."""
    return _decide(store, links, LinkStatus.ACCEPTED)


def reject(store: Store, links: Sequence[int]) -> Changes:
    """Take links for wrong: they leave every view and no import brings them back."""
    return _decide(store, links, LinkStatus.REJECTED)


def reopen(store: Store, links: Sequence[int]) -> Changes:
    """Make links proposals again."""
    return _decide(store, links, LinkStatus.PROPOSED)


def correct(store: Store, link: int, predicate: str = "", turned: bool = False) -> Changes:
    """Reject a link and state what its sentence really says.

    Args:
        predicate: What it says of the two; "" where only the direction is wrong.
        turned: Whether subject and object change places.
    """
    (old,) = _found(store, [link])
    subject, target = (old.object, old.subject) if turned else (old.subject, old.object)
    kinds = (old.object_kind, old.subject_kind) if turned else (old.subject_kind, old.object_kind)
    wanted = _predicate(predicate or old.predicate, *kinds)
    if (subject, wanted.value) == (old.subject, old.predicate):
        raise ExplorerError("That is what the link says already.", "Choose another verb, or turn it round.")
    with store.operation(f"Correct {_words(old)}", at=now()) as operation:
        rows.set_status(store, [link], LinkStatus.REJECTED)
        made = rows.put_link(store, subject, wanted.value, target, operation.at)
        rows.copy_evidence(store, link, made)
        _relate(store, operation, [subject, target])
    return operation.changes


def state(store: Store, subject: int, predicate: str, target: int) -> Changes:
    """A link by hand, "stated by you". A link that an import found or that was rejected is accepted."""
    if subject == target:
        raise ExplorerError("A thing has no link to itself.", "Choose two.")
    ends = {
        int(node): (int(kind), str(name))
        for node, kind, name in rows.ends_of(store.reader, [subject, target])
    }
    if len(ends) < 2:
        raise NotFound("One of the two is not in the library.", "Look for it with search.")
    wanted = _predicate(predicate, ends[subject][0], ends[target][0])
    label = f"State “{ends[subject][1]} {_verb(wanted)} {ends[target][1]}”"
    with store.operation(label, at=now()) as operation:
        rows.put_link(store, subject, wanted.value, target, operation.at)
        _relate(store, operation, [subject, target])
    return operation.changes


def _predicate(words: str, subject_kind: int, object_kind: int) -> Predicate:
    allowed = predicates_between(subject_kind, object_kind)
    if not allowed:
        raise ExplorerError(
            "A link stands between two methods, or from a paper to a method.", "Choose other ends."
        )
    key = "_".join(words.split()).casefold()
    if key not in [p.value for p in allowed]:
        listed = ", ".join(_verb(p) for p in allowed)
        raise ExplorerError(f"Between these two nothing can be “{words}”.", f"One of: {listed}.")
    return Predicate(key)


def _decide(store: Store, links: Sequence[int], status: LinkStatus) -> Changes:
    found = _found(store, links)
    label = f"{_VERB[status]} {_words(found[0]) if len(found) == 1 else f'{len(found)} links'}"
    with store.operation(label, at=now()) as operation:
        changed = rows.set_status(store, links, status)
        _relate(store, operation, [end for link in found for end in (link.subject, link.object)])
    return (
        operation.changes if changed else Changes(f"Nothing to {_VERB[status].casefold()}: it is so already")
    )


def _found(store: Store, links: Sequence[int]) -> list[LinkEnds]:
    found = rows.links_by_id(store.reader, links)
    if not found or len(found) < len(set(links)):
        raise NotFound("There is no such link any more.", "Look at the passport of one of its ends again.")
    return found


def _words(link: LinkEnds) -> str:
    return f"“{link.subject_name} {link.predicate.replace('_', ' ')} {link.object_name}”"


def _verb(predicate: Predicate) -> str:
    return predicate.value.replace("_", " ")


def _relate(store: Store, operation: Operation, changed: Sequence[int]) -> None:
    operation.touched |= relate(store, changed)
    operation.tables.add("edge")
