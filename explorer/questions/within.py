"""Within: what stands in some editions, digests or trends: papers, and what those papers are about."""

from __future__ import annotations

from collections.abc import Collection

from explorer.graph.build import build_view
from explorer.graph.query import ViewQuery
from explorer.model import NodeKind
from explorer.store import Reader

_MOST = 50_000
_ABOUT = frozenset({NodeKind.CONCEPT, NodeKind.PERSON, NodeKind.ISSUE, NodeKind.DOCUMENT})


def within(reader: Reader, facets: Collection[int]) -> frozenset[int]:
    """Ids of the facets, of all that is linked to them, and of what their papers are about."""
    if not facets:
        return frozenset()
    near = build_view(reader, ViewQuery(tuple(sorted(facets)), kinds=frozenset(NodeKind), limit=_MOST))
    papers = tuple(near.ids[near.kinds == NodeKind.PAPER].tolist())
    if not papers:
        return frozenset(near.ids.tolist())
    about = build_view(reader, ViewQuery(papers, kinds=_ABOUT, limit=_MOST))
    return frozenset(near.ids.tolist()) | frozenset(about.ids.tolist())
