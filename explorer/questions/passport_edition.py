"""The passport of a conference edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from explorer.model import NodeId, NodeKind
from explorer.questions.evidence import SAMPLE_URI
from explorer.questions.passport_page import (
    About,
    Appearance,
    Count,
    PaperLine,
    PaperPage,
    Passage,
    Passport,
    counted,
    in_words,
)
from explorer.questions.passport_places import PAPERS_SHOWN, counts, paper_line, papers_page
from explorer.questions.passport_stated import StatedNumber, numbers_of
from explorer.questions.renditions import rendition_facts
from explorer.store import Reader
from explorer.store import edition_facts as reads
from explorer.store import passports as rows
from explorer.store.passports import DocumentRow

MOST_METHODS = 200
_MOST_LEADS = 200
_STATUSES_TOLD = 5
SERIES_WORDS = {
    "venue": "conference edition",
    "digest": "weekly digest",
    "report": "conference report",
    "talk": "talk",
    "study_group": "study group",
}


@dataclass(frozen=True, slots=True)
class StatusCount:
    """Papers of one status and track, as lists state them; both are "" where no list says."""

    status: str
    track: str
    papers: int


@dataclass(frozen=True, slots=True)
class Lead:
    """A paper that stood in a digest before the conference.

    Attributes:
        days: From the last day of the digest's week to the first day of the conference.
    """

    paper: NodeId
    title: str
    issue: NodeId
    issue_name: str
    days: int

    @property
    def words(self) -> str:
        """ "40 days before the conference"."""
        return f"{counted(self.days, 'day')} before the conference"


@dataclass(frozen=True, slots=True)
class Event:
    """A workshop, tutorial or talk: an edition of its own, or a heading of a list."""

    kind: str
    name: str
    edition: NodeId | None = None
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class EditionAbout(About):
    """Attributes:
    totals: Papers by status and track, most first.
    papers: The first page of its papers.
    methods, tags: Those of most papers, with their numbers; ``method_total`` counts all methods.
    awards: Papers that won something; ``detail`` says what.
    events: Its workshops, tutorials and talks.
    numbers: What documents state of it, "submissions: 12,345".
    documents: Documents that put papers into it, with how many.
    leads: What digests saw first, the earliest first; ``lead_total`` counts those that are not listed, too.
    """

    totals: tuple[StatusCount, ...]
    papers: PaperPage
    methods: tuple[Count, ...]
    method_total: int
    tags: tuple[Count, ...]
    awards: tuple[PaperLine, ...]
    events: tuple[Event, ...]
    numbers: tuple[StatedNumber, ...]
    documents: tuple[Count, ...]
    leads: tuple[Lead, ...]
    lead_total: int


def fill_edition(reader: Reader, base: Passport, shown: int = PAPERS_SHOWN) -> Passport:
    """The passport of a conference edition with its first papers."""
    _, series, _, first, last = rows.edition(reader, base.id)
    about = _about(reader, base, (series, first), shown)
    documents = rows.renditions(reader, base.id)
    period = f"{first} – {last}" if first and last else first
    total = about.papers.total
    facts = [("Series", series), ("Papers", f"{total:,}"), *_totals(about)]
    return replace(
        base,
        subtitle=in_words(SERIES_WORDS["venue"], period),
        facts=tuple(fact for fact in (*facts, *rendition_facts(reader, documents)) if fact[1]),
        appearances=(own_place(base, first, about.papers),),
        first_seen=(first, base.name),
        sample=is_sample(documents),
        about=about,
    )


def own_place(base: Passport, first: str, page: PaperPage) -> Appearance:
    """An edition as a place of the papers that are shown of it."""
    papers = tuple((line.id, line.title) for line in page.papers)
    return Appearance(base.id, base.name, base.kind, first, papers)


def is_sample(documents: Sequence[DocumentRow]) -> bool:
    """Whether all documents were written for the app."""
    return bool(documents) and all(d.uri.startswith(SAMPLE_URI) for d in documents)


def _about(reader: Reader, base: Passport, of: tuple[str, str], shown: int) -> EditionAbout:
    series, first = of
    holding = reads.documents_in(reader, base.id)
    methods = reads.methods_in(reader, base.id)
    seen = _leads(reader, base.id, first)
    return EditionAbout(
        tuple(StatusCount(*row) for row in reads.counts_by_status(reader, base.id)),
        papers_page(reader, base.id, 0, shown),
        _concepts(counts(reader, methods[:MOST_METHODS])),
        len(methods),
        counts(reader, reads.tags_in(reader, base.id)),
        tuple(paper_line(row) for row in reads.awarded(reader, base.id)),
        tuple(_events(reader, base.id, [document for document, _ in holding])),
        numbers_of(reader, [base.name, series]),
        counts(reader, holding),
        seen[:_MOST_LEADS],
        len(seen),
    )


def _concepts(found: Sequence[Count]) -> tuple[Count, ...]:
    return tuple(count for count in found if count.kind is NodeKind.CONCEPT)


def _leads(reader: Reader, edition: NodeId, first: str) -> tuple[Lead, ...]:
    """A week counts from its last day: nobody could read its digest before."""
    if len(first) != len("2024-07-21"):
        return ()
    begins = date.fromisoformat(first)
    return tuple(
        Lead(row.paper, row.title, row.issue, row.issue_name, (begins - day).days)
        for row in reads.leads(reader, edition, first)
        if (day := date.fromisoformat(row.last_day))
    )


def _events(reader: Reader, edition: NodeId, documents: Sequence[int]) -> Iterable[Event]:
    for node, name in reads.workshops_of(reader, edition):
        yield Event("Workshop", name, edition=node)
    lists = [document for document in documents if rows.document(reader, document).kind == "paper_list"]
    for document, start, section, name in reads.events_in(reader, lists):
        yield Event(section, name, passage=Passage(document, start))


def _totals(about: EditionAbout) -> Iterable[tuple[str, str]]:
    stated = [row for row in about.totals if row.status or row.track]
    if stated:
        told = [f"{in_words(row.status, row.track)} {row.papers:,}" for row in stated]
        rest = sum(row.papers for row in about.totals) - sum(row.papers for row in stated)
        more = [f"{len(told) - _STATUSES_TOLD} more"] if len(told) > _STATUSES_TOLD else []
        silent = [f"not stated {rest:,}"] if rest else []
        yield "By status", ", ".join([*told[:_STATUSES_TOLD], *more, *silent])
    if about.lead_total:
        yield "Seen first by digests", counted(about.lead_total, "paper")
