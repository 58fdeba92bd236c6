"""Papers are completed from the window, against services of our own."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from werkzeug import Response

from explorer.ops import enriching
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into
from explorer.ui.dialogs.enrich_sheet import EnrichedSheet, EnrichSheet, address_of
from tests.services import FakeServices, Paper

BARE = "Preference Learning Without a Reward Model"


@pytest.fixture
def fake(httpserver, monkeypatch):
    made = FakeServices(httpserver)
    services = made.services()
    monkeypatch.setattr(enriching, "Services", lambda: services)
    return made


@pytest.fixture
def known(library, fake):
    """The papers of the library with an id: arXiv knows them."""
    rows = ask(library, lambda reader: reader.rows("select arxiv_id, name from paper join node using (id)"))
    fake.papers |= {arxiv_id: Paper(name) for arxiv_id, name in rows if arxiv_id}
    return fake


@pytest.fixture
def bare(library, tmp_path):
    """A paper without an id in the library, before the window opens it."""
    file = tmp_path / "mine.bib"
    file.write_text(f"@misc{{a, title={{{BARE}}}, author={{Ada Byron}}}}", encoding="utf-8")
    import_into(library, Wish((str(file),)))


def sheet_of(window, kind=EnrichSheet):
    (found,) = [sheet for sheet in window.findChildren(kind) if sheet.isVisible()]
    return found


def abstracts(library):
    return ask(library, lambda reader: reader.value("select count(*) from paper where abstract <> ''"))


def test_the_sheet_says_what_is_lacking_and_nothing_is_sent_before_start(window, known, settle):
    window.actions_by_id["file.complete"].trigger()
    settle(window)
    sheet = sheet_of(window)
    assert "papers lack something" in sheet.words and "request" in sheet.words
    assert sheet.start.isEnabled() and known.asked == []
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert known.asked == []


def test_enter_starts_and_what_came_is_told_shown_and_undone(window, known, library, settle):
    before = abstracts(library)
    window.actions_by_id["file.complete"].trigger()
    settle(window)
    QTest.keyClick(sheet_of(window), Qt.Key.Key_Return)
    settle(window)
    assert len(known.asked_of("arxiv")) >= 1
    came = abstracts(library)
    assert came == before + len(known.papers)
    assert f"completed: {len(known.papers)}" in window.notice_bar.words
    window.actions_by_id["edit.undo"].trigger()
    settle(window)
    assert abstracts(library) == before


def test_the_box_for_titles_changes_what_would_be_asked(bare, window, known, settle):
    window.actions_by_id["file.complete"].trigger()
    settle(window)
    sheet = sheet_of(window)
    with_titles = sheet.words
    sheet.titles.click()
    settle(window)
    assert "without id: 1" in with_titles and "without id" not in sheet.words
    sheet.start.click()
    settle(window)
    assert not [words for words in known.asked_of("arxiv") if "ti:" in words]


def test_a_title_that_is_not_certain_is_listed_and_its_page_is_offered(bare, window, known, settle):
    known.papers["2405.00001"] = Paper(BARE, ("Nemo Finn",))
    window.actions_by_id["file.complete"].trigger()
    settle(window)
    sheet_of(window).start.click()
    settle(window)
    report = sheet_of(window, EnrichedSheet)
    assert [(row.title, row.detail) for row in report.entries] == [(BARE, "2405.00001")]
    report.address_wanted.disconnect()
    wanted = []
    report.address_wanted.connect(wanted.append)
    QTest.keyClick(report.view, Qt.Key.Key_Return)
    assert wanted == ["https://arxiv.org/abs/2405.00001"]


def test_one_paper_is_completed_from_its_passport(window, known, library, settle):
    arxiv_id = min(known.papers)
    (node,) = ask(library, lambda r: r.row("select id from paper where arxiv_id = ?", [arxiv_id]))
    window.navigator.go_to(node)
    settle(window)
    window.passport.completion_wanted.emit()
    settle(window)
    assert known.asked == [("arxiv", arxiv_id)]
    assert window.passport.shown.abstract == "We study something of our own."


def test_a_service_that_fails_is_told_in_words_and_the_rest_is_kept_for_later(window, known, settle):
    known.trouble = lambda number: Response("busy", status=503)
    window.actions_by_id["file.complete"].trigger()
    settle(window)
    QTest.keyClick(sheet_of(window), Qt.Key.Key_Return)
    settle(window)
    report = sheet_of(window, EnrichedSheet)
    assert report.entries == ()
    QTest.keyClick(report, Qt.Key.Key_Escape)


def test_the_page_of_a_candidate_is_that_of_its_service():
    assert address_of("2405.00001") == "https://arxiv.org/abs/2405.00001"
    assert address_of("hep-th/9901001") == "https://arxiv.org/abs/hep-th/9901001"
    assert address_of("abcDEF1234") == "https://openreview.net/forum?id=abcDEF1234"
