"""The tree of trend tags: make, describe, colour, move, merge, split, delete. Each one undo step."""

from __future__ import annotations

import re
from collections.abc import Sequence

from explorer.errors import ExplorerError
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.ops.tag_names import LONGEST_NAME, clean, own, refuse_taken, relate_in, shown_name, tag_id
from explorer.store import Store
from explorer.store.nodes import ensure_tag, rename_tag
from explorer.store.tag_names import write_names
from explorer.store.taggings import carriers, leave, move_carriers, put_for
from explorer.store.tags import (
    below,
    children,
    move_claims,
    put_in_order,
    remove_tag,
    tag_row,
    write_rule,
    write_tag,
)
from explorer.text.tag_names import names_by_language

LONGEST_DESCRIPTION = 10_000
_COLOUR = re.compile(r"#[0-9a-f]{6}")
_BETWEEN = " / "
_ORDER = ("en", "ja", "zh")


def make(store: Store, name: str, parent: str = "", description: str = "") -> Changes:
    """A new tag, under another or at the top; ExplorerError where there is one of that name."""
    shown = clean(name)
    over = tag_id(store, parent) if parent else None
    refuse_taken(store, shown, None)
    with store.operation(f"Make tag “{shown}”", at=now()) as operation:
        made = _make(store, shown, over)
        write_tag(store, made, description=_described(description))
        relate_in(store, operation, [made, *_known(over)])
    return operation.changes


def describe(store: Store, name: str, description: str) -> Changes:
    """Say in words what a tag stands for; "" takes the words away."""
    tag, words = tag_id(store, name), _described(description)
    if tag_row(store.reader, tag).description == words:
        return Changes(f"“{shown_name(store, tag)}” says that already")
    with store.operation(f"Describe tag “{shown_name(store, tag)}”", at=now()) as operation:
        own(store, tag)
        write_tag(store, tag, description=words)
    return operation.changes


def colour(store: Store, name: str, value: str) -> Changes:
    """Give a tag a colour, "#rrggbb"; "" is the one that all tags have."""
    tag, wanted = tag_id(store, name), value.strip().lower()
    if wanted and not _COLOUR.fullmatch(wanted):
        raise ExplorerError(f"{value} is not a colour.", "Write one such as #2a9d8f.")
    if tag_row(store.reader, tag).colour == wanted:
        return Changes(f"“{shown_name(store, tag)}” has that colour already")
    with store.operation(f"Colour tag “{shown_name(store, tag)}”", at=now()) as operation:
        own(store, tag)
        write_tag(store, tag, color=wanted)
        operation.touched.add(tag)
    return operation.changes


def move(store: Store, name: str, parent: str = "", place: int | None = None) -> Changes:
    """Put a tag, with all that stands under it, under another one or at the top.

    Args:
        place: Number among its new siblings, from 0; None is last.
    """
    tag = tag_id(store, name)
    over = tag_id(store, parent) if parent else None
    if over is not None and over in below(store.reader, tag):
        raise ExplorerError("A tag cannot stand under itself.", "Choose one that is not under it.")
    was = tag_row(store.reader, tag).parent
    siblings = children(store.reader, over)
    order = [one for one in siblings if one != tag]
    order.insert(len(order) if place is None else min(max(place, 0), len(order)), tag)
    if over == was and (order == siblings or place is None):
        return Changes(f"“{shown_name(store, tag)}” stands there already")
    with store.operation(f"Move tag “{shown_name(store, tag)}”", at=now()) as operation:
        own(store, tag)
        write_tag(store, tag, parent=over)
        put_in_order(store, order)
        relate_in(store, operation, [tag, *_known(was), *_known(over)])
    return operation.changes


def merge(store: Store, name: str, into: str) -> Changes:
    """One tag of two: names in all languages, carriers, rules, claims and children go to ``into``."""
    drop, keep = tag_id(store, name), tag_id(store, into)
    if drop == keep:
        raise ExplorerError("These are one tag already.", "Name two different ones.")
    if keep in below(store.reader, drop) and tag_row(store.reader, keep).parent != drop:
        raise ExplorerError("The second stands deep under the first.", "Move it up first.")
    label = f"Merge tag “{shown_name(store, drop)}” into “{shown_name(store, keep)}”"
    with store.operation(label, at=now()) as operation:
        carried = carriers(store.reader, drop)
        under = children(store.reader, drop)
        _merge_words(store, keep, drop)
        move_carriers(store, keep, drop)
        _move_children(store, drop, keep)
        move_claims(store, keep, drop)
        gone = remove_tag(store, drop)
        relate_in(store, operation, sorted({drop, keep, *carried, *under, *gone}))
    return operation.changes


def split(store: Store, name: str, new_name: str, node_ids: Sequence[int]) -> Changes:
    """Some of what carries a tag carries a new one instead, which stands beside it."""
    tag, shown = tag_id(store, name), clean(new_name)
    leaving = sorted(set(node_ids) & set(carriers(store.reader, tag)))
    if not leaving:
        raise ExplorerError("None of them carries the tag.", "Name some that do.")
    refuse_taken(store, shown, None)
    row = tag_row(store.reader, tag)
    with store.operation(f"Split “{shown}” from tag “{row.name}”", at=now()) as operation:
        made = _make(store, shown, row.parent)
        write_tag(store, made, color=row.colour)
        siblings = [one for one in children(store.reader, row.parent) if one != made]
        siblings.insert(siblings.index(tag) + 1, made)
        put_in_order(store, siblings)
        put_for(store, made, leaving, "user")
        leave(store, tag, leaving)
        relate_in(store, operation, sorted({tag, made, *_known(row.parent), *leaving}))
    return operation.changes


def delete(store: Store, name: str, with_children: bool = False) -> Changes:
    """Delete a tag from everything that carries it; what stands under it goes up to its place, or too."""
    tag = tag_id(store, name)
    label = f"Delete tag “{shown_name(store, tag)}”"
    gone = sorted(below(store.reader, tag)) if with_children else [tag]
    with store.operation(
        label if len(gone) == 1 else f"{label} and {len(gone) - 1} under it", at=now()
    ) as operation:
        row = tag_row(store.reader, tag)
        changed = {*gone, *_known(row.parent), *children(store.reader, tag)}
        if not with_children:
            _move_children(store, tag, row.parent)
        for one in gone:
            write_tag(store, one, parent=None)
        for one in gone:
            move_claims(store, None, one)
            changed |= set(remove_tag(store, one))
        relate_in(store, operation, sorted(changed))
    return operation.changes


def _make(store: Store, shown: str, over: int | None) -> int:
    made = ensure_tag(store, shown)
    write_names(store, made, names_by_language(shown))
    write_tag(store, made, parent=over, place=len(children(store.reader, over)))
    return made


def _described(description: str) -> str:
    words = "\n".join(line.rstrip() for line in description.strip().splitlines())
    if len(words) > LONGEST_DESCRIPTION:
        raise ExplorerError(
            f"A description has at most {LONGEST_DESCRIPTION:,} characters.", "Put the rest into a note."
        )
    return words


def _known(tag: int | None) -> list[int]:
    return [] if tag is None else [tag]


def _move_children(store: Store, drop: int, keep: int | None) -> None:
    """What stands under ``drop`` goes under ``keep``, after what is there; ``keep`` itself goes up."""
    up = tag_row(store.reader, drop).parent
    order = [one for one in children(store.reader, keep) if one != drop]
    for one in children(store.reader, drop):
        write_tag(store, one, parent=up if one == keep else keep)
        order += [] if one == keep else [one]
    put_in_order(store, order)


def _merge_words(store: Store, keep: int, drop: int) -> None:
    """Names in languages that ``keep`` lacks, its missing colour and words, and both rules."""
    ours, theirs = tag_row(store.reader, keep), tag_row(store.reader, drop)
    had, others = names_by_language(ours.name), names_by_language(theirs.name)
    both = others | had
    write_names(store, drop, {})
    if had and len(both) > len(had):
        ordered = sorted(both, key=lambda one: (_ORDER.index(one) if one in _ORDER else len(_ORDER), one))
        names = {language: both[language] for language in ordered}
        if len(_BETWEEN.join(names.values())) <= LONGEST_NAME:
            rename_tag(store, keep, _BETWEEN.join(names.values()))
            write_names(store, keep, names)
    own(store, keep)
    texts = list(dict.fromkeys(text for text in (ours.description, theirs.description) if text))
    write_tag(store, keep, description="\n\n".join(texts), color=ours.colour or theirs.colour)
    rules = list(dict.fromkeys(rule for rule in (ours.rule, theirs.rule) if rule))
    words = " or ".join(f"({rule})" for rule in rules) if len(rules) > 1 else "".join(rules)
    write_rule(store, keep, words, sorted({*ours.kinds, *theirs.kinds}))
