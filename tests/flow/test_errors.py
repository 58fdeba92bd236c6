"""What goes wrong is said in words, and the window goes on."""

import gc
import sqlite3
import sys
import threading
import time

import pytest

from explorer.ui.app import _OLD_EVERY, Collector, SafetyNet, parse
from explorer.ui.dialogs.preferences import PreferencesSheet


def test_a_library_that_is_not_there_is_said_in_words(make_window, tmp_path, settle):
    window = make_window()
    window.acts.files.open_path(str(tmp_path / "nowhere.db"))
    settle(window)
    assert window.notice_bar.isVisible() and "nowhere.db" in window.notice_bar.words
    assert window.pages.currentWidget() is window.first_run


def test_a_file_that_is_no_library_is_said_in_words_and_the_open_one_stays(window, tmp_path, settle, library):
    (tmp_path / "notes.db").write_text("just words", encoding="utf-8")
    window.acts.files.open_path(str(tmp_path / "notes.db"))
    settle(window)
    assert window.notice_bar.isVisible() and "notes.db" in window.notice_bar.words
    assert window.workspace.path == library


def test_a_library_of_a_newer_version_is_refused_and_left_as_it_is(make_window, library, settle):
    connection = sqlite3.connect(library)
    connection.execute("update _sqlite_migrations set name = 'm999_from_the_future' where rowid = 1")
    connection.commit()
    connection.close()
    before = library.read_bytes()
    window = make_window()
    notices = []
    window.workspace.notice.connect(notices.append)
    window.acts.files.open_path(str(library))
    settle(window)
    assert [notice.exit_code for notice in notices] == [5]
    assert library.read_bytes() == before


def test_an_empty_library_offers_to_add_files(make_window, tmp_path, settle):
    window = make_window()
    window.workspace.open(tmp_path / "empty.db", True)
    settle(window)
    assert window.pages.currentWidget() is window.first_run
    assert "empty" in window.first_run.words


def test_a_bug_is_written_to_a_report_and_told(make_window, tmp_path, monkeypatch, capsys):
    window = make_window()
    monkeypatch.setattr("explorer.ui.app.crash_report_path", lambda stamp: tmp_path / f"crash-{stamp}.txt")
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    SafetyNet(window).install()
    try:
        raise ValueError("a bug of ours")
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
    (report,) = tmp_path.glob("crash-*.txt")
    assert "a bug of ours" in report.read_text(encoding="utf-8")
    assert window.notice_bar.isVisible() and str(report) in window.notice_bar.words
    assert "a bug of ours" in capsys.readouterr().err


def test_an_engine_that_is_not_installed_names_the_line_that_installs_it(window, monkeypatch, settle):
    from dataclasses import replace

    from explorer.embedders import EMBEDDERS

    engine = next(iter(EMBEDDERS))
    parts = dict(EMBEDDERS)
    parts[engine] = replace(parts[engine], missing=lambda: "pip install words")
    monkeypatch.setattr(EMBEDDERS, "_parts", parts)
    window.use_settings(replace(window.settings, engine=engine))
    window.acts.files.embed()
    assert "pip install words" in window.notice_bar.words
    window.acts.views.preferences()
    sheet = window.findChild(PreferencesSheet)
    assert "pip install words" in sheet.missing_words


@pytest.mark.parametrize("words", [["--size", "axb"], ["--scheme", "pink"], ["--what"], ["--size", "0x9"]])
def test_wrong_words_end_with_exit_code_two(words, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(words)
    assert ended.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_the_collector_runs_on_the_gui_thread_and_gives_back_what_it_took(qtbot, qapp):
    thresholds, was_on = gc.get_threshold(), gc.isenabled()
    collector = Collector(qapp)
    collector.start()
    try:
        assert not gc.isenabled()
    finally:
        collector.stop()
    assert gc.isenabled() == was_on and gc.get_threshold() == thresholds
    collector.deleteLater()


def test_collecting_disturbs_no_thread_that_is_making_a_tuple(qapp):
    collector, failed, is_over = Collector(qapp), [], threading.Event()

    def make_tuples():
        while not is_over.is_set():
            try:
                tuple((str(number), number) for number in range(3_000))
            except SystemError as error:
                failed.append(error)

    interval = sys.getswitchinterval()
    collector.start()
    maker = threading.Thread(target=make_tuples)
    sys.setswitchinterval(1e-5)
    try:
        maker.start()
        until = time.monotonic() + 1.0
        while time.monotonic() < until:
            gc.collect(1)  # the tuple that is being made is among the old objects now
            for _ in range(_OLD_EVERY):
                collector.collect()
    finally:
        sys.setswitchinterval(interval)
        is_over.set()
        maker.join()
        collector.stop()
        collector.deleteLater()
    assert not failed
