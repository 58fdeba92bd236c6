"""Lead times and what changed, by the hands of a person."""

from __future__ import annotations

import csv

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.ui.dialogs.changes_sheet import ChangesSheet
from explorer.ui.dialogs.leads_sheet import LeadsSheet
from explorer.ui.widgets.lifeline_strip import LifelineStrip, signed


def sheet_of(qtbot, window, kind, is_ready):
    qtbot.waitUntil(lambda: any(is_ready(one) for one in window.findChildren(kind)), timeout=10_000)
    return window.findChild(kind)


def test_lead_times_are_listed_sorted_narrowed_opened_and_written(qtbot, window, tmp_path):
    window.acts.leads.show_leads()
    sheet = sheet_of(qtbot, window, LeadsSheet, lambda one: True)
    qtbot.waitUntil(lambda: not window.workspace.is_busy, timeout=10_000)
    for only in ("digest-only", "venue-only", "lead"):
        sheet.only._buttons[only].click()
        qtbot.waitUntil(lambda: not window.workspace.is_busy, timeout=10_000)
        assert all((row.digest is not None) == (only != "venue-only") for row in sheet.model.rows)
    assert sheet.model.rows or "Nothing stands both in a digest" in sheet._count.text()
    sheet.only._buttons["digest-only"].click()
    qtbot.waitUntil(lambda: not window.workspace.is_busy and bool(sheet.model.rows), timeout=10_000)
    sheet.line.setText("no such words at all")
    assert sheet._count.text() == "Nothing holds these words."
    sheet.line.clear()
    QTest.keyClick(sheet.table, Qt.Key.Key_Y)
    names = [row.name.casefold() for row in sheet.model.rows]
    assert names == sorted(names)
    window.acts.leads._leads = sheet.model.shown
    path = tmp_path / "leads.csv"
    window.acts.leads.write_leads(str(path))
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert len(list(csv.DictReader(path.read_text("utf-8-sig").splitlines()))) == len(names)
    sheet.table.selectRow(0)
    wanted = sheet.model.rows[0].node
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.navigator.state.query.centers == (wanted,), timeout=10_000)


def test_a_passport_shows_its_lifeline(qtbot, window):
    window.acts.leads.show_leads()
    sheet = sheet_of(qtbot, window, LeadsSheet, lambda one: True)
    sheet.only._buttons["digest-only"].click()
    qtbot.waitUntil(lambda: not window.workspace.is_busy and bool(sheet.model.rows), timeout=10_000)
    sheet.table.selectRow(0)
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.passport.findChildren(LifelineStrip)), timeout=10_000)
    assert "digest" in window.passport.findChild(LifelineStrip).text.text


def test_what_changed_leads_to_its_nodes_and_becomes_a_graph(qtbot, window):
    window.acts.leads.show_changes()
    sheet = sheet_of(qtbot, window, ChangesSheet, lambda one: bool(one.entries))
    assert sheet.entries[0].title == "New papers"
    sheet.line.setText("2099-01-01")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "nothing changed" in sheet.words, timeout=10_000)
    assert not sheet.graph.isEnabled()
    sheet.choice._buttons["last-import"].click()
    qtbot.waitUntil(lambda: sheet.graph.isEnabled(), timeout=10_000)
    sheet.graph.click()
    qtbot.waitUntil(lambda: window.navigator.state.query.only is not None, timeout=10_000)


def test_days_after_a_conference_have_a_minus_sign_and_separators():
    assert signed(-1910) == "−1,910" and signed(77) == "77"
