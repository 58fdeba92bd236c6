"""Fonts by language: the right shapes, no boxes, and widths that are true."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontInfo, QImage, QPainter

from explorer.render.fonts import check_fonts, families, font, missing_glyphs
from explorer.render.text import Ink, Span, draw_text, glyph_language, spans, text_width

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize(
    ("text", "hint", "language"),
    [
        ("RAG", "ja", "en"),
        ("プロメテウス2", "", "ja"),
        ("検索拡張", "zh", "ja"),  # 拡 is no character of mainland China
        ("检索增强", "ja", "zh"),  # 检 is none of Japan
        ("学習", "", "ja"),
        ("学生", "zh", "zh"),  # both write it so: the document decides
        ("学生", "", "ja"),
        ("검색 증강 생성", "", "ko"),
        ("", "", "en"),
    ],
)
def test_glyph_shapes_follow_the_language_of_the_text(text, hint, language):
    assert glyph_language(text, hint) == language


def test_a_name_in_three_languages_is_drawn_in_three_fonts():
    pieces = spans("retrieval / 検索拡張 / 检索增强")
    assert pieces == (Span("retrieval / ", "en"), Span("検索拡張 / ", "ja"), Span("检索增强", "zh"))
    assert "".join(piece.text for piece in pieces) == "retrieval / 検索拡張 / 检索增强"


def test_japanese_never_falls_back_to_chinese_shapes_nor_chinese_to_japanese():
    for language, other in (("ja", "zh"), ("zh", "ja")):
        own, foreign = families(language), set(families(other)[:1])
        assert own[0] not in foreign or len(own) == 1
    assert families("ja")[0] == QFontInfo(font("ja", 12)).family()


def test_the_report_names_what_is_missing_and_what_to_install():
    report = check_fonts(("en", "ja", "zh"))
    assert set(report.families) | set(report.missing) == {"en", "ja", "zh"}
    assert bool(report.hint) == bool(report.missing)
    if not report.missing:
        assert report.words == "Latin · 日本語 · 中文"


def test_characters_that_no_font_has_are_named_once():
    if check_fonts().missing:
        pytest.skip("this machine has no CJK font")
    assert missing_glyphs("検索拡張 RAG 检索增强", "ja") == ""
    assert missing_glyphs("A\U00013000\U00013000", "ja") == "\U00013000"


def test_the_width_of_a_text_is_the_sum_of_its_pieces():
    whole = text_width("検索 / 检索", "", 12, False)
    assert whole == pytest.approx(
        text_width("検索 / ", "", 12, False) + text_width("检索", "", 12, False), abs=1.0
    )
    assert text_width("", "", 12, False) == 0
    assert text_width("RAG", "", 12, True) > 0


@pytest.mark.parametrize("halo", ["", "#ffffff"])
def test_a_halo_covers_the_line_behind_the_text(halo):
    image = QImage(120, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    painter = QPainter(image)
    try:
        draw_text(painter, QPointF(10, 20), "HIHIHI", "", Ink(14, True, "#000000", halo))
    finally:
        painter.end()
    white = sum(image.pixelColor(x, y).name() == "#ffffff" for x in range(120) for y in range(30))
    assert (white > 50) is bool(halo)
