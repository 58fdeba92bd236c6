"""What an importer returns: a document as read, block by block, with offsets.

Offsets are character offsets in the decoded source text as it came (line ends
as in the file, a byte-order mark counts as one character), end exclusive.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from explorer.model.stated import Span, StatedPerson, StatedTrend, Statistic, TermClaim


class DocumentKind(StrEnum):
    CONFERENCE_REPORT = "conference_report"
    WEEKLY_DIGEST = "weekly_digest"
    SLIDE_TRANSCRIPT = "slide_transcript"
    STUDY_NOTES = "study_notes"
    PAPER_LIST = "paper_list"
    METADATA = "metadata"
    ARTICLE = "article"  #: a page or note on papers that is none of the others


class SeriesKind(StrEnum):
    VENUE = "venue"
    DIGEST = "digest"
    REPORT = "report"
    TALK = "talk"
    STUDY_GROUP = "study_group"


class Role(StrEnum):
    """What a document does with a paper."""

    REVIEWED = "reviewed"
    REFERENCED = "referenced"
    BACKGROUND = "background"


class BlockKind(StrEnum):
    TITLE = "title"  #: of the document
    HEADING = "heading"
    PAPER_TITLE = "paper_title"
    SUMMARY = "summary"  #: one line or paragraph on a paper
    ABSTRACT = "abstract"
    QUESTION = "question"
    ANSWER = "answer"
    TEXT = "text"
    META = "meta"  #: authors, dates, ids, links of a paper: evidence, not prose
    FURNITURE = "furniture"  #: boilerplate: navigation, table rules, advertisements


class Coding(StrEnum):
    """How the raw slice stands in the file; ``text.mapped`` undoes it."""

    PLAIN = "plain"
    JSON = "json"  #: inside a JSON string: backslash escapes
    HTML = "html"
    FLOWED = "flowed"  #: set in lines that end anywhere: a word or a phrase may be broken by white space


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing in a source that could not be read; the import goes on.

    Attributes:
        line: Line number in the source, from 1; 0 where there is none.
        text: The text in question, at most 200 characters.
        why: What is wrong with it, in words.
    """

    line: int
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of the source that is one thing to a reader.

    Attributes:
        kind: What the block is.
        start, end: Raw slice of the source.
        text: The slice decoded and normalised (NFKC): what is searched and shown.
        coding: How the raw slice is written.
        section: Heading under which it stands, or "".
        paper: Index into ``Document.papers`` of the paper it speaks of, or None.
        machine: Whether the text is machine-written by its document's own word.
        language: "en", "ja", "zh" or "".
    """

    kind: BlockKind
    start: int
    end: int
    text: str
    coding: Coding = Coding.PLAIN
    section: str = ""
    paper: int | None = None
    machine: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class EditionRef:
    """An edition of a series, by name ("ICML", "2024") before it has an id.

    Attributes:
        series: Canonical name of the series ("NeurIPS", "DAIR.AI Top ML Papers of the Week").
        label: The edition within it ("2024", "2024-04-29").
        date_from, date_to: ISO dates of the period or "" where unknown.
    """

    kind: SeriesKind
    series: str
    label: str
    date_from: str = ""
    date_to: str = ""

    @property
    def name(self) -> str:
        return f"{self.series} {self.label}".strip()

    @property
    def key(self) -> str:
        """What tells it from all others, whatever its spelling."""
        return f"{self.kind.value}:{self.series.casefold()}:{self.label.casefold()}"


@dataclass(frozen=True, slots=True)
class PaperRecord:
    """A paper as one place of one document speaks of it, before it is resolved.

    Attributes:
        title: Title as stated, without markup; "" where only authors are known.
        evidence: Where the document names it.
        as_written: The title as it stands in the source.
        authors: Full names in order; as stated.
        authors_complete: False where the source names only the first ("et al.").
        published, updated: ISO dates that the source states as such, or "".
        seen_on: An ISO date that is only an upper bound of the first version (a listing day).
        arxiv_id: Base id without version, or "".
        arxiv_version: "v2" or "".
        rank: Number in the source's own list, or None.
        edition: Venue edition that the record belongs to (a list of ICML 2024), or None.
        status, award, track: As stated by a venue list, or "".
    """

    title: str
    evidence: Span
    as_written: str = ""
    authors: tuple[str, ...] = ()
    authors_complete: bool = True
    arxiv_id: str = ""
    arxiv_version: str = ""
    doi: str = ""
    openreview: str = ""
    published: str = ""
    updated: str = ""
    seen_on: str = ""
    categories: tuple[str, ...] = ()
    code_urls: tuple[str, ...] = ()
    urls: tuple[str, ...] = ()
    abstract: str = ""
    language: str = "en"
    role: Role = Role.REVIEWED
    section: str = ""
    rank: int | None = None
    qa_pairs: int = 0
    edition: EditionRef | None = None
    status: str = ""
    award: str = ""
    track: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a source. A file with 104 weeks gives 104 of these.

    Attributes:
        kind: What sort of document it is.
        title: As stated, or made from what is stated.
        language: "en", "ja", "zh" or "mixed".
        blocks: In the order of the source, not overlapping.
        papers: In the order in which they are first named.
        issue_of: The digest issue, report or talk of which this is a rendition, or None (a list).
        stated_totals: (what, stated) pairs such as ("papers", 10), for the import report.
        machine_written: The document says that it holds machine-written text.
        people, statistics, trends, term_claims: What else it states, each with its evidence.
        extents: Raw (start, end) of each record that was read from a structured source, with all its fields.
    """

    kind: DocumentKind
    title: str
    language: str
    blocks: tuple[Block, ...]
    papers: tuple[PaperRecord, ...]
    publisher: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    covers_from: str = ""
    covers_to: str = ""
    issue_of: EditionRef | None = None
    editions: tuple[EditionRef, ...] = ()
    stated_totals: tuple[tuple[str, int], ...] = ()
    machine_written: bool = False
    issues: tuple[Issue, ...] = field(default_factory=tuple)
    people: tuple[StatedPerson, ...] = ()
    statistics: tuple[Statistic, ...] = ()
    trends: tuple[StatedTrend, ...] = ()
    term_claims: tuple[TermClaim, ...] = ()
    extents: tuple[tuple[int, int], ...] = ()
