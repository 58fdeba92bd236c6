"""Words for predicates, read from either end of the edge, and their places along it."""

from __future__ import annotations

import math
from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from explorer.graph.picking import control_points, curve_points
from explorer.graph.style import EdgeLook
from explorer.render.edge_shapes import BAR_PX
from explorer.render.edges import trimmed_ends
from explorer.render.frame import Frame
from explorer.render.labels import Label, turned_points
from explorer.render.occupancy import Occupancy
from explorer.render.text import LINE, Ink, text_width
from explorer.render.theme import Theme

VERB_PX = 11.0
_ASIDE_PX = (9.0, -11.5, 19.0, -21.0)  # from the line to the middle of a verb, whose letters stand high in it
_VERBS_MAX = 24
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73)  # places tried along the edge
_INSIDE = 40.0  # what it costs to stand between a bow and its twin
_ASTRAY = 120.0  # what it costs to leave the middle of the edge, by the share of its length
_RIMS_PX = 8.0  # about what an edge keeps away from the rims of its two nodes
_FREE_PX = 20.0  # of the edge that a verb leaves open for its ends

#: predicate -> (subject to object, object to subject); the same twice where the verb has no direction
_VERBS: dict[str, tuple[object, object]] = {
    "builds_on": (QT_TRANSLATE_NOOP("Verb", "builds on"), QT_TRANSLATE_NOOP("Verb", "is the basis of")),
    "extends": (QT_TRANSLATE_NOOP("Verb", "extends"), QT_TRANSLATE_NOOP("Verb", "extended by")),
    "variant_of": (QT_TRANSLATE_NOOP("Verb", "variant of"), QT_TRANSLATE_NOOP("Verb", "has the variant")),
    "competes_with": (QT_TRANSLATE_NOOP("Verb", "competes with"), QT_TRANSLATE_NOOP("Verb", "competes with")),
    "compared_with": (QT_TRANSLATE_NOOP("Verb", "compared with"), QT_TRANSLATE_NOOP("Verb", "compared with")),
    "outperforms": (QT_TRANSLATE_NOOP("Verb", "outperforms"), QT_TRANSLATE_NOOP("Verb", "outperformed by")),
    "evaluated_on": (QT_TRANSLATE_NOOP("Verb", "evaluated on"), QT_TRANSLATE_NOOP("Verb", "evaluates")),
    "trained_on": (QT_TRANSLATE_NOOP("Verb", "trained on"), QT_TRANSLATE_NOOP("Verb", "trains")),
    "part_of": (QT_TRANSLATE_NOOP("Verb", "part of"), QT_TRANSLATE_NOOP("Verb", "has the part")),
    "addresses_limit_of": (
        QT_TRANSLATE_NOOP("Verb", "addresses a limit of"),
        QT_TRANSLATE_NOOP("Verb", "limit addressed by"),
    ),
    "succeeded_by": (QT_TRANSLATE_NOOP("Verb", "succeeded by"), QT_TRANSLATE_NOOP("Verb", "succeeds")),
    "introduces": (QT_TRANSLATE_NOOP("Verb", "introduces"), QT_TRANSLATE_NOOP("Verb", "introduced by")),
    "uses": (QT_TRANSLATE_NOOP("Verb", "uses"), QT_TRANSLATE_NOOP("Verb", "used by")),
    "evaluates_on": (QT_TRANSLATE_NOOP("Verb", "evaluates on"), QT_TRANSLATE_NOOP("Verb", "evaluates")),
    "surveys": (QT_TRANSLATE_NOOP("Verb", "surveys"), QT_TRANSLATE_NOOP("Verb", "surveyed by")),
    "reviewed": (QT_TRANSLATE_NOOP("Verb", "reviewed"), QT_TRANSLATE_NOOP("Verb", "reviewed")),
    "referenced": (QT_TRANSLATE_NOOP("Verb", "referenced"), QT_TRANSLATE_NOOP("Verb", "referenced")),
    "background": (QT_TRANSLATE_NOOP("Verb", "background"), QT_TRANSLATE_NOOP("Verb", "background")),
    "criticises": (QT_TRANSLATE_NOOP("Verb", "criticises"), QT_TRANSLATE_NOOP("Verb", "criticised by")),
}


def verb(predicate: str, from_object: bool = False) -> str:
    """Words for a predicate, "" for none; an unknown one is spelt out.

    Args:
        from_object: Whether the reader stands at the object and looks at the subject.
    """
    if not predicate:
        return ""
    both = _VERBS.get(predicate)
    if both is None:
        return predicate.replace("_", " ")
    return QCoreApplication.translate("Verb", str(both[from_object]))


def place_verbs(
    frame: Frame, page: Occupancy, theme: Theme, focus: NDArray[np.int64]
) -> Generator[None, None, tuple[Label, ...]]:
    """Verbs along the edges of the focus, turned to be read upright, where they touch nothing on ``page``.

    Yields between small portions of work; the generator's value is the verbs, best supported first.
    """
    if not len(focus):
        return ()
    view = frame.scene.view
    rows = frame.edges[np.isin(view.ends[frame.edges], focus).any(axis=1)]
    rows = rows[np.lexsort((rows, -view.sources[rows]))][:_VERBS_MAX]
    seen, ends, lanes = trimmed_ends(frame, rows, focus)
    rows = rows[seen]
    looks = frame.scene.looks[rows] if len(frame.scene.looks) else np.zeros(len(rows), np.uint8)
    _take_bars(page, ends, lanes, looks)
    out: list[Label] = []
    curves = np.concatenate([ends, control_points(ends, lanes)], axis=1)
    for row, curve in zip(rows.tolist(), curves, strict=True):
        words = verb(view.predicates[row], from_object=int(view.ends[row, 0]) not in focus)
        label = _place(frame, page, theme, (row, words), curve) if words else None
        if label is not None:
            out.append(label)
        yield
    return tuple(out)


def _take_bars(
    page: Occupancy, ends: NDArray[np.float64], lanes: NDArray[np.float32], looks: NDArray[np.generic]
) -> None:
    crossed = looks == EdgeLook.CROSSBAR
    if not crossed.any():
        return
    ends = ends[crossed]
    middle = curve_points(ends, lanes[crossed], 2)[:, 1]
    way = ends[:, 2:] - ends[:, :2]
    aside = np.stack([-way[:, 1], way[:, 0]], axis=1) / np.maximum(np.hypot(*way.T), 1e-9)[:, None]
    for reach in np.linspace(-BAR_PX, BAR_PX, 9):
        page.take_boxes(middle + aside * reach, middle + aside * reach)


def _place(
    frame: Frame, page: Occupancy, theme: Theme, said: tuple[int, str], curve: NDArray[np.float64]
) -> Label | None:
    """A verb beside the (6,) start, end and control point of its edge, pixels, as it is drawn."""
    row, words = said
    start, end, control = curve[:2], curve[2:4], curve[4:]
    size = (text_width(words, "", VERB_PX, False) + 2, VERB_PX * LINE)
    way = end - start
    if float(np.hypot(*way)) < size[0] + _FREE_PX - _RIMS_PX:
        return None
    angle = math.degrees(math.atan2(way[1], way[0]))
    angle = angle - 180 if angle > 90 else angle + 180 if angle <= -90 else angle
    up = np.array((math.sin(math.radians(angle)), -math.cos(math.radians(angle))))
    best: tuple[float, NDArray[np.float64], NDArray[np.float64], float] | None = None
    for rank, (aside, share) in enumerate((aside, share) for aside in _ASIDE_PX for share in _SHARES):
        on_line = (1 - share) ** 2 * start + 2 * share * (1 - share) * control + share**2 * end
        middle = on_line + up * aside
        points = turned_points(middle, size, angle)
        if page.free_points(points):
            is_inside = float((control - (start + end) / 2) @ up) * aside < -1e-6  # of a bow
            cost = page.busy_points(points) + 2.5 * rank + _INSIDE * is_inside + _ASTRAY * abs(share - 0.5)
            if best is None or cost < best[0]:
                best = (cost, points, middle, share)
    if best is None:
        return None
    _, points, middle, share = best
    page.take_points(points)
    source, target = frame.scene.view.ends[row].tolist()
    world = frame.scene.pos[source] + (frame.scene.pos[target] - frame.scene.pos[source]) * share
    offset = middle - (frame.xy[source] + (frame.xy[target] - frame.xy[source]) * share)
    hang, off = (float(world[0]), float(world[1])), (float(offset[0]), float(offset[1]))
    return Label(
        row, words, "", Ink(VERB_PX, False, theme.dim, theme.canvas), hang, off, size, angle, verb=True
    )
