"""Completing papers: what is lacking, how much would be asked, how long that takes; and what came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from explorer.ui.dialogs.entry_list import EntryList
from explorer.ui.dialogs.sheet import ENTERS, Sheet
from explorer.ui.models.palette_model import Entry
from explorer.ui.said import worded
from explorer.ui.widgets.labels import button, label, rule
from explorer.ui.words import counted, number

if TYPE_CHECKING:
    from explorer.ops.enriching import EnrichReport, Survey, Unproven

_IN = "Enriched"
_WIDTH_PX, _ROW_PX, _ROWS = 540, 46, 7
_MINUTE_S = 60
_HOUR_S = 3_600


@dataclass(frozen=True, slots=True)
class EnrichWish:
    """Of which papers (of all where there are none) what is asked.

    Attributes:
        titles: Whether papers without an id are looked for.
        again: Whether what was answered lately is asked again.
    """

    papers: tuple[int, ...] = ()
    titles: bool = True
    again: bool = False


class EnrichSheet(Sheet):
    """Says what would be asked before anything is sent; Enter starts."""

    changed = Signal(object)  #: EnrichWish of which the survey is wanted
    started = Signal(object)  #: EnrichWish

    def __init__(self, window: QWidget, papers: tuple[int, ...] = ()) -> None:
        super().__init__("", window, _WIDTH_PX)
        words = self.tr("Complete papers from arXiv and OpenReview")
        self.title.setText(words)
        self.title.setAccessibleName(words)
        self.setAccessibleName(words)
        self._papers = papers
        self._about = label("", wraps=True)
        self._lacks = label("", "dim", wraps=True)
        self.titles = QCheckBox()
        self.titles.setChecked(True)
        self.again = QCheckBox()
        self._cost = label("", wraps=True)
        for line in (self._about, self._lacks, self.titles, self.again, rule(), self._cost):
            self.column.addWidget(line)
        self.column.addWidget(label(self._promise(), "dim", wraps=True))
        self._add_buttons()
        self._show(self._about, self.tr("Counting what is lacking…"))
        for box in (self.titles, self.again):
            box.hide()
            box.toggled.connect(self._ask_again)
        self._by_title = self._before = 0

    @property
    def wish(self) -> EnrichWish:
        """What is chosen."""
        return EnrichWish(self._papers, self.titles.isChecked(), self.again.isChecked())

    @property
    def words(self) -> str:
        """What it says of the papers and the requests."""
        return "\n".join(line.text() for line in (self._about, self._lacks, self._cost))

    def _promise(self) -> str:
        return self.tr(
            "Only ids and titles of these papers are sent. What you wrote and decided stays as it is; "
            "you can stop at any time, go on later, and undo each step."
        )

    def _add_buttons(self) -> None:
        row = QHBoxLayout()
        self.start = button(self.tr("Start"), "primary")
        self.start.setEnabled(False)
        self.start.clicked.connect(self._start)
        self.cancel = button(self.tr("Cancel"))
        self.cancel.clicked.connect(self.close_up)
        row.addWidget(self.start)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.column.addLayout(row)

    @Slot(object)
    def show_survey(self, seen: Survey) -> None:
        """Say what is lacking, and what asking for it takes."""
        self._show(self._about, self._about_words(seen))
        self._show(self._lacks, self._lack_words(seen))
        self._show(self._cost, self._cost_words(seen) if seen.papers else "")
        self._by_title = max(self._by_title, seen.without_id)
        self._before = max(self._before, seen.asked_before)
        titles = self.tr("Look for {n} papers without an id by their title").format(n=number(self._by_title))
        again = self.tr("Ask again for {n} papers that were asked for in the last 30 days")
        self.titles.setText(titles)
        self.titles.setVisible(bool(self._by_title))
        self.again.setText(again.format(n=number(self._before)))
        self.again.setVisible(bool(self._before))
        self.start.setEnabled(bool(seen.papers))
        self.place()
        if self.start.isEnabled() and not (self.titles.hasFocus() or self.again.hasFocus()):
            self.start.setFocus()

    def _about_words(self, seen: Survey) -> str:
        if not seen.papers:
            return self.tr("No paper lacks anything that these services could still tell.")
        return counted(
            seen.papers,
            self.tr("{n} paper lacks something that arXiv or OpenReview may know."),
            self.tr("{n} papers lack something that arXiv or OpenReview may know."),
        )

    def _lack_words(self, seen: Survey) -> str:
        counts = (
            (seen.without_abstract, self.tr("without abstract: {n}")),
            (seen.without_authors, self.tr("without all authors: {n}")),
            (seen.without_date, self.tr("without date: {n}")),
            (seen.without_id, self.tr("without id: {n}")),
        )
        lacks = " · ".join(words.format(n=number(n)) for n, words in counts if n)
        short = self.tr("with a title too short to look for: {n}").format(n=number(seen.too_short))
        return "\n".join([lacks] * bool(lacks) + [short] * bool(seen.too_short))

    def _cost_words(self, seen: Survey) -> str:
        most = counted(seen.requests, self.tr("{n} request"), self.tr("At most {n} requests"))
        return self.tr("{requests}, {time}: both services want some seconds between two.").format(
            requests=most, time=self._time_words(seen.seconds)
        )

    def _time_words(self, seconds: int) -> str:
        if seconds < _MINUTE_S:
            return self.tr("less than a minute")
        if seconds < 2 * _HOUR_S:
            return self.tr("about {n} min").format(n=round(seconds / _MINUTE_S))
        return self.tr("about {n} hours").format(n=round(seconds / _HOUR_S))

    @staticmethod
    def _show(line, words: str) -> None:
        line.setText(words)
        line.setAccessibleName(words)
        line.setVisible(bool(words))

    @Slot()
    def _ask_again(self) -> None:
        self.changed.emit(self.wish)

    @Slot()
    def _start(self) -> None:
        self.close_up()
        self.started.emit(self.wish)

    def keyPressEvent(self, event) -> None:
        if event.key() in ENTERS and self.held_button is None and self.start.isEnabled():
            self._start()
        else:
            super().keyPressEvent(event)


class EnrichedSheet(Sheet):
    """What came, and papers of a title that are not certain: Enter looks at them on the web."""

    address_wanted = Signal(str)

    def __init__(self, window: QWidget, report: EnrichReport) -> None:
        super().__init__("", window, _WIDTH_PX)
        words = self.tr("What came from arXiv and OpenReview")
        self.title.setText(words)
        self.title.setAccessibleName(words)
        self.setAccessibleName(words)
        self._rows = report.unproven
        self.column.addWidget(label(enriched_words(report), wraps=True))
        for failure in report.failed:
            why = f"{failure.source}: {worded(failure.why)} {worded(failure.hint)}"
            self.column.addWidget(label(why, "bad", wraps=True))
        if report.left:
            left = self.tr("{n} papers were not asked for. The next time it goes on with them.")
            self.column.addWidget(label(left.format(n=number(report.left)), "dim", wraps=True))
        self.view = EntryList(self.tr("Papers that are not certain"))
        self._add_unproven()
        row = QHBoxLayout()
        self.done = button(self.tr("Close"), "primary")
        self.done.clicked.connect(self.close_up)
        row.addWidget(self.done)
        row.addStretch(1)
        self.column.addLayout(row)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Rows of the papers that are not certain."""
        return self.view.entries

    def _add_unproven(self) -> None:
        self.view.show_rows(self._entry(one) for one in self._rows)
        self.view.setFixedHeight(_ROW_PX * min(max(len(self._rows), 1), _ROWS) + 4)
        self.view.go_to_row(0)
        self.view.doubleClicked.connect(self._visit_row)
        self.view.installEventFilter(self)
        self.view.setVisible(bool(self._rows))
        if self._rows:
            about = self.tr(
                "A paper of the same title, and nothing else that says it is this one. Under “Needs you”:"
            )
            self.column.addWidget(label(about, "dim", wraps=True))
        self.column.addWidget(self.view)

    def _entry(self, one: Unproven) -> Entry:
        return Entry(one.title, detail=" · ".join(one.candidates), side=self.tr("look ↗"))

    @Slot(QModelIndex)
    def _visit_row(self, _index: QModelIndex) -> None:
        self._visit()

    def _visit(self) -> None:
        row = self.view.currentIndex().row()
        if 0 <= row < len(self._rows) and self._rows[row].candidates:
            self.address_wanted.emit(address_of(self._rows[row].candidates[0]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = watched is self.view and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() in ENTERS:
            self._visit()
            return True
        return super().eventFilter(watched, event)


def address_of(candidate: str) -> str:
    """Web page of an arXiv id or an OpenReview forum."""
    is_arxiv = "/" in candidate or candidate[:4].isdecimal()
    return (
        f"https://arxiv.org/abs/{candidate}" if is_arxiv else f"https://openreview.net/forum?id={candidate}"
    )


def enriched_words(report: EnrichReport) -> str:
    """What came, in a line."""
    if not report.asked:
        return _tr("Nothing came.") if report.left else _tr("There was nothing to ask for.")
    counts = (
        (report.completed, _tr("completed: {n}")),
        (report.identified, _tr("found by title: {n}")),
        (report.missing, _tr("not known there: {n}")),
        (len(report.unproven), _tr("not certain: {n}")),
    )
    asked = counted(report.asked, _tr("{n} paper asked for"), _tr("{n} papers asked for"))
    words = " · ".join([asked, *(text.format(n=number(n)) for n, text in counts if n)])
    if report.stopped:
        words += " – " + _tr("stopped, left: {n}").format(n=number(report.left))
    return words


def _tr(text: str) -> str:
    return QCoreApplication.translate(_IN, text)
