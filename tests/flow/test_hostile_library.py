"""A library full of hostile names: everything stays text, and nothing is opened but web addresses."""

from __future__ import annotations

import json
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QTextBrowser, QTextEdit, QWidget

from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into, make
from tests.hostile import HOSTILE

ESCAPED = re.compile(r'<p style="white-space: pre-wrap">[^<]*</p>')
SHOWN = 40  #: papers that are visited, evenly among all
ADDRESSES = (
    "javascript:alert(1)",
    "file:///etc/passwd",
    "data:text/html,<script>1</script>",
    "ftp://a.example/x",
)


@pytest.fixture
def hostile(tmp_path):
    """A library with every hostile string as title, person, abstract, track and link of a paper."""
    rows = [
        {
            "id": f"paper{number:06}",
            "title": f"Lamp {number} {text}",
            "author": f"{text[:200]};Ada Example",
            "abstract": f"We propose LampNet, {text} which improves RAG.",
            "status": "Poster",
            "site": text if number % 2 else ADDRESSES[number // 2 % len(ADDRESSES)],
            "track": text[:100],
        }
        for number, text in enumerate(HOSTILE)
    ]
    path = tmp_path / "icml2024.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    library = tmp_path / "hostile.db"
    make(library)
    assert not import_into(library, Wish((str(path),))).failed
    return library


def rich_texts(window) -> list[str]:
    """Texts that Qt would read as markup."""
    labels = [
        label.text() for label in window.findChildren(QLabel) if label.textFormat() != Qt.TextFormat.PlainText
    ]
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    return [t for t in labels if t] + [t for t in tips if "<" in t and not ESCAPED.fullmatch(t)]


def papers_of(reader) -> list[int]:
    found = [node for (node,) in reader.rows("select id from paper order by id")]
    return found[:: max(len(found) // SHOWN, 1)]


@pytest.mark.slow
def test_no_pane_takes_a_name_for_markup_or_opens_what_is_no_web_address(
    make_window, hostile, settle, monkeypatch
):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window = make_window()
    window.workspace.open(hostile)
    settle(window)
    papers = ask(hostile, papers_of)
    assert len(papers) >= SHOWN
    for paper in papers:
        window.navigator.go_to(paper)
        settle(window)
        assert rich_texts(window) == []
    assert not window.findChildren(QTextBrowser)
    assert all(not edit.acceptRichText() for edit in window.findChildren(QTextEdit))
    assert opened == []


@pytest.mark.parametrize("address", [*ADDRESSES, "", "//a.example/x", "\x00http://a.example", "HTTP:/x\n"])
def test_nothing_but_a_web_address_is_opened(window, address, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    window.acts.views.visit_address(address)
    assert all(one.startswith(("http://", "https://")) for one in opened)
    window.acts.views.visit_address("https://arxiv.org/abs/2405.01535")
    assert opened[-1] == "https://arxiv.org/abs/2405.01535"
