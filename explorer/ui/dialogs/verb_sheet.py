"""VerbSheet: what one thing states of another, chosen by arrows; for a correction, or a link by hand."""

from __future__ import annotations

from PySide6.QtCore import QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QListView, QWidget

from explorer.questions.link_draft import LinkDraft
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.said import worded
from explorer.ui.sentences import OBJECT, SUBJECT, sentence_parts
from explorer.ui.style import TEXT_PX
from explorer.ui.verbs.curation import LinkWish
from explorer.ui.widgets.labels import button, clear, label
from explorer.ui.widgets.text_block import Run, TextBlock

_ROW_PX = 24


class _Verbs(QListView):
    """Arrows choose, T turns round, Enter decides."""

    decided = Signal()
    turned = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.decided.emit()
        elif event.text().upper() == "T":
            self.turned.emit()
        else:
            super().keyPressEvent(event)


class VerbSheet(Sheet):
    """The sentence as it would read, the verbs below it, and a box that turns it round."""

    wished = Signal(object)  #: LinkWish

    def __init__(self, window: QWidget, draft: LinkDraft) -> None:
        super().__init__("", window, 520)
        title = self.tr("Correct the link") if draft.link else self.tr("State a link")
        self.title.setText(title)
        self.title.setAccessibleName(title)
        self.setAccessibleName(title)
        self._draft = draft
        self._names = QStringListModel(self)
        self.verbs = _Verbs()
        self.verbs.setModel(self._names)
        self.verbs.setAccessibleName(self.tr("Verb"))
        self.verbs.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.verbs.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verbs.decided.connect(self._decide)
        self.verbs.turned.connect(self._turn)
        self.verbs.doubleClicked.connect(self._decide)
        self.verbs.selectionModel().currentChanged.connect(self._show_sentence)
        self.turn = QCheckBox(self.tr("Turn it round  (T)"))
        self.turn.setAccessibleName(self.tr("Turn it round: subject and object change places"))
        self.turn.setChecked(not draft.forward)
        self.turn.setEnabled(bool(draft.forward and draft.backward))
        self.turn.toggled.connect(self._offer)
        self.decide = button(self.tr("Correct") if draft.link else self.tr("State"), "primary")
        self.decide.clicked.connect(self._decide)
        self._arrange()
        self._offer()

    def _arrange(self) -> None:
        self._sentence = QHBoxLayout()
        self.column.addLayout(self._sentence)
        self.column.addWidget(self.verbs)
        self.column.addWidget(self.turn)
        self.turn.setVisible(self.turn.isEnabled())
        bottom = QHBoxLayout()
        bottom.addWidget(
            label(self.tr("↑ ↓ choose, Enter decides. One step: Ctrl+Z takes it back."), "dim"), 1
        )
        bottom.addWidget(self.decide)
        self.column.addLayout(bottom)

    @property
    def _keys(self) -> tuple[str, ...]:
        return self._draft.backward if self.turn.isChecked() else self._draft.forward

    @property
    def chosen(self) -> str:
        """The verb that is chosen, as links have it."""
        at = self.verbs.currentIndex().row()
        return self._keys[at] if 0 <= at < len(self._keys) else ""

    @Slot()
    def _turn(self) -> None:
        if self.turn.isEnabled():
            self.turn.toggle()

    @Slot()
    def _offer(self) -> None:
        kept = self.chosen or self._draft.predicate
        self._names.setStringList([worded(key.replace("_", " ")) for key in self._keys])
        self.verbs.setFixedHeight(_ROW_PX * len(self._keys) + 4)
        at = self._keys.index(kept) if kept in self._keys else 0
        self.verbs.setCurrentIndex(self._names.index(at, 0))
        self._show_sentence()
        self.place()

    @Slot()
    def _show_sentence(self) -> None:
        clear(self._sentence)
        subject, target = self._draft.ends[::-1] if self.turn.isChecked() else self._draft.ends
        ends = {SUBJECT: Run(subject[1], bold=True), OBJECT: Run(target[1], bold=True)}
        parts = sentence_parts(self.chosen.replace("_", " "))
        runs = tuple(ends.get(part) or Run(part, "dim") for part in parts)
        self._sentence.addWidget(TextBlock(runs, TEXT_PX + 2))
        is_same = self.chosen == self._draft.predicate and not self.turn.isChecked()
        self.decide.setEnabled(not (self._draft.link and is_same))

    @Slot()
    def _decide(self) -> None:
        if not self.decide.isEnabled():
            return
        turned = self.turn.isChecked()
        if self._draft.link:
            wish = LinkWish("correct", (self._draft.link,), predicate=self.chosen, turned=turned)
        else:
            subject, target = self._draft.ends[::-1] if turned else self._draft.ends
            wish = LinkWish("state", ends=(subject[0], target[0]), predicate=self.chosen)
        self.wished.emit(wish)
        self.close_up()
