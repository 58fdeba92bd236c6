"""The bar at the top: palette line, crumbs, the acts that matter most, layouts, undo that names its step."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QSizePolicy, QToolButton

from explorer.layouts import LAYOUTS, main_layouts
from explorer.ui.panels.crumbs import Crumb, Crumbs
from explorer.ui.said import worded
from explorer.ui.widgets.search_box import SearchBox
from explorer.ui.widgets.segmented import Segmented
from explorer.ui.words import no_mnemonic, plain_tip

HEIGHT_PX = 44
_STEP_PX = 170  # longest name of a step on the undo button
_SEARCH_PX = 170  # narrowest
_NARROWEST_PX = 480
#: what gives way where the bar is narrow: the words on undo, crumbs, tools that the menu has as well
_WAYS_OUT = (
    (frozenset[str](), frozenset[str]()),
    (frozenset({"steps"}), frozenset[str]()),
    (frozenset({"steps"}), frozenset({"kind"})),
    (frozenset({"steps", "export"}), frozenset({"kind"})),
    (frozenset({"steps", "export", "tag"}), frozenset({"kind"})),
    (frozenset({"steps", "export", "tag"}), frozenset({"kind", "library"})),
    (frozenset({"steps", "export", "tag", "add"}), frozenset({"kind", "library"})),
    (frozenset({"steps", "export", "tag", "add"}), frozenset({"kind", "library", "depth", "direction"})),
)
_ELIDE = Qt.TextElideMode.ElideRight


class ActionButton(QPushButton):
    """A push button that does what an action does."""

    def __init__(self, action: QAction, text: str = "") -> None:
        super().__init__(text or action.text())
        self._words = action.text()
        self._key = action.shortcut().toString()
        self._sign, self._named, self._has_words = "", "", True
        self.setAutoDefault(False)
        self.setAccessibleName(action.text())
        self.setToolTip(plain_tip(f"{action.text()}  {self._key}".strip()))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)

    def name_step(self, sign: str, step: str) -> None:
        """Show the step that it takes back, or takes again; hidden where there is none."""
        metrics = QFontMetrics(self.font())
        self._sign, self._named = sign, no_mnemonic(metrics.elidedText(step, _ELIDE, _STEP_PX))
        self.show_words(self._has_words)
        self.setToolTip(plain_tip(f"{self._words}: {step}  {self._key}"))
        self.setAccessibleName(f"{self._words}: {step}")
        self.setVisible(bool(step))

    def show_words(self, are_shown: bool) -> None:
        """Name the step beside the sign, or show the sign alone."""
        self._has_words = are_shown
        self.setText(f"{self._sign} {self._named}" if are_shown else self._sign)


class TopBar(QFrame):
    """Says where one is and offers what one does most."""

    layout_chosen = Signal(object)  #: id of a layout
    crumb_chosen = Signal(object)  #: key of a crumb

    def __init__(self, actions: Mapping[str, QAction], menu: QMenu) -> None:
        super().__init__()
        self.setObjectName("top_bar")
        self.setAccessibleName(self.tr("Tools"))
        self.setFixedHeight(HEIGHT_PX)
        self.setMinimumWidth(_NARROWEST_PX)
        self._has_view = False
        self.search = SearchBox(
            self.tr("Search or command…"), actions["go.palette"].shortcut().toString().replace("+", " ")
        )
        self.search.setMinimumWidth(_SEARCH_PX)
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
        self._crumbs = Crumbs()
        self._crumbs.chosen.connect(self.crumb_chosen)
        self._row.addWidget(self._crumbs, 1)
        self.tag = ActionButton(actions["edit.tag"], self.tr("Tag"))
        self.export = ActionButton(actions["file.export"], self.tr("Export"))
        self.add = ActionButton(actions["file.add"], self.tr("Add…"))
        self._row.addWidget(self.add)
        self._row.addWidget(self.tag)
        self._row.addWidget(self.export)
        self._row.addWidget(self.layouts)
        self._row.addWidget(self.undo)
        self._row.addWidget(self.redo)
        self._menu = self._menu_button(menu)
        self._row.addWidget(self._menu)
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
        self._fit()

    def show_view_tools(self, are_shown: bool) -> None:
        """Offer what acts on a view, or hide it where there is none."""
        self._has_view = are_shown
        self.layouts.setVisible(are_shown)
        self._fit()

    def show_steps(self, undo: str, redo: str) -> None:
        """Name the steps that undo and redo would take."""
        self.undo.name_step("↶", worded(undo))
        self.redo.name_step("↷", worded(redo))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Let go of what is least important until the rest has room; at last the crumbs are cut."""
        for gone, left_out in _WAYS_OUT:
            self._let_go(gone)
            room, wanted = self._crumbs_px(), self._crumbs.wanted_px(left_out)
            if wanted <= room:
                break
        self._crumbs.leave_out(left_out)
        self._crumbs.setMinimumWidth(max(min(wanted, room), 0))

    def _let_go(self, gone: frozenset[str]) -> None:
        for step in (self.undo, self.redo):
            step.show_words("steps" not in gone)
        self.add.setVisible("add" not in gone)
        self.tag.setVisible(self._has_view and "tag" not in gone)
        self.export.setVisible(self._has_view and "export" not in gone)

    def _crumbs_px(self) -> int:
        """What is left for the crumbs."""
        tools = (self.add, self.tag, self.export, self.layouts, self.undo, self.redo, self._menu)
        shown = [tool.sizeHint().width() for tool in tools if not tool.isHidden()]
        margins = self._row.contentsMargins()
        taken = _SEARCH_PX + sum(shown) + self._row.spacing() * (len(shown) + 1)
        return self.width() - margins.left() - margins.right() - taken
