"""What a document says of itself at its top: title, people, publisher, date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from explorer.importers._blocks import Line
from explorer.importers._markdown import plain
from explorer.text.dates import parse_date
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
    for line in [line for line in lines if line.text][:_HEAD_LINES]:
        found = _FIELD.fullmatch(line.text) if len(line.text) <= _MAX_FIELD else None
        if found and found.lastgroup == "value":
            name = next(k for k in ("title", "authors", "publisher", "date") if found[k])
            values.setdefault(name, plain(found["value"]).strip("\"' "))
            used.add(line.number)
            by += [line] if name == "authors" else []
        elif _is_date(line.text):
            values.setdefault("date", line.text)
            used.add(line.number)
    authors, _ = split_authors(values.get("authors", ""))
    date = parse_date(values.get("date", ""))
    return Front(
        values.get("title", ""), authors, values.get("publisher", ""), date, frozenset(used), tuple(by)
    )


def _is_date(text: str) -> bool:
    """Whether a line holds a date and hardly anything else."""
    return len(text) <= 40 and bool(parse_date(text)) and sum(c.isalpha() for c in text) <= 12
