"""Sources that are followed: a sheet lists them, one report tells what is new, nothing is asked by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.ops import public_sources
from explorer.ops.following import followed_sources
from explorer.ops.library import ask
from explorer.ops.public_sources import PublicSource
from explorer.pipeline import fetch
from explorer.pipeline.fetch.client import Fetcher, Limits
from explorer.questions.search import search
from explorer.ui.dialogs.get_sheet import GetSheet
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.dialogs.news_sheet import NewsSheet
from explorer.ui.dialogs.sources_sheet import SourcesSheet, words_of
from explorer.ui.verbs import following as follow_verbs
from tests.flow import material
from tests.servers import hangs, ok, raw_server, sends


@pytest.fixture
def local(monkeypatch):
    """Addresses of this machine may be asked."""
    limits = Limits(connect_s=1, read_s=5, total_s=5, tries=1, first_wait_s=0, gap_s=0)
    fetcher = Fetcher(limits, allowed=frozenset({"127.0.0.1"}))
    monkeypatch.setattr(fetch, "default_fetcher", lambda: fetcher)


@pytest.fixture
def sheet_of(qtbot, settle):
    """Runs a command and waits for its sheet."""

    def of(window, command, kind):
        window.actions_by_id[command].trigger()
        return wait_for(window, kind)

    def wait_for(window, kind):
        qtbot.waitUntil(lambda: any(s.isVisible() for s in window.findChildren(kind)), timeout=20_000)
        settle(window)
        return next(s for s in window.findChildren(kind) if s.isVisible())

    of.wait_for = wait_for
    return of


def type_into(line, text):
    line.setText(text)
    QTest.keyClick(line, Qt.Key.Key_Return)


def test_a_file_is_followed_by_keyboard_and_read_again_with_one_report(
    window, library, digest, sheet_of, settle
):
    sheet = sheet_of(window, "file.sources", SourcesSheet)
    assert not sheet.entries and window.focusWidget() is sheet.line and not sheet.refresh.isVisible()
    type_into(sheet.line, str(digest))
    settle(window)
    assert [entry.title for entry in sheet.entries] == ["second.md"]
    assert sheet.entries[0].side == "not read yet"
    assert "Followed “second.md”" in window.notice_bar.words
    QTest.keyClick(sheet.view, Qt.Key.Key_Return)
    news = sheet_of.wait_for(window, NewsSheet)
    titles = [entry.title for entry in news.entries]
    assert titles[0] == "second.md" and "DeepSeek-V2" in titles
    assert "3 new papers" in news.title.text() and window.focusWidget() is news.view
    assert ask(library, search, "DeepSeek-V2").hits
    QTest.keyClick(news, Qt.Key.Key_Escape)
    settle(window)
    sheet = sheet_of(window, "file.sources", SourcesSheet)
    assert "3 new papers" in sheet.entries[0].detail and window.focusWidget() is sheet.view
    QTest.keyClick(sheet.view, Qt.Key.Key_Return)
    again = sheet_of.wait_for(window, NewsSheet)
    assert [(entry.title, entry.side) for entry in again.entries] == [("second.md", "unchanged")]


def test_a_new_paper_of_the_report_is_opened_by_enter(window, digest, sheet_of, settle):
    window.acts.sources.follow_words((str(digest),))
    settle(window)
    news = sheet_of(window, "file.refresh", NewsSheet)
    row = next(i for i, entry in enumerate(news.entries) if entry.title == "DeepSeek-V2")
    QTest.keyClick(news.view, Qt.Key.Key_Return)
    assert news.isVisible()
    news.view.setCurrentIndex(news.view.model().index(row, 0))
    QTest.keyClick(news.view, Qt.Key.Key_Return)
    settle(window)
    assert window.findChildren(NewsSheet) == [] and window.passport.shown.name == "DeepSeek-V2"


def test_unfollowing_is_one_key_and_one_step_back(window, library, digest, sheet_of, settle):
    sheet = sheet_of(window, "file.sources", SourcesSheet)
    type_into(sheet.line, str(digest))
    settle(window)
    QTest.keyClick(sheet.view, Qt.Key.Key_Delete)
    settle(window)
    assert not sheet.entries and ask(library, followed_sources) == []
    window.actions_by_id["edit.undo"].trigger()
    settle(window)
    assert [entry.title for entry in sheet.entries] == ["second.md"]


def test_a_word_that_names_nothing_is_told_and_not_followed(window, library, sheet_of, settle):
    sheet = sheet_of(window, "file.sources", SourcesSheet)
    type_into(sheet.line, "/no/such file.md")
    settle(window)
    assert "no file" in window.notice_bar.words and ask(library, followed_sources) == []


def test_a_source_in_trouble_is_a_row_of_the_report_and_the_others_are_read(
    window, library, digest, local, sheet_of, settle
):
    busy = b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    with raw_server(sends(busy)) as server:
        window.acts.sources.follow_words((server.url + "list.md", str(digest)))
        settle(window)
        news = sheet_of(window, "file.refresh", NewsSheet)
    assert [entry.side for entry in news.entries[:2]] == ["not read", "new"]
    assert "503" in news.entries[0].detail


def test_reading_again_can_be_stopped_and_what_was_read_stays(
    window, library, digest, local, sheet_of, settle, qtbot
):
    with raw_server(hangs) as server:
        window.acts.sources.follow_words((str(digest), server.url + "slow.md"))
        settle(window)
        tasks = []
        window.workspace.task_moved.connect(tasks.append)
        window.actions_by_id["file.refresh"].trigger()
        qtbot.waitUntil(lambda: server.connections > 0, timeout=20_000)
        window.workspace.stop(tasks[0].number)
        news = sheet_of.wait_for(window, NewsSheet)
    assert [entry.side for entry in news.entries if entry.title == "second.md"] == ["new"]
    assert "slow.md" not in " ".join(entry.title for entry in news.entries)
    assert ask(library, search, "DeepSeek-V2").hits


def test_a_public_list_is_chosen_got_and_followed(window, library, local, sheet_of, settle, monkeypatch):
    with raw_server(sends(ok(material.SECOND.encode()))) as server:
        source = PublicSource("Our weeks", "digest", "en", "dair_weekly_digest", server.url + "weeks.md")
        monkeypatch.setattr(public_sources, "public_sources", lambda: (source,))
        sheet = sheet_of(window, "file.get", GetSheet)
        assert server.connections == 0 and [entry.title for entry in sheet.entries] == ["Our weeks"]
        sheet.line.setText("nothing of the kind")
        assert not sheet.entries and not sheet.get.isEnabled()
        type_into(sheet.line, "weeks")
        report = sheet_of.wait_for(window, ImportSheet)
        assert report.follow.isVisible()
        report.follow.click()
        report.accept.click()
        settle(window)
    assert [one.word for one in ask(library, followed_sources)] == [source.address]
    assert ask(library, search, "DeepSeek-V2").hits


def test_opening_a_library_that_follows_something_asks_nobody(window, make_window, library, local, settle):
    with raw_server(hangs) as server:
        window.acts.sources.follow_words((server.url + "list.md",))
        settle(window)
        window.close()
        other = make_window()
        other.acts.files.open_path(str(library))
        settle(other)
        assert server.connections == 0
    assert [one.last.at for one in ask(library, follow_verbs.followed)] == [""]


def test_where_nothing_is_followed_reading_again_says_so(window, settle):
    window.actions_by_id["file.refresh"].trigger()
    settle(window)
    assert "Nothing is followed" in window.notice_bar.words


def test_words_of_a_line_are_words_but_a_path_is_one():
    assert words_of(" 2405.00001 https://a.example/x ") == ("2405.00001", "https://a.example/x")
    assert words_of('"/one/my papers"') == ("/one/my papers",)
    assert words_of("C:\\My papers\\a.md") == ("C:\\My papers\\a.md",)
    assert words_of("  ") == ()
