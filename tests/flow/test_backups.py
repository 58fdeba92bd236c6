"""The window keeps backups while one works, and brings one back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from explorer.ops.backups import SaveOutcome, backups_of, save_copy
from explorer.ui import backup_keeper, verbs
from explorer.ui.backup_keeper import BackupKeeper
from explorer.ui.dialogs.restore_sheet import RestoreSheet


@pytest.fixture(autouse=True)
def data_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("explorer.ops.backups.user_data_path", lambda name: tmp_path / "data" / name)


def keep(window):
    keeper = BackupKeeper(window.workspace)
    keeper.told.connect(window.notice_bar.show_notice)
    keeper.begin()
    return keeper


def tag_first(window, name, settle):
    window.workspace.do(verbs.tag, name, (int(window.navigator.scene.view.ids[0]),))
    settle(window)


def test_a_change_is_backed_up_after_a_while_and_when_the_library_is_left(
    window, library, settle, qtbot, monkeypatch
):
    monkeypatch.setattr(backup_keeper, "AFTER_MS", 1)
    keep(window)
    tag_first(window, "one", settle)
    qtbot.waitUntil(lambda: len(backups_of(library).copies) == 1)
    settle(window)
    monkeypatch.setattr(backup_keeper, "AFTER_MS", 600_000)
    tag_first(window, "two", settle)
    window.close()
    assert max(copy.held.tags for copy in backups_of(library).copies) == 2


def test_trouble_with_backups_is_told_once_and_work_goes_on(window, settle, monkeypatch):
    told = []
    keeper = keep(window)
    keeper.told.connect(told.append)
    trouble = SaveOutcome(None, "The backup could not be made: the disk is full.", "Free space.")
    monkeypatch.setattr(backup_keeper, "save_copy", lambda path, stop: trouble)
    for _ in range(3):
        keeper.back_up()
        settle(window)
    assert len(told) == 1 and not told[0].failed and "disk is full" in window.notice_bar.words
    window.workspace.farewell = None


def test_a_backup_is_chosen_by_keyboard_and_what_was_there_is_kept(window, library, settle):
    save_copy(library)
    tag_first(window, "unwanted", settle)
    window.actions_by_id["file.restore"].trigger()
    settle(window)
    (sheet,) = window.findChildren(RestoreSheet)
    assert len(sheet.entries) == 1 and "−1 tags" in sheet.entries[0].detail
    QTest.keyClick(sheet.view, Qt.Key.Key_Return)
    settle(window)
    assert "restored" in window.notice_bar.words and ".kept-" in window.notice_bar.words
    assert window.workspace.path == library
    assert backups_of(library).held.tags == 0
    assert [copy.held.tags for copy in backups_of(library).copies if copy.why == "kept"] == [1]


def test_a_damaged_library_offers_its_backups(make_window, library, settle):
    save_copy(library)
    library.write_bytes(b"torn" * 3000)
    window = make_window()
    window.acts.files.open_path(str(library))
    settle(window)
    notices = []
    window.workspace.notice.connect(notices.append)
    window.acts.files.open_path(str(library))
    settle(window)
    assert notices[-1].failed and notices[-1].offer.command == "file.restore"
    window.actions_by_id["file.restore"].trigger()
    settle(window)
    (sheet,) = window.findChildren(RestoreSheet)
    assert sheet.rescue.isVisible()
    QTest.keyClick(sheet.view, Qt.Key.Key_Return)
    settle(window)
    assert window.workspace.path == library and window.navigator.scene is not None
    assert list(library.parent.glob("*.damaged-*"))


def test_without_a_backup_the_sheet_says_where_they_would_be(window, settle):
    window.actions_by_id["file.restore"].trigger()
    settle(window)
    (sheet,) = window.findChildren(RestoreSheet)
    assert not sheet.entries and not sheet.restore.isVisible() and not sheet.rescue.isVisible()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
