"""Several nodes at once: what they have in common, and what can be done with all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from explorer.questions.many import Many
from explorer.questions.overview import Facet
from explorer.ui.panels.passport_lists import RowList
from explorer.ui.panels.passport_pages import Section
from explorer.ui.style import SMALL_PX
from explorer.ui.widgets.flow import FlowLayout
from explorer.ui.widgets.labels import button, label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import KIND_ORDER, counted, kind_name, number

#: ids of the commands that are offered, as far as they fit what is selected
MANY_ACTS = (
    "edit.tag",
    "edit.read",
    "edit.note",
    "view.pin",
    "view.hide",
    "edit.explain",
    "go.path",
    "go.editions",
    "edit.merge",
    "select.neighbours",
    "view.focus",
)


class ManyPanel(QWidget):
    """A summary, buttons, and the nodes by name."""

    wanted = Signal(object)  #: id of a node that was clicked

    def __init__(self, about: Many, actions: Sequence[QAction]) -> None:
        """Args:
        actions: Of the commands that fit what is selected.
        """
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        for words in (kinds_in_words(about), dates_in_words(about), self._read_words(about)):
            if words:
                self._column.addWidget(label(words, "dim", wraps=True))
        self._add_acts(actions)
        self._add_facets(self.tr("Methods that they share"), about.methods, about.count)
        self._add_facets(self.tr("Trend tags"), about.tags, about.count)
        rows = RowList((Section("", about.nodes),))
        rows.activated.connect(self.wanted)
        self._column.addWidget(rows)
        left = about.count - len(about.nodes)
        if left > 0:
            words = counted(left, self.tr("and {n} more"), self.tr("and {n} more"))
            self._column.addWidget(label(words, "dim"))

    def _read_words(self, about: Many) -> str:
        states = (
            (about.read, self.tr("{n} read")),
            (about.reading, self.tr("{n} being read")),
            (about.unread, self.tr("{n} unread")),
            (about.noted, self.tr("{n} with a note")),
        )
        return " · ".join(words.format(n=number(count)) for count, words in states if count)

    def _add_acts(self, actions: Sequence[QAction]) -> None:
        row = QWidget()
        row.setAccessibleName(self.tr("What can be done with all of them"))
        flow = FlowLayout(row)
        for action in actions:
            flow.addWidget(ActButton(action))
        self._column.addWidget(row)

    def _add_facets(self, title: str, facets: Sequence[Facet], count: int) -> None:
        if not facets:
            return
        self._column.addSpacing(6)
        self._column.addWidget(label(title, "section"))
        for facet in facets:
            share = self.tr("  {n} of {all}").format(n=number(facet.count), all=number(count))
            block = TextBlock((Run(facet.name, "accent", target=facet.id), Run(share, "dim")), SMALL_PX + 0.5)
            block.activated.connect(self.wanted)
            self._column.addWidget(block)


class ActButton(QWidget):
    """A command as a button with its key."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self._action = action
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        words = action.iconText().rstrip("…")
        self.button: QPushButton = button(f"{words}  {keys}" if keys else words, "", words)
        self.button.setObjectName(f"act.{action.objectName()}")
        self.button.clicked.connect(self._run)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.button)

    @Slot()
    def _run(self) -> None:
        self._action.trigger()


def kinds_in_words(about: Many) -> str:
    """ "7 papers · 1 method"."""
    words = [
        f"{number(about.kinds[kind])} {kind_name(kind, about.kinds[kind] != 1)}"
        for kind in KIND_ORDER
        if about.kinds.get(kind)
    ]
    return " · ".join(words)


def dates_in_words(about: Many) -> str:
    """ "2023-05-01 – 2024-11-20", one date, or ""."""
    return about.first if about.first == about.last else f"{about.first} – {about.last}"
