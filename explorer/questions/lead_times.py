"""Lead times: all papers or methods that stand in a digest, at a conference, or in both."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from explorer.model import NodeId
from explorer.questions.first_arxiv import first_preprints
from explorer.questions.lifeline import HOW, best_places, by_day, lead_between
from explorer.store import Reader
from explorer.store import lifelines as reads
from explorer.store.graph import nodes
from explorer.store.lead_places import all_concepts, all_papers
from explorer.store.lifelines import EditionRow, PlaceRow


class Only(StrEnum):
    """Which rows are wanted."""

    LEAD = "lead"  #: in a digest and at a conference
    DIGEST = "digest-only"
    VENUE = "venue-only"


@dataclass(frozen=True, slots=True)
class Stand:
    """The first place of a kind.

    Attributes:
        node: The issue or edition; ``first`` and ``last`` its ISO days, "" unknown.
        how: "paper", "named" or "own words", as of a lifeline.
        document, start: Where that is said; ``source`` is the document's title.
        is_list: Whether a list of papers says so.
    """

    node: NodeId
    name: str
    first: str
    last: str
    how: str
    document: NodeId
    start: int
    source: str
    is_list: bool


@dataclass(frozen=True, slots=True)
class LeadRow:
    """Attributes:
    arxiv_id, arxiv_day: Of the paper, or of the first that introduces the method; "" unknown. The day is a
        month where no document states the day.
    days: From the last day of the digest's period to the first day of the edition; None where one of the
        two is missing or has no known day.
    basis: "paper" where one paper stands in both; "mention" where a name is all that is known; "" without
        a lead.
    """

    node: NodeId
    name: str
    arxiv_id: str
    arxiv_day: str
    digest: Stand | None
    venue: Stand | None
    days: int | None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class LeadTimes:
    """Attributes:
    rows: Leads of one paper before those of mere names, the longest first; then, by the day of their first
        place, those without a lead.
    undated: How many of them stand in both, where a first day is not known.
    """

    only: Only
    is_methods: bool
    rows: tuple[LeadRow, ...]
    undated: int


def lead_times(reader: Reader, only: Only = Only.LEAD, is_methods: bool = False) -> LeadTimes:
    """Papers (methods) with their first digest and first conference.

    A method that a paper introduces counts through that paper where one paper stands in both; the name alone
    is a weaker ground, and each row says which it is.
    """
    places = all_concepts(reader) if is_methods else all_papers(reader)
    known = reads.editions(reader, {place.node for place in places})
    pairs = _pairs(places, known, only)
    owners = sorted(pairs)
    names = {row.id: row.name for row in nodes(reader, owners)}
    titles = {
        row.id: row.name for row in nodes(reader, {p.document for two in pairs.values() for p in two if p})
    }
    arxiv = _arxiv(reader, owners, is_methods)
    rows = [
        _row((owner, names[owner], *arxiv.get(owner, ("", ""))), pairs[owner], known, titles)
        for owner in owners
        if owner in names
    ]
    rows.sort(key=_order)
    undated = sum(row.digest is not None and row.venue is not None and row.days is None for row in rows)
    return LeadTimes(only, is_methods, tuple(rows), undated)


Pair = tuple[PlaceRow | None, PlaceRow | None]


def _pairs(places: Iterable[PlaceRow], known: Mapping[int, EditionRow], only: Only) -> dict[int, Pair]:
    """Owner → its first place in a digest and at a conference."""
    sides: dict[int, tuple[list[PlaceRow], list[PlaceRow]]] = {}
    for place in best_places(places).values():
        two = sides.setdefault(place.owner, ([], []))
        two[known[place.node].series_kind == "venue"].append(place)
    wanted = {Only.LEAD: (True, True), Only.DIGEST: (True, False), Only.VENUE: (False, True)}[only]
    return {
        owner: _firsts(two, known) for owner, two in sides.items() if (bool(two[0]), bool(two[1])) == wanted
    }


def _firsts(sides: tuple[Sequence[PlaceRow], Sequence[PlaceRow]], known: Mapping[int, EditionRow]) -> Pair:
    """The first of each side; of one paper where one stands in both."""

    def first(rows: Iterable[PlaceRow]) -> PlaceRow | None:
        return min(
            rows, key=lambda row: (by_day(known[row.node].first), HOW.index(row.how), row.node), default=None
        )

    digests, venues = sides
    own = {row.paper for row in digests if row.how == "paper"} & {
        row.paper for row in venues if row.how == "paper"
    }
    if own:
        digest = first(row for row in digests if row.paper in own and row.how == "paper")
        paper = digest.paper if digest else None
        return digest, first(row for row in venues if row.paper == paper and row.how == "paper")
    return first(digests), first(venues)


def _arxiv(reader: Reader, owners: Sequence[NodeId], is_methods: bool) -> dict[NodeId, tuple[str, str]]:
    """Owner → (arXiv id, first day or month)."""
    papers = reads.introducers(reader, owners) if is_methods else {owner: [owner] for owner in owners}
    found = first_preprints(reader, {paper for own in papers.values() for paper in own})
    out: dict[NodeId, tuple[str, str]] = {}
    for owner, own in papers.items():
        days = [(found[paper].day, found[paper].arxiv_id) for paper in own if paper in found]
        if days:
            day, arxiv_id = min(days)
            out[owner] = arxiv_id, day
    return out


def _row(
    of: tuple[NodeId, str, str, str], pair: Pair, known: Mapping[int, EditionRow], titles: Mapping[int, str]
) -> LeadRow:
    digest, venue = (_stand(place, known, titles) for place in pair)
    days = lead_between(known[digest.node], known[venue.node]) if digest and venue else None
    basis = "paper" if all(place and place.how == "paper" for place in pair) else "mention"
    if pair[0] and pair[1] and pair[0].paper != pair[1].paper:
        basis = "mention"
    return LeadRow(*of, digest, venue, days, "" if days is None else basis)


def _stand(
    place: PlaceRow | None, known: Mapping[int, EditionRow], titles: Mapping[int, str]
) -> Stand | None:
    if place is None:
        return None
    where, is_list = known[place.node], place.document_kind == "paper_list"
    source = place.document, place.start, titles[place.document]
    return Stand(where.id, where.name, where.first, where.last, place.how, *source, is_list)


def _order(row: LeadRow) -> tuple[bool, bool, int, tuple[bool, str], str, int]:
    first = row.digest or row.venue
    day = by_day(first.first if first else "")
    return row.days is None, row.basis == "mention", -(row.days or 0), day, row.name, row.node
