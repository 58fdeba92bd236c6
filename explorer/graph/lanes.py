"""Lanes: the rows of methods or of sources, one mark per appearance. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from explorer.graph.axes import LaneNote, Pile
from explorer.graph.style import node_importance
from explorer.graph.view import Appearances, GraphView, no_appearances
from explorer.model import NodeKind

LANES_MAX: Final = 18
DAY_MAX: Final = 24  #: marks of one day in one lane; the first also stands for those that are more
_MARKS_MAX: Final = 5_000
_METHOD_SHIFT: Final = 32  # an appearance's own id: the method's, then the node's
_BEFORE_DAYS: Final = 270.0  # that papers may lie before the first place on the axis
_GAP_DAYS, _GAP_SHARE, _FEW = 730.0, 0.6, 0.1  # what lies so far before the rest is older than the axis
#: kinds of series and documents that are a text about papers, not an issue of a digest
TEXTS: Final = {
    "report": "Reports",
    "talk": "Talks",
    "study_group": "Study groups",
    "conference_report": "Reports",
    "slide_transcript": "Talks",
    "study_notes": "Study groups",
    "article": "Articles",
}
#: kinds of what methods stand in; the first stands on a lane's line where several are near
PLACE_KINDS: Final = (NodeKind.EDITION, NodeKind.DOCUMENT, NodeKind.PAPER, NodeKind.ISSUE)


def method_marks(view: GraphView) -> GraphView:
    """A row per appearance of the methods that have most of them, at most ``LANES_MAX`` methods.

    Columns: lane (N,) int32 in order of the first appearance, lane_name, method (N,) int64 node ids, date,
    importance, is_center, older (N,) bool whether it lies before the axis that is shown first, crowd (N,)
    int32 how many more marks of its day it stands for, lanes_left_out.
    """
    seen = view.appearances
    count = np.bincount(seen.rows, minlength=len(view.ids)) if len(seen.rows) else np.zeros(len(view.ids))
    worth = count + 1e-6 * node_importance(view)
    if view.center >= 0 and count[view.center]:
        worth[view.center] = np.inf
    methods = np.flatnonzero(count)
    chosen = methods[np.lexsort((view.ids[methods], -worth[methods]))][:LANES_MAX]
    picked = _of(seen, np.isin(seen.rows, chosen))
    crowd, left_out = _crowd(picked, picked.rows), len(methods) - len(chosen)
    kept, more = _of(picked, crowd >= 0), crowd[crowd >= 0]
    first = np.full(len(view.ids), np.inf)
    np.minimum.at(first, kept.rows, kept.days)
    order = chosen[np.lexsort((view.ids[chosen], first[chosen]))]
    lane = np.full(len(view.ids), -1, np.int32)
    lane[order] = np.arange(len(order))
    methods_of = view.ids[kept.rows]
    return _marks(
        view,
        kept,
        (methods_of << _METHOD_SHIFT) | kept.nodes,
        {
            "lane": lane[kept.rows],
            "lane_name": np.array([view.names[row] for row in kept.rows.tolist()], np.str_),
            "is_center": kept.rows == view.center,
            "method": methods_of,
            "older": kept.days < _begin(picked),
            "crowd": more,
            "lanes_left_out": np.full(len(kept.rows), left_out, np.int32),
        },
    )


def source_marks(view: GraphView) -> GraphView:
    """A row per place (edition, issue, document, dated paper) that the view or its methods stand in.

    Columns as of ``method_marks``; the lanes are series, venues first, in the order of their first day.
    """
    seen = _with_nodes(view)
    _, first_at, inverse = np.unique(seen.nodes, return_index=True, return_inverse=True)
    weight = np.bincount(inverse, minlength=len(first_at)).astype(np.int32)
    places = replace(_of(seen, first_at), papers=weight)
    crowd = _crowd(places, np.unique(np.array(places.series, np.str_), return_inverse=True)[1])
    kept, more = _of(places, crowd >= 0), crowd[crowd >= 0]
    names = sorted(set(kept.series))
    days = {
        name: min(d for d, s in zip(kept.days.tolist(), kept.series, strict=True) if s == name)
        for name in names
    }
    ranks = {name: _rank(kept, name) for name in names}
    ordered = sorted(names, key=lambda name: (ranks[name], days[name], name))
    left_out = max(len(ordered) - LANES_MAX, 0)
    number_of = {name: number for number, name in enumerate(ordered[:LANES_MAX])}
    is_shown = np.array([name in number_of for name in kept.series], np.bool_)
    kept, more = _of(kept, is_shown), more[is_shown]
    lane = np.array([number_of[name] for name in kept.series], np.int32)
    return _marks(
        view,
        kept,
        kept.nodes,
        {
            "lane": lane,
            "lane_name": np.array(kept.series, np.str_),
            "is_center": np.zeros(len(lane), np.bool_),
            "method": np.zeros(len(lane), np.int64),
            "older": kept.days < _begin(places),
            "crowd": more,
            "lanes_left_out": np.full(len(lane), left_out, np.int32),
        },
    )


def standing_in(view: GraphView, piles: Sequence[Pile]) -> frozenset[int]:
    """Ids of all that stands in a lane on some days, what is drawn there and what has no room.

    Args:
        view: The graph that the lanes show, with the appearances of its methods.
    """
    out: set[int] = set()
    for pile in piles:
        seen = view.appearances if pile.method else _with_nodes(view)
        there = seen.days == pile.day
        if pile.method:
            there &= seen.rows == view.row_of(pile.method)
        else:
            there &= np.array(seen.series, np.str_) == pile.lane
        out.update(seen.nodes[there].tolist())
    return frozenset(out)


def _rank(places: Appearances, series: str) -> int:
    """Venues, then arXiv, then digests, then reports, talks and notes."""
    kinds = [kind for kind, name in zip(places.kinds.tolist(), places.series, strict=True) if name == series]
    return (NodeKind.EDITION, NodeKind.PAPER, NodeKind.ISSUE, NodeKind.DOCUMENT).index(
        NodeKind(max(set(kinds), key=kinds.count))
    )


def _with_nodes(view: GraphView) -> Appearances:
    """The appearances, and the dated places and papers of the view themselves."""
    seen = view.appearances
    series = view.columns.get("series")
    days = np.asarray(view.columns["date"], np.float64)
    if series is None:
        return seen
    is_place = np.isin(view.kinds, PLACE_KINDS) & (np.asarray(series) != "")
    from_view = np.flatnonzero(np.isfinite(days) & is_place)
    from_view = from_view[~np.isin(view.ids[from_view], seen.nodes)]
    is_text = np.isin(np.asarray(series)[from_view], sorted(set(TEXTS.values())))
    kinds = np.where(is_text, NodeKind.DOCUMENT, view.kinds[from_view]).astype(np.uint8)
    return Appearances(
        np.concatenate([seen.rows, from_view]).astype(np.int32),
        np.concatenate([seen.nodes, view.ids[from_view]]),
        np.concatenate([seen.kinds, kinds]),
        np.concatenate([seen.days, days[from_view]]),
        np.concatenate([seen.papers, np.ones(len(from_view), np.int32)]).astype(np.int32),
        (*seen.names, *(view.names[row] for row in from_view.tolist())),
        (*seen.series, *(str(series[row]) for row in from_view.tolist())),
        np.concatenate([seen.ends, days[from_view]]),
        (*seen.said, *(_told_of(view, row) for row in from_view.tolist())),
    )


def _told_of(view: GraphView, row: int) -> str:
    told = view.columns.get("told")
    return "" if told is None else str(told[row])


def _of(seen: Appearances, which: NDArray[np.bool_] | NDArray[np.int64]) -> Appearances:
    index = np.flatnonzero(which) if which.dtype == np.bool_ else which
    return Appearances(
        seen.rows[index],
        seen.nodes[index],
        seen.kinds[index],
        seen.days[index],
        seen.papers[index],
        tuple(seen.names[i] for i in index.tolist()),
        tuple(seen.series[i] for i in index.tolist()),
        seen.ends[index],
        tuple(seen.said[i] for i in index.tolist()),
    )


def _crowd(seen: Appearances, lanes: NDArray[np.integer]) -> NDArray[np.int32]:
    """(K,) int32: -1 for a mark without room on a crowded day of its lane, else how many it stands for."""
    rank = np.array([PLACE_KINDS.index(NodeKind(kind)) for kind in seen.kinds.tolist()], np.int64)
    order = np.lexsort((seen.nodes, -seen.papers, rank, seen.days, lanes))
    day_changes = np.diff(seen.days[order], prepend=np.nan) != 0
    starts = np.flatnonzero(day_changes | (np.diff(lanes[order], prepend=-1) != 0))
    sizes = np.diff(np.append(starts, len(order)))
    out = np.zeros(len(order), np.int32)
    for start, size in zip(starts.tolist(), sizes.tolist(), strict=True):
        if size > DAY_MAX:
            out[order[start + DAY_MAX : start + size]] = -1
            out[order[start]] = size - DAY_MAX
    return out


def _begin(seen: Appearances) -> float:
    """First day of the axis: a few appearances that lie years before all others do not squeeze those."""
    places = np.sort(seen.days[seen.kinds != NodeKind.PAPER])
    if not len(places):
        return float(seen.days.min(initial=np.inf))
    at = 0
    for index in range(min(max(int(len(places) * _FEW), 1), len(places) - 1)):
        rest = places[-1] - places[index + 1]
        if places[index + 1] - places[index] > max(_GAP_DAYS, _GAP_SHARE * rest):
            at = index + 1
    return float(places[at] - _BEFORE_DAYS)


def _marks(
    view: GraphView, seen: Appearances, ids: NDArray[np.int64], columns: dict[str, NDArray[np.generic]]
) -> GraphView:
    """A view whose rows are appearances, ascending by their ids."""
    order = np.argsort(ids, kind="stable")[:_MARKS_MAX]
    papers = np.maximum(seen.papers[order], 1).astype(np.float32)
    dated: dict[str, NDArray[np.generic]] = {"date": seen.days[order], "importance": papers}
    dated["until"] = seen.ends[order]
    dated["told"] = np.array([seen.said[i] for i in order.tolist()], np.str_)
    return GraphView(
        ids[order],
        seen.kinds[order],
        tuple(seen.names[i] for i in order.tolist()),
        np.zeros((0, 2), np.int32),
        np.zeros(0, np.uint8),
        (),
        (),
        np.zeros(0, np.float32),
        np.zeros(0, np.int32),
        dated
        | {name: column[order] for name, column in columns.items()}
        | {"series": np.array([seen.series[i] for i in order.tolist()], np.str_)},
        -1,
        view.left_out,
        no_appearances(),
        seen.nodes[order],
    )


def mark_towards(view: GraphView, pos: NDArray[np.float32], row: int, direction: tuple[float, float]) -> int:
    """The next mark of the same lane to the left or right, or the nearest in the lane above or below; or -1.

    Args:
        pos: (N, 2) world units.
        direction: Unit vector, (0, 1) is down.
    """
    lane, x = np.asarray(view.columns["lane"], np.int64), pos[:, 0].astype(np.float64)
    if direction[0]:
        order = np.lexsort((view.ids, pos[:, 1], x))
        order = order[lane[order] == lane[row]]
        at = int(np.flatnonzero(order == row)[0]) + int(direction[0])
        return int(order[at]) if 0 <= at < len(order) else -1
    height = np.array([pos[lane == number, 1].mean() for number in range(int(lane.max()) + 1)])
    others = np.flatnonzero((height[lane] - height[lane[row]]) * direction[1] > 0)
    if not len(others):
        return -1
    near = np.abs(height[lane[others]] - height[lane[row]])
    others = others[near == near.min()]
    return int(others[np.abs(x[others] - x[row]).argmin()])


def lane_note(
    kinds: NDArray[np.uint8],
    days: NDArray[np.float64],
    series: NDArray[np.str_],
    ends: NDArray[np.float64] | None = None,
) -> LaneNote | None:
    """What the marks of one method tell: how long a digest or arXiv had it before a conference.

    Only of methods whose own paper is among them: a general term is not waiting for a conference. A digest
    counts from the last day of its period (``ends``): nobody could read it before.
    """
    venues = np.flatnonzero(kinds == NodeKind.EDITION)
    digests = np.flatnonzero(kinds == NodeKind.ISSUE)
    papers = np.flatnonzero(kinds == NodeKind.PAPER)
    if not len(papers):
        return None
    if not len(venues):
        return LaneNote("waiting") if len(digests) else None
    goal = venues[days[venues].argmin()]
    last = days if ends is None else ends
    for start, marks in (("digest", digests), ("arXiv", papers)):
        if len(marks) and last[marks].min() < days[goal]:
            first = marks[last[marks].argmin()]
            span = float(days[first]), float(days[goal])
            return LaneNote("lead", int(days[goal] - last[first]), start, str(series[goal]), span)
    return None
