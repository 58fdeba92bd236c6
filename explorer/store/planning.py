"""What an import plan asks of the library: sources like a new one, titles of what it joins."""

from __future__ import annotations

import json
from collections.abc import Iterable

from explorer.store.engine import Reader


def sources_by_size(reader: Reader) -> list[tuple[int, str, int]]:
    """(id, name, compressed size in bytes) of all sources whose import stands."""
    return [
        (int(i), str(name), int(size))
        for i, name, size in reader.rows(
            "select id, name, length(content) from source where removed = 0 order by id"
        )
    ]


def sources_from(reader: Reader, uri: str) -> list[tuple[str, str]]:
    """(name, SHA-256) of the sources that came from a path or an address and whose import stands."""
    rows = reader.rows("select name, sha256 from source where uri = ? and removed = 0 order by id", [uri])
    return [(str(name), str(digest)) for name, digest in rows]


def node_names(reader: Reader, ids: Iterable[int]) -> list[tuple[int, str]]:
    """(id, name) of nodes, ascending."""
    return [
        (int(i), str(name))
        for i, name in reader.rows(
            "select id, name from node where id in (select value from json_each(?)) order by id",
            [json.dumps(sorted(set(ids)))],
        )
    ]
