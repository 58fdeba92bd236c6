"""Split an author by the papers under the name, in groups that share no co-author."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from explorer.questions.person_papers import PersonPapers
from explorer.ui.dialogs.identity_sheets import DecisionSheet
from explorer.ui.style import SMALL_PX
from explorer.ui.verbs.identities import Wish
from explorer.ui.widgets.labels import label
from explorer.ui.widgets.text_block import Run, TextBlock
from explorer.ui.words import no_mnemonic, number

_PAPERS_PX = 360
_PEOPLE_SHOWN = 5


class SplitPersonSheet(DecisionSheet):
    """The papers under a name; those that are ticked are another person's. The second group is proposed."""

    def __init__(self, window: QWidget, person: PersonPapers) -> None:
        super().__init__(window, "", 640)
        title = self.tr("Split {name}").format(name=person.name)
        self.title.setText(title)
        self.setAccessibleName(title)
        self._person = person
        self.boxes: list[QCheckBox] = []
        self._papers = [paper for group in person.groups for paper in group]
        hint = self.tr("Tick the papers of another person. Groups share no co-author with each other.")
        self.column.addWidget(label(hint, "dim", wraps=True))
        self.column.addWidget(self._listed(), 1)
        later = self.tr(
            "Later papers go to the one whose co-authors they share, else they stay with the name."
        )
        self.column.addWidget(label(later, "dim", wraps=True))
        self._finish(self.tr("Split"))
        self._count()

    def _listed(self) -> QScrollArea:
        body = QWidget()
        body.setProperty("plain", "true")
        column = QVBoxLayout(body)
        for at, group in enumerate(self._person.groups):
            column.addWidget(label(self.tr("Group {n}").format(n=number(at + 1)), "section"))
            for paper in group:
                box = QCheckBox(no_mnemonic(paper.title))
                box.setAccessibleName(paper.title)
                box.setChecked(at == 1)
                box.toggled.connect(self._count)
                people = ", ".join(paper.authors[:_PEOPLE_SHOWN])
                more = " …" if len(paper.authors) > _PEOPLE_SHOWN else ""
                column.addWidget(box)
                column.addWidget(TextBlock((Run(people + more, "dim"),), SMALL_PX))
                self.boxes.append(box)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(body)
        scroll.setAccessibleName(self.tr("Papers under the name"))
        scroll.setMinimumHeight(min(_PAPERS_PX, 30 + 52 * len(self._papers)))
        return scroll

    @Slot()
    def _count(self) -> None:
        ticked = sum(box.isChecked() for box in self.boxes)
        self.decide.setEnabled(0 < ticked < len(self.boxes))

    def wish(self) -> Wish:
        pairs = zip(self._papers, self.boxes, strict=True)
        papers = tuple(paper.id for paper, box in pairs if box.isChecked())
        return Wish("split_person", (self._person.id,), self.reason.text(), places=papers)
