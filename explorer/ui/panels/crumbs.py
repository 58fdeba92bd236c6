"""Where one is, from wide to narrow, in as much room as there is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from explorer.ui.widgets.labels import button, clear, label, retone
from explorer.ui.words import no_mnemonic, plain_tip

LONGEST_PX = 220  #: of the text of one crumb
SHORTEST_PX = 40  #: of a text that is cut, so that it still says something
_ASIDE_PX = 10  # padding and border of a crumb, both sides
_BETWEEN_PX = 16  # a sign between two crumbs with its space


@dataclass(frozen=True, slots=True)
class Crumb:
    """Attributes:
    key: "library", "kind", "center", "depth" …
    """

    key: str
    text: str
    is_here: bool = False


class Crumbs(QWidget):
    """Each part leads there. Whole crumbs are left out as asked; the longest is cut where it must be."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Where you are"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(1)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._buttons: list[tuple[Crumb, QPushButton]] = []
        self._left_out: frozenset[str] = frozenset()
        self.crumbs: tuple[Crumb, ...] = ()

    def show_crumbs(self, crumbs: tuple[Crumb, ...]) -> None:
        """Say where one is."""
        if crumbs == self.crumbs:
            return
        self.crumbs = crumbs
        self._fill()

    def leave_out(self, keys: frozenset[str]) -> None:
        """Drop crumbs that there is no room for; the tooltips of the others still say the whole way."""
        if keys != self._left_out:
            self._left_out = keys
            self._fill()

    def wanted_px(self, without: frozenset[str] = frozenset()) -> int:
        """Width at which nothing is cut but what is longer than LONGEST_PX, if some crumbs are left out."""
        widths = [min(self._text_px(c), LONGEST_PX) for c in self.crumbs if c.key not in without]
        return sum(widths) + _beside(len(widths))

    def _fill(self) -> None:
        clear(self._row)
        self._buttons = []
        for crumb in self.crumbs:
            if crumb.key in self._left_out:
                continue
            if self._buttons:
                sign = label("▸", "dim")
                sign.setFixedWidth(_BETWEEN_PX - 2)
                sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
                self._row.addWidget(sign)
            made = self._button(crumb)
            self._buttons.append((crumb, made))
            self._row.addWidget(made)
        self._row.addStretch(1)
        self._cut()

    def _button(self, crumb: Crumb) -> QPushButton:
        out = button("", "crumb", crumb.text)
        way = " ▸ ".join(each.text for each in self.crumbs)
        out.setToolTip(plain_tip(way if self._left_out else crumb.text))
        out.setObjectName(crumb.key)
        retone(out, "here", "true" if crumb.is_here else "false")
        out.clicked.connect(self._tell)
        return out

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        """Cut the longest texts until all of them fit; a cut ends in an ellipsis, never in half a letter."""
        widths = [self._text_px(crumb) for crumb, _ in self._buttons]
        longest = longest_fitting(widths, self.width() - _beside(len(widths)))
        for crumb, made in self._buttons:
            metrics = QFontMetrics(self._font(crumb))
            text = metrics.elidedText(crumb.text, Qt.TextElideMode.ElideRight, longest)
            made.setText(no_mnemonic(text))
            made.setFixedWidth(metrics.horizontalAdvance(text) + _ASIDE_PX)

    def _font(self, crumb: Crumb) -> QFont:
        font = QFont(self.font())
        if crumb.is_here:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _text_px(self, crumb: Crumb) -> int:
        return QFontMetrics(self._font(crumb)).horizontalAdvance(crumb.text)

    @Slot()
    def _tell(self) -> None:
        self.chosen.emit(self.sender().objectName())


def _beside(count: int) -> int:
    """Pixels that crumbs take beside their texts."""
    return count * _ASIDE_PX + max(count - 1, 0) * _BETWEEN_PX


def longest_fitting(widths: Sequence[int], room: int) -> int:
    """The length in pixels to which texts are cut so that all of them fit, from SHORTEST_PX to LONGEST_PX.

    >>> longest_fitting([40, 60, 300], 250)
    150
    """
    left, share = room, LONGEST_PX
    for taken, width in enumerate(sorted(widths)):
        share = left // (len(widths) - taken)
        if width > share:
            break
        left -= width
        share = LONGEST_PX
    return max(SHORTEST_PX, min(share, LONGEST_PX))
