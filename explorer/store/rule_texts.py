"""The texts that rules of trend tags look at: titles, abstracts and names of methods."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.store.engine import Reader, Row

#: (node, kind, name, other names, abstract)
ALL_TEXTS = """
    select n.id, n.kind, n.name, n.search, coalesce(p.abstract, '') from node n
    left join paper p on p.id = n.id where n.kind in (select value from json_each(?1)) order by n.id
"""
TEXTS = """
    select n.id, n.kind, n.name, n.search, coalesce(p.abstract, '') from json_each(?2) wanted
    join node n on n.id = wanted.value left join paper p on p.id = n.id
    where n.kind in (select value from json_each(?1)) order by n.id
"""
#: names of the methods that a paper names, or that a link states of it
ALL_METHODS = """
    select distinct e.source, n.name from edge e join node n on n.id = e.target
    where n.kind = 5 and e.kind in ('names', 'asserted')
"""
METHODS = """
    select distinct e.source, n.name from json_each(?1) wanted cross join edge e on e.source = wanted.value
    join node n on n.id = e.target where n.kind = 5 and e.kind in ('names', 'asserted')
"""


def texts(reader: Reader, kinds: Iterable[int], scope: Iterable[int] | None = None) -> list[Row]:
    """(node, kind, name, other names, abstract) of nodes of some kinds, of all or of some nodes."""
    wanted = json.dumps(sorted(int(kind) for kind in kinds))
    if scope is None:
        return reader.rows(ALL_TEXTS, [wanted])
    return reader.rows(TEXTS, [wanted, json.dumps(sorted(scope))])


def method_names(reader: Reader, scope: Iterable[int] | None = None) -> dict[int, list[str]]:
    """Node -> names of the methods that it names."""
    rows = reader.rows(ALL_METHODS) if scope is None else reader.rows(METHODS, [json.dumps(sorted(scope))])
    found: dict[int, list[str]] = {}
    for node, name in rows:
        found.setdefault(int(node), []).append(str(name))
    return found


def named_by(reader: Reader, papers: Iterable[int]) -> set[int]:
    """Methods that some papers name."""
    rows = reader.rows(
        """select distinct e.target from json_each(?) wanted cross join edge e on e.source = wanted.value
           where e.kind in ('names', 'asserted')""",
        [json.dumps(sorted(papers))],
    )
    return {int(row[0]) for row in rows}
