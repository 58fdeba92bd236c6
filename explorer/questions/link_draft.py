"""What can be stated of two nodes, either way."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model.predicates import predicates_between
from explorer.store import Reader
from explorer.store.links import ends_of


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """Two ends and what can be stated of them.

    Attributes:
        ends: (id, name) of the subject, then of the object.
        forward: Verbs from subject to object; ``backward`` those of the other way.
        predicate: The verb of the link that is corrected, or "".
        link: Its id, or 0 where one is stated by hand.
    """

    ends: tuple[tuple[int, str], tuple[int, str]]
    forward: tuple[str, ...]
    backward: tuple[str, ...]
    predicate: str = ""
    link: int = 0


def link_draft(reader: Reader, ends: tuple[int, int], link: int = 0, predicate: str = "") -> LinkDraft | None:
    """The draft of a link between two nodes; None where one is gone, or nothing can be stated of them."""
    found = {int(node): (int(kind), str(name)) for node, kind, name in ends_of(reader, ends)}
    if len(found) < 2:
        return None
    (a, a_name), (b, b_name) = (found[end] for end in ends)
    forward = tuple(p.value for p in predicates_between(a, b))
    backward = tuple(p.value for p in predicates_between(b, a))
    made = LinkDraft(((ends[0], a_name), (ends[1], b_name)), forward, backward, predicate, link)
    return made if forward or backward else None
