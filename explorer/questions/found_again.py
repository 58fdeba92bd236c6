"""Which nodes of the library those of a snapshot are now: merged, renamed and brought again ones included."""

from __future__ import annotations

from dataclasses import dataclass

from explorer.graph.kept import Kept
from explorer.model import NodeKind
from explorer.store import Reader
from explorer.store.search import find_paper_keys
from explorer.store.snapshots import by_keys, by_old_keys, keys_of, merged_into
from explorer.text.fingerprint import title_fingerprint


@dataclass(frozen=True, slots=True)
class _Then:
    """A node as a snapshot has it."""

    id: int
    kind: int
    key: str
    name: str


def found_again(reader: Reader, kept: Kept) -> dict[int, int]:
    """Node of a snapshot -> the node that it is now; what is gone is left out.

    The number of a node may be given to another one once an import was undone, so that it counts only with
    the same key, name or title; a work that was merged into another is that one.
    """
    rows = zip(kept.graph.ids.tolist(), kept.graph.kinds.tolist(), kept.keys, kept.graph.names, strict=True)
    then = [_Then(*row) for row in rows]
    there = keys_of(reader, (node.id for node in then))
    found: dict[int, int] = {}
    for node in then:
        now = there.get(node.id)
        if now is not None and now.kind == node.kind and _is_same((node.key, node.name), (now.key, now.name)):
            found[node.id] = node.id
    lost = [node for node in then if node.id not in found]
    found |= merged_into(reader, (node.id for node in lost)) if lost else {}
    lost = [node for node in lost if node.id not in found]
    found |= _by_key(reader, [node for node in lost if node.kind != NodeKind.PAPER and node.key])
    for node in lost:
        if node.kind == NodeKind.PAPER and (paper := _paper_now(reader, node)):
            found[node.id] = paper
    return found


def _is_same(then: tuple[str, str], now: tuple[str, str]) -> bool:
    return (then[0] == now[0] and bool(then[0])) or then[1] == now[1]


def _by_key(reader: Reader, lost: list[_Then]) -> dict[int, int]:
    if not lost:
        return {}
    known = by_keys(reader, [(node.kind, node.key) for node in lost])
    older = by_old_keys(reader, [node.key for node in lost if node.kind == NodeKind.CONCEPT])
    found = {node.id: known.get((node.kind, node.key), 0) for node in lost}
    for node in lost:
        if not found[node.id] and node.kind == NodeKind.CONCEPT:
            found[node.id] = older.get(node.key, 0)
    return {then: now for then, now in found.items() if now}


def _paper_now(reader: Reader, node: _Then) -> int:
    """The work that has the id of one, or else the only one of its title; 0 where there is none."""
    _, _, value = node.key.partition(":")
    by_id = [paper for paper, _ in find_paper_keys(reader, [value] if value else [], [])]
    title = title_fingerprint(node.name)
    titled = find_paper_keys(reader, [], [title] if title else [])
    by_title = [paper for paper, name in titled if paper == node.id or title_fingerprint(name) == title]
    for papers in (by_id, by_title):
        if node.id in papers or len(papers) == 1:
            return node.id if node.id in papers else papers[0]
    return 0
