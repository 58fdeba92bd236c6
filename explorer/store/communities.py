"""Communities of papers and methods with their names. All of it derived."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from explorer.store.engine import Reader, Store

_STATE = "communities"  #: key in table meta: what they were made from


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """A community: its number, name, other terms (JSON), how many papers, and which hue."""

    id: int
    name: str
    terms: str
    papers: int
    hue: int


def communities_state(reader: Reader) -> str:
    """What the communities were made from, as the pipeline wrote it; "" before the first time."""
    return str(reader.value("select value from meta where key = ?", [_STATE]) or "")


def set_communities_state(store: Store, state: str) -> None:
    store.execute(
        "insert into meta (key, value) values (?, ?) on conflict (key) do update set value = excluded.value",
        [_STATE, state],
    )


def count_method_links(reader: Reader) -> int:
    """Links of methods to papers and to each other."""
    return int(reader.value("select count(*) from edge where kind in ('asserted', 'names')") or 0)


def titles_of_all(reader: Reader) -> list[tuple[int, str]]:
    """(paper, name), by id."""
    return [
        (row[0], row[1])
        for row in reader.rows("select p.id, n.name from paper p join node n on n.id = p.id order by p.id")
    ]


def similar_pairs(reader: Reader) -> list[tuple[int, int, float]]:
    """(paper, paper, weight) of all similarity edges."""
    return [
        (row[0], row[1], row[2])
        for row in reader.rows("select source, target, weight from edge where kind = 'similar'")
    ]


def method_pairs(reader: Reader) -> list[tuple[int, int]]:
    """Ends of the edges that say or name something of a method, (source, target), none twice."""
    return [
        (row[0], row[1])
        for row in reader.rows(
            """select distinct source, target from edge where kind in ('asserted', 'names')
               order by source, target"""
        )
    ]


def method_names(reader: Reader) -> dict[int, str]:
    """Concept -> its name."""
    return dict(reader.rows("select c.id, n.name from concept c join node n on n.id = c.id"))


def all_communities(reader: Reader) -> dict[int, int]:
    """Node -> community."""
    return dict(reader.rows("select node, community from community"))


COMMUNITIES_OF = "select node, community from community where node in (select value from json_each(?))"
MEMBERS = """
    select c.node, n.kind, n.name from community c join node n on n.id = c.node
    left join measure m on m.node = c.node where c.community = ?
    order by coalesce(m.degree, 0) desc, c.node
"""


def communities_of(reader: Reader, nodes: Iterable[int]) -> dict[int, int]:
    """Node -> community, for those of some nodes that are in one."""
    return dict(reader.rows(COMMUNITIES_OF, [json.dumps(sorted(nodes))]))


def community_rows(reader: Reader) -> list[CommunityRow]:
    """All communities, the largest first."""
    return [
        CommunityRow(*row)
        for row in reader.rows(
            "select community, name, terms, papers, hue from community_name order by papers desc, community"
        )
    ]


def community_of(reader: Reader, node: int) -> CommunityRow | None:
    """The community that a node is in, or None."""
    row = reader.row(
        """select m.community, m.name, m.terms, m.papers, m.hue from community c
           join community_name m on m.community = c.community where c.node = ?""",
        [node],
    )
    return CommunityRow(*row) if row else None


def members(reader: Reader, community: int) -> list[tuple[int, int, str]]:
    """(node, kind, name) of its papers and methods, the best linked first."""
    return [(row[0], row[1], row[2]) for row in reader.rows(MEMBERS, [community])]


def replace_communities(store: Store, found: Mapping[int, int], rows: Iterable[CommunityRow]) -> set[int]:
    """Node -> community and their names, instead of whatever they were; the nodes that changed.

    Nodes that are gone by now are left out.
    """
    before = all_communities(store.reader)
    gone = [node for node in before if node not in found]
    changed = {node: number for node, number in found.items() if before.get(node) != number}
    store.execute("delete from community where node in (select value from json_each(?))", [json.dumps(gone)])
    store.insert_many(
        "insert or replace into community (node, community) select n.id, ? from node n where n.id = ?",
        [(number, node) for node, number in sorted(changed.items())],
    )
    store.execute("delete from community_name")
    store.insert_many(
        "insert into community_name (community, name, terms, papers, hue) values (?, ?, ?, ?, ?)",
        [(row.id, row.name, row.terms, row.papers, row.hue) for row in rows],
    )
    return {*gone, *changed}
