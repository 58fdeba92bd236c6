"""A source read again as one undo step, and its undo: earlier readings come back from their kept bytes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.readings import Kept, digests_of, write_again
from explorer.store import Store
from explorer.store.documents import source_columns, source_content, source_digest
from explorer.store.readings import set_removed

REPLACED = "replaced"  #: in the payload of an operation: (source, node) of the documents that gave way


def kept_input(store: Store, source: int) -> Input:
    """A source of the library as it was handed to the plan that brought it."""
    name, uri, form, edition, content = source_content(store.reader, source)
    ref = edition_from_words(edition) if edition else None
    digest, columns = source_digest(store.reader, source), source_columns(store.reader, source)
    return Input(name, uri, content, form, ref, digest, columns)


def read_kept_again(store: Store, sources: Iterable[int], at: str) -> Kept:
    """Plan sources from their kept bytes and write what does not stand; in the caller's transaction."""
    inputs = [_without_what_stands(store, source) for source in sources]
    return write_again(store, plan(store.reader, inputs), at)


def _without_what_stands(store: Store, source: int) -> Input:
    one = kept_input(store, source)
    return replace(one, standing=digests_of(store.reader, one.uri))


def bring_back(store: Store, replaced: Sequence[tuple[int, int]], at: str) -> set[int]:
    """Let the earlier readings stand again in the places that were taken; the nodes that changed."""
    touched: set[int] = set()
    for source in sorted({source for source, _ in replaced}):
        nodes = [node for one, node in replaced if one == source]
        one = _without_what_stands(store, source)  # asked while the source still counts
        set_removed(store, [source], True)  # else its bytes count as known
        touched |= write_again(store, plan(store.reader, [one]), at, nodes).touched
        set_removed(store, [source], False)
    return touched
