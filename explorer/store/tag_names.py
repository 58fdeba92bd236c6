"""Trend tags by any of their names."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from explorer.model import NodeKind
from explorer.store.engine import Reader, Store
from explorer.store.nodes import ids_by_key


def folded(name: str) -> str:
    """A name as tags are told apart: without case and doubled spaces."""
    return " ".join(name.split()).casefold()


def claim_key(title: str, label: str = "") -> str:
    """What a document, or its trend of a label, is known by as a tag: the same when it is read again."""
    return f"{folded(title)}\n{folded(label)}" if label else folded(title)


def tag_named(reader: Reader, names: Sequence[str]) -> int | None:
    """The tag that has one of some names, the first that is found; None where none has."""
    keys = [folded(name) for name in names]
    found = ids_by_key(reader, NodeKind.TAG, keys)
    rows = reader.rows(
        "select key, tag from tag_name where key in (select value from json_each(?))",
        [json.dumps(keys, ensure_ascii=False)],
    )
    by_key = {str(key): int(tag) for key, tag in rows} | found
    return next((by_key[key] for key in keys if key in by_key), None)


def write_names(store: Store, tag: int, names: Mapping[str, str]) -> None:
    """Let a tag be found by each of its names, language -> name; one name stands on the node itself."""
    store.execute("delete from tag_name where tag = ?", [tag])
    if len(names) > 1:
        store.insert_many(
            "insert or ignore into tag_name (key, tag, language, name) values (?, ?, ?, ?)",
            [(folded(name), tag, language, name) for language, name in names.items()],
        )
