"""The bar at the top: palette line, crumbs, the acts that matter most, layouts, undo that names its step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from explorer.layouts import LAYOUTS, main_layouts
from explorer.ui.said import worded
from explorer.ui.widgets.labels import button, clear, label, retone
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.segmented import Segmented
from explorer.ui.words import no_mnemonic, plain_tip

HEIGHT_PX = 44
_STEP_PX = 170  # longest name of a step on the undo button
_CRUMB_PX = 220
_ELIDE = Qt.TextElideMode.ElideRight


@dataclass(frozen=True, slots=True)
class Crumb:
    """Attributes:
    key: "library", "kind", "center" or "depth".
    """

    key: str
    text: str
    is_here: bool = False


class ActionButton(QPushButton):
    """A push button that does what an action does."""

    def __init__(self, action: QAction, text: str = "") -> None:
        super().__init__(text or action.text())
        self._words = action.text()
        self._key = action.shortcut().toString()
        self.setAutoDefault(False)
        self.setAccessibleName(action.text())
        self.setToolTip(plain_tip(f"{action.text()}  {self._key}".strip()))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    def name_step(self, sign: str, step: str) -> None:
        """Show the step that it takes back, or takes again; hidden where there is none."""
        metrics = QFontMetrics(self.font())
        self.setText(f"{sign} {no_mnemonic(metrics.elidedText(step, _ELIDE, _STEP_PX))}")
        self.setToolTip(plain_tip(f"{self._words}: {step}  {self._key}"))
        self.setAccessibleName(f"{self._words}: {step}")
        self.setVisible(bool(step))


class TopBar(QFrame):
    """Says where one is and offers what one does most."""

    layout_chosen = Signal(object)  #: id of a layout
    crumb_chosen = Signal(object)  #: key of a crumb

    def __init__(self, actions: Mapping[str, QAction], menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.setAccessibleName(self.tr("Tools"))
        self.setFixedHeight(HEIGHT_PX)
        self.search = SearchBox(
            self.tr("Search or command…"), actions["go.palette"].shortcut().toString().replace("+", " ")
        )
        self.search.setMinimumWidth(170)
        self.search.setMaximumWidth(420)
        self.layouts = Segmented(
            [(key, worded(LAYOUTS[key].label)) for key in main_layouts()], self.tr("Layout")
        )
        self.layouts.chosen.connect(self.layout_chosen)
        self.undo = ActionButton(actions["edit.undo"])
        self.redo = ActionButton(actions["edit.redo"])
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 10, 0)
        self._row.setSpacing(10)
        self._row.addWidget(self.search, 3)
        self._crumbs = _Crumbs()
        self._crumbs.chosen.connect(self.crumb_chosen)
        self._row.addWidget(self._crumbs, 4)
        self.tag = ActionButton(actions["edit.tag"], self.tr("Tag"))
        self.export = ActionButton(actions["file.export"], self.tr("Export"))
        self._row.addWidget(ActionButton(actions["file.add"], self.tr("Add…")))
        self._row.addWidget(self.tag)
        self._row.addWidget(self.export)
        self._row.addWidget(self.layouts)
        self._row.addWidget(self.undo)
        self._row.addWidget(self.redo)
        self._row.addWidget(self._menu_button(menu))
        self.show_steps("", "")

    def _menu_button(self, menu: QMenu) -> QToolButton:
        out = QToolButton()
        out.setText("≡")
        out.setProperty("tone", "flat")
        out.setAccessibleName(self.tr("All commands"))
        out.setToolTip(self.tr("All commands"))
        out.setMenu(menu)
        out.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return out

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """Where it says that one is."""
        return self._crumbs.crumbs

    def show_crumbs(self, crumbs: tuple[Crumb, ...]) -> None:
        """Say where one is."""
        self._crumbs.show_crumbs(crumbs)

    def show_view_tools(self, are_shown: bool) -> None:
        """Offer what acts on a view, or hide it where there is none."""
        for tool in (self.tag, self.export, self.layouts):
            tool.setVisible(are_shown)

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that undo and redo would take."""
        self.undo.name_step("↶", worded(undo))
        self.redo.name_step("↷", worded(redo))


class _Crumbs(QWidget):
    """Where one is, from wide to narrow; each part leads there."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Where you are"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self.crumbs: tuple[Crumb, ...] = ()

    def show_crumbs(self, crumbs: tuple[Crumb, ...]) -> None:
        if crumbs == self.crumbs:
            return
        self.crumbs = crumbs
        clear(self._row)
        for index, crumb in enumerate(crumbs):
            if index:
                self._row.addWidget(label("▸", "dim"))
            self._row.addWidget(self._button(crumb))
        self._row.addStretch(1)

    def _button(self, crumb: Crumb) -> QPushButton:
        out = button("", "crumb", crumb.text)
        metrics = QFontMetrics(out.font())
        out.setText(no_mnemonic(metrics.elidedText(crumb.text, _ELIDE, _CRUMB_PX)))
        out.setToolTip(plain_tip(crumb.text))
        out.setObjectName(crumb.key)
        retone(out, "here", "true" if crumb.is_here else "false")
        out.clicked.connect(self._tell)
        return out

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.sender().objectName())
