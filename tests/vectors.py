"""Vectors for small libraries: made by the words of their texts, in no time."""

from __future__ import annotations

from explorer.embedders import EMBEDDERS
from explorer.pipeline.embed import pending, save
from explorer.pipeline.similar import space_of
from explorer.store import Store
from explorer.store.vectors import set_current_space


def embed_by_words(store: Store) -> None:
    """Lexical vectors of all papers, and that space shown."""
    engine = EMBEDDERS["lexical"]
    identity = engine.identify("")
    texts, _ = pending(store.reader, identity)
    save(store, identity, texts, engine.load("")([text.text for text in texts]))
    space = space_of(store.reader, identity)
    assert space is not None
    with store.operation("", "derived"):
        set_current_space(store, space.id)
