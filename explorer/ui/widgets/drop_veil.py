"""DropVeil: lies over the window while something is dragged, and says what a drop will do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from explorer.model.incoming import Given
from explorer.ui.style import theme_now
from explorer.ui.widgets.labels import label
from explorer.ui.words import counted

_EDGE_PX = 10


class DropVeil(QWidget):
    """Takes no mouse and no keys; as large as its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._what = label("", "head")
        self._what.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        then = label(self.tr("Drop to look at it. Nothing is stored or fetched before you say so."), "dim")
        card = QFrame()
        card.setProperty("tone", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(28, 18, 28, 18)
        inner.addWidget(self._what)
        inner.addWidget(then)
        column = QVBoxLayout(self)
        column.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)
        parent.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says of that which is dragged."""
        return self._what.text()

    def show_given(self, given: Given | None) -> None:
        """Say what a drop would bring; None takes the veil away."""
        self.setVisible(given is not None)
        if given is not None:
            self._what.setText(self._said(given))
            self._what.setAccessibleName(self._what.text())
            self.setAccessibleName(self._what.text())
            self.setGeometry(self.parentWidget().rect())
            self.raise_()

    def _said(self, given: Given) -> str:
        links = sum("://" in word for word in given.words)
        files = len(given.words) - links
        parts = []
        if files:
            parts.append(counted(files, self.tr("{n} file or folder"), self.tr("{n} files or folders")))
        if links:
            parts.append(counted(links, self.tr("{n} link"), self.tr("{n} links")))
        return " · ".join(parts) or self.tr("Text")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self.parentWidget().rect())
        return False

    def paintEvent(self, _event) -> None:
        tokens = theme_now()
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            veil = QColor(tokens.canvas)
            veil.setAlphaF(0.72)
            painter.fillRect(self.rect(), veil)
            painter.setPen(QPen(QColor(tokens.accent), 2, Qt.PenStyle.DashLine))
            edge = QRectF(self.rect()).adjusted(_EDGE_PX, _EDGE_PX, -_EDGE_PX, -_EDGE_PX)
            painter.drawRoundedRect(edge, 10, 10)
        finally:
            painter.end()
