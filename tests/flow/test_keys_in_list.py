"""The list twin by keys: what works on the graph works on its rows."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from explorer.model import NodeKind
from explorer.ops.library import ask
from explorer.questions.listing import Line, Listing
from explorer.questions.passport import passport
from explorer.ui.dialogs.tag_sheet import TagSheet
from explorer.ui.models.list_model import COLUMNS, DATE, KIND, LINKS, READ, TAGS, TITLE, WHERE
from explorer.ui.panels.list_panel import ListPanel
from tests.flow.heartbeat import calmest, limit_ms

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def rows(window, settle):
    """The list with the whole library in view and the keyboard on its first row."""
    window.navigator.show_all()
    settle(window)
    panel = window.left_panel.list
    window.left_panel.show_list()
    panel.table.setFocus()
    panel.table.selectRow(0)
    settle(window)
    return panel


def paper_row(rows):
    return next(row for row, line in enumerate(rows.model.lines) if line.kind is NodeKind.PAPER)


def lines(count):
    kinds = list(NodeKind)
    return tuple(
        Line(
            n + 1,
            kinds[n % len(kinds)],
            f"検索拡張生成の論文 number {n}",
            f"20{n % 30:02}-05",
            n % 97,
            reading="read" if n % 5 else "",
            tags=("a",) if n % 3 else (),
            places=("ICML 2024",) if n % 2 else (),
        )
        for n in range(count)
    )


def test_r_and_t_act_on_the_rows_and_the_list_says_so(window, rows, press, library, settle):
    row = paper_row(rows)
    rows.table.selectRow(row)
    settle(window)
    node = rows.model.node_at(row)
    press(Qt.Key.Key_R)
    press(Qt.Key.Key_T)
    assert isinstance(QApplication.focusWidget().parent(), TagSheet)
    QApplication.focusWidget().insert("first")
    press(Qt.Key.Key_Return)
    found = ask(library, passport, node)
    assert found.reading == "reading" and [name for _, name in found.tags] == ["first"]
    line = next(line for line in rows.model.lines if line.id == node)
    at = rows.model.row_of(node)
    assert (line.tags, rows.model.index(at, READ).data()) == (("first",), "being read")
    assert rows.model.index(at, KIND).data() == "paper"
    assert rows.model.index(at, WHERE).data() != ""


def test_h_hides_the_row_and_the_keyboard_goes_on_with_the_next(window, rows, press):
    first, second = rows.model.node_at(0), rows.model.node_at(1)
    press(Qt.Key.Key_H)
    assert rows.model.row_of(first) < 0
    assert window.canvas.scene.view.row_of(first) < 0
    assert window.navigator.state.selection == {second}
    press(Qt.Key.Key_H)
    assert window.navigator.state.query.hidden == {first, second}


def test_space_pins_the_selected_rows(window, rows, press):
    press(Qt.Key.Key_Down, SHIFT)
    chosen = {rows.model.node_at(0), rows.model.node_at(1)}
    assert window.navigator.state.selection == chosen == window.canvas.selection
    press(Qt.Key.Key_Space)
    assert window.navigator.state.pinned == chosen


def test_enter_goes_to_the_row_and_n_writes_on_it(window, rows, press):
    node = rows.model.node_at(1)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_N)
    assert window.passport.notes.isAncestorOf(QApplication.focusWidget())
    rows.table.setFocus()
    press(Qt.Key.Key_Return)
    assert window.navigator.state.query.centers == (node,)


def test_letters_never_make_the_table_jump(rows, press):
    rows.table.keyboardSearch(rows.model.name_at(rows.model.rowCount() - 1)[:1])
    press(Qt.Key.Key_Z)
    press(Qt.Key.Key_Q)
    assert rows.table.currentIndex().row() == 0


def test_control_c_copies_rows_as_a_spreadsheet_takes_them(window, rows, press):
    press(Qt.Key.Key_Down, SHIFT)
    press(Qt.Key.Key_C, CTRL)
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert [cells[0] for cells in copied] == [rows.model.name_at(0), rows.model.name_at(1)]
    assert {len(cells) for cells in copied} == {len(rows.table.shown_columns)}
    assert "2 rows" in window.notice_bar.words


def test_y_sorts_by_one_column_after_the_other_and_keeps_the_selection(window, rows, press):
    node = rows.model.node_at(0)
    press(Qt.Key.Key_Y)
    names = [rows.model.name_at(row) for row in range(rows.model.rowCount())]
    assert names == sorted(names, key=str.casefold)
    press(Qt.Key.Key_Y, SHIFT)
    assert [rows.model.name_at(row) for row in range(len(names))] == sorted(
        names, key=str.casefold, reverse=True
    )
    assert window.navigator.state.selection == {node}
    (index,) = rows.table.selectionModel().selectedRows(TITLE)
    assert rows.model.node_at(index.row()) == node


def test_what_is_found_beyond_the_graph_stands_back_and_says_so(window, rows, settle, qtbot):
    window.navigator.go_to(rows.model.node_at(0))
    settle(window)
    rows.search.setText("kolmog")
    qtbot.waitUntil(lambda: any("Kolmog" in line.name for line in rows.model.lines))
    settle(window)
    beyond = 0
    for row, line in enumerate(rows.model.lines):
        spoken = rows.model.index(row, TITLE).data(Qt.ItemDataRole.AccessibleTextRole)
        is_in = window.navigator.scene.whole.row_of(line.id) >= 0
        assert ("not in the graph" in spoken) is not is_in
        beyond += not is_in
    assert beyond


def test_a_wider_panel_shows_more_columns_and_the_name_keeps_its_room(qtbot):
    panel = ListPanel()
    qtbot.addWidget(panel)
    panel.show_listing(Listing(lines(20), False))
    panel.show()
    seen = []
    for width in (320, 460, 620, 1200):
        panel.resize(width, 400)
        panel.table.fit_columns()
        seen.append(panel.table.shown_columns)
        assert panel.table.columnWidth(TITLE) >= 150
    assert seen[0] == (TITLE, DATE, LINKS) and seen[-1] == tuple(COLUMNS)
    assert [len(columns) for columns in seen] == sorted(len(columns) for columns in seen)


def test_a_column_in_which_no_row_says_anything_leaves_its_room_to_the_name(qtbot):
    panel = ListPanel()
    qtbot.addWidget(panel)
    panel.resize(1200, 400)
    panel.show()
    panel.show_listing(Listing((Line(1, NodeKind.PAPER, "alone", "2024-05", 3),), False))
    panel.table.fit_columns()
    assert panel.table.shown_columns == (TITLE, KIND, DATE, LINKS)


def test_widths_that_a_hand_has_drawn_come_back(qtbot):
    panel, other = ListPanel(), ListPanel()
    for each in (panel, other):
        qtbot.addWidget(each)
        each.resize(900, 400)
        each.show()
        each.show_listing(Listing(lines(9), False))
        each.table.fit_columns()
    heard = []
    panel.table.widths_changed.connect(lambda: heard.append(panel.table.widths))
    panel.table.horizontalHeader().resizeSection(TAGS, 201)
    assert heard and heard[-1][TAGS] == 201
    other.table.use_widths(heard[-1])
    assert other.table.columnWidth(TAGS) == 201
    other.table.use_widths((1, 2))
    assert other.table.widths == heard[-1]


def test_an_empty_cell_comes_last_however_one_sorts(qtbot):
    panel = ListPanel()
    qtbot.addWidget(panel)
    panel.show_listing(Listing(lines(9), False))
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        panel.table.sortByColumn(TAGS, order)
        tagged = [bool(line.tags) for line in panel.model.lines]
        assert tagged == sorted(tagged, reverse=True)


def test_five_thousand_rows_are_shown_sorted_and_selected_without_a_long_step(qtbot):
    panel = ListPanel()
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    listing = Listing(lines(5_000), False)
    every_other = frozenset(range(1, 5_001, 2))

    def scene():
        for step in (
            lambda: panel.show_listing(listing),
            lambda: panel.select(every_other),
            lambda: panel.table.sortByColumn(LINKS, Qt.SortOrder.DescendingOrder),
            lambda: panel.table.selectAll(),
            lambda: panel.table.scrollToBottom(),
            lambda: panel.show_listing(listing),
        ):
            step()
            qtbot.wait(12)

    heart = calmest(scene)
    assert heart.longest_ms < limit_ms(), heart.longest_ms
    assert len(panel.table.selectionModel().selectedRows(TITLE)) == 5_000


def test_the_menu_of_a_row_is_asked_for_where_the_row_is(qtbot):
    panel = ListPanel()
    qtbot.addWidget(panel)
    panel.resize(500, 300)
    panel.show_listing(Listing(lines(9), False))
    panel.show()
    heard = []
    panel.menu_asked.connect(heard.append)
    place = panel.table.visualRect(panel.model.index(2, TITLE)).center()
    panel.table.customContextMenuRequested.emit(place)
    screen = QRect(panel.table.mapToGlobal(QPoint(0, 0)), panel.table.size())
    assert isinstance(heard[0], QPoint) and screen.contains(heard[0])
