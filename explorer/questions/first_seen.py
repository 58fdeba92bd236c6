"""First seen: the one rule for when a paper or method came, from its lifeline.

The first dated source that names it, and apart from that the day of its paper on arXiv: a source says that
somebody saw it, the number of a preprint only that it was there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from explorer.model import NodeId, NodeKind
from explorer.questions.lifeline import LIVING, Lifeline, Stop, by_day, lifeline
from explorer.store import Reader
from explorer.store.graph import nodes

_CALLED: Final = {"report": "report", "study_group": "notes", "talk": "talk", "digest": "week of"}


@dataclass(frozen=True, slots=True)
class FirstSeen:
    """Attributes:
    place: The first dated source that names it, or None; its ``source`` says where.
    arxiv: Its paper on arXiv, where that was there before the place; else None.
    is_paper: Whether it is a paper itself, not a method with one.
    """

    place: Stop | None
    arxiv: Stop | None
    is_paper: bool = False

    @property
    def day(self) -> str:
        """The day of the place as far as it is known, or ""."""
        return self.place.known if self.place else ""

    @property
    def fact(self) -> str:
        """ "2020-12-06, NeurIPS 2020; its paper on arXiv 2020-05", "" where no source has a day."""
        if self.place is None:
            return ""
        where = called(self.place.kind, self.place.name)
        told = where if self._is_named_by_day else f"{_from(self.place)}, {where}"
        return "; ".join(filter(None, (told, self._preprint)))

    @property
    def short(self) -> tuple[str, ...]:
        """ "first seen 2020-12-06", "its paper on arXiv 2020-05": the fact without its place."""
        if self.place is None:
            return ()
        return tuple(filter(None, (f"first seen {self.day}", self._preprint)))

    @property
    def parts(self) -> tuple[str, ...]:
        """ "first seen 2020-12-06 in NeurIPS 2020", "its paper on arXiv 2020-05": what is known of both."""
        if self.place is None:
            return (self._preprint,) if self.arxiv else ()
        where = called(self.place.kind, self.place.name)
        day = "" if self._is_named_by_day else f"{_from(self.place)} "
        return tuple(filter(None, (f"first seen {day}in {where}", self._preprint)))

    @property
    def _is_named_by_day(self) -> bool:
        return self.place is not None and self.place.known in self.place.name

    @property
    def _preprint(self) -> str:
        if self.arxiv is None:
            return ""
        return f"{'on arXiv' if self.is_paper else 'its paper on arXiv'} {self.arxiv.known}"


def first_seen(found: Lifeline) -> FirstSeen:
    """When a paper or method was first seen, by all dated places of its lifeline."""
    stops = [stop for stop in (found.digest, found.venue, *found.later) if stop and stop.first]
    place = min(stops, key=lambda stop: (*by_day(stop.known), stop.name), default=None)
    arxiv = found.arxiv if found.arxiv and found.arxiv.first else None
    if place and arxiv and by_day(place.known) <= by_day(arxiv.known):
        arxiv = None
    return FirstSeen(place, arxiv, found.kind is NodeKind.PAPER)


def first_seen_of(reader: Reader, node: NodeId) -> FirstSeen:
    """When a node was first seen; without a place for a node that has no lifeline, or is gone."""
    rows = nodes(reader, [node])
    if not rows or rows[0].kind not in LIVING:
        return FirstSeen(None, None)
    return first_seen(lifeline(reader, node))


def called(kind: str, name: str) -> str:
    """ "report ICML 2024 …", "week of 2024-04-29 – 05-05", "NeurIPS 2023"."""
    return f"{_CALLED.get(kind, '')} {name}".strip()


def _from(place: Stop) -> str:
    """The first day of a place: when it ended does not matter here."""
    return f"{place.known} ({place.by})" if place.by else place.known
