"""Views by words: the one that a library opens with, and the ones that ``--view`` describes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from explorer.errors import ExplorerError, NotFound
from explorer.graph.camera import Camera
from explorer.graph.places import Places
from explorer.graph.query import DEFAULT_KINDS, Filters, ViewQuery
from explorer.model import NodeKind
from explorer.questions.compare import Drawn, compare
from explorer.questions.filter_words import filters_within, found_filters
from explorer.questions.lookup import find_node
from explorer.questions.search import search
from explorer.questions.view_words import HINT, Words, ids_there, read_words, words_of
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.overview import top_concepts
from explorer.store.saved_views import saved_views, view_named

ALL_KINDS = Filters(frozenset(NodeKind))
_FOUND_MAX = 500  #: nodes of a search that is shown as a graph


@dataclass(frozen=True, slots=True)
class WantedView:
    """Attributes:
    query: What is shown.
    layout: Id of a layout.
    title: What the view is called.
    select: Nodes selected; None where nothing is said of it.
    pinned: Nodes that keep their place in every layout.
    places: Where the nodes stand, or None.
    camera: Where it is looked at from, or None to show everything.
    fitted: Whether that camera shows everything, so that another window may show everything, too.
    nodes: What was shown, so that nothing of it gives way to what is new; or None.
    name: Under which it was saved, or "".
    regions: Whether the grounds and names of regions are drawn.
    """

    query: ViewQuery
    layout: str
    title: str
    select: frozenset[int] | None = None
    pinned: frozenset[int] = frozenset()
    places: Places | None = None
    camera: Camera | None = None
    fitted: bool = True
    nodes: frozenset[int] | None = None
    name: str = ""
    regions: bool = True


def start_view(reader: Reader) -> WantedView:
    """One method at depth 1: the one that stands in most sources; else the most important nodes."""
    top = top_concepts(reader, 1)
    if not top:
        return WantedView(ViewQuery(), "force", "Whole library")
    node, name, _ = top[0]
    return WantedView(ViewQuery(centers=(node,)), "force", str(name))


def whole_library(kinds: frozenset[NodeKind] = DEFAULT_KINDS, limit: int = 1_000_000) -> WantedView:
    """Everything, for exports of data."""
    return WantedView(ViewQuery(filters=Filters(kinds), limit=limit), "force", "Whole library")


def search_view(reader: Reader, text: str) -> WantedView:
    """What a search finds, as a graph; NotFound where that is nothing."""
    found = frozenset(hit.id for hit in search(reader, text, _FOUND_MAX).hits)
    if not found:
        raise NotFound(f"Nothing holds “{text}”.", "Try other words.")
    query = ViewQuery(only=found, filters=ALL_KINDS, limit=max(len(found), 60))
    return WantedView(query, "force", text)


def edition_view(reader: Reader, editions: tuple[int, ...]) -> WantedView:
    """An edition with its papers and methods, or two side by side with what both have in the middle."""
    return replace(_drawn(compare(reader, editions)), select=frozenset(editions))


def view_from_words(reader: Reader, text: str) -> WantedView:
    """A saved view by its name, or the view that a JSON object describes."""
    if text.lstrip()[:1] in ("{", "["):
        return view_from_json(reader, text)
    found = view_named(reader, text)
    if found is None:
        known = ", ".join(f"“{view.name}”" for view in saved_views(reader))
        raise NotFound(f"There is no view “{text}”.", f"Saved views: {known}." if known else HINT)
    return replace(view_from_json(reader, found.state), name=found.name)


def view_or_start(reader: Reader, text: str) -> WantedView:
    """The view that was shown last, or the one that a library opens with where it can be shown no more."""
    try:
        return view_from_json(reader, text)
    except ExplorerError:
        return start_view(reader)


def view_from_json(reader: Reader, text: str) -> WantedView:
    """The view that a JSON object describes; ExplorerError where it does not."""
    said = read_words(text)
    if said.editions:
        return edition_view(reader, tuple(find_node(reader, word) for word in said.editions))
    centers = _centers(reader, said)
    only = said.only
    if said.search:
        only = frozenset(hit.id for hit in search(reader, said.search, _FOUND_MAX).hits)
    filters = found_filters(reader, said.filters)
    if said.within and (ticked := filters_within(reader, filters, said.within)) is not None:
        filters, only = ticked, None
    query = said.query(centers, only, filters)
    names = " · ".join(row.name for row in nodes(reader, centers))
    title = said.title or names or said.search or "Whole library"
    select = None if said.select is None else _selected(reader, said.select)
    rest = (said.pinned, said.places, said.camera, said.fitted, said.nodes)
    return WantedView(query, said.layout, title, select, *rest, regions=said.regions)


def _centers(reader: Reader, said: Words) -> tuple[int, ...]:
    """A view that was saved may be about several nodes, of which some are gone."""
    numbers = [word for word in said.centers if isinstance(word, int)]
    there = ids_there(reader, numbers)
    if numbers and not there and len(numbers) == len(said.centers):
        raise NotFound("What this view was about is no longer in the library.", "Undo may bring it back.")
    found = [there.get(w) if isinstance(w, int) else find_node(reader, w) for w in said.centers]
    return tuple(dict.fromkeys(node for node in found if node is not None))


def _selected(reader: Reader, words: tuple[int | str, ...]) -> frozenset[int]:
    there = ids_there(reader, [word for word in words if isinstance(word, int)])
    named = {find_node(reader, word) for word in words if isinstance(word, str)}
    return frozenset(there.values()) | named


def _drawn(drawn: Drawn) -> WantedView:
    places = Places("force", drawn.ids, drawn.pos)
    only = frozenset(drawn.ids.tolist())
    query = ViewQuery(only=only, filters=ALL_KINDS, limit=len(drawn.ids), is_walk=True)
    return WantedView(query, "force", drawn.title, places=places)


def view_text(view: WantedView) -> str:
    """A view as JSON that ``view_from_json`` reads back, places and camera to the last bit."""
    more = {
        "title": view.title,
        "layout": view.layout,
        "select": None if view.select is None else sorted(view.select),
        "pinned": sorted(view.pinned),
        "regions": None if view.regions else False,
        "nodes": None if view.nodes is None else sorted(view.nodes),
    }
    return words_of(view.query, more, view.places, (view.camera, view.fitted))
