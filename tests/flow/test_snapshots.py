"""Snapshots in a window: kept with one key, listed, opened as they were, compared; the way back to now."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from explorer.ops import identity
from explorer.ops.importing import Wish
from explorer.ops.library import ask
from explorer.questions.snapshots import open_snapshot, snapshots_of
from explorer.ui.canvas.events import Hovered
from explorer.ui.dialogs.difference_sheet import DifferenceSheet
from explorer.ui.dialogs.snapshots_sheet import SnapshotsSheet

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def looks(window):
    """What the canvas shows, and how."""
    scene, state = window.navigator.scene, window.navigator.state
    return (
        scene.view.ids.tolist(),
        scene.view.names,
        scene.view.ends.tolist(),
        scene.pos.tolist(),
        scene.radius.tolist(),
        scene.labels,
        (state.layout, state.pinned, state.selection),
    )


@pytest.fixture
def save(window, press):
    def keep():
        window.canvas.setFocus()
        press(Qt.Key.Key_S, CTRL)

    return keep


def sheet_of(window, kind):
    return [sheet for sheet in window.findChildren(kind) if sheet.isVisible()][-1]


def test_a_snapshot_opens_as_it_was_and_q_goes_back_to_now(window, qtbot, settle, save, press):
    navigator = window.navigator
    navigator.set_depth(2)
    settle(window)
    nodes = navigator.scene.view.ids.tolist()
    navigator.place_moved(((nodes[0], 511.5, -60.25),))
    window.canvas.set_scene(navigator.scene)
    before = looks(window)
    save()
    assert "Saved the snapshot" in window.notice_bar.words
    navigator.set_depth(1)
    settle(window)
    navigator.set_layout("radial")
    settle(window)
    assert looks(window) != before
    press(Qt.Key.Key_Z)
    assert looks(window) == before
    assert window.snapshots.bar.isVisible() and "Snapshot of" in window.snapshots.bar.words
    press(Qt.Key.Key_Q)
    assert not window.snapshots.bar.isVisible() and navigator.state.frozen is None
    press(Qt.Key.Key_Left, ALT)
    assert window.snapshots.bar.isVisible() and looks(window) == before


def test_saving_is_undone_with_one_key_and_a_snapshot_is_not_kept_twice(window, save, press):
    save()
    save()
    assert len(ask(window.workspace.path, snapshots_of)) == 2
    press(Qt.Key.Key_Z)
    save()
    assert "already" in window.notice_bar.words
    press(Qt.Key.Key_Z, CTRL)
    press(Qt.Key.Key_Z, CTRL)
    assert ask(window.workspace.path, snapshots_of) == ()
    press(Qt.Key.Key_Q)
    press(Qt.Key.Key_Z)
    assert "No snapshot is saved yet." in window.notice_bar.words and "Ctrl+S" in window.notice_bar.words


def test_an_import_shows_in_the_difference_and_as_marks_on_both_in_one_graph(
    window, qtbot, settle, save, press, digest, strays
):
    window.navigator.show_all()
    settle(window)
    save()
    window.workspace.start("import", bring, str(digest))
    settle(window)
    press(Qt.Key.Key_Z, SHIFT)
    sheet = sheet_of(window, DifferenceSheet)
    assert next(entry.title for entry in sheet.entries if not entry.node) == "New"
    assert any(entry.node for entry in sheet.entries)
    sheet._show_graph()
    settle(window)
    assert "compared with now" in window.snapshots.bar.words
    assert (window.canvas.scene.view.columns["change"] == 1).any()
    window.canvas.finish_drawing()
    assert not strays and window.canvas.hasFocus()
    press(Qt.Key.Key_Escape)
    assert window.navigator.state.frozen is None and "change" not in window.canvas.scene.view.columns


def bring(session, path, progress, cancel):
    from explorer.ops.importing import apply, plan

    made = session.read(plan, Wish((path,))).result()
    return session.write(apply, made).result()


def test_what_was_merged_away_or_is_gone_is_shown_as_it_was_and_leads_to_what_it_is_now(
    window, settle, save, press
):
    window.navigator.show_all()
    settle(window)
    save()
    view = window.navigator.scene.view
    one, two = (int(node) for node in view.ids[view.kinds == 1][:2])
    window.workspace.do(identity.merge, one, two)
    settle(window)
    assert window.navigator.scene.view.row_of(two) < 0
    press(Qt.Key.Key_Z)
    assert window.navigator.scene.view.row_of(two) >= 0 and "merged since" in window.snapshots.bar.words
    window.navigator.select(frozenset({two}))
    settle(window)
    assert window.passport.shown.id == one
    window.workspace.do(lambda store: identity.keep_apart(store, one, one + 10**6))
    settle(window)
    assert window.acts.missing("selection")
    window.navigator.go_to(two)
    settle(window)
    assert window.navigator.state.frozen is None and window.navigator.state.query.centers == (one,)


def test_an_edge_of_a_snapshot_tells_what_stands_there_now_or_else_what_was_kept(
    window, settle, save, press, monkeypatch
):
    window.navigator.show_all()
    settle(window)
    save()
    view = window.navigator.scene.view
    one, two = (int(node) for node in view.ids[view.kinds == 1][:2])
    window.workspace.do(identity.merge, one, two)
    settle(window)
    press(Qt.Key.Key_Z)
    scene, frozen = window.navigator.scene, window.navigator.state.frozen
    row = next(row for row, ends in enumerate(scene.view.ends) if two in scene.view.ids[ends])
    shown = []
    monkeypatch.setattr(window.canvas, "show_card", shown.append)
    window.canvas.hovered.emit(Hovered(None, row))
    settle(window)
    assert one in window.graph_link.hovered_pair and len(shown) == 1
    edge, quotes = next(iter(frozen.quotes.items()))
    gone = replace(frozen, now={})
    window.navigator.freeze(ask(window.workspace.path, open_snapshot, frozen.name).view, gone)
    settle(window)
    window.canvas.hovered.emit(Hovered(None, edge))
    settle(window)
    assert window.graph_link.hovered_pair is None and window.navigator.explainable() is None
    assert [quote.text for quote in shown[-1].quotes] == [quote.exact for quote in quotes][:3]


def test_the_list_opens_renames_notes_deletes_and_compares_by_keys(window, qtbot, settle, save, press):
    save()
    window.navigator.set_depth(2)
    settle(window)
    save()
    press(Qt.Key.Key_V, SHIFT)
    sheet = sheet_of(window, SnapshotsSheet)
    _, older = sheet.names
    qtbot.keyClick(sheet.view, Qt.Key.Key_F2)
    sheet.line.setText("改名")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    settle(window)
    assert sheet.names == ("改名", older)
    sheet._begin_note()
    sheet.line.setText("to remember")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    settle(window)
    assert ask(window.workspace.path, snapshots_of)[0].note == "to remember"
    sheet.view.selectAll()
    sheet._compare()
    settle(window)
    difference = sheet_of(window, DifferenceSheet)
    assert older in difference.words and "改名" in difference.words
    difference.close_up()
    press(Qt.Key.Key_V, SHIFT)
    sheet = sheet_of(window, SnapshotsSheet)
    qtbot.keyClick(sheet.view, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.view, Qt.Key.Key_Return)
    settle(window)
    assert window.navigator.state.frozen.name == older and window.navigator.state.query.depth == 1
    press(Qt.Key.Key_V, SHIFT)
    sheet = sheet_of(window, SnapshotsSheet)
    qtbot.keyClick(sheet.view, Qt.Key.Key_Delete)
    settle(window)
    assert sheet.names == (older,)


def test_the_notice_of_what_was_saved_leads_to_a_name(window, qtbot, settle, save):
    save()
    assert window.notice_bar._offer.isVisible() and window.notice_bar._undo.isVisible()
    window.notice_bar._offer.click()
    settle(window)
    sheet = sheet_of(window, SnapshotsSheet)
    sheet.line.setText("before the talk")
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)
    settle(window)
    assert sheet.names == ("before the talk",)


def test_what_is_asked_for_anew_leaves_the_snapshot_and_another_layout_does_not(window, settle, save, press):
    save()
    press(Qt.Key.Key_Z)
    window.navigator.set_layout("radial")
    settle(window)
    assert window.navigator.state.frozen is not None
    window.navigator.set_depth(3)
    settle(window)
    assert window.navigator.state.frozen is None and not window.snapshots.bar.isVisible()
    assert "as it is now" in window.notice_bar.words


def test_an_export_of_a_snapshot_writes_what_is_shown(window, settle, save, press, tmp_path):
    from explorer.ui import verbs

    save()
    press(Qt.Key.Key_Z)
    scene, name = window.navigator.scene, window.navigator.state.frozen.name
    out = tmp_path / "then.graphml"
    wish = verbs.ExportWish(out, scene, "then", "light", "", name)
    window.workspace.start_reading("export", verbs.export, wish)
    settle(window)
    assert out.read_text(encoding="utf-8").count("<node ") == len(scene.view.ids)
