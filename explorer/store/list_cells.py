"""What the list says of many nodes at once: their tags, and where they stand."""

from __future__ import annotations

import json
from collections.abc import Sequence

from explorer.store.engine import Reader


def tags_of(reader: Reader, nodes: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Node -> names of its tags by name, for those of some nodes that have one."""
    return _names(
        reader,
        """select t.node, n.name from tagging t join node n on n.id = t.tag
           where t.node in (select value from json_each(?)) order by t.node, n.name""",
        nodes,
    )


def places_of(reader: Reader, nodes: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """Node -> names of the editions and issues that it stands in, the oldest first."""
    return _names(
        reader,
        """select p.node, n.name from (
               select source as node, target as place from edge
                   where source in (select value from json_each(?1)) and kind = 'appears'
               union
               select target, source from edge
                   where target in (select value from json_each(?1)) and kind = 'discusses') p
           join node n on n.id = p.place left join edition e on e.id = p.place
           order by p.node, coalesce(e.date_from, ''), n.name""",
        nodes,
    )


def _names(reader: Reader, sql: str, nodes: Sequence[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for node, name in reader.rows(sql, [json.dumps(sorted(set(nodes)))]):
        found.setdefault(int(node), []).append(str(name))
    return {node: tuple(names) for node, names in found.items()}
