"""The passport of a paper."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from explorer.model import NodeId
from explorer.pipeline.similar import percentile_of
from explorer.questions.evidence import (
    SAMPLE_URI,
    Quote,
    Reason,
    Statement,
    quote,
    shortened,
    stated_in,
    statements_of,
)
from explorer.questions.needs_you import merged_into, waits_on
from explorer.questions.passport_page import (
    About,
    Alias,
    PaperGroup,
    Passage,
    Passport,
    in_words,
)
from explorer.questions.passport_places import grouped, place
from explorer.questions.reasons import shared_by
from explorer.store import Reader
from explorer.store import passports as reads
from explorer.store.dating import as_known, known_words
from explorer.store.places import AppearanceRow, appearances_of_paper, places_of_paper
from explorer.store.statements import passages_on
from explorer.store.vectors import current_space, similar_to
from explorer.text.mapped import normalise

_MOST_PASSAGES = 40
_MOST_PLACES = 60


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """A place of a document that names a paper.

    Attributes:
        document: Its node; ``name`` its title, ``issue`` the issue that it is of, or None.
        date: ISO day; a month where only the edition ``by`` dates it.
        role: reviewed, referenced or background.
        section: Heading under which it stands, or "".
        rank: Number in the document's own list, or None.
        trends: Trends of the document under which it stands.
        quote: The slice that names it.
    """

    document: NodeId
    name: str
    date: str
    issue: NodeId | None
    role: str
    section: str
    rank: int | None
    trends: tuple[str, ...]
    quote: Quote
    by: str = ""

    @property
    def when(self) -> str:
        """ "2024-02-01"; "2023-12 (NeurIPS 2023)" where that edition dates it."""
        return known_words(self.date, self.by)


@dataclass(frozen=True, slots=True)
class QuestionPair:
    """A question on a paper with its answer; ``passage`` is where the question stands."""

    question: str
    answer: str
    machine: bool
    language: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Alike:
    """A paper near in meaning.

    Attributes:
        percentile: Share of random pairs that are less alike, 0 to 100.
        reasons: What both share, weightiest first.
    """

    id: NodeId
    title: str
    percentile: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperAbout(About):
    """Attributes:
    places: Where documents name it, those that say something of it before lists.
    methods: What it introduces, uses, evaluates on, criticises, surveys and names.
    questions: Question and answer pairs on it.
    similar: Nearest papers, once vectors were made.
    awards: What it won, with the edition.
    """

    places: tuple[PaperPlace, ...]
    methods: tuple[PaperGroup, ...]
    questions: tuple[QuestionPair, ...]
    similar: tuple[Alike, ...]
    awards: tuple[str, ...]


def fill_paper(reader: Reader, base: Passport) -> Passport:
    """The passport of a paper."""
    row = reads.paper(reader, base.id)
    facts = json.loads(row.facts)
    rows = places_of_paper(reader, base.id)
    places = tuple(map(place, rows))
    people = tuple(reads.authors(reader, base.id))
    titles = reads.titles(reader, base.id)
    awards = tuple(f"{r.award}, {r.name}" for r in rows if r.award)
    about = PaperAbout(
        tuple(map(_place, appearances_of_paper(reader, base.id, _MOST_PLACES))),
        grouped(reads.concepts_of(reader, base.id)),
        _question_pairs(reads.questions_on(reader, base.id)),
        alike(reader, base.id),
        awards,
    )
    return replace(
        base,
        subtitle=in_words("paper", row.published, _who(people, bool(row.authors_complete)), *awards[:1]),
        aliases=tuple(Alias(title, "", "", "title", "accepted") for title in titles if title != base.name),
        facts=(*_facts(row, facts, awards), *merged_into(reader, base.id)),
        waits=waits_on(reader, base.id),
        links=tuple(_links(row, facts)),
        abstract=row.abstract,
        people=people,
        authors_complete=bool(row.authors_complete),
        appearances=places,
        statements=statements_of(reader, base.id),
        mentions=_passages(reader, base),
        sample=reads.from_sample_only(reader, [base.id]),
        about=about,
    )


def alike(reader: Reader, paper: NodeId) -> tuple[Alike, ...]:
    """The papers that the map joins with a paper, nearest first; none before vectors were made."""
    space = current_space(reader)
    rows = similar_to(reader, space.id, paper) if space else []
    if space is None:
        return ()
    shared = shared_by(reader, paper, [row.paper for row in rows])
    return tuple(
        Alike(
            row.paper,
            row.title,
            percentile_of(space, (row.language, row.other_language), row.weight),
            shared.get(row.paper, ()),
        )
        for row in rows
    )


def _place(row: AppearanceRow) -> PaperPlace:
    written = shortened(normalise(row.exact))
    is_sample = row.uri.startswith(SAMPLE_URI)
    said = Quote(
        row.document, row.title, row.start, row.end, row.exact, written, row.language, False, is_sample
    )
    trends = tuple(filter(None, row.trends.split("\n")))
    return PaperPlace(
        row.document,
        row.title,
        as_known(row.date, row.by),
        row.issue,
        row.role,
        row.section,
        row.rank,
        trends,
        said,
        row.by,
    )


def _passages(reader: Reader, base: Passport) -> tuple[Statement, ...]:
    ends = (base.id, base.name, base.id, base.name)
    return tuple(
        Statement(*ends, "summary", "is summed up", stated_in(1), 1.0, (quote(line),))
        for line in passages_on(reader, base.id, _MOST_PASSAGES)
    )


def _who(people: Sequence[tuple[int, str]], complete: bool) -> str:
    if not people:
        return ""
    more = len(people) > 1 or not complete
    return f"{people[0][1]} et al." if more else people[0][1]


def _facts(
    row: reads.PaperRow, facts: dict[str, list[str]], awards: Sequence[str]
) -> Iterable[tuple[str, str]]:
    yield from (("Award", award) for award in awards)
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


def _links(row: reads.PaperRow, facts: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
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


def _question_pairs(rows: Iterable[reads.AskedRow]) -> tuple[QuestionPair, ...]:
    pairs: list[QuestionPair] = []
    for row in rows:
        if row.kind == "question":
            passage = Passage(row.document, row.start)
            pairs.append(QuestionPair(row.text, "", bool(row.machine), row.language, passage))
        elif pairs and not pairs[-1].answer:
            machine = pairs[-1].machine or bool(row.machine)
            pairs[-1] = replace(pairs[-1], answer=row.text, machine=machine)
    return tuple(pairs)
