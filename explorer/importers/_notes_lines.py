"""Lines of study-group notes: who presents, what is presented, and pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from explorer.importers._named_editions import find_editions
from explorer.importers._title_shape import names_in
from explorer.text.scripts import CJK

MEETING = re.compile(
    r"勉強会|輪読会?|読み会|読書会|論文紹介|抄読会|ゼミ(?!ナール)|组会|研读会?|研讨班|读书会|共读会?|"
    r"论文(?:分享|研读|精读|共读)|"
    r"分享会|学习小组|讨论班|"
    r"(?i:\b(?:reading|study|discussion)[- ](?:group|club|circle|session)|\bjournal club|\bpaper[- ](?:club|"
    r"reading|discussion)|\b(?:lab|group) (?:meeting|seminar)|\bseminar notes)"
)
_FRONT = r"[\s#>*+•·・◆■●○▪-]{0,9}(?:\(?\d{1,2}[.)、]\s{0,3})?(?:\*\*|__)?[^\w\s\[【(（「@<!|]{0,3}\s?"
_PAPER = (
    r"(?:(?:紹介|今週の|メイン)?論文(?:紹介)?|papers?|preprints?|arxiv|survey|"
    r"论文(?:分享|精读|泛读)?|文献|精读|泛读)"
)
_OTHER = (
    r"(?:(?:tech )?blogs?(?: ?posts?)?|articles?|news|repo(?:sitory)?|github|oss|code|slides?|decks?|"
    r"tools?|videos?|youtube|talks?|books?|datasets?|models?|releases?|docs?|documentation|tips|events?|threads?|"
    r"tweets?|podcasts?|websites?|links?|others?|misc|demo|library|ブログ|記事|ニュース|スライド|資料|ツール|動画|書籍|本|データセット|モデル|"
    r"イベント|その他|リポジトリ|博客|文章|新闻|代码|工具|视频|书籍|数据集|项目|资料|公众号|其他)"
)
_BRACKETED = re.compile(
    rf"{_FRONT}[\[【(（「]\s?(?:(?P<paper>{_PAPER})|(?P<other>{_OTHER})|(?P<edition>[^\[\]【】()]{{4,40}}))"
    r"\s?\d{0,2}\s?[\]】)）」](?!\()\s{0,3}:?\s{0,3}(?P<rest>\S.*)",
    re.I,
)
_LABELLED = re.compile(
    rf"{_FRONT}(?:(?P<paper>{_PAPER}(?:\s?(?:title|タイトル|题目|标题))?|タイトル|题目|标题|title)|"
    r"(?P<other>(?:tech )?blogs?(?: ?posts?)?|articles?|news|ブログ|記事|ニュース|スライド|博客|新闻))"
    r"\s?#?\d{0,2}(?:\*\*|__)?\s?:(?:\*\*|__)?\s{0,3}(?P<rest>\S.*)",
    re.I,
)
_PRESENTS = (
    r"(?:presenters?|presented by|speakers?|discussion leads?|leads?|led by|"
    r"発表者?|担当者?|紹介者?|登壇者|話者|报告人|"
    r"分享人|分享者|主讲人?|讲者|汇报人|领读人?|演讲者)"
)
_WRITES = (
    r"(?:note[- ]?takers?|notes (?:by|taken by)|scribes?|written by|authors?|"
    r"記録者?|書記|執筆者?|记录人?|整理人?|作者)"
)
_PERSON_FIELD = re.compile(
    rf"{_FRONT}(?:(?P<presents>{_PRESENTS})|(?P<writes>{_WRITES}))(?:\*\*|__)?\s?:(?:\*\*|__)?"
    r"\s{0,3}(?P<names>\S.{0,200})",
    re.I,
)
_AT = re.compile(
    rf"{_FRONT}(?P<names>@[^\s@,;:()（）]{{1,40}}(?:[ 　][A-Z{CJK}][^\s@,;:()（）]{{0,30}}){{0,3}}"
    r"(?:\s?\([^()]{1,60}\))?)"
)
_BY = re.compile(
    rf"\s?[(（]\s?(?:@|by\s|(?:{_PRESENTS})\s?:\s?)(?P<names>[^()（）]{{2,60}})[)）]\s{{0,3}}$", re.I
)
_PAREN = re.compile(r"(?P<name>[^()]{1,80}?)\s?\((?P<inner>[^()]{1,60})\)$")
_IMAGE = re.compile(r"\s*(?:<(?:[\w-]{1,20}:)?(?:img|image|picture)\b|!\[|<figure\b|data:image/)")
_ALT = re.compile(
    r"!\[(?P<md>[^\[\]\n]{0,400})\]\(|\balt\s?=\s?(?:\"(?P<a>[^\"\n]{0,400})\"|'(?P<b>[^'\n]{0,400})')"
)
_FILE_NAME = re.compile(
    r"[\w\s%.()-]{1,120}\.(?:png|jpe?g|gif|webp|svg)|(?i:untitled|image|img|figure|screenshot)[\s\d_-]{0,9}",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Item:
    """What is presented.

    Attributes:
        paper: Whether it is one.
        rest: Where its name begins in the line.
        marked: A word in brackets says so, not only a label with a colon.
    """

    paper: bool
    rest: int
    marked: bool


@dataclass(frozen=True, slots=True)
class Named:
    """A person as a line names them. Attributes: start, end: where the name stands in the line."""

    name: str
    start: int
    end: int
    affiliation: str = ""
    presents: bool = True


def read_item(text: str) -> Item | None:
    """What a line like "[論文] Title", "- **Paper**: Title", "[NeurIPS 2024] Title" presents, or None."""
    found = _BRACKETED.match(text)
    if found and found["edition"] and not find_editions(found["edition"]):
        found = None
    marked = found is not None
    found = found or _LABELLED.match(text)
    if found is None or not any(map(str.isalpha, found["rest"])):
        return None
    return Item(not found["other"], found.start("rest"), marked)


def read_people(text: str) -> list[Named]:
    """The people whom a line names as presenting or writing, and nothing else ("@Name", "担当: A, B")."""
    if found := _PERSON_FIELD.fullmatch(text):
        parts = re.split(r"[,、;/]|\s(?:and|&)\s", found["names"])
        people, at = [], found.start("names")
        for part in parts:
            start = text.index(part, at)
            at = start + len(part)
            people += _named(text, start, at, bool(found["presents"]))
        return people
    found = _AT.match(text)
    people = []
    while found:
        people += _named(text, *found.span("names"))
        end = found.end()
        found = _AT.match(text, end)
    return people if people and not text[end:].strip(" ,、/&:さん*") else []


def presenter_at_end(text: str) -> Named | None:
    """The person in brackets at the end of an item: "(by Ann)", "(@ann)"."""
    found = _BY.search(text[-80:])
    if found is None:
        return None
    offset = max(len(text) - 80, 0)
    named = _named(text, found.start("names") + offset, found.end("names") + offset)
    return named[0] if named else None


def _named(text: str, start: int, end: int, presents: bool = True) -> list[Named]:
    """The person of ``text[start:end]``: a handle gives way to a name in brackets; others say where from."""
    while start < end and text[start] in " @*_　":
        start += 1
    while end > start and text[end - 1] in " *_.,　":
        end -= 1
    words, affiliation = text[start:end], ""
    if found := _PAREN.fullmatch(words):
        inner, name = found["inner"].strip(), found["name"].strip()
        if names_in(inner) and not names_in(name):
            start = text.index(inner, start)
            words, end = inner, start + len(inner)
        else:
            words, end, affiliation = name, start + len(name), inner
    fits = any(map(str.isalpha, words)) and len(words) <= 60 and "http" not in words
    return (
        [Named(words.removesuffix("さん").removesuffix("氏"), start, end, affiliation, presents)]
        if fits
        else []
    )


def is_image(text: str) -> bool:
    return bool(_IMAGE.match(text))


def caption(text: str) -> tuple[int, int] | None:
    """Where the words that describe a picture stand in its line; None without any."""
    found = _ALT.search(text)
    if found is None:
        return None
    start, end = found.span(found.lastgroup or 0)
    words = text[start:end].strip()
    return (start, end) if any(map(str.isalpha, words)) and not _FILE_NAME.fullmatch(words) else None
