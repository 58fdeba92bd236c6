"""Every sheet of the window on a library full of hostile names: text stays text, no sheet is a window."""

from __future__ import annotations

import json

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QTextEdit

from explorer.model.incoming import Given
from explorer.ops import following, tagging
from explorer.ops.importing import Wish
from explorer.ops.library import ask, change, import_into, make
from explorer.ui.dialogs.sheet import Sheet
from tests.flow.intake_hand import card_of, say_import
from tests.flow.test_hostile_library import rich_texts
from tests.hostile import HOSTILE

MARKUP = [text for text in HOSTILE if "<" in text and len(text) < 400][:30]
SHEETS = [
    "file.address",
    "file.complete",
    "file.sources",
    "file.get",
    "file.export",
    "file.restore",
    "file.preferences",
    "go.palette",
    "go.path",
    "go.bridges",
    "go.regions",
    "go.trends",
    "go.leads",
    "go.changes",
    "view.hidden",
    "view.save",
    "view.views",
    "edit.note",
    "edit.tag",
    "go.tags",
    "edit.more",
    "view.reading",
    "view.engines",
    "edit.link",
    "edit.merge",
    "edit.split",
    "edit.needs",
    "edit.links",
    "edit.names",
    "help.keys",
]


@pytest.fixture
def hostile(tmp_path):
    """Papers, people, tags, a followed file and a doubtful pair, all with markup in their names."""
    rows = [
        {
            "id": f"p{number:05}",
            "title": f"Lamp {number} {text}",
            "author": f"Ada {text[:80]};Bo Example",
            "abstract": f"We propose LampNet, {text} which builds on RAG.",
            "status": "Poster",
        }
        for number, text in enumerate(MARKUP)
    ]
    (tmp_path / "icml2024.json").write_text(json.dumps(rows), encoding="utf-8")
    twin = [{"title": rows[0]["title"], "author": "Somebody Else"}, *rows[1:3]]
    (tmp_path / "icml2023.json").write_text(json.dumps(twin), encoding="utf-8")
    library = tmp_path / "hostile.db"
    make(library)
    assert not import_into(library, Wish((str(tmp_path / "icml2024.json"),))).failed
    assert not import_into(library, Wish((str(tmp_path / "icml2023.json"),))).failed
    papers = [node for (node,) in ask(library, lambda r: r.rows("select id from paper order by id limit 4"))]
    for text in MARKUP[:4]:
        change(library, tagging.tag, text[:60], papers)
    followed = tmp_path / "<img src=x onerror=alert(1)>.md"
    followed.write_text(f"# Notes on {MARKUP[0]}\n\nWe read {rows[1]['title']}.\n", encoding="utf-8")
    change(library, following.follow, [str(followed)], "<b>bold</b> & <i>news</i>")
    return library


def look(window) -> None:
    assert rich_texts(window) == []
    assert all(not edit.acceptRichText() for edit in window.findChildren(QTextEdit))


@pytest.mark.slow
def test_no_sheet_takes_a_name_for_markup_or_becomes_a_window(
    make_window, hostile, settle, monkeypatch, strays
):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window = make_window()
    window.workspace.open(hostile)
    settle(window)
    papers = ask(hostile, lambda r: r.rows("select id from paper order by id limit 2"))
    strays.clear()
    shown = 0
    for command in SHEETS:
        window.navigator.select(frozenset(node for (node,) in papers))
        window.navigator.go_to(papers[0][0])
        settle(window)
        window.actions_by_id[command].trigger()
        settle(window)
        look(window)
        sheets = [sheet for sheet in window.findChildren(Sheet) if sheet.isVisible()]
        shown += bool(sheets)
        for sheet in sheets:
            sheet.close_up()
        assert strays == [], command
    assert shown >= len(SHEETS) * 2 // 3 and opened == []
    assert not window.findChildren(QFileDialog)


def test_a_file_with_markup_in_its_name_is_text_on_the_card_in_the_report_and_in_the_news(
    make_window, hostile, settle, tmp_path, strays
):
    window = make_window()
    window.workspace.open(hostile)
    settle(window)
    strays.clear()
    file = tmp_path / "<b>rows & more<b>.csv"
    file.write_text(
        "title,<i>who</i>\n" + "".join(f'"{t[:40]} lamp",Ada\n' for t in ("<u>One<u>", "Two")), "utf-8"
    )
    window.acts.files.intake.take(Given((str(file), "<a href=x>http://a.example</a>")))
    settle(window)
    look(window)
    assert card_of(window) is not None
    say_import(window)
    settle(window)
    look(window)
    window.actions_by_id["file.refresh"].trigger()
    settle(window)
    look(window)
    assert strays == []
