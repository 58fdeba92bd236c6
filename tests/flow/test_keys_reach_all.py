"""Every control has a name, Tab reaches it, and no two commands share a key."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QWidget,
)

from explorer.ui.commands import COMMANDS
from explorer.ui.dialogs.sheet import Sheet

STEPS_MAX = 400
#: commands that open a sheet over the first view of the small library
OPENERS = (
    "file.address",
    "file.preferences",
    "go.path",
    "view.save",
    "view.views",
    "edit.tag",
    "edit.needs",
    "edit.links",
    "edit.names",
    "help.keys",
)


def controls(root):
    """What a person can work with inside a widget, as it is shown."""
    found = [widget for widget in root.findChildren(QWidget) if _is_control(widget)]
    return [widget for widget in found if widget.isVisible() and widget.isEnabled()]


def _is_control(widget):
    is_inner = isinstance(widget.parent(), QComboBox | QAbstractItemView) or (
        isinstance(widget.parent(), QAbstractScrollArea) and widget.objectName().startswith("qt_")
    )
    is_popup = type(widget.parent()).__name__ == "QComboBoxPrivateContainer"
    return not is_inner and not is_popup and widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def spoken_name(widget):
    """What a screen reader calls it."""
    seen = QAccessible.queryAccessibleInterface(widget)
    return seen.text(QAccessible.Text.Name).strip() if seen is not None else ""


def reached_by_tab(start, qtbot):
    """The widgets that get the keyboard from one press of Tab to the next, until they come again."""
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen = []
    for _ in range(STEPS_MAX):
        now = QApplication.focusWidget()
        if now is None or now in seen:
            break
        seen.append(now)
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    return seen


def described(widgets):
    return sorted(
        f"{type(one).__name__} “{spoken_name(one)}” in {type(one.parent()).__name__}" for one in widgets
    )


def wants_tab(widget):
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


@pytest.mark.parametrize("panel", ["filter", "list"])
def test_tab_reaches_every_control_of_the_window_and_each_has_a_name(window, settle, qtbot, panel):
    window.left_panel.choice.choose(panel)
    if panel == "list":
        window.left_panel.show_list()
    window.navigator.select(frozenset(window.navigator.state.query.centers))
    settle(window)
    shown = controls(window)
    assert len(shown) > 15
    assert not described(one for one in shown if not spoken_name(one))
    reached = reached_by_tab(window.canvas, qtbot)
    assert not described(
        one for one in shown if wants_tab(one) and one not in reached and not _by_arrows(one)
    )


def _by_arrows(widget):
    """One of a row of exclusive choices: Tab reaches the one that holds, arrows the others."""
    return isinstance(widget, QAbstractButton) and (widget.autoExclusive() or widget.group() is not None)


@pytest.mark.parametrize("opener", OPENERS)
def test_tab_reaches_every_control_of_a_sheet_and_each_has_a_name(window, settle, qtbot, opener):
    window.navigator.select(frozenset(window.navigator.state.query.centers))
    settle(window)
    window.actions_by_id[opener].trigger()
    settle(window)
    sheets = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
    assert len(sheets) == 1, opener
    shown = controls(sheets[0])
    assert sheets[0].accessibleName()
    assert not described(one for one in shown if not spoken_name(one))
    assert sheets[0].isAncestorOf(QApplication.focusWidget()) or QApplication.focusWidget() is sheets[0]
    reached = reached_by_tab(QApplication.focusWidget(), qtbot)
    assert not described(
        one for one in shown if wants_tab(one) and one not in reached and not _by_arrows(one)
    )


def test_the_cards_of_the_first_start_have_names_and_are_reached(make_window, qtbot):
    window = make_window()
    shown = controls(window.first_run)
    assert shown and not described(one for one in shown if not spoken_name(one))
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    reached = reached_by_tab(shown[0], qtbot)
    assert not described(one for one in shown if wants_tab(one) and one not in reached)


def test_no_two_commands_share_a_key():
    keys = {}
    for command in COMMANDS:
        for key in filter(None, (command.key, command.also)):
            written = QKeySequence(key).toString()
            assert written, f"{command.id}: “{key}” is no key"
            keys.setdefault(written, []).append(command.id)
    assert not {key: ids for key, ids in keys.items() if len(ids) > 1}
