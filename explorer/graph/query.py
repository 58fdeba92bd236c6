"""ViewQuery: what a person asks to see, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from explorer.graph.filters import DEFAULT_KINDS, Filters
from explorer.model import NodeKind

__all__ = ["DEFAULT_KINDS", "DIRECTIONS", "Filters", "ViewQuery"]

DIRECTIONS = ("both", "out", "in")


@dataclass(frozen=True, slots=True)
class ViewQuery:
    """Attributes:
    centers: Node ids that the view is about; () is the whole library, most important first.
    depth: Hops from the centers, 1 to 5.
    filters: What of that is shown; the centers are always shown.
    only: Node ids to choose from (a search, a walk), or None for all.
    expanded: Nodes whose neighbours are added whatever their depth.
    collapsed: Nodes that a view does not walk on through; they themselves are shown.
    hidden: Nodes left out.
    limit: Most nodes shown; the nearest and most important stay.
    direction: "both", or the way in which edges are walked from the centers: "out" (what it builds on, where
        it stands) or "in" (what builds on it, what stands in it). Edges without a direction go both ways.
    drawn: (source, target, edge kind, predicate) of edges that are shown though the library holds none such:
        a path may lead over passages, a bridge stands on documents.
    is_walk: Whether it shows just a path or bridges: what is looked at next is not bound to these nodes.
    """

    centers: tuple[int, ...] = ()
    depth: int = 1
    filters: Filters = field(default_factory=Filters)
    only: frozenset[int] | None = None
    expanded: tuple[int, ...] = ()
    collapsed: tuple[int, ...] = ()
    hidden: frozenset[int] = frozenset()
    limit: int = 60
    direction: str = "both"
    drawn: tuple[tuple[int, int, str, str], ...] = ()
    is_walk: bool = False

    @property
    def kinds(self) -> frozenset[NodeKind]:
        """Node kinds shown."""
        return self.filters.kinds

    @property
    def proposals(self) -> bool:
        """Whether links that nobody has checked are shown, and followed."""
        return self.filters.proposals

    def at_depth(self, depth: int) -> ViewQuery:
        return replace(self, depth=depth)

    def around(self, *centers: int) -> ViewQuery:
        """The same filters around other nodes; what was expanded or hidden belongs to the old centers."""
        return replace(self.unbound(), centers=centers, expanded=(), collapsed=(), hidden=frozenset())

    def unbound(self) -> ViewQuery:
        """The same filters, where it was a walk without being bound to its nodes and edges."""
        if not self.is_walk:
            return self
        return ViewQuery(depth=self.depth, filters=Filters(self.kinds), direction=self.direction)

    def filtered(self, filters: Filters) -> ViewQuery:
        """The same nodes within reach with other filters."""
        return replace(self, filters=filters)
