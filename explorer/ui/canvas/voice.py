"""What the graph says in words: to screen readers and in the status line."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget

from explorer.graph.scene import Scene
from explorer.graph.view import GraphView
from explorer.model import NodeKind
from explorer.ui.lane_marks import mark_words, marks_in_words
from explorer.ui.said import worded
from explorer.ui.words import counted, kind_name, number

_VERBS_MAX = 3  # said of one pair


def _tr(text: str) -> str:
    return QCoreApplication.translate("CanvasVoice", text)


def words_of(scene: Scene, row: int, before: int = -1, chosen: int = 1) -> str:
    """A node as it is spoken: "method RAG, 14 links; link from Self-RAG: builds on; 2 sources".

    Args:
        before: Row that the keys have come from, or -1; its links are said where it is a neighbour.
        chosen: How many nodes are selected.
    """
    view = scene.view
    if scene.axes is not None and scene.axes.what:
        return mark_words(scene, row)
    links = int((view.ends == row).any(axis=1).sum())
    words = f"{kind_name(NodeKind(int(view.kinds[row])))} {view.names[row]}, "
    words += counted(links, _tr("{n} link"), _tr("{n} links"))
    if chosen > 1:
        words += ", " + _tr("{n} selected").format(n=number(chosen))
    walked = link_words(view, row, before) if before >= 0 and before != row else ""
    return f"{words}; {walked}" if walked else words


def link_words(view: GraphView, row: int, other: int) -> str:
    """What links a node to a neighbour: "link to RAG: builds on; 2 sources"; "" where nothing does."""
    edges = np.flatnonzero((view.ends == row).any(axis=1) & (view.ends == other).any(axis=1))
    if not len(edges):
        return ""
    verbs = list(dict.fromkeys(_verb(view, int(edge)) for edge in edges))[:_VERBS_MAX]
    leads_here = [_is_directed(view, int(edge)) and int(view.ends[edge, 1]) == row for edge in edges]
    words = _tr("link from {name}: {verbs}") if all(leads_here) else _tr("link to {name}: {verbs}")
    said = words.format(name=view.names[other], verbs=", ".join(verbs))
    sources = int(view.sources[edges].max())
    if not sources:
        return said
    return f"{said}; {counted(sources, _tr('{n} source'), _tr('{n} sources'))}"


def words_of_view(scene: Scene) -> str:
    """What is shown while nothing is selected, and what to do about it."""
    view = scene.view
    if scene.axes is not None and scene.axes.what:
        rows = counted(len(scene.axes.lanes), _tr("{n} row"), _tr("{n} rows"))
        marks = marks_in_words(scene)
        return _tr("{marks} in {rows}; arrow keys walk from mark to mark").format(marks=marks, rows=rows)
    words = _tr("{nodes} nodes, {links} links; arrow keys walk along links")
    return words.format(nodes=number(len(view.ids)), links=number(len(view.ends)))


def say(widget: QWidget, words: str) -> None:
    """Tell a screen reader that a widget is about something else; it is read out while the keys are there."""
    widget.setAccessibleDescription(words)
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.DescriptionChanged))
    if widget.hasFocus() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def _verb(view: GraphView, edge: int) -> str:
    from explorer.edges import EDGES  # with the whole store behind it

    kind = view.edge_labels[view.edge_kinds[edge]]
    return worded(view.predicates[edge].replace("_", " ") or (EDGES[kind].label if kind in EDGES else kind))


def _is_directed(view: GraphView, edge: int) -> bool:
    from explorer.edges import EDGES

    kind = view.edge_labels[view.edge_kinds[edge]]
    return kind not in EDGES or EDGES[kind].directed
