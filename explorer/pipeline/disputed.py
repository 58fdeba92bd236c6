"""Disputed ids: taken from the works that state them wrongly, given back when nobody objects any more."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from explorer.model.plan import ImportPlan
from explorer.store import Store, disputes, moves


def take_ids(store: Store, plan: ImportPlan, appearances: Sequence[Sequence[int]]) -> set[int]:
    """Let the ids that a plan found to be another paper's no longer count.

    A statement of the library that shares its work with statements which have
    the id rightly gets a work of its own.

    Args:
        appearances: Ids of the plan's appearances, by document and record.

    Returns:
        Works of the library to be folded anew.
    """
    stored = [c.appearance for c in plan.contradictions if c.kind == "id" and c.appearance]
    new = [
        row[i]
        for planned, row in zip(plan.documents, appearances, strict=True)
        for i, resolution in enumerate(planned.resolutions)
        if resolution.disputed
    ]
    disputes.dispute(store, new + stored)
    disputes.acquit(store, plan.cleared)
    changed = {paper for _, paper, _ in disputes.claims_of(store.reader, plan.cleared)}
    for appearance, paper, shared in disputes.claims_of(store.reader, stored):
        changed.add(paper)
        if shared:
            work = moves.add_work(store)
            moves.move_appearances(store, [appearance], work)
            changed.add(work)
    return changed


def unopposed(store: Store) -> frozenset[int]:
    """Appearances whose disputed id no other work has."""
    return frozenset(int(row[0]) for row in disputes.unopposed(store.reader))


def give_back_ids(store: Store, were: Collection[int] = ()) -> set[int]:
    """Let disputed ids count again that no other work has any more; works to be folded anew.

    Where several works state such an id, it goes to the one that did so first.

    Args:
        were: Appearances of which that was so before, and which stay as they are.
    """
    first: dict[str, int] = {}
    rows = [row for row in disputes.unopposed(store.reader) if row[0] not in were]
    free = [row for row in rows if first.setdefault(row[2], row[1]) == row[1]]
    disputes.acquit(store, [appearance for appearance, _, _ in free])
    return {paper for _, paper, _ in free}
