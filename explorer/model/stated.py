"""What a document states beside its papers: people, numbers of an edition, trends, claims on terms."""

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Span:
    """A slice of the source text. ``exact == text[start:end]``."""

    start: int
    end: int
    exact: str


class PersonRole(StrEnum):
    """What a person does for the document or in it."""

    AUTHOR = "author"
    PRESENTER = "presenter"
    SPEAKER = "speaker"  #: of a talk that the document reports on
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class StatedPerson:
    """A person whom the document names, with the place that says what they do."""

    name: str
    role: PersonRole
    evidence: Span
    affiliation: str = ""


@dataclass(frozen=True, slots=True)
class Statistic:
    """A number that the document states of a venue edition.

    Attributes:
        what: "submissions", "accepted papers", "acceptance rate (%)", "edition number" ...
        value: As stated, without separators; a percentage as the number before the sign.
        edition: Name of the edition ("NeurIPS 2023"), or of its series.
    """

    what: str
    value: float
    evidence: Span
    edition: str


@dataclass(frozen=True, slots=True)
class StatedTrend:
    """A trend that the document claims, with the papers it files under it.

    Attributes:
        label: As first written, without numbering ("Data matters").
        questions: What the trend asks, as written.
        papers: Indices into ``Document.papers``, in order.
        names: (language, name) pairs where the document gives several.
        parent: Index into ``Document.trends`` of the trend above it, or None.
    """

    label: str
    evidence: Span
    questions: tuple[str, ...] = ()
    papers: tuple[int, ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    parent: int | None = None


class Direction(StrEnum):
    RISING = "rising"
    DECLINING = "declining"


@dataclass(frozen=True, slots=True)
class TermClaim:
    """A term that the document says rose or declined between two editions ("" where it does not say)."""

    term: str
    direction: Direction
    evidence: Span
    from_edition: str = ""
    to_edition: str = ""
