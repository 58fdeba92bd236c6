"""Says Import on the card of what came in, by the key."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.ui.dialogs.intake_sheet import IntakeSheet
from explorer.ui.main_window import MainWindow


def card_of(window: MainWindow) -> IntakeSheet | None:
    """The card that is open."""
    return next((card for card in window.findChildren(IntakeSheet) if card.isVisible()), None)


def is_listed(window: MainWindow) -> bool:
    """Whether the card shows what came and may be left by Enter."""
    card = card_of(window)
    return card is not None and card.start.isEnabled()


def say_import(window: MainWindow) -> None:
    """Enter; the card must be listed."""
    card = card_of(window)
    assert card is not None and card.start.isEnabled()
    QTest.keyClick(card.table, Qt.Key.Key_Return)
