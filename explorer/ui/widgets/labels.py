"""Labels, rules and buttons in the tones of the style sheet; plain text only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QSizePolicy, QWidget

from explorer.ui.words import plain_tip


def label(text: str, tone: str = "", wraps: bool = False) -> QLabel:
    """A QLabel that never takes its text for markup.

    Args:
        tone: "", "dim", "section", "head", "title", "bad", "warn", "good", "key", "chip" or "badge".
    """
    out = QLabel(text)
    out.setTextFormat(Qt.TextFormat.PlainText)
    out.setAccessibleName(text)
    out.setWordWrap(wraps)
    if tone:
        out.setProperty("tone", tone)
    if tone in ("chip", "badge", "key"):
        out.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return out


def button(text: str, tone: str = "", tip: str = "") -> QPushButton:
    """A push button; ``tone`` "primary", "flat", "crumb" or "link"."""
    out = QPushButton(text)
    out.setAccessibleName(tip or text.replace("&", ""))
    out.setToolTip(plain_tip(tip))
    out.setAutoDefault(False)
    if tone:
        out.setProperty("tone", tone)
    if tone in ("link", "crumb"):
        out.setCursor(Qt.CursorShape.PointingHandCursor)
        out.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return out


def rule() -> QFrame:
    """A hairline."""
    out = QFrame()
    out.setProperty("tone", "rule")
    return out


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go once the event at hand is over."""
    while (item := layout.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)
            inner.deleteLater()


def retone(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and look again."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
