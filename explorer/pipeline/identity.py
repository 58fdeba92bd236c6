"""What identifies a work while records are resolved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from explorer.model import DocumentKind, EditionRef, PaperRecord, Role
from explorer.text.names import fold_name
from explorer.text.title_forms import TitleForms, title_forms

KEYS = ("arxiv_id", "doi", "openreview")
WHY = {"arxiv_id": "arXiv id", "doi": "DOI", "openreview": "OpenReview forum"}
_TEXT_CHARS = 4_000  #: of a description


@dataclass(frozen=True, slots=True)
class Stated:
    """A record with what its document says around it.

    Attributes:
        editions: Editions that the document is about, where it reviews the paper.
        around: The same, whatever it does with the paper.
        day: ISO date of the document, or "".
        description: What the document says of the paper in English, or "".
        kind: Of the document; titles of lists and metadata are whole.
    """

    record: PaperRecord
    editions: tuple[EditionRef, ...] = ()
    day: str = ""
    description: str = ""
    kind: DocumentKind = DocumentKind.WEEKLY_DIGEST
    around: tuple[EditionRef, ...] = ()

    @property
    def is_whole(self) -> bool:
        return self.kind in (DocumentKind.METADATA, DocumentKind.PAPER_LIST)


_GROWING = (
    "titles",
    "whole",
    "first_authors",
    "authors",
    "around",
    "days",
    "descriptions",
    "apart",
    "given",
    "more_keys",
)


@dataclass(slots=True)
class Work:
    """What identifies a work; grows while records are added to it.

    Attributes:
        id: Id in the library, or ``-n`` for a new one.
        keys: arxiv_id, doi, openreview -> value.
        titles: As stated; ``whole`` are those of lists and metadata, which shorten nothing.
        first_authors: Folded names; ``authors`` all names of complete lists, folded.
        editions: Name -> first day (ISO or "") of the venue editions in which it stands.
        stated_editions: The same of editions that documents which review it are about.
        around: Names of editions that documents which name it at all are about.
        days: ISO dates of the documents that speak of it.
        descriptions: What these say of it; ``abstract`` what its authors say.
        apart: Works that a person said it is not.
        given: Titles that a person said are its own.
        more_keys: (key, value) by which it is found too; a person merged it with a work that had them.
    """

    id: int
    keys: dict[str, str] = field(default_factory=dict)
    titles: set[str] = field(default_factory=set)
    whole: set[str] = field(default_factory=set)
    first_authors: set[str] = field(default_factory=set)
    authors: set[str] = field(default_factory=set)
    editions: dict[str, str] = field(default_factory=dict)
    stated_editions: dict[str, str] = field(default_factory=dict)
    around: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    descriptions: set[str] = field(default_factory=set)
    abstract: str = ""
    apart: set[int] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    more_keys: set[tuple[str, str]] = field(default_factory=set)

    @property
    def forms(self) -> list[TitleForms]:
        return [title_forms(title) for title in sorted(self.titles)]

    @property
    def is_whole(self) -> bool:
        return bool(self.whole)


def work_of(work_id: int, stated: Stated) -> Work:
    """A work that knows what one record states."""
    work = Work(work_id)
    learn(work, stated)
    return work


def learn(work: Work, stated: Stated) -> None:
    """Add what a record states to a work."""
    record = stated.record
    for key in KEYS:
        if value := getattr(record, key):
            work.keys.setdefault(key, value)
    if title_forms(record.title).full:
        work.titles.add(record.title)
        if stated.is_whole:
            work.whole.add(record.title)
    names = [name for author in record.authors if (name := fold_name(author))]
    work.first_authors.update(names[:1])
    if record.authors_complete:
        work.authors.update(names)
    if record.edition:
        work.editions[record.edition.name] = record.edition.date_from
    work.stated_editions.update({edition.name: edition.date_from for edition in stated.editions})
    work.around.update(edition.name for edition in stated.around)
    if stated.day:
        work.days.add(stated.day)
    if stated.description:
        work.descriptions.add(stated.description[:_TEXT_CHARS])
    work.abstract = work.abstract or record.abstract


def absorb(work: Work, other: Work) -> None:
    """Add what is known of ``other``, which proved to be the same work."""
    work.keys = other.keys | work.keys
    work.editions = other.editions | work.editions
    work.stated_editions = other.stated_editions | work.stated_editions
    for name in _GROWING:
        getattr(work, name).update(getattr(other, name))
    work.abstract = work.abstract or other.abstract


def are_parted(one: Work, other: Work) -> bool:
    """Whether a person said that two works are not one."""
    return other.id in one.apart or one.id in other.apart


def reviewed_editions(record: PaperRecord, editions: Iterable[EditionRef]) -> tuple[EditionRef, ...]:
    """The edition that a document states for a paper: its own, where it reviews the paper and has but one."""
    own = tuple(editions)
    return own if record.role == Role.REVIEWED and len(own) == 1 else ()


class KeyIndex:
    """Works by arXiv id, DOI and OpenReview forum."""

    def __init__(self, works: Iterable[Work]) -> None:
        self._works: dict[tuple[str, str], Work] = {}
        for work in works:
            self.add(work)

    def add(self, work: Work) -> None:
        for key in (*work.keys.items(), *sorted(work.more_keys)):
            self._works.setdefault(key, work)

    def by_key(self, stated: Stated) -> list[tuple[Work, str]]:
        """Works that share an id with the record, each with the words for it."""
        found: dict[int, tuple[Work, str]] = {}
        for key in KEYS:
            work = self._works.get((key, getattr(stated.record, key)))
            if work is not None:
                found.setdefault(work.id, (work, WHY[key]))
        return list(found.values())
