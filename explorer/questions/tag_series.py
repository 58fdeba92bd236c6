"""Which tag each tagging counts for where tags are told apart: the most particular one that is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from explorer.model import NodeId
from explorer.store import Reader
from explorer.store.tags import tag_rows, tagged


def particular_tags(reader: Reader, most: int) -> list[tuple[NodeId, NodeId]]:
    """(node, tag): a node counts for a tag itself, not for those above it as well, which would take half.

    Args:
        most: How many tags are shown: what carries another counts for the nearest shown one above it.
    """
    parents = {row.id: row.parent for row in tag_rows(reader)}
    carried: dict[NodeId, set[NodeId]] = {}
    for tag, node, _ in tagged(reader):
        carried.setdefault(int(node), set()).add(int(tag))
    pairs = []
    for node, tags in sorted(carried.items()):
        general = {above for tag in tags for above in _above(parents, tag)}
        pairs += [(node, tag) for tag in sorted(tags - general)]
    counts = Counter(tag for _, tag in pairs)
    shown = set(sorted(counts, key=lambda tag: (-counts[tag], tag))[:most])
    place = {tag: _place(parents, tag, shown) for tag in counts}
    return sorted({(node, place[tag]) for node, tag in pairs})


def _place(parents: Mapping[NodeId, NodeId | None], tag: NodeId, shown: set[NodeId]) -> NodeId:
    if tag in shown:
        return tag
    return next((above for above in _above(parents, tag) if above in shown), tag)


def _above(parents: Mapping[NodeId, NodeId | None], tag: NodeId) -> Iterator[NodeId]:
    over = parents.get(tag)
    while over is not None:
        yield over
        over = parents.get(over)
