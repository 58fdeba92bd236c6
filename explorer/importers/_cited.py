"""A reference of a library or bibliography → a paper record, whatever format it came in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from explorer.errors import ImportFailed
from explorer.importers import Source
from explorer.importers._blocks import with_furniture
from explorer.importers._cited_venue import cited_edition
from explorer.importers._links import code_links, identifiers
from explorer.importers._records import in_order
from explorer.model import Block, Document, DocumentKind, EditionRef, Issue, PaperRecord, Span
from explorer.text.arxiv_ids import parse_arxiv_id
from explorer.text.fingerprint import split_tags
from explorer.text.language import language_of
from explorer.text.names import given_first

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DATE = re.compile(r"(?:(?<!\s)\s++)?((?:19|20)\d\d)(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?")
_DOI = re.compile(r"10\.\d{4,9}/\S{1,200}")
_ARXIV = re.compile(r"\b(?:arxiv|corr)\b", re.I)
_FORUM = re.compile(r"[\w-]{5,20}")
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_MONTH = re.compile(r"[A-Za-z]{3}|\d{1,2}")


@dataclass(frozen=True, slots=True)
class Cited:
    """What a reference states, in plain, normalised text.

    Attributes:
        evidence: Of the title.
        where: Name of the proceedings, book or journal, or "".
        date: ISO, "2024", "2024-05" or "2024-05-03", or "".
        ids: Texts that are or hold an arXiv id, as "arXiv:2405.00001".
        links: Addresses.
    """

    title: str
    evidence: Span
    authors: tuple[str, ...] = ()
    complete: bool = True
    where: str = ""
    date: str = ""
    ids: tuple[str, ...] = ()
    doi: str = ""
    openreview: str = ""
    links: tuple[str, ...] = ()
    abstract: str = ""


def cited_paper(cited: Cited, said: EditionRef | None = None) -> PaperRecord:
    """The paper of a reference.

    Args:
        said: Edition of the list in which it stands; it counts where the reference names no other.
    """
    found = identifiers((*(f"doi:{doi}" for doi in _DOI.findall(cited.doi)[:1]), *cited.links))
    arxiv_id, version = next(
        filter(lambda pair: pair[0], map(parse_arxiv_id, (*cited.ids, cited.doi))), ("", "")
    )
    tags, title = split_tags(cited.title)
    position = "position" in tags
    edition = cited_edition(cited.where, cited.date[:4]) or said
    language = language_of(title)
    record = PaperRecord(
        title=f"Position: {title}" if position else title,
        evidence=cited.evidence,
        as_written=cited.evidence.exact,
        authors=cited.authors,
        authors_complete=cited.complete,
        arxiv_id=arxiv_id or found.arxiv_id,
        arxiv_version=version if arxiv_id else found.arxiv_version,
        doi=found.doi,
        openreview=cited.openreview if _FORUM.fullmatch(cited.openreview) else found.openreview,
        code_urls=code_links(cited.links),
        urls=tuple(dict.fromkeys(link for link in cited.links if link.startswith(("http://", "https://")))),
        abstract=cited.abstract,
        language=language if language in ("ja", "zh") else "en",
        edition=edition,
        track="Position" if position else "",
    )
    return replace(record, published=_published(cited, record))


def iso_date(text: str, month: str = "") -> str:
    """ "2024", "2024-05" or "2024-05-03" of a year or date as references write it; "" without a year.

    Args:
        month: A field of its own: "5", "may", "May 3".
    """
    found = _DATE.match(text) or _YEAR.search(text)
    if found is None:
        return ""
    parts = found.groups() if found.re is _DATE else (found[0], None, None)
    number = int(parts[1] or 0) or _month_of(month)
    if not 1 <= number <= 12:
        return str(parts[0])
    day = int(parts[2] or 0)
    return f"{parts[0]}-{number:02}-{day:02}" if 1 <= day <= 31 else f"{parts[0]}-{number:02}"


@dataclass(slots=True)
class References:
    """What was read of a file of references so far."""

    papers: list[PaperRecord] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    extents: list[tuple[int, int]] = field(default_factory=list)

    def add(self, paper: PaperRecord, blocks: Iterable[Block], extent: tuple[int, int]) -> None:
        self.papers.append(paper)
        self.blocks += blocks
        self.extents.append(extent)


def reference_document(
    source: Source, read: References, listed: EditionRef | None = None, furniture: bool = True
) -> Document:
    """The document of a file of references; with ``listed`` it is the list of an edition's papers.

    Args:
        furniture: Lines that belong to nothing are boilerplate; not in JSON, whose lines mean nothing.

    Raises:
        ImportFailed: There is no reference; says why.
    """
    if not read.papers:
        why = f" Line {read.issues[0].line}: {read.issues[0].why}" if read.issues else ""
        raise ImportFailed(f"{source.name} holds no reference with a title.{why}", "Export it again.")
    editions = dict.fromkeys(p.edition for p in read.papers if p.edition)
    return Document(
        kind=DocumentKind.PAPER_LIST if listed else DocumentKind.METADATA,
        title=f"{listed.name} accepted papers" if listed else source.name,
        language="en",
        blocks=with_furniture(source.text, read.blocks) if furniture else in_order(read.blocks),
        papers=tuple(read.papers),
        editions=(listed,) if listed else tuple(editions),
        issues=tuple(read.issues),
        extents=tuple(read.extents),
    )


def full_name(family: str, given: str, suffix: str = "") -> str:
    """A name as its owner writes it: given name first, but the family's in Japanese and Chinese."""
    if language_of(family) in ("ja", "zh"):
        return " ".join(filter(None, (family, given, suffix)))
    return " ".join(filter(None, (given, family, suffix)))


def plain_name(text: str) -> str:
    """The name of a "Family, Given" or "Given Family"."""
    family, comma, given = (part.strip() for part in text.partition(","))
    return full_name(family, given) if comma and "," not in given else given_first(text)


def _published(cited: Cited, record: PaperRecord) -> str:
    """The date where it is that of the paper; a venue's or journal's later date is not that of a preprint."""
    if record.edition or not cited.date:
        return ""
    if not record.arxiv_id:
        return cited.date
    return "" if cited.where and not _ARXIV.search(cited.where) else cited.date[:7]


def _month_of(text: str) -> int:
    words = (found[0].lower() for found in _MONTH.finditer(text))
    return next((int(w) if w.isdigit() else _MONTHS[w] for w in words if w.isdigit() or w in _MONTHS), 0)
