"""What a person decides of the papers that are suggested for a trend tag."""

from __future__ import annotations

from collections.abc import Sequence

from explorer.errors import ExplorerError
from explorer.model import Changes
from explorer.ops.clock import now
from explorer.ops.tag_names import relate_in, shown_name, tag_id
from explorer.ops.tagging import tag
from explorer.store import Store
from explorer.store.taggings import leave


def accept(store: Store, name: str, papers: Sequence[int]) -> Changes:
    """Put the tag on suggested papers; NotFound where there is no such tag."""
    return tag(store, shown_name(store, tag_id(store, name)), papers)


def reject(store: Store, name: str, papers: Sequence[int]) -> Changes:
    """The tag is not meant for these papers: no suggestion, rule or document brings them again."""
    found = tag_id(store, name)
    if not papers:
        raise ExplorerError("Nothing is selected.", "Name the papers that the tag is not meant for.")
    shown = shown_name(store, found)
    count = "1 item" if len(papers) == 1 else f"{len(papers)} items"
    with store.operation(f"Reject {count} for “{shown}”", at=now()) as operation:
        leave(store, found, sorted(set(papers)))
        relate_in(store, operation, [found, *papers])
    return operation.changes
