"""What many nodes have in common: kinds, dates, read states, methods and tags that they share."""

from __future__ import annotations

import json
from collections.abc import Sequence

from explorer.store.engine import Reader, Row

KINDS_AND_DATES = """
    select n.kind, count(*), coalesce(min(nullif(m.date, '')), ''), coalesce(max(m.date), ''),
           sum(r.state = 'reading'), sum(r.state = 'read')
    from json_each(?) wanted cross join node n on n.id = wanted.value
    left join measure m on m.node = n.id left join reading r on r.node = n.id
    group by n.kind order by n.kind
"""
#: an edge counts once for a node, whichever way it runs and however many kinds it has; not what is computed
SHARED_METHODS = """
    with touched as (
        select e.target as other, e.source as mine from json_each(?1) wanted
        cross join edge e on e.source = wanted.value where e.kind <> 'similar'
        union
        select e.source, e.target from json_each(?1) wanted
        cross join edge e on e.target = wanted.value where e.kind <> 'similar'
    )
    select n.id, n.name, count(*) from touched wanted cross join node n on n.id = wanted.other and n.kind = ?2
    group by n.id having count(*) > 1 order by 3 desc, n.name, n.id limit ?3
"""
TAGS = """
    select n.id, n.name, count(*) from json_each(?1) wanted cross join tagging t on t.node = wanted.value
    cross join node n on n.id = t.tag group by n.id order by 3 desc, n.name, n.id limit ?2
"""
NOTED = "select count(*) from json_each(?) wanted cross join note t on t.node = wanted.value"
FIRST = """
    select n.id, n.kind, n.name from json_each(?1) wanted cross join node n on n.id = wanted.value
    order by n.name collate nocase, n.id limit ?2
"""


def kinds_and_dates(reader: Reader, nodes: Sequence[int]) -> list[Row]:
    """(kind, nodes, first date, last date, being read, read), a row for each kind among some nodes."""
    return reader.rows(KINDS_AND_DATES, [_ids(nodes)])


def shared_methods(reader: Reader, nodes: Sequence[int], kind: int, most: int) -> list[Row]:
    """(id, name, nodes) of the nodes of a kind that more than one of some nodes has an edge with."""
    return reader.rows(SHARED_METHODS, [_ids(nodes), kind, most])


def tags_of(reader: Reader, nodes: Sequence[int], most: int) -> list[Row]:
    """(id, name, nodes) of the tags that some nodes carry, those of most first."""
    return reader.rows(TAGS, [_ids(nodes), most])


def count_noted(reader: Reader, nodes: Sequence[int]) -> int:
    """How many of some nodes have a note."""
    return int(reader.value(NOTED, [_ids(nodes)]))


def first_named(reader: Reader, nodes: Sequence[int], most: int) -> list[Row]:
    """(id, kind, name) of some nodes, by name."""
    return reader.rows(FIRST, [_ids(nodes), most])


def _ids(nodes: Sequence[int]) -> str:
    return json.dumps(sorted({int(node) for node in nodes}))
