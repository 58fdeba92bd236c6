"""The canvas without hands: a scene, a camera, what is selected and lit, painted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from explorer.graph.camera import Camera, Margins, fit, fit_page, margins_beside
from explorer.graph.scene import Scene, empty_scene
from explorer.render import overlay
from explorer.render.axes import draw_shapes, heads
from explorer.render.labels import Label
from explorer.render.layer import Wish
from explorer.render.legend import legend_box
from explorer.render.marks import draw_node_marks
from explorer.render.theme import Theme, theme
from explorer.ui.canvas.hover import Hit, lit_rows, touched_rows
from explorer.ui.canvas.motion import CameraMotion
from explorer.ui.canvas.picture import Picture
from explorer.ui.lane_switch import LaneSwitch
from explorer.ui.look import Look
from explorer.ui.minimap import Minimap
from explorer.ui.region_layer import RegionLayer, region_at

CORNER_PX = 12
FOCUS_MAX = 200  # selected nodes whose edges stand out
_SIDE_PX = 60.0  # a node reached by keys is brought this far into the page
_RIM_PX = 24.0


class CanvasPage(QWidget):
    """Shows a scene and moves its camera."""

    camera_changed = Signal(object)  #: Camera

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = empty_scene()
        self._camera = Camera(width=float(self.width()), height=float(self.height()))
        self._theme = theme("light")
        self._selection: frozenset[int] = frozenset()
        self._preview: frozenset[int] | None = None  # what a gesture would select
        self._lit = Hit()
        self._lit_labels: tuple[Label, ...] = ()
        self._dragged = np.zeros(
            0, np.int64
        )  # rows that are lit instead, while the picture cannot follow them
        self._legend: tuple[tuple[object, ...], tuple[float, float, float, float]] | None = None
        self.regions = RegionLayer()
        self._fitting: tuple[tuple[Scene, tuple[float, float], bool], Camera] | None = None
        self._empty_words = ("", "")
        self._is_fitted = True  # until a person moves the camera, the view is fitted to every size
        self._wants_minimap = True
        self._has_key_focus = False
        self._picture = Picture(self)
        self._picture.finished.connect(self.update)
        self._motion = CameraMotion(self)
        self._motion.moved.connect(self._take_camera)
        self._minimap = Minimap(self)
        self._minimap.place_chosen.connect(self._center_on)
        self.lane_switch = LaneSwitch(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(160, 120)

    @property
    def scene(self) -> Scene:
        """The scene, with nodes where a person has put them."""
        return self._scene

    @property
    def camera(self) -> Camera:
        """Where the page is looked at from; a saved view keeps it."""
        return self._camera

    @property
    def theme(self) -> Theme:
        """Colours that are drawn with."""
        return self._theme

    @property
    def selected_rows(self) -> NDArray[np.int64]:
        """Rows of the selected nodes, the most important first."""
        return self._rows_of(self._selection)

    def _rows_of(self, chosen: frozenset[int]) -> NDArray[np.int64]:
        if not chosen:
            return np.zeros(0, np.int64)
        ids = np.fromiter(chosen, np.int64, len(chosen))
        rows = np.flatnonzero(np.isin(self._scene.view.ids, ids))
        rank = np.argsort(self._scene.label_order, kind="stable")
        return rows[np.argsort(rank[rows], kind="stable")]

    def _take_scene(self, scene: Scene) -> None:
        self._scene = self.regions.take(scene)
        self._lit = Hit()
        if not len(scene.pos):
            self._picture.forget()
        self._minimap.show_scene(scene, self._theme)
        self.lane_switch.show_axes(scene.axes)
        self._arrange()

    def set_scheme(self, name: str) -> None:
        """Draw in the colours of "light" or "dark"."""
        self._theme = theme(name)
        self._minimap.show_scene(self._scene, self._theme)
        self.refresh()

    def set_pinned(self, ids: frozenset[int]) -> None:
        """Mark the nodes that stay where they are in every layout."""
        if ids != self._scene.pinned:
            self._scene = replace(self._scene, pinned=ids)
            self.refresh()

    def finish_drawing(self) -> None:
        """Draw the crisp picture now instead of when the canvas rests: before a screenshot."""
        self.refresh()
        self._picture.finish()
        self.update()

    def set_camera(self, camera: Camera) -> None:
        """Look from here, at once: a saved view, or a person's hand."""
        self._motion.stop()
        self._is_fitted = False
        self._take_camera(camera.resized(self.width(), self.height()))

    def look_again(self, look: Look) -> None:
        """Look from where it was looked from before; what showed everything still does in another size."""
        size = (float(max(self.width(), 1)), float(max(self.height(), 1)))
        if look.is_fitted and (look.camera.width, look.camera.height) != size:
            self.jump_to_fit()
            return
        self.set_camera(look.camera)
        self._is_fitted = look.is_fitted

    @property
    def look(self) -> Look:
        """The camera, and whether it shows everything."""
        return Look(self._camera, self._is_fitted)

    @Slot()
    def fit(self) -> None:
        """Show everything."""
        self._motion.go(self._camera, self._fitting_camera())
        self._is_fitted = True

    def jump_to_fit(self) -> None:
        """Show everything at once: there is no way from what was shown before."""
        self._motion.stop()
        self._is_fitted = True
        self._take_camera(self._fitting_camera())

    @Slot()
    def focus_selection(self) -> None:
        """Bring the selection near, with its neighbours where it is one node."""
        rows = self.selected_rows
        if not len(rows):
            self.fit()
            return
        if len(rows) == 1:
            rows, _ = lit_rows(self._scene, Hit(node=int(rows[0])))
        self._is_fitted = False
        self._motion.go(self._camera, fit(self._scene, self._page(), self._margins(), rows))

    def zoom_by(self, factor: float) -> None:
        """Zoom at the middle of the page."""
        self._is_fitted = False
        self._motion.go(self._camera, self._camera.zoomed(factor, self.width() / 2, self.height() / 2))

    def show_node(self, node: int) -> None:
        """Move the page just so far that a node stands well within it."""
        row = self._scene.view.row_of(node)
        if row < 0:
            return
        x, y = self._camera.to_screen(self._scene.pos[row : row + 1])[0].tolist()
        axes = self._scene.axes
        left, top = (axes.head_px + _SIDE_PX, axes.top_px + _SIDE_PX) if axes else (_SIDE_PX, _SIDE_PX)
        dx = min(max(x, left), max(self.width() - _SIDE_PX, left)) - x
        dy = min(max(y, top), max(self.height() - _SIDE_PX, top)) - y
        if dx or dy:
            self._is_fitted = False
            self._motion.go(self._camera, self._camera.panned(dx, dy))

    @Slot()
    def toggle_minimap(self) -> None:
        """Show or hide the minimap."""
        self._wants_minimap = not self._wants_minimap
        self._arrange()
        self.refresh()

    def show_regions(self, is_on: bool) -> None:
        """Show or hide the grounds and names of regions."""
        if is_on != self.regions.is_on:
            self.regions.is_on = is_on
            self._scene = self.regions.shown(self._scene)
            self.refresh()

    def refresh(self) -> None:
        """Scene, camera, selection, colours or size have changed."""
        self._minimap.show_camera(self._camera)
        if len(self._scene.pos):
            self._picture.wish(self._wish())
        self.update()

    def region_at(self, at: QPointF) -> int:
        """Number of the region whose name stands at a pixel, or -1."""
        return region_at(self._scene, self._camera, self._picture.layer.labels, at)

    def _wish(self) -> Wish:
        rows = self.selected_rows[:FOCUS_MAX]
        center = self._scene.view.center
        focus = rows if len(rows) or center < 0 else np.array([center], np.int64)
        boxes = [self._legend_box()]
        if not self._minimap.isHidden():
            corner = self._minimap.geometry()
            corner.adjust(-4, -4, 4, 4)
            boxes.append((corner.left(), corner.top(), corner.right(), corner.bottom()))
        dpr = self.devicePixelRatioF()
        return Wish(self._scene, self._camera, self._theme, dpr, focus, np.array(boxes, np.float64))

    def _legend_box(self) -> tuple[float, float, float, float]:
        key = (self._scene.view, self._scene.hulls, self._scene.pinned, self._legend_page())
        if self._legend is None or self._legend[0] != key:
            self._legend = (key, legend_box(self._scene, self._legend_page()))
        return self._legend[1]

    def _legend_page(self) -> tuple[float, float]:
        """The page without the column of the minimap, which the legend wraps in front of."""
        width, height = self._page()
        return width - (0 if self._minimap.isHidden() else self._minimap.width() + CORNER_PX), height

    def _page(self) -> tuple[float, float]:
        return float(max(self.width(), 1)), float(max(self.height(), 1))

    def _margins(self) -> Margins:
        _, top, _, bottom = self._legend_box()
        margins = Margins(bottom=self.height() - top + 6.0 if bottom else _RIM_PX)
        return margins_beside(self._scene, margins)

    def _fitting_camera(self) -> Camera:
        key = (self._scene, self._page(), self._minimap.isHidden())
        if self._fitting is None or self._fitting[0] != key:
            self._fitting = (key, self._fitted_camera())
        return self._fitting[1]

    def _fitted_camera(self) -> Camera:
        corner = (self._minimap.width() + 2.0 * CORNER_PX, self._minimap.height() + 2.0 * CORNER_PX)
        is_free = self._minimap.isHidden()
        return fit_page(self._scene, self._page(), self._margins(), None if is_free else corner)

    @Slot(object)
    def _take_camera(self, camera: Camera) -> None:
        self._camera = camera
        self.refresh()
        self.camera_changed.emit(camera)

    @Slot(object)
    def _center_on(self, place: tuple[float, float]) -> None:
        self.set_camera(replace(self._camera, x=place[0], y=place[1]))

    def _arrange(self) -> None:
        """Put the minimap into its corner; a page without room for it, or with one node, has none."""
        room = self.width() >= 420 and self.height() >= 300
        has_rows = self._scene.axes is not None and bool(self._scene.axes.what)  # they are their own map
        self._minimap.setVisible(self._wants_minimap and room and len(self._scene.pos) > 1 and not has_rows)
        self._minimap.show_whole(self._fitting_camera())
        left = self.width() - self._minimap.width() - CORNER_PX
        self._minimap.move(left, self.height() - self._minimap.height() - CORNER_PX)

    def resizeEvent(self, event) -> None:
        super().resizeEvent(event)
        self._arrange()
        self._motion.stop()
        self._camera = self._camera.resized(self.width(), self.height())
        if self._is_fitted:
            self._camera = self._fitting_camera()
        self.refresh()
        self.camera_changed.emit(self._camera)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.refresh()
        return super().event(event)

    def paintEvent(self, event) -> None:
        painter = QPainter(self)
        try:
            if len(self._scene.pos):
                self._paint_scene(painter)
            else:
                painter.fillRect(self.rect(), QColor(self._theme.canvas))
                overlay.draw_empty(painter, self._camera, self._words_of_nothing(), self._theme)
            self.paint_hand(painter)
            if self._has_key_focus:
                overlay.draw_focus_frame(painter, self._camera, self._theme)
        finally:
            painter.end()

    def _words_of_nothing(self) -> tuple[str, str]:
        """Why the page is empty, and what to do: lanes need methods, or sources, with a date."""
        if self._empty_words[0] or self._scene.axes is None or not self._scene.axes.what:
            return self._empty_words
        if self._scene.axes.what == "sources":
            return self.tr("Nothing here has a date."), self.tr(
                "Show papers, editions or digests in the filter."
            )
        return (
            self.tr("No method of this view stands in a dated source."),
            self.tr("Shift+G shows a row for each source; methods can be switched on in the filter."),
        )

    def paint_hand(self, painter: QPainter) -> None:
        """Draw what belongs to a gesture under way; nothing here."""

    def lit_rows(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """Node and edge rows that stay lit while the rest fades; none: nothing fades."""
        if len(self._dragged):
            return touched_rows(self._scene, self._dragged)
        return lit_rows(self._scene, self._lit)

    def _paint_scene(self, painter: QPainter) -> None:
        scene, camera, colours = self._scene, self._camera, self._theme
        wish = self._wish()
        self._picture.prepare()
        layer = self._picture.layer
        layer.draw_ground(painter, camera, colours.canvas)
        nodes, edges = self.lit_rows()
        if len(nodes):
            overlay.draw_veil(painter, camera, colours)
            overlay.draw_lit(painter, wish, (nodes, edges))
        rings = self._rows_of(self._selection if self._preview is None else self._preview)
        if not len(rings) and scene.view.center >= 0:
            rings = np.array([scene.view.center])
        overlay.draw_node_rings(painter, scene, camera, rings, colours)
        draw_node_marks(painter, scene, camera, colours)
        for label in self._lit_labels if len(nodes) else ():
            layer.draw_label(painter, camera, label)
        lit = frozenset(nodes.tolist()) if len(nodes) else None
        layer.draw_labels(painter, camera, lit, int(edges[0]) if len(edges) == 1 else -1)
        if scene.axes is not None:
            draw_shapes(painter, heads(scene.axes, camera, colours))
        self._picture.draw_legend(painter, wish, self._legend_page(), self._legend_box())
