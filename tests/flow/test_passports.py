"""Passports in the window: quotes lead to their block, long lists go on, two texts stand side by side."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into
from explorer.questions.lookup import find_node
from explorer.questions.passport import passport
from explorer.questions.passport_page import Passage
from explorer.ui.dialogs.reading_sheet import ReadingSheet
from explorer.ui.panels.passport_text_rows import BlockWidget, FoldedWidget
from explorer.ui.widgets.text_block import Run, TextBlock
from tests.libraries import WEEK_JA, digest


def buttons(panel, words):
    return [b for b in panel.findChildren(QPushButton) if b.isVisibleTo(panel) and words in b.text()]


def folded_document(reader):
    return reader.value("select document from block where kind = 'furniture'")


def open_tab(window, key):
    keys = [page.id for page in window.passport._pages]
    window.passport._tabs.setCurrentIndex(keys.index(key))


def block_of(window, words):
    return next(b for b in window.passport.findChildren(TextBlock) if words in b.text)


@pytest.fixture
def conference(library, tmp_path):
    """The library with a conference of 130 papers; its node."""
    rows = [
        {
            "type": "Poster",
            "name": f"Lamp Number {n} of the House",
            "virtualsite_url": f"https://ICML.cc//virtual/2024/poster/{n}",
            "speakers/authors": "Ada Example",
            "abstract": "Words.",
        }
        for n in range(130)
    ]
    path = tmp_path / "ICML_2024_Events.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    assert not import_into(library, Wish((str(path),))).failed
    return ask(library, find_node, "ICML 2024")


def test_a_click_on_a_quotations_source_opens_the_document_with_its_block_lit(window, library, settle, qtbot):
    window.navigator.go_to(ask(library, find_node, "RAG"))
    settle(window)
    said = next(s for s in window.passport.shown.statements if s.quotes)
    quote = said.quotes[0]
    centers = window.navigator.state.query.centers
    source = block_of(window, quote.source)
    source.setFocus()
    qtbot.keyClick(source, Qt.Key.Key_Return)
    settle(window)
    assert window.passport.shown.id == quote.document
    lit = [b for b in window.passport.findChildren(BlockWidget) if b.is_lit]
    assert len(lit) == 1
    assert quote.exact in "".join(block.text for block in lit[0].findChildren(TextBlock))
    assert window.navigator.state.query.centers == centers  # the graph stays where it is
    qtbot.waitUntil(lambda: not lit[0].visibleRegion().isEmpty())
    window.navigator.back()
    settle(window)
    assert window.passport.shown.id == centers[0]


def test_a_large_edition_shows_its_papers_page_by_page(make_window, library, conference, settle, qtbot):
    window = make_window()
    window.workspace.open(library)
    settle(window)
    window.navigator.go_to(conference)
    settle(window)
    seen = []
    for _ in range(20):
        found = buttons(window.passport, "Show more")
        if not found:
            break
        seen.append(found[0].text())
        found[0].click()
        settle(window)
    assert seen[0] == "Show more (110 left)" and seen[-1] == "Show more (10 left)"
    titles = [b.text for b in window.passport.findChildren(TextBlock) if b.text.startswith("Lamp Number")]
    assert len(titles) == len(set(titles)) == 130


def test_a_long_text_goes_on_in_both_ways(make_window, library, conference, settle):
    window = make_window()
    window.workspace.open(library)
    settle(window)
    document = next(row.id for row in ask(library, passport, conference).about.documents)
    window.navigator.read(Passage(document, 15_000))
    settle(window)
    about = window.passport.shown.about.text
    first, shown = about.first, len(about.blocks)
    assert first > 0 and first + shown < about.total
    buttons(window.passport, "Show what stands before")[0].click()
    settle(window)
    before = len(window.passport.findChildren(BlockWidget))
    assert before == shown + min(first, 40)
    buttons(window.passport, "Show what follows")[0].click()
    settle(window)
    assert len(window.passport.findChildren(BlockWidget)) > before
    blocks = [b for b in window.passport.findChildren(TextBlock) if b.text.startswith("Lamp Number")]
    blocks.sort(key=lambda block: block.mapTo(window.passport._body, QPoint(0, 0)).y())
    papers = [int(block.text.split()[2]) for block in blocks]
    assert papers == list(range(papers[0], papers[-1] + 1))


def test_two_renditions_are_read_side_by_side_and_escape_leaves(
    make_window, library, tmp_path, settle, qtbot
):
    rows = [
        ("Mistral 7B", "a small model.", "2310.06825"),
        ("Table-GPT: Table-tuned GPT for Diverse Table Tasks", "reads tables.", "2310.09263"),
    ]
    rows += [("Ring Attention with Blockwise Transformers for Near-Infinite Context", "long.", "2310.01889")]
    twin = tmp_path / "twin.md"
    twin.write_text(digest("October 9 - October 15", rows).replace("2024", "2023"), encoding="utf-8")
    assert not import_into(library, Wish((str(WEEK_JA), str(twin)))).failed
    window = make_window()
    window.workspace.open(library)
    settle(window)
    window.navigator.go_to(ask(library, find_node, "2023-10-09 – 10-15"))
    settle(window)
    open_tab(window, "sources")
    settle(window)
    (way,) = buttons(window.passport, "side by side")
    assert way.text() == "Read 日本語 and English side by side"
    way.click()
    settle(window)
    (sheet,) = window.findChildren(ReadingSheet)
    texts = [block.text for block in sheet.findChildren(TextBlock)]
    assert any("long." in text for text in texts) and any("machine-written" in text for text in texts)
    assert sheet.height() <= window.height()
    qtbot.keyClick(sheet.scroll, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(ReadingSheet))


def test_boilerplate_stays_folded_until_it_is_asked_for(make_window, library, settle):
    assert not import_into(library, Wish((str(WEEK_JA),))).failed
    window = make_window()
    window.workspace.open(library)
    settle(window)
    document = ask(
        library, lambda reader: reader.value("select document from block where kind = 'furniture'")
    )
    window.navigator.go_to(document)
    settle(window)
    fold = window.passport.findChildren(FoldedWidget)[0]
    assert not fold.findChildren(TextBlock)
    fold.findChild(QPushButton).click()
    assert fold.findChildren(TextBlock)


def test_left_and_right_choose_among_the_links_of_a_line(qtbot):
    first, second = 11, 12
    block = TextBlock((Run("Ada", target=first), Run(", "), Run("Bo", target=second)))
    qtbot.addWidget(block)
    heard = []
    block.activated.connect(heard.append)
    for keys in ([], [Qt.Key.Key_Right], [Qt.Key.Key_Right], [Qt.Key.Key_Left]):
        for key in keys:
            qtbot.keyClick(block, key)
        qtbot.keyClick(block, Qt.Key.Key_Return)
    assert heard == [first, second, first, second]


def test_tab_reaches_every_link_and_button_of_a_passport(window, library, settle, qtbot):
    window.navigator.go_to(ask(library, find_node, "RAG"))
    settle(window)
    panel = window.passport
    links = [b for b in panel.findChildren(TextBlock) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    wanted = {w for w in (*links, *panel.findChildren(QPushButton), panel._tabs) if w.isVisibleTo(panel)}
    panel._tabs.setFocus()
    reached = set()
    for _ in range(3 * len(wanted) + 60):
        reached.add(window.focusWidget())
        window.focusNextChild()
    assert wanted <= reached
    assert all(w.accessibleName() for w in wanted)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_of_a_passport_is_wider_than_its_panel(make_window, library, settle, scheme):
    window = make_window(scheme=scheme)
    window.resize(1100, 700)
    window.workspace.open(library)
    settle(window)
    for words in ("RAG", "2404.19756", "2024-04-29 – 05-05"):
        window.navigator.go_to(ask(library, find_node, words))
        settle(window)
        for index in range(window.passport._tabs.count()):
            window.passport._tabs.setCurrentIndex(index)
            settle(window)
            viewport = window.passport._scroll.viewport().width()
            assert window.passport._body.width() <= viewport
            assert window.passport._tabs.sizeHint().width() <= window.passport._tabs.width()
