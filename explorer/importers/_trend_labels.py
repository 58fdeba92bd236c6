"""Labels of the parts of a deck: "Trend 2: …", "トレンド2まとめ. …", "趋势二：…", "Part II"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explorer.text.fingerprint import title_fingerprint

_TREND = r"トレンド|潮流|動向|趋势|趨勢|潮流|trends?"
_PART = r"テーマ|トピック|パート|セクション|主题|方向|专题|部分|部|章|theme|topic|part|section|chapter"
_SUMMARY = (
    r"まとめ|小括|振り返り|小结|小結|总结|總結|回顾|概要|概述|summary|recap|overview|wrap-?up|takeaways?"
)
_NUMBER = r"\d{1,2}(?:[.-]\d{1,2})?(?!\d)|(?<![A-Za-z])[ivx]{1,5}(?![A-Za-z])|[一二三四五六七八九十]{1,3}"
_LABEL = re.compile(
    rf"(?:(?P<lead>{_SUMMARY})\s?(?:of\s|[:.-]\s?|\s))?[【\[(<《「]?\s?(?:the\s)?"
    rf"(?:(?:(?P<trend>{_TREND})|(?P<part>{_PART}))(?![a-z])\s?(?:その|no\.?\s?|[#(])?\s?(?P<number>{_NUMBER})?(?:\s?(?:/|of)\s?\d{{1,2}}\)?)?|"
    rf"第\s?(?P<nth>{_NUMBER})\s?(?:の|个|個|大)?\s?(?:(?P<trend2>{_TREND})|(?P<part2>{_PART}))|"
    rf"(?P<count>{_NUMBER})\s?(?:つ目|番目|大)の?\s?(?P<trend3>{_TREND}))"
    rf"(?P<summary>\s?(?:の|的)?(?:{_SUMMARY}))?\s?[】\])>》」]?"
    r"(?P<mark>\s{0,3}[:.、—–|\-]\s{0,3}|\s+|$|(?<=[】\])>》」]))",
    re.I,
)
_NO_TREND = re.compile(
    r"[\W\d]{0,9}(?:agenda|outline|contents|(?:self[- ])?introduction|intro|about (?:me|us)|background|"
    r"motivation|conclusions?|concluding remarks|summary|closing|wrap-?up|references|appendix|q ?& ?a|"
    r"questions|thank(?:s| you)|はじめに|自己紹介|背景(?:知識)?|まとめ|全体まとめ|おわりに|終わりに|最後に|"
    r"結論|参考文献|付録|質疑(?:応答)?|目次|概要|议程|目录|自我介绍|讲者介绍|前言|引言|概述|"
    r"总结|小结|结论|结语|附录|致谢|问答)(?![A-Za-z])\W{0,9}",
    re.I,
)
_AGENDA = re.compile(
    r"agenda|outline|(?:table of )?contents|today|overview|roadmap|本日|今日|目次|アジェンダ|流れ|内容|"
    r"お品書き|全体像|议程|目录|提纲|大纲|概览",
    re.I,
)
_SAYS_TREND = re.compile(_TREND, re.I)
_CLOSING = re.compile(
    r"[\W\d]{0,9}(?:(?:overall |final )?(?:conclusions?|summary)|concluding remarks|closing|wrap-?up|"
    r"references|appendix|q ?& ?a|thank(?:s| you)|(?:全体の?|本日の(?:発表の)?)?まとめ|おわりに|終わりに|"
    r"最後に|結論|参考文献|付録|質疑|总结|结论|结语|附录|致谢|谢谢|问答)",
    re.I,
)
_HAN_DIGITS = "一二三四五六七八九"
_ROMAN = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Label:
    """Attributes:
    key: What tells trends apart: (2,), (2, 1) for "2.1", or the words of one without a number.
    start: Where its words begin in the text that was read, behind word and number.
    trend: It says "trend", not merely "part" or "theme".
    summary: The slide sums the trend up.
    """

    key: tuple[int | str, ...]
    start: int
    trend: bool
    summary: bool


def read_label(text: str) -> Label | None:
    """The label with which a normalised text begins; None where it begins with none."""
    hit = _LABEL.match(text)
    if hit is None:
        return None
    number = hit["number"] or hit["nth"] or hit["count"]
    key: tuple[int | str, ...] = _key(number) if number else (title_fingerprint(text[hit.end() :]),)
    if key == ("",) or (not number and ":" not in hit["mark"]):
        return None
    trend = bool(hit["trend"] or hit["trend2"] or hit["trend3"])
    return Label(key, hit.end(), trend, bool(hit["lead"] or hit["summary"]))


def is_no_trend(label: str) -> bool:
    """Whether the words only introduce or close a deck."""
    return bool(_NO_TREND.fullmatch(label))


def closes(title: str) -> bool:
    """Whether a slide of that title ends the part before it."""
    return bool(_CLOSING.match(title))


def is_agenda_title(title: str) -> bool:
    return bool(_AGENDA.search(title))


def says_trend(text: str) -> bool:
    return bool(_SAYS_TREND.search(text))


def _key(number: str) -> tuple[int | str, ...]:
    if number[0].isdigit():
        return tuple(int(part) for part in re.split(r"[.-]", number))
    if number[0] in _HAN_DIGITS + "十":
        tens, ten, ones = number.partition("十")
        if not ten:
            return (_HAN_DIGITS.index(tens[0]) + 1,)
        return ((_han(tens) or 1) * 10 + _han(ones),)
    values = [_ROMAN[c] for c in number.lower()]
    return (sum(-v if v < max(values[i:]) else v for i, v in enumerate(values)),)


def _han(digits: str) -> int:
    return _HAN_DIGITS.index(digits[0]) + 1 if digits and digits[0] in _HAN_DIGITS else 0
