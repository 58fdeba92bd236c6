"""Hands that only have a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QTabBar, QWidget

from explorer.ui.dialogs.choose_sheet import ChooseSheet
from explorer.ui.main_window import MainWindow
from explorer.ui.widgets.text_block import TextBlock

NONE = Qt.KeyboardModifier.NoModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
PATIENCE_MS = 20_000
STEPS_MAX = 120  #: presses of one key until something is there


class Keyboard:
    """Presses keys, and waits for what they bring; it reads the window and touches nothing in it."""

    def __init__(self, window: MainWindow, settle: Callable[[MainWindow], None], qtbot) -> None:
        self.window = window
        self._settle = settle
        self._bot = qtbot

    def again(self, window: MainWindow) -> Keyboard:
        """The same hands on another window."""
        return Keyboard(window, self._settle, self._bot)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """One key, to what has the keyboard."""
        QTest.keyClick(self._target(), key, held)
        self._settle(self.window)

    def press_until(
        self, key: Qt.Key, is_there: Callable[[], bool], held: Qt.KeyboardModifier = NONE
    ) -> None:
        """The same key again and again."""
        for _ in range(STEPS_MAX):
            if is_there():
                return
            self.press(key, held)
        assert is_there(), f"{key} leads nowhere"

    def type(self, text: str) -> None:
        """Letters; others than ASCII come as an input method sends them."""
        if text.isascii():
            QTest.keyClicks(self._target(), text)
        else:
            event = QInputMethodEvent()
            event.setCommitString(text)
            QApplication.sendEvent(self._target(), event)
        self._settle(self.window)

    def go(self, name: str) -> None:
        """To what has a name, by the palette."""
        palette = self.window.palette_view
        self.press(Qt.Key.Key_K, CTRL)
        self.type(name)
        self.wait(lambda: any(row.node for row in palette.entries))
        self.press_until(Qt.Key.Key_Down, lambda: bool(palette.chosen.node))
        assert palette.chosen.title.casefold() == name.casefold()
        self.press(Qt.Key.Key_Return)

    def choose(self, name: str) -> None:
        """Take a name in the sheet that asks for the other end."""
        sheet = self.window.findChildren(ChooseSheet)[-1]
        self.type(name)
        self.wait(lambda: bool(sheet.entries))
        self.press(Qt.Key.Key_Return)

    def open_part(self, name: str) -> None:
        """A part of the passport: Tab to its tabs, arrows among them."""
        self.press_until(Qt.Key.Key_Tab, lambda: isinstance(QApplication.focusWidget(), QTabBar))
        tabs = QApplication.focusWidget()
        self.press_until(Qt.Key.Key_Right, lambda: tabs.tabText(tabs.currentIndex()).startswith(name))

    def export(self, file: Path) -> None:
        """Write the view to a file, by the file dialog."""
        self.press(Qt.Key.Key_E, CTRL)
        if not self._file_dialog():  # a sheet asks for the format first
            formats = QApplication.focusWidget()
            self.press(Qt.Key.Key_Home)
            self.press_until(
                Qt.Key.Key_Down, lambda: formats.currentIndex().data().endswith(f" {file.suffix}")
            )
            self.press(Qt.Key.Key_Return)
        dialog = self._file_dialog()
        self.press_until(Qt.Key.Key_Tab, lambda: isinstance(dialog.focusWidget(), QLineEdit))
        line = dialog.focusWidget()
        QTest.keyClick(line, Qt.Key.Key_A, CTRL)
        QTest.keyClicks(line, str(file))
        QTest.keyClick(line, Qt.Key.Key_Return)
        self.wait(lambda: file.exists() and self._file_dialog() is None)
        self.window.activateWindow()  # a desktop does it when a dialog closes
        self.wait(self.window.isActiveWindow)

    def _file_dialog(self) -> QFileDialog | None:
        return next((one for one in self.window.findChildren(QFileDialog) if one.isVisible()), None)

    def said(self) -> list[str]:
        """All texts of the passport."""
        return [block.text for block in self.window.passport.findChildren(TextBlock) if block.isVisible()]

    def wait(self, is_there: Callable[[], bool]) -> None:
        """Until something is there."""
        self._bot.waitUntil(is_there, timeout=PATIENCE_MS)
        self._settle(self.window)

    def _target(self) -> QWidget:
        return QApplication.focusWidget() or self.window
