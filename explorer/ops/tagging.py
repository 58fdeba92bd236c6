"""Trend tags: put on, take off, rename; on any kind of node, in bulk. The tree of them: ops.tag_tree.

A tag has a name in each language that it was written in ("pruning / 剪枝") and is found by any of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.ops.tag_names import clean, own, refuse_taken, relate_in, shown_name, tag_id
from explorer.store import Store, nodes
from explorer.store.history import Operation
from explorer.store.tag_names import tag_named, write_names
from explorer.store.taggings import put_tag, take_tag
from explorer.store.tags import children, write_tag
from explorer.text.han import one_form
from explorer.text.tag_names import names_by_language

_BETWEEN = " / "
STEP = "›"  #: between the names on the way to a tag
_ORDER = ("en", "ja", "zh")  #: in which the names of a tag stand when they came one by one


def tag(store: Store, name: str, node_ids: Sequence[int]) -> Changes:
    """Put a tag on nodes; the tag is made where none has one of its names. Case tells no tags apart."""
    shown = clean(name)
    if not node_ids:
        raise ExplorerError("Nothing is selected.", "Select papers or methods, then tag them.")
    with store.operation(f"Tag {_count(node_ids)} “{shown}”", at=now()) as operation:
        made = _ensure(store, operation, shown)
        put = put_tag(store, made, [n for n in node_ids if n != made])
        relate_in(store, operation, [made, *node_ids])
    return operation.changes if put else Changes(f"“{shown}” is on them already")


def untag(store: Store, name: str, node_ids: Sequence[int]) -> Changes:
    """Take a tag off nodes; the tag itself stays."""
    found = tag_id(store, name)
    with store.operation(f"Untag {_count(node_ids)} “{shown_name(store, found)}”", at=now()) as operation:
        taken = take_tag(store, found, node_ids)
        relate_in(store, operation, [found, *node_ids])
    return operation.changes if taken else Changes(f"“{shown_name(store, found)}” was not on them")


def rename(store: Store, name: str, new_name: str) -> Changes:
    """Rename a tag; ExplorerError where another tag has that name."""
    found, shown = tag_id(store, name), clean(new_name)
    names = names_by_language(shown)
    refuse_taken(store, shown, found)
    with store.operation(f"Rename tag “{shown_name(store, found)}” to “{shown}”", at=now()) as operation:
        own(store, found)
        nodes.rename_tag(store, found, shown)
        write_names(store, found, names)
        operation.touched.add(found)
    return operation.changes


def _ensure(store: Store, operation: Operation, shown: str) -> int:
    """The tag that has one of these names, with those names that are new to it; else a new tag."""
    names = names_by_language(shown)
    found = tag_named(store.reader, [shown, *names.values()])
    if found is None and STEP in shown:
        return _at_end(store, operation, shown)
    if found is None:
        made = nodes.ensure_tag(store, shown)
        write_names(store, made, names)
        return made
    had = names_by_language(nodes.name_of(store.reader, found))
    if len(names) == 1 and one_form(shown) in map(one_form, had.values()):
        return found  # the same name in other characters is no name in another language
    known = names | had
    both = {language: known[language] for language in sorted(known, key=_place)}
    if had and len(both) > len(had):
        own(store, found)
        nodes.rename_tag(store, found, _BETWEEN.join(both.values()))
        write_names(store, found, both)
        operation.touched.add(found)
    return found


def _at_end(store: Store, operation: Operation, shown: str) -> int:
    """The tag at the end of a way ("alignment › DPO"); a new one stands under the one before it."""
    *above, last = [part.strip() for part in shown.split(STEP) if part.strip()] or [shown.replace(STEP, "-")]
    is_new = tag_named(store.reader, [last, *names_by_language(last).values()]) is None
    made = _ensure(store, operation, last)
    if above and is_new:
        over = _ensure(store, operation, STEP.join(above))
        write_tag(store, made, parent=over, place=len(children(store.reader, over)))
        relate_in(store, operation, [made])
    return made


def _place(language: str) -> tuple[int, str]:
    return _ORDER.index(language) if language in _ORDER else len(_ORDER), language


def _count(node_ids: Sequence[int]) -> str:
    return "1 item" if len(node_ids) == 1 else f"{len(node_ids)} items"
