"""What rises and declines, and shares over time, in a window and by keys."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from explorer.graph.time_brush import bins_in
from explorer.model import NodeKind
from explorer.ops.importing import Wish
from explorer.ops.library import ask, import_into
from explorer.questions.lookup import find_node
from explorer.ui.dialogs.tag_sheet import TagSheet
from explorer.ui.dialogs.trends_sheet import TrendsSheet
from explorer.ui.widgets.text_block import TextBlock

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE_MS = 20_000
_SLIDES = """Notes on NeurIPS 2023

Slide 1
Notes on NeurIPS 2023
Slide 2
Title words, NeurIPS 2022 to NeurIPS 2023
Rising words
- Diffusion Models
- State Space
Declining words
- Kernel Methods
Slide 3
Thank you
"""


def titles(diffusion, kernel, year):
    """120 titles of a year."""
    about = ["diffusion models"] * diffusion + ["kernel methods"] * kernel
    about += ["causal graphs", "robot grasping", "speech codecs"] * 60
    return [f"{word.title()} {chr(97 + place % 26)}{year}{place}" for place, word in enumerate(about[:120])]


def paper_list(folder, year, diffusion, kernel):
    rows = [
        {"title": title, "authors": f"Ann Writer{n}"}
        for n, title in enumerate(titles(diffusion, kernel, year))
    ]
    path = folder / f"neurips{year}.json"
    path.write_text(json.dumps(rows), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def filled(built, tmp_path_factory):
    """A library with the lists of two years of a conference that nobody writes to."""
    folder = tmp_path_factory.mktemp("years")
    library = Path(shutil.copy(built, folder / "filled.db"))
    for year, diffusion, kernel in ((2022, 2, 30), (2023, 34, 3)):
        path = paper_list(folder, year, diffusion, kernel)
        report = import_into(library, Wish((str(path),), edition=f"NeurIPS {year}"))
        assert not report.failed and report.documents[0].found.papers == 120
    return library


@pytest.fixture
def two_years(filled, library):
    """A copy of it to write to, in the place of the small one."""
    return Path(shutil.copy(filled, library))


@pytest.fixture
def wide(make_window, two_years, settle):
    """A window on it that shows everything."""
    window = make_window()
    window.workspace.open(two_years)
    settle(window)
    window.activateWindow()
    window.navigator.show_all()
    settle(window)
    window.canvas.setFocus()
    return window


@pytest.fixture
def key(qtbot, settle):
    """Presses a key where the keyboard is."""

    def press(window, name, held=Qt.KeyboardModifier.NoModifier):
        QTest.keyClick(QApplication.focusWidget() or window, name, held)
        settle(window)

    return press


def the_sheet(window):
    return next(sheet for sheet in window.findChildren(TrendsSheet) if sheet.isVisible())


def test_the_two_latest_lists_of_a_conference_are_compared_at_once(wide, key):
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(wide)
    assert (sheet.before.words, sheet.after.words) == ("NeurIPS 2022", "NeurIPS 2023")
    assert sheet.about.text().startswith("NeurIPS 2022 (120 papers) → NeurIPS 2023 (120 papers): ")
    assert sheet.row.term.casefold() in ("diffusion model", "diffusion models") and sheet.row.significant
    assert QApplication.focusWidget() is sheet.chart
    assert sheet.row.term in sheet.chart.accessibleDescription()
    assert "sure" in sheet.chart.accessibleDescription()


def test_arrows_walk_the_rows_and_their_papers_are_listed(wide, key):
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(wide)
    first = sheet.row
    assert len(sheet.detail.entries) == first.count_from + first.count_to
    key(wide, Qt.Key.Key_Down)
    assert sheet.row is not first and sheet.row is sheet.chart.rows[1]
    assert sheet.model.rows[sheet.table.currentIndex().row()] is sheet.row
    key(wide, Qt.Key.Key_End)
    assert sheet.row is sheet.chart.rows[-1]
    key(wide, Qt.Key.Key_Home)
    assert sheet.row is first


def test_enter_shows_the_papers_of_a_row_as_a_graph_and_the_sheet_remembers_the_pair(wide, key):
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    row = the_sheet(wide).row
    key(wide, Qt.Key.Key_Return)
    assert not [sheet for sheet in wide.findChildren(TrendsSheet) if sheet.isVisible()]
    view = wide.navigator.scene.whole
    papers = {
        i for i, kind in zip(view.ids.tolist(), view.kinds.tolist(), strict=True) if kind == NodeKind.PAPER
    }
    assert papers == {*row.papers_from, *row.papers_to}
    assert QApplication.focusWidget() is wide.canvas
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    assert the_sheet(wide).row.term == row.term


def test_t_tags_the_papers_of_a_row_and_undo_takes_it_back(wide, key, settle):
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(wide)
    key(wide, Qt.Key.Key_T)
    tags = next(one for one in wide.findChildren(TagSheet) if one.isVisible())
    assert tags.line.text() == sheet.row.term
    key(wide, Qt.Key.Key_Return)
    settle(wide)
    tag = ask(wide.workspace.path, find_node, sheet.row.term, NodeKind.TAG)
    assert tag and wide.undo_order.undo_label
    wide.acts.views.undo()
    settle(wide)
    assert not [facet for facet in wide.navigator.overview.tags if facet.name == sheet.row.term]


def test_other_sets_lengths_and_looks_are_chosen_by_keys(wide, key, settle):
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(wide)
    sheet.before.setFocus()
    sheet.before.lineEdit().selectAll()
    QTest.keyClicks(sheet.before.lineEdit(), "2022")
    key(wide, Qt.Key.Key_Return)
    assert sheet.found.answer.before.name == "2022"
    sheet.literal.click()
    settle(wide)
    assert sheet.found.wish.raw and sheet.found.wish.length == 2
    assert all(len(row.term.split()) == 2 for row in sheet.found.answer.terms)
    for look, part in (("table", sheet.table), ("slope", sheet.chart), ("ranked", sheet.chart)):
        sheet.look._buttons[look].click()
        assert QApplication.focusWidget() is part
        head = sheet.table.horizontalHeader()
        assert look != "table" or all(head.sectionSize(0) > head.sectionSize(n) for n in range(1, 8))


def test_what_is_no_set_of_papers_is_said_in_the_sheet(wide, key, settle):
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(wide)
    sheet.before.say("no such thing at all")
    sheet.compare.click()
    settle(wide)
    assert "no such thing" in sheet.about.text() and not sheet.body.isVisible()
    sheet.before.say("NeurIPS 2022")
    sheet.compare.click()
    settle(wide)
    assert sheet.body.isVisible()


def test_a_library_without_lists_says_what_is_needed(window, key):
    key(window, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(window)
    assert sheet.about.text().startswith("Trends need two sets of papers.") and not sheet.body.isVisible()
    assert "No list of a conference is in the library." in sheet.about.text()
    assert QApplication.focusWidget() in (sheet.before, sheet.after)
    key(window, Qt.Key.Key_Escape)
    assert not [one for one in window.findChildren(TrendsSheet) if one.isVisible()]


def test_one_list_alone_is_named_with_its_papers_and_what_else_to_import(
    make_window, library, tmp_path, settle, key
):
    path = paper_list(tmp_path, 2023, 34, 3)
    assert not import_into(library, Wish((str(path),), edition="NeurIPS 2023")).failed
    window = make_window()
    window.workspace.open(library)
    settle(window)
    key(window, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(window)
    assert "Only the list of NeurIPS 2023 (120 papers) is in the library." in sheet.about.text()
    assert "Import the list of another conference" in sheet.about.text() and not sheet.body.isVisible()


def test_claims_stand_beside_the_chart_with_verdict_and_the_place_that_makes_them(
    make_window, two_years, tmp_path, settle, key
):
    deck = tmp_path / "trends.txt"
    deck.write_text(_SLIDES, encoding="utf-8")
    assert not import_into(two_years, Wish((str(deck),))).failed
    window = make_window()
    window.workspace.open(two_years)
    settle(window)
    key(window, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(window)
    verdicts = {said.claim.text.casefold(): said.claim.verdict.value for said in sheet.found.claims}
    assert verdicts["diffusion models"] == "holds" and verdicts["state space"] == "does not hold"
    sheet.detail.show_page("claims")
    sheet.before.say("2022")
    sheet.ask()
    settle(window)
    (pair,) = [b for b in sheet.detail.findChildren(TextBlock) if b.text == "NeurIPS 2022 → NeurIPS 2023"]
    pair.setFocus()
    key(window, Qt.Key.Key_Return)
    assert sheet.found.claims and QApplication.focusWidget() is sheet.chart
    said = sheet.found.claims[0]
    quote = next(b for b in sheet.detail.findChildren(TextBlock) if b.text == said.sentence)
    quote.setFocus()
    key(window, Qt.Key.Key_Return)
    assert window.navigator.state.selection == frozenset({said.claim.document})
    assert window.passport.shown.kind is NodeKind.DOCUMENT


def test_table_and_chart_are_written_to_files(wide, key, settle, tmp_path, qtbot):
    key(wide, Qt.Key.Key_T, CTRL_SHIFT)
    sheet = the_sheet(wide)
    for part, name, begin in ((sheet.csv, "t.csv", "\ufeffwhat,term"), (sheet.svg, "t.svg", "<?xml")):
        part.click()
        dialog = wide.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.done(0)
        settle(wide)
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(begin)


@pytest.fixture
def timeline(wide, key):
    """The window with the timeline open and the keyboard on it."""
    key(wide, Qt.Key.Key_T, SHIFT)
    panel = wide.acts.trends._timeline.panel
    assert panel.isVisible() and QApplication.focusWidget() is panel.chart
    return panel


def test_the_timeline_opens_above_the_strip_and_closes_by_the_same_key(wide, timeline, key):
    assert timeline.geometry().bottom() < wide.time_strip.geometry().top()
    assert timeline.chart.frame().plot[0] == wide.time_strip._plot().left()
    key(wide, Qt.Key.Key_T, SHIFT)  # the keyboard is on the timeline
    assert not timeline.isVisible() and wide.time_strip._plot().left() == 16 and wide.canvas.hasFocus()


def test_arrows_walk_the_parts_and_say_what_they_are(wide, timeline, key):
    chart = timeline.chart
    column, row = chart.at
    assert chart.shares.counts[row, column] > 0
    assert chart.accessibleDescription().startswith(chart.shares.column_name(column))
    key(wide, Qt.Key.Key_Left)
    assert chart.at[0] < column
    key(wide, Qt.Key.Key_Up)
    assert (
        "others" in chart.words()
        or chart.at[1] > 0
        or chart.shares.stacked[:, chart.at[0]].astype(bool).sum() == 1
    )


def test_enter_filters_to_a_series_and_again_to_all(wide, timeline, key):
    chart = timeline.chart
    while chart.at[1] >= len(chart.shares.series):
        key(wide, Qt.Key.Key_Left)
    series = chart.shares.series[chart.at[1]]
    key(wide, Qt.Key.Key_Return)
    assert wide.navigator.state.query.filters.methods == {series.key}
    assert [chart.shares.series[row].key for row in chart.lit] == [series.key]
    assert len(chart.shares.series) > 1
    key(wide, Qt.Key.Key_Return)
    assert not wide.navigator.state.query.filters.methods and not chart.lit


def test_the_brush_of_the_timeline_is_that_of_the_strip(wide, timeline, key, qtbot):
    chart, strip = timeline.chart, wide.time_strip
    key(wide, Qt.Key.Key_Space)
    column = chart.at[0]
    qtbot.waitUntil(lambda: wide.navigator.state.query.filters.since != "", timeout=PATIENCE_MS)
    assert bins_in(strip.bins, strip.span) == (column, column) == chart._columns()
    key(wide, Qt.Key.Key_BracketLeft)
    assert bins_in(strip.bins, strip.span) == (column - 1, column - 1)
    qtbot.waitUntil(lambda: chart._columns() == (column - 1, column - 1), timeout=PATIENCE_MS)
    key(wide, Qt.Key.Key_Escape)
    assert strip.span is None
    key(wide, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is wide.canvas


def test_a_drag_over_conferences_brushes_their_days(wide, timeline, settle, qtbot):
    timeline.per._buttons["edition"].click()
    settle(wide)
    chart = timeline.chart
    assert chart.shares.names == ("NeurIPS 2022", "NeurIPS 2023")
    timeline.by._buttons["tags"].click()
    settle(wide)
    assert "tag" in timeline.nothing
    timeline.by._buttons["methods"].click()
    settle(wide)
    left, top, right, bottom = chart.frame().plot
    spots = [chart.rect().topLeft() for _ in range(2)]
    for spot, share in zip(spots, (0.6, 0.9), strict=True):
        spot.setX(round(left + (right - left) * share))
        spot.setY(round((top + bottom) / 2))
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spots[0])
    QTest.mouseMove(chart, spots[1])
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spots[1])
    qtbot.waitUntil(lambda: wide.navigator.state.query.filters.since != "", timeout=PATIENCE_MS)
    settle(wide)
    assert date.fromisoformat(wide.navigator.state.query.filters.since).year == 2023


def test_share_and_papers_are_turned_by_key_and_files_are_written(wide, timeline, key, settle, tmp_path):
    assert timeline.chart.is_share
    key(wide, Qt.Key.Key_S)
    assert not timeline.chart.is_share
    for name, begin in (("t.csv", b"\xef\xbb\xbf"), ("t.svg", b"<?xml"), ("t.png", b"\x89PNG")):
        timeline.export.click()
        dialog = wide.findChildren(QFileDialog)[-1]
        dialog.fileSelected.emit(str(tmp_path / name))
        dialog.done(0)
        settle(wide)
        assert (tmp_path / name).read_bytes().startswith(begin)
