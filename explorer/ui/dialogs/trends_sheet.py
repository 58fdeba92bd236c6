"""TrendsSheet: two sets of papers, what rises and declines between them, and what documents claim of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QTableView,
    QWidget,
)

from explorer.model import Direction
from explorer.questions.compared import Compared
from explorer.questions.slice_choices import SliceChoices
from explorer.questions.trends import PLAIN, Trend, Wish, ranked
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.dialogs.trend_detail import TrendDetail
from explorer.ui.models.trend_model import TrendModel
from explorer.ui.said import worded
from explorer.ui.trend_words import pair_words
from explorer.ui.widgets.flow import FlowLayout
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.segmented import Segmented
from explorer.ui.widgets.slice_box import SliceBox
from explorer.ui.widgets.trend_view import RANKED, SLOPE, TrendView

_WIDTH_PX, _HEIGHT_PX, _DETAIL_PX, _NARROW_PX = 1120, 600, 360, 28
_MOST = 20  #: rows of each direction in a chart
_TABLE = "table"
_TERMS, _METHODS, _BOTH = "terms", "methods", "both"


class _Tall(QSplitter):
    """Wants much height and takes what there is."""

    def sizeHint(self) -> QSize:
        return QSize(900, _HEIGHT_PX)


class TrendsSheet(Sheet):
    """Everything about one comparison; it asks for nothing by itself."""

    wished = Signal(object)  #: ((from, to), Wish)
    row_wanted = Signal(object)  #: Trend whose papers are to be listed
    graph_wanted = Signal(object)  #: Trend
    tag_wanted = Signal(object)  #: Trend
    export_asked = Signal(object)  #: "table", "ranked" or "slope"

    def __init__(self, window: QWidget) -> None:
        super().__init__(self.tr("Rising and declining"), window, _WIDTH_PX)
        self.found: Compared | None = None
        self.row: Trend | None = None
        self._elsewhere: tuple[tuple[str, str], ...] = ()
        self.before, self.after = SliceBox(self.tr("From")), SliceBox(self.tr("To"))
        self.chart, self.table, self.model = TrendView(), QTableView(), TrendModel()
        self.detail = TrendDetail()
        self._add_pair()
        self._add_choices()
        self.about = label("", "", wraps=True)
        self.notes = label("", "warn", wraps=True)
        self.column.addWidget(self.about)
        self.column.addWidget(self.notes)
        self._add_body()
        self._add_foot()
        self.notes.hide()

    def _add_pair(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for words, box in ((self.tr("From"), self.before), (self.tr("To"), self.after)):
            name = label(words, "dim")
            name.setBuddy(box)
            row.addWidget(name)
            row.addWidget(box, 1)
            box.taken.connect(self.ask)
        swap = button("⇄", "flat", self.tr("The other way round"))
        swap.clicked.connect(self._swap)
        row.addWidget(swap)
        self.compare = button(self.tr("Compare"), "primary")
        self.compare.clicked.connect(self.ask)
        row.addWidget(self.compare)
        self.column.addLayout(row)

    def _add_choices(self) -> None:
        self.what = Segmented(
            [(_BOTH, self.tr("Both")), (_TERMS, self.tr("Terms")), (_METHODS, self.tr("Methods"))],
            self.tr("What is compared"),
        )
        lengths = [("0", self.tr("1–3 words")), ("1", "1"), ("2", "2"), ("3", "3")]
        self.length = Segmented(lengths, self.tr("Words of a term"))
        self.literal = QCheckBox(self.tr("literal n-grams"))
        self.literal.setAccessibleName(self.tr("Literal n-grams, function words and all"))
        self.look = Segmented(
            [(RANKED, self.tr("Ranked")), (SLOPE, self.tr("Slope")), (_TABLE, self.tr("Table"))],
            self.tr("How it is shown"),
        )
        flow = FlowLayout()
        for part in (self.what, self.length, self.literal, self.look):
            flow.addWidget(part)
        self.column.addLayout(flow)
        self.what.chosen.connect(self._show_rows)
        self.length.chosen.connect(self._choose_length)
        self.literal.toggled.connect(self._ask_toggled)
        self.look.chosen.connect(self._show_look)
        self._length, self._what = 0, _BOTH

    def _add_body(self) -> None:
        self.chart.setProperty("plain", "true")
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setWidget(self.chart)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.tr("Chart"))
        self._dress_table()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.table)
        body = _Tall(Qt.Orientation.Horizontal)
        body.setChildrenCollapsible(False)
        body.addWidget(self._stack)
        body.addWidget(self.detail)
        body.setStretchFactor(0, 1)
        body.setSizes([_WIDTH_PX - _DETAIL_PX, _DETAIL_PX])
        self.body = body
        self.column.addWidget(body, 1)
        self.chart.walked.connect(self.choose_row)
        self.chart.opened.connect(self.graph_wanted)
        self.detail.graph_wanted.connect(self._want_graph)
        self.detail.tag_wanted.connect(self._want_tag)
        self.detail.pair_wanted.connect(self._take_pair)

    def _dress_table(self) -> None:
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setAccessibleName(self.tr("Table of what rises and declines"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSortingEnabled(True)
        head = self.table.horizontalHeader()
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        head.setSortIndicatorClearable(True)
        head.setHighlightSections(False)
        head.setMinimumSectionSize(_NARROW_PX)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setResizeContentsPrecision(60)
        self.table.selectionModel().currentRowChanged.connect(self._walk_table)
        self.table.doubleClicked.connect(self._want_graph)

    def _add_foot(self) -> None:
        row = QHBoxLayout()
        hint = self.tr("↑ ↓ walk the rows, Enter shows the papers as a graph, T tags them.")
        self.hint = label(hint, "dim", wraps=True)
        row.addWidget(self.hint, 1)
        self.csv, self.svg = button(self.tr("CSV…"), "flat"), button(self.tr("SVG…"), "flat")
        self.csv.setAccessibleName(self.tr("Export the table as CSV"))
        self.svg.setAccessibleName(self.tr("Export the chart as SVG"))
        self.csv.clicked.connect(self._export_table)
        self.svg.clicked.connect(self._export_chart)
        row.addWidget(self.csv)
        row.addWidget(self.svg)
        self.column.addLayout(row)

    @property
    def wish(self) -> tuple[tuple[str, str], Wish]:
        """What is asked for now."""
        return (self.before.words, self.after.words), Wish(self._length, self.literal.isChecked())

    def offer(self, choices: SliceChoices) -> None:
        """Put the sets that there are below the two lines."""
        self._elsewhere = choices.claimed
        self.before.offer(choices.choices)
        self.after.offer(choices.choices)

    def show_pair(self, pair: tuple[str, str], wish: Wish = PLAIN) -> None:
        """Put two sets into the lines; tells nothing."""
        self.before.say(pair[0])
        self.after.say(pair[1])
        self._length = wish.length
        self.length.choose(str(wish.length))
        self.literal.blockSignals(True)
        self.literal.setChecked(wish.raw)
        self.literal.blockSignals(False)

    def show_words(self, words: str, is_bad: bool = False) -> None:
        """Say what is going on, or what is needed, instead of a comparison."""
        self.about.setText(words)
        self.about.setAccessibleName(words)
        self.notes.hide()
        self.body.setVisible(not is_bad and self.found is not None)
        self.hint.setText("" if self.body.isHidden() else self.hint.accessibleName())
        for part in (self.csv, self.svg):
            part.setEnabled(not is_bad and self.found is not None)
        self.place()

    def show_found(self, found: Compared) -> None:
        """Show a comparison; the row that was marked stays where it is there again."""
        self.found = found
        self.about.setText(pair_words(found.answer))
        self.about.setAccessibleName(self.about.text())
        notes = " ".join(map(worded, found.answer.notes))
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.body.show()
        self.hint.setText(self.hint.accessibleName())
        for part in (self.csv, self.svg):
            part.setEnabled(True)
        self.detail.show_claims(found, self._elsewhere)
        self._show_rows(self._what)
        self.place()
        if self.compare.hasFocus():
            (self.table if self._look == _TABLE else self.chart).setFocus()

    @Slot(object)
    def _show_rows(self, what: str) -> None:
        self._what = what
        if self.found is None:
            return
        answer, names = self.found.answer, self.names
        rows = self._of_kind()
        drawn = [row for side in Direction for row in ranked(rows, side, _MOST)]
        self.chart.show_rows(drawn, names)
        self.model.show(rows, names)
        kept = self.row.term if self.row is not None else ""
        again = next((row for row in drawn if row.term == kept), drawn[0] if drawn else None)
        self.choose_row(again)
        self.chart.setAccessibleName(pair_words(answer))

    def _of_kind(self) -> tuple[Trend, ...]:
        answer = self.found.answer
        if self._what == _TERMS:
            return answer.terms
        if self._what == _METHODS:
            return answer.methods
        known = {row.term.casefold() for row in answer.methods}
        both = (*(row for row in answer.terms if row.term.casefold() not in known), *answer.methods)
        return tuple(sorted(both, key=lambda row: (not row.significant, -abs(row.z), row.term)))

    @property
    def names(self) -> tuple[str, str]:
        """Of the two sets."""
        return (self.found.answer.before.name, self.found.answer.after.name) if self.found else ("", "")

    @Slot(object)
    def choose_row(self, row: Trend | None) -> None:
        """Mark a row everywhere; its papers are asked for."""
        self.row = row
        self.chart.mark(row)
        place = self.model.row_of(row)
        if place >= 0 and self.table.currentIndex().row() != place:
            self.table.selectionModel().blockSignals(True)
            self.table.selectRow(place)
            self.table.selectionModel().blockSignals(False)
        self.detail.show_row(row)
        if row is not None:
            self.row_wanted.emit(row)

    @Slot(QModelIndex, QModelIndex)
    def _walk_table(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and self.model.rows[index.row()] is not self.row:
            self.choose_row(self.model.rows[index.row()])

    @Slot(object)
    def _show_look(self, key: str) -> None:
        if key != _TABLE:
            self.chart.show_kind(key)
        self._look = key
        self._stack.setCurrentIndex(int(key == _TABLE))
        (self.table if key == _TABLE else self.chart).setFocus()

    _look = RANKED

    @Slot()
    def ask(self) -> None:
        """Ask for what stands in the lines, where both are filled."""
        if all(self.wish[0]):
            self.wished.emit(self.wish)
        else:
            (self.after if self.wish[0][0] else self.before).setFocus()

    @Slot(bool)
    def _ask_toggled(self, is_on: bool) -> None:
        if is_on and not self._length:
            self._length = 2
            self.length.choose("2")
        self.ask()

    @Slot(object)
    def _choose_length(self, key: str) -> None:
        self._length = int(key)
        self.ask()

    @Slot()
    def _swap(self) -> None:
        pair = self.wish[0]
        self.before.say(pair[1])
        self.after.say(pair[0])
        self.ask()

    @Slot(object)
    def _take_pair(self, pair: tuple[str, str]) -> None:
        self.before.say(pair[0])
        self.after.say(pair[1])
        self.compare.setFocus()  # the link that was pressed goes
        self.ask()

    @Slot()
    def _want_graph(self) -> None:
        if self.row is not None:
            self.graph_wanted.emit(self.row)

    @Slot()
    def _want_tag(self) -> None:
        if self.row is not None:
            self.tag_wanted.emit(self.row)

    @Slot()
    def _export_table(self) -> None:
        self.export_asked.emit(_TABLE)

    @Slot()
    def _export_chart(self) -> None:
        self.export_asked.emit(RANKED if self._look == _TABLE else self._look)

    def keyPressEvent(self, event) -> None:
        is_line = self.before.hasFocus() or self.after.hasFocus()
        if event.key() == Qt.Key.Key_T and not event.modifiers() and not is_line:
            self._want_tag()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.table.hasFocus():
            self._want_graph()
        else:
            super().keyPressEvent(event)
