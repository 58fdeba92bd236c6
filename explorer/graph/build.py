"""ViewQuery → GraphView: which nodes are near enough and important enough to be shown."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from explorer.edges import EDGES
from explorer.graph.choice import Candidate, choose
from explorer.graph.dated import appearances_of, time_columns
from explorer.graph.filter_sieve import Passes, chosen, edge_sieve, most_important_chosen
from explorer.graph.query import ViewQuery
from explorer.graph.regions import read_regions
from explorer.graph.tag_look import tag_columns
from explorer.graph.view import GraphView, empty_view
from explorer.store import Reader
from explorer.store.graph import EdgeLine, NodeRow, edges_among, edges_at, most_important, nodes, proposed_at
from explorer.store.many import tags_of
from explorer.store.reading import STATES, states_of
from explorer.store.vectors import map_places

Columns: TypeAlias = dict[str, NDArray[np.generic]]

_TAGS_SHOWN = 12  # beside what carries them
_HUB_DEGREE = 150  #: a view does not walk on through a node with more edges, unless it is about it
_EDGE_RANK = {
    "asserted": 4.0,
    "tagged": 3.5,
    "discusses": 3.0,
    "names": 2.0,
    "appears": 1.5,
    "proposed": 1.2,
    "similar": 1.0,
}


def build_view(reader: Reader, query: ViewQuery, stay: Collection[int] = ()) -> GraphView:
    """The nodes and edges that a query asks for, with what is known of their importance and their time.

    Around centers: breadth first, not through hubs; of what is within reach the nearest, best linked and
    most important stay up to ``query.limit``. Without centers: the most important nodes of the library.
    The tags that a person has put on what is near are shown with it, though they are a step farther.

    Args:
        stay: Nodes that were shown for this query before: none of them gives way to a more important one.
    """
    passes = edge_sieve(reader, query.filters)
    depth_of, worth = reach(reader, query, passes) if query.centers else _everything(reader, query, stay)
    kept = chosen(reader, query.filters)
    fixed = {*query.centers, *query.expanded}
    rows = {
        row.id: row
        for row in nodes(reader, depth_of)
        if _is_wanted(row, query) and (kept is None or row.id in kept or row.id in fixed)
    }
    if not rows:
        return empty_view()
    were = frozenset(stay)
    ranked = sorted(
        rows, key=lambda i: (i not in were, depth_of[i], -worth.get(i, 0.0), -rows[i].importance, i)
    )
    tiers = [Candidate(i, rows[i].kind, (i not in were, depth_of[i])) for i in ranked]
    shown = sorted(choose(reader, tiers, query.limit) if query.centers else ranked[: query.limit])
    tags = _tags_on(reader, query, shown) if kept is None else {}
    rows |= tags
    depth_of |= dict.fromkeys(tags, query.depth)
    shown = sorted({*shown, *tags})
    edges = [edge for edge in _among(reader, query, shown) if passes(edge)]
    lines = [rows[i] for i in shown]
    appearances = appearances_of(reader, lines)
    columns = _columns(lines, depth_of) | _map_columns(reader, shown) | _read_column(reader, shown)
    columns |= time_columns(reader, lines, appearances) | tag_columns(reader, lines)
    view = _view(query, lines, edges, (columns, len(rows) - len(shown)))
    community, regions = read_regions(reader, shown)
    return replace(view, columns=columns | community, appearances=appearances, regions=regions)


def _tags_on(reader: Reader, query: ViewQuery, shown: Collection[int]) -> dict[int, NodeRow]:
    """The tags around the centers that most of the shown nodes carry."""
    if not query.centers or query.is_walk or query.only is not None:
        return {}
    found = {tag for tag, _, _ in tags_of(reader, sorted(shown), _TAGS_SHOWN)} - set(shown)
    return {row.id: row for row in nodes(reader, found) if _is_wanted(row, query)}


def _among(reader: Reader, query: ViewQuery, shown: Collection[int]) -> list[EdgeLine]:
    edges = edges_among(reader, shown)
    there = set(shown)
    held = {(edge.source, edge.target, edge.kind) for edge in edges}
    for source, target, kind, predicate in query.drawn:
        if source in there and target in there and (source, target, kind) not in held:
            edges.append(EdgeLine(source, target, kind, predicate, 1.0, 1))
    if query.proposals:
        edges += [e for e in proposed_at(reader, shown) if e.source in there and e.target in there]
    return edges


def _is_wanted(row: NodeRow, query: ViewQuery) -> bool:
    if row.id in query.centers or row.id in query.expanded:
        return True
    if row.id in query.hidden or row.kind not in query.kinds:
        return False
    return query.only is None or row.id in query.only


def _everything(
    reader: Reader, query: ViewQuery, stay: Iterable[int]
) -> tuple[dict[int, int], dict[int, float]]:
    if query.only is not None:
        return dict.fromkeys(query.only, 0), {}
    wanted = query.limit + len(query.hidden) + 1  # one more tells that there are more
    if query.filters.selects:
        worth = most_important_chosen(reader, query.filters, wanted)
        return dict.fromkeys([*worth, *stay], 0), worth
    kinds = [int(kind) for kind in query.kinds]
    found = most_important(reader, kinds, wanted)
    worth = {row.id: row.importance for row in found}
    return dict.fromkeys([*worth, *stay], 0), worth


def reach(reader: Reader, query: ViewQuery, passes: Passes) -> tuple[dict[int, int], dict[int, float]]:
    """Depth of every node within reach of the centers, and how well it is linked to what is nearer.

    What filters choose from the rest is not asked here: a way may lead over nodes that are not shown.
    """
    depth_of = dict.fromkeys(query.centers, 0)
    worth: dict[int, float] = {}
    frontier: set[int] = set(query.centers)
    for depth in range(1, query.depth + 1):
        near = _step(reader, query, (frontier, passes), worth)
        fresh = {node for node in near if node not in depth_of}
        depth_of |= dict.fromkeys(fresh, depth)
        frontier = _walkable(reader, query, fresh) if depth < query.depth else set()
        if not frontier:
            break
    for node in _step(reader, query, (set(query.expanded), passes), worth):
        depth_of.setdefault(node, query.depth)
    for node in query.expanded:
        depth_of.setdefault(node, query.depth)
    return depth_of, worth


def _step(
    reader: Reader, query: ViewQuery, ways: tuple[set[int], Passes], worth: dict[int, float]
) -> set[int]:
    """Nodes one edge that passes away from the frontier; adds to ``worth`` what the edges are worth."""
    frontier, passes = ways
    if not frontier:
        return set()
    found: set[int] = set()
    proposed = proposed_at(reader, frontier) if query.proposals else []
    for edge in [*edges_at(reader, frontier), *proposed]:
        if not passes(edge):
            continue
        for near, far in _ways(edge, query.direction):
            if near in frontier:
                found.add(far)
                rank = _EDGE_RANK.get(edge.kind, 1.0) + min(edge.sources, 3) * 0.5
                worth[far] = max(worth.get(far, 0.0), rank)
    return found


def _ways(edge: EdgeLine, direction: str) -> list[tuple[int, int]]:
    """(from, to) of the ways in which an edge is walked."""
    ways = {"out": (edge.source, edge.target), "in": (edge.target, edge.source)}
    return [ways[direction]] if direction in ways and EDGES[edge.kind].directed else list(ways.values())


def _walkable(reader: Reader, query: ViewQuery, fresh: Collection[int]) -> set[int]:
    near = set(fresh) - set(query.collapsed)
    return {row.id for row in nodes(reader, near) if row.degree <= _HUB_DEGREE and _is_wanted(row, query)}


def _view(
    query: ViewQuery, rows: Sequence[NodeRow], edges: Iterable[EdgeLine], rest: tuple[Columns, int]
) -> GraphView:
    columns, left_out = rest
    ids = np.array([row.id for row in rows], np.int64)
    lines = sorted(edges, key=lambda e: (e.source, e.target, e.kind, e.predicate))
    labels = tuple(sorted({line.kind for line in lines}))
    ends = np.array([(line.source, line.target) for line in lines], np.int64).reshape(-1, 2)
    center = int(np.searchsorted(ids, query.centers[0])) if query.centers else -1
    if center >= len(ids) or (center >= 0 and ids[center] != query.centers[0]):
        center = -1
    return GraphView(
        ids,
        np.array([row.kind for row in rows], np.uint8),
        tuple(row.name for row in rows),
        np.searchsorted(ids, ends).astype(np.int32),
        np.array([labels.index(line.kind) for line in lines], np.uint8),
        labels,
        tuple(line.predicate for line in lines),
        np.array([line.weight for line in lines], np.float32),
        np.array([line.sources for line in lines], np.int32),
        columns,
        center,
        left_out,
    )


def _map_columns(reader: Reader, shown: Sequence[int]) -> Columns:
    """map_x and map_y, NaN off the map; nothing where no paper of the view is on it."""
    places = map_places(reader, shown)
    if not places:
        return {}
    nowhere = (float("nan"), float("nan"))
    xy = np.array([places.get(node, nowhere) for node in shown], np.float32)
    return {"map_x": xy[:, 0], "map_y": xy[:, 1]}


def _read_column(reader: Reader, shown: Sequence[int]) -> Columns:
    """read_state: 0 unread, 1 being read, 2 read; nothing where all is unread."""
    states = states_of(reader, shown)
    if not states:
        return {}
    return {"read_state": np.array([STATES.index(states.get(node, "")) for node in shown], np.uint8)}


def _columns(rows: Sequence[NodeRow], depth_of: Mapping[int, int]) -> Columns:
    return {
        "depth": np.array([depth_of.get(row.id, 0) for row in rows], np.int32),
        "importance": np.array([row.importance for row in rows], np.float32),
        "degree_total": np.array([row.degree for row in rows], np.int32),
    }
