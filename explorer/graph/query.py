"""ViewQuery: what a person asks to see, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explorer.model import NodeKind

#: node kinds that a view shows unless asked otherwise: people and renditions crowd it
DEFAULT_KINDS = frozenset({NodeKind.PAPER, NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE, NodeKind.TAG})

DIRECTIONS = ("both", "out", "in")


@dataclass(frozen=True, slots=True)
class ViewQuery:
    """Attributes:
    centers: Node ids that the view is about; () is the whole library, most important first.
    depth: Hops from the centers, 1 to 5.
    kinds: Node kinds shown; the centers are always shown.
    edge_kinds: Ids of edge kinds followed and shown; () is all.
    only: Node ids to choose from (a search, a facet), or None for all.
    expanded: Nodes whose neighbours are added whatever their depth.
    hidden: Nodes left out.
    limit: Most nodes shown; the nearest and most important stay.
    direction: "both", or the way in which edges are walked from the centers: "out" (what it builds on, where
        it stands) or "in" (what builds on it, what stands in it). Edges without a direction go both ways.
    proposals: Whether links that nobody has checked are shown, and followed.
    drawn: (source, target, edge kind, predicate) of edges that are shown though the library holds none such:
        a path may lead over passages, a bridge stands on documents.
    is_walk: Whether it shows just a path or bridges: what is looked at next is not bound to these nodes.
    """

    centers: tuple[int, ...] = ()
    depth: int = 1
    kinds: frozenset[NodeKind] = DEFAULT_KINDS
    edge_kinds: tuple[str, ...] = ()
    only: frozenset[int] | None = None
    expanded: tuple[int, ...] = ()
    hidden: frozenset[int] = frozenset()
    limit: int = 60
    proposals: bool = False
    direction: str = "both"
    drawn: tuple[tuple[int, int, str, str], ...] = ()
    is_walk: bool = False

    def at_depth(self, depth: int) -> ViewQuery:
        return replace(self, depth=depth)

    def around(self, *centers: int) -> ViewQuery:
        """The same filters around other nodes; what was expanded or hidden belongs to the old centers."""
        return replace(self.unbound(), centers=centers, expanded=(), hidden=frozenset())

    def unbound(self) -> ViewQuery:
        """The same filters, where it was a walk without being bound to its nodes and edges."""
        if not self.is_walk:
            return self
        return ViewQuery(depth=self.depth, kinds=self.kinds, direction=self.direction)

    def filtered(self, kinds: frozenset[NodeKind], proposals: bool, only: frozenset[int] | None) -> ViewQuery:
        """The same with other filters; a walk keeps its nodes until others are chosen from."""
        if only is None and self.is_walk:
            return replace(self, kinds=kinds, proposals=proposals)
        return replace(self.unbound(), kinds=kinds, proposals=proposals, only=only)
