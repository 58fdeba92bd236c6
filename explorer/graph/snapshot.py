"""Snapshot: a scene with all that an export needs beside the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.graph.scene import Scene


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence behind an edge.

    Attributes:
        exact: The slice of the source.
        source: Document title for people.
        machine: Whether the text is machine-written.
    """

    exact: str
    source: str
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Bibliographic record of a paper in the view (bib, csl, csv, ris, md).

    Attributes:
        read_state: "" (unread), "reading" or "read".
        note: What the person wrote on it, lines as typed.
        key: Citation key that no other paper of the library has, or "" where only the view is known.
    """

    id: int
    title: str
    authors: tuple[str, ...] = ()
    published: str = ""
    venue: str = ""
    arxiv_id: str = ""
    doi: str = ""
    openreview: str = ""
    url: str = ""
    abstract: str = ""
    methods: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    read_state: str = ""
    note: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Snapshot:
    """Attributes:
    scene: What is drawn.
    title: What the view is ("RAG, depth 2").
    library: Name of the library file.
    made_on: ISO date; a parameter, so that two runs give the same bytes.
    records: Papers of the view, ascending id.
    quotes: edge row -> sentences behind it, strongest first.
    edge_names: edge kind id -> words for people ("builds on").
    scheme: "light" or "dark".
    notes: node id -> what the person wrote on it, papers included.
    """

    scene: Scene
    title: str
    library: str
    made_on: str
    records: tuple[Record, ...]
    quotes: dict[int, tuple[Quote, ...]]
    edge_names: dict[str, str]
    scheme: str = "light"
    notes: Mapping[int, str] = field(default_factory=dict)
