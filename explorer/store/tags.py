"""Trend tags as a tree: what each one is, and what is written of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.model import NodeKind
from explorer.store.engine import Reader, Row, Store

TAG_ROWS = """
    select t.id, n.name, t.parent, t.place, t.color, t.description, t.origin, coalesce(r.words, ''),
           coalesce(r.kinds, '[]')
    from tag t join node n on n.id = t.id left join tag_rule r on r.tag = t.id
"""
#: (node, tag) of a tag and of all that it stands under
WITH_ABOVE = """
    with recursive above (tag, over) as (
        select id, id from tag union select a.tag, t.parent from above a join tag t on t.id = a.over
        where t.parent is not null)
    select distinct g.node, a.over from tagging g join above a on a.tag = g.tag
"""
CLAIMED_BY = """
    select distinct c.tag, d.id, d.title from tag_claim c join trend r on r.key = c.key
    join document d on d.id = r.document where c.tag is not null
    union select distinct c.tag, d.id, d.title from tag_claim c join trend r on r.deck = c.key
    join document d on d.id = r.document where c.tag is not null order by 1, 2
"""


@dataclass(frozen=True, slots=True)
class TagRow:
    """Attributes:
    parent: Tag that it stands under, or None.
    place: Order among its siblings; equal ones by name.
    colour: "#rrggbb" or "".
    origin: "user", or "document" while no person has changed what a document claims.
    rule: Words of its rule, or "".
    kinds: Kinds of nodes that the rule tags.
    """

    id: int
    name: str
    parent: int | None
    place: int
    colour: str
    description: str
    origin: str
    rule: str
    kinds: tuple[NodeKind, ...]


def tag_rows(reader: Reader) -> list[TagRow]:
    """All tags, siblings in their order."""
    rows = [_row(row) for row in reader.rows(TAG_ROWS)]
    return sorted(rows, key=lambda row: (row.place, row.name.casefold(), row.id))


def tag_row(reader: Reader, tag: int) -> TagRow:
    """One tag; KeyError where there is none."""
    found = reader.row(f"{TAG_ROWS} where t.id = ?", [tag])
    if found is None:
        raise KeyError(tag)
    return _row(found)


def _row(row: tuple[object, ...]) -> TagRow:
    node, name, parent, place, colour, description, origin, words, kinds = row
    return TagRow(
        int(str(node)),
        str(name),
        None if parent is None else int(str(parent)),
        int(str(place)),
        str(colour),
        str(description),
        str(origin),
        str(words),
        tuple(NodeKind(kind) for kind in json.loads(str(kinds))),
    )


def is_tag(reader: Reader, node: int) -> bool:
    """Whether a node is a tag."""
    return reader.row("select 1 from tag where id = ?", [node]) is not None


def with_above(reader: Reader) -> list[tuple[int, int]]:
    """(node, tag): each tag on a node, and all that the tag stands under."""
    return [(int(node), int(tag)) for node, tag in reader.rows(WITH_ABOVE)]


def tagged(reader: Reader) -> list[Row]:
    """(tag, node, origin) of all taggings."""
    return reader.rows("select tag, node, origin from tagging order by tag, node")


def below(reader: Reader, tag: int) -> set[int]:
    """A tag with all that stands under it."""
    return {
        int(row[0])
        for row in reader.rows(
            """with recursive under (tag) as (
                   select ? union select t.id from under u join tag t on t.parent = u.tag)
               select tag from under""",
            [tag],
        )
    }


def children(reader: Reader, tag: int | None) -> list[int]:
    """Tags right under one, or at the top, in their order."""
    return [row.id for row in tag_rows(reader) if row.parent == tag]


def claimed_by(reader: Reader) -> dict[int, list[tuple[int, str]]]:
    """Tag -> (document, title) of those that claim it."""
    found: dict[int, list[tuple[int, str]]] = {}
    for tag, document, title in reader.rows(CLAIMED_BY):
        found.setdefault(int(tag), []).append((int(document), str(title)))
    return found


def names_of_tags(reader: Reader) -> dict[int, dict[str, str]]:
    """Tag -> language -> name, of the tags with several names."""
    found: dict[int, dict[str, str]] = {}
    for tag, language, name in reader.rows("select tag, language, name from tag_name order by tag, language"):
        found.setdefault(int(tag), {})[str(language)] = str(name)
    return found


def write_tag(store: Store, tag: int, **columns: str | int | None) -> None:
    """Write some of parent, place, color, description and origin."""
    sets = ", ".join(f"{column} = ?" for column in columns)
    store.execute(f"update tag set {sets} where id = ?", [*columns.values(), tag])


def put_in_order(store: Store, tags: Sequence[int]) -> None:
    """Number siblings in this order."""
    for place, tag in enumerate(tags):
        store.execute("update tag set place = ?1 where id = ?2 and place <> ?1", [place, tag])


def write_rule(store: Store, tag: int, words: str, kinds: Sequence[NodeKind]) -> None:
    """Give a tag a rule instead of the one that it has; "" is none."""
    store.execute("delete from tag_rule where tag = ?", [tag])
    if words:
        store.execute(
            "insert into tag_rule (tag, words, kinds) values (?, ?, ?)",
            [tag, words, json.dumps(sorted(int(kind) for kind in kinds))],
        )


def move_claims(store: Store, keep: int | None, drop: int) -> None:
    """What documents claim as ``drop`` they claim as ``keep``; None: it was deleted, and stays so."""
    store.execute("update tag_claim set tag = ? where tag = ?", [keep, drop])


def remove_tag(store: Store, tag: int) -> list[int]:
    """Delete a tag without children or claims, its rows first for undo; what it carried or was put on."""
    rows = store.reader.rows(
        "select node from tagging where tag = ?1 union select tag from tagging where node = ?1", [tag]
    )
    carried = [int(row[0]) for row in rows]
    store.execute("delete from tagging where tag = ?1 or node = ?1", [tag])
    store.execute("delete from tag_off where tag = ?1 or node = ?1", [tag])
    for table in ("tag_name", "tag_rule"):
        store.execute(f"delete from {table} where tag = ?", [tag])
    store.execute("delete from tag where id = ?", [tag])
    store.execute("delete from node where id = ?", [tag])
    return carried
