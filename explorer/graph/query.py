"""ViewQuery: what a person asks to see, before anything is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explorer.model import NodeKind

#: node kinds that a view shows unless asked otherwise: people and renditions crowd it
DEFAULT_KINDS = frozenset({NodeKind.PAPER, NodeKind.CONCEPT, NodeKind.EDITION, NodeKind.ISSUE, NodeKind.TAG})


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
    proposals: Whether links that nobody has checked are shown, and followed.
    drawn: (source, target, edge kind, predicate) of edges that are shown though the library holds none such:
        a path may lead over passages, a bridge stands on documents.
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
    drawn: tuple[tuple[int, int, str, str], ...] = ()

    def at_depth(self, depth: int) -> ViewQuery:
        return replace(self, depth=depth)

    def around(self, *centers: int) -> ViewQuery:
        """The same filters around other nodes; expansions belong to the old centers."""
        return replace(self, centers=centers, expanded=())
