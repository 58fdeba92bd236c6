"""What an import report says: the rows of each document, for a person and for ``--json``."""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.model.plan import Failure
from explorer.pipeline.accounting import Lines, Unparsed


@dataclass(frozen=True, slots=True)
class Found:
    papers: int
    methods: int
    links: int


@dataclass(frozen=True, slots=True)
class Merged:
    """A record that joined a work which stood there before. Attributes: into: that work's title."""

    title: str
    into: str
    why: str
    line: int


@dataclass(frozen=True, slots=True)
class NeedsYou:
    """Something that only a person can decide.

    Attributes:
        line, text: Where the document says it, and what it says there.
        other: Title of the work that it may be, or "".
    """

    title: str
    why: str
    line: int
    text: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Contradicts:
    """Two statements that cannot both be true. Attributes: kind: as of ``model.plan.Contradiction``."""

    kind: str
    detail: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class StatedTotal:
    """Attributes: counted: None where nothing that is counted bears this name."""

    what: str
    stated: int
    counted: int | None


@dataclass(frozen=True, slots=True)
class StatedNumber:
    """A number that the document states of an edition."""

    what: str
    value: float
    edition: str
    line: int


@dataclass(frozen=True, slots=True)
class SameIssue:
    """Another rendition of the same issue, report or talk."""

    title: str
    language: str
    why: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """Attributes:
    source, format, sure, kind, title, language: Of the document; ``sure`` of its format, 0 to 1.
    found: Records of papers, distinct methods named, stated links.
    new: Works that the library does not have.
    merged: How many records joined a work of the library or of an earlier document; ``joined`` says which.
    repeated: How many name a work that the document has named before: the three add up to the papers.
    unparsed: Lines that nobody read; ``doubts``: what was read, but deserves a look.
    others: (type, count) of what a list holds besides papers.
    known: The library holds these bytes, or the same text as ``same_text_as``: nothing to do. With
        ``unchanged``, that many documents of the source, which stand as they were read before.
    """

    source: str
    format: str
    kind: str
    title: str
    language: str
    found: Found = Found(0, 0, 0)
    new: int = 0
    merged: int = 0
    needs_you: tuple[NeedsYou, ...] = ()
    contradictions: tuple[Contradicts, ...] = ()
    unparsed: tuple[Unparsed, ...] = ()
    stated_totals: tuple[StatedTotal, ...] = ()
    joined: tuple[Merged, ...] = ()
    known: bool = False
    repeated: int = 0
    sure: float = 1.0
    lines: Lines = field(default_factory=Lines)
    doubts: tuple[Unparsed, ...] = ()
    statistics: tuple[StatedNumber, ...] = ()
    others: tuple[tuple[str, int], ...] = ()
    same_issue: tuple[SameIssue, ...] = ()
    same_text_as: str = ""
    unchanged: int = 0


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Attributes:
    merges: Works of the library that the import proved to be one.
    unjudged_ids: How many ids stand with a title that cannot be compared with the known one.
    """

    documents: tuple[DocumentReport, ...]
    failed: tuple[Failure, ...]
    merges: tuple[Merged, ...] = ()
    unjudged_ids: int = 0
