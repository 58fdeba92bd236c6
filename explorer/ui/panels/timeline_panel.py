"""TimelinePanel: shares of tags, methods or regions over time, right above the time strip."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from explorer.questions.timeline_shares import By, Per, SharesWish, TimelineShares
from explorer.ui.share_words import chart_title, lacking_words, sum_words
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.segmented import Segmented
from explorer.ui.widgets.share_view import ShareView

TALL_PX, LOW_PX = 236, 168
_LOW_WINDOW_PX = 640
_SHARE, _COUNT = "share", "count"


class TimelinePanel(QFrame):
    """What is told apart, per what, in which unit; below it the chart."""

    wished = Signal(object)  #: SharesWish
    export_asked = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("timeline")
        self.setAccessibleName(self.tr("Timeline of shares"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.wish = SharesWish()
        self.chart = ShareView()
        self._hues: dict[int, int] = {}
        self._nothing = label("", "dim", wraps=True)
        self._about = ElidedLabel("dim")
        self._build()
        self.hide()

    def _build(self) -> None:
        self.by = Segmented(
            [(By.METHODS, self.tr("Methods")), (By.TAGS, self.tr("Tags")), (By.REGIONS, self.tr("Regions"))],
            self.tr("Told apart by"),
        )
        self.per = Segmented(
            [(Per.TIME, self.tr("Time")), (Per.EDITION, self.tr("Conferences"))], self.tr("Side by side")
        )
        self.unit = Segmented(
            [(_SHARE, self.tr("Share")), (_COUNT, self.tr("Papers"))], self.tr("Height of a part")
        )
        self.export = button(self.tr("Export…"), "flat", self.tr("Export the timeline as CSV, SVG or PNG"))
        close = button("✕", "flat", self.tr("Close the timeline"))
        head = QHBoxLayout()
        head.setSpacing(10)
        for part in (self.by, self.per, self.unit):
            head.addWidget(part)
        head.addWidget(self._about, 1)
        head.addWidget(self.export)
        head.addWidget(close)
        empty = QWidget()
        row = QHBoxLayout(empty)
        row.addWidget(self._nothing, 1)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.chart)
        self._pages.addWidget(empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        head.setContentsMargins(12, 0, 8, 0)
        column.addLayout(head)
        column.addWidget(self._pages, 1)
        self.by.chosen.connect(self._choose)
        self.per.chosen.connect(self._choose)
        self.unit.chosen.connect(self._choose_unit)
        self.chart.unit_turned.connect(self._turn_unit)
        self.export.clicked.connect(self.export_asked)
        close.clicked.connect(self.closed)

    def fit_to(self, window_px: int) -> None:
        """As high as a window has room for."""
        self.setFixedHeight(LOW_PX if window_px < _LOW_WINDOW_PX else TALL_PX)

    def show_shares(self, shares: TimelineShares, ticked: frozenset[int]) -> None:
        """Draw shares; a series keeps its hue as long as it is among those shown.

        Args:
            ticked: Keys that the view is filtered to.
        """
        self._hues = kept_hues(self._hues, [one.key for one in shares.series])
        lit = tuple(row for row, one in enumerate(shares.series) if one.key in ticked)
        self.chart.show_shares(shares, lit, tuple(self._hues[one.key] for one in shares.series))
        words = lacking_words(shares)
        self._nothing.setText(words)
        self._nothing.setAccessibleName(words)
        if words and self.chart.hasFocus():
            self.by.setFocus()
        self._pages.setCurrentIndex(1 if words else 0)
        told = self.tr("{title}. {words}").format(title=chart_title(shares), words=sum_words(shares))
        self._about.say("" if words else told)
        self.export.setEnabled(not words)

    @property
    def nothing(self) -> str:
        """Why there is no chart; "" where there is one."""
        return self._nothing.text()

    @Slot(object)
    def _choose(self, key: str) -> None:
        by = By(key) if key in list(By) else self.wish.by
        per = Per(key) if key in list(Per) else self.wish.per
        self.wish = SharesWish(by, per)
        self._hues = {} if key in list(By) else self._hues
        self.wished.emit(self.wish)

    @Slot(object)
    def _choose_unit(self, key: str) -> None:
        self.chart.show_unit(key == _SHARE)

    @Slot()
    def _turn_unit(self) -> None:
        self.chart.show_unit(not self.chart.is_share)
        self.unit.choose(_SHARE if self.chart.is_share else _COUNT)

    def keyPressEvent(self, event) -> None:
        is_shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() == Qt.Key.Key_T and is_shift:  # the key that opens it
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def kept_hues(before: dict[int, int], keys: list[int]) -> dict[int, int]:
    """Key → number of its hue: the one that it had, else the first that is free."""
    out = {key: before[key] for key in keys if key in before}
    free = (number for number in range(len(keys) + len(before)) if number not in out.values())
    for key in keys:
        if key not in out:
            out[key] = next(free)
    return {key: out[key] for key in keys}
