"""The canvas page and what is under a pixel: nodes and links, names of lanes, numbers above their days."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from explorer.graph.axes import OLDER_PX, Pile
from explorer.graph.camera import Camera
from explorer.graph.lane_places import hidden_mark, pile_of
from explorer.graph.lanes import standing_in
from explorer.graph.picking import Picker, edge_at
from explorer.render.edges import single_edges
from explorer.render.frame import make_frame
from explorer.render.piles import piles_at
from explorer.ui.canvas.events import DaysChosen, NodesMoved
from explorer.ui.canvas.hover import Hit
from explorer.ui.canvas.page import CanvasPage


class CanvasPicking(CanvasPage):
    """Finds what is pointed at, and puts nodes where they are dragged."""

    moved = Signal(object)  #: NodesMoved
    lane_chosen = Signal(object)  #: node id of the method whose lane was clicked
    days_chosen = Signal(object)  #: DaysChosen: all that stands on a crowded day of a lane is wanted

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.current: int | None = None  #: the node that keys act on
        self.picker = Picker(self._scene)
        self._edges_in_sight: tuple[Camera, NDArray[np.int64]] | None = None

    def hit_at(self, at: QPointF) -> Hit:
        """The node, else the edge, under a pixel; of edges those that can be told apart."""
        axes = self._scene.axes
        if axes is not None and (at.x() < axes.head_px or at.y() < axes.top_px):
            return Hit()
        node = self.picker.node_at(self._camera, at.x(), at.y())
        if node >= 0:
            return Hit(node=node)
        if self._edges_in_sight is None or self._edges_in_sight[0] != self._camera:
            frame = make_frame(self._scene, self._camera)
            self._edges_in_sight = (self._camera, single_edges(frame))
        return Hit(edge=edge_at(self._scene, self._camera, self._edges_in_sight[1], at.x(), at.y()))

    def choose_lane(self, at: QPointF) -> bool:
        """Tell that the name of a lane, or the number above a day, was clicked; whether one is at a pixel."""
        axes = self._scene.axes
        if axes is None or at.y() < axes.top_px:
            return False
        if at.x() > axes.head_px:
            return self.list_piles(self.piles_at(at))
        lane = axes.lane_at(self._camera.to_world(at.x(), at.y())[1])
        is_sign = lane is not None and at.x() > axes.head_px - OLDER_PX
        older = hidden_mark(self._scene, self._camera, lane) if is_sign else -1
        if older >= 0:
            node = int(self._scene.view.ids[older])
            self.select((node,), current=node)
            self.show_node(node)
            return True
        if lane is None or not lane.node:
            return False
        self.lane_chosen.emit(lane.node)
        return True

    def piles_at(self, at: QPointF) -> tuple[Pile, ...]:
        """The crowded days whose number is at a pixel."""
        axes = self._scene.axes
        return piles_at(axes, self._camera, self._theme, at.x(), at.y()) if axes and axes.piles else ()

    def list_day(self) -> bool:
        """Ask for all that stands on the crowded day of the mark that keys act on; whether it is on one."""
        return self.current is not None and self.list_piles(pile_of(self._scene, self.current))

    def list_piles(self, piles: Sequence[Pile]) -> bool:
        """Ask for all that stands on some days of lanes; whether there are any."""
        if piles:
            nodes = standing_in(self._scene.whole, piles)
            self.days_chosen.emit(DaysChosen(nodes, tuple((pile.lane, pile.day) for pile in piles)))
        return bool(piles)

    def place_nodes(self, rows: NDArray[np.int64], places: NDArray[np.float64]) -> None:
        """Put nodes, (K,) rows, to (K, 2) world points while they are dragged."""
        pos = self._scene.pos.copy()
        pos[rows] = places
        self._scene = self._scene.moved(pos)
        self._picture.layer.follow(self._scene)
        self._dragged = rows[:0] if self._picture.is_instant else rows
        self.refresh()

    def drop_nodes(self, rows: NDArray[np.int64], is_told: bool = True) -> None:
        """Nodes that were dragged stay here."""
        self.picker = Picker(self._scene)
        self._edges_in_sight = None
        self._dragged = rows[:0]
        self._minimap.show_scene(self._scene, self._theme)
        self.refresh()
        if not is_told:
            return
        self._is_fitted = False
        ids, pos = self._scene.view.ids[rows].tolist(), self._scene.pos[rows].tolist()
        self.moved.emit(NodesMoved(tuple((node, x, y) for node, (x, y) in zip(ids, pos, strict=True))))
