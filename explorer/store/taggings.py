"""What carries which trend tag, and who put it there: a person, a document or a rule.

A tagging has one origin, the weightiest: a person's is never overwritten by a document's or a rule's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from explorer.store.engine import Reader, Store

USER, DOCUMENT, RULE = "user", "document", "rule"


def put_tag(store: Store, tag: int, nodes: Iterable[int]) -> int:
    """Let a person put a tag on nodes; how many did not carry it before, or not by a person's hand."""
    scope = json.dumps(sorted(nodes))
    store.execute(
        "delete from tag_off where tag = ? and node in (select value from json_each(?))", [tag, scope]
    )
    store.execute(
        """update tagging set origin = 'user'
           where tag = ? and node in (select value from json_each(?)) and origin <> 'user'""",
        [tag, scope],
    )
    return store.execute(
        """insert or ignore into tagging (tag, node, origin)
           select ?, n.id, 'user' from node n join json_each(?) wanted on wanted.value = n.id""",
        [tag, scope],
    )


def put_for(store: Store, tag: int, nodes: Iterable[int], origin: str) -> list[int]:
    """Let a document or a rule put a tag on nodes, but for those that a person took it off; the new ones.

    A document's word outweighs a rule's.
    """
    scope = json.dumps(sorted(nodes))
    new = [
        int(row[0])
        for row in store.reader.rows(
            """select n.id from json_each(?2) wanted join node n on n.id = wanted.value
               where n.id <> ?1 and not exists (select 1 from tag_off o where o.tag = ?1 and o.node = n.id)
               and not exists (select 1 from tagging t where t.tag = ?1 and t.node = n.id)""",
            [tag, scope],
        )
    ]
    store.insert_many(
        "insert into tagging (tag, node, origin) values (?, ?, ?)", [(tag, node, origin) for node in new]
    )
    if origin == DOCUMENT:
        store.execute(
            """update tagging set origin = 'document'
               where tag = ? and node in (select value from json_each(?)) and origin = 'rule'""",
            [tag, scope],
        )
    return new


def take_tag(store: Store, tag: int, nodes: Iterable[int]) -> int:
    """Let a person take a tag off nodes, for good; how many carried it."""
    scope = json.dumps(sorted(nodes))
    store.execute(
        """insert or ignore into tag_off (tag, node)
           select tag, node from tagging where tag = ? and node in (select value from json_each(?))""",
        [tag, scope],
    )
    return store.execute(
        "delete from tagging where tag = ? and node in (select value from json_each(?))", [tag, scope]
    )


def take_for(store: Store, tag: int, nodes: Iterable[int], origin: str) -> int:
    """Take what a document or a rule put on nodes off again; how many there were."""
    return store.execute(
        """delete from tagging where tag = ? and origin = ?
           and node in (select value from json_each(?))""",
        [tag, origin, json.dumps(sorted(nodes))],
    )


def unshare(store: Store, tag: int, nodes: Iterable[int]) -> None:
    """Take a tag off nodes that only a merge gave it to; whoever puts it on again may."""
    store.execute(
        "delete from tagging where tag = ? and node in (select value from json_each(?))",
        [tag, json.dumps(sorted(nodes))],
    )


def leave(store: Store, tag: int, nodes: Sequence[int]) -> None:
    """Take a tag off nodes for good, whoever put it there."""
    unshare(store, tag, nodes)
    store.insert_many("insert or ignore into tag_off (tag, node) values (?, ?)", [(tag, n) for n in nodes])


def carriers(reader: Reader, tag: int, origin: str = "") -> list[int]:
    """What carries a tag, ascending; of one origin where one is given."""
    return [
        int(row[0])
        for row in reader.rows(
            "select node from tagging where tag = ?1 and (?2 = '' or origin = ?2) order by node",
            [tag, origin],
        )
    ]


def taken_off(reader: Reader, tag: int) -> list[int]:
    """What a person took a tag off."""
    return [int(row[0]) for row in reader.rows("select node from tag_off where tag = ?", [tag])]


def tags_on(reader: Reader, nodes: Sequence[int]) -> set[int]:
    """Ids of the tags that some nodes carry."""
    return {
        row[0]
        for row in reader.rows(
            "select distinct tag from tagging where node in (select value from json_each(?))",
            [json.dumps(list(nodes))],
        )
    }


def share_tags(store: Store, tags: Sequence[int], source: int, target: int) -> None:
    """Put those of some tags that one node carries on another as well."""
    store.execute(
        """insert or ignore into tagging (tag, node, origin)
           select tag, ?, origin from tagging
           where node = ? and tag in (select value from json_each(?))""",
        [target, source, json.dumps(list(tags))],
    )
    _settle_off(store, "node", target)


def carry_over(store: Store, keep: int, drop: int) -> None:
    """Tags on ``drop`` go to ``keep``, which a person may have taken some off; the weightier origin stays."""
    _move(store, "node", keep, drop)


def move_carriers(store: Store, keep: int, drop: int) -> None:
    """What carries the tag ``drop`` carries ``keep`` from now on."""
    _move(store, "tag", keep, drop)
    store.execute("delete from tagging where tag = ?1 and node = ?1", [keep])


def _move(store: Store, column: str, keep: int, drop: int) -> None:
    other = "tag" if column == "node" else "node"
    for origin in (USER, DOCUMENT):  # the weightier of two
        store.execute(
            f"""update tagging set origin = '{origin}' where {column} = ?1 and origin <> 'user'
                and {other} in (select {other} from tagging where {column} = ?2 and origin = '{origin}')""",
            [keep, drop],
        )
    store.execute(
        f"""insert or ignore into tagging ({column}, {other}, origin)
            select ?1, {other}, origin from tagging where {column} = ?2""",
        [keep, drop],
    )
    store.execute(f"delete from tagging where {column} = ?", [drop])
    store.execute(
        f"""insert or ignore into tag_off ({column}, {other})
            select ?1, {other} from tag_off where {column} = ?2""",
        [keep, drop],
    )
    store.execute(f"delete from tag_off where {column} = ?", [drop])
    _settle_off(store, column, keep)


def _settle_off(store: Store, column: str, which: int) -> None:
    """What carries a tag was not taken off it."""
    store.execute(
        f"""delete from tag_off where {column} = ? and exists
            (select 1 from tagging t where t.tag = tag_off.tag and t.node = tag_off.node)""",
        [which],
    )
