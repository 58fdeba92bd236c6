"""Statements: what is said of a node or between two, each with the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A slice of a document.

    Attributes:
        document: Node id of the document.
        source: Its title for people.
        start, end: Character offsets in the source text.
        exact: The slice.
        sentence: The sentence around it, normalised, for reading.
        language: "en", "ja", "zh" or "".
        machine: Whether the text is machine-written.
        sample: Whether the text was written for the app.
    """

    document: int
    source: str
    start: int
    end: int
    exact: str
    sentence: str
    language: str
    machine: bool
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """One edge in words.

    Attributes:
        subject, object: Node ids; ``subject_name`` and ``object_name`` their names.
        kind: Id of the edge kind.
        words: The verb ("builds on", "is named in").
        trust: "stated in 3 sources", "inferred by rule", "computed".
        confidence: 0 to 1.
        quotes: Sentences behind it, one per distinct source first.
        link: Id of the asserted link, or 0.
        status: proposed, accepted, rejected, or "".
    """

    subject: int
    subject_name: str
    object: int
    object_name: str
    kind: str
    words: str
    trust: str
    confidence: float
    quotes: tuple[Quote, ...]
    link: int = 0
    status: str = ""
