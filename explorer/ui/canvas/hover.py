"""What the pointer rests on: found after a moment, lit, and explained by a card that covers none of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from explorer.graph.camera import estimated_boxes
from explorer.graph.free_place import free_place
from explorer.graph.parts import edges_of, part_of
from explorer.graph.picking import curve_points
from explorer.graph.scene import Scene
from explorer.render.layer import Wish

HOVER_MS = 120
_LIT_MAX = 400  # neighbours of a hub that are lit
_EDGE_STEPS = 16
_EDGE_ROOM_PX = 15.0
_NOTHING = np.zeros(0, np.int64)


@dataclass(frozen=True, slots=True)
class Hit:
    """Attributes:
    node, edge: Rows under the pointer, -1 for none; an edge only where there is no node.
    """

    node: int = -1
    edge: int = -1

    def nodes(self, scene: Scene) -> NDArray[np.int64]:
        """Rows, ascending, of the node, or of the ends of the edge."""
        if self.edge >= 0:
            return np.unique(scene.view.ends[self.edge]).astype(np.int64)
        return np.array([self.node] if self.node >= 0 else [], np.int64)

    def __bool__(self) -> bool:
        return self.node >= 0 or self.edge >= 0


class Hover(QObject):
    """Waits until the pointer rests."""

    changed = Signal(object)  #: Hit that is hovered now; a false one: nothing any more

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hit = Hit()
        self._pending = Hit()
        self._timer = QTimer(self, interval=HOVER_MS, singleShot=True)
        self._timer.timeout.connect(self._rest)

    def point_at(self, hit: Hit) -> None:
        """The pointer has moved onto this."""
        if self.hit and hit != self.hit:
            self._set(Hit())
        self._pending = hit
        if hit and hit != self.hit:
            self._timer.start()
        else:
            self._timer.stop()

    def clear(self) -> None:
        """Hover over nothing."""
        self._timer.stop()
        self._pending = Hit()
        if self.hit:
            self._set(Hit())

    @Slot()
    def _rest(self) -> None:
        self._set(self._pending)

    def _set(self, hit: Hit) -> None:
        if hit != self.hit:
            self.hit = hit
            self.changed.emit(hit)


def lit_rows(scene: Scene, hit: Hit) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Node rows, ascending, and edge rows that stay lit: an edge with its ends, a node and its neighbours."""
    if hit.edge >= 0:
        return hit.nodes(scene), np.array([hit.edge])
    if hit.node < 0:
        return _NOTHING, _NOTHING
    return touched_rows(scene, np.array([hit.node]))


def touched_rows(scene: Scene, nodes: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows, ascending, of nodes with their neighbours, and of the edges between them and the nodes."""
    edges = edges_of(scene, nodes)[:_LIT_MAX]
    return np.unique(np.append(scene.view.ends[edges].ravel(), nodes)).astype(np.int64), edges


def card_place(
    wish: Wish, hit: Hit, size: tuple[float, float], labels: dict[int, tuple[float, ...]]
) -> tuple[float, float] | None:
    """Left and top of a card for what is hovered: it never covers the ends, and other names only in need.

    Args:
        wish: What is shown, with the boxes of legend and minimap.
        size: Width and height of the card, pixels.
        labels: node row -> box of its name, pixels.
    """
    scene, camera = wish.scene, wish.camera
    ends = hit.nodes(scene)
    bare = estimated_boxes(part_of(scene, ends, _NOTHING), camera)
    named = [labels[row] for row in ends.tolist() if row in labels]
    never = np.concatenate([bare, np.array(named, np.float64).reshape(-1, 4)])
    names = np.array([box for row, box in labels.items() if row not in ends], np.float64).reshape(-1, 4)
    others = np.concatenate([names, wish.taken])
    near = camera.to_screen(scene.pos[ends]).mean(axis=0)
    near = np.clip(near, 0, (camera.width, camera.height))
    page, at = (camera.width, camera.height), (float(near[0]), float(near[1]))
    place = free_place(size, page, at, np.concatenate([never, _along(wish, hit)]), others)
    return place or free_place(size, page, at, never, others)


def _along(wish: Wish, hit: Hit) -> NDArray[np.float64]:
    """(K, 4) boxes along the hovered edge that leave its line and its verb free."""
    if hit.edge < 0:
        return np.zeros((0, 4))
    scene = wish.scene
    ends = wish.camera.to_screen(scene.pos[scene.view.ends[hit.edge]]).reshape(1, 4)
    lanes = scene.lanes[hit.edge : hit.edge + 1] if len(scene.lanes) else np.zeros(1, np.float32)
    points = curve_points(ends, lanes, _EDGE_STEPS)[0]
    return np.concatenate([points - _EDGE_ROOM_PX, points + _EDGE_ROOM_PX], axis=1)
