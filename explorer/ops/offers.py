"""Accept or refuse a paper that a service offered for a title: each one undo step."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError, NotFound
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.pipeline import merging
from explorer.store import Store, identity, offers
from explorer.store.identity import KeyClaim
from explorer.store.offers import Offer

_TITLE_CHARS = 60
_REASON = "it is the paper that was offered for its title"


def accept(store: Store, number: int, paper: int = 0) -> Changes:
    """A paper is the one that was offered: it gets its id, or becomes one with the paper that has it.

    Args:
        paper: Which of the papers of that title; 0 where there is only one.

    Raises:
        NotFound: There is no such offer, or no such paper waits for it.
        ExplorerError: It was decided on already, or several papers have that title.
    """
    offer = _open_offer(store, number)
    asking = offers.papers_asking(store.reader, number)
    if not paper and len(asking) > 1:
        raise ExplorerError(f"{len(asking)} papers have that title.", f"Say which: {_listed(asking)}.")
    if not asking or paper not in (0, *asking):
        raise NotFound(
            "No such paper waits for this id.", "See what waits with: paper-explorer needs LIBRARY"
        )
    with store.operation(f"Accept {offer.value} for “{_short(offer.title)}”", at=now()) as operation:
        offers.decide_offer(store, number, offers.ACCEPTED)
        touched = _give(store, paper or asking[0], offer)
        operation.touched |= touched
        operation.tables |= {"paper", "node", "edge"}
    return operation.changes


def _give(store: Store, paper: int, offer: Offer) -> set[int]:
    """The id for a paper, or the paper for the work that has it; the nodes touched."""
    scheme = offers.SCHEMES[offer.service]
    found = identity.holders(store.reader, [offer.value])
    holder = min((node for node, name, _ in found if name == scheme), default=paper)
    if holder != paper:
        return merging.merge(store, holder, paper, _REASON) | {paper}
    identity.put_claims(store, paper, [KeyClaim(scheme, offer.value, "given")])
    return merging.mend(store, [paper], set()) | {paper}


def refuse(store: Store, number: int) -> Changes:
    """The paper is another one: it is never offered nor joined for this title again."""
    offer = _open_offer(store, number)
    with store.operation(f"Refuse {offer.value} for “{_short(offer.title)}”", at=now()) as operation:
        offers.decide_offer(store, number, offers.REFUSED)
        operation.tables |= {"paper"}
    return operation.changes


def _open_offer(store: Store, number: int) -> Offer:
    found = offers.offer(store.reader, number)
    if found is None:
        raise NotFound(f"There is no offer {number}.", "List them with: paper-explorer needs LIBRARY")
    if found.decision:
        raise ExplorerError("It is decided already.", "Undo takes that back.")
    return found


def _short(title: str) -> str:
    return title if len(title) <= _TITLE_CHARS else title[: _TITLE_CHARS - 1].rstrip() + "…"


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers))
