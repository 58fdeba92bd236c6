"""Links and names in the window: proposals on request, a letter decides, one key takes it back."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from explorer.graph.filters import Trust
from explorer.graph.style import EdgeLook
from explorer.ops import linking
from explorer.ops.library import ask
from explorer.questions.curation import waiting_curation
from explorer.questions.lookup import find_node
from explorer.questions.passport import passport
from explorer.ui.canvas.events import Hovered
from explorer.ui.dialogs.needs_you_sheet import NeedsYouSheet
from explorer.ui.dialogs.verb_sheet import VerbSheet
from explorer.ui.node_card import node_card
from tests.libraries import digest, import_text, new_store

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ROWS = [
    ("ZetaNet: Sparse Experts", "ZetaNet builds on LoRA. ZetaNet outperforms DPO.", "2405.00001"),
    ("OmegaNet: Dense Experts", "OmegaNet builds on LoRA; OmegaNet outperforms KTO.", "2405.00002"),
    ("拡散モデルの改善", "ゼータネット（ZetaNet）の話。DPO も使う。", "2405.00003"),
]


@pytest.fixture
def library(tmp_path):
    """Two proposed links, a name that two methods share, and two methods that may be one."""
    path = tmp_path / "curation.db"
    store = new_store(path)
    import_text(store, "a.md", digest("April 29 - May 5", ROWS))
    rows = store.reader.rows("select id from link where predicate = 'outperforms'")
    linking.reopen(store, [row[0] for row in rows])
    ids = [find_node(store.reader, name) for name in ("LoRA", "DPO", "KTO")]
    for concept, form in (
        (ids[0], "QQ"),
        (ids[1], "QQ"),
        (ids[1], "Great Preferences"),
        (ids[2], "great preference"),
    ):
        store.execute(
            """insert into alias (concept, form, fold, language, script, kind)
               values (?, ?, ?, 'en', 'latin', 'name')""",
            [concept, form, form.casefold()],
        )
    store.close()
    return path


@pytest.fixture
def zeta(window, library, settle):
    """Id of a method in the middle of the view."""
    node = ask(library, find_node, "ZetaNet")
    window.navigator.go_to(node)
    settle(window)
    return node


def statuses(library, name):
    return {
        (s.words, s.object_name): s.status
        for s in ask(library, passport, ask(library, find_node, name)).statements
    }


def dotted(window):
    return int((window.navigator.scene.looks == EdgeLook.DOTTED).sum())


def test_proposals_are_hidden_until_the_switch_shows_them(window, zeta, settle, press):
    assert dotted(window) == 0
    assert all(s.status == "accepted" for s in window.passport.shown.statements)
    window.canvas.setFocus()
    press(Qt.Key.Key_P, SHIFT)
    assert dotted(window) == 1
    assert [s.status for s in window.passport.shown.statements].count("proposed") == 1
    trust = window.left_panel.filter.sections["trust"]
    row = next(row for row in trust.rows if row.key == Trust.PROPOSED)
    assert row.box.isChecked() and row.box.accessibleName() == "proposed, unchecked, 1"
    row.box.click()
    settle(window)
    assert dotted(window) == 0
    window.navigator.back()
    settle(window)
    assert dotted(window) == 1 and row.box.isChecked()


def test_a_letter_on_a_row_of_the_passport_decides_and_ctrl_z_takes_it_back(
    window, zeta, library, settle, press
):
    window.navigator.show_proposals(True)
    settle(window)
    rows = window.acts.links._rows()
    at = [window.acts.links._link_of(row).status for row in rows].index("proposed")
    next(w for w in rows[at].findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus).setFocus()
    press(Qt.Key.Key_A)
    assert statuses(library, "ZetaNet")["outperforms", "DPO"] == "accepted"
    assert "outperforms" in window.top_bar.undo.accessibleName()
    assert window.acts.links.row_link() is not None  # the keyboard stays on the rows
    window.actions_by_id["edit.undo"].trigger()
    settle(window)
    assert statuses(library, "ZetaNet")["outperforms", "DPO"] == "proposed"


def test_the_link_under_the_pointer_is_rejected_from_the_canvas(window, zeta, library, settle, press, qtbot):
    view = window.navigator.scene.view
    row = view.predicates.index("builds_on")
    window.canvas.hovered.emit(Hovered(None, row))
    settle(window)
    assert window.graph_link.hovered_link.words == "builds on"
    window.canvas.setFocus()
    press(Qt.Key.Key_X)
    assert ("builds on", "LoRA") not in statuses(library, "ZetaNet")


def test_e_explains_the_link_under_the_pointer_and_selects_its_ends(window, zeta, settle, press):
    view = window.navigator.scene.view
    row = view.predicates.index("builds_on")
    ends = frozenset(int(view.ids[end]) for end in view.ends[row])
    window.navigator.select(frozenset())
    window.canvas.hovered.emit(Hovered(None, row))
    settle(window)
    window.canvas.setFocus()
    heard = []
    window.navigator.between_ready.connect(heard.append)
    press(Qt.Key.Key_E)
    assert window.navigator.state.selection == ends
    assert any(said.words == "builds on" for said in heard[0].statements)


def test_a_node_under_the_pointer_has_a_card_with_its_whole_name(window, zeta):
    scene = window.navigator.scene
    row = int(np.argmax([len(name) for name in scene.view.names]))
    card = node_card(scene, row)
    assert card.subject == scene.view.names[row]
    links = int((scene.view.ends == row).any(axis=1).sum())
    assert f"{links} link" in card.note


def test_the_card_of_a_method_says_when_it_was_first_seen_once_that_is_known(window, zeta, settle):
    shown = []
    window.canvas.show_card = shown.append
    window.canvas.hovered.emit(Hovered(zeta, None))
    settle(window)
    assert [card.subject for card in shown] == ["ZetaNet", "ZetaNet"]
    assert "first seen" not in shown[0].note and "first seen" in shown[1].note


def test_a_key_without_a_link_says_where_to_go(window, zeta, press):
    window.canvas.setFocus()
    press(Qt.Key.Key_A)
    assert "Rest on a link" in window.notice_bar.words


def test_the_only_link_that_is_explained_is_corrected_by_arrows(window, zeta, library, settle, press):
    lora = ask(library, find_node, "LoRA")
    window.navigator.select(frozenset({zeta, lora}))
    window.canvas.setFocus()
    press(Qt.Key.Key_E)
    press(Qt.Key.Key_C, SHIFT)
    sheet = window.findChild(VerbSheet)
    assert sheet.isVisible() and sheet.chosen == "builds_on" and not sheet.decide.isEnabled()
    press(Qt.Key.Key_Down)
    assert sheet.chosen == "variant_of"
    press(Qt.Key.Key_T)
    assert sheet.turn.isChecked()
    press(Qt.Key.Key_Return)
    found = statuses(library, "LoRA")
    assert ("variant of", "ZetaNet") in found and ("builds on", "LoRA") not in statuses(library, "ZetaNet")


def test_a_link_is_stated_between_two_selected_nodes(window, zeta, library, settle, press):
    window.navigator.select(frozenset({zeta, ask(library, find_node, "LoRA")}))
    window.canvas.setFocus()
    press(Qt.Key.Key_K)
    sheet = window.findChild(VerbSheet)
    press(Qt.Key.Key_End)
    verb = sheet.chosen.replace("_", " ")
    subject = sheet._draft.ends[0][1]
    press(Qt.Key.Key_Return)
    assert any(words == verb for words, _ in statuses(library, subject))
    assert verb in window.top_bar.undo.accessibleName()


def test_a_link_between_papers_is_refused_in_words(window, library, settle):
    papers = [ask(library, find_node, number) for number in ("2405.00001", "2405.00002")]
    window.navigator.select(frozenset(papers))
    window.actions_by_id["edit.link"].trigger()
    settle(window)
    assert "stands between two methods" in window.notice_bar.words


@pytest.fixture
def sheet(window, settle, press):
    window.canvas.setFocus()
    press(Qt.Key.Key_L, CTRL)
    return window.findChild(NeedsYouSheet)


def test_the_list_of_proposed_links_decides_and_moves_on(window, sheet, library, press):
    assert sheet.tabs.currentIndex() == 1 and sheet.tabs.tabText(1) == "Links 2"
    assert QApplication.focusWidget() is sheet.links.list
    first = sheet.links.picked[0]
    press(Qt.Key.Key_A)
    assert ask(library, waiting_curation).links_total == 1
    assert sheet.links.picked and sheet.links.picked[0].link != first.link
    press(Qt.Key.Key_Delete)
    assert ask(library, waiting_curation).links_total == 0
    assert sheet.links.picked == () and sheet.tabs.tabText(1) == "Links"
    press(Qt.Key.Key_Z, CTRL)
    assert sheet.tabs.tabText(1) == "Links 1"


def test_the_title_and_the_status_line_count_all_tabs_and_each_tab_its_own(window, sheet, press):
    counts = [int((sheet.tabs.tabText(at).split()[-1:] or ["0"])[0]) for at in (1, 2)]
    papers = sheet.tabs.tabText(0).split()[-1]
    whole = sum(counts) + (int(papers) if papers.isdigit() else 0)
    assert counts[0] == 2 and counts[1] > 0
    assert sheet.title.text() == window.status.needs.text() == f"Needs you ({whole})"
    press(Qt.Key.Key_A)
    assert sheet.title.text() == f"Needs you ({whole - 1})"


def test_several_rows_are_one_step(window, sheet, library, press):
    press(Qt.Key.Key_Down, SHIFT)
    assert len(sheet.links.picked) == 2
    press(Qt.Key.Key_X)
    assert ask(library, waiting_curation).links_total == 0
    assert "Reject 2 links" in window.top_bar.undo.accessibleName()
    press(Qt.Key.Key_Z, CTRL)
    assert ask(library, waiting_curation).links_total == 2


def test_a_row_of_the_list_is_corrected(window, sheet, library, press):
    press(Qt.Key.Key_C)
    chooser = window.findChild(VerbSheet)
    assert chooser.isVisible() and QApplication.focusWidget() is chooser.verbs
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Return)
    assert ask(library, waiting_curation).links_total == 1
    assert QApplication.focusWidget() is sheet.links.list


def test_names_are_merged_and_meanings_chosen(window, sheet, library, press):
    sheet.choose("names")
    assert [row.kind for row in sheet.names.rows] == ["duplicate", "meaning"]
    press(Qt.Key.Key_Down)
    assert [row.kind for row in sheet.names.picked] == ["meaning"]
    press(Qt.Key.Key_1)
    assert ask(library, find_node, "QQ") == ask(library, find_node, "DPO")
    press(Qt.Key.Key_M)
    assert ask(library, find_node, "KTO") == ask(library, find_node, "DPO")
    assert [row.kind for row in sheet.names.rows] == ["expansion"]  # of what was KTO and is DPO now
    press(Qt.Key.Key_Z, CTRL)
    assert ask(library, find_node, "KTO") != ask(library, find_node, "DPO")


def test_rows_that_ask_different_things_take_no_common_letter(window, sheet, press):
    sheet.choose("names")
    press(Qt.Key.Key_Down, SHIFT)
    assert len(sheet.names.picked) == 2
    press(Qt.Key.Key_A)
    assert len(sheet.names.rows) == 2


def test_controls_have_names_and_keys_stand_on_the_sheet_of_keys(window, sheet, library):
    focusable = [w for w in sheet.findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus]
    nameless = [w for w in focusable if not w.accessibleName() and "viewport" not in w.objectName()]
    assert focusable and not nameless
    assert all(w.textFormat() == Qt.TextFormat.PlainText for w in sheet.findChildren(QLabel) if w.text())
    groups = dict(window.key_groups())
    assert ("X", "Reject (also Delete)") in groups["On proposed links and names"]
    keys = [key for _, rows in groups.items() for key, _ in rows]
    assert {"A", "X Del", "Shift+C", "K", "Shift+P", "Ctrl+L"} <= set(keys)


def test_the_palette_acts_on_the_row_that_had_the_keyboard(window, zeta, library, settle):
    rows = window.acts.links._rows()
    said = window.acts.links._link_of(rows[0])
    next(w for w in rows[0].findChildren(QWidget) if w.focusPolicy() != Qt.FocusPolicy.NoFocus).setFocus()
    window.acts.views.palette()
    window.actions_by_id["edit.reject"].trigger()
    settle(window)
    assert (said.words, said.object_name) not in statuses(library, said.subject_name)
