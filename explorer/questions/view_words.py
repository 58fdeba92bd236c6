"""The JSON of a view: what ``--view`` takes, what a saved view keeps. Written and read here alone."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from math import isfinite
from typing import TypeAlias

import numpy as np

from explorer.edges import EDGES
from explorer.errors import ExplorerError, WrongUse
from explorer.graph.camera import SCALE_LIMITS, Camera
from explorer.graph.filters import Filters
from explorer.graph.places import Places
from explorer.graph.query import DIRECTIONS, ViewQuery
from explorer.questions.filter_words import FilterWords, filters_said, read_filters
from explorer.store import Reader
from explorer.store.graph import nodes
from explorer.store.identity import kept_for

Json: TypeAlias = Mapping[str, object]

HINT = 'Write it like {"center": "RAG", "depth": 2, "layout": "force"}.'
KEYS = frozenset(
    {
        "center",
        "centers",
        "depth",
        "direction",
        "filters",
        "kinds",
        "edge_kinds",
        "search",
        "only",
        "expanded",
        "collapsed",
        "hidden",
        "limit",
        "proposals",
        "drawn",
        "is_walk",
        "edition",
        "compare",
        "layout",
        "title",
        "nodes",
        "within",
        "select",
        "pinned",
        "regions",
        "places",
        "camera",
    }
)
MOST_NODES = 1_000_000


@dataclass(frozen=True, slots=True)
class Words:
    """What a view in JSON says, checked; names of nodes are still words, ids are numbers.

    Attributes:
        rest: The query but for its centers, the nodes that it is bound to, and its filters.
        filters: What of that is shown.
        within: What an old version kept of its filters.
    """

    rest: ViewQuery
    filters: FilterWords
    centers: tuple[int | str, ...] = ()
    only: frozenset[int] | None = None
    search: str = ""
    editions: tuple[str, ...] = ()
    layout: str = "force"
    title: str = ""
    select: tuple[int | str, ...] | None = None
    pinned: frozenset[int] = frozenset()
    places: Places | None = None
    camera: Camera | None = None
    fitted: bool = True
    nodes: frozenset[int] | None = None
    within: frozenset[int] = frozenset()
    regions: bool = True

    def query(self, centers: tuple[int, ...], only: frozenset[int] | None, filters: Filters) -> ViewQuery:
        """The whole query."""
        return replace(self.rest, centers=centers, only=only, filters=filters)


def words_of(query: ViewQuery, more: Json, places: Places | None, look: tuple[Camera | None, bool]) -> str:
    """A view as JSON, the same bytes for the same view.

    Args:
        more: Layout, title, selection, pins; None is left out.
        look: The camera, and whether it shows everything.
    """
    said: dict[str, object] = {
        "centers": list(query.centers),
        "depth": query.depth,
        "direction": query.direction,
        "filters": filters_said(query.filters) or None,
        "only": None if query.only is None else sorted(query.only),
        "expanded": list(query.expanded),
        "collapsed": list(query.collapsed),
        "hidden": sorted(query.hidden),
        "limit": query.limit,
        "drawn": [list(edge) for edge in query.drawn],
        "is_walk": query.is_walk,
    }
    if places is not None:
        x, y = (places.pos[:, side].astype(np.float64).tolist() for side in (0, 1))
        said["places"] = {"layout": places.layout, "ids": places.ids.tolist(), "x": x, "y": y}
    camera, fitted = look
    if camera is not None:
        said["camera"] = {name: getattr(camera, name) for name in _CAMERA} | {"fitted": fitted}
    said |= {key: value for key, value in more.items() if value is not None}
    return json.dumps({k: v for k, v in said.items() if v is not None}, ensure_ascii=False, sort_keys=True)


def read_words(text: str) -> Words:
    """What a JSON object says of a view; ExplorerError where it is none."""
    try:
        said = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        raise WrongUse(f"The view is not JSON: {error}.", HINT) from error
    if not isinstance(said, dict) or set(said) - KEYS:
        raise ExplorerError(f"A view has the keys {', '.join(sorted(KEYS))}.", HINT)
    camera = said.get("camera")
    return Words(
        _rest(said),
        read_filters(said),
        (
            *_nodes(said, "centers"),
            *(_nodes({"center": [said["center"]]}, "center") if "center" in said else ()),
        ),
        None if said.get("only") is None else _ids(said, "only"),
        _word(said, "search"),
        _editions(said),
        _word(said, "layout") or "force",
        _word(said, "title"),
        None if said.get("select") is None else _nodes(said, "select"),
        _ids(said, "pinned"),
        None if said.get("places") is None else _places(said["places"]),
        None if camera is None else _camera(camera),
        bool(camera.get("fitted", True)) if isinstance(camera, dict) else True,
        None if said.get("nodes") is None else _ids(said, "nodes"),
        _ids(said, "within"),
        _yes(said, "regions"),
    )


def ids_there(reader: Reader, ids: Iterable[int]) -> dict[int, int]:
    """Id -> the node that it finds now, for those that find one: a merged paper finds the one kept."""
    wanted = list(dict.fromkeys(ids))
    there = {row.id for row in nodes(reader, wanted)}
    kept = {node: node if node in there else kept_for(reader, node) for node in wanted}
    return {node: found for node, found in kept.items() if found}


def _rest(said: Json) -> ViewQuery:
    direction = _word(said, "direction") or "both"
    if direction not in DIRECTIONS:
        raise ExplorerError(f"“direction” is one of {', '.join(DIRECTIONS)}.", HINT)
    return ViewQuery(
        depth=_whole(said, "depth", 1, 5),
        expanded=tuple(int(node) for node in _numbers(said, "expanded")),
        collapsed=tuple(int(node) for node in _numbers(said, "collapsed")),
        hidden=_ids(said, "hidden"),
        limit=_whole(said, "limit", 60, MOST_NODES),
        direction=direction,
        drawn=_edges(said),
        is_walk=bool(said.get("is_walk")),
    )


def _whole(said: Json, key: str, default: int, most: int) -> int:
    value = said.get(key, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= most:
        raise ExplorerError(f"“{key}” is a whole number from 1 to {most:,}.", HINT)
    return value


def _yes(said: Json, key: str) -> bool:
    """True where nothing is said."""
    value = said.get(key, True)
    if not isinstance(value, bool):
        raise ExplorerError(f"“{key}” is true or false.", HINT)
    return value


def _word(said: Json, key: str) -> str:
    value = said.get(key) or ""
    if not isinstance(value, str):
        raise ExplorerError(f"“{key}” is text.", HINT)
    return value


def _list(said: Json, key: str) -> list[object]:
    value = said.get(key) or []
    if not isinstance(value, list):
        raise ExplorerError(f"“{key}” is a list.", HINT)
    return value


def _numbers(said: Json, key: str) -> list[int]:
    values = _list(said, key)
    found = [value for value in values if isinstance(value, int) and abs(value) < 2**63]
    if len(found) != len(values):
        raise ExplorerError(f"“{key}” is a list of ids.", HINT)
    return found


def _ids(said: Json, key: str) -> frozenset[int]:
    return frozenset(_numbers(said, key))


def _nodes(said: Json, key: str) -> tuple[int | str, ...]:
    values = _list(said, key)
    found = tuple(value for value in values if isinstance(value, int | str) and value != "")
    if len(found) != len(values):
        raise ExplorerError(f"“{key}” names nodes by ids, names or titles.", HINT)
    return found


def _centers(said: Json) -> tuple[int | str, ...]:
    one = _nodes({"center": [said["center"]]}, "center") if "center" in said else ()
    return (*_nodes(said, "centers"), *one)


def _editions(said: Json) -> tuple[str, ...]:
    found = tuple(str(word) for word in _list(said, "compare"))
    if "compare" in said and len(found) != 2:
        raise ExplorerError(
            "“compare” names two editions.", 'Such as {"compare": ["ICML 2023", "ICML 2024"]}.'
        )
    return found or ((_word(said, "edition"),) if said.get("edition") else ())


def _edges(said: Json) -> tuple[tuple[int, int, str, str], ...]:
    found = []
    for edge in _list(said, "drawn"):
        match edge:
            case [int(source), int(target), str(kind), str(predicate)] if kind in EDGES:
                found.append((source, target, kind, predicate))
            case _:
                raise ExplorerError("“drawn” is a list of edges: two ids, a kind, a verb.", HINT)
    return tuple(found)


def _places(value: object) -> Places:
    """Raises ExplorerError where ids and places do not align, or are no numbers."""
    match value:
        case {"layout": str(layout), "ids": list(listed), "x": list(x), "y": list(y)}:
            ids = _numbers({"ids": listed}, "ids")
            if len(ids) == len(x) == len(y) and all(map(_is_place, [*x, *y])):
                order = np.argsort(np.array(ids, np.int64), kind="stable")
                pos = np.array([x, y], np.float32).T.reshape(-1, 2)
                return Places(layout, np.array(ids, np.int64)[order], pos[order])
    raise ExplorerError("“places” has a layout, and ids, x and y of the same length.", HINT)


_CAMERA = ("x", "y", "scale", "width", "height")


def _camera(value: object) -> Camera:
    if not isinstance(value, dict) or not all(_is_place(value.get(name)) for name in _CAMERA):
        raise ExplorerError(f"“camera” has {', '.join(_CAMERA)}.", HINT)
    scale = min(max(float(value["scale"]), SCALE_LIMITS[0]), SCALE_LIMITS[1])
    size = (max(float(value["width"]), 1.0), max(float(value["height"]), 1.0))
    return Camera(float(value["x"]), float(value["y"]), scale, *size)


def _is_place(value: object) -> bool:
    return isinstance(value, int | float) and isfinite(value) and abs(value) < 1e30
