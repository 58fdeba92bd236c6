"""What a document says of itself at its top: title, people, publisher, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.importers._blocks import Line
from explorer.importers._markdown import plain
from explorer.importers._title_shape import names_in
from explorer.text.dates import parse_date, without_dates
from explorer.text.names import split_authors

_HEAD_LINES = 40  #: fields of a document stand above its first text
_FIELD = re.compile(
    r"[-*•\s]{0,4}(?:\*\*|__)?(?:(?P<title>title|タイトル|标题|題名|题目)|"
    r"(?P<authors>authors?|written by|by|speakers?|presenters?|presented by|著者|執筆者?|筆者|発表者|登壇者|"
    r"講演者|作者|撰文|讲者|报告人|演讲者)|"
    r"(?P<publisher>publisher|published by|source|organi[sz]ation|hosted by|発行元?|発行者|運営|提供|主催|"
    r"所属|来源|文章来源|出处|发布者|发布方|机构|主办)|"
    r"(?P<date>date|published(?: on)?|posted(?: on)?|updated|発行日|公開日|更新日|日付|発表日|開催日|日期|"
    r"发布日期|发布时间|发布于|时间))(?:\*\*|__)?\s?(?::|(?<=by)\s)(?:\*\*|__)?\s{0,9}(?P<value>\S.{0,300})",
    re.I,
)
_MAX_FIELD = 200
_MAX_BYLINE = 160
_TEXT_CHARS = 60
_ORIGINAL = re.compile(
    r"原创\s{1,3}(?P<author>\S{2,30})(?:\s{1,3}(?P<site>\S{2,30})"
    r")?\s{1,3}(?P<date>20\d\d[-年/.]\d{1,2}[-月/.]\d{1,2})日?.{0,30}"
)
_BYLINE = re.compile(
    r"(?:^|[\s|·•,–—-])(?:[Ww]ritten |[Pp]osted |[Pp]ublished )?[Bb]y\s"
    r"(?P<names>[A-Z][^|·•\d()]{2,100}?)(?=\s?(?:[|·•–—(]|,?\s(?:on|in)\s|,?\s?\d|,? (?:Jan|Feb|Mar|"
    r"Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|$))"
)


@dataclass(frozen=True, slots=True)
class Front:
    """Attributes:
    title: From a field, or "".
    lines: Numbers of the lines that are fields.
    author_lines: Those that name the authors.
    """

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: str = ""
    lines: frozenset[int] = frozenset()
    author_lines: tuple[Line, ...] = ()


def read_front(lines: Sequence[Line]) -> Front:
    """The fields ("Author: …", "发布时间:…") and the first line that is a date only."""
    values: dict[str, str] = {}
    used: set[int] = set()
    by: list[Line] = []
    for line in _head(lines):
        found = _FIELD.fullmatch(line.text) if len(line.text) <= _MAX_FIELD else None
        if found and found.lastgroup == "value":
            name = next(k for k in ("title", "authors", "publisher", "date") if found[k])
            values.setdefault(name, plain(found["value"]).strip("\"' "))
            used.add(line.number)
            by += [line] if name == "authors" else []
        elif line.text and (signed := _signed(line.text)):
            for name, value in signed.items():
                values.setdefault(name, value)
            used.add(line.number)
            by += [line] if "authors" in signed else []
        elif _is_date(line.text):
            values.setdefault("date", line.text)
            used.add(line.number)
    authors, _ = split_authors(without_dates(values.get("authors", "")).strip(" ,"))
    date = parse_date(values.get("date", ""))
    return Front(
        values.get("title", ""), authors, values.get("publisher", ""), date, frozenset(used), tuple(by)
    )


def _head(lines: Sequence[Line]) -> list[Line]:
    """The lines above the first text: fields further down are of papers."""
    filled = [line for line in lines if line.text][:_HEAD_LINES]
    text = next((i for i, line in enumerate(filled) if _is_text(line.text)), len(filled))
    return filled[: text + 1]


def _is_text(text: str) -> bool:
    """Whether a line is a sentence or more of prose."""
    return len(text) >= _TEXT_CHARS and text[-1] in ".。!?" and not _FIELD.fullmatch(text)


def _signed(text: str) -> dict[str, str]:
    """What a by-line states: "Posted on May 2, 2024 by Ada Bee · 9 min read", "原创 李四 某某 2024-07-30"."""
    if len(text) > _MAX_BYLINE:
        return {}
    words = plain(text)
    if hit := _ORIGINAL.fullmatch(words):
        names = {"authors": hit["author"], "publisher": hit["site"] or "", "date": hit["date"]}
        return {name: value for name, value in names.items() if value}
    hit = _BYLINE.search(words)
    date = parse_date(words)
    if not hit or not date or not names_in(hit["names"]):
        return {}
    return {"authors": hit["names"], "date": words}


def _is_date(text: str) -> bool:
    """Whether a line holds a date and hardly anything else."""
    return len(text) <= 40 and bool(parse_date(text)) and sum(c.isalpha() for c in text) <= 12
