"""Libraries come and go, views go out to files, and what an undo takes away is not missed."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from explorer.exporters import EXPORTERS
from explorer.model import NodeKind
from explorer.ops.library import ask, make
from explorer.questions.lookup import find_node
from explorer.questions.overview import overview
from explorer.settings import Settings, load_settings
from explorer.ui.dialogs.add_sheet import AddSheet
from explorer.ui.dialogs.export_sheet import ExportSheet
from explorer.ui.dialogs.import_sheet import ImportSheet
from explorer.ui.models.intake_model import CONTENT
from tests.flow.intake_hand import card_of, is_listed, say_import


def dialog_of(window):
    """The file dialog that is open."""
    (dialog,) = [d for d in window.findChildren(QFileDialog) if d.isVisible()]
    return dialog


def test_the_first_page_opens_the_sample_on_one_method_at_depth_one(make_window, settle, tmp_path):
    window = make_window(Settings(engine="lexical"))
    window.first_run.sample_asked.emit()
    settle(window)
    (sample,) = tmp_path.glob("sample-*.db")
    assert window.workspace.path == sample
    assert len(window.navigator.state.query.centers) == 1 and window.navigator.state.query.depth == 1
    assert window.passport.shown.sample
    assert 3 < len(window.navigator.scene.view.ids) <= 60
    window.navigator.set_layout("map")  # its similarities have come in the background, and nobody was asked
    settle(window)
    assert window.navigator.state.layout == "map"
    assert not window.notice_bar.isVisible()


def test_similarities_of_a_sample_are_computed_once_and_an_older_sample_stays(make_window, settle, tmp_path):
    old = tmp_path / "sample-0.0.1-abcdef.db"
    make(old)
    window = make_window(Settings(engine="lexical"))
    window.acts.files.samples.compares = False
    window.first_run.sample_asked.emit()
    settle(window)
    assert "newer sample" in window.notice_bar.words and str(old) in window.notice_bar.words
    assert old.is_file() and window.workspace.path != old
    window.notice_bar.hide()
    window.acts.files.samples.compares = True
    tasks = []
    window.workspace.task_moved.connect(tasks.append)
    window.acts.files.open_sample()
    settle(window)
    assert not [task for task in tasks if "Comparing" in task.label] and not window.notice_bar.isVisible()


def test_a_layout_that_is_greyed_out_says_why_and_offers_what_helps(window, settle, qtbot):
    window.use_settings(replace(window.settings, engine="lexical"))
    buttons = {button.objectName(): button for button in window.top_bar.layouts.findChildren(QPushButton)}
    assert "similarities" in buttons["map"].toolTip()
    qtbot.mouseClick(buttons["map"], Qt.MouseButton.LeftButton)
    assert "Map needs similarities" in window.notice_bar.words
    assert buttons["force"].isChecked() and window.navigator.state.layout == "force"
    (offer,) = [
        one for one in window.notice_bar.findChildren(QPushButton) if one.text() == "Compute similarity"
    ]
    qtbot.mouseClick(offer, Qt.MouseButton.LeftButton)
    settle(window)
    assert not buttons["map"].toolTip()
    qtbot.mouseClick(buttons["map"], Qt.MouseButton.LeftButton)
    settle(window)
    assert window.navigator.state.layout == "map" and buttons["map"].isChecked()


def test_a_library_that_may_only_be_read_says_so(make_window, library, settle, monkeypatch):
    monkeypatch.setattr("explorer.ops.session.may_write", lambda path: False)
    window = make_window()
    window.workspace.open(library)
    settle(window)
    assert "can only be read" in window.notice_bar.words and "copy" in window.notice_bar.words


def test_a_library_that_was_opened_stands_on_the_first_page_the_next_time(make_window, library, settle):
    window = make_window()
    window.acts.files.open_path(str(library))
    settle(window)
    settings = load_settings(window.settings_file)
    assert settings.recent == (str(library),)
    again = make_window(settings)
    again.first_run.recent_asked.emit(settings.recent[0])
    settle(again)
    assert again.workspace.path == library


def test_a_new_library_is_made_where_one_says(make_window, settle, tmp_path):
    window = make_window()
    window.actions_by_id["file.new"].trigger()
    dialog = dialog_of(window)
    dialog.fileSelected.emit(str(tmp_path / "fresh.db"))
    dialog.reject()
    settle(window)
    assert window.workspace.path == tmp_path / "fresh.db" and (tmp_path / "fresh.db").is_file()


def test_another_library_replaces_the_one_that_is_open(window, built, settle, tmp_path, library):
    other = tmp_path / "other.db"
    other.write_bytes(built.read_bytes())
    window.acts.files.open_path(str(other))
    settle(window)
    assert window.workspace.path == other
    assert not window.navigator.can_go_back
    assert window.navigator.scene is not None


FILES = [name for name, part in EXPORTERS.items() if part.write_notes is None]


def export_dialog(window, name):
    """The file dialog, after a format was chosen in the sheet by key."""
    window.actions_by_id["file.export"].trigger()
    sheet = sheet_of(window)
    sheet.mark(name)
    QTest.keyClick(sheet.view, Qt.Key.Key_Return)
    return dialog_of(window)


def sheet_of(window):
    """The sheet of formats that is open."""
    (sheet,) = [found for found in window.findChildren(ExportSheet) if found.isVisible()]
    return sheet


def close(dialog, path):
    """Choose a path."""
    dialog.fileSelected.emit(str(path))
    dialog.reject()


@pytest.mark.parametrize("name", FILES)
def test_the_view_goes_out_in_every_format(window, name, tmp_path, settle):
    dialog = export_dialog(window, name)
    part = EXPORTERS[name]
    assert dialog.defaultSuffix() == part.suffix.lstrip(".")
    target = tmp_path / f"out{part.suffix}"
    close(dialog, target)
    settle(window)
    assert target.stat().st_size > 50
    assert target.name in window.notice_bar.words


def test_notes_go_into_a_folder_and_what_was_changed_is_told(window, tmp_path, settle, monkeypatch):
    vault = tmp_path / "vault"
    for _ in range(2):
        dialog = export_dialog(window, "obsidian")
        assert dialog.fileMode() is QFileDialog.FileMode.Directory
        close(dialog, vault)
        settle(window)
        notes = sorted(vault.rglob("*.md"))
        assert len(notes) == len(window.navigator.scene.view.ids)
        assert window.notice_bar.words.startswith(f"{len(notes)} notes")
        text = notes[0].read_text(encoding="utf-8")
        notes[0].write_text(text.replace("\n# ", "\n# Mine: ", 1), encoding="utf-8")
    assert "1 kept because you changed it" in window.notice_bar.words
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window.actions_by_id["file.folder"].trigger()
    assert [url.toLocalFile() for url in opened] == [str(vault)]


def test_the_next_export_begins_where_the_last_one_went(window, tmp_path, settle):
    (tmp_path / "papers").mkdir()
    close(export_dialog(window, "ris"), tmp_path / "papers" / "out")
    settle(window)
    assert (tmp_path / "papers" / "out.ris").is_file()
    assert load_settings(window.settings_file).export_format == "ris"
    window.actions_by_id["file.export"].trigger()
    QTest.keyClick(sheet_of(window).view, Qt.Key.Key_Return)
    dialog = [one for one in window.findChildren(QFileDialog) if one.isVisible()][-1]
    assert dialog.defaultSuffix() == "ris"
    assert dialog.directory().absolutePath() == str(tmp_path / "papers")
    dialog.reject()


def test_papers_of_the_selection_are_copied_as_bibtex(window, settle):
    view = window.navigator.scene.view
    papers = view.ids[view.kinds == NodeKind.PAPER].tolist()
    window.navigator.select(frozenset(papers[:2]))
    settle(window)
    window.actions_by_id["edit.bibtex"].trigger()
    settle(window)
    text = QApplication.clipboard().text()
    assert text.startswith("@") and text.count("\n}") == 2
    assert window.notice_bar.words == "2 papers copied as BibTeX."


def test_what_is_exported_is_what_is_on_the_screen(window, tmp_path, settle):
    scene = window.navigator.scene
    target = tmp_path / "out.cyjs"
    close(export_dialog(window, "cyjs"), target)
    settle(window)
    nodes = json.loads(target.read_text(encoding="utf-8"))["elements"]["nodes"]
    assert len(nodes) == len(scene.view.ids)


def test_a_format_nobody_knows_is_said_in_words(window, tmp_path, settle):
    close(export_dialog(window, "png"), tmp_path / "out.docx")
    settle(window)
    assert ".docx" in window.notice_bar.words and not (tmp_path / "out.docx").exists()


def test_undo_of_an_import_that_held_the_center_shows_something_else(window, library, digest, settle, qtbot):
    window.acts.files.import_words((str(digest),))
    qtbot.waitUntil(lambda: is_listed(window), timeout=20_000)
    say_import(window)
    qtbot.waitUntil(lambda: window.findChild(ImportSheet) is not None, timeout=20_000)
    window.findChild(ImportSheet).accept.click()
    settle(window)
    window.navigator.go_to(ask(library, find_node, "xLSTM: Extended Long Short-Term Memory"))
    settle(window)
    notices = []
    window.workspace.notice.connect(notices.append)
    window.acts.views.undo()
    settle(window)
    assert not [notice for notice in notices if notice.failed]
    assert len(window.navigator.scene.view.ids) > 3
    assert window.passport.shown.id == ask(library, overview).top_concepts[0].id


def test_similarity_is_computed_with_the_engine_of_the_preferences(window, settle):
    window.use_settings(replace(window.settings, engine="lexical"))
    states = []
    window.workspace.task_moved.connect(states.append)
    window.acts.files.embed()
    settle(window)
    assert states and states[-1].finished
    assert "lexical" in window.notice_bar.words


def test_what_is_typed_comes_to_the_same_card(window, settle, qtbot, tmp_path):
    window.acts.files.add_typed()
    sheet = window.findChild(AddSheet)
    sheet.field.setPlainText(f"  {tmp_path / 'nothing.md'}  ")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    settle(window)
    card = card_of(window)
    assert "nothing.md" in card.model.index(0, CONTENT).data()
    assert not card.start.isEnabled()


def test_tab_walks_from_the_bar_to_the_list_the_graph_and_the_passport(window):
    stations = [window.top_bar, window.left_panel, window.pages, window.passport]
    seen, widget = [], window.top_bar.search
    for _ in range(400):
        part = next((s for s in stations if s is widget or s.isAncestorOf(widget)), None)
        if part is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and part not in seen[-1:]:
            seen.append(part)
        widget = widget.nextInFocusChain()
        if widget is window.top_bar.search:
            break
    assert seen[:4] == stations


def test_closing_the_window_keeps_where_it_stood(make_window, qtbot):
    window = make_window()
    window.resize(770, 510)
    window.close()
    again = make_window()
    again.restore()
    QApplication.processEvents()
    assert (again.width(), again.height()) == (770, 510)
