"""What a service offered for a title waits under "Needs you": one key accepts it, one refuses it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.ops.library import ask
from explorer.store.enquiries import Enquiry, note_enquiries
from explorer.store.offers import Offered
from explorer.text.fingerprint import title_fingerprint
from explorer.ui.dialogs.needs_you_sheet import NeedsYouSheet
from tests.libraries import import_text, new_store

BARE = "Preference Learning Without a Reward Model"
QUESTION = f"title:{title_fingerprint(BARE)}"


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "mine.db"
    store = new_store(path)
    import_text(store, "mine.bib", f"@misc{{a, title={{{BARE}}}}}")
    offered = Offered("arxiv", QUESTION, "2405.00001", BARE, ("Ada Byron",), "2024-05-01")
    with store.operation("Ask", "derived", "2026-01-01T00:00:00+00:00"):
        note_enquiries(
            store, [Enquiry("arxiv", QUESTION, "unproven", "2405.00001", (offered,))], "2026-01-01"
        )
    store.close()
    return path


def sheet_of(window) -> NeedsYouSheet:
    return window.findChildren(NeedsYouSheet)[-1]


@pytest.mark.parametrize(("key", "has_id"), [(Qt.Key.Key_M, "2405.00001"), (Qt.Key.Key_A, None)])
def test_one_key_decides_and_undo_brings_it_back(window, library, settle, key, has_id):
    window.actions_by_id["edit.needs"].trigger()
    settle(window)
    sheet = sheet_of(window)
    assert BARE in sheet.current.sides[1].title and sheet.title.text().endswith("(1)")
    QTest.keyClick(sheet.list, key)
    settle(window)
    assert ask(library, lambda r: r.value("select arxiv_id from paper")) == has_id
    assert sheet.current is None
    window.actions_by_id["edit.undo"].trigger()
    settle(window)
    assert sheet.current is not None
    assert ask(library, lambda r: r.value("select arxiv_id from paper")) is None
