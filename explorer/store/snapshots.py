"""Snapshots: what views showed at a time, by name; and how the library knows their nodes now."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from explorer.store.engine import Reader, Row, Store
from explorer.store.saved_views import folded

_COLUMNS = "id, name, note, title, view, nodes, edges, at, content"


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """Attributes:
    note: What a person wrote beside it.
    title: What was shown.
    view: JSON, as ``explorer.questions.view_words`` writes it, without places.
    nodes, edges: How many it shows.
    at: ISO time at which it was saved.
    content: Number of what it shows.
    """

    id: int
    name: str
    note: str
    title: str
    view: str
    nodes: int
    edges: int
    at: str
    content: int


@dataclass(frozen=True, slots=True)
class NodeKey:
    """A node as it can be found again: ``key`` is its folded name, or the id of a work, or ""."""

    id: int
    kind: int
    key: str
    name: str


def snapshots(reader: Reader) -> list[SnapshotRow]:
    """All snapshots, the newest first."""
    return [SnapshotRow(*row) for row in reader.rows(f"select {_COLUMNS} from snapshot order by id desc")]


def snapshot_named(reader: Reader, name: str) -> SnapshotRow | None:
    """The snapshot of that name, whatever its case, or None."""
    row = reader.row(f"select {_COLUMNS} from snapshot where key = ?", [folded(name)])
    return SnapshotRow(*row) if row else None


def content_of(reader: Reader, content: int) -> bytes:
    """What a snapshot shows, packed; b"" where it is lost."""
    row = reader.row("select packed from snapshot_content where id = ?", [content])
    return bytes(row[0]) if row else b""


def add_snapshot(store: Store, row: SnapshotRow, packed: bytes) -> None:
    """A new one with what it shows; its ids are given here."""
    forget_lost(store)
    content = store.next_id("snapshot_content")
    store.execute("insert into snapshot_content (id, packed) values (?, ?)", [content, packed])
    said = (row.name, row.note, row.title, row.view, row.nodes, row.edges, row.at, content)
    store.execute(
        """insert into snapshot (id, key, name, note, title, view, nodes, edges, at, content)
           values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (store.next_id("snapshot"), folded(row.name), *said),
    )


def forget_lost(store: Store) -> None:
    """Delete what neither a snapshot shows nor a step can bring back: steps name it in their first row."""
    store.execute(
        """with step (old, new) as materialized (
               select json_extract(changes, '$[0][1].content'), json_extract(changes, '$[0][2].content')
               from operation where kind = 'decision' and substr(changes, 1, 12) = '[["snapshot"')
           delete from snapshot_content where id not in (select content from snapshot)
           and not exists (select 1 from step s where snapshot_content.id in (s.old, s.new))"""
    )


def rename_snapshot(store: Store, snapshot: int, name: str) -> None:
    store.execute("update snapshot set key = ?, name = ? where id = ?", [folded(name), name, snapshot])


def note_snapshot(store: Store, snapshot: int, note: str) -> None:
    store.execute("update snapshot set note = ? where id = ?", [note, snapshot])


def delete_snapshot(store: Store, snapshot: int) -> None:
    """Its row goes; what it shows stays for undo."""
    store.execute("delete from snapshot where id = ?", [snapshot])


KEYS = """
    select n.id, n.kind, coalesce(n.key, 'arxiv_id:' || p.arxiv_id, 'doi:' || p.doi,
        'openreview:' || p.openreview, ''), n.name
    from node n left join paper p on p.id = n.id where n.id in (select value from json_each(?)) order by n.id
"""


def keys_of(reader: Reader, nodes: Iterable[int]) -> dict[int, NodeKey]:
    """Node -> how it is found again, for those that are there."""
    return {int(row[0]): NodeKey(*row) for row in reader.rows(KEYS, [_ids(nodes)])}


def last_node(reader: Reader) -> int:
    """The highest node id, 0 in an empty library."""
    return int(reader.value("select coalesce(max(id), 0) from node"))


TAGS = """
    select t.node, n.name from tagging t join node n on n.id = t.tag
    where t.node in (select value from json_each(?)) order by t.node, n.name, n.id
"""


def tag_names_on(reader: Reader, nodes: Iterable[int]) -> dict[int, tuple[str, ...]]:
    """Node -> names of the tags on it, for those that carry any."""
    found: dict[int, list[str]] = {}
    for node, name in reader.rows(TAGS, [_ids(nodes)]):
        found.setdefault(int(node), []).append(str(name))
    return {node: tuple(names) for node, names in found.items()}


MERGED = """
    select s.b, s.a from same_as s
    where s.decision = 'merged' and s.b in (select value from json_each(?)) order by s.id
"""


def merged_into(reader: Reader, nodes: Iterable[int]) -> dict[int, int]:
    """Id of a node that was merged away -> the one that was kept."""
    return {int(b): int(a) for b, a in reader.rows(MERGED, [_ids(nodes)])}


BY_KEY = """
    select w.value ->> 0, w.value ->> 1, n.id from json_each(?) w
    join node n on n.kind = w.value ->> 0 and n.key = w.value ->> 1
"""
BY_OLD_KEY = """
    select w.value, k.concept from json_each(?) w join concept_key k on k.key = w.value
"""


def by_keys(reader: Reader, keys: Collection[tuple[int, str]]) -> dict[tuple[int, str], int]:
    """(kind, folded name) -> the node that has it now."""
    asked = json.dumps(sorted(keys), ensure_ascii=False)
    return {(int(kind), str(key)): int(node) for kind, key, node in reader.rows(BY_KEY, [asked])}


def by_old_keys(reader: Reader, keys: Collection[str]) -> dict[str, int]:
    """Folded name that a method had -> the method that it finds now."""
    rows: list[Row] = reader.rows(BY_OLD_KEY, [json.dumps(sorted(keys), ensure_ascii=False)])
    return {str(key): int(node) for key, node in rows}


def _ids(nodes: Iterable[int]) -> str:
    return json.dumps(sorted({int(node) for node in nodes}))
