"""Finding a trend tag by what a person calls it, for the verbs on tags."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError, NotFound
from explorer.pipeline.relate import relate
from explorer.store import Store
from explorer.store.history import Operation
from explorer.store.nodes import name_of
from explorer.store.tag_names import tag_named
from explorer.store.tags import is_tag, tag_row, write_tag
from explorer.text.tag_names import names_by_language

LONGEST_NAME = 200


def clean(name: str) -> str:
    """A name without doubled spaces; ExplorerError where it is none."""
    shown = " ".join(name.split())
    if not shown:
        raise ExplorerError("A tag needs a name.", "Type one, in any language.")
    if len(shown) > LONGEST_NAME:
        raise ExplorerError(f"A tag's name has at most {LONGEST_NAME} characters.", "Shorten it.")
    return shown


def tag_id(store: Store, name: str) -> int:
    """The tag that has one of these names, or the number "#12"; NotFound where there is none."""
    shown = clean(name)
    if shown.startswith("#") and shown[1:].isdecimal():
        number = int(shown[1:])
        found = number if is_tag(store.reader, number) else None
    else:
        found = tag_named(store.reader, [shown, *names_by_language(shown).values()])
    if found is None:
        raise NotFound(f"There is no tag “{name}”.", "The tree of tags shows those that there are.")
    return found


def shown_name(store: Store, tag: int) -> str:
    """What a tag is called."""
    return name_of(store.reader, tag)


def refuse_taken(store: Store, shown: str, but: int | None) -> None:
    """ExplorerError where a tag other than ``but`` has one of the names, in whatever characters."""
    found = tag_named(store.reader, [shown, *names_by_language(shown).values()])
    if found not in (None, but):
        taken = name_of(store.reader, found)
        raise ExplorerError(f"There is a tag “{taken}” already.", "Merge the two, or choose another name.")


def own(store: Store, tag: int) -> None:
    """A person has changed the tag: no document overwrites it when it is read again."""
    if tag_row(store.reader, tag).origin != "user":
        write_tag(store, tag, origin="user")


def relate_in(store: Store, operation: Operation, changed: Sequence[int]) -> None:
    """Derive the links of some nodes anew, within an operation."""
    operation.touched |= relate(store, changed)
    operation.tables |= {"edge", "tag"}
