"""Trend tags by any of their names."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from explorer.model import NodeKind
from explorer.store.engine import Reader, Store
from explorer.store.nodes import ids_by_key
from explorer.text.han import one_form

TAG_KEYS = f"select key, id from node where kind = {int(NodeKind.TAG)} order by id"
NAMES_OF = "select key, tag from tag_name where tag in (select value from json_each(?)) order by key"


def folded(name: str) -> str:
    """A name as tags are told apart: without case and doubled spaces."""
    return " ".join(name.split()).casefold()


def claim_key(title: str, label: str = "") -> str:
    """What a document, or its trend of a label, is known by as a tag: the same when it is read again."""
    return f"{folded(title)}\n{folded(label)}" if label else folded(title)


def tag_named(reader: Reader, names: Sequence[str]) -> int | None:
    """The tag that has one of some names, the first that is found; None where none has.

    Where none is written so, a name in traditional, simplified or Japanese characters finds those of the
    other writings: 對齊 is 对齐.
    """
    keys = [folded(name) for name in names]
    found = ids_by_key(reader, NodeKind.TAG, keys)
    rows = reader.rows(
        "select key, tag from tag_name where key in (select value from json_each(?))",
        [json.dumps(keys, ensure_ascii=False)],
    )
    by_key = {str(key): int(tag) for key, tag in rows} | found
    written = next((by_key[key] for key in keys if key in by_key), None)
    return _in_other_characters(reader, keys) if written is None else written


def _in_other_characters(reader: Reader, keys: Sequence[str]) -> int | None:
    wanted = [one_form(key) for key in keys if not key.isascii()]
    if not wanted:
        return None
    rows = reader.rows(TAG_KEYS)
    tags = json.dumps([tag for _, tag in rows])
    by_form: dict[str, int] = {}
    for key, tag in (*rows, *reader.rows(NAMES_OF, [tags])):
        by_form.setdefault(one_form(str(key)), int(tag))
    return next((by_form[form] for form in wanted if form in by_form), None)


def write_names(store: Store, tag: int, names: Mapping[str, str]) -> None:
    """Let a tag be found by each of its names, language -> name; one name stands on the node itself."""
    store.execute("delete from tag_name where tag = ?", [tag])
    if len(names) > 1:
        store.insert_many(
            "insert or ignore into tag_name (key, tag, language, name) values (?, ?, ?, ?)",
            [(folded(name), tag, language, name) for language, name in names.items()],
        )
