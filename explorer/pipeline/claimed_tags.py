"""Trends that a document claims become tags: the document on top, its trends below, their papers tagged.

What a person has changed of such a tag (name, place, colour, words, what carries it) stays when the
document is read again; ``tag_claim`` remembers which tag each of its trends means.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from explorer.store import Store
from explorer.store.nodes import ensure_tag, name_of, rename_tag
from explorer.store.tag_claims import (
    ClaimedTrend,
    claimed_trends,
    forget_claims,
    meant,
    note_claim,
    papers_of_trend,
    stale,
    unclaimed,
)
from explorer.store.tag_names import tag_named, write_names
from explorer.store.taggings import DOCUMENT, put_for, take_for
from explorer.store.tags import below, remove_tag, tag_row, write_tag
from explorer.text.han import one_form

_ORDER = ("en", "ja", "zh")
_BETWEEN = " / "
_LONGEST_NAME = 200


def claim_tags(store: Store, documents: Iterable[int]) -> set[int]:
    """Write the trends of some documents as tags; nodes whose tags changed."""
    touched: set[int] = set()
    tags: dict[int, int | None] = {}
    for place, trend in enumerate(claimed_trends(store.reader, documents)):
        root, is_new = _root(store, trend)
        touched |= {root} if is_new and root else set()
        over = root if trend.parent is None else tags.get(trend.parent, root)
        tag = tags[trend.id] = _tag_of(store, trend, over, place)
        if tag is not None:
            new = put_for(store, tag, papers_of_trend(store.reader, trend.id), DOCUMENT)
            touched |= {tag, *new}
    return touched


def settle_claims(store: Store) -> set[int]:
    """Take off what no document says any more; nodes whose tags changed."""
    touched: set[int] = set()
    for tag, node in stale(store.reader):
        take_for(store, tag, [node], DOCUMENT)
        touched |= {tag, node}
    while gone := unclaimed(store.reader):  # a tag on top goes after those under it
        for tag in gone:
            forget_claims(store, tag)
            touched |= {tag, *remove_tag(store, tag)}
    return touched


def _root(store: Store, trend: ClaimedTrend) -> tuple[int | None, bool]:
    """The tag of a document as a whole, and whether it was made; None where a person deleted it."""
    known, tag = meant(store.reader, trend.deck)
    if known:
        return tag, False
    name = trend.title[:_LONGEST_NAME]
    found = tag_named(store.reader, [name])
    tag = ensure_tag(store, name) if found is None else found
    if found is None:
        write_tag(store, tag, origin=DOCUMENT)
    note_claim(store, trend.deck, tag)
    return tag, found is None


def _tag_of(store: Store, trend: ClaimedTrend, over: int | None, place: int) -> int | None:
    """The tag that a trend means; made, or told anew what the document says where no person changed it."""
    known, tag = meant(store.reader, trend.key)
    if known and tag is None:
        return None
    names = _names(trend)
    shown = (_BETWEEN.join(names.values()) if len(names) > 1 else trend.label)[:_LONGEST_NAME]
    if tag is None:
        tag = tag_named(store.reader, [shown, trend.label, *names.values()])
    is_new = tag is None
    if tag is None:
        tag = ensure_tag(store, shown)
        write_names(store, tag, names)
        write_tag(store, tag, origin=DOCUMENT)
    note_claim(store, trend.key, tag)
    if tag_row(store.reader, tag).origin == DOCUMENT:
        _tell(store, tag, (shown, names, "\n".join(trend.questions)))
        if is_new and over is not None and over not in below(store.reader, tag):
            write_tag(store, tag, parent=over, place=place)
    return tag


def _tell(store: Store, tag: int, words: tuple[str, Mapping[str, str], str]) -> None:
    """The name and the questions that a document gives a tag now; other characters are no other name."""
    shown, names, description = words
    is_other = one_form(name_of(store.reader, tag)) != one_form(shown)
    if is_other and tag_named(store.reader, [shown]) in (None, tag):
        rename_tag(store, tag, shown)
        write_names(store, tag, names)
    if tag_row(store.reader, tag).description != description:
        write_tag(store, tag, description=description)


def _names(trend: ClaimedTrend) -> dict[str, str]:
    """Language -> name, in the order in which tags show them."""
    return {
        language: " ".join(trend.names[language].split())
        for language in sorted(trend.names, key=lambda one: (one not in _ORDER, one))
        if trend.names[language].strip()
    }
