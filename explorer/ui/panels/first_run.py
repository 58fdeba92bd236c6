"""The page before a library is open: three cards, no account, no download, no network."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from explorer.resources import resource
from explorer.ui.widgets.labels import button, clear, label, retone
from explorer.ui.words import plain_tip

_PICTURE_PX = 40
RECENT_SHOWN = 4


class ChoiceCard(QFrame):
    """A big button: picture, words, and what happens then."""

    chosen = Signal(object)  #: its key

    def __init__(self, key: str, title: str, words: str) -> None:
        super().__init__()
        self.key = key
        self.setObjectName(key)
        self.setProperty("tone", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedSize(232, 190)
        picture = label("")
        icon = QIcon(str(resource("icons", f"{key}.svg")))
        picture.setPixmap(icon.pixmap(QSize(_PICTURE_PX, _PICTURE_PX), 2.0))
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 16)
        column.setSpacing(7)
        column.addWidget(picture)
        column.addSpacing(4)
        column.addWidget(label(title, "head", wraps=True))
        column.addWidget(label(words, "dim", wraps=True))
        column.addStretch(1)

    def mouseReleaseEvent(self, event) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.key)

    def keyPressEvent(self, event) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self.key)
            return
        super().keyPressEvent(event)


class FirstRun(QScrollArea):
    """Open the sample, add files, open a library; below, the libraries opened before."""

    sample_asked = Signal()
    add_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(object)  #: path, str

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setAccessibleName(self.tr("Start"))
        body = QWidget()
        body.setObjectName("page")
        self.title = label(self.tr("Paper Explorer"), "title")
        self._words = label("", "dim", wraps=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        cards.addStretch(1)
        for card in self._cards():
            card.chosen.connect(self._choose)
            cards.addWidget(card)
            self._add = card if card.key == "add" else getattr(self, "_add", card)
        cards.addStretch(1)
        self._recent = QVBoxLayout()
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 24, 24, 24)
        column.addStretch(2)
        column.addWidget(self.title, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._words)
        column.addSpacing(22)
        column.addLayout(cards)
        column.addSpacing(18)
        column.addLayout(self._recent)
        column.addStretch(3)
        self.setWidget(body)
        self.show_empty(False)

    def _cards(self) -> tuple[ChoiceCard, ...]:
        return (
            ChoiceCard(
                "sample",
                self.tr("Open the sample library"),
                self.tr("Digests and conferences in three languages, to look around in."),
            ),
            ChoiceCard(
                "add",
                self.tr("Add files"),
                self.tr(
                    "Digests, notes, lists of papers: drop them here. A report comes before they are stored."
                ),
            ),
            ChoiceCard(
                "open", self.tr("Open a library"), self.tr("A library of yours: one file, on this machine.")
            ),
        )

    @property
    def words(self) -> str:
        """The line below the title."""
        return self._words.text()

    def show_empty(self, is_empty: bool) -> None:
        """Words for a library without anything in it, or for none."""
        words = self.tr(
            "Follow methods across conferences and weekly digests, with the sentence behind every link."
        )
        if is_empty:
            words = self.tr("This library is empty. Add the first files, or look at the sample.")
        self._words.setText(words)

    def show_recent(self, paths: Sequence[str]) -> None:
        """List libraries that were opened before."""
        clear(self._recent)
        for path in paths[:RECENT_SHOWN]:
            row = _Recent(path)
            row.asked.connect(self.recent_asked)
            self._recent.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)

    def aim(self, is_aimed: bool) -> None:
        """Light the card that files will fall on."""
        retone(self._add, "aimed", "true" if is_aimed else "false")

    @Slot(object)
    def _choose(self, key: str) -> None:
        {"sample": self.sample_asked, "add": self.add_asked, "open": self.open_asked}[key].emit()


class _Recent(QWidget):
    asked = Signal(object)

    def __init__(self, path: str) -> None:
        super().__init__()
        self._path = path
        name = path.replace("\\", "/").rsplit("/", 1)[-1]
        link = button(name.replace("&", "&&"), "link", self.tr("Open {name}").format(name=name))
        link.setToolTip(plain_tip(path))
        link.clicked.connect(self._ask)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(link)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self._path)
