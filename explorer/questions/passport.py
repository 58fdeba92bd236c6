"""Passport: everything the library knows of one node, with its sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.errors import NotFound
from explorer.model import NodeKind
from explorer.questions.evidence import SAMPLE_URI, Statement, quote, stated_in, statements_of
from explorer.questions.lookup import find_node
from explorer.questions.name_form import name_form
from explorer.questions.needs_you import merged_into, waits_on
from explorer.questions.neighbourhood import Neighbour, neighbours_by_kind, of_kind
from explorer.questions.renditions import rendition_facts, shared_facts
from explorer.store import Reader
from explorer.store import passports as reads
from explorer.store.graph import nodes
from explorer.store.statements import QuoteLine, mentions_of, passages_on

_MOST_MENTIONS = 40
_MOST_PAPERS = 60
_MOST_BLOCKS = 400
_PRIOR = {"builds_on", "variant_of", "part_of", "trained_on"}


@dataclass(frozen=True, slots=True)
class Alias:
    form: str
    language: str
    script: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where a node stands: an edition, a digest issue or a document.

    Attributes:
        node: Id of the edition or issue (of the document where it has neither).
        name: Its name.
        kind: NodeKind of ``node``.
        date: ISO date of its first day, or "".
        papers: (id, title) of the papers through which a concept or person stands there.
        role: For a paper: reviewed, referenced, background; else "".
        detail: Status, track, award or rank in words, or "".
    """

    node: int
    name: str
    kind: NodeKind
    date: str
    papers: tuple[tuple[int, str], ...] = ()
    role: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Passport:
    """Attributes:
    kind, id, name: The node.
    subtitle: One quiet line: "method · introduced by … · first seen 2024-04-29".
    concept_kind: For concepts, else "".
    aliases: Other names of a concept; other titles of a paper as aliases of kind "title".
    facts: (label, value) lines such as ("Published", "2024-05-02"); values are plain text.
    links: http(s) addresses: (words, address).
    abstract: Of a paper, or the description of a tag.
    people: (id, name) of a paper's authors in order.
    authors_complete: False where only the first author is known.
    introduced_by: (id, title) of the paper that introduces a concept.
    first_seen: (ISO date, name of the source) or ("", "").
    appearances: Sorted by date.
    prior, derivative: Concepts it builds on, and that build on it.
    statements: Links with their sentences, strongest first.
    mentions: Sentences that name a concept without a link, for a paper the passages on it.
    questions: (question, answer) pairs of a paper, machine-written where ``machine_questions``.
    neighbours: Kind -> related nodes, most important first.
    tags: (id, name).
    waits: What a person can decide on a paper, in words.
    sample: Whether all that is known of it comes from text written for the app.
    """

    kind: NodeKind
    id: int
    name: str
    subtitle: str = ""
    concept_kind: str = ""
    aliases: tuple[Alias, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    abstract: str = ""
    people: tuple[tuple[int, str], ...] = ()
    authors_complete: bool = True
    introduced_by: tuple[int, str] | None = None
    first_seen: tuple[str, str] = ("", "")
    appearances: tuple[Appearance, ...] = ()
    prior: tuple[Neighbour, ...] = ()
    derivative: tuple[Neighbour, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Statement, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    machine_questions: bool = False
    neighbours: tuple[tuple[NodeKind, tuple[Neighbour, ...]], ...] = ()
    tags: tuple[tuple[int, str], ...] = ()
    sample: bool = False
    waits: tuple[str, ...] = ()


def passport(reader: Reader, node: int) -> Passport:
    """The passport of a node of any kind; NotFound where there is none."""
    rows = nodes(reader, [node])
    if not rows:
        raise NotFound(f"There is nothing with the id {node}.", "It may have been removed by an undo.")
    kind = NodeKind(rows[0].kind)
    groups = neighbours_by_kind(reader, node)
    base = Passport(kind, node, rows[0].name, neighbours=groups, tags=tuple(reads.tags_on(reader, node)))
    return _FILL[kind](reader, base)


def passport_of(reader: Reader, words: str) -> Passport:
    """The passport of the one node that an id, a name or a title means."""
    return passport(reader, find_node(reader, words))


def _paper(reader: Reader, base: Passport) -> Passport:
    row = reads.paper(reader, base.id)
    facts = json.loads(row.facts)
    places = reads.places_of_paper(reader, base.id)
    pairs, machine = _question_pairs(reader, base.id)
    people = tuple(reads.authors(reader, base.id))
    return replace(
        base,
        subtitle=" · ".join(filter(None, ("paper", row.published, _who(people, bool(row.authors_complete))))),
        aliases=tuple(
            Alias(title, "", "", "title", "accepted")
            for title in reads.titles(reader, base.id)
            if title != base.name
        ),
        facts=(*_paper_facts(row, facts), *merged_into(reader, base.id)),
        waits=waits_on(reader, base.id),
        links=tuple(_paper_links(row, facts)),
        abstract=row.abstract,
        people=people,
        authors_complete=bool(row.authors_complete),
        first_seen=_first_seen(places),
        appearances=tuple(_appearance(place) for place in places),
        statements=statements_of(reader, base.id),
        mentions=tuple(
            Statement(
                base.id,
                base.name,
                base.id,
                base.name,
                "summary",
                "is summed up",
                stated_in(1),
                1.0,
                (quote(p),),
            )
            for p in passages_on(reader, base.id, _MOST_MENTIONS)
        ),
        questions=pairs,
        machine_questions=machine,
        sample=reads.from_sample_only(reader, [base.id]),
    )


def _who(people: Sequence[tuple[int, str]], complete: bool) -> str:
    if not people:
        return ""
    more = len(people) > 1 or not complete
    return f"{people[0][1]} et al." if more else people[0][1]


def _paper_facts(row: reads.PaperRow, facts: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    if row.published:
        yield "Published", row.published
    if row.updated and row.updated != row.published:
        yield "Updated", row.updated
    if row.arxiv_id:
        yield "arXiv", row.arxiv_id + (f" ({', '.join(facts['versions'])})" if facts.get("versions") else "")
    if row.doi:
        yield "DOI", row.doi
    if row.openreview:
        yield "OpenReview", row.openreview
    if facts.get("categories"):
        yield "Categories", ", ".join(facts["categories"])


def _paper_links(row: reads.PaperRow, facts: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    if row.arxiv_id:
        yield "arXiv", f"https://arxiv.org/abs/{row.arxiv_id}"
    if row.doi:
        yield "DOI", f"https://doi.org/{row.doi}"
    if row.openreview:
        yield "OpenReview", f"https://openreview.net/forum?id={row.openreview}"
    for url in facts.get("code_urls", []):
        yield "Code", url
    for url in facts.get("urls", []):
        if url not in facts.get("code_urls", []) and "arxiv.org" not in url:
            yield "Page", url


def _question_pairs(reader: Reader, node: int) -> tuple[tuple[tuple[str, str], ...], bool]:
    rows = reads.questions_on(reader, node)
    pairs: list[tuple[str, str]] = []
    for kind, text, _ in rows:
        if kind == "question":
            pairs.append((text, ""))
        elif pairs and not pairs[-1][1]:
            pairs[-1] = (pairs[-1][0], text)
    return tuple(pairs), any(machine for *_, machine in rows)


def _appearance(place: reads.PlaceRow) -> Appearance:
    rank = f"no. {place.rank}" if place.rank else ""
    detail = " · ".join(filter(None, (place.track, place.status, place.award, rank)))
    papers = tuple((int(i), str(title)) for i, title in json.loads(place.papers))
    return Appearance(place.node, place.name, NodeKind(place.kind), place.date, papers, place.role, detail)


def _first_seen(places: Sequence[reads.PlaceRow]) -> tuple[str, str]:
    dated = sorted((place.date, place.name) for place in places if place.date)
    return dated[0] if dated else ("", "")


def _concept(reader: Reader, base: Passport) -> Passport:
    kind = reads.concept_kind(reader, base.id)
    places = reads.places_of_concept(reader, base.id)
    papers = of_kind(base.neighbours, NodeKind.PAPER)
    related = of_kind(base.neighbours, NodeKind.CONCEPT)
    introduced = next(((p.id, p.name) for p in papers if p.predicate == "introduces"), None)
    seen = _first_seen(places)
    subtitle = [
        kind,
        f"introduced by {introduced[1]}" if introduced else "",
        f"first seen {seen[0]}" if seen[0] else "",
    ]
    return replace(
        base,
        subtitle=" · ".join(filter(None, subtitle)),
        concept_kind=kind,
        aliases=tuple(
            Alias(*row)
            for row in reads.aliases(reader, base.id)
            if row[0] != base.name and row[4] != "rejected"
        ),
        introduced_by=introduced,
        first_seen=seen,
        appearances=tuple(_appearance(place) for place in places),
        prior=tuple(n for n in related if n.predicate in _PRIOR and not _is_passive(n)),
        derivative=tuple(n for n in related if n.predicate in _PRIOR and _is_passive(n)),
        statements=statements_of(reader, base.id),
        mentions=tuple(_mention(base, line) for line in mentions_of(reader, base.id, _MOST_MENTIONS)),
        sample=reads.from_sample_only(reader, [p.id for p in papers]),
    )


def _is_passive(neighbour: Neighbour) -> bool:
    return neighbour.words != neighbour.predicate.replace("_", " ")


def _mention(base: Passport, line: QuoteLine) -> Statement:
    subject, name = (line.paper, line.paper_title) if line.paper else (line.document, line.title)
    return Statement(
        subject or 0, name or "", base.id, base.name, "names", "names", stated_in(1), 1.0, (quote(line),)
    )


def _edition(reader: Reader, base: Passport) -> Passport:
    kind, series, _, first, last = reads.edition(reader, base.id)
    count = reads.count_papers_in(reader, base.id)
    papers = tuple((i, title) for i, title, _ in reads.papers_in(reader, base.id, _MOST_PAPERS))
    documents = reads.renditions(reader, base.id)
    period = f"{first} – {last}" if first and last else first
    facts = [("Series", series), ("Period", period), ("Papers", f"{count:,}")]
    facts += rendition_facts(reader, documents)
    return replace(
        base,
        subtitle=" · ".join(filter(None, (_SERIES_WORDS.get(kind, kind), period, f"{count:,} papers"))),
        facts=tuple(fact for fact in facts if fact[1]),
        appearances=(Appearance(base.id, base.name, base.kind, first, papers),),
        first_seen=(first, base.name),
        sample=bool(documents) and all(d.uri.startswith(SAMPLE_URI) for d in documents),
    )


_SERIES_WORDS = {
    "venue": "conference edition",
    "digest": "weekly digest",
    "report": "conference report",
    "talk": "talk",
    "study_group": "study group",
}


def _person(reader: Reader, base: Passport) -> Passport:
    papers = of_kind(base.neighbours, NodeKind.PAPER)
    places = reads.places_of_person(reader, base.id)
    return replace(
        base,
        subtitle=f"author · {len(papers)} paper{'s' if len(papers) != 1 else ''} here",
        facts=(("Identity", name_form(reader, base.id, base.name).words),),
        first_seen=_first_seen(places),
        appearances=tuple(_appearance(place) for place in places),
        sample=reads.from_sample_only(reader, [p.id for p in papers]),
    )


def _tag(reader: Reader, base: Passport) -> Passport:
    count = len(reads.tagged(reader, base.id))
    return replace(base, subtitle=f"trend tag · on {count} item{'s' if count != 1 else ''}")


def _document(reader: Reader, base: Passport) -> Passport:
    row = reads.document(reader, base.id)
    covers = f"{row.covers_from} – {row.covers_to}" if row.covers_from else ""
    facts = [
        *shared_facts(reader, base.id, row),
        ("Date", row.date),
        ("Covers", covers),
        ("Source", row.source),
        ("Format", row.format),
        ("Lines not read", str(row.unread) if row.unread else ""),
    ]
    text = reads.text_of(reader, base.id, _MOST_BLOCKS)
    return replace(
        base,
        subtitle=" · ".join(filter(None, (row.kind.replace("_", " "), row.language, row.date or covers))),
        facts=tuple(fact for fact in facts if fact[1]),
        abstract="\n\n".join(block for *_, block in text),
        sample=row.uri.startswith(SAMPLE_URI),
    )


_FILL = {
    NodeKind.PAPER: _paper,
    NodeKind.PERSON: _person,
    NodeKind.EDITION: _edition,
    NodeKind.ISSUE: _edition,
    NodeKind.CONCEPT: _concept,
    NodeKind.TAG: _tag,
    NodeKind.DOCUMENT: _document,
}
