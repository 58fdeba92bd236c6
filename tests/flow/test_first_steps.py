"""The first minutes of a person with a keyboard: drop, Enter, Enter, and what stands on the way."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.model import NodeKind
from explorer.model.incoming import Given
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.dialogs.sheet import Sheet
from explorer.ui.widgets.labels import button
from tests.flow.intake_hand import card_of


def press(key, settle, window):
    QTest.keyClick(QApplication.focusWidget() or window, key)
    settle(window)


def report_of(window):
    return next((sheet for sheet in window.findChildren(ImportSheet) if sheet.isVisible()), None)


def test_on_an_empty_machine_a_drop_and_two_enters_fill_a_library(make_window, digest, settle, strays):
    window = make_window()
    window.activateWindow()
    strays.clear()
    window.acts.files.intake.take(Given((str(digest),)))
    settle(window)
    press(Qt.Key.Key_Return, settle, window)
    assert QApplication.focusWidget() is report_of(window).accept and strays == []
    press(Qt.Key.Key_Return, settle, window)
    assert report_of(window) is None and window.navigator.overview.counts[NodeKind.PAPER] == 3


def test_escape_leaves_the_report_of_a_first_drop_and_the_start_page_has_the_keyboard(
    make_window, digest, settle
):
    window = make_window()
    window.activateWindow()
    window.acts.files.intake.take(Given((str(digest),)))
    settle(window)
    press(Qt.Key.Key_Return, settle, window)
    press(Qt.Key.Key_Escape, settle, window)
    assert report_of(window) is None and card_of(window) is None
    assert QApplication.focusWidget() is window.first_run


def test_enter_presses_the_button_that_has_the_keyboard_on_every_sheet(window):
    sheet = Sheet("One", window, 300)
    one = button("Do it")
    done = []
    one.clicked.connect(lambda: done.append("pressed"))
    sheet.column.addWidget(one)
    sheet.open(one)
    QTest.keyClick(one, Qt.Key.Key_Return)
    assert done == ["pressed"]
    sheet.close_up()


def test_enter_on_cancel_asks_no_service(window, settle):
    window.actions_by_id["file.complete"].trigger()
    settle(window)
    (sheet,) = [s for s in window.findChildren(Sheet) if s.isVisible()]
    started = []
    sheet.started.disconnect()
    sheet.started.connect(started.append)
    sheet.cancel.setFocus()
    QTest.keyClick(sheet.cancel, Qt.Key.Key_Return)
    assert not sheet.isVisible() and started == []


def test_enter_on_the_documents_accepts_the_report(window, digest, settle):
    window.acts.files.intake.take(Given((str(digest),)))
    settle(window)
    press(Qt.Key.Key_Return, settle, window)
    report = report_of(window)
    report.table.setFocus()
    QTest.keyClick(report.table, Qt.Key.Key_Return)
    settle(window)
    assert report_of(window) is None and window.navigator.overview.counts[NodeKind.PAPER] == 7


def test_escape_leaves_a_report_that_has_nothing_new(window, digest, settle):
    for _ in range(2):
        window.acts.files.intake.take(Given((str(digest),)))
        settle(window)
        press(Qt.Key.Key_Return, settle, window)
        if report_of(window).accept.isEnabled():
            press(Qt.Key.Key_Return, settle, window)
    assert not report_of(window).accept.isEnabled()
    press(Qt.Key.Key_Escape, settle, window)
    assert report_of(window) is None


def test_a_folder_that_came_as_a_whole_is_followed_as_one(window, digest, tmp_path, settle):
    folder = tmp_path / "weeks"
    (folder / "old").mkdir(parents=True)
    for name in ("a.md", "old/b.md"):
        (folder / name).write_bytes(digest.read_bytes() + name.encode())
    window.acts.files.intake.take(Given((str(folder), str(digest))))
    settle(window)
    press(Qt.Key.Key_Return, settle, window)
    asked = []
    report = report_of(window)
    report.follow_asked.disconnect()
    report.follow_asked.connect(asked.append)
    report.follow.click()
    assert asked == [(str(folder), str(digest))]


def test_of_a_folder_with_a_file_left_out_the_files_are_followed(window, digest, tmp_path, settle):
    folder = tmp_path / "weeks"
    folder.mkdir()
    for name in ("a.md", "b.md", "c.md"):
        (folder / name).write_bytes(digest.read_bytes() + name.encode())
    window.acts.files.intake.take(Given((str(folder),)))
    settle(window)
    QTest.keyClick(card_of(window).table, Qt.Key.Key_Space)
    press(Qt.Key.Key_Return, settle, window)
    asked = []
    report = report_of(window)
    report.follow_asked.disconnect()
    report.follow_asked.connect(asked.append)
    report.follow.click()
    assert asked == [(str(folder / "b.md"), str(folder / "c.md"))]
