"""Shared: what two nodes have in common, each with the sentences on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from explorer.errors import ExplorerError
from explorer.model import NodeKind
from explorer.questions.evidence import Statement, statements
from explorer.questions.explain import edge_statement
from explorer.questions.similar import SimilarPaper, hit_among
from explorer.store import Reader
from explorer.store.graph import EdgeLine, edges_at, nodes
from explorer.store.statements import links_between

MOST: Final = 6  #: of each kind that are told
_NEAREST: Final = 50  #: papers among which two that are alike are
_RANK: Final = {"asserted": 0, "discusses": 1, "names": 2}


@dataclass(frozen=True, slots=True)
class Shared:
    """A node that both are linked with, and how: the first statement is of the one asked for first.

    Attributes:
        degree: Edges of the node: what few share says more.
    """

    id: int
    name: str
    kind: NodeKind
    degree: int
    sides: tuple[Statement, Statement]


@dataclass(frozen=True, slots=True)
class InCommon:
    """Attributes:
    shared: By kind, within a kind what fewest others share first; ``MOST`` of each.
    totals: How many there are of each kind.
    alike: The second among the papers nearest in meaning to the first, or None.
    """

    shared: tuple[Shared, ...]
    totals: tuple[tuple[NodeKind, int], ...]
    alike: SimilarPaper | None


def in_common(reader: Reader, a: int, b: int) -> InCommon:
    """Methods, papers, people, editions, digests and trends that two nodes share; whether they are alike."""
    near = {node: _nearest(reader, node) for node in (a, b)}
    common = (near[a].keys() & near[b].keys()) - {a, b}
    rows = sorted(nodes(reader, common), key=lambda row: (row.kind, row.degree, row.id))
    by_kind: dict[NodeKind, list[Shared]] = {}
    totals: dict[NodeKind, int] = {}
    names = {row.id: row.name for row in nodes(reader, [a, b, *common])}
    for row in rows:
        kind = NodeKind(row.kind)
        totals[kind] = totals.get(kind, 0) + 1
        if totals[kind] <= MOST:
            sides = _said(reader, near[a][row.id], names), _said(reader, near[b][row.id], names)
            by_kind.setdefault(kind, []).append(Shared(row.id, row.name, kind, row.degree, sides))
    shared = tuple(one for kind in sorted(by_kind) for one in by_kind[kind])
    return InCommon(shared, tuple(sorted(totals.items())), _alike(reader, a, b))


def _nearest(reader: Reader, node: int) -> dict[int, EdgeLine]:
    """Other end → the edge that says most, of those that are not computed."""
    best: dict[int, EdgeLine] = {}
    for edge in edges_at(reader, [node]):
        other = edge.target if edge.source == node else edge.source
        if (
            edge.kind != "similar"
            and other != node
            and (other not in best or _rank(edge) < _rank(best[other]))
        ):
            best[other] = edge
    return best


def _rank(edge: EdgeLine) -> tuple[int, int, str]:
    return _RANK.get(edge.kind, 3), -edge.sources, edge.predicate


def _said(reader: Reader, edge: EdgeLine, names: dict[int, str]) -> Statement:
    if edge.kind == "asserted":
        found: Sequence[Statement] = statements(reader, links_between(reader, edge.source, edge.target))
        if found:
            return found[0]
    return edge_statement(reader, edge, names)


def _alike(reader: Reader, a: int, b: int) -> SimilarPaper | None:
    kinds = {row.kind for row in nodes(reader, [a, b])}
    if kinds != {int(NodeKind.PAPER)}:
        return None
    try:
        return hit_among(reader, a, b, _NEAREST)
    except ExplorerError:  # no vectors yet, or none of this paper
        return None
