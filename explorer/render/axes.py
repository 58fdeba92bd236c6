"""Axes as simple shapes, for painter and SVG: what lies below the nodes, and what stays in sight."""

from __future__ import annotations

from collections.abc import Iterator
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale

from explorer.graph.axes import EVENT_PX, NAME_GAP_PX, NAME_PX, STRIP_PX, Axes, Lane, LaneNote, lane_lines
from explorer.graph.camera import Camera
from explorer.graph.style import EdgeLook
from explorer.graph.timescale import Tick, ticks
from explorer.render.page_shapes import Box, Rule, Shape, Words, draw_shapes, words_box
from explorer.render.piles import pile_numbers
from explorer.render.text import BASELINE, Ink, text_width
from explorer.render.theme import Theme

__all__ = [
    "Box",
    "Rule",
    "Shape",
    "Words",
    "draw_shapes",
    "ground",
    "heads",
    "lane_words",
    "note_words",
    "taken_boxes",
]

TICK_PX = 11.0
_NOTE_INK_PX = 11.5
_LINE_PX = 1.6
_LEAD_PX = 4.0
_EVENT_WIDTH_PX = 12.0  # least width of an edition's band
_RIM_PX = 10.0
_NOTE_GAP_PX = 16.0
_LOWER_BASE_PX = 4.0  # from the middle of a line of text down to its baseline
_OLDER = "«"
_LEAD = QT_TRANSLATE_NOOP("Axes", "{n} days from {start} to {goal}")
_LEAD_ONE = QT_TRANSLATE_NOOP("Axes", "1 day from {start} to {goal}")
_WAITING = QT_TRANSLATE_NOOP("Axes", "in a digest, not yet at a conference here")
_DIGEST = QT_TRANSLATE_NOOP("Axes", "digest")
_UNDATED = QT_TRANSLATE_NOOP("Axes", "no date")
_MORE = {
    "methods": QT_TRANSLATE_NOOP("Axes", "{n} more methods"),
    "sources": QT_TRANSLATE_NOOP("Axes", "{n} more sources"),
}
_HEADS = {"methods": QT_TRANSLATE_NOOP("Axes", "Method"), "sources": QT_TRANSLATE_NOOP("Axes", "Source")}


def _tr(text: object) -> str:
    return QCoreApplication.translate("Axes", str(text))


def ground(
    axes: Axes, camera: Camera, theme: Theme, margin_px: tuple[float, float] = (0.0, 0.0)
) -> list[Shape]:
    """What lies below the nodes: bands, grid, and a line from first to last mark of each row."""
    left, top = -margin_px[0], -margin_px[1]
    right, bottom = camera.width + margin_px[0], camera.height + margin_px[1]
    out: list[Shape] = []
    for band in axes.bands:
        upper, lower = _y_px(camera, band.top), _y_px(camera, band.bottom)
        out.append(Box((left, upper, right, lower), theme.panel))
    out += _brushed(axes, camera, theme, (left, top, right, bottom))
    for x0, x1, _ in _event_spans(axes, camera):
        if x1 > left and x0 < right:
            out.append(Box((x0, top, x1, bottom), theme.line, 0.42))
    for tick in _ticks(axes, camera, (left, right)):
        x = _tick_x(axes, camera, tick)
        out.append(Rule((x, top, x, bottom), theme.line, 1.0, 1.0 if tick.unit == "year" else 0.6))
    for y in _separators(axes, camera):
        out.append(Rule((left, y, right, y), theme.line, 1.0, 0.55))
    for x0, y0, x1, y1 in _lane_lines_px(axes, camera):
        start = max(left, x0)  # one that began years ago would leave what a page can hold
        if x1 > start:
            out.append(Rule((start, y0, x1, y1), theme.edges[EdgeLook.PLAIN], _LINE_PX))
    return [*out, *_leads(axes, camera, theme, left)]


def _leads(axes: Axes, camera: Camera, theme: Theme, left: float) -> Iterator[Rule]:
    """The stretch of a row's line by which a digest, or arXiv, was ahead of the conference."""
    for lane in axes.lanes:
        if lane.note is not None and lane.note.span is not None:
            x0, x1 = (_day_px(axes, camera, day) for day in lane.note.span)
            y = _y_px(camera, lane.y)
            if x1 > max(x0, left):
                yield Rule((max(x0, left), y, x1, y), theme.accent, _LEAD_PX, 0.5)


def _brushed(
    axes: Axes, camera: Camera, theme: Theme, page: tuple[float, float, float, float]
) -> Iterator[Shape]:
    """The days that the view is filtered to, shaded, with a line at each end."""
    if axes.brush is None:
        return
    left, top, right, bottom = page
    ends = [_day_px(axes, camera, day) if isfinite(day) else None for day in axes.brush]
    x0 = left if ends[0] is None else max(ends[0], left)
    x1 = right if ends[1] is None else min(ends[1], right)
    if x1 > x0:
        yield Box((x0, top, x1, bottom), theme.selection, 0.45)
    for x in ends:
        if x is not None and left <= x <= right:
            yield Rule((round(x) + 0.5, top, round(x) + 0.5, bottom), theme.accent, 1.0, 0.7)


def heads(axes: Axes, camera: Camera, theme: Theme) -> list[Shape]:
    """What stays in sight: notes beside the rows, names of the rows, the ticks."""
    out: list[Shape] = [*_notes(axes, camera, theme)]
    out += [number.words for number in pile_numbers(axes, camera, theme)]
    out += _lane_names(axes, camera, theme)
    out += _strip(axes, camera, theme)
    out += [words for band in axes.bands for words in _band_words(axes, band.top, camera, theme)]
    return out


def taken_boxes(axes: Axes | None, camera: Camera, theme: Theme) -> NDArray[np.float64]:
    """(K, 4) boxes in pixels where no node's name may stand."""
    if axes is None:
        return np.zeros((0, 4))
    boxes = [(0.0, 0.0, camera.width, axes.top_px)]
    if axes.head_px:
        boxes.append((0.0, 0.0, axes.head_px, camera.height))
    boxes += [words_box(words) for words in _notes(axes, camera, theme)]
    boxes += [number.box for number in pile_numbers(axes, camera, theme)]
    boxes += [words_box(words) for band in axes.bands for words in _band_words(axes, band.top, camera, theme)]
    return np.array(boxes, np.float64)


def _y_px(camera: Camera, y: float) -> float:
    return (y - camera.y) * camera.scale + camera.height / 2


def _x_px(camera: Camera, x: float) -> float:
    return (x - camera.x) * camera.scale + camera.width / 2


def _day_px(axes: Axes, camera: Camera, day: float) -> float:
    return _x_px(camera, axes.time.origin + axes.time.per_day * day)


def _tick_x(axes: Axes, camera: Camera, tick: Tick) -> float:
    """On a whole pixel, so that hairlines are crisp."""
    return round(_x_px(camera, axes.time.origin + axes.time.per_day * tick.day)) + 0.5


def _ticks(axes: Axes, camera: Camera, span_px: tuple[float, float]) -> tuple[Tick, ...]:
    first, last = (axes.time.day_at(camera.to_world(x, 0.0)[0]) for x in span_px)
    return ticks(first, last, axes.time.per_day * camera.scale)


def _event_spans(axes: Axes, camera: Camera) -> Iterator[tuple[float, float, str]]:
    for event in axes.events:
        x0, x1 = (
            _x_px(camera, axes.time.origin + axes.time.per_day * day) for day in (event.first, event.last)
        )
        lack = max(_EVENT_WIDTH_PX - (x1 - x0), 0.0) / 2
        yield x0 - lack, x1 + lack, event.name


def _lane_lines_px(axes: Axes, camera: Camera) -> list[list[float]]:
    lines = lane_lines(axes)
    ends = camera.to_screen(lines.reshape(-1, 2)).reshape(-1, 4)
    return [[float(value) for value in line] for line in ends]


def _separators(axes: Axes, camera: Camera) -> Iterator[float]:
    for y in axes.cuts[1:].tolist():
        yield round(_y_px(camera, y)) + 0.5


def _lane_names(axes: Axes, camera: Camera, theme: Theme) -> Iterator[Shape]:
    """The column of names, on ground of its own."""
    if not axes.head_px:
        return
    yield Box((0.0, 0.0, axes.head_px, camera.height), theme.canvas)
    lines = _lane_lines_px(axes, camera)
    for y in _separators(axes, camera):
        yield Rule((0.0, y, axes.head_px, y), theme.line, 1.0, 0.55)
    for lane, (x0, y0, _, _) in zip(axes.lanes, lines, strict=True):
        ink = Ink(NAME_PX, True, theme.accent if lane.is_center else theme.ink, "")
        room = axes.head_px - 2 * NAME_GAP_PX
        text = _fitting(lane.name, ink, room)
        width = text_width(text, "", ink.size_px, True)
        yield Words((NAME_GAP_PX, y0 + _LOWER_BASE_PX + 0.5), text, ink, width)
        if x0 < axes.head_px:
            older = Ink(NAME_PX, False, theme.dim, "")
            yield Words(
                (axes.head_px - 9.0, y0 + _LOWER_BASE_PX),
                _OLDER,
                older,
                text_width(_OLDER, "", NAME_PX, False),
            )
    if axes.more and axes.lanes:
        ink = Ink(TICK_PX, False, theme.dim, "")
        text = _tr(_MORE[axes.what]).format(n=axes.more)
        y = _y_px(camera, float(axes.cuts[-1])) + 16.0
        yield Words((NAME_GAP_PX, y), text, ink, text_width(text, "", TICK_PX, False))


def _fitting(text: str, ink: Ink, room: float) -> str:
    """The text, or its beginning with “…”, in so many pixels."""
    if text_width(text, "", ink.size_px, ink.bold) <= room:
        return text
    for end in range(len(text) - 1, 0, -1):
        cut = text[:end].rstrip() + "…"
        if text_width(cut, "", ink.size_px, ink.bold) <= room:
            return cut
    return "…"


def _notes(axes: Axes, camera: Camera, theme: Theme) -> Iterator[Words]:
    """What a row's marks tell together, right of the last one where there is room."""
    ink = Ink(_NOTE_INK_PX, False, theme.dim, theme.canvas)
    for lane, (_, _, x1, y1) in zip(axes.lanes, _lane_lines_px(axes, camera), strict=True):
        if lane.note is None or not axes.top_px < y1 < camera.height:
            continue
        text = note_words(lane.note)
        width = text_width(text, "", ink.size_px, False)
        left = max(x1, axes.head_px) + _NOTE_GAP_PX
        if left + width <= camera.width - 4:
            yield Words((left, y1 + _LOWER_BASE_PX), text, ink, width)


def note_words(note: LaneNote) -> str:
    """ "77 days from digest to ICML"."""
    if note.kind == "waiting":
        return _tr(_WAITING)
    start = _tr(_DIGEST) if note.start == "digest" else note.start
    words = _LEAD_ONE if note.days == 1 else _LEAD
    return _tr(words).format(n=note.days, start=start, goal=note.goal)


def lane_words(lane: Lane) -> str:
    """A row in one line, for the status line and screen readers."""
    return f"{lane.name} · {note_words(lane.note)}" if lane.note else lane.name


def _strip(axes: Axes, camera: Camera, theme: Theme) -> Iterator[Shape]:
    """The ticks' words at the top, on ground of their own, below the names of editions."""
    head, top = axes.head_px, axes.top_px
    yield Box((0.0, 0.0, camera.width, top), theme.canvas)
    yield from _event_names(axes, camera, theme)
    free = head + 4.0 if head else 4.0
    found = _ticks(axes, camera, (head, camera.width))
    base = top - STRIP_PX / 2 + _LOWER_BASE_PX
    for number, tick in enumerate(found):
        is_major = tick.unit == "year" or number == 0  # the first says which year it is
        ink = Ink(TICK_PX, is_major, theme.ink if is_major else theme.dim, "")
        text = tick_words(tick, is_major)
        width = text_width(text, "", ink.size_px, ink.bold)
        left = _tick_x(axes, camera, tick) - width / 2
        if left >= free and left + width <= camera.width - 4:
            yield Words((left, base), text, ink, width)
            free = left + width + 8.0
    yield Rule((0.0, top - 0.5, camera.width, top - 0.5), theme.line)
    if axes.brush is not None:
        ends = (_day_px(axes, camera, day) if isfinite(day) else day for day in axes.brush)
        x0, x1 = (min(max(x, head), camera.width) for x in ends)
        if x1 > x0:
            yield Rule((x0, top - 1.0, x1, top - 1.0), theme.accent, 2.0)
    if head:
        ink = Ink(TICK_PX, False, theme.dim, "")
        text = _tr(_HEADS[axes.what])
        yield Words((NAME_GAP_PX, base), text, ink, text_width(text, "", TICK_PX, False))
        yield Rule((head - 0.5, 0.0, head - 0.5, camera.height), theme.line)


def tick_words(tick: Tick, is_major: bool) -> str:
    """What is new in a tick's date: "2024", "Jul", "15 Jul"; the whole where it is the first of the page."""
    locale = QLocale()
    day = tick.date
    if tick.unit == "year":
        return f"{day.year}"
    month = locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)
    words = month if tick.unit == "month" else f"{day.day} {month}"
    return f"{words} {day.year}" if is_major else words


def _event_names(axes: Axes, camera: Camera, theme: Theme) -> Iterator[Words]:
    """Names of editions above the axis, those that have room: of two, the one with more papers."""
    ink = Ink(TICK_PX, False, theme.ink, "")
    taken: list[tuple[float, float]] = []
    papers = [event.papers for event in axes.events]
    spans = list(_event_spans(axes, camera))
    for at in sorted(range(len(spans)), key=lambda one: (-papers[one], one)):
        x0, x1, name = spans[at]
        width = text_width(name, "", ink.size_px, False)
        middle = (x0 + x1) / 2
        if not axes.head_px < middle < camera.width:
            continue
        left = max(min(middle - width / 2, camera.width - width - 4.0), axes.head_px + 4.0)
        is_free = all(left + width + _RIM_PX <= low or left >= high + _RIM_PX for low, high in taken)
        if is_free and abs(left + width / 2 - middle) < width / 2 + 6.0:
            yield Words((left, EVENT_PX - 3.0), name, ink, width)
            taken.append((left, left + width))


def _band_words(axes: Axes, top: float, camera: Camera, theme: Theme) -> Iterator[Words]:
    y = _y_px(camera, top) + TICK_PX * BASELINE + 4.0
    if axes.top_px + TICK_PX < y < camera.height:
        ink = Ink(TICK_PX, True, theme.dim, "")
        text = _tr(_UNDATED)
        yield Words((NAME_GAP_PX, y), text, ink, text_width(text, "", TICK_PX, True))
