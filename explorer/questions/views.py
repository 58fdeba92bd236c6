"""Views by words: the one that a library opens with, and the ones that ``--view`` describes."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace

from explorer.errors import ExplorerError
from explorer.graph.query import DEFAULT_KINDS, ViewQuery
from explorer.model import NodeKind
from explorer.questions.lookup import find_node
from explorer.questions.search import search
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.overview import top_concepts

_HINT = 'Write it like {"center": "RAG", "depth": 2, "layout": "force"}.'
_KEYS = {"center", "centers", "depth", "kinds", "edge_kinds", "search", "layout", "limit", "proposals"}


@dataclass(frozen=True, slots=True)
class WantedView:
    """Attributes:
    query: What is shown.
    layout: Id of a layout.
    title: What the view is called.
    """

    query: ViewQuery
    layout: str
    title: str


def start_view(reader: Reader) -> WantedView:
    """One method at depth 1: the one that stands in most sources; else the most important nodes."""
    top = top_concepts(reader, 1)
    if not top:
        return WantedView(ViewQuery(), "force", "Whole library")
    node, name, _ = top[0]
    return WantedView(ViewQuery(centers=(node,)), "force", str(name))


def view_from_json(reader: Reader, text: str) -> WantedView:
    """The view that a JSON object describes; ExplorerError where it does not."""
    try:
        wish = json.loads(text)
    except json.JSONDecodeError as error:
        raise ExplorerError(f"The view is not JSON: {error}.", _HINT) from error
    if not isinstance(wish, dict) or set(wish) - _KEYS:
        raise ExplorerError(f"A view has the keys {', '.join(sorted(_KEYS))}.", _HINT)
    words = [*wish.get("centers", []), *([wish["center"]] if "center" in wish else [])]
    centers = tuple(find_node(reader, str(word)) for word in words)
    query = ViewQuery(
        centers=centers, depth=_whole(wish, "depth", 1, 5), limit=_whole(wish, "limit", 60, 100_000)
    )
    if wish.get("proposals"):
        query = replace(query, proposals=True)
    if "kinds" in wish:
        query = replace(query, kinds=_kinds(wish["kinds"]))
    if "edge_kinds" in wish:
        query = replace(query, edge_kinds=tuple(str(kind) for kind in wish["edge_kinds"]))
    if "search" in wish:
        found = search(reader, str(wish["search"]), 500).hits
        query = replace(query, only=frozenset(hit.id for hit in found))
    title = " · ".join(row.name for row in nodes(reader, centers)) or str(wish.get("search", "Whole library"))
    return WantedView(query, str(wish.get("layout", "force")), title)


def _whole(wish: dict[str, object], key: str, default: int, most: int) -> int:
    value = wish.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise ExplorerError(f"“{key}” is a whole number from 1 to {most}.", _HINT)
    return value


def _kinds(names: object) -> frozenset[NodeKind]:
    known = {kind.name.lower(): kind for kind in NodeKind}
    if not isinstance(names, list) or not names or any(name not in known for name in names):
        raise ExplorerError(f"“kinds” is a list of {', '.join(known)}.", _HINT)
    return frozenset(known[name] for name in names)


def whole_library(kinds: frozenset[NodeKind] = DEFAULT_KINDS, limit: int = 1_000_000) -> WantedView:
    """Everything, for exports of data."""
    return WantedView(ViewQuery(kinds=kinds, limit=limit), "force", "Whole library")
