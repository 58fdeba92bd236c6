"""The line at the bottom: what is shown, what is running, what can be read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from explorer.ui.said import worded
from explorer.ui.widgets.elided_label import ElidedLabel
from explorer.ui.widgets.labels import button, label
from explorer.ui.words import number, plain_tip
from explorer.ui.workspace import TaskState

HEIGHT_PX = 27


class TaskRow(QWidget):
    """One running task, with how far it is and a way to stop it."""

    stop_asked = Signal(int)  #: number of the task, small

    def __init__(self, state: TaskState) -> None:
        super().__init__()
        self._number = state.number
        self._words = label("", "dim")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(90)
        self._bar.setAccessibleName(self.tr("Progress of {task}").format(task=state.label))
        self._stop = button(self.tr("Stop"), "flat", self.tr("Stop {task}").format(task=state.label))
        self._stop.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        self._stop.setVisible(state.stoppable)
        self.show_state(state)

    def show_state(self, state: TaskState) -> None:
        """Say how far it is."""
        words = state.label
        if state.total:
            words = self.tr("{task} {done} of {total}").format(task=words, done=state.done, total=state.total)
        if (left := seconds_left(state)) is not None:
            words += " · " + self._time(left)
        self._words.setText(words)
        self._words.setToolTip(plain_tip(worded(state.what)))
        self._bar.setRange(0, state.total)
        self._bar.setValue(state.done)

    def _time(self, seconds: float) -> str:
        if seconds < 60:
            return self.tr("{n} s left").format(n=max(round(seconds), 1))
        return self.tr("{n} min left").format(n=round(seconds / 60))

    @Slot()
    def _ask(self) -> None:
        self._stop.setEnabled(False)
        self.stop_asked.emit(self._number)


def seconds_left(state: TaskState) -> float | None:
    """Seconds a task still takes at its pace so far, or None while that is a guess."""
    if not state.total or not state.done or state.seconds < 2:
        return None
    return state.seconds * (state.total - state.done) / state.done


class StatusBar(QFrame):
    """Counts, tasks, network and fonts."""

    stop_asked = Signal(int)  #: number of a task
    needs_asked = Signal()
    hidden_asked = Signal()

    def __init__(self, fonts: str, fonts_hint: str) -> None:
        super().__init__()
        self.setObjectName("status_bar")
        self.setAccessibleName(self.tr("Status"))
        self.setFixedHeight(HEIGHT_PX)
        self._counts = label("", "dim")
        self._counts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._focus = ElidedLabel("dim")
        self._tasks: dict[int, TaskRow] = {}
        self.needs = button("", "link", self.tr("What needs you"))
        self.needs.clicked.connect(self._ask_needs)
        self.needs.hide()
        self.hidden = button("", "link")
        self.hidden.clicked.connect(self._ask_hidden)
        self.hidden.hide()
        self._network = label(self.tr("offline"), "dim")
        self._network.setToolTip(self.tr("Nothing has been fetched. Only what you add by its address is."))
        written = label(self.tr("fonts: {names}").format(names=fonts), "warn" if fonts_hint else "dim")
        written.setToolTip(fonts_hint or self.tr("Every character of these scripts can be drawn here."))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(22)
        self._row.addWidget(self._counts)
        self._row.addWidget(self._focus, 1)
        self._row.addWidget(self.hidden)
        self._row.addWidget(self.needs)
        self._row.addWidget(self._network)
        self._row.addWidget(written)

    def show_counts(self, words: str) -> None:
        """Say how much of the library is in view."""
        self._counts.setText(words)
        self._counts.setAccessibleName(words)

    def show_needs(self, count: int) -> None:
        """Say how many things wait for a person; nothing where none do."""
        self.needs.setText(self.tr("Needs you ({n})").format(n=number(count)))
        self.needs.setAccessibleName(self.needs.text())
        self.needs.setVisible(count > 0)

    def show_hidden(self, count: int) -> None:
        """Say how many nodes are hidden in the view; nothing where none are."""
        self.hidden.setText(self.tr("{n} hidden · show").format(n=number(count)))
        self.hidden.setAccessibleName(self.hidden.text())
        self.hidden.setVisible(count > 0)

    @Slot()
    def _ask_hidden(self) -> None:
        self.hidden_asked.emit()

    @Slot()
    def _ask_needs(self) -> None:
        self.needs_asked.emit()

    @property
    def focus_words(self) -> str:
        """What is said of the pointer or the keyboard."""
        return self._focus.whole

    @Slot(object)
    def show_focus(self, words: str) -> None:
        """Say what is under the pointer or the keyboard; in full in the tip where there is no room."""
        self._focus.say(words)

    def show_network(self) -> None:
        """Say that something has been asked of the network since the start."""
        self._network.setText(self.tr("network used"))
        self._network.setAccessibleName(self._network.text())
        self._network.setToolTip(self.tr("Something that you added was fetched."))

    @Slot(object)
    def show_task(self, state: TaskState) -> None:
        """Show a task, or take it away once it has ended."""
        row = self._tasks.get(state.number)
        if state.finished:
            if row:
                del self._tasks[state.number]
                row.hide()
                row.deleteLater()
        elif row:
            row.show_state(state)
        else:
            row = TaskRow(state)
            row.stop_asked.connect(self.stop_asked)
            self._tasks[state.number] = row
            self._row.insertWidget(self._row.count() - 5, row, 0, Qt.AlignmentFlag.AlignVCenter)
