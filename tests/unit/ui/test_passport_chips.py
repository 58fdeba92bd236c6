"""Chips of a passport."""

import pytest
from PySide6.QtGui import QFontMetricsF

from explorer.ui.panels.passport_chips import CHIP_PX, chip


@pytest.mark.parametrize(
    "name", ["リポジトリレベルのコード補完のための選択的検索", "a selective retrieval of repositories " * 2]
)
def test_a_name_in_wide_letters_is_cut_with_an_ellipsis_too_and_is_whole_in_the_tooltip(qapp, name):
    made = chip(f"Repoformer {name}")
    assert made.text().endswith("…") and name in made.toolTip() and name in made.accessibleName()
    assert QFontMetricsF(made.font()).horizontalAdvance(made.text()) <= CHIP_PX


def test_a_short_name_stands_whole(qapp):
    assert chip("検索拡張生成").text() == "検索拡張生成"
