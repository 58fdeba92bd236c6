"""From a view and its positions to a scene: sizes, labels, the look of edges. No Qt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from explorer.graph.scene import Scene
from explorer.graph.view import GraphView
from explorer.model import NodeKind

RADIUS_PX = (5.0, 16.0)  # smallest and largest node where nodes have room
SPACING = 50.0  # world units of a mean edge, which layouts aim at
_EXACT_MAX = 500
ROOM_PX = 45.0  # between neighbours on the screen: from here nodes have their full size
CENTER_RADIUS_PX = 18.0  # the node that the view is about stands out whatever its importance
LABEL_COLUMNS = 30  # half-width columns of a label; a kanji takes two
TAG_COLUMNS = 40  # a tag's name stands in up to three languages
LABEL_PX = 12.0  # size of ordinary label text
HALF_COLUMN_EM = 0.56  # mean advance of Latin text in ems; a kanji is one em

PROPOSED = "proposed"  #: kind of the edges that nobody has checked
_TAIL_COLUMNS = 12  # what stays of the end where the end tells names apart (dates)
_TAIL_KINDS = frozenset({NodeKind.EDITION, NodeKind.ISSUE, NodeKind.DOCUMENT})

_COLON = re.compile(r":\s|：")
_NO_NAMES = frozenset(  # what stands before a colon and names no paper
    {
        *("position", "position paper", "survey", "a survey", "review", "a review", "tutorial", "keynote"),
        *("invited talk", "perspective", "viewpoint", "comment", "reply", "erratum", "correction"),
        *("editorial", "abstract", "extended abstract", "demo", "poster", "short paper", "report"),
        *("technical report", "note", "part i", "part ii", "サーベイ", "解説", "招待講演", "综述"),
    }
)


class EdgeLook(IntEnum):
    """How an edge speaks (DESIGN: visual language)."""

    PLAIN = 0
    ARROW_AT_SOURCE = 1  #: builds on: the source is the newer one
    ARROW_AT_TARGET = 2
    CROSSBAR = 3  #: one against the other
    DOTS = 4  #: evaluated or trained on
    DASHED = 5  #: computed, stated by nobody
    DOTTED = 6  #: proposed by a rule, checked by nobody


_LOOKS = {
    "builds_on": EdgeLook.ARROW_AT_SOURCE,
    "extends": EdgeLook.ARROW_AT_SOURCE,
    "variant_of": EdgeLook.ARROW_AT_SOURCE,
    "succeeded_by": EdgeLook.ARROW_AT_TARGET,
    "competes_with": EdgeLook.CROSSBAR,
    "compared_with": EdgeLook.CROSSBAR,
    "outperforms": EdgeLook.CROSSBAR,
    "addresses_limit_of": EdgeLook.CROSSBAR,
    "evaluated_on": EdgeLook.DOTS,
    "trained_on": EdgeLook.DOTS,
    "evaluates_on": EdgeLook.DOTS,
}


def make_scene(view: GraphView, pos: NDArray[np.float32]) -> Scene:
    """All that a painter needs for ``view``; ``pos`` is (N, 2) float32 world units, rows as in the view."""
    importance = node_importance(view)
    labels = tuple(
        short_name(name, NodeKind(kind)) for name, kind in zip(view.names, view.kinds.tolist(), strict=True)
    )
    return Scene(
        view=view,
        pos=np.ascontiguousarray(pos, np.float32),
        radius=node_radius(view, importance),
        labels=labels,
        label_order=_label_order(view, importance),
        looks=edge_looks(view),
        lanes=edge_lanes(view.ends),
        spacing=node_spacing(pos),
    )


def short_name(name: str, kind: NodeKind) -> str:
    """A node's name as its label has it; of a long title the name before its colon, where it has one."""
    if kind is NodeKind.PAPER and text_columns(name) > LABEL_COLUMNS:
        head = _COLON.split(name, maxsplit=1)[0].strip()
        if head != name.strip() and 1 < text_columns(head) <= LABEL_COLUMNS and head.lower() not in _NO_NAMES:
            return " ".join(head.split())
    is_dated = kind in _TAIL_KINDS and any(character.isdigit() for character in name[-_TAIL_COLUMNS:])
    return shorten(name, TAG_COLUMNS if kind is NodeKind.TAG else LABEL_COLUMNS, keep_tail=is_dated)


def node_importance(view: GraphView) -> NDArray[np.float64]:
    """(N,) float64, >= 0: the view's column of that name, else the degree within the view."""
    column = view.columns.get("importance")
    if column is not None and len(column) == len(view.ids):
        return np.maximum(np.nan_to_num(np.asarray(column, np.float64), posinf=0.0, neginf=0.0), 0.0)
    return np.bincount(view.ends.ravel(), minlength=len(view.ids)).astype(np.float64)


def node_radius(view: GraphView, importance: NDArray[np.float64]) -> NDArray[np.float32]:
    """(N,) float32 pixels where nodes have room; the area grows with the importance."""
    low, high = RADIUS_PX
    top = float(importance.max(initial=0.0))
    share = np.sqrt(importance / top) if top > 0 else np.zeros(len(importance))
    radius = (low + (high - low) * share).astype(np.float32)
    if view.center >= 0:
        radius[view.center] = max(CENTER_RADIUS_PX, float(radius[view.center]))
    return radius


def zoom_factor(spacing_px: float) -> float:
    """What node radii are multiplied by: dots where nodes crowd, a little larger where there is room.

    Args:
        spacing_px: ``Scene.spacing`` times the camera's scale.
    """
    share = spacing_px / ROOM_PX
    if share >= 1.0:
        return float(min(share**0.2, 1.25))
    return float(max(share**0.8, 0.08))


def node_spacing(pos: NDArray[np.float32]) -> float:
    """World units from the median node to its nearest neighbour; estimated from densities for many nodes."""
    count = len(pos)
    if count < 2:
        return SPACING
    if count <= _EXACT_MAX:
        squares = (pos.astype(np.float64) ** 2).sum(axis=1)
        square = squares[:, None] + squares - 2.0 * (pos.astype(np.float64) @ pos.astype(np.float64).T)
        np.fill_diagonal(square, np.inf)
        return max(float(np.sqrt(max(np.median(square.min(axis=1)), 0.0))), 1e-6)
    low, high = np.percentile(pos, 2, axis=0), np.percentile(pos, 98, axis=0)
    span = np.maximum(high - low, max(float((high - low).max()) * 0.02, 1e-6))
    cell = float(np.sqrt(span[0] * span[1] / count))
    cells = np.floor(np.clip((pos - low) / cell, -1, 2**20)).astype(np.int64)
    _, inverse, counts = np.unique(cells[:, 0] * 2**21 + cells[:, 1], return_inverse=True, return_counts=True)
    return 0.6 * cell / float(np.sqrt(np.median(counts[inverse])))


def _label_order(view: GraphView, importance: NDArray[np.float64]) -> NDArray[np.int32]:
    rank = importance.copy()
    if view.center >= 0:
        rank[view.center] = np.inf
    return np.lexsort((view.ids, -rank)).astype(np.int32)


def text_columns(text: str) -> int:
    """Width in half-width columns: wide East Asian characters count two, combining ones none."""
    if text.isascii():
        return len(text)
    return sum(_columns(character) for character in text)


def _columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def label_width_px(text: str, size_px: float = LABEL_PX) -> float:
    """Estimate of a label's width without asking a font; a little generous."""
    return text_columns(text) * HALF_COLUMN_EM * size_px


def shorten(text: str, columns: int, keep_tail: bool = False) -> str:
    """``text`` within that many half-width columns, cut with “…”, at a space where one is near.

    Args:
        keep_tail: Cut in the middle: the end tells this name from its neighbours.
    """
    text = " ".join(text.split())
    if text_columns(text) <= columns:
        return text
    if keep_tail:
        tail = _take(reversed(text), _TAIL_COLUMNS)[::-1]
        cut = tail.find(" ")
        tail = tail[cut + 1 :] if 0 <= cut < len(tail) // 2 else tail
        return f"{_take(text, columns - 1 - text_columns(tail)).rstrip()}…{tail.lstrip()}"
    head = _take(text, columns - 1)
    space = head.rfind(" ")
    if text[len(head)] != " " and space > len(head) * 0.55:
        head = head[:space]
    return head.rstrip(" :,;–-/") + "…"


def _take(characters: Iterable[str], columns: int) -> str:
    out: list[str] = []
    for character in characters:
        columns -= _columns(character)
        if columns < 0:
            break
        out.append(character)
    return "".join(out)


def edge_looks(view: GraphView) -> NDArray[np.uint8]:
    """(M,) uint8 EdgeLook values, from the verb, else from the kind of edge."""
    from explorer.edges import EDGES  # with the whole store behind it: a scene from a file needs none

    derived = [label in EDGES and EDGES[label].derived for label in view.edge_labels]
    rows = zip(view.predicates, view.edge_kinds.tolist(), view.sources.tolist(), strict=True)
    known = [label in EDGES for label in view.edge_labels]
    looks = [
        EdgeLook.DOTTED
        if view.edge_labels[kind] == PROPOSED
        else EdgeLook.DASHED
        if derived[kind] or (sources == 0 and not known[kind])
        else _LOOKS.get(predicate, EdgeLook.PLAIN)
        for predicate, kind, sources in rows
    ]
    return np.array(looks, np.uint8)


def edge_lanes(ends: NDArray[np.int32]) -> NDArray[np.float32]:
    """(M,) float32 lanes: 0 for an edge alone between its two nodes, else …, -1, 0, 1, … or halves.

    Positive is the left side of the way from the lower row to the higher one, so that the two directions
    of one pair do not fall onto each other.
    """
    count = len(ends)
    if not count:
        return np.zeros(0, np.float32)
    low, high = ends.min(axis=1).astype(np.int64), ends.max(axis=1).astype(np.int64)
    key = low * (int(high.max()) + 1) + high
    order = np.argsort(key, kind="stable")
    ordered = key[order]
    first = np.concatenate(([True], ordered[1:] != ordered[:-1]))
    group = np.cumsum(first) - 1
    start = np.flatnonzero(first)
    size = np.diff(np.append(start, count))
    lanes = np.empty(count, np.float32)
    lanes[order] = np.arange(count) - start[group] - (size[group] - 1) / 2
    return np.where(ends[:, 0] > ends[:, 1], -lanes, lanes).astype(np.float32)
