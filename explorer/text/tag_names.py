"""One name in several languages, as people write them side by side: “pruning / 剪枝”."""

from __future__ import annotations

import re

from explorer.text.language import language_of
from explorer.text.scripts import script_counts

_BETWEEN = re.compile(r"(?<!\s)\s++[/|·]\s+|[／｜]")
_TIGHT = re.compile(r"(?:(?<!\s)\s++)?[/|／｜]\s*")
_MOST = 4
_HAN = "han"  # Japanese or Chinese


def names_by_language(name: str) -> dict[str, str]:
    """Language -> name, in the order written; one entry for a name in one language, {} without letters.

    A name is taken apart only where each part is in a language of its own: “actor / critic” is one name.
    Without spaces around the stroke, the parts must also be in different writings: “A/B” is one name.
    """
    whole = " ".join(name.split())
    for parts in (_parted(whole, _BETWEEN), _parted(whole, _TIGHT)):
        if parts:
            return parts
    language = _language(whole)
    if not language or (language != "en" and _TIGHT.search(whole)):
        return {}  # parts that could not be told apart
    return {"zh" if language == _HAN else language: whole}


def _parted(whole: str, between: re.Pattern[str]) -> dict[str, str]:
    parts = [part.strip() for part in between.split(whole)]
    if not 2 <= len(parts) <= _MOST or not all(parts):
        return {}
    known = [_language(part) for part in parts]
    taken = {language for language in known if language in ("ja", "zh")}
    left = [language for language in ("zh", "ja") if language not in taken]
    languages = [left.pop(0) if language == _HAN and left else language for language in known]
    if not all(languages) or _HAN in languages or len(set(languages)) < len(parts):
        return {}
    return dict(zip(languages, parts, strict=True))


def _language(part: str) -> str:
    """Language of one name; ``_HAN`` for characters of both Japanese and Chinese, "" for a mixture."""
    counts = script_counts(part)
    if counts["kana"]:
        return "ja"
    if counts["hangul"]:
        return "ko"
    if counts["han"]:
        return _HAN if language_of(part) == "mixed" else _language_of_han(part)
    if counts["cyrillic"] or counts["greek"]:
        return "ru" if counts["cyrillic"] else "el"
    return "en" if counts["latin"] else ""


def _language_of_han(part: str) -> str:
    """By the character sets that have all of it: 检索 is in none of Japan's, 検索 in none of China's."""
    is_japanese = _has("shift_jis", part)
    is_chinese = _has("gb2312", part) or _has("big5", part)
    if is_japanese == is_chinese:
        return _HAN
    return "ja" if is_japanese else "zh"


def _has(charset: str, text: str) -> bool:
    try:
        text.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
