"""Whatever is dropped, pasted, opened or typed comes to one card; nothing is fetched or stored by it."""

import os
import time

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from explorer.model.incoming import Given, Origin
from explorer.ops.library import ask
from explorer.pipeline import fetch
from explorer.questions.overview import overview
from explorer.questions.search import search
from explorer.ui.dialogs.add_sheet import AddSheet
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.models.intake_model import CONTENT, FORMAT, LANGUAGE, NAME, SIZE
from tests.flow import material
from tests.flow.heartbeat import limit_ms
from tests.flow.intake_hand import card_of, say_import

OTHER = material.week("May 13 - May 19", (("Chameleon", "mixes tokens.", "2405.09818"),))
COPY = Qt.DropAction.CopyAction
ROWS = "Titel;Wer;Wann;Weiteres\nA Pond of Frogs;Ann Bee;2020;Frogs in Ponds\nThe Wheel;Cee Dee;2021;Round\n"


@pytest.fixture(autouse=True)
def asks_nobody(monkeypatch):
    """Any fetch before Import fails the test."""

    def refuse(*_):
        raise AssertionError("something was fetched")

    monkeypatch.setattr(fetch, "default_fetcher", refuse)


@pytest.fixture
def card(window, settle, qtbot):
    """Takes things in and gives their card once every look is made."""

    def of(*words, text="", html=""):
        window.acts.files.intake.take(Given(tuple(map(str, words)), text, html))
        settle(window)
        return card_of(window)

    return of


def drag(target, mime, at):
    """What a desktop sends: enter, then drop; whether it was taken."""
    button, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at.toPoint(), COPY, mime, button, no_key)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        QApplication.sendEvent(target, QDropEvent(at, COPY, mime, button, no_key))
    return enter.isAccepted()


def cells(card, row=0):
    return {
        column: card.model.index(row, column).data() for column in (NAME, FORMAT, LANGUAGE, SIZE, CONTENT)
    }


def test_a_file_shows_what_it_is_and_what_would_come_in(window, card, digest, library):
    before = ask(library, overview).counts
    shown = cells(card(digest))
    assert shown[NAME] == "second.md" and shown[LANGUAGE] == "English" and shown[SIZE].endswith(" B")
    assert "digest" in shown[FORMAT] and shown[CONTENT].startswith("3 papers")
    assert ask(library, overview).counts == before


def test_the_card_stands_at_once_and_the_counts_come_afterwards(window, digest, settle):
    begun = time.perf_counter()
    window.acts.files.intake.take(Given((str(digest),)))
    QApplication.processEvents()
    assert card_of(window) is not None and time.perf_counter() - begun < 0.3 * limit_ms() / 100
    settle(window)
    assert cells(card_of(window))[CONTENT].startswith("3 papers")


def test_a_drop_on_a_text_field_comes_to_the_card_where_it_is_a_file(window, digest, settle):
    field = window.top_bar.search
    field.setFocus()
    at = QPointF(field.mapTo(window, field.rect().center()))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(digest))])
    assert drag(window.windowHandle(), mime, at)
    settle(window)
    assert cells(card_of(window))[NAME] == "second.md" and field.text() == ""


def test_text_dropped_on_a_field_is_the_fields(window, settle):
    field = window.top_bar.search
    mime = QMimeData()
    mime.setText("2404.19756")
    drag(window.windowHandle(), mime, QPointF(field.mapTo(window, field.rect().center())))
    settle(window)
    assert card_of(window) is None


def test_a_veil_says_what_a_drop_will_do_and_goes_with_the_drag(window, digest):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(digest)), QUrl("https://example.org/list")])
    at = window.rect().center()
    enter = QDragEnterEvent(at, COPY, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), enter)
    assert window.drop_veil.isVisible() and window.drop_veil.words == "1 file or folder · 1 link"
    QApplication.sendEvent(window.windowHandle(), QDragLeaveEvent())
    assert not window.drop_veil.isVisible() and card_of(window) is None


def test_a_page_dropped_from_a_browser_keeps_its_links(window, settle):
    mime = QMimeData()
    mime.setText("A paper that we read")
    mime.setHtml(
        '<p>We read <a href="https://arxiv.org/abs/2404.19756">KAN: Kolmogorov-Arnold Networks</a>.</p>'
    )
    assert drag(window, mime, QPointF(window.canvas.mapTo(window, window.canvas.rect().center())))
    settle(window)
    row = card_of(window).model.rows[0]
    assert row.thing.origin is Origin.TEXT and b"2404.19756" in row.thing.content


def test_paste_takes_ids_and_links_and_says_who_would_be_asked(window, press, settle):
    QGuiApplication.clipboard().setText(
        "2404.19756\nhttps://arxiv.org/abs/2405.04517\nhttps://example.org/a.html"
    )
    window.canvas.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    card = card_of(window)
    assert [row.thing.origin for row in card.model.rows] == [Origin.ARXIV, Origin.ARXIV, Origin.WEB]
    assert cells(card, 2)[CONTENT] == "to be read from example.org"
    assert "Import asks example.org, export.arxiv.org" in card.hint.text()


def test_paste_into_a_text_field_stays_there(window, press, settle):
    QGuiApplication.clipboard().setText("2404.19756")
    window.acts.views.search()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == "2404.19756" and card_of(window) is None


def test_a_picture_in_the_clipboard_is_refused_in_words(window, press):
    mime = QMimeData()
    mime.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    QGuiApplication.clipboard().setMimeData(mime)
    window.canvas.setFocus()
    press(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert card_of(window) is None and "picture" in window.notice_bar.words


def test_several_lines_are_typed_with_shift_enter_and_looked_at_with_enter(window, press, settle):
    press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    field = window.findChild(AddSheet).field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "arXiv: 2404.19756")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field, "2405.04517")
    QTest.keyClick(field, Qt.Key.Key_Return)
    settle(window)
    assert [row.thing.name for row in card_of(window).model.rows] == ["arXiv:2404.19756", "arXiv:2405.04517"]


def test_what_comes_while_the_card_is_open_is_put_on_it(window, card, digest, tmp_path):
    card(digest)
    more = card(digest, text="A note on KAN: Kolmogorov-Arnold Networks, arXiv:2404.19756, read last week.")
    assert [row.thing.origin for row in more.model.rows] == [Origin.FILE, Origin.TEXT]


def test_a_column_is_read_as_the_person_says_and_the_library_keeps_it(
    window, card, tmp_path, library, settle
):
    path = tmp_path / "liste.csv"
    path.write_text(ROWS, encoding="utf-8")
    shown = card(path)
    boxes = {box.property("column"): box for box in shown.choices.columns}
    assert boxes["Titel"].currentData() == "title" and boxes["Weiteres"].isVisible()
    assert "Weiteres" in boxes["Weiteres"].accessibleName()
    boxes["Weiteres"].setFocus()
    boxes["Weiteres"].setCurrentIndex(boxes["Weiteres"].findData("title"))
    boxes["Weiteres"].activated.emit(boxes["Weiteres"].currentIndex())
    settle(window)
    assert shown.model.rows[0].look.choice.columns == (("title", "Weiteres"),)
    assert boxes["Titel"].currentData() != "title" and shown.choices.columns[3] is boxes["Weiteres"]
    say_import(window)
    settle(window)
    window.findChild(ImportSheet).accept.click()
    settle(window)
    assert ask(library, search, "Frogs in Ponds").hits and not ask(library, search, "The Wheel").hits


def test_another_format_and_an_edition_are_chosen_on_the_card(window, card, tmp_path, library, settle):
    path = tmp_path / "papers.csv"
    path.write_text("title,authors\nA Pond of Frogs,Ann Bee\nThe Wheel,Cee Dee\n", encoding="utf-8")
    shown = card(path)
    shown.choices.edition.lineEdit().setFocus()
    shown.choices.edition.setEditText("ICML 2031")
    QTest.keyClick(shown.choices.edition.lineEdit(), Qt.Key.Key_Tab)
    settle(window)
    assert shown.model.rows[0].look.edition == "ICML 2031"
    say_import(window)
    settle(window)
    window.findChild(ImportSheet).accept.click()
    settle(window)
    assert any(facet.name == "ICML 2031" for facet in ask(library, overview).editions)


def test_an_edition_that_the_file_name_suggests_is_taken_away_on_the_card(
    window, card, tmp_path, library, settle
):
    path = tmp_path / "icml2018.csv"
    path.write_text("title,authors\nA Pond of Frogs,Ann Bee\nThe Wheel,Cee Dee\n", encoding="utf-8")
    shown = card(path)
    assert shown.choices.edition.currentText() == "ICML 2018"
    shown.choices.edition.lineEdit().setFocus()
    shown.choices.edition.setEditText("")
    QTest.keyClick(shown.choices.edition.lineEdit(), Qt.Key.Key_Tab)
    settle(window)
    assert shown.model.rows[0].look.edition == "none" and shown.choices.edition.currentText() == ""
    say_import(window)
    settle(window)
    window.findChild(ImportSheet).accept.click()
    settle(window)
    assert ask(library, search, "A Pond of Frogs").hits
    assert not any(facet.name in ("ICML 2018", "none") for facet in ask(library, overview).editions)


def test_an_edition_without_a_year_is_refused_in_words(window, card, tmp_path, settle):
    path = tmp_path / "papers.csv"
    path.write_text("title,authors\nA Pond of Frogs,Ann Bee\n", encoding="utf-8")
    shown = card(path)
    shown.choices.edition.setEditText("somewhere")
    shown.choices.edition.lineEdit().editingFinished.emit()
    settle(window)
    assert "names no edition" in cells(shown)[CONTENT] and not shown.start.isEnabled()
    assert shown.choices.edition.isVisible() and shown.choices.edition.currentText() == "somewhere"
    shown.choices.edition.setEditText("")
    shown.choices.edition.lineEdit().editingFinished.emit()
    settle(window)
    assert cells(shown)[CONTENT].startswith("1 paper") and shown.start.isEnabled()


def test_what_the_library_holds_is_marked_unchanged_or_older(window, card, digest, settle):
    shown = card(digest)
    say_import(window)
    settle(window)
    window.findChild(ImportSheet).accept.click()
    settle(window)
    assert cells(card(digest))[CONTENT] == "in the library already, unchanged"
    card_of(window).close_up()
    digest.write_text(digest.read_text("utf-8") + material.week("May 20 - May 26", ()), encoding="utf-8")
    assert cells(card(digest))[CONTENT].startswith("newer than in the library: ")
    assert shown is not card_of(window)


def test_only_ticked_things_are_imported(window, card, digest, tmp_path, library, settle):
    other = tmp_path / "other.md"
    other.write_text(OTHER, "utf-8")
    shown = card(digest, other)
    shown.table.setCurrentIndex(shown.model.index(1, NAME))
    QTest.keyClick(shown.table, Qt.Key.Key_Space)
    say_import(window)
    settle(window)
    window.findChild(ImportSheet).accept.click()
    settle(window)
    assert ask(library, search, "xLSTM").hits and not ask(library, search, "Chameleon").hits


def test_escape_lets_it_be(window, card, digest, library):
    before = ask(library, overview).counts
    shown = card(digest)
    QTest.keyClick(shown.table, Qt.Key.Key_Escape)
    assert card_of(window) is None and ask(library, overview).counts == before


def test_a_file_that_goes_away_between_card_and_import_is_told(window, card, digest, tmp_path, settle):
    other = tmp_path / "other.md"
    other.write_text(OTHER, "utf-8")
    card(digest, other)
    other.unlink()
    say_import(window)
    settle(window)
    sheet = window.findChild(ImportSheet)
    sheet.review.click()
    assert any("other.md" in text for text in sheet.sections.part("failed").texts)


def test_what_is_empty_locked_or_no_text_is_said_on_the_card(window, card, tmp_path):
    (tmp_path / "empty.md").write_bytes(b"")
    (tmp_path / "locked.md").write_text("words", encoding="utf-8")
    (tmp_path / "locked.md").chmod(0)
    (tmp_path / "nul.md").write_bytes(b"# Title\n\x00\x00 words \x00")
    shown = card(tmp_path / "empty.md", tmp_path / "locked.md", tmp_path / "nul.md", tmp_path / "missing.md")
    said = [cells(shown, row)[CONTENT] for row in range(4)]
    assert "empty.md" in said[0] and "missing.md" in said[3]
    if os.getuid():  # root reads everything
        assert "cannot be read" in said[1]
    assert said[2] != "…" and not window.notice_bar.isVisible()


def test_a_pasted_text_with_nul_characters_leaves_the_window_whole(window, card):
    shown = card(text="a\0b 2404.19756\n\ud800 and more")
    assert cells(shown)[CONTENT] not in ("", "…")


def test_a_folder_with_too_many_files_says_so(window, card, tmp_path, monkeypatch):
    (tmp_path / "full").mkdir()
    for number in range(5_001):
        (tmp_path / "full" / f"{number}.md").touch()
    shown = card(tmp_path / "full")
    assert "more than 5000 files" in cells(shown)[CONTENT] and not shown.start.isEnabled()


def test_tab_reaches_every_choice_of_the_card(window, card, tmp_path):
    path = tmp_path / "liste.csv"
    path.write_text(ROWS, encoding="utf-8")
    shown = card(path)
    shown.table.setFocus()
    seen = []
    for _ in range(20):
        seen.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    wanted = [shown.table, shown.choices.format, *shown.choices.columns, shown.cancel, shown.start]
    assert [seen.index(widget) for widget in wanted] == sorted(seen.index(widget) for widget in wanted)
    assert all(widget.accessibleName() for widget in wanted)
