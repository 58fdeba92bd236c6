"""Passport: everything the library knows of one node, with its sentences."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.questions.evidence import Statement
from explorer.questions.neighbourhood import Neighbour


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
        date: ISO date of its first day, or "".
        papers: (id, title) of the papers through which a concept or person stands there.
        role: For a paper: reviewed, referenced, background; else "".
        detail: Status, track, award or rank in words, or "".
    """

    node: int
    name: str
    kind: NodeKind
    date: str
    papers: tuple[tuple[int, str], ...] = ()
    role: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Passport:
    """Attributes:
    kind, id, name: The node.
    subtitle: One quiet line: "method · introduced by … · first seen 2024-04-29".
    concept_kind: For concepts, else "".
    aliases: Other names of a concept; other titles of a paper as aliases of kind "title".
    facts: (label, value) lines such as ("Published", "2024-05-02"); values are plain text.
    links: http(s) addresses: (words, address).
    abstract: Of a paper, or the description of a tag.
    people: (id, name) of a paper's authors in order.
    authors_complete: False where only the first author is known.
    introduced_by: (id, title) of the paper that introduces a concept.
    first_seen: (ISO date, name of the source) or ("", "").
    appearances: Sorted by date.
    prior, derivative: Concepts it builds on, and that build on it.
    statements: Links with their sentences, strongest first.
    mentions: Sentences that name a concept without a link, for a paper the passages on it.
    questions: (question, answer) pairs of a paper, machine-written where ``machine_questions``.
    neighbours: Kind -> related nodes, most important first.
    tags: (id, name).
    sample: Whether all that is known of it comes from text written for the app.
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
    appearances: tuple[Appearance, ...] = ()
    prior: tuple[Neighbour, ...] = ()
    derivative: tuple[Neighbour, ...] = ()
    statements: tuple[Statement, ...] = ()
    mentions: tuple[Statement, ...] = ()
    questions: tuple[tuple[str, str], ...] = ()
    machine_questions: bool = False
    neighbours: tuple[tuple[NodeKind, tuple[Neighbour, ...]], ...] = ()
    tags: tuple[tuple[int, str], ...] = ()
    sample: bool = False
