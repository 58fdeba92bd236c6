"""The palette: commands, everything in the library, what was taken last, and why something cannot run."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from explorer.ops.library import ask
from explorer.questions.search import Hit, SearchAnswer, search
from explorer.ui.dialogs.shortcut_sheet import ShortcutSheet
from explorer.ui.models.palette_model import HITS_SHOWN

CTRL = Qt.KeyboardModifier.ControlModifier
KEY_MS = 30.0  #: processor time from a letter to the rows that it gives


@pytest.fixture
def typed(window, press, settle, qtbot):
    """Opens the palette and types; the rows once the library has answered."""

    def on(text):
        press(Qt.Key.Key_K, CTRL)
        window.top_bar.search.setText(text)
        settle(window)
        window.palette_view.ask_now()
        settle(window)
        return window.palette_view.entries

    return on


def test_a_name_that_is_typed_whole_comes_first(window, typed):
    rows = typed("rag")
    hits = [row for row in rows if row.node]
    assert hits[0].title == "RAG" and hits[0].side == "method"
    assert len(hits) > 1


@pytest.mark.parametrize("words", ["2310.11511", "arXiv:2310.11511v2", "https://arxiv.org/abs/2310.11511"])
def test_an_arxiv_id_finds_its_paper_in_any_form(library, words):
    assert ask(library, search, words, HITS_SHOWN, True).hits[0].title.startswith("Self-RAG")


def test_the_beginning_of_a_name_finds_the_most_important_first(library):
    hits = ask(library, search, "kolmogorov-arn", HITS_SHOWN, True).hits
    assert "Kolmogorov-Arnold" in hits[0].title or hits[0].title == "KAN"


def test_what_was_taken_last_stands_first_when_nothing_is_typed(window, typed, press):
    typed("rag")
    node = next(row.node for row in window.palette_view.entries if row.node)
    while window.palette_view.chosen.node != node:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    rows = typed("")
    assert rows[0].node == node
    assert rows[1].command


def test_a_command_that_cannot_run_says_why_and_keeps_its_key(window, typed, settle):
    window.navigator.select(frozenset())
    settle(window)
    tag = next(row for row in typed("tag") if row.command == "edit.tag")
    assert tag.why == "Nothing is selected." and tag.side == "T"
    window.palette_view.close_up()
    window.navigator.select(frozenset(window.navigator.scene.view.ids.tolist()[:1]))
    settle(window)
    assert next(row for row in typed("tag") if row.command == "edit.tag").why == ""


def test_a_saved_view_beyond_the_keys_is_found_by_its_name(window, typed, settle, press):
    from explorer.ui.verbs import readings as reading_verbs
    from explorer.ui.verbs.readings import ViewWish

    for number in range(1, 12):
        wish = ViewWish("save", f"view of number {number}")
        window.workspace.do(reading_verbs.keep_view, wish, window.navigator.wanted())
        settle(window)
    beyond = [row.view for row in typed("view of number") if row.view]
    assert len(beyond) == 2
    window.palette_view.view_chosen.emit(beyond[0])
    settle(window)
    assert window.navigator.state.name == beyond[0]


def test_a_letter_costs_little_whatever_the_library_has_found(window, typed):
    typed("x")
    hits = tuple(
        Hit("paper", n, f"検索拡張 paper {n} " * 4, "a passage " * 9, 1.0, "text") for n in range(200)
    )
    costs = []
    for text in ("r", "re", "ret", "retr", "retri"):
        start = time.thread_time()
        window.top_bar.search.setText(text)
        window.palette_view.show_answer(SearchAnswer(text, hits))
        QApplication.processEvents()
        costs.append((time.thread_time() - start) * 1000)
    assert sorted(costs)[len(costs) // 2] < KEY_MS, costs


@pytest.mark.parametrize("width", [1100, 1440, 800])
def test_the_sheet_of_keys_shows_every_text_whole(window, settle, width):
    window.resize(width, 760)
    window.acts.views.show_keys()
    settle(window)
    sheet = window.findChild(ShortcutSheet)
    shown = sheet.texts()
    assert {text for _, rows in window.key_groups() for _, text in rows} == {text for _, text in shown}
    assert {text for _, text in shown} <= {words.text() for words in sheet.labels()}
    for words in sheet.labels():
        line = QFontMetricsF(words.font())
        assert line.horizontalAdvance(words.text()) <= words.width() + 1 or words.wordWrap(), words.text()
        assert words.height() >= line.height() - 1
    assert sheet.geometry().right() <= window.width()


def test_the_sheet_of_keys_is_searched_by_typing(window, press, settle):
    press(Qt.Key.Key_Question)
    sheet = window.findChild(ShortcutSheet)
    QApplication.focusWidget().insert("lasso")
    settle(window)
    found = [text for _, text in sheet.texts()]
    assert found and all("lasso" in text.casefold() for text in found)
    press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
