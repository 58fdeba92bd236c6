"""Neighbours of a node, by kind, most important first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from explorer.edges import EDGES
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.graph import EdgeLine, edges_at, nodes

_PASSIVE = {
    "builds_on": "is built on by",
    "variant_of": "has the variant",
    "outperforms": "is outperformed by",
    "evaluated_on": "evaluates",
    "evaluates_on": "evaluates",
    "trained_on": "trains",
    "part_of": "has the part",
    "addresses_limit_of": "has a limit addressed by",
    "succeeded_by": "follows",
    "introduces": "introduced in",
    "uses": "used in",
    "surveys": "surveyed in",
    "criticises": "criticised in",
}
_PASSIVE_KIND = {
    "wrote": "written by",
    "appears": "holds",
    "names": "named in",
    "discusses": "discussed in",
    "tagged": "tags",
    "similar": "is similar to",
}


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node at the other end of an edge.

    Attributes:
        words: The verb, read from the passport's node ("builds on", "introduced in").
        sources: Distinct documents behind the edge; 0 where it is computed.
        predicate: The link's predicate, or "".
    """

    id: int
    name: str
    kind: NodeKind
    words: str
    sources: int
    predicate: str = ""


def neighbours_by_kind(
    reader: Reader, node: int, most: int = 30
) -> tuple[tuple[NodeKind, tuple[Neighbour, ...]], ...]:
    """Neighbours by kind; within a kind those of most sources, then the most important."""
    edges = edges_at(reader, [node])
    rows = {row.id: row for row in nodes(reader, {e.source for e in edges} | {e.target for e in edges})}
    best: dict[int, EdgeLine] = {}
    for edge in edges:
        other = edge.target if edge.source == node else edge.source
        if other != node and (other not in best or _rank(edge) > _rank(best[other])):
            best[other] = edge
    found: dict[NodeKind, list[Neighbour]] = {}
    for other in sorted(best, key=lambda i: (-best[i].sources, -best[i].weight, -rows[i].importance, i)):
        edge, row = best[other], rows[other]
        neighbour = Neighbour(
            other,
            row.name,
            NodeKind(row.kind),
            words_of(edge, edge.source == node),
            edge.sources,
            edge.predicate,
        )
        found.setdefault(neighbour.kind, []).append(neighbour)
    return tuple((kind, tuple(found[kind][:most])) for kind in sorted(found))


def _rank(edge: EdgeLine) -> tuple[bool, int, float]:
    return edge.kind == "asserted", edge.sources, edge.weight


def words_of(edge: EdgeLine, forward: bool) -> str:
    """The verb of an edge, read from its source (forward) or from its target."""
    if edge.kind == "asserted":
        return spoken(edge.predicate, forward)
    return EDGES[edge.kind].label if forward else passive_of_kind(edge.kind)


def passive_of_kind(kind: str) -> str:
    """The verb of an edge kind, read from its target."""
    return _PASSIVE_KIND.get(kind, EDGES[kind].label)


def spoken(predicate: str, forward: bool) -> str:
    """The verb of a predicate, read from its subject (forward) or from its object."""
    plain = predicate.replace("_", " ")
    return plain if forward else _PASSIVE.get(predicate, plain)


def of_kind(
    groups: Sequence[tuple[NodeKind, tuple[Neighbour, ...]]], kind: NodeKind
) -> tuple[Neighbour, ...]:
    """The neighbours of one kind."""
    return next((found for k, found in groups if k == kind), ())
