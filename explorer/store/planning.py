"""What an import plan asks of the library: sources like a new one, titles of what it joins."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from explorer.model import NodeKind
from explorer.store.engine import Reader


def sources_by_size(reader: Reader) -> list[tuple[int, str, int]]:
    """(id, name, compressed size in bytes) of all sources whose import stands."""
    return [
        (int(i), str(name), int(size))
        for i, name, size in reader.rows(
            "select id, name, length(content) from source where removed = 0 order by id"
        )
    ]


def titles_by_issue(reader: Reader, keys: Sequence[str]) -> list[tuple[str, str]]:
    """(key of the issue, title) of the library's documents that are renditions of these issues."""
    return [
        (str(key), str(title))
        for key, title in reader.rows(
            """select n.key, d.title from json_each(?) wanted
               join node n on n.kind = ? and n.key = wanted.value
               join document d on d.issue = n.id order by d.id""",
            [json.dumps(list(keys), ensure_ascii=False), int(NodeKind.ISSUE)],
        )
    ]


def node_names(reader: Reader, ids: Iterable[int]) -> list[tuple[int, str]]:
    """(id, name) of nodes, ascending."""
    return [
        (int(i), str(name))
        for i, name in reader.rows(
            "select id, name from node where id in (select value from json_each(?)) order by id",
            [json.dumps(sorted(set(ids)))],
        )
    ]
