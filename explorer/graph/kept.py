"""Kept: what a view showed at a time, so that it can be drawn again and compared. No store, no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from explorer.graph.places import Places
from explorer.graph.snapshot import Quote
from explorer.graph.view import GraphView


@dataclass(frozen=True, slots=True, eq=False)
class Kept:
    """Attributes:
    graph: N nodes and M edges as they were.
    places: Where the rows of its layout stood, to the last bit.
    keys: N ways to find a node again: a folded name, the id of a work ("arxiv_id:2405.00001"), or "".
    tags: Node id -> names of the tags that were on it.
    quotes: Edge row -> sentences that were behind it; {} where the view was too large for them.
    last: Highest node id that the library had: what has a higher one came later.
    """

    graph: GraphView
    places: Places
    keys: tuple[str, ...]
    tags: Mapping[int, tuple[str, ...]] = field(default_factory=dict)
    quotes: Mapping[int, tuple[Quote, ...]] = field(default_factory=dict)
    last: int = 0
