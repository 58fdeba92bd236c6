"""Decisions on links and names, imported on the thread that carries them out."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import Changes
from explorer.questions.curation import Curation, waiting_curation

ASKED_AT_ONCE = 200  #: things that wait, shown at a time


@dataclass(frozen=True, slots=True)
class LinkWish:
    """What a person decides on links.

    Attributes:
        verb: "accept", "reject", "correct" or "state".
        links: Ids of links; one for "correct", none for "state".
        ends: Subject and object, for "state".
        predicate: For "correct" and "state".
        turned: For "correct": subject and object change places.
    """

    verb: str
    links: tuple[int, ...] = ()
    ends: tuple[int, int] = (0, 0)
    predicate: str = ""
    turned: bool = False


@dataclass(frozen=True, slots=True)
class NameWish:
    """What a person decides on names.

    Attributes:
        verb: "merge", "apart", "meaning", "accept" or "reject".
        pairs: (kept, other) concepts, for "merge" and "apart".
        meanings: (form, concepts that it names, concepts that it does not), for "meaning".
        names: (concept, form), for "accept" and "reject".
    """

    verb: str
    pairs: tuple[tuple[int, int], ...] = ()
    meanings: tuple[tuple[str, tuple[int, ...], tuple[int, ...]], ...] = ()
    names: tuple[tuple[int, str], ...] = ()


def decide(store, wish: LinkWish | NameWish) -> Changes:
    """Carry a decision out as one undo step."""
    from explorer.ops import concepts, linking

    if isinstance(wish, NameWish):
        acts = {
            "merge": lambda: concepts.merge_pairs(store, wish.pairs),
            "apart": lambda: concepts.keep_apart(store, wish.pairs),
            "meaning": lambda: concepts.choose_meanings(store, wish.meanings),
            "accept": lambda: concepts.accept_aliases(store, wish.names),
            "reject": lambda: concepts.reject_aliases(store, wish.names),
        }
    else:
        acts = {
            "accept": lambda: linking.accept(store, wish.links),
            "reject": lambda: linking.reject(store, wish.links),
            "correct": lambda: linking.correct(store, wish.links[0], wish.predicate, wish.turned),
            "state": lambda: linking.state(store, wish.ends[0], wish.predicate, wish.ends[1]),
        }
    return acts[wish.verb]()


def waiting(reader) -> Curation:
    """What waits on links and names, the first of it."""
    return waiting_curation(reader, ASKED_AT_ONCE)
