"""Canvas: the graph under a person's hands. It tells what they do, and leaves the doing to the window."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from explorer.graph.camera import Camera
from explorer.graph.picking import Picker
from explorer.graph.scene import Scene
from explorer.render import overlay
from explorer.ui.canvas import input as canvas_input
from explorer.ui.canvas.areas import Gesture
from explorer.ui.canvas.events import (
    Choosing,
    Hovered,
    NodeActivated,
    NodesChosen,
    SelectionChanged,
)
from explorer.ui.canvas.hover import Hit, Hover, card_place
from explorer.ui.canvas.picking import CanvasPicking
from explorer.ui.canvas.voice import say, words_of, words_of_view
from explorer.ui.hover_card import HoverCard, HoverCardView
from explorer.ui.lane_leads import tell_lead

_KEY_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class Canvas(CanvasPicking):
    """The graph. Letter and digit keys belong to the window's commands, which call the methods below.

    It handles by itself: wheel, pinch and + - (zoom), drag (pan, or move nodes), Shift-drag (rubber
    band; with Ctrl or Alt it takes away), click, Ctrl- or Shift-click (add), double click and Enter
    (activate), arrows (walk along edges; with Shift adding, with Ctrl only going), Ctrl+Space (toggle),
    Space (pin), Escape.
    """

    selection_changed = Signal(object)  #: SelectionChanged
    spoken = Signal(object)  #: what the keys act on, in words
    node_activated = Signal(object)  #: NodeActivated
    hovered = Signal(object)  #: Hovered
    pin_requested = Signal(object)  #: NodesChosen
    hide_requested = Signal(object)  #: NodesChosen
    context_requested = Signal(object)  #: ContextRequested
    choosing = Signal(object)  #: Choosing: a lasso is waited for or drawn, or no more

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_lassoing = False  #: whether the next drag draws a lasso
        self._gesture: Gesture | None = None
        self._hover = Hover(self)
        self._hover.changed.connect(self._note_hover)
        self._card = HoverCardView(self)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)  # letters are commands here
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.grabGesture(Qt.GestureType.PinchGesture)
        self.setAccessibleName(self.tr("Graph"))
        self._describe()

    @property
    def selection(self) -> frozenset[int]:
        """Ids of the selected nodes."""
        return self._selection

    def set_scene(self, scene: Scene, keep_camera: bool = True) -> None:
        """Show another scene; the selection keeps the nodes that are still there.

        Args:
            keep_camera: Stay, unless nothing of the old scene is in the new one; else show everything.
        """
        shares = bool(np.isin(scene.view.ids, self._scene.view.ids).any())
        self._hover.clear()
        self._gesture = self._gesture if self._gesture is not None and self._gesture.outlives_scene else None
        self._take_scene(scene)
        self.picker = Picker(scene)
        self.select(node for node in self._selection if scene.view.row_of(node) >= 0)
        if not shares:
            self.jump_to_fit()
        elif keep_camera:
            self.refresh()
        else:
            self.fit()
        self._describe()

    def set_empty_text(self, title: str, hint: str) -> None:
        """What stands in the middle of a page without nodes."""
        self._empty_words = (title, hint)
        self._describe()
        self.update()

    def select(self, ids: Iterable[int], current: int | None = None) -> None:
        """Select nodes of the scene.

        Args:
            current: The one that keys act on; else the new one, the one that was, or the most important.
        """
        chosen = frozenset(node for node in ids if self._scene.view.row_of(node) >= 0)
        added = chosen - self._selection
        before, self._selection = (self._selection, self.current), chosen
        if current is None and len(added) == 1:
            (current,) = added
        elif current is None and chosen:
            first = int(self._scene.view.ids[self.selected_rows[0]])
            current = self.current if self.current in chosen else first
        if (chosen, current) == before:
            return
        self.current = current
        self.refresh()
        self._describe(before[1])
        self.selection_changed.emit(SelectionChanged(chosen, current))

    def activate(self, node: int) -> None:
        """Ask for what belongs to a node (its neighbours)."""
        self.node_activated.emit(NodeActivated(node))

    @Slot()
    def request_pin(self) -> None:
        """Ask to pin the selection."""
        self.pin_requested.emit(NodesChosen(self._selection))

    @Slot()
    def request_hide(self) -> None:
        """Ask to hide the selection."""
        self.hide_requested.emit(NodesChosen(self._selection))

    @Slot(object)
    def show_card(self, card: HoverCard) -> None:
        """Explain what is hovered; a card that comes after the pointer has left is dropped."""
        if not self._hover.hit:
            return
        self._card.set_card(card, self._theme)
        size = (float(self._card.width()), float(self._card.height()))
        boxes = self._picture.layer.label_boxes(self._camera)
        place = card_place(self._wish(), self._hover.hit, size, boxes)
        if place is None:
            self._card.hide()
            return
        self._card.move(round(place[0]), round(place[1]))
        self._card.raise_()
        self._card.show()

    @Slot()
    def hide_card(self) -> None:
        """Take the card away."""
        self._card.hide()

    def set_lasso(self, is_on: bool) -> None:
        """Let the next drag draw a lasso, or a drag be a drag again."""
        self.is_lassoing = is_on
        self._hover.clear()
        self._point_as(Hit())
        self.choosing.emit(Choosing(is_waiting=is_on))

    def preview(self, ids: frozenset[int] | None) -> None:
        """Ring what would be selected; None rings what is."""
        self._preview = ids
        self.update()

    def cancel_gesture(self) -> bool:
        """Take back what the pressed pointer has drawn or dragged; whether it had."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel(self)
        return gesture is not None

    def toggle_current(self) -> None:
        """Add the node that keys act on to the selection, or take it away."""
        if self.current is not None:
            self.select(self._selection ^ {self.current}, current=self.current)

    @Slot(object)
    def _note_hover(self, hit: Hit) -> None:
        self._lit = hit
        self._lit_labels = self._picture.layer.more_labels(
            self._camera, self.lit_rows()[0], hit.nodes(self._scene)
        )
        if not hit:
            self.hide_card()
        node = int(self._scene.view.ids[hit.node]) if hit.node >= 0 else None
        self._point_as(hit)
        self.update()
        self.hovered.emit(Hovered(node, hit.edge if hit.edge >= 0 else None))

    def _point_as(self, hit: Hit, is_number: bool = False) -> None:
        shape = Qt.CursorShape.PointingHandCursor if hit or is_number else Qt.CursorShape.ArrowCursor
        self.setCursor(Qt.CursorShape.CrossCursor if self.is_lassoing else shape)

    @Slot(object)
    def _take_camera(self, camera: Camera) -> None:
        self._hover.clear()
        super()._take_camera(camera)

    def paint_hand(self, painter: QPainter) -> None:
        """Draw the rubber band or the lasso, and where the keys are when that is not selected."""
        row = -1 if self.current in (None, *self._selection) else self._scene.view.row_of(self.current)
        if row >= 0:
            overlay.draw_current(painter, self._scene, self._camera, row, self._theme)
        if self._gesture is not None:
            self._gesture.draw(self, painter)

    def _describe(self, before: int | None = None) -> None:
        """Say what the keys act on, and by which link they came from the node before."""
        text = self._words_of_current(before)
        if text != self.accessibleDescription():
            say(self, text)
            self.spoken.emit(text)

    def _words_of_current(self, before: int | None) -> str:
        view = self._scene.view
        if not len(view.ids):
            return " ".join(word for word in self._words_of_nothing() if word)
        row = -1 if self.current is None else view.row_of(self.current)
        if row < 0:
            return words_of_view(self._scene)
        came_from = -1 if before is None else view.row_of(before)
        return words_of(self._scene, row, came_from, len(self._selection))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return tell_lead(self, event)
        if event.type() == QEvent.Type.Gesture and canvas_input.pinch(self, event):
            self._gesture = None
            return True
        if (
            event.type() == QEvent.Type.NativeGesture
            and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture
        ):
            at = event.position()
            self.set_camera(self._camera.zoomed(1 + event.value(), at.x(), at.y()))
            return True
        return super().event(event)

    def wheelEvent(self, event) -> None:
        canvas_input.wheel(self, event)
        event.accept()

    def mousePressEvent(self, event) -> None:
        self._motion.stop()
        self._hover.clear()
        self._gesture = canvas_input.press(self, event)

    def mouseMoveEvent(self, event) -> None:
        if self._gesture is not None:
            self._gesture = self._gesture.move(self, event.position())
        elif not event.buttons() and not self.is_lassoing:
            self._hover.point_at(hit := self.hit_at(event.position()))
            if not hit:
                self._point_as(hit, bool(self.piles_at(event.position())))

    def mouseReleaseEvent(self, event) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.end(self, event.position())

    def mouseDoubleClickEvent(self, event) -> None:
        hit = self.hit_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and hit.node >= 0:
            self.activate(int(self._scene.view.ids[hit.node]))

    def leaveEvent(self, event) -> None:
        self._hover.clear()
        super().leaveEvent(event)

    def contextMenuEvent(self, event) -> None:
        """Ask for a menu; what it is asked on becomes selected, as a click would do."""
        self.context_requested.emit(canvas_input.menu_wish(self, event))

    def keyPressEvent(self, event) -> None:
        if not canvas_input.key(self, event):
            super().keyPressEvent(event)

    def focusInEvent(self, event) -> None:
        self._has_key_focus = event.reason() in _KEY_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event) -> None:
        self._has_key_focus = False
        self.update()
        super().focusOutEvent(event)
