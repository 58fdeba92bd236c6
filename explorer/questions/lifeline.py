"""Lifelines: first on arXiv, first in a digest, first at a conference, each with the place that says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from explorer.errors import ExplorerError
from explorer.model import NodeId, NodeKind
from explorer.questions.first_arxiv import Preprint, first_preprints
from explorer.questions.lookup import find_node
from explorer.store import Reader
from explorer.store import lifelines as reads
from explorer.store.dating import as_known, known_words
from explorer.store.graph import nodes
from explorer.store.lifelines import EditionRow, PlaceRow

_WHOLE_DAY: Final = len("2024-07-21")
#: how a method stands in a place: its own paper says more than a name that is used there
HOW: Final = ("paper", "named", "own words")
LIVING: Final = (NodeKind.PAPER, NodeKind.CONCEPT)  #: what has a lifeline
_THREE: Final = ("arxiv", "digest", "venue")
_ROLES: Final = ("reviewed", "referenced", "background", "")


@dataclass(frozen=True, slots=True)
class Source:
    """The slice of a document behind a date; ``is_list`` says whether that is a list of papers."""

    document: NodeId
    name: str
    start: int
    end: int
    exact: str
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class Stop:
    """A dated place on a lifeline.

    Attributes:
        kind: "arxiv", "digest", "venue", "report", "talk", "study_group", or the kind of a document.
        node: The edition, issue or document; for arXiv the paper.
        first, last: ISO days (a month where no document states the day), "" unknown.
        how: One of ``HOW``.
        paper: Through which it stands there, or None.
        by: The edition whose days stand for those of a talk or report, "" where they are its own.
    """

    kind: str
    node: NodeId
    name: str
    first: str
    last: str
    how: str
    paper: NodeId | None
    source: Source | None
    by: str = ""

    @property
    def known(self) -> str:
        """The first day as far as it is known: a month where the edition dates it."""
        return as_known(self.first, self.by)

    @property
    def when(self) -> str:
        """ "2024-02-01", "2024-04-29 to 2024-05-05", "2023-12 (NeurIPS 2023)"."""
        if self.by or self.first == self.last or self.kind == "venue":
            return known_words(self.first, self.by)
        return f"{self.first} to {self.last}" if self.first else ""


@dataclass(frozen=True, slots=True)
class Lead:
    """How long a digest was ahead of a conference.

    Attributes:
        days: From the last day of the digest's period to the first day of the edition; below 0 where the
            digest came later.
        basis: "paper" where one paper stands in both, "mention" where the method is only named in one.
    """

    days: int
    digest: Stop
    venue: Stop
    basis: str

    @property
    def words(self) -> str:
        """ "77 days before the conference"."""
        return lead_words(self.days)


@dataclass(frozen=True, slots=True)
class Lifeline:
    """Attributes:
    arxiv, digest, venue: The first of each, or None.
    lead: None where there is none to count; ``why`` says why.
    later: What came after, by date; undated places last.
    """

    node: NodeId
    kind: NodeKind
    name: str
    arxiv: Stop | None
    digest: Stop | None
    venue: Stop | None
    later: tuple[Stop, ...]
    lead: Lead | None
    why: str = ""

    @property
    def first_text(self) -> Stop | None:
        """The talk, report or article that was before all of the three, or None."""
        known = [by_day(stop.known) for stop in (self.arxiv, self.digest, self.venue) if stop and stop.first]
        texts = [stop for stop in self.later if stop.kind not in _THREE and stop.first]
        first = min(texts, key=lambda stop: by_day(stop.known), default=None)
        return first if first and by_day(first.known) < min(known, default=(True, "")) else None


def lead_words(days: int) -> str:
    """ "77 days before the conference", "on the first day of the conference"."""
    if not days:
        return "on the first day of the conference"
    count = f"{abs(days):,} {'day' if abs(days) == 1 else 'days'}"
    return f"{count} before the conference" if days > 0 else f"{count} after the conference began"


def lifeline(reader: Reader, node: NodeId) -> Lifeline:
    """The lifeline of a paper or a method.

    Raises:
        ExplorerError: The node is neither.
    """
    row = nodes(reader, [node])[0]
    kind = NodeKind(row.kind)
    if kind not in LIVING:
        raise ExplorerError(f"“{row.name}” has no lifeline.", "Name a paper or a method.")
    is_paper = kind is NodeKind.PAPER
    places = reads.of_papers(reader, [node]) if is_paper else reads.of_concepts(reader, [node])
    papers = [node] if is_paper else reads.introducers(reader, [node]).get(node, [])
    stops = stops_of(reader, places)
    preprints = first_preprints(reader, papers)
    arxiv = min((_arxiv(preprint) for preprint in preprints.values()), key=_order, default=None)
    return _lifeline((node, kind, row.name), arxiv, stops)


def lifeline_of(reader: Reader, words: str) -> Lifeline:
    """The lifeline of the one paper or method that an id, a name or a title means."""
    return lifeline(reader, find_node(reader, words))


def stops_of(reader: Reader, places: Sequence[PlaceRow]) -> list[Stop]:
    """The best row of each place as a stop, by date."""
    where = {place.node for place in places}
    known = reads.editions(reader, where) | reads.documents(reader, where)
    names = {row.id: row.name for row in nodes(reader, {place.document for place in places})}
    return sorted((_stop(row, known, names) for row in best_places(places).values()), key=_order)


def best_places(places: Iterable[PlaceRow]) -> dict[tuple[int, int], PlaceRow]:
    """(owner, place) → the row that says most: of a paper of its own, reviewed, in a list."""
    best: dict[tuple[int, int], PlaceRow] = {}
    for place in places:
        key = place.owner, place.node
        if key not in best or _worth(place) < _worth(best[key]):
            best[key] = place
    return best


def lead_between(digest: EditionRow | Stop, venue: EditionRow | Stop) -> int | None:
    """Days from the end of a digest's period to the first day of an edition; None where one is unknown."""
    if len(digest.last) != _WHOLE_DAY or len(venue.first) != _WHOLE_DAY or digest.by or venue.by:
        return None
    return (date.fromisoformat(venue.first) - date.fromisoformat(digest.last)).days


def by_day(first: str) -> tuple[bool, str]:
    """Sorts ISO days and months; a month stands before its days, what has no day last."""
    return not first, first


def _worth(place: PlaceRow) -> tuple[int, int, bool, int, int]:
    return (
        HOW.index(place.how),
        _ROLES.index(place.role) if place.role in _ROLES else len(_ROLES),
        place.document_kind != "paper_list",
        place.document,
        place.start,
    )


def _stop(place: PlaceRow, known: Mapping[int, EditionRow], names: Mapping[int, str]) -> Stop:
    where = known[place.node]
    is_list = place.document_kind == "paper_list"
    source = Source(
        place.document, names[place.document], place.start, place.end, " ".join(place.exact.split()), is_list
    )
    return Stop(
        where.series_kind,
        where.id,
        where.name,
        where.first,
        where.last,
        place.how,
        place.paper,
        source,
        where.by,
    )


def _arxiv(preprint: Preprint) -> Stop:
    said = preprint.stated
    source = Source(said.document, preprint.document, said.start, said.end, " ".join(said.exact.split()))
    name = f"arXiv:{preprint.arxiv_id}"
    return Stop("arxiv", preprint.paper, name, preprint.day, preprint.day, "paper", preprint.paper, source)


def _order(stop: Stop) -> tuple[bool, str, str, int]:
    return (*by_day(stop.first), stop.name, stop.node)


def _lifeline(of: tuple[NodeId, NodeKind, str], arxiv: Stop | None, stops: Sequence[Stop]) -> Lifeline:
    digests = [stop for stop in stops if stop.kind == "digest"]
    venues = [stop for stop in stops if stop.kind == "venue"]
    digest, venue = (min(found, key=_order, default=None) for found in (digests, venues))
    lead = _lead(digests, venues)
    if lead is not None:
        digest, venue = lead.digest, lead.venue
    firsts = {stop.node for stop in (digest, venue) if stop}
    later = tuple(stop for stop in stops if stop.node not in firsts)
    return Lifeline(*of, arxiv, digest, venue, later, lead, "" if lead else _why(digest, venue))


def _lead(digests: Sequence[Stop], venues: Sequence[Stop]) -> Lead | None:
    """Between the first of each; of a method, between the first of one paper where one stands in both."""
    own = {stop.paper for stop in digests if stop.how == "paper"}
    own &= {stop.paper for stop in venues if stop.how == "paper"}
    leads: list[Lead] = []
    for paper in sorted(paper for paper in own if paper is not None):
        sides = [[s for s in side if s.how == "paper" and s.paper == paper] for side in (digests, venues)]
        if lead := _between(sides[0], sides[1], "paper"):
            leads.append(lead)
    if leads:
        return min(leads, key=lambda lead: _order(lead.digest))
    return _between(digests, venues, "mention")


def _between(digests: Sequence[Stop], venues: Sequence[Stop], basis: str) -> Lead | None:
    if not digests or not venues:
        return None
    digest, venue = min(digests, key=_order), min(venues, key=_order)
    days = lead_between(digest, venue)
    return None if days is None else Lead(days, digest, venue, basis)


def _why(digest: Stop | None, venue: Stop | None) -> str:
    if digest and venue:
        unknown = venue if len(venue.first) != _WHOLE_DAY else digest
        return f"The days of {unknown.name} are not known."
    if digest:
        return "In a digest, not yet at a conference here."
    return "At a conference, never in a digest here." if venue else "In no digest and at no conference here."
