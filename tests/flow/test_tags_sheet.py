"""The tree of trend tags: keys rename, move, delete; a rule is tried while typed; Enter shows carriers."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QLabel

from explorer.graph.filters import Filters
from explorer.model import NodeKind
from explorer.ops import tag_tree as ops
from explorer.ops import tagging
from explorer.ops.library import ask
from explorer.questions.lookup import find_node
from explorer.questions.tag_tree import all_tags, tag_tree
from explorer.render.tags import own_looks
from explorer.store import Store
from explorer.store.taggings import carriers
from explorer.ui.dialogs.tag_sheet import TagSheet
from explorer.ui.dialogs.tags_sheet import TagsSheet
from explorer.ui.panels.passport_chips import TagChip

CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def library(library):
    store = Store(library)
    papers = [row[0] for row in store.reader.rows("select id from paper order by id limit 4")]
    ops.make(store, "alignment / 対齐", description="How models learn what people want.")
    ops.make(store, "preference", "alignment / 対齐")
    ops.make(store, "other")
    tagging.tag(store, "preference", papers)
    store.close()
    return library


@pytest.fixture
def sheet(qtbot, window):
    qtbot.keyClick(window.canvas, Qt.Key.Key_T, CTRL)
    found = window.findChildren(TagsSheet)[-1]
    qtbot.waitUntil(lambda: found.model.rowCount() > 0)
    return found


def go(sheet, name):
    (node,) = [node for node in all_tags(sheet._tree) if node.name == name]
    sheet.view.setCurrentIndex(sheet.model.index_of(node.id))


def stands(library):
    return {node.name: node.path for node in all_tags(ask(library, tag_tree))}


def typed(qtbot, sheet, text):
    sheet.line.setText(text)
    qtbot.keyClick(sheet.line, Qt.Key.Key_Return)


def test_f2_renames_and_the_tree_shows_it(qtbot, sheet, library):
    go(sheet, "preference")
    qtbot.keyClick(sheet.view, Qt.Key.Key_F2)
    typed(qtbot, sheet, "DPO")
    qtbot.waitUntil(lambda: any(node.name == "DPO" for node in all_tags(sheet._tree)))
    assert sheet.current.name == "DPO"


def test_a_drop_moves_a_tag_under_another_and_alt_up_changes_the_order(qtbot, sheet, library):
    go(sheet, "other")
    over = sheet.model.index_of(next(n.id for n in all_tags(sheet._tree) if n.name.startswith("alignment")))
    sheet.model.dropMimeData(QMimeData(), Qt.DropAction.MoveAction, -1, -1, over)
    qtbot.waitUntil(lambda: len(stands(library)["other"]) == 2)
    qtbot.waitUntil(lambda: sheet.current is not None and len(sheet.current.path) == 2)
    qtbot.keyClick(sheet.view, Qt.Key.Key_Up, ALT)
    qtbot.waitUntil(lambda: list(stands(library))[1:] == ["other", "preference"])


def test_delete_takes_a_tag_away_and_undo_brings_it_back(qtbot, sheet, library):
    go(sheet, "other")
    qtbot.keyClick(sheet.view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: "other" not in stands(library))


def test_a_button_leads_to_all_that_can_be_done_with_a_tag(qtbot, sheet, library):
    go(sheet, "other")
    sheet.more.setFocus()
    qtbot.keyClick(sheet.more, Qt.Key.Key_Return)
    assert sheet.menu.isVisible()
    entries = {entry.data(): entry for entry in sheet.menu.actions()}
    assert {"rename", "describe", "colour", "under", "merge", "split", "rule"} <= entries.keys()
    sheet.menu.hide()
    entries["merge"].trigger()
    typed(qtbot, sheet, "preference")
    qtbot.waitUntil(lambda: "other" not in stands(library))


def test_a_rule_is_tried_while_it_is_typed(qtbot, sheet, library):
    go(sheet, "other")
    sheet.type_for("rule")
    sheet.line.setText("model")
    qtbot.waitUntil(lambda: "Matches" in sheet.about.text())
    sheet.line.setText('"open')
    qtbot.waitUntil(lambda: "quotation mark" in sheet.about.text())
    typed(qtbot, sheet, "model")
    qtbot.waitUntil(lambda: any(n.rule == "model" and n.by_rule for n in all_tags(sheet._tree)))


def test_enter_shows_what_carries_the_tag_and_those_below(qtbot, sheet, settle):
    window = sheet.parentWidget()
    go(sheet, "alignment / 対齐")
    tag = sheet.current.id
    qtbot.keyClick(sheet.view, Qt.Key.Key_Return)
    settle(window)
    assert window.navigator.state.query.filters.tags == {tag}
    shown = set(window.navigator.scene.view.ids.tolist())
    assert len(shown) >= 4


def test_the_filter_of_the_tree_goes_when_another_thing_is_opened_and_back_brings_it(qtbot, sheet, settle):
    window = sheet.parentWidget()
    go(sheet, "preference")
    tag = sheet.current.id
    (above,) = [node.id for node in all_tags(sheet._tree) if node.name == "alignment / 対齐"]
    qtbot.keyClick(sheet.view, Qt.Key.Key_Return)
    settle(window)
    assert window.navigator.state.query.filters.tags == {tag}
    window.navigator.go_to(above)
    settle(window)
    assert not window.navigator.state.query.filters.tags
    window.navigator.back()
    settle(window)
    assert window.navigator.state.query.filters.tags == {tag}


def test_a_tag_that_a_person_has_ticked_stays_ticked(window, library, settle):
    tag = ask(library, find_node, "preference")
    window.navigator.set_filters(Filters(tags=frozenset({tag})))
    window.navigator.go_to(tag)
    settle(window)
    assert window.navigator.state.query.filters.tags == {tag}


def test_a_colour_shows_on_the_canvas_and_on_the_pills_of_a_passport(qtbot, sheet, library, settle):
    window = sheet.parentWidget()
    go(sheet, "preference")
    tag = sheet.current.id
    sheet.type_for("colour")
    typed(qtbot, sheet, "#2a9d8f")
    settle(window)
    qtbot.keyClick(sheet.view, Qt.Key.Key_Return)
    settle(window)
    view = window.navigator.scene.view
    assert own_looks(view)[view.row_of(tag)] == ("#2a9d8f", False)
    paper = ask(library, carriers, tag)[0]
    window.navigator.go_to(paper)
    settle(window)
    assert window.passport.shown.tag_looks == (("#2a9d8f", False),)
    (pill,) = window.passport.findChildren(TagChip)
    sign = pill.findChild(QLabel).pixmap().toImage()
    assert sign.pixelColor(sign.rect().center()).name() == "#2a9d8f"


def test_a_colour_may_be_called_by_its_name(qtbot, sheet):
    go(sheet, "preference")
    sheet.type_for("colour")
    typed(qtbot, sheet, "Teal")
    qtbot.waitUntil(lambda: sheet.current.colour == "#008080")


def test_what_is_selected_is_split_off_a_tag_and_undo_puts_it_back(qtbot, window, library, settle):
    tag = ask(library, find_node, "preference", NodeKind.TAG)
    papers = ask(library, carriers, tag)
    window.navigator.select(frozenset(papers[:2]))
    settle(window)
    window.canvas.setFocus()
    qtbot.keyClick(window.canvas, Qt.Key.Key_T, CTRL)
    sheet = window.findChildren(TagsSheet)[-1]
    qtbot.waitUntil(lambda: sheet.model.rowCount() > 0)
    go(sheet, "preference")
    sheet.type_for("split")
    assert "(2)" in sheet.line.placeholderText()
    typed(qtbot, sheet, "half of it")
    qtbot.waitUntil(lambda: "half of it" in stands(library))
    assert stands(library)["half of it"][0] == "alignment / 対齐"
    assert ask(library, carriers, tag) == papers[2:]
    window.undo_order.undo()
    settle(window)
    assert ask(library, carriers, tag) == papers and "half of it" not in stands(library)


def test_a_rule_tags_the_kinds_that_are_ticked_for_it(qtbot, sheet, library, settle):
    window = sheet.parentWidget()
    go(sheet, "other")
    sheet.type_for("rule")
    assert sheet.kinds.isVisible() and sheet.kinds.chosen == (NodeKind.PAPER,)
    sheet.kinds.boxes[NodeKind.PAPER].click()
    assert sheet.kinds.chosen == (NodeKind.PAPER,)
    sheet.kinds.boxes[NodeKind.EDITION].click()
    sheet.kinds.boxes[NodeKind.PAPER].click()
    assert sheet.kinds.chosen == (NodeKind.EDITION,)
    typed(qtbot, sheet, "2*")
    settle(window)
    assert not sheet.kinds.isVisible()
    other = next(node for node in all_tags(ask(library, tag_tree)) if node.name == "other")
    assert other.rule_kinds == (NodeKind.EDITION,)


def test_long_ways_to_a_tag_show_the_tag_itself_and_all_of_it_in_the_tooltip(qtbot, window):
    way = "What forty slides say of a year › a heading of many words › and the trend itself"
    sheet = TagSheet(window, (1,), (way, "short"))
    sheet.open(sheet.line)
    assert sheet._view.sizeHintForColumn(0) <= sheet._view.viewport().width()
    assert not sheet._view.horizontalScrollBar().isVisible()
    assert sheet._view.textElideMode() is Qt.TextElideMode.ElideLeft
    assert sheet._names.index(0).data(Qt.ItemDataRole.ToolTipRole) == way
    qtbot.keyClick(sheet.line, Qt.Key.Key_Down)
    assert sheet.line.text() == way
