"""Crumbs in little room."""

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPushButton

from explorer.ui.panels.crumbs import LONGEST_PX, SHORTEST_PX, Crumb, Crumbs, longest_fitting

_WAY = (
    Crumb("library", "ライブラリ"),
    Crumb("kind", "手法"),
    Crumb("center", "検索拡張生成における大規模言語モデルの知識編集に関する包括的な調査", True),
    Crumb("depth", "深さ 2"),
)


@pytest.fixture
def crumbs(qtbot):
    made = Crumbs()
    qtbot.addWidget(made)
    made.show_crumbs(_WAY)
    made.show()
    return made


def _buttons(crumbs):
    QApplication.processEvents()  # what is new in a layout is shown then
    return [made for made in crumbs.findChildren(QPushButton) if made.isVisibleTo(crumbs)]


def test_with_room_for_all_only_what_is_very_long_is_cut(crumbs):
    crumbs.resize(crumbs.wanted_px(), 30)
    library, kind, center, depth = _buttons(crumbs)
    assert [made.text() for made in (library, kind, depth)] == ["ライブラリ", "手法", "深さ 2"]
    assert center.text().endswith("…") and center.toolTip() == _WAY[2].text


@pytest.mark.parametrize("width", [340, 310, 290])
def test_in_little_room_the_longest_is_cut_between_letters_and_all_of_them_fit(crumbs, width):
    crumbs.resize(width, 30)
    crumbs.layout().activate()
    made = _buttons(crumbs)
    assert [button.text() for button in made if button.text().endswith("…")] == [made[2].text()]
    assert max(button.geometry().right() for button in made) < width
    for button in made:
        assert QFontMetrics(button.font()).horizontalAdvance(button.text()) <= button.width()


def test_a_crumb_that_is_left_out_is_still_told_in_the_tooltip(crumbs):
    crumbs.leave_out(frozenset({"kind", "library"}))
    assert [button.objectName() for button in _buttons(crumbs)] == ["center", "depth"]
    assert _buttons(crumbs)[0].toolTip().startswith("ライブラリ ▸ 手法 ▸ ")
    crumbs.leave_out(frozenset())
    assert len(_buttons(crumbs)) == 4


def test_a_crumb_that_is_cut_still_leads_there(crumbs, qtbot):
    crumbs.resize(260, 30)
    with qtbot.waitSignal(crumbs.chosen) as heard:
        _buttons(crumbs)[2].click()
    assert heard.args == ["center"]


@pytest.mark.parametrize(
    ("widths", "room", "expected"),
    [
        ([40, 60, 300], 250, 150),
        ([40, 60, 90], 250, LONGEST_PX),
        ([100, 100, 100], 150, 50),
        ([300, 300], 10, SHORTEST_PX),
        ([], 100, LONGEST_PX),
        ([900], 2000, LONGEST_PX),
    ],
)
def test_what_is_long_gives_way_before_what_is_short(widths, room, expected):
    assert longest_fitting(widths, room) == expected
