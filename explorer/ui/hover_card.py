"""Hover card: why there is an edge, in the words of its sources. Plain text only."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QMargins, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from explorer.render.theme import Theme
from explorer.ui.plain_text import PlainText, Run
from explorer.ui.sentences import OBJECT, SUBJECT, sentence_parts

WIDTH_PX = 352
QUOTES_MAX = 3
_QUOTE_CHARACTERS = 260
_QUOTE_GAP_PX = 4
_SHADOW_PX = 12
_PADDING_PX = 13


@dataclass(frozen=True, slots=True)
class CardQuote:
    """A sentence behind an edge.

    Attributes:
        text: The slice of the source.
        source: Where it stands, in words ("Study group 2025-02-04").
        language: Of the sentence, "" unknown.
    """

    text: str
    source: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class HoverCard:
    """What a card says. The title reads “subject verb object”; a node has only a subject.

    Attributes:
        subject, verb, target: Names at the ends, and the words between them.
        quotes: Strongest first; three are shown.
        note: Quiet last line ("stated in 3 sources · E explains"), or "".
    """

    subject: str
    verb: str = ""
    target: str = ""
    quotes: tuple[CardQuote, ...] = ()
    note: str = ""


class HoverCardView(QWidget):
    """Shows a HoverCard over the canvas; the pointer goes through it to what lies below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme: Theme | None = None
        self._rows: list[PlainText] = []
        column = QVBoxLayout(self)
        rim = _SHADOW_PX + _PADDING_PX
        column.setContentsMargins(QMargins(rim, rim - 2, rim, rim))
        column.setSpacing(3)
        self.hide()

    def set_card(self, card: HoverCard, theme: Theme) -> None:
        """Fill with a card; ``sizeHint`` is then right. The caller places and shows it."""
        self._theme = theme
        while (item := self.layout().takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().setParent(None)
                item.widget().deleteLater()
        self._rows = []
        self._add(_title(card, theme))
        for number, quote in enumerate(card.quotes[:QUOTES_MAX]):
            if number:
                self.layout().addSpacing(_QUOTE_GAP_PX)
            text = (
                quote.text if len(quote.text) <= _QUOTE_CHARACTERS else quote.text[:_QUOTE_CHARACTERS] + "…"
            )
            self._add((Run(text, theme.ink, 12.0, hint=quote.language),), bar=theme.accent)
            if quote.source:
                self._add((Run(quote.source, theme.dim, 11.0),))
        if card.note:
            self._add((Run(card.note, theme.dim, 11.0),))
        self.setAccessibleName(" ".join(row.accessibleName() for row in self._rows))
        self.layout().activate()
        self.resize(self.layout().sizeHint())

    def _add(self, runs: tuple[Run, ...], bar: str = "") -> None:
        row = PlainText(self, WIDTH_PX - 2 * _PADDING_PX, bar)
        row.set_runs(runs)
        self._rows.append(row)
        self.layout().addWidget(row)
        row.show()  # of a card in sight: a hidden row would not count in its size

    def paintEvent(self, event) -> None:
        if self._theme is None:
            return
        painter = QPainter(self)
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            body = QRectF(self.rect()).adjusted(_SHADOW_PX, _SHADOW_PX, -_SHADOW_PX, -_SHADOW_PX)
            painter.setPen(Qt.PenStyle.NoPen)
            shade = QColor(self._theme.shadow)
            for reach in range(_SHADOW_PX, 0, -2):
                shade.setAlphaF(0.013)
                painter.setBrush(shade)
                painter.drawRoundedRect(body.adjusted(-reach, -reach + 4, reach, reach), 9 + reach, 9 + reach)
            painter.setPen(QPen(QColor(self._theme.line), 1))
            painter.setBrush(QColor(self._theme.card))
            painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), 9, 9)
        finally:
            painter.end()


def _title(card: HoverCard, theme: Theme) -> tuple[Run, ...]:
    if not card.verb:
        return (Run(card.subject, theme.ink, 13.0, bold=True),)
    names = {SUBJECT: card.subject, OBJECT: card.target}
    return tuple(
        Run(names[part], theme.ink, 13.0, bold=True) if part in names else Run(part, theme.dim, 12.0)
        for part in sentence_parts(card.verb)
    )
