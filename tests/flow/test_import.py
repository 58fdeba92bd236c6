"""Files come in through a report; nothing is stored before Accept, and one key takes it back."""

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from explorer.ops.library import ask
from explorer.questions.overview import overview
from explorer.questions.search import search
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.models.intake_model import CONTENT
from explorer.ui.widgets.text_block import TextBlock
from tests.flow import material
from tests.flow.intake_hand import card_of, is_listed, say_import

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
    """Drops files, says Import on the card and waits for the report."""

    def of(window, *paths):
        assert drop(window, *(QUrl.fromLocalFile(str(path)) for path in paths))
        qtbot.waitUntil(lambda: is_listed(window), timeout=20_000)
        say_import(window)
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
    assert not sheet.sections.isVisible()
    sheet.review.click()
    assert sheet.sections.isVisible()
    assert any("photo.png" in text for text in sheet.sections.part("failed").texts)


def test_a_line_that_nobody_read_is_quoted_with_its_number(window, tmp_path, report_of):
    path = tmp_path / "third.md"
    row = f"| {'word ' * 80} | |"
    path.write_text(material.SECOND.rstrip() + f"\n{row}\n", encoding="utf-8")
    sheet = report_of(window, path)
    part = sheet.sections.part("unparsed")
    sheet.review.click()
    QTest.keyClick(part.head, Qt.Key.Key_Space)
    (text,) = part.texts
    assert "line 9" in text and "word word" in text and "names no paper" in text
    assert part.head.accessibleName().endswith("open")


def test_sections_without_rows_are_not_there_and_urgent_ones_stand_open(window, digest, tmp_path, report_of):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    sheet = report_of(window, digest, tmp_path / "photo.png")
    assert sheet.sections.part("contradicts") is None
    sheet.review.click()
    assert sheet.sections.part("failed").head.isChecked()
    assert not sheet.sections.part("formats").head.isChecked()


def test_a_long_section_shows_its_rows_in_steps(window, tmp_path, report_of):
    path = tmp_path / "many.md"
    rows = "".join(f"| {n} {'word ' * 80}| |\n" for n in range(70))
    path.write_text(material.SECOND.rstrip() + f"\n{rows}", encoding="utf-8")
    sheet = report_of(window, path)
    part = sheet.sections.part("unparsed")
    sheet.review.click()
    part.head.click()
    assert len(part.texts) == 60 and part.more.text() == "10 more"
    part.more.click()
    assert len(part.texts) == 70 and not part.more.isVisible()


def test_a_file_without_its_tick_is_not_imported(window, library, tmp_path, digest, report_of, settle):
    other = tmp_path / "other.md"
    other.write_text(
        material.week("May 13 - May 19", (("Chameleon", "mixes tokens.", "2405.09818"),)), "utf-8"
    )
    sheet = report_of(window, digest, other)
    model = sheet.table.model()
    row = next(row for row in range(model.rowCount()) if "May 13" in model.index(row, 0).data())
    sheet.table.setFocus()
    sheet.table.setCurrentIndex(model.index(row, 0))
    QTest.keyClick(sheet.table, Qt.Key.Key_Space)
    assert "1 of 2" in sheet.hint.text()
    sheet.accept.click()
    settle(window)
    assert ask(library, search, "xLSTM").hits and not ask(library, search, "Chameleon").hits


def test_without_any_tick_there_is_nothing_to_accept(window, digest, report_of):
    sheet = report_of(window, digest)
    index = sheet.table.model().index(0, 0)
    assert sheet.table.model().setData(index, Qt.CheckState.Unchecked.value, Qt.ItemDataRole.CheckStateRole)
    assert not sheet.accept.isEnabled()
    sheet.table.model().setData(index, Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    assert sheet.accept.isEnabled()


def test_the_same_text_with_other_line_ends_says_whose_text_it_is(
    window, tmp_path, digest, report_of, settle
):
    report_of(window, digest).accept.click()
    settle(window)
    QApplication.sendPostedEvents(None, 0)
    copy = tmp_path / "copy.md"
    copy.write_bytes(digest.read_bytes().replace(b"\n", b"\r\n"))
    sheet = report_of(window, copy)
    assert not sheet.accept.isEnabled()
    sheet.review.click()
    sheet.sections.part("known").head.click()
    assert "same text as second.md" in sheet.sections.part("known").texts[0]


def test_no_text_of_the_report_is_clipped(window, tmp_path, digest, report_of):
    (tmp_path / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    sheet = report_of(window, digest, tmp_path / "photo.png")
    sheet.review.click()
    for part in sheet.sections.parts:
        part.head.setChecked(True)
    QApplication.processEvents()
    blocks = sheet.sections.findChildren(TextBlock)
    assert blocks
    for block in blocks:
        assert block.height() >= block.heightForWidth(block.width())
    for head in (part.head for part in sheet.sections.parts):
        assert head.width() >= head.sizeHint().width()
    assert window.rect().contains(sheet.geometry())


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
    card = card_of(window)
    assert "photo.png is a picture" in card.model.index(0, CONTENT).data()
    assert not card.start.isEnabled()
    QTest.keyClick(card.table, Qt.Key.Key_Return)
    settle(window)
    assert window.findChild(ImportSheet) is None


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
