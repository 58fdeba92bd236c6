"""Files come in through a report; nothing is stored before Accept, and one key takes it back."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from explorer.ops.library import ask
from explorer.questions.overview import overview
from explorer.questions.search import search
from explorer.ui.dialogs.import_sheet import ImportSheet

COPY = Qt.DropAction.CopyAction


def drop(window, *urls):
    """Drop what a file manager would: a list of addresses."""
    mime = QMimeData()
    mime.setUrls(list(urls))
    at = QPointF(window.rect().center())
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), COPY, mime, button, no_key)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        QApplication.sendEvent(window, QDropEvent(at, COPY, mime, button, no_key))
    return enter.isAccepted()


@pytest.fixture
def report_of(qtbot, settle):
    """Drops files and waits for the report."""

    def of(window, *paths):
        assert drop(window, *(QUrl.fromLocalFile(str(path)) for path in paths))
        qtbot.waitUntil(lambda: window.findChild(ImportSheet) is not None, timeout=20_000)
        return window.findChild(ImportSheet)

    return of


def test_a_dropped_file_is_reported_and_stored_only_when_accepted(window, library, digest, report_of, settle):
    before = ask(library, overview)
    sheet = report_of(window, digest)
    assert "1 document" in sheet.title.text()
    assert ask(library, overview).counts == before.counts
    sheet.accept.click()
    settle(window)
    after = ask(library, overview)
    assert sum(after.counts.values()) > sum(before.counts.values())
    assert ask(library, search, "xLSTM").hits
    assert window.notice_bar.isVisible() and "second.md" in window.notice_bar.words
    assert "second.md" in window.top_bar.undo.accessibleName()


def test_undo_in_the_notice_takes_the_import_back(window, library, digest, report_of, settle):
    before = ask(library, overview).counts
    report_of(window, digest).accept.click()
    settle(window)
    window.notice_bar.undo_asked.emit()
    settle(window)
    assert ask(library, overview).counts == before


def test_cancel_stores_nothing(window, library, digest, report_of, settle):
    before = ask(library, overview).counts
    sheet = report_of(window, digest)
    sheet.close_up()
    settle(window)
    assert ask(library, overview).counts == before
    assert not window.top_bar.redo.isVisible()


def test_the_report_counts_what_is_there_and_review_lists_what_was_not_read(
    window, tmp_path, digest, report_of, settle
):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    sheet = report_of(window, digest, tmp_path / "photo.png")
    cells = [sheet.table.model().index(0, column).data() for column in range(4)]
    assert cells[1] == "3" and cells[3] == "3"
    assert not sheet.lines.isVisible()
    sheet.review.click()
    assert sheet.lines.isVisible()
    lines = [sheet.lines.model().index(row, 0).data() for row in range(sheet.lines.model().rowCount())]
    assert any("photo.png" in line for line in lines)


def test_a_file_that_is_in_the_library_already_has_nothing_to_accept(window, digest, report_of, settle):
    report_of(window, digest).accept.click()
    settle(window)
    QApplication.sendPostedEvents(None, 0)
    again = report_of(window, digest)
    assert not again.accept.isEnabled()
    assert "already" in again.table.model().index(0, 0).data()


def test_a_file_nobody_can_read_is_said_in_words(window, tmp_path, settle):
    path = tmp_path / "photo.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    drop(window, QUrl.fromLocalFile(str(path)))
    settle(window)
    assert window.findChild(ImportSheet) is None
    assert window.notice_bar.isVisible() and "photo.png" in window.notice_bar.words


def test_what_is_no_file_and_no_address_is_not_taken(window):
    assert not drop(window, QUrl("javascript:alert(1)"))
    assert not drop(window)


def test_files_dropped_before_a_library_is_open_make_one(make_window, digest, tmp_path, report_of, settle):
    window = make_window()
    assert window.pages.currentWidget() is window.first_run
    report_of(window, digest).accept.click()
    settle(window)
    assert window.workspace.path == tmp_path / "own.db"
    assert window.pages.currentWidget() is window.canvas
    assert len(window.navigator.scene.view.ids) > 3
