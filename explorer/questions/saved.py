"""What a person kept in a library: saved views in words, notes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from explorer.errors import NotFound
from explorer.model import NodeId, NodeKind
from explorer.questions.lookup import find_node
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.reading import note_on
from explorer.store.saved_views import saved_views

__all__ = ["SavedWords", "find_readable", "note_on", "saved_views_of"]

_READABLE = (NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class SavedWords:
    """A saved view as lists show it: its name, what it shows in words, when it was saved."""

    name: str
    words: str
    at: str


def saved_views_of(reader: Reader) -> tuple[SavedWords, ...]:
    """The saved views in the order of their keys."""
    return tuple(SavedWords(view.name, _words(view.state), view.at[:10]) for view in saved_views(reader))


def _words(state: str) -> str:
    """ "RAG · depth 2 · force · 34 nodes"; parts that a damaged state lacks are left out."""
    said = json.loads(state)
    parts = [str(said.get("title") or "")]
    if said.get("centers"):
        parts.append(f"depth {said.get('depth', 1)}")
    parts.append(str(said.get("layout", "force")).replace("_", " "))
    places = said.get("places")
    if isinstance(places, dict):
        parts.append(f"{len(places.get('ids', [])):,} nodes")
    return " · ".join(part for part in parts if part)


def find_readable(reader: Reader, names: Sequence[str]) -> list[NodeId]:
    """Ids of papers, issues or documents; a paper comes before the method that it is named after."""
    return [_find_readable(reader, name) for name in names]


def _find_readable(reader: Reader, name: str) -> NodeId:
    for kind in _READABLE:
        with suppress(NotFound):
            node = find_node(reader, name, kind)
            title = nodes(reader, [node])[0].name.casefold()
            if title.startswith(" ".join(name.split()).casefold()):  # not just a text that holds the words
                return node
    return find_node(reader, name)
