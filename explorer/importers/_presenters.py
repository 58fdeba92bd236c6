"""People whom a report names as presenting, explaining or writing something."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from explorer.model import PersonRole
from explorer.text.sentences import sentence_spans

_WORD = r"(?:[DLO]['’])?[A-Z][^\W\d_A-Z][^\W\d_]{0,20}(?:[-'’][^\W\d_]{1,20}){0,2}"
_LATIN = (
    rf"(?:Dr\.? |Prof\.? )?(?P<name>{_WORD}(?: (?:[A-Z]\.|van|von|de|der|den|del|di|da|la|le|el|al|"
    rf"bin|{_WORD})){{1,4}})"
)
_KANJI = (
    r"(?P<name>[\u4e00-\u9fff]{1,4}[ ・·]?[\u4e00-\u9fff\u3041-\u30ff]{1,8}?)(?=\s?(?:さん|氏|博士|"
    r"教授|先生|准教授))"
)
_HAN = r"(?P<name>[\u4e00-\u9fff]{2,3})(?=\s?(?:教授|博士|老师|研究员|同学|院士))"
_TITLES = r"(?:\s?(?:さん|氏|博士|准教授|教授|先生|ら|たち|老师|研究员|同学|院士|等人?)){0,2}"
_PLACE = (
    r"(?:,? (?:from|of|at) (?P<from>[A-Z][^.,;()]{2,60}?)|\s?\((?P<place>[^()]{2,60})\)|"
    r", (?P<by>[A-Z][^.,;()]{2,60}),)?"
)
_SAYS_EN = (
    r",?(?: (?:who|has|have|also|recently|then|first|clearly|brilliantly|and (?:colleagues|co-authors|"
    r"team|others))){0,3} "
    r"(?:present(?:s|ed|ing)?|introduc(?:es|ed|ing)|explain(?:s|ed|ing)?|show(?:s|ed)|demonstrat(?:es|"
    r"ed)|discuss(?:es|ed)|"
    r"gave|gives|spoke|talked|delivered|walk(?:s|ed) (?:us|through)|argue[sd]|describe[sd]|"
    r"took the stage|won|received)(?![A-Za-z])"
)
_BY_EN = (
    r"(?:(?:presented|explained|introduced|given|shown|delivered|described|led) by|"
    r"(?:talk|poster|presentation|work|paper|research|study|keynote|tutorial)s? (?:by|from)) "
)
_SAYS_JA = (
    r"\s?(?:は|が|も|から|による|の)(?!データ)[^。!?\n]{0,90}?(?:発表|紹介|説明|解説|登壇|報告|講演|"
    r"提案|プレゼン|お話)(?!され|資料)"
    r"(?:し|する|して|を行|を聞|があ|中|が|。|$)"
)
_BEFORE_JA = r"(?:発表|登壇|講演|紹介|報告|説明|解説)(?:を|も)?(?:してくれ|して|行っ|し)た\s?"
_SAYS_ZH = (
    r"(?:在[^。,]{2,30})?(?:上|中)?(?:做了|作了|带来了|进行了|为我们|详细|现场|首先|"
    r"也){0,3}[^。,]{0,12}?(?:报告|介绍|展示|分享|演讲|讲解|提出|汇报)(?!人)"
)
_BY_ZH = r"(?:由|来自[^。,]{2,20}的)\s?"
_COLLEAGUE = re.compile(
    r"(?:[Oo]ur (?:own )?(?:colleague|team ?mate|co-?worker)s?,?|(?:私たち|我々|弊社|当社)の(?:同僚|"
    r"メンバー)(?:の|である)?|我们的同事)\s?"
    rf"{_LATIN}"
)
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?<![A-Za-z]){_LATIN}{_PLACE}{_SAYS_EN}",
        rf"(?<![A-Za-z]){_BY_EN}{_LATIN}{_PLACE}",
        rf"(?<![A-Za-z]){_LATIN}(?:['’]s) (?:talk|poster|presentation|keynote|work|paper|idea)",
        rf"(?<![A-Za-z]){_LATIN}{_TITLES}{_PLACE}{_TITLES}{_SAYS_JA}",
        rf"{_BEFORE_JA}{_LATIN}{_PLACE}",
        rf"{_KANJI}{_TITLES}{_PLACE}{_TITLES}{_SAYS_JA}",
        rf"{_BEFORE_JA}{_KANJI}{_PLACE}",
        rf"(?<![A-Za-z]){_LATIN}{_TITLES}{_PLACE}\s?{_SAYS_ZH}",
        rf"{_BY_ZH}{_LATIN}{_PLACE}",
        rf"{_HAN}{_TITLES}{_PLACE}\s?{_SAYS_ZH}",
    )
)
_NO_NAME = frozenset(
    re.findall(
        r"\w+",
        "Learning Model Models Language Large Neural Network Networks Deep Prompt Prompting Chain Thought "
        "Tree Graph Direct "
        "Preference Optimization Attention Transformer Transformers Diffusion Group Research University "
        "Institute Conference "
        "Workshop Poster Session Paper Papers Award Awards Best Outstanding Google Meta Microsoft Apple "
        "Amazon Nvidia Stanford "
        "Berkeley Princeton Harvard Oxford Cambridge Team Lab Labs Center Centre Vision Data Machine "
        "Artificial Intelligence "
        "Foundation Physics Segment Anything Retrieval Augmented Generation The This That These Our We "
        "They Their His Her Its In "
        "At On For From And But With Most Many Some All Another One Two Three Here There Several Both "
        "Also Hall Day Monday Tuesday "
        "Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
        "September October November "
        "December Theory Practice Reinforcement Self Consistency Agents Agent Test Time Company Inc Corp "
        "Ltd School College "
        "Department Figure Table Section Open Source Hugging Face Allen Mind Brain Sketching Sketch Flow "
        "Matching Scaling Law Laws "
        "Hypothesis Gap Benchmark Dataset Code Search Memory Token Tokens Speech Image Images Video Text "
        "Multi Cross Zero Few Shot "
        "Low Rank Adaptation Tuning Fine Pre Training Tutorial Keynote Invited Oral Spotlight",
    )
)
_WROTE = re.compile(r"記事|ブログ|\barticle|\bblog|\bpost\b|文章|博客|wrote|written|執筆", re.I)
_SPOKE = re.compile(
    r"keynote|tutorial|invited|基調講演|招待講演|チュートリアル|講演|特邀|主旨|教程|panel|パネル", re.I
)


@dataclass(frozen=True, slots=True)
class Presenter:
    """Attributes:
    start, end: Of the words that say it, in the text that was searched.
    colleague: Of those who write the report.
    """

    name: str
    role: PersonRole
    start: int
    end: int
    affiliation: str = ""
    colleague: bool = False


def find_presenters(text: str, besides: str = "") -> list[Presenter]:
    """People who present, explain or give something, in order, each once per sentence.

    Args:
        besides: Words that are no names here, such as the heading above the text.
    """
    found: list[Presenter] = []
    for start, end in sentence_spans(text):
        here: dict[str, Presenter] = {}
        for presenter in _in_sentence(text, start, end):
            if presenter.name not in besides:
                here.setdefault(presenter.name, presenter)
        found += sorted(here.values(), key=lambda p: p.start)
    return found


def _in_sentence(text: str, start: int, end: int) -> Iterator[Presenter]:
    sentence = text[start:end]
    role = PersonRole.SPEAKER if _SPOKE.search(sentence) else PersonRole.PRESENTER
    for hit in _COLLEAGUE.finditer(text, start, end):
        if _is_person(hit["name"]):
            did = PersonRole.AUTHOR if _WROTE.search(sentence) else role
            yield Presenter(hit["name"], did, *hit.span(), colleague=True)
    for pattern in _PATTERNS:
        for hit in pattern.finditer(text, start, end):
            if _is_person(hit["name"]):
                place = next(
                    (hit[g] for g in ("from", "place", "by") if g in pattern.groupindex and hit[g]), ""
                )
                yield Presenter(hit["name"].strip(), role, *hit.span(), affiliation=_affiliation(place))


def _is_person(name: str) -> bool:
    """Whether words in the shape of a name are one: no word of a method, place or calendar."""
    return not any(word in _NO_NAME for word in re.split(r"[ -]", name))


def _affiliation(words: str) -> str:
    """An institution in brackets or behind "from"; "" for a year, a venue's note or the like."""
    words = words.strip()
    named = any(c.isupper() for c in words) or any("\u4e00" <= c <= "\u9fff" for c in words)
    return words if named and not re.search(r"\d{4}|et al", words) else ""
