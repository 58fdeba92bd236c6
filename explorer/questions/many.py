"""What is known of several nodes together, for the panel beside a selection."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.questions.neighbourhood import Neighbour
from explorer.questions.overview import Facet
from explorer.store import Reader
from explorer.store import many as reads

METHODS_SHOWN = 8
TAGS_SHOWN = 8
NODES_SHOWN = 200
_READABLE = (NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class Many:
    """Attributes:
    asked: Node ids that were asked for; some may be gone from the library.
    count: How many of them are there.
    kinds: Kind -> number of nodes.
    first, last: ISO dates between which they stand, "" where none has one.
    methods: Methods that more than one of them names or is linked to, with how many do.
    tags: Trend tags that any of them carries, with how many do.
    unread, reading, read: How many of those that can be read are in each state.
    noted: How many have a note.
    nodes: The first of them by name.
    """

    asked: frozenset[int]
    count: int
    kinds: dict[NodeKind, int]
    first: str
    last: str
    methods: tuple[Facet, ...]
    tags: tuple[Facet, ...]
    unread: int
    reading: int
    read: int
    noted: int
    nodes: tuple[Neighbour, ...]


def about_many(reader: Reader, nodes: Sequence[int]) -> Many:
    """What several nodes have in common."""
    lines = [(NodeKind(line[0]), *line[1:]) for line in reads.kinds_and_dates(reader, nodes)]
    readable = sum(line[1] for line in lines if line[0] in _READABLE)
    reading, read = (sum(int(line[at] or 0) for line in lines) for at in (4, 5))
    return Many(
        frozenset(nodes),
        sum(line[1] for line in lines),
        {line[0]: line[1] for line in lines},
        min((line[2] for line in lines if line[2]), default=""),
        max((line[3] for line in lines if line[3]), default=""),
        tuple(Facet(*row) for row in reads.shared_methods(reader, nodes, NodeKind.CONCEPT, METHODS_SHOWN)),
        tuple(Facet(*row) for row in reads.tags_of(reader, nodes, TAGS_SHOWN)),
        max(readable - reading - read, 0),
        reading,
        read,
        reads.count_noted(reader, nodes),
        named(reader, nodes),
    )


def named(reader: Reader, nodes: Sequence[int], most: int = NODES_SHOWN) -> tuple[Neighbour, ...]:
    """Nodes by their names, the first so many; those that are gone from the library are left out."""
    rows = reads.first_named(reader, nodes, most)
    return tuple(Neighbour(node, name, NodeKind(kind), "", 0) for node, kind, name in rows)
