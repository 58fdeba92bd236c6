"""A source read again as one undo step, and its undo: the earlier readings stand again, row by row."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace

from explorer.pipeline.editions import edition_from_words
from explorer.pipeline.plan import Input, plan
from explorer.pipeline.readings import Kept, digests_of, write_again
from explorer.pipeline.relate import relate
from explorer.store import Store
from explorer.store.documents import source_columns, source_content, source_digest
from explorer.store.edges import measure, neighbours_of
from explorer.store.history import ALL_ROWS, Change
from explorer.store.readings import set_removed
from explorer.store.whole_history import nodes_in, noted_all, take_back


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


def payload_of_reading(store: Store, sources: Sequence[int]) -> dict[str, object]:
    """What a reading must remember to be taken back, after ``noting_all``."""
    return {"sources": sources, ALL_ROWS: noted_all(store)}


def give_back(store: Store, rows: list[Change], sources: Sequence[int]) -> set[int]:
    """Undo of a reading: all rows as they were, what is derived from them anew; the nodes that changed."""
    around = neighbours_of(store, json.dumps(sorted(nodes_in(rows))))
    touched = take_back(store, rows)
    set_removed(store, sources, True)
    touched = relate(store, touched)
    measure(store, around)
    return touched | around
