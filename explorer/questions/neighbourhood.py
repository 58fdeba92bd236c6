"""Neighbours of a node, by kind, most important first."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.model import NodeKind


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A node at the other end of an edge.

    Attributes:
        words: The verb, read from the passport's node ("builds on", "introduced in").
        sources: Distinct documents behind the edge; 0 where it is computed.
    """

    id: int
    name: str
    kind: NodeKind
    words: str
    sources: int
