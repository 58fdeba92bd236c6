"""Fonts by language: Japanese text never gets Chinese glyph shapes, and boxes are told before they show."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QRawFont

from explorer.render.application import ensure_application

_CJK = {
    "ja": (
        "Noto Sans CJK JP", "Noto Sans JP", "Source Han Sans JP", "Source Han Sans", "Hiragino Sans",
        "Yu Gothic UI", "Yu Gothic", "Meiryo", "BIZ UDPGothic",
        "IPAexGothic", "IPAPGothic", "TakaoPGothic", "VL PGothic",
    ),
    "zh": (
        "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "PingFang SC",
        "Microsoft YaHei UI", "Microsoft YaHei", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "SimHei",
    ),
    "ko": ("Noto Sans CJK KR", "Noto Sans KR", "Source Han Sans KR", "Apple SD Gothic Neo", "Malgun Gothic"),
}  # fmt: skip
_LATIN = ("Inter", "Source Sans 3", "Noto Sans", "Segoe UI", "Helvetica Neue", "Noto Sans CJK JP")
_SAMPLES = {"en": "aéß–…", "ja": "検索拡張生成カタひら", "zh": "检索增强生成论", "ko": "검색증강"}
_NAMES = {"en": "Latin", "ja": "日本語", "zh": "中文", "ko": "한국어"}


@dataclass(frozen=True, slots=True)
class FontReport:
    """Attributes:
    families: language -> family that is used.
    missing: Languages whose characters would be drawn as boxes.
    words: For the status line: the scripts that can be read, "Latin · 日本語 · 中文".
    hint: What to install, or "".
    """

    families: dict[str, str]
    missing: tuple[str, ...]
    words: str
    hint: str


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    ensure_application()
    return frozenset(QFontDatabase.families())


@lru_cache(maxsize=8)
def families(language: str) -> tuple[str, ...]:
    """Families for text of a language ("en", "ja", "zh", "ko" or ""), best first."""
    own = _first(_CJK.get(language, ()))
    latin = _first(_LATIN) or (QGuiApplication.font().family(),)
    # where Latin comes from a CJK font, it must not lend its Chinese or Japanese shapes to the other language
    lends = any(latin[0] in names for names in _CJK.values())
    rest = tuple(family for names in _CJK.values() for family in _first(names))
    ordered = (*own, *latin, *rest) if lends else (*latin, *own, *rest)
    return tuple(dict.fromkeys(ordered))


def _first(names: tuple[str, ...]) -> tuple[str, ...]:
    return next(((name,) for name in names if name in _installed()), ())


def font(language: str, size_px: float, bold: bool = False) -> QFont:
    """Font for a text of one language; do not change what it returns."""
    return _font(language, size_px, bold, threading.get_ident())


@lru_cache(maxsize=512)
def _font(language: str, size_px: float, bold: bool, _thread: int) -> QFont:
    """One per thread: a QFont changes inside when two threads draw with it."""
    out = QFont(list(families(language)))
    out.setPixelSize(max(round(size_px), 1))
    out.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    out.setStyleHint(QFont.StyleHint.SansSerif)
    return out


def check_fonts(languages: tuple[str, ...] = ("en", "ja", "zh")) -> FontReport:
    """Which languages have glyphs on this machine; asked once at the start."""
    used = {language: _family_with(language) for language in languages}
    missing = tuple(language for language in languages if not used[language])
    words = " · ".join(_NAMES.get(language, language) for language in languages if used[language])
    names = ", ".join(_NAMES.get(language, language) for language in missing)
    hint = f"No font shows {names}: install Noto Sans CJK (Debian: fonts-noto-cjk)." if missing else ""
    return FontReport({k: v for k, v in used.items() if v}, missing, words, hint)


def _family_with(language: str) -> str:
    """Family that shows the sample of a language, or ""."""
    sample = _SAMPLES[language]
    candidates = (*families(language), *QFontDatabase.families(_WRITING[language]))
    return next((family for family in candidates if _shows(family, sample)), "")


_WRITING = {
    "en": QFontDatabase.WritingSystem.Latin,
    "ja": QFontDatabase.WritingSystem.Japanese,
    "zh": QFontDatabase.WritingSystem.SimplifiedChinese,
    "ko": QFontDatabase.WritingSystem.Korean,
}


@lru_cache(maxsize=8192)
def _shows(family: str, text: str) -> bool:
    plain = QFont(family)
    plain.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    raw = QRawFont.fromFont(plain)
    return raw.isValid() and all(raw.supportsCharacter(ord(character)) for character in text)


def missing_glyphs(text: str, language: str = "") -> str:
    """Characters of ``text`` that none of the language's families can draw, each once, in order."""
    rest = dict.fromkeys(c for c in text if not c.isspace() and c.isprintable())
    return "".join(c for c in rest if not any(_shows(family, c) for family in families(language)))
