"""The card of a node under the pointer: its whole name, which a label seldom has room for, and what it is."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QCoreApplication, QLocale

from explorer.graph.scene import Scene
from explorer.graph.timescale import date_of
from explorer.model import NodeKind
from explorer.questions.first_seen import FirstSeen
from explorer.ui.hover_card import HoverCard
from explorer.ui.said import worded
from explorer.ui.words import counted, kind_name


def node_card(scene: Scene, row: int, seen: FirstSeen | None = None) -> HoverCard:
    """Name, kind, month, links in this view, and whether it is read: "paper · April 2024 · 13 links here".

    Of a method ``seen`` says when it was first seen, once that was looked up.
    """
    view = scene.view
    links = int((np.asarray(view.ends) == row).any(axis=1).sum())
    told = (
        kind_name(NodeKind(int(view.kinds[row]))),
        _month(scene, row),
        counted(links, _tr("{n} link here"), _tr("{n} links here")) if links else "",
        _state(scene, row),
        "; ".join(map(worded, seen.parts)) if seen else "",
    )
    return HoverCard(view.names[row], note=" · ".join(filter(None, told)))


def _month(scene: Scene, row: int) -> str:
    """Months, since many days of papers are not known better; "" without a day."""
    days = scene.view.columns.get("date")
    day = float(days[row]) if days is not None and len(days) == len(scene.view.ids) else math.nan
    return "" if math.isnan(day) else QLocale().toString(date_of(day), _tr("MMMM yyyy"))


def _state(scene: Scene, row: int) -> str:
    states = scene.view.columns.get("read_state")
    state = int(states[row]) if states is not None and len(states) == len(scene.view.ids) else 0
    return ("", _tr("being read"), _tr("read"))[state]


def _tr(text: str) -> str:
    return QCoreApplication.translate("NodeCard", text)
