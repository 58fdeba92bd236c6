"""ImportPlan: everything an import would do, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from explorer.model.document import Document
from explorer.model.kinds import ConceptKind
from explorer.model.stated import Span


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which work a paper record is.

    Attributes:
        work: Id of a work in the library, or ``-n`` for the n-th new work of the plan (from 1).
        why: "new", "arXiv id", "title and first author" ...
        proposals: (work, reason) pairs: may be the same, not enough says so.
        disputed: Names of the ids that the record states and that are another work's ("arxiv_id").
    """

    work: int
    why: str
    proposals: tuple[tuple[int, str], ...] = ()
    disputed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PlannedAlias:
    form: str
    language: str
    script: str
    kind: str


@dataclass(frozen=True, slots=True)
class PlannedConcept:
    """A concept that the plan adds or extends; ``key`` is its folded name."""

    key: str
    name: str
    kind: ConceptKind
    aliases: tuple[PlannedAlias, ...]
    accepted: bool = True


@dataclass(frozen=True, slots=True)
class PlannedMention:
    """(document, block) are indices into the plan; offsets are raw."""

    concept: str
    document: int
    block: int
    start: int
    end: int
    exact: str


@dataclass(frozen=True, slots=True)
class PlannedLink:
    """subject is a concept key, or ``#n`` for the paper of record n of the evidence's document."""

    subject: str
    predicate: str
    object: str
    confidence: float
    asserted_by: str
    document: int
    block: int
    start: int
    end: int
    exact: str
    polarity: int = 1
    accepted: bool = True  #: else it is a proposal, hidden until asked for


@dataclass(frozen=True, slots=True)
class Merge:
    """Two works of the library that the plan found to be one."""

    keep: int
    drop: int
    reason: str


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two statements that cannot both be true; a row that a person can settle.

    Attributes:
        kind: "id" (an id whose known title is another paper's), "total", "date" or "author".
        document: Index into ``ImportPlan.documents``.
        record: Index into its papers, or None where it concerns the document.
        detail: Both statements, in words.
        other: Work of the library (or ``-n``) that the other statement speaks of, or 0.
        appearance: Of the library, where the record proves its statement wrong; the row then stands on it.
    """

    kind: str
    document: int
    detail: str
    record: int | None = None
    evidence: Span | None = None
    other: int = 0
    appearance: int = 0


@dataclass(frozen=True, slots=True)
class PlannedRendition:
    """Two documents that are one issue, report or talk, in two languages or on two sites.

    Attributes:
        document: Index into ``ImportPlan.documents``.
        other: Index of one before it, or -1 where that is in the library.
        known: Node of the other document in the library, or 0.
        why: "the same week, 10 papers in common", "14 sections say the same".
    """

    document: int
    other: int
    known: int
    why: str


@dataclass(frozen=True, slots=True)
class PlannedDocument:
    """A document, the index of its source, and the work behind each of its records."""

    source: int
    document: Document
    resolutions: tuple[Resolution, ...]


@dataclass(frozen=True, slots=True)
class PlannedSource:
    """Attributes:
    sure: How sure the importer was of the format, 0 to 1; 1 where a person named it.
    same_text_as: Name of the source with other bytes (line ends, byte-order mark) and the same text, or "".
    columns: (field, column of a table) as a person chose.
    is_again: The library holds documents of an earlier reading, whose places are taken by these.
    unchanged: Documents that stand there as they were read; they are no part of the plan.
    """

    name: str
    uri: str
    format: str
    sha256: str
    content: bytes
    text: str
    edition: str = ""
    known: bool = False  #: the library holds these very bytes, or this text: nothing to do
    sure: float = 1.0
    same_text_as: str = ""
    columns: tuple[tuple[str, str], ...] = ()
    is_again: bool = False
    unchanged: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read at all."""

    source: str
    why: str
    hint: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """Attributes:
    revision: Revision of the library that the plan was made for.
    new_works: How many works it adds.
    cleared: Appearances of the library whose disputed id proved to be theirs.
    unjudged_ids: Statements of an id whose title cannot be compared with the known one.
    titles: (node, name) of the library's works and documents that the plan speaks of.
    """

    revision: int
    sources: tuple[PlannedSource, ...]
    documents: tuple[PlannedDocument, ...]
    new_works: int
    merges: tuple[Merge, ...] = ()
    concepts: tuple[PlannedConcept, ...] = ()
    mentions: tuple[PlannedMention, ...] = ()
    links: tuple[PlannedLink, ...] = ()
    failed: tuple[Failure, ...] = field(default_factory=tuple)
    contradictions: tuple[Contradiction, ...] = ()
    cleared: tuple[int, ...] = ()
    unjudged_ids: int = 0
    titles: tuple[tuple[int, str], ...] = ()
    renditions: tuple[PlannedRendition, ...] = ()
