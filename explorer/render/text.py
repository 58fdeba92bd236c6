"""Text on the canvas: which language a piece is drawn in, how wide it is, and its strokes with a halo."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QRawFont, QTransform

from explorer.render.fonts import font

LINE = 1.32  # height of a line of text in ems
BASELINE = 1.0  # baseline below the top of the line, in ems
_ANY_PX = 16
HALO_PX = 2.5  # how far the halo reaches around the strokes

# compiled by re, which keeps them, when the first text asks: not before the first frame
_KANA = r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]"
_HANGUL = r"[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]"
_HAN = r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_PIECES = r"(?:(?<!\s)\s++)?[/／|｜]\s*"


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a text in one language ("en", "ja", "zh", "ko")."""

    text: str
    language: str


@lru_cache(maxsize=20_000)
def spans(text: str, hint: str = "") -> tuple[Span, ...]:
    """``text`` in pieces of one language each; “retrieval / 検索拡張 / 检索增强” gives three.

    Args:
        hint: Language of the document that the text is from, for characters that Japanese and Chinese share.
    """
    if text.isascii():
        return (Span(text, "en"),)
    cuts = [0, *(match.end() for match in re.finditer(_PIECES, text)), len(text)]
    out: list[Span] = []
    for start, end in pairwise(cuts):
        piece = text[start:end]
        language = glyph_language(piece, hint)
        if out and out[-1].language == language:
            out[-1] = Span(out[-1].text + piece, language)
        elif piece:
            out.append(Span(piece, language))
    return tuple(out)


def glyph_language(text: str, hint: str = "") -> str:
    """Language whose glyph shapes a text wants: kana and hangul tell, then characters of one standard."""
    if re.search(_KANA, text):
        return "ja"
    if re.search(_HANGUL, text):
        return "ko"
    han = "".join(re.findall(_HAN, text))
    if not han:
        return "en"
    japanese, chinese = _encodable(han, "shift_jis"), _encodable(han, "gb2312")
    if japanese != chinese:
        return "ja" if japanese else "zh"
    return hint if hint in ("ja", "zh", "ko") else "ja"


def _encodable(text: str, standard: str) -> bool:
    try:
        text.encode(standard)
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=20_000)
def text_width(text: str, hint: str, size_px: float, bold: bool) -> float:
    """Advance of a text in pixels."""
    return sum(_advance(span, size_px, bold) for span in spans(text, hint))


@lru_cache(maxsize=20_000)
def _advance(span: Span, size_px: float, bold: bool) -> float:
    return QFontMetricsF(font(span.language, size_px, bold)).horizontalAdvance(span.text)


@lru_cache(maxsize=16)
def _grid_px(language: str, bold: bool) -> int:
    """Size at which a font's outlines lie on its own grid of whole numbers."""
    return round(QRawFont.fromFont(font(language, _ANY_PX, bold)).unitsPerEm()) or _ANY_PX


def _outline(span: Span, ink: Ink) -> QPainterPath:
    """Strokes from (0, 0), scaled down from the font's grid.

    In the size of the text FreeType rounds them to 1/64 pixel, now up and now down, by
    what it has drawn before: two exports of one view would not be the same bytes.
    """
    grid_px = _grid_px(span.language, ink.bold)
    path = QPainterPath()
    path.addText(QPointF(0.0, 0.0), font(span.language, grid_px, ink.bold), span.text)
    scale = max(round(ink.size_px), 1) / grid_px
    return QTransform.fromScale(scale, scale).map(path)


@dataclass(frozen=True, slots=True)
class Ink:
    """How a text is drawn.

    Attributes:
        size_px: Size of an em.
        bold: Semi-bold where the font has it.
        colour: Of the strokes, "#rrggbb".
        halo: Colour around the strokes, or "" for none.
    """

    size_px: float
    bold: bool
    colour: str
    halo: str


def draw_text(painter: QPainter, at: QPointF, text: str, hint: str, ink: Ink) -> None:
    """Draw with the left end of the baseline at ``at``; the text stays text on paper and in PDF."""
    if ink.halo:
        path = QPainterPath()
        x = at.x()
        for span in spans(text, hint):
            path.addPath(_outline(span, ink).translated(x, at.y()))
            x += _advance(span, ink.size_px, ink.bold)
        pen = QPen(QColor(ink.halo), 2 * HALO_PX)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, pen)
    painter.setPen(QColor(ink.colour))
    x = at.x()
    for span in spans(text, hint):
        painter.setFont(font(span.language, ink.size_px, ink.bold))
        painter.drawText(QPointF(x, at.y()), span.text)
        x += _advance(span, ink.size_px, ink.bold)
