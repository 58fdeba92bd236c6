"""The passport of a digest issue, a report, a talk or a study group's meeting, and of a document."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explorer.model import NodeId
from explorer.questions.evidence import SAMPLE_URI
from explorer.questions.passport_edition import MOST_METHODS, SERIES_WORDS, is_sample, own_place
from explorer.questions.passport_page import (
    About,
    Count,
    PaperPage,
    Passport,
    in_words,
)
from explorer.questions.passport_places import PAPERS_SHOWN, counts, papers_page
from explorer.questions.passport_stated import Stated, stated_by
from explorer.questions.passport_text import TextPage, text_page
from explorer.questions.renditions import rendition_facts, shared_facts
from explorer.store import Reader
from explorer.store import edition_facts as reads
from explorer.store import passports as rows
from explorer.store.dating import as_known, known_words
from explorer.store.passports import DocumentRow
from explorer.store.renditions import mates_of


@dataclass(frozen=True, slots=True)
class Rendition:
    """A document that is one issue with others."""

    id: NodeId
    title: str
    language: str
    source: str


@dataclass(frozen=True, slots=True)
class IssueAbout(About):
    """Attributes:
    papers: The first page of its papers, with their roles.
    methods, tags: Those of most papers, with their numbers; ``method_total`` counts all methods.
    own_methods: What its text names outside of the papers' own sections.
    renditions: The documents that it was read from; two of them can be read side by side.
    stated: Numbers, trends, terms and people that they name.
    """

    papers: PaperPage
    methods: tuple[Count, ...]
    method_total: int
    tags: tuple[Count, ...]
    own_methods: tuple[tuple[NodeId, str], ...]
    renditions: tuple[Rendition, ...]
    stated: Stated


@dataclass(frozen=True, slots=True)
class DocumentAbout(About):
    """Attributes:
    text: Some of its blocks, around the one that was asked for.
    renditions: It and the documents that say the same, in another language or on another site.
    stated: Numbers, trends, terms and people that it names.
    """

    text: TextPage
    renditions: tuple[Rendition, ...]
    stated: Stated


def fill_issue(reader: Reader, base: Passport, shown: int = PAPERS_SHOWN) -> Passport:
    """The passport of a digest issue, report, talk or meeting with its first papers."""
    kind, series, *_ = rows.edition(reader, base.id)
    first, last, by = rows.days_of_issue(reader, base.id)
    documents = rows.renditions(reader, base.id)
    methods = reads.methods_in(reader, base.id)
    page = papers_page(reader, base.id, 0, shown)
    about = IssueAbout(
        page,
        counts(reader, methods[:MOST_METHODS]),
        len(methods),
        counts(reader, reads.tags_in(reader, base.id)),
        tuple(dict.fromkeys((row.id, row.name) for row in rows.concepts_of(reader, base.id))),
        tuple(map(_rendition, documents)),
        stated_by(reader, [document.id for document in documents]),
    )
    period = known_words(first, by) if by or first == last else f"{first} – {last}"
    facts = [("Series", series), ("Papers", f"{page.total:,}")]
    return replace(
        base,
        subtitle=in_words(SERIES_WORDS.get(kind, kind), period),
        facts=tuple(fact for fact in (*facts, *rendition_facts(reader, documents)) if fact[1]),
        appearances=(own_place(base, as_known(first, by), page),),
        first_seen=(as_known(first, by), base.name),
        sample=is_sample(documents),
        about=about,
    )


def fill_document(reader: Reader, base: Passport, at: int | None = None) -> Passport:
    """The passport of a document, its text around a character of the source, or from the beginning."""
    row = rows.document(reader, base.id)
    covers = f"{row.covers_from} – {row.covers_to}" if row.covers_from else ""
    facts = [
        *shared_facts(reader, base.id, row),
        ("Date", row.date),
        ("Covers", covers),
        ("Source", row.source),
        ("Format", row.format),
        ("Lines not read", str(row.unread) if row.unread else ""),
    ]
    mates = sorted(mates_of(reader, [base.id]))
    about = DocumentAbout(
        text_page(reader, base.id, at=at),
        tuple(_rendition(rows.document(reader, mate)) for mate in mates),
        stated_by(reader, [base.id]),
    )
    return replace(
        base,
        subtitle=in_words(row.kind.replace("_", " "), row.language, row.date or covers),
        facts=tuple(fact for fact in facts if fact[1]),
        sample=row.uri.startswith(SAMPLE_URI),
        about=about,
    )


def _rendition(row: DocumentRow) -> Rendition:
    return Rendition(row.id, row.title, row.language, row.source)
