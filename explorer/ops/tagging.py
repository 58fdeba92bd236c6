"""Trend tags: put on, take off, rename, delete; on any kind of node, in bulk.

A tag has a name in each language that it was written in ("pruning / 剪枝") and is found by any of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError, NotFound
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.pipeline.relate import relate
from explorer.store import Store, nodes
from explorer.store.history import Operation
from explorer.store.tag_names import tag_named, write_names
from explorer.store.taggings import put_tag, take_tag
from explorer.store.tags import remove_tag
from explorer.text.tag_names import names_by_language

_LONGEST_NAME = 200
_BETWEEN = " / "
_ORDER = ("en", "ja", "zh")  #: in which the names of a tag stand when they came one by one


def tag(store: Store, name: str, node_ids: Sequence[int]) -> Changes:
    """Put a tag on nodes; the tag is made where none has one of its names. Case tells no tags apart."""
    shown = _clean(name)
    if not node_ids:
        raise ExplorerError("Nothing is selected.", "Select papers or methods, then tag them.")
    with store.operation(f"Tag {_count(node_ids)} “{shown}”", at=now()) as operation:
        tag_id = _ensure(store, operation, shown)
        put = put_tag(store, tag_id, [n for n in node_ids if n != tag_id])
        _relate(store, operation, [tag_id, *node_ids])
    return operation.changes if put else Changes(f"“{shown}” is on them already")


def untag(store: Store, name: str, node_ids: Sequence[int]) -> Changes:
    """Take a tag off nodes; the tag itself stays."""
    tag_id = _tag_id(store, name)
    with store.operation(f"Untag {_count(node_ids)} “{_clean(name)}”", at=now()) as operation:
        taken = take_tag(store, tag_id, node_ids)
        _relate(store, operation, [tag_id, *node_ids])
    return operation.changes if taken else Changes(f"“{_clean(name)}” was not on them")


def rename(store: Store, name: str, new_name: str) -> Changes:
    """Rename a tag; ExplorerError where another tag has that name."""
    tag_id, shown = _tag_id(store, name), _clean(new_name)
    names = names_by_language(shown)
    if tag_named(store.reader, [shown, *names.values()]) not in (None, tag_id):
        raise ExplorerError(f"There is a tag “{shown}” already.", "Merge the two, or choose another name.")
    with store.operation(f"Rename tag “{_clean(name)}” to “{shown}”", at=now()) as operation:
        nodes.rename_tag(store, tag_id, shown)
        write_names(store, tag_id, names)
        operation.touched.add(tag_id)
    return operation.changes


def delete(store: Store, name: str) -> Changes:
    """Delete a tag from everything that carries it."""
    tag_id = _tag_id(store, name)
    with store.operation(f"Delete tag “{_clean(name)}”", at=now()) as operation:
        _relate(store, operation, remove_tag(store, tag_id))
    return operation.changes


def _relate(store: Store, operation: Operation, changed: Sequence[int]) -> None:
    operation.touched |= relate(store, changed)
    operation.tables.add("edge")


def _clean(name: str) -> str:
    shown = " ".join(name.split())
    if not shown:
        raise ExplorerError("A tag needs a name.", "Type one, in any language.")
    if len(shown) > _LONGEST_NAME:
        raise ExplorerError(f"A tag's name has at most {_LONGEST_NAME} characters.", "Shorten it.")
    return shown


def _ensure(store: Store, operation: Operation, shown: str) -> int:
    """The tag that has one of these names, with those names that are new to it; else a new tag."""
    names = names_by_language(shown)
    found = tag_named(store.reader, [shown, *names.values()])
    if found is None:
        made = nodes.ensure_tag(store, shown)
        write_names(store, made, names)
        return made
    had = names_by_language(nodes.name_of(store.reader, found))
    known = names | had
    both = {language: known[language] for language in sorted(known, key=_place)}
    if had and len(both) > len(had):
        nodes.rename_tag(store, found, _BETWEEN.join(both.values()))
        write_names(store, found, both)
        operation.touched.add(found)
    return found


def _place(language: str) -> tuple[int, str]:
    return _ORDER.index(language) if language in _ORDER else len(_ORDER), language


def _tag_id(store: Store, name: str) -> int:
    shown = _clean(name)
    found = tag_named(store.reader, [shown, *names_by_language(shown).values()])
    if found is None:
        raise NotFound(f"There is no tag “{name}”.", "See the tags with: paper-explorer search LIBRARY …")
    return found


def _count(node_ids: Sequence[int]) -> str:
    return "1 item" if len(node_ids) == 1 else f"{len(node_ids)} items"
