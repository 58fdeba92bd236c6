"""The record of a passport: what every kind of node has, and the parts that several kinds share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.questions.evidence import Statement
from explorer.questions.lifeline import Lifeline
from explorer.questions.neighbourhood import Neighbour
from explorer.store.dating import known_words


@dataclass(frozen=True, slots=True)
class Alias:
    form: str
    language: str
    script: str
    kind: str
    status: str


@dataclass(frozen=True, slots=True)
class Appearance:
    """Where a node stands: an edition, a digest issue or a document.

    Attributes:
        node: Id of the edition or issue (of the document where it has neither).
        name: Its name.
        kind: NodeKind of ``node``.
        date: ISO date of its first day, or ""; a month where only the edition that it is about dates it.
        papers: (id, title) of the papers through which a concept or person stands there.
        role: For a paper: reviewed, referenced, background; else "".
        detail: Status, track, award or rank in words, or "".
        series: "venue", "digest", "report", "talk", "study_group", or the kind of a document.
        by: Name of the edition that dates it, "" where the day is its own.
    """

    node: int
    name: str
    kind: NodeKind
    date: str
    papers: tuple[tuple[int, str], ...] = ()
    role: str = ""
    detail: str = ""
    series: str = ""
    by: str = ""

    @property
    def when(self) -> str:
        """ "2024-02-01"; "2023-12 (NeurIPS 2023)" where that edition dates it."""
        return known_words(self.date, self.by)


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a document: ``start`` is a character offset in its source."""

    document: int
    start: int


@dataclass(frozen=True, slots=True)
class Count:
    """A node, and how many papers it has to do with."""

    id: int
    name: str
    kind: NodeKind
    count: int


@dataclass(frozen=True, slots=True)
class PaperGroup:
    """Papers under one head; ``total`` counts those that are not listed, too.

    Attributes:
        predicate: "introduces", "uses", … or "names" where no link says more.
    """

    predicate: str
    total: int
    papers: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class PaperLine:
    """A paper of an edition or issue; ``detail`` is its rank, role, status, track and award in words."""

    id: int
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class PaperPage:
    """Some papers of an edition or issue, from ``offset`` on, of ``total``."""

    node: int
    total: int
    offset: int
    papers: tuple[PaperLine, ...]


@dataclass(frozen=True, slots=True)
class InRegion:
    """The region that a paper or method is in; ``is_known`` is False for a paper that came after the regions.

    ``embed`` makes the regions; without any of them nothing is in one, nor waits for one.
    """

    id: int
    name: str
    is_known: bool = True


class About:
    """What one kind of node has beyond the others; a frozen dataclass of its module."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Passport:
    """Attributes:
    kind, id, name: The node.
    subtitle: One quiet line: "method · introduced by … · first seen 2024-04-29 · its paper on arXiv 2024-02".
    concept_kind: For concepts, else "".
    aliases: Other names of a concept; other titles of a paper as aliases of kind "title".
    facts: (label, value) lines such as ("Published", "2024-05-02"); values are plain text.
    links: http(s) addresses: (words, address).
    abstract: Of a paper, or the description of a tag.
    people: (id, name) of a paper's authors in order.
    authors_complete: False where only the first author is known.
    introduced_by: (id, title) of the paper that introduces a concept.
    first_seen: (ISO date, name of the source) or ("", "").
    first_preprint: (ISO date or month, arXiv id) of its paper where that was there before; or ("", "").
    appearances: Sorted by date.
    prior, derivative: Concepts it builds on, and that build on it.
    statements: Links with their sentences, strongest first.
    mentions: Sentences that name a concept without a link, for a paper the passages on it.
    neighbours: Kind -> related nodes, most important first.
    tags: (id, name).
    tag_looks: ("#rrggbb" or "", is only claimed by a document), aligned with ``tags``.
    note: What a person wrote on it, plain text, or "".
    reading: "reading", "read" or "" (unread).
    waits: What a person can decide on a paper, in words.
    sample: Whether all that is known of it comes from text written for the app.
    region: Where a paper or method belongs on the map, or None.
    lifeline: Of a paper or method: first on arXiv, in a digest and at a conference.
    about: What only nodes of its kind have.
    """

    kind: NodeKind
    id: int
    name: str
    subtitle: str = ""
    concept_kind: str = ""
    aliases: tuple[Alias, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    abstract: str = ""
    people: tuple[tuple[int, str], ...] = ()
    authors_complete: bool = True
    introduced_by: tuple[int, str] | None = None
    first_seen: tuple[str, str] = ("", "")
    first_preprint: tuple[str, str] = ("", "")
    appearances: tuple[Appearance, ...] = ()
    prior: tuple[Neighbour, ...] = ()
    derivative: tuple[Neighbour, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Statement, ...] = ()
    neighbours: tuple[tuple[NodeKind, tuple[Neighbour, ...]], ...] = ()
    tags: tuple[tuple[int, str], ...] = ()
    tag_looks: tuple[tuple[str, bool], ...] = ()
    note: str = ""
    reading: str = ""
    sample: bool = False
    waits: tuple[str, ...] = ()
    region: InRegion | None = None
    lifeline: Lifeline | None = None
    about: About | None = None


def first_seen(places: Sequence[Appearance]) -> tuple[str, str]:
    """(ISO date, name) of the earliest dated place, or ("", "")."""
    dated = sorted((place.date, place.name) for place in places if place.date)
    return dated[0] if dated else ("", "")


def in_words(*parts: str | None) -> str:
    """The parts that say something, with dots between: "conference edition · 2,610 papers"."""
    return " · ".join(part for part in parts if part)


def counted(count: int, one: str, several: str = "") -> str:
    """ "1 paper", "2,610 papers"."""
    return f"{count:,} {one if count == 1 else several or one + 's'}"
