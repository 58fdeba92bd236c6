"""What waits for a person: contradictions, papers and people that may be one, papers without a title."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from explorer.model import NodeId, NodeKind
from explorer.questions.alike_people import alike_people
from explorer.questions.evidence import SAMPLE_URI, Quote, shortened
from explorer.store import Reader, identity, undecided
from explorer.store.graph import nodes
from explorer.store.nodes import name_of
from explorer.store.offers import count_offers, waiting_offers
from explorer.store.passports import coauthors
from explorer.store.people import papers_by_date
from explorer.store.undecided import ContradictionRow
from explorer.text.mapped import normalise

#: what a person can be asked
CONTRADICTION, SAME, OFFER, UNTITLED, PEOPLE = "contradiction", "same", "offer", "untitled", "people"
SERVICE_NAMES = {"arxiv": "arXiv", "openreview": "OpenReview"}
_OFFERED = {
    "arxiv": "arXiv has a paper of this title; no author, edition or date says that it is this one",
    "openreview": "OpenReview has a paper of this title; no author, edition or date says that it is this one",
}
_PLACES_SHOWN = 6
_NAMES_SHOWN = 3
_PASSAGE_CHARS = 220


@dataclass(frozen=True, slots=True)
class Place:
    """A place that names a paper.

    Attributes:
        appearance: Its id, as ``split`` takes it.
        as_written: The title as it stands there.
        passage: The beginning of what the document says of the paper there, or "".
    """

    appearance: int
    as_written: str
    passage: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class Side:
    """A paper as one has to know it to decide.

    Attributes:
        ids: (scheme, value): "arXiv", "DOI", "OpenReview".
        places: Where documents name it, the first few; ``more`` counts the others.
    """

    id: NodeId
    title: str
    authors: tuple[str, ...]
    published: str
    ids: tuple[tuple[str, str], ...]
    places: tuple[Place, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Undecided:
    """One thing to decide.

    Attributes:
        kind: "same" (two papers may be one), "contradiction", "offer" (a service has a paper of this
            title; the second side is that, with the id 0), "untitled" (no title) or "people" (two
            authors may be one person; a side is then an author, with co-authors and papers).
        number: Of a contradiction, as ``settle`` takes it, or of an offer; else 0.
        topic: Kind of the contradiction: "id", "total", "date", "author"; else "".
        words: Why it is asked: the reason of a proposal, both statements of a contradiction.
        sides: The papers it is about, none to two.
        quote: The sentence of a contradiction, or None.
    """

    kind: str
    number: int
    topic: str
    words: str
    sides: tuple[Side, ...]
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class NeedsYou:
    """``total`` counts everything that waits; ``rows`` are some of it, contradictions first."""

    total: int
    rows: tuple[Undecided, ...]


def count_undecided(reader: Reader) -> int:
    """How many things wait for a person."""
    return sum(_counts(reader))


def needs_you(reader: Reader, limit: int = 200, offset: int = 0) -> NeedsYou:
    """What waits: contradictions, on ids first; papers that may be one; offers; untitled papers; people."""
    parts = (_contradictions, _proposals, _offers, _untitled, _people)
    counts = _counts(reader)
    rows: list[Undecided] = []
    skip = offset
    for part, count in zip(parts, counts, strict=True):
        room = limit - len(rows)
        if skip < count and room > 0:
            rows += part(reader, room, skip)
        skip = max(skip - count, 0)
    return NeedsYou(sum(counts), tuple(rows))


def _counts(reader: Reader) -> tuple[int, ...]:
    contradictions, pairs, untitled = undecided.counts(reader)
    return contradictions, pairs, count_offers(reader), untitled, len(alike_people(reader))


def sides_of(reader: Reader, papers: Iterable[int], most: int = _PLACES_SHOWN) -> dict[NodeId, Side]:
    """Works with the places that name them, by id."""
    wanted = sorted(set(papers))
    found: dict[int, list[Place]] = defaultdict(list)
    for paper, appearance, *document, written, passage, start, end, exact in undecided.places(reader, wanted):
        quote = _quote(document, (start, end, exact))
        found[paper].append(Place(appearance, shortened(written), shortened(passage, _PASSAGE_CHARS), quote))
    return {
        node: Side(
            node,
            str(name),
            tuple(json.loads(authors)),
            str(published),
            tuple((s, v) for s, v in zip(("arXiv", "DOI", "OpenReview"), ids, strict=True) if v),
            tuple(found[node][:most]),
            max(len(found[node]) - most, 0),
        )
        for node, name, authors, published, _, *ids in undecided.sides(reader, wanted)
    }


def all_places(reader: Reader, paper: NodeId) -> Side | None:
    """A work with every place that names it, for a split; None where it is gone."""
    return sides_of(reader, [paper], most=1_000_000).get(paper)


def waits_on(reader: Reader, paper: NodeId) -> tuple[str, ...]:
    """What waits for a person on one paper, in words: "may be “…”: the same title"."""
    others = {
        row.b if row.a == paper else row.a: row.reason
        for row in identity.same_rows(reader, [paper])
        if row.decision == "proposed"
    }
    sides = sides_of(reader, others)
    said = [f"may be “{sides[other].title}”: {reason}" for other, reason in others.items() if other in sides]
    return (*said, *(row.detail for row in undecided.on_paper(reader, paper)))


def merged_into(reader: Reader, paper: NodeId) -> tuple[tuple[str, str], ...]:
    """("Merged from", "“…” (the same paper)") for what was merged into a paper, with the reasons."""
    return tuple(
        ("Merged from", f"“{json.loads(row.detail).get('title', '')}” ({row.reason})")
        for row in identity.same_rows(reader, [paper])
        if row.decision == "merged" and row.a == paper
    )


def _contradictions(reader: Reader, limit: int, offset: int) -> list[Undecided]:
    rows = undecided.contradictions(reader, limit, offset)
    sides = sides_of(reader, [paper for row in rows for paper in _papers(row)])
    return [
        Undecided(
            CONTRADICTION,
            row.id,
            row.kind,
            row.detail,
            tuple(sides[paper] for paper in _papers(row) if paper in sides),
            _quote_of(row),
        )
        for row in rows
    ]


def _papers(row: ContradictionRow) -> list[int]:
    return list(dict.fromkeys(paper for paper in (row.paper, row.other) if paper is not None))


def _quote_of(row: ContradictionRow) -> Quote | None:
    if row.start is None or row.end is None or row.exact is None:
        return None
    return _quote((row.document, row.title, row.uri, row.language), (row.start, row.end, row.exact))


def _proposals(reader: Reader, limit: int, offset: int) -> list[Undecided]:
    rows = undecided.proposals(reader, limit, offset)
    sides = sides_of(reader, [paper for _, a, b, _ in rows for paper in (a, b)])
    return [
        Undecided(SAME, 0, "", reason, tuple(sides[paper] for paper in (a, b) if paper in sides))
        for _, a, b, reason in rows
    ]


def _offers(reader: Reader, limit: int, offset: int) -> list[Undecided]:
    rows = waiting_offers(reader, limit, offset)
    sides = sides_of(reader, [row[1] for row in rows])
    return [
        Undecided(OFFER, number, service, _OFFERED[service], (sides[paper], _offered_side(service, *offered)))
        for number, paper, service, *offered in rows
    ]


def _offered_side(service: str, value: str, title: str, authors: str, published: str) -> Side:
    return Side(0, title, tuple(json.loads(authors)), published, ((SERVICE_NAMES[service], value),), ())


def _untitled(reader: Reader, limit: int, offset: int) -> list[Undecided]:
    papers = undecided.untitled(reader, limit, offset)
    sides = sides_of(reader, papers)
    return [Undecided(UNTITLED, 0, "", _known_of(sides[paper]), (sides[paper],)) for paper in papers]


def _people(reader: Reader, limit: int, offset: int) -> list[Undecided]:
    rows = alike_people(reader)[offset : offset + limit]
    sides = person_sides(reader, [person for row in rows for person in (row.full, row.short)])
    return [
        Undecided(
            PEOPLE,
            0,
            "",
            f"the names fit, and both wrote with {_some(name_of(reader, one) for one in row.shared)}",
            (sides[row.full], sides[row.short]),
        )
        for row in rows
    ]


def person_sides(reader: Reader, people: Iterable[int], most: int = _PLACES_SHOWN) -> dict[NodeId, Side]:
    """Authors with their co-authors and with the places of their papers, newest first, by id."""
    wanted = sorted(set(people))
    written: dict[int, list[int]] = {person: [] for person in wanted}
    for person, paper in papers_by_date(reader, wanted):
        written[person].append(paper)
    shown = {paper for papers in written.values() for paper in papers[:most]}
    papers = sides_of(reader, shown, 1)
    return {
        row.id: Side(
            row.id,
            row.name,
            tuple(str(name) for _, name, _ in coauthors(reader, row.id, _PLACES_SHOWN)),
            "",
            (),
            tuple(place for paper in written[row.id][:most] for place in papers[paper].places),
            max(len(written[row.id]) - most, 0),
        )
        for row in nodes(reader, wanted)
        if row.kind == NodeKind.PERSON
    }


def _some(names: Iterable[str]) -> str:
    """ "A, B, C and 2 more"."""
    known = list(names)
    more = f" and {len(known) - _NAMES_SHOWN} more" if len(known) > _NAMES_SHOWN else ""
    return ", ".join(known[:_NAMES_SHOWN]) + more


def _known_of(side: Side) -> str:
    known = "with authors but no" if side.authors else "with an id but no" if side.ids else "without id or"
    return f"a paper {known} title"


def _quote(document: Sequence[int | str], span: tuple[int, int, str]) -> Quote:
    node = int(document[0])
    title, uri, language = map(str, document[1:])
    start, end, exact = span
    sentence = shortened(normalise(exact))
    return Quote(node, title, start, end, exact, sentence, language, False, uri.startswith(SAMPLE_URI))
