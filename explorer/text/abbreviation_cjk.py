"""Long forms in Japanese and Chinese beside a Latin short form: 検索拡張生成(RAG), LLM(大規模言語モデル)."""

import re

from explorer.text.scripts import HAN

_KANJI = HAN
_KATAKANA = "ァ-ヴー・"
_RUN = re.compile(rf"[{_KANJI}{_KATAKANA}]+$")
_UNIT = re.compile(rf"[ァ-ヴー]+|[{_KANJI}]+|[A-Za-z0-9]+")
_KANA = re.compile(r"[ぁ-んァ-ヴ]")
_INNER = re.compile(rf"[{_KANJI}{_KATAKANA}のA-Za-z0-9 -]+")
_CHINESE_CUT = re.compile(
    "以及|基于|使用|利用|采用|提出|引入|通过|称为|名为|结合|包括|例如|一种|进行|"
    "[的了是在和与及或即对将把由用为从到等让使被比]"
)
#: last letters of a word that qualifies the run: there the phrase began earlier
_ATTRIBUTE = tuple("なるいたれせむうくすつぶぬぐ")
_MAX_RUN = 24


def ends_in_cjk(text: str, end: int) -> bool:
    """Whether the last character before ``end``, spaces aside, is kanji or katakana."""
    before = text[max(0, end - 3) : end].rstrip()
    return bool(before and _RUN.search(before))


def count_units(form: str) -> int:
    """How many words a form has, roughly: a katakana word, a Latin word, or two kanji are one.

    >>> count_units("検索拡張生成"), count_units("大規模言語モデル")
    (3, 4)
    """
    return sum(
        -(-len(unit) // 2) if unit[0] >= "㐀" else 1
        for part in form.split("・")
        for unit in _UNIT.findall(part)
    )


def is_long_form(form: str, letters: int) -> bool:
    """Whether a bracket's content can be the long form of an acronym before it: a noun phrase long enough."""
    return bool(
        _INNER.fullmatch(form)
        and re.search(rf"[{_KANJI}{_KATAKANA}]", form)
        and letters <= count_units(form) <= 2 * letters
    )


def long_form_before(text: str, bracket: int, letters: int) -> tuple[int, int] | None:
    """Where the Japanese or Chinese long form before a bracket stands, or None where its start is unsure.

    Args:
        letters: How many letters the short form has; the long form needs about as many words.
    """
    end = len(text[:bracket].rstrip()) if text[max(0, bracket - 2) : bracket].isspace() else bracket
    while end and text[end - 1] == " ":
        end -= 1
    hit = _RUN.search(text, max(0, end - _MAX_RUN), end)
    if hit is None:
        return None
    start = hit.start()
    if not _KANA.search(text, max(0, start - 20), end):
        cuts = [cut.end() for cut in _CHINESE_CUT.finditer(text, start, end)]
        start = cuts[-1] if cuts else start
        return (start, end) if abs(count_units(text[start:end]) - letters) <= 1 else None
    units = count_units(text[start:end])
    before = text[start - 1] if start else ""
    if before in _ATTRIBUTE or not letters / 2 <= units <= 2 * letters:
        return None
    return (start, end) if before != "の" or units >= letters else None
