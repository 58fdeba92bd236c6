"""Rules that hold for the whole window: names for screen readers, words through tr(), one table."""

import ast
import gc
import re
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QTabBar,
    QToolTip,
    QWidget,
)

import explorer.ui
from explorer.render.theme import SCHEMES, theme
from explorer.ui.commands import COMMANDS, CommandAction
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.screenshot import Screenshot
from explorer.ui.style import palette_of

UI = Path(explorer.ui.__file__).parent
SOURCES = sorted(UI.rglob("*.py"))
#: calls whose text a person sees or hears, and which of their arguments that is
SHOWN = {
    "setText",
    "setToolTip",
    "setWindowTitle",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setStatusTip",
    "setTitle",
    "addTab",
    "addItem",
    "addAction",
    "addMenu",
    "label",
    "button",
    "Notice",
    "QLabel",
    "QPushButton",
    "QCheckBox",
    "QAction",
    "QFileDialog",
    "SearchBox",
    "setNameFilters",
    "setNameFilter",
}


def bare_texts(path):
    """(line, text) of literals with words that go to a person without being translated."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in SHOWN:
            for argument in (*call.args[:2], *(word.value for word in call.keywords)):
                yield from _literals(argument)


def _literals(node):
    if isinstance(node, ast.Call):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if re.search(r"[A-Za-z]{2,}.*[ …]|^[A-Z][a-z]+$", node.value):
            yield node.lineno, node.value
        return
    for child in ast.iter_child_nodes(node):
        yield from _literals(child)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(UI)))
def test_every_visible_text_goes_through_tr(path):
    assert not list(bare_texts(path))


def test_the_search_for_bare_texts_finds_one(tmp_path):
    path = tmp_path / "x.py"
    path.write_text(
        "label('Hello there')\nself.a.setText(f'Got {n} of them')\nlabel(self.tr('Fine words'))\n"
    )
    assert {line for line, _ in bare_texts(path)} == {1, 2}


def test_no_dialog_blocks_and_no_slot_is_a_lambda():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert not (node.func.attr == "exec" and path.name != "app.py"), f"{path}:{node.lineno}"
                if node.func.attr == "connect":
                    bad = [a for a in node.args if isinstance(a, ast.Lambda | ast.Call)]
                    assert not bad, f"{path}:{node.lineno} connects a lambda or a partial"


def test_every_command_has_its_own_id_key_and_text():
    keys = [command.key for command in COMMANDS if command.key]
    assert len(set(keys)) == len(keys)
    assert len({command.id for command in COMMANDS}) == len(COMMANDS)
    assert len({command.text for command in COMMANDS}) == len(COMMANDS)


def test_letter_keys_work_on_the_canvas_only(window):
    letters = [command for command in COMMANDS if re.fullmatch(r"[A-Z0-9]|Space|Return", command.key)]
    assert len(letters) > 10
    for command in letters:
        assert window.actions_by_id[command.id] in window.canvas.actions(), command.id
        assert window.actions_by_id[command.id] not in window.actions()


def test_there_is_no_action_beside_the_table(window):
    ours = [action for action in window.findChildren(QAction) if action.text() and not action.menu()]
    strangers = [a.text() for a in ours if not isinstance(a, CommandAction) and not _is_qts_own(a)]
    assert not strangers


def _is_qts_own(action):
    return isinstance(action.parent(), QLineEdit | QToolTip | QFileDialog)


LEAVES = ("file.sample", "file.quit")  # these come last: they leave the library


@pytest.mark.parametrize("has_library", [True, False])
def test_every_command_runs_on_an_empty_library_and_on_none(
    has_library, make_window, tmp_path, settle, monkeypatch, qtbot
):
    window = make_window()
    monkeypatch.setattr("explorer.ops.sample.open_sample", lambda path: tmp_path / "empty.db")
    if has_library:
        window.workspace.open(tmp_path / "empty.db", True)
        settle(window)
    others = [command.id for command in COMMANDS if command.id not in LEAVES]
    failed = {}
    for key in (*others, *LEAVES):
        with qtbot.captureExceptions() as caught:
            window.actions_by_id[key].trigger()
            settle(window)
        if caught:
            failed[key] = caught
        for dialog in window.findChildren(QFileDialog):
            dialog.reject()
        for sheet in window.findChildren(Sheet):
            sheet.close_up()
    assert not failed
    assert len(others) + len(LEAVES) == len(COMMANDS)


def test_every_control_has_a_name_for_screen_readers(window, settle):
    window.left_panel.show_list()
    for command in ("edit.tag", "file.preferences", "help.keys"):
        window.actions_by_id[command].trigger()
    settle(window)
    assert len(window.findChildren(Sheet)) == 3
    nameless = [
        f"{type(widget).__name__} in {type(widget.parent()).__name__}"
        for widget in window.findChildren(QWidget)
        if _is_control(widget) and not _name(widget)
    ]
    assert not nameless


def _is_control(widget):
    if isinstance(widget, QScrollBar | QHeaderView | QMenu | QAbstractSpinBox):
        return False
    owner = widget.parent()
    if (
        isinstance(owner, QTabBar | QAbstractItemView | QComboBox)
        or type(owner).__name__ == "QComboBoxPrivateContainer"
    ):
        return False
    if widget.objectName() == "qt_scrollarea_viewport":
        return False
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus


def _name(widget):
    return widget.accessibleName().strip() or (isinstance(widget, QLabel) and widget.text().strip())


def test_labels_never_take_a_text_for_markup(window, settle):
    rich = [w.text() for w in window.findChildren(QLabel) if w.textFormat() != Qt.TextFormat.PlainText]
    assert not [text for text in rich if text]


def test_nothing_but_the_window_ever_becomes_a_window(make_window, library, settle, qapp):
    class Watch(QObject):
        def __init__(self):
            super().__init__()
            self.seen = []

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.seen.append(type(watched).__name__)
            return False

    watch = Watch()
    qapp.installEventFilter(watch)
    try:
        window = make_window()
        window.workspace.open(library)
        settle(window)
        node = window.navigator.state.query.centers[0]
        from explorer.ops.tagging import tag

        window.workspace.do(tag, "a", (node,))
        settle(window)
        window.navigator.go_to(*window.navigator.scene.view.ids.tolist()[:1])
        window.acts.views.show_keys()
        window.acts.views.preferences()
        settle(window)
    finally:
        qapp.removeEventFilter(watch)
    assert set(watch.seen) == {"MainWindow"}


@pytest.mark.parametrize("name", SCHEMES)
def test_text_stands_out_from_its_ground(name):
    tokens, role = theme(name), QPalette.ColorRole
    palette = palette_of(tokens)
    pairs = [(role.WindowText, role.Window), (role.Text, role.Base), (role.ButtonText, role.Button)]
    pairs += [(role.PlaceholderText, ground) for ground in (role.Window, role.Base, role.Button)]
    pairs += [
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Window),
        (role.ToolTipText, role.ToolTipBase),
    ]
    pairs += [(role.Text, role.Midlight)]
    for ink, ground in pairs:
        assert contrast(palette.color(ink), palette.color(ground)) >= 4.5, (ink, ground)
    for tone in (tokens.warn, tokens.bad, tokens.good):
        for ground in (tokens.panel, tokens.card):
            assert contrast(QColor(tone), QColor(ground)) >= 4.5, (tone, ground)


def contrast(a, b):
    """Ratio of relative luminance, WCAG 2.2, 1.4.3."""
    light, dark = sorted((luminance(a), luminance(b)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour.getRgbF()[:3]]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def test_the_scheme_follows_the_settings_at_once(window, settle):
    from dataclasses import replace

    window._forced_scheme = ""
    window.use_settings(replace(window.settings, scheme="dark"))
    settle(window)
    assert window.scheme == "dark" and window.canvas.theme.name == "dark"
    assert window.palette().color(QPalette.ColorRole.Window) == QColor(theme("dark").panel)
    assert 'scheme = "dark"' in window.settings_file.read_text(encoding="utf-8")


def test_a_window_that_is_closed_leaves_nothing_behind(make_window, library, settle, qtbot):
    def once():
        window = make_window()
        window.workspace.open(library)
        settle(window)
        window.acts.views.show_keys()
        window.navigator.show_all()
        settle(window)
        parts = [weakref.ref(part) for part in (window, window.canvas, window.passport, window.workspace)]
        window.close()
        window.deleteLater()
        return parts

    parts = once()
    make_window.forget()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    gc.collect()
    assert [part() for part in parts] == [None] * len(parts)


def test_screenshot_is_part_of_the_window_and_ends_with_it(make_window, tmp_path):
    window = make_window()
    shot = Screenshot(window, tmp_path / "x.png")
    assert shot.parent() is window
    shot.deleteLater()
